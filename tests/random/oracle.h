// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "tests/random/journal.h"

namespace causeway::test {

/// What the two sides held of one row when they last agreed on it. The third map beside the rows
/// of the two sides.
struct Agreed {
    bool known = false;
    /// A run was cut off, or users worked while it went: what it agreed on cannot be told from here
    /// until both sides are seen to be equal again.
    bool uncertain = false;
    std::optional<RowCells> remote;
    std::optional<RowCells> local;
    bool operator==(const Agreed&) const = default;
};

/// How a table is synced in one run.
struct TableSettings {
    SyncType type = SyncType::Incremental;
    Direction direction = Direction::Both;
    Policy policy = Policy::Manual;
};

/// One row before a run.
struct RowBefore {
    std::optional<RowCells> remote;
    std::optional<RowCells> local;
    Agreed agreed;
    bool held = false; ///< it waits for a person
    /// An open conflict speaks of it: each side had a row, even if they never agreed on one.
    bool disputed = false;
};

/// What has to be there after a run in which nobody else wrote.
struct Expected {
    std::optional<RowCells> remote;
    std::optional<RowCells> local;
    Agreed agreed;
    bool conflict = false; ///< found by this run
    bool open = false;     ///< listed as an open conflict afterwards
};

/// What a run does with one row, from the words of the specification alone. Knows nothing of
/// digests, batches or verdicts, and shares no code with the engine.
/// @pre !before.agreed.uncertain
[[nodiscard]] Expected expectedAfter(const RowBefore& before, const TableSettings& settings);

} // namespace causeway::test
