// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/reconcile/reconcile.h"
#include "tests/support/dice.h"

#include <QString>

#include <vector>

namespace causeway::test {

/// One row as a model: the value on each side and what the ledger remembers. Equal values are equal
/// rows; the digests of the two sides are never alike, as on two kinds of servers.
struct RowModel {
    using Value = std::optional<int>; ///< nullopt: no row

    Value remote;
    Value local;
    bool known = false;
    bool trusted = true;
    Value baseRemote; ///< what remote held when last agreed
    Value baseLocal;

    [[nodiscard]] KeyState state(bool withEqual = true) const;
    /// Does what @p decision says, and keeps the ledger as a run does.
    void apply(const Decision& decision);
    [[nodiscard]] RowModel swapped() const;
    [[nodiscard]] QString text() const;
    bool operator==(const RowModel&) const = default;
};

/// Any state that a run may meet: agreed once and changed since, never agreed, or half agreed by a
/// one-way run.
[[nodiscard]] RowModel randomRow(Dice& dice);
[[nodiscard]] Rules randomRules(Dice& dice);
[[nodiscard]] Rules swapped(const Rules& rules);
[[nodiscard]] QString text(const Rules& rules);
[[nodiscard]] QString text(const Decision& decision);
/// Rows that are simpler than @p row in one respect, simplest first.
[[nodiscard]] std::vector<RowModel> simpler(const RowModel& row);

[[nodiscard]] inline bool isMirror(const Rules& rules)
{
    return rules.type == SyncType::Full && rules.direction != Direction::Both;
}

} // namespace causeway::test
