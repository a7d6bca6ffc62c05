// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/load_stream.h"

#include "sync/core/server_error.h"
#include "sync/dialect/session_sql.h"

#include <algorithm>
#include <cstring>

namespace causeway {
namespace {

/// Many lines at a time: every call of the client library's becomes a packet.
constexpr qsizetype kBytesAhead = 64 * 1024;

} // namespace

Status loadLines(Connection& connection, const QByteArray& sql, const LineSource& next)
{
    QByteArray lines;
    qsizetype at = 0;
    auto loaded = connection.load(sql, [&](char* buffer, unsigned capacity) {
        if (at == lines.size()) {
            at = 0;
            lines.resize(0); // keeps its memory
            while (lines.size() < kBytesAhead && next(lines)) {
            }
        }
        const auto length = std::min<qsizetype>(capacity, lines.size() - at);
        std::memcpy(buffer, lines.constData() + at, static_cast<std::size_t>(length));
        at += length;
        return static_cast<int>(length);
    });
    CAUSEWAY_TRY(loaded);
    return loaded->warnings == 0 ? okStatus() : failOnWarning(connection, connection.label());
}

Status failOnWarning(Connection& connection, const QString& table)
{
    auto warnings = connection.query(sessionsql::showWarnings());
    CAUSEWAY_TRY(warnings);
    for (const Cells& warning : warnings->rows) {
        if (warning.at(0) == QByteArray("Note"))
            continue;
        Error error = makeError(ErrorCode::SyncRowRejected, table);
        error.serverCode = warning.at(1).value_or(QByteArray()).toInt();
        error.serverMessage = QString::fromUtf8(warning.at(2).value_or(QByteArray()));
        return error;
    }
    return okStatus();
}

} // namespace causeway
