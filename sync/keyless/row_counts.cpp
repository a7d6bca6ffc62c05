// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/keyless/row_counts.h"

#include "sync/core/parallel.h"
#include "sync/dialect/keyless_sql.h"

#include <algorithm>
#include <bit>

namespace causeway {
namespace {

constexpr qint64 kRowsPerBucket = 32;
constexpr qint64 kMaxBuckets = 65'536;
constexpr qint64 kRowsAtOnce = 400'000; ///< of both sides, counted in memory

struct BucketSum {
    qint64 rows = 0;
    QByteArray digests; ///< a sum of 64-bit numbers does not fit into one
    bool operator==(const BucketSum&) const = default;
};
using BucketSums = std::unordered_map<BucketId, BucketSum>;
using DigestCounts = std::unordered_map<quint64, qint64>;

quint32 maskFor(qint64 estimatedRows)
{
    const auto buckets =
        static_cast<quint64>(std::clamp<qint64>(estimatedRows / kRowsPerBucket, 1, kMaxBuckets));
    return static_cast<quint32>(std::bit_ceil(buckets) - 1);
}

Result<BucketSums> readSums(Connection& connection, const TableSql& sql, quint32 mask)
{
    BucketSums sums;
    bool complete = true;
    CAUSEWAY_TRY(connection.stream(KeylessSql(sql).aggregate(mask), [&](const RowView& row) {
        complete = complete && row.number(1) == row.number(2);
        sums.emplace(static_cast<BucketId>(row.number(0)),
                     BucketSum{static_cast<qint64>(row.number(1)), row.bytes(3).toByteArray()});
        return true;
    }));
    if (!complete)
        return digestMissing(sql);
    return sums;
}

Result<DigestCounts> readCounts(Connection& connection, const TableSql& sql, quint32 mask,
                                const std::vector<BucketId>& buckets)
{
    DigestCounts counts;
    bool complete = true;
    CAUSEWAY_TRY(connection.stream(KeylessSql(sql).counts(mask, buckets), [&](const RowView& row) {
        complete = complete && !row.isNull(0);
        counts.emplace(row.number(0), static_cast<qint64>(row.number(1)));
        return true;
    }));
    if (!complete)
        return digestMissing(sql);
    return counts;
}

/// A bucket to look into, and how many rows the two sides have in it.
struct Unequal {
    BucketId bucket;
    qint64 rows;
};

std::vector<Unequal> unequal(const BucketSums& remote, const BucketSums& local)
{
    const auto sumOf = [](const BucketSums& sums, BucketId bucket) {
        const auto found = sums.find(bucket);
        return found == sums.end() ? BucketSum{} : found->second;
    };
    std::vector<Unequal> result;
    for (const auto& [bucket, sum] : remote) {
        const BucketSum other = sumOf(local, bucket);
        if (sum != other)
            result.push_back({bucket, sum.rows + other.rows});
    }
    for (const auto& [bucket, sum] : local) {
        if (!remote.contains(bucket))
            result.push_back({bucket, sum.rows});
    }
    std::sort(result.begin(), result.end(),
              [](const Unequal& a, const Unequal& b) { return a.bucket < b.bucket; });
    return result;
}

qint64 allRows(const BucketSums& sums)
{
    qint64 rows = 0;
    for (const auto& [bucket, sum] : sums)
        rows += sum.rows;
    return rows;
}

/// Looks into one portion of buckets after the other.
class Counter {
public:
    Counter(const SideLinks& links, const TableSqlPair& sql,
            const std::unordered_set<quint64>& without, RowCounts& found)
        : m_links(links)
        , m_sql(sql)
        , m_without(without)
        , m_found(found)
    {
    }

    Status look(const std::vector<BucketId>& buckets)
    {
        auto [remote, local] =
            runBoth([&] { return readCounts(m_links.remote, m_sql.remote, m_found.mask, buckets); },
                    [&] { return readCounts(m_links.local, m_sql.local, m_found.mask, buckets); });
        CAUSEWAY_TRY(remote);
        CAUSEWAY_TRY(local);
        for (const auto& [digest, count] : *remote) {
            const auto there = local->find(digest);
            CAUSEWAY_TRY(take({digest, count, there == local->end() ? 0 : there->second}));
        }
        for (const auto& [digest, count] : *local) {
            if (!remote->contains(digest))
                CAUSEWAY_TRY(take({digest, 0, count}));
        }
        return okStatus();
    }

private:
    Status take(CountDifference&& difference)
    {
        if (difference.remote == difference.local || m_without.contains(difference.digest))
            return okStatus();
        m_found.onlyOnRemote += difference.surplusOn(Side::Remote);
        m_found.onlyOnLocal += difference.surplusOn(Side::Local);
        return m_found.differences.append(std::move(difference));
    }

    const SideLinks& m_links;
    const TableSqlPair& m_sql;
    const std::unordered_set<quint64>& m_without;
    RowCounts& m_found;
};

Status lookInto(const std::vector<Unequal>& unequal, Counter& counter, const QString& table,
                const std::stop_token& stop)
{
    std::vector<BucketId> buckets;
    qint64 rows = 0;
    for (std::size_t i = 0; i < unequal.size(); ++i) {
        buckets.push_back(unequal[i].bucket);
        rows += unequal[i].rows;
        const bool last = i + 1 == unequal.size();
        if (!last && rows + unequal[i + 1].rows <= kRowsAtOnce)
            continue;
        if (stop.stop_requested())
            return makeError(ErrorCode::SyncInterrupted, table);
        CAUSEWAY_TRY(counter.look(buckets));
        buckets.clear();
        rows = 0;
    }
    return okStatus();
}

} // namespace

WantedRows surplusRows(const std::vector<CountDifference>& some, Side side, quint32 mask)
{
    WantedRows wanted;
    for (const CountDifference& difference : some) {
        const qint64 rows = difference.surplusOn(side);
        if (rows == 0)
            continue;
        wanted.left.emplace(difference.digest, rows);
        wanted.buckets.push_back(static_cast<BucketId>(difference.digest & mask));
    }
    std::sort(wanted.buckets.begin(), wanted.buckets.end());
    wanted.buckets.erase(std::unique(wanted.buckets.begin(), wanted.buckets.end()),
                         wanted.buckets.end());
    return wanted;
}

Result<RowCounts> countRows(const SideLinks& links, const TableSqlPair& sql, qint64 estimatedRows,
                            const std::unordered_set<quint64>& without, const std::stop_token& stop)
{
    RowCounts found;
    found.mask = maskFor(estimatedRows);
    auto [remote, local] = runBoth([&] { return readSums(links.remote, sql.remote, found.mask); },
                                   [&] { return readSums(links.local, sql.local, found.mask); });
    CAUSEWAY_TRY(remote);
    CAUSEWAY_TRY(local);
    found.rows = {allRows(*remote), allRows(*local)};
    Counter counter(links, sql, without, found);
    CAUSEWAY_TRY(lookInto(unequal(*remote, *local), counter, sql.shape().table, stop));
    return found;
}

} // namespace causeway
