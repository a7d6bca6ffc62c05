// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/table_target.h"

namespace causeway {

/// Writes @p row to @p target as a user's edit would: compare and set against @p expected (nullopt:
/// no row), fenced, read back by value, but without the ledger, so that the next look sees a
/// change. SYNC_014 when the target holds something else by now.
[[nodiscard]] Status writeMergedRow(const TableTarget& target, const KeyBytes& key,
                                    std::optional<quint64> expected, const Cells& row);

/// Does all of writeMergedRow() but the commit: whether @p target would take the row.
[[nodiscard]] Status rehearseMergedRow(const TableTarget& target, const KeyBytes& key,
                                       std::optional<quint64> expected, const Cells& row);

} // namespace causeway
