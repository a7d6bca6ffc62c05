// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/row_key.h"

#include <optional>

namespace causeway {

/// Stands in the ledger for a row that the other side never agreed to: no row has this digest (or
/// one in 2^64), so that side counts as changed whatever becomes of its row.
inline constexpr quint64 kNeverAgreed = 0;

/// What the two sides held when they last agreed on a key. nullopt digest: not there on that side.
struct LedgerEntry {
    KeyBytes key;
    std::optional<quint64> remote; ///< digest as the remote server computes it for its own copy
    std::optional<quint64> local;
    QByteArray base; ///< stored form of the agreed row (storeRow()); null: not kept
};

} // namespace causeway
