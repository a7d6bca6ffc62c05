// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/strict_statement.h"

#include "sync/db/load_stream.h"
#include "sync/dialect/session_sql.h"

namespace causeway {

Status executeStrictly(const TableTarget& target, const QByteArray& sql)
{
    auto done = target.connection().execute(sql);
    CAUSEWAY_TRY(done);
    return done->warnings == 0 ? okStatus()
                               : failOnWarning(target.connection(), target.sql.shape().table);
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
