// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/discover/key_states.h"

#include <functional>
#include <stop_token>
#include <unordered_set>

namespace causeway {

/// One row key that is not in step, with what was decided.
struct Finding {
    KeyBytes key;
    KeyState state;
    Decision decision; ///< never Nothing, never NeedValues
};

using KeySet = std::unordered_set<KeyBytes, KeyHash>;

/// What to look for in one table.
struct DiscoverTask {
    ReadingLinks links;
    TableReader reader;
    Rules rules;
    qint64 estimatedRows = 0;
    const KeySet* held = nullptr; ///< keys that wait for a person: left out
    bool sidesOnly = false; ///< look only where the sides differ from each other; keys both agree
                            ///< on may then be left out
    std::optional<Side> justRead{}; ///< every row of this side is in the ledger as this run has
                                    ///< read it: the side itself need not be asked again
    /// Keys that an open conflict speaks of: there was a row on each side once, even if the ledger
    /// never heard of it, so that one missing now is a delete.
    KeySet disputed{};
};

/// What a comparison saw of a table as a whole.
struct TableTotals {
    qint64 remoteRows = 0;
    qint64 localRows = 0;
};

/// Finds every row key of a table that calls for something, and hands it to @p sink.
///
/// One aggregate query per side and over the ledger shortlists buckets; only those are looked into,
/// in portions of bounded size. Writes nothing. An error of @p sink ends the search.
/// @return rows per side; DB_CONN_* or SYNC_* on failure, SYNC_005 when @p stop was requested.
using FindingSink = std::function<Status(Finding&&)>;
[[nodiscard]] Result<TableTotals> discover(const DiscoverTask& task, const FindingSink& sink,
                                           std::stop_token stop);

/// The same for the given keys only.
/// @return how many of them each side holds.
[[nodiscard]] Result<TableTotals> discoverKeys(const DiscoverTask& task,
                                               const std::vector<KeyBytes>& keys,
                                               const FindingSink& sink, std::stop_token stop);

} // namespace causeway
