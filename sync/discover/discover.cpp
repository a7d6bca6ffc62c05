// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discover/discover.h"

#include "sync/core/parallel.h"
#include "sync/dialect/range_sql.h"

#include <algorithm>

namespace causeway {
namespace {

/// Rows looked into at once: bounds the memory of a comparison, whatever the table's size.
constexpr qint64 kRowsPerPortion = 40'000;
/// Ranges in one condition: the servers' range optimizers take quadratic time over them.
constexpr std::size_t kRangesPerPortion = 100;

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

Result<AllTotals> readAllTotals(const DiscoverTask& task, const Bucketing& bucketing)
{
    const TableReader& reader = task.reader;
    AllTotals totals;
    auto [remote, rest] =
        runBoth([&] { return readTotals(task.links.remote, reader.table.remote, bucketing); },
                [&]() -> Status {
                    auto local = readTotals(task.links.local, reader.table.local, bucketing);
                    CAUSEWAY_TRY(local);
                    totals.local = std::move(*local);
                    if (!reader.ledger)
                        return okStatus();
                    auto ledger = readTotals(task.links.ledger, *reader.ledger, bucketing);
                    CAUSEWAY_TRY(ledger);
                    totals.ledger = std::move(*ledger);
                    return okStatus();
                });
    CAUSEWAY_TRY(remote);
    CAUSEWAY_TRY(rest);
    totals.remote = std::move(*remote);
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

Status decide(const DiscoverTask& task, KeyStates& states,
              const std::function<Status(Finding&&)>& sink)
{
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

Result<TableTotals> discover(const DiscoverTask& task, const std::function<Status(Finding&&)>& sink,
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

} // namespace causeway
