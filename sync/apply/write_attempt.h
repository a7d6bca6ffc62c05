// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/batch_commit.h"

namespace causeway {

/// How rows that exist already are given their new values.
enum class WriteMode {
    Plain,    ///< UPDATE row by row
    Reinsert, ///< DELETE them all, then INSERT: lets UNIQUE values change hands within the batch
    Park,     ///< set nullable UNIQUE columns NULL first, for the same purpose
    /// Reinsert below children: the server's foreign-key checks are off meanwhile, so that no
    /// delete cascades, and before the commit it is proved that no reference dangles.
    ReinsertUnchecked,
};

/// One attempt to write one batch: compare and set inside one transaction on the target, the ledger
/// with it (design: locks the rows by key, drops every write whose target moved, writes, reads
/// back).
///
/// Used once. run() either commits everything or leaves both sides as they were, with one
/// exception: an error whose outcomeUnknown() is set came while the remote was committing; the
/// pending ledger entries let the next run find out.
class WriteAttempt final {
public:
    WriteAttempt(const TableTarget& target, const std::vector<PlannedWrite>& batch,
                 const FetchedRows& source, WriteMode mode);

    [[nodiscard]] Result<WriteOutcome> run();

private:
    [[nodiscard]] Status prepare();
    [[nodiscard]] Status selectWritable();
    [[nodiscard]] Status keepBlockedParents();
    [[nodiscard]] bool keepsUndo() const;
    [[nodiscard]] Result<KeyDigests> lockRows();
    [[nodiscard]] Status fetchOverruled();
    [[nodiscard]] Status readAgreedBefore();
    [[nodiscard]] Status writeRows();
    [[nodiscard]] Status writeAsNeeded();
    [[nodiscard]] Status proveReferences();
    [[nodiscard]] bool reinserts() const;
    [[nodiscard]] Status deleteRows(const std::vector<KeyBytes>& keys);
    [[nodiscard]] Status updateRows();
    [[nodiscard]] Status insertRows(const std::vector<const Cells*>& rows);
    [[nodiscard]] Result<BatchRecord> recordOf();
    void restoreLedger(BatchRecord& record) const;
    [[nodiscard]] UndoEntry undoEntry(const PlannedWrite& write, const KeyDigests& stored) const;
    [[nodiscard]] Status recordConflicts();
    [[nodiscard]] const OpenConflict* openConflict(const KeyBytes& key) const; ///< or nullptr
    [[nodiscard]] Settlement settledHow() const;
    [[nodiscard]] ConflictRow conflictRow(const PlannedWrite& write) const;
    void countWritten();
    void forgetSettled();
    [[nodiscard]] const Cells& sourceCells(const PlannedWrite& write) const;

    const TableTarget& m_target;
    const std::vector<PlannedWrite>& m_batch;
    const FetchedRows& m_source;
    WriteMode m_mode;
    std::vector<PlannedWrite> m_writes; ///< what is left of the batch after the checks
    FetchedRows m_before;               ///< rows of the target that lose or that an undo would need
    WriteOutcome m_outcome;
};

} // namespace causeway
