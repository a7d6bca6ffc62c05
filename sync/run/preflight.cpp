// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/preflight.h"

#include "sync/run/pair_session.h"

namespace causeway {
namespace {

bool asksFor(const TableJob& job, Side target, RowAction action)
{
    if (job.bulkInto == target)
        return action == RowAction::Insert;
    if (job.keyless)
        return action == RowAction::Delete ? job.keyless->found.onlyOn(target) > 0
                                           : action == RowAction::Insert &&
                                                 job.keyless->found.onlyOn(otherSide(target)) > 0;
    return action == RowAction::Delete ? job.findings.deletesOn(target) > 0
                                       : job.findings.upsertsOn(target) > 0;
}

} // namespace

Status preflightWrites(const RunContext& context, TableJob& job, Side target)
{
    if (job.preflighted[target == Side::Remote ? 0 : 1])
        return okStatus();
    for (const RowAction action : {RowAction::Insert, RowAction::Update, RowAction::Delete}) {
        if (!asksFor(job, target, action))
            continue;
        auto allowed =
            context.session.writing(target).execute(job.sql->of(target).writeNothing(action));
        if (!allowed && allowed.error().code == ErrorCode::SysPermission) {
            Error error = allowed.error();
            error.what = job.config.table + u" · " + error.what;
            return error;
        }
        CAUSEWAY_TRY(allowed);
    }
    job.preflighted[target == Side::Remote ? 0 : 1] = true;
    return okStatus();
}

} // namespace causeway
