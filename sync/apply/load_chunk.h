// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/table_target.h"
#include "sync/row/row_block.h"

namespace causeway {

/// Rows to load at once, none of which is expected on the target.
struct LoadChunk {
    explicit LoadChunk(const TableShape& shape);

    std::vector<PlannedWrite> writes{}; ///< inserts, in the order of rows
    RowBlock rows;
    quint64 digests = 0; ///< XOR of the source's digests

    /// @param row cells…, digest. false: the server could not compute the digest.
    [[nodiscard]] bool append(const RowView& row, const TableShape& shape);
    [[nodiscard]] bool isFull(const SyncLimits& limits) const;
    [[nodiscard]] FetchedRows fetched() const;
};

/// Loads a chunk in one transaction, the ledger with it, and proves what the target then holds: by
/// number and XOR of the digests where both servers compute the same ones, else row by row. Any row
/// that is there already, or that the target would change, fails the whole attempt.
[[nodiscard]] Result<WriteOutcome> loadChunk(const TableTarget& target, const LoadChunk& chunk);

} // namespace causeway
