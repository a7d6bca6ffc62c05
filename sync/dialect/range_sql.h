// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/dialect/bucketing.h"

#include <vector>

namespace causeway {

/// "(`k` BETWEEN 0 AND 999 OR …)" for the buckets of an integer key, neighbours joined.
/// @param buckets sorted by sortBuckets() and not empty.
[[nodiscard]] QByteArray rangesCondition(const QByteArray& column, const Bucketing& bucketing,
                                         const std::vector<BucketId>& buckets);

/// "1,2,3".
[[nodiscard]] QByteArray numberList(const std::vector<BucketId>& numbers);

/// Ascending in the order of the keys (unsigned ids compare unsigned).
void sortBuckets(const Bucketing& bucketing, std::vector<BucketId>& buckets);

} // namespace causeway
