// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/table_job.h"

namespace causeway {

/// Looks at one table in the present snapshots: fills TableJob::findings or bulkInto, takes what
/// both sides agree on into the ledger, and notes conflicts. Writes no user's table.
///
/// @param firstPass review open conflicts, apply the guards, consider a bulk load.
/// SYNC_007 when a guard stops the table: nothing of it is written then.
[[nodiscard]] Status lookAt(const RunContext& context, TableJob& job, bool firstPass);

} // namespace causeway
