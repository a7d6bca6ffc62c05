// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discover/discover.h"

#include "sync/core/parallel.h"
#include "sync/core/portions.h"
#include "sync/dialect/range_sql.h"

#include <algorithm>

namespace causeway {
namespace {

/// Rows looked into at once: bounds the memory of a comparison, whatever the table's size.
constexpr qint64 kRowsPerPortion = 40'000;
/// Ranges in one condition: the servers' range optimizers take quadratic time over them.
constexpr std::size_t kRangesPerPortion = 100;
constexpr std::size_t kKeysPerPortion = 5'000;

struct AllTotals {
    BucketTotals remote;
    BucketTotals local;
    LedgerTotals ledger;
};

Error interrupted(const TableShape& shape)
{
    return makeError(ErrorCode::SyncInterrupted, shape.table);
}

Result<Bucketing> bucketingFor(const DiscoverTask& task)
{
    const TableSqlPair& sql = task.reader.table;
    std::vector<KeyRange> ranges;
    if (hasIntegerKey(sql.shape())) {
        auto remote = readKeyRange(task.links.remote, sql.remote.keyRange());
        CAUSEWAY_TRY(remote);
        auto local = readKeyRange(task.links.local, sql.local.keyRange());
        CAUSEWAY_TRY(local);
        ranges = {*remote, *local};
        if (task.reader.ledger) {
            auto ledger = readKeyRange(task.links.ledger, task.reader.ledger->keyRange());
            CAUSEWAY_TRY(ledger);
            ranges.push_back(*ledger);
        }
    }
    return chooseBucketing(sql.shape(), task.estimatedRows, ranges);
}

/// Both sides and the ledger at the same time.
Result<AllTotals> readAllTotals(const DiscoverTask& task, const Bucketing& bucketing)
{
    const TableReader& reader = task.reader;
    const auto ofSide = [&](Side side, Connection& connection) -> Result<BucketTotals> {
        if (task.justRead == side)
            return BucketTotals();
        return readTotals(connection, reader.table.of(side), bucketing);
    };
    const auto ofLedger = [&]() -> Result<LedgerTotals> {
        if (!reader.ledger)
            return LedgerTotals();
        return readTotals(task.links.ledger, *reader.ledger, bucketing);
    };
    auto [sides, ledger] = runBoth(
        [&] {
            return runBoth([&] { return ofSide(Side::Remote, task.links.remote); },
                           [&] { return ofSide(Side::Local, task.links.local); });
        },
        ofLedger);
    auto& [remote, local] = sides;
    CAUSEWAY_TRY(remote);
    CAUSEWAY_TRY(local);
    CAUSEWAY_TRY(ledger);
    AllTotals totals{std::move(*remote), std::move(*local), std::move(*ledger)};
    if (task.justRead == Side::Remote)
        totals.remote = totals.ledger.remote;
    if (task.justRead == Side::Local)
        totals.local = totals.ledger.local;
    return totals;
}

/// Buckets in which something may differ, in key order.
std::vector<BucketId> suspects(const DiscoverTask& task, const Bucketing& bucketing,
                               const AllTotals& totals)
{
    std::vector<BucketId> buckets;
    if (!task.sidesOnly) {
        addUnequal(totals.remote, totals.ledger.remote, buckets);
        addUnequal(totals.local, totals.ledger.local, buckets);
    }
    const bool distrust =
        task.sidesOnly || task.rules.type == SyncType::Full || !task.reader.baseTrusted;
    if (distrust && task.reader.table.shape().digestsComparable()) {
        addUnequal(totals.remote, totals.local, buckets);
    } else if (distrust) {
        for (const BucketTotals* side : {&totals.remote, &totals.local}) {
            for (const auto& [bucket, sum] : *side)
                buckets.push_back(bucket);
        }
    }
    sortBuckets(bucketing, buckets);
    buckets.erase(std::unique(buckets.begin(), buckets.end()), buckets.end());
    return buckets;
}

qint64 rowsOf(const AllTotals& totals, BucketId bucket)
{
    const auto rows = [bucket](const BucketTotals& side) {
        const auto found = side.find(bucket);
        return found == side.end() ? 0 : found->second.rows;
    };
    return std::max({rows(totals.remote), rows(totals.local), rows(totals.ledger.remote)});
}

/// First index after @p begin that would take the portion over its size.
std::size_t portionEnd(const std::vector<BucketId>& buckets, std::size_t begin,
                       const AllTotals& totals, Bucketing::Kind kind)
{
    const bool ranges = kind == Bucketing::Kind::IntegerRange;
    const std::size_t limit = ranges ? begin + kRangesPerPortion : buckets.size();
    qint64 rows = 0;
    std::size_t end = begin;
    while (end < std::min(limit, buckets.size())) {
        rows += rowsOf(totals, buckets[end]);
        if (end > begin && rows > kRowsPerPortion)
            break;
        ++end;
    }
    return end;
}

/// The row that is missing on one side was there once, though nothing was ever agreed on: that it
/// is gone is a change like any other.
void markDisputed(const DiscoverTask& task, KeyStates& states)
{
    for (auto& [key, state] : states) {
        const bool missing = state.remote.has_value() != state.local.has_value();
        if (missing && !state.known && task.disputed.contains(key)) {
            state.known = true;
            state.baseTrusted = false;
        }
    }
}

Status decide(const DiscoverTask& task, KeyStates& states, const FindingSink& sink)
{
    if (!task.disputed.empty())
        markDisputed(task, states);
    std::vector<KeyBytes> unclear;
    for (const auto& [key, state] : states) {
        if (reconcile(state, task.rules).verdict == Verdict::NeedValues)
            unclear.push_back(key);
    }
    if (!unclear.empty())
        CAUSEWAY_TRY(compareValues(task.links, task.reader.table, unclear, states));
    for (auto& [key, state] : states) {
        const Decision decision = reconcile(state, task.rules);
        if (decision.verdict == Verdict::Nothing || (task.held && task.held->contains(key)))
            continue;
        CAUSEWAY_TRY(sink(Finding{key, state, decision}));
    }
    return okStatus();
}

} // namespace

Result<TableTotals> discover(const DiscoverTask& task, const FindingSink& sink,
                             std::stop_token stop)
{
    auto bucketing = bucketingFor(task);
    CAUSEWAY_TRY(bucketing);
    auto totals = readAllTotals(task, *bucketing);
    CAUSEWAY_TRY(totals);
    const std::vector<BucketId> buckets = suspects(task, *bucketing, *totals);
    for (std::size_t begin = 0; begin < buckets.size();) {
        if (stop.stop_requested())
            return interrupted(task.reader.table.shape());
        const std::size_t end = portionEnd(buckets, begin, *totals, bucketing->kind);
        const std::vector<BucketId> portion(buckets.begin() + static_cast<std::ptrdiff_t>(begin),
                                            buckets.begin() + static_cast<std::ptrdiff_t>(end));
        auto states = readBuckets(task.links, task.reader, *bucketing, portion);
        CAUSEWAY_TRY(states);
        CAUSEWAY_TRY(decide(task, *states, sink));
        begin = end;
    }
    return TableTotals{totalRows(totals->remote), totalRows(totals->local)};
}

Result<TableTotals> discoverKeys(const DiscoverTask& task, const std::vector<KeyBytes>& keys,
                                 const FindingSink& sink, std::stop_token stop)
{
    TableTotals totals;
    CAUSEWAY_TRY(inPortions(keys, kKeysPerPortion, [&](const auto& some) -> Status {
        if (stop.stop_requested())
            return interrupted(task.reader.table.shape());
        auto states = readKeys(task.links, task.reader, some);
        CAUSEWAY_TRY(states);
        for (const auto& [key, state] : *states) {
            totals.remoteRows += state.remote ? 1 : 0;
            totals.localRows += state.local ? 1 : 0;
        }
        return decide(task, *states, sink);
    }));
    return totals;
}

} // namespace causeway
