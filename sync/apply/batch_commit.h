// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/table_target.h"
#include "sync/db/transaction.h"

namespace causeway {

/// What a batch leaves on the local side besides its rows.
struct BatchRecord {
    std::vector<LedgerEntry> agreed;
    std::vector<KeyBytes> gone;             ///< deleted: their ledger entries go too
    bool allNew = false;                    ///< the ledger holds none of the keys
    std::function<Status()> conflicts = {}; ///< writes to db_sync_conflict
    std::vector<UndoEntry> undo = {};       ///< what was overwritten
};

/// Begins a batch's transaction. On the remote it locks and raises the epoch first; on the local
/// side that is commitBatch()'s last step.
[[nodiscard]] Result<Transaction> beginBatch(const TableTarget& target);

/// Commits the rows written in @p transaction and what is recorded of them.
///
/// Target local: one transaction. Target remote: the local side first notes as pending what will
/// hold once the remote has committed, then the remote commits, then pending becomes agreed. Leaves
/// both sides as they were, or everything committed, with two exceptions: an error whose
/// outcomeUnknown() is set came while the remote was committing; one for which
/// leavesLedgerUnsettled() holds came after it. The pending entries let the next run find out, and
/// this one must end.
[[nodiscard]] Status commitBatch(const TableTarget& target, Transaction& transaction,
                                 const BatchRecord& record);

/// Commits rows that the ledger shall not know of, as if a user had written them.
/// @pre for the remote: PairSession::stamp() was called for its holder
[[nodiscard]] Status commitUserEdit(const TableTarget& target, Transaction& transaction);

/// The local side could not take in what the remote has committed: SYNC_005, and no server's word.
[[nodiscard]] bool leavesLedgerUnsettled(const Error& error);

} // namespace causeway
