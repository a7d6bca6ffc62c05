// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/random/history.h"
#include "tests/support/two_sided_fixture.h"

namespace causeway::test {

/// Both sides and the recorded conflicts at one quiet moment.
struct PairState {
    std::vector<TableRows> remote; ///< by table
    std::vector<TableRows> local;
    std::vector<KeptConflict> conflicts;

    [[nodiscard]] std::optional<RowCells> row(Side side, std::size_t table, const RowId& id) const;
    /// Keys of @p table on either side.
    [[nodiscard]] std::set<RowId> keys(std::size_t table) const;
    [[nodiscard]] bool held(std::size_t table, const RowId& id) const;
    /// nullptr: none
    [[nodiscard]] const KeptConflict* open(std::size_t table, const RowId& id) const;
    [[nodiscard]] bool disputed(std::size_t table, const RowId& id) const;
    /// Open conflicts whose rows every run tries again: it writes, and takes it back.
    [[nodiscard]] bool anyRefused() const;
};

[[nodiscard]] PairState readPair(TwoSidedFixture& pair, const RandomSchema& schema);

/// Rows that differ and are neither listed as open conflicts nor wait for a parent that is.
[[nodiscard]] QStringList unexplainedDifferences(const PairState& state,
                                                 const RandomSchema& schema);

/// Every conflict on record, straight from the control store.
[[nodiscard]] std::vector<ConflictRow> recordedConflicts(const TwoSidedFixture& pair);

} // namespace causeway::test
