// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/load_stream.h"

#include "sync/core/server_error.h"
#include "sync/dialect/session_sql.h"

#include <algorithm>
#include <cstring>

namespace causeway {

Status loadStream(Connection& connection, const QByteArray& sql, const QByteArray& stream)
{
    qsizetype at = 0;
    auto loaded = connection.load(sql, [&](char* buffer, unsigned capacity) {
        const auto length = std::min<qsizetype>(capacity, stream.size() - at);
        std::memcpy(buffer, stream.constData() + at, static_cast<std::size_t>(length));
        at += length;
        return static_cast<int>(length);
    });
    CAUSEWAY_TRY(loaded);
    if (loaded->warnings != 0)
        return warningAsError(connection, connection.label());
    return okStatus();
}

Error warningAsError(Connection& connection, const QString& table)
{
    auto warnings = connection.query(sessionsql::showWarnings());
    if (!warnings)
        return warnings.error();
    Error error = makeError(ErrorCode::SyncRowRejected, table);
    if (!warnings->rows.empty()) {
        const Cells& first = warnings->rows.front();
        error.serverCode = first.at(1).value_or(QByteArray()).toInt();
        error.serverMessage = QString::fromUtf8(first.at(2).value_or(QByteArray()));
    }
    return error;
}

} // namespace causeway
