// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/row_key.h"

#include <optional>

namespace causeway {

/// What the two sides held when they last agreed on a key. nullopt digest: not there on that side.
struct LedgerEntry {
    KeyBytes key;
    std::optional<quint64> remote; ///< digest as the remote server computes it for its own copy
    std::optional<quint64> local;
    QByteArray base; ///< stored form of the agreed row (storeRow()); null: not kept
};

} // namespace causeway
