// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/discover/bucket_totals.h"
#include "sync/discover/row_fetch.h"
#include "sync/reconcile/reconcile.h"

#include <unordered_map>

namespace causeway {

/// Everything known of some row keys.
using KeyStates = std::unordered_map<KeyBytes, KeyState, KeyHash>;

/// The connections that one table's comparison reads from. The first two are inside their
/// snapshots; the third reads the ledger, which nobody else writes while the run holds its lock.
struct ReadingLinks {
    Connection& remote;
    Connection& local;
    Connection& ledger;
};

/// What a table is compared with.
struct TableReader {
    const TableSqlPair& table;
    const LedgerSql* ledger = nullptr; ///< nullptr: there is none yet
    bool baseTrusted = true;
};

/// States of all keys in @p buckets (sorted), both sides read at the same time.
[[nodiscard]] Result<KeyStates> readBuckets(const ReadingLinks& links, const TableReader& reader,
                                            const Bucketing& bucketing,
                                            const std::vector<BucketId>& buckets);

/// States of the given keys, those of which nothing is known anywhere included.
[[nodiscard]] Result<KeyStates> readKeys(const ReadingLinks& links, const TableReader& reader,
                                         const std::vector<KeyBytes>& keys);

/// Digests by key of whatever the query gives as key cells…, digest. A NULL digest is an error.
using KeyDigests = std::unordered_map<KeyBytes, quint64, KeyHash>;
[[nodiscard]] Result<KeyDigests> readDigests(Connection& connection, const TableSql& sql,
                                             const QByteArray& query);

/// Sets KeyState::equal of @p keys by fetching and comparing both rows.
[[nodiscard]] Status compareValues(const ReadingLinks& links, const TableSqlPair& sql,
                                   const std::vector<KeyBytes>& keys, KeyStates& states);

} // namespace causeway
