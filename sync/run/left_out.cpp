// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/left_out.h"

namespace causeway {

bool leavesOut(const SyncRequest& request, const TableJob& job, Side target, RowAction action)
{
    const SkippedKinds& skipped = request.skipped;
    if (!job.cyclic || action == RowAction::Delete)
        return skipped.skips(target, action);
    return skipped.skips(target, RowAction::Insert) || skipped.skips(target, RowAction::Update);
}

void leaveOut(TableJob& job, qint64 rows)
{
    job.outcome.leftOut += rows;
    job.outcome.skipped += rows;
}

} // namespace causeway
