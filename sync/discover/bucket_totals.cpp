// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discover/bucket_totals.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace causeway {
namespace {

constexpr qint64 kRowsPerBucket = 32;
constexpr qint64 kMaxBuckets = 65'536;

/// Unsigned ids keep their 64 bits.
BucketId bucketId(QByteArrayView text)
{
    return text.startsWith('-') ? text.toByteArray().toLongLong()
                                : static_cast<BucketId>(text.toByteArray().toULongLong());
}

BucketTotal total(const RowView& row, unsigned first)
{
    return {row.bytes(first).toByteArray().toLongLong(),
            row.bytes(first + 1).toByteArray().toULongLong()};
}

/// Distance of the extreme keys, as an unsigned number: no range of 64-bit keys overflows it.
quint64 span(const std::vector<KeyRange>& ranges, bool isUnsigned)
{
    std::optional<quint64> low;
    std::optional<quint64> high;
    // Shifting signed keys by 2^63 keeps their order in unsigned arithmetic.
    const quint64 shift = isUnsigned ? 0 : quint64{1} << 63;
    const auto number = [&](const QByteArray& text) {
        return isUnsigned ? text.toULongLong() : static_cast<quint64>(text.toLongLong()) + shift;
    };
    for (const KeyRange& range : ranges) {
        if (!range.low || !range.high)
            continue;
        low = std::min(low.value_or(number(*range.low)), number(*range.low));
        high = std::max(high.value_or(number(*range.high)), number(*range.high));
    }
    return low ? *high - *low : 0;
}

} // namespace

Result<BucketTotals> readTotals(Connection& connection, const TableSql& sql,
                                const Bucketing& bucketing)
{
    BucketTotals totals;
    CAUSEWAY_TRY(connection.stream(sql.aggregate(bucketing), [&](const RowView& row) {
        totals.emplace(bucketId(row.bytes(0)), total(row, 1));
        return true;
    }));
    return totals;
}

Result<LedgerTotals> readTotals(Connection& local, const LedgerSql& sql, const Bucketing& bucketing)
{
    LedgerTotals totals;
    CAUSEWAY_TRY(local.stream(sql.aggregate(bucketing), [&](const RowView& row) {
        const BucketId bucket = bucketId(row.bytes(0));
        totals.remote.emplace(bucket, total(row, 1));
        totals.local.emplace(bucket, total(row, 3));
        return true;
    }));
    return totals;
}

qint64 totalRows(const BucketTotals& totals)
{
    qint64 rows = 0;
    for (const auto& [bucket, sum] : totals)
        rows += sum.rows;
    return rows;
}

void addUnequal(const BucketTotals& a, const BucketTotals& b, std::vector<BucketId>& unequal)
{
    for (const auto& [bucket, sum] : a) {
        const auto other = b.find(bucket);
        if ((other == b.end() ? BucketTotal{} : other->second) != sum)
            unequal.push_back(bucket);
    }
    for (const auto& [bucket, sum] : b) {
        if (!a.contains(bucket) && sum != BucketTotal{})
            unequal.push_back(bucket);
    }
}

Result<KeyRange> readKeyRange(Connection& connection, const QByteArray& sql)
{
    auto result = connection.query(sql);
    if (!result)
        return result.error();
    const Cells& row = result->rows.at(0);
    return KeyRange{row.at(0), row.at(1)};
}

bool hasIntegerKey(const TableShape& shape)
{
    return shape.key.size() == 1 && shape.columns[shape.key.front()].type == TypeClass::Integer;
}

Bucketing chooseBucketing(const TableShape& shape, qint64 estimatedRows,
                          const std::vector<KeyRange>& ranges)
{
    const auto buckets =
        static_cast<quint64>(std::clamp<qint64>(estimatedRows / kRowsPerBucket, 1, kMaxBuckets));
    Bucketing bucketing;
    if (!hasIntegerKey(shape)) {
        bucketing.mask = static_cast<quint32>(std::bit_ceil(buckets) - 1);
        return bucketing;
    }
    bucketing.kind = Bucketing::Kind::IntegerRange;
    bucketing.isUnsigned = shape.columns[shape.key.front()].isUnsigned;
    // Keys may span all 64 bits, and the width has to be a number of the key's own type.
    const quint64 widest = bucketing.isUnsigned
                               ? std::numeric_limits<quint64>::max()
                               : static_cast<quint64>(std::numeric_limits<qint64>::max());
    bucketing.width = std::min(span(ranges, bucketing.isUnsigned) / buckets, widest - 1) + 1;
    return bucketing;
}

} // namespace causeway
