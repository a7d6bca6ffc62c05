// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>

namespace causeway {

/// How the rows of a table fall into buckets: the same on both sides and in the ledger.
/// Ranges of the value for a single integer key, a hash of the key's canonical text for any other.
struct Bucketing {
    enum class Kind { IntegerRange, KeyHash };
    Kind kind = Kind::KeyHash;
    quint64 width = 1;       ///< IntegerRange: key values per bucket, at least 1
    bool isUnsigned = false; ///< IntegerRange: the key is unsigned, ids are to be read as quint64
    quint32 mask = 0;        ///< KeyHash: bucket = hash & mask
};

/// Bucket number; for unsigned integer keys the bits of a quint64.
using BucketId = qint64;

} // namespace causeway
