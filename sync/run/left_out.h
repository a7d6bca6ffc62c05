// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/table_job.h"

namespace causeway {

/// The request skips such a change to @p target. Tables on a cycle of foreign keys are written with
/// the server's checks off, so of them inserts and updates are taken together or not at all: one
/// may need the other to refer to.
[[nodiscard]] bool leavesOut(const SyncRequest& request, const TableJob& job, Side target,
                             RowAction action);

/// Counts @p rows more (or fewer) that wait for a run which takes their kind of change.
void leaveOut(TableJob& job, qint64 rows);

} // namespace causeway
