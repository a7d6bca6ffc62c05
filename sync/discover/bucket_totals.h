// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/db/connection.h"
#include "sync/dialect/ledger_sql.h"
#include "sync/dialect/table_sql.h"

#include <unordered_map>

namespace causeway {

/// Rows of one bucket: how many, and the XOR of their digests.
struct BucketTotal {
    qint64 rows = 0;
    quint64 digests = 0;
    bool operator==(const BucketTotal&) const = default;
};
using BucketTotals = std::unordered_map<BucketId, BucketTotal>;

/// What the ledger says either side held.
struct LedgerTotals {
    BucketTotals remote;
    BucketTotals local;
};

[[nodiscard]] Result<BucketTotals> readTotals(Connection& connection, const TableSql& sql,
                                              const Bucketing& bucketing);
[[nodiscard]] Result<LedgerTotals> readTotals(Connection& local, const LedgerSql& sql,
                                              const Bucketing& bucketing);
[[nodiscard]] qint64 totalRows(const BucketTotals& totals);

/// Adds to @p unequal every bucket whose totals differ (a missing bucket is an empty one).
void addUnequal(const BucketTotals& a, const BucketTotals& b, std::vector<BucketId>& unequal);

/// Smallest and greatest key seen on one side; both nullopt when it is empty.
struct KeyRange {
    Cell low;
    Cell high;
};
[[nodiscard]] Result<KeyRange> readKeyRange(Connection& connection, const QByteArray& sql);

/// Buckets of a few dozen rows, at most 65 536 of them.
/// @param ranges of a single integer key on every side concerned; unused for other keys.
[[nodiscard]] Bucketing chooseBucketing(const TableShape& shape, qint64 estimatedRows,
                                        const std::vector<KeyRange>& ranges);
/// Whether chooseBucketing() needs the ranges.
[[nodiscard]] bool hasIntegerKey(const TableShape& shape);

} // namespace causeway
