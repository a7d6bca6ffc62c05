// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/prune_preview.h"

#include "sync/control/control_session.h"
#include "sync/dialect/control_sql.h"

#include <QVariant>

namespace causeway {
namespace {

std::optional<QDateTime> time(const QVariant& value)
{
    QDateTime read =
        QDateTime::fromString(value.toString().left(23), QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    read.setTimeSpec(Qt::UTC);
    return read.isValid() ? std::optional(read) : std::nullopt;
}

} // namespace

Result<PrunePreview> previewPrune(const SideConfig& local, const QDateTime& before)
{
    auto session = ControlSession::open(local, Timeouts{});
    CAUSEWAY_TRY(session);
    PrunePreview preview;
    CAUSEWAY_TRY((*session)->transaction([&]() -> Status {
        CAUSEWAY_TRY(
            (*session)->select(controlsql::describeOldLog(before), [&](const QSqlQuery& row) {
                preview.rows = row.value(0).toLongLong();
                preview.runs = row.value(1).toLongLong();
                preview.first = time(row.value(2));
                preview.last = time(row.value(3));
                return okStatus();
            }));
        const auto old = (*session)->count(controlsql::countEndedBefore(before));
        CAUSEWAY_TRY(old);
        preview.keptRows = *old - preview.rows;
        return okStatus();
    }));
    return preview;
}

} // namespace causeway
