// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/table_job.h"

namespace causeway {

/// A conflict to be noted in db_sync_conflict: new, or changed since it was noted.
struct FoundConflict {
    KeyBytes key;
    KeyState state;
    ConflictKind kind = ConflictKind::UpdateUpdate;
    QString message;               ///< server's words, for refused rows
    std::optional<Settlement> how; ///< set: noted as settled (by policy)
};

/// Notes conflicts of one table with both rows (and the base, where it is kept), read from the
/// snapshots. What stands there unchanged is not written again. Writes nothing in a dry run, but
/// counts all the same.
[[nodiscard]] Status recordConflicts(const RunContext& context, TableJob& job,
                                     const std::vector<FoundConflict>& found);

/// Counts @p key as a conflict that this run found; a key counts once.
void countConflict(const RunContext& context, TableJob& job, const KeyBytes& key);

/// Looks at the table's open conflicts: settles those whose rows agree by now, refreshes those that
/// wait for a person and have moved, and leaves them out of the run (TableJob::leftAlone).
[[nodiscard]] Status reviewOpenConflicts(const RunContext& context, TableJob& job);

/// Makes @p entries agreed and drops @p gone from the ledger, fenced, in one local transaction.
[[nodiscard]] Status takeIntoLedger(const RunContext& context, const TableJob& job,
                                    const std::vector<LedgerEntry>& entries,
                                    const std::vector<KeyBytes>& gone);

} // namespace causeway
