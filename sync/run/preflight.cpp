// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/preflight.h"

#include "sync/run/pair_session.h"

#include <algorithm>

namespace causeway {
namespace {

bool asksFor(const TableJob& job, Side target, RowAction action)
{
    if (job.bulkInto == target)
        return action == RowAction::Insert;
    const Verdict wanted = target == Side::Local ? Verdict::CopyToLocal : Verdict::CopyToRemote;
    return std::any_of(job.findings.begin(), job.findings.end(), [&](const Finding& finding) {
        const bool toLocal = target == Side::Local;
        const auto& source = toLocal ? finding.state.remote : finding.state.local;
        const auto& present = toLocal ? finding.state.local : finding.state.remote;
        const RowAction asked =
            !source ? RowAction::Delete : (present ? RowAction::Update : RowAction::Insert);
        return finding.decision.verdict == wanted && asked == action;
    });
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
