// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/range_sql.h"

#include <QString>

#include <algorithm>
#include <limits>

namespace causeway {
namespace {

// Bounds are computed in 128 bits: the last bucket of a BIGINT key would overflow 64.
__extension__ using Wide = __int128;

struct Bounds {
    Wide low;
    Wide high;
};

/// DIV rounds towards zero: bucket 0 of a signed key reaches from -(width-1) to width-1.
Bounds boundsOf(const Bucketing& bucketing, BucketId bucket)
{
    const Wide width = bucketing.width;
    if (bucketing.isUnsigned) {
        const Wide id = static_cast<quint64>(bucket);
        return {id * width, id * width + width - 1};
    }
    const Wide id = bucket;
    return {bucket > 0 ? id * width : id * width - (width - 1),
            bucket < 0 ? id * width : id * width + width - 1};
}

QByteArray decimal(const Bucketing& bucketing, Wide value)
{
    if (bucketing.isUnsigned) {
        const Wide highest = std::numeric_limits<quint64>::max();
        return QByteArray::number(static_cast<quint64>(std::min(value, highest)));
    }
    const Wide highest = std::numeric_limits<qint64>::max();
    const Wide lowest = std::numeric_limits<qint64>::min();
    return QByteArray::number(static_cast<qint64>(std::clamp(value, lowest, highest)));
}

} // namespace

QByteArray rangesCondition(const QByteArray& column, const Bucketing& bucketing,
                           const std::vector<BucketId>& buckets)
{
    std::vector<Bounds> ranges;
    for (const BucketId bucket : buckets) {
        const Bounds next = boundsOf(bucketing, bucket);
        if (!ranges.empty() && ranges.back().high + 1 >= next.low)
            ranges.back().high = next.high;
        else
            ranges.push_back(next);
    }
    QByteArray condition;
    for (const Bounds& range : ranges) {
        condition += (condition.isEmpty() ? "(" : " OR ") + column + " BETWEEN " +
                     decimal(bucketing, range.low) + " AND " + decimal(bucketing, range.high);
    }
    return condition + ")";
}

QByteArray numberList(const std::vector<BucketId>& numbers)
{
    QByteArray list;
    for (const BucketId number : numbers)
        list += (list.isEmpty() ? "" : ",") + QByteArray::number(number);
    return list;
}

void sortBuckets(const Bucketing& bucketing, std::vector<BucketId>& buckets)
{
    std::sort(buckets.begin(), buckets.end(), [&](BucketId a, BucketId b) {
        return bucketing.isUnsigned ? static_cast<quint64>(a) < static_cast<quint64>(b) : a < b;
    });
}

} // namespace causeway
