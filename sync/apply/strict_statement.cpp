// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/strict_statement.h"

#include "sync/db/load_stream.h"
#include "sync/dialect/session_sql.h"

#include <algorithm>
#include <utility>

namespace causeway {
namespace {

/// Of statements sent together: more would not save much.
constexpr qsizetype kBytesTogether = 256 * 1024;

} // namespace

Status executeStrictly(const TableTarget& target, const QByteArray& sql)
{
    auto done = target.connection().execute(sql);
    CAUSEWAY_TRY(done);
    return done->warnings == 0 ? okStatus()
                               : failOnWarning(target.connection(), target.sql.shape().table);
}

Status executeAllStrictly(const TableTarget& target, const std::function<QByteArray()>& next)
{
    const qsizetype most = std::min<qsizetype>(
        kBytesTogether, static_cast<qsizetype>(target.connection().server().maxAllowedPacket / 2));
    QByteArrayList together;
    qsizetype bytes = 0;
    const auto flush = [&]() -> Status {
        bytes = 0;
        const QByteArrayList statements = std::exchange(together, {});
        if (statements.size() < 2)
            return statements.isEmpty() ? okStatus() : executeStrictly(target, statements.front());
        auto done = target.connection().executeTogether(statements);
        CAUSEWAY_TRY(done);
        if (done->warnings == 0)
            return okStatus();
        // Which of them, and what about: that shows when the batch is tried again by halves.
        return makeError(ErrorCode::SyncRowRejected, target.sql.shape().table);
    };
    for (QByteArray sql = next(); !sql.isEmpty(); sql = next()) {
        if (bytes + sql.size() > most)
            CAUSEWAY_TRY(flush());
        bytes += sql.size() + 1;
        together << std::move(sql);
    }
    return flush();
}

Status withoutChecks(const TableTarget& target, const std::function<Status()>& write)
{
    CAUSEWAY_TRY(executeStrictly(target, sessionsql::foreignKeyChecks(false)));
    const Status done = write();
    const Status restored = executeStrictly(target, sessionsql::foreignKeyChecks(true));
    return done ? restored : done;
}

Status withChecksAsNeeded(const TableTarget& target, const std::function<Status()>& write)
{
    return target.cyclic ? withoutChecks(target, write) : write();
}

} // namespace causeway
