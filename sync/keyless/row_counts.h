// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/spilling_list.h"
#include "sync/discover/discover.h"

#include <unordered_set>

namespace causeway {

/// How often one row is there on each side; the sides differ in it.
struct CountDifference {
    quint64 digest = 0;
    qint64 remote = 0;
    qint64 local = 0;

    [[nodiscard]] qint64 of(Side side) const { return side == Side::Remote ? remote : local; }
    /// Rows that @p side has and the other one lacks.
    [[nodiscard]] qint64 surplusOn(Side side) const
    {
        return std::max<qint64>(0, of(side) - of(otherSide(side)));
    }
};

template<>
struct Spilled<CountDifference> {
    static void put(QDataStream& stream, const CountDifference& difference)
    {
        stream << difference.digest << difference.remote << difference.local;
    }
    [[nodiscard]] static CountDifference take(QDataStream& stream)
    {
        CountDifference difference;
        stream >> difference.digest >> difference.remote >> difference.local;
        return difference;
    }
};

/// What one look found in a table without a row key: rows by digest, and how often.
struct RowCounts {
    static constexpr std::size_t kInMemory = 100'000;

    SpillingList<CountDifference, kInMemory> differences;
    TableTotals rows;        ///< of each side as a whole
    qint64 onlyOnRemote = 0; ///< rows, not different rows
    qint64 onlyOnLocal = 0;
    quint32 mask = 0; ///< of the buckets that the look used

    [[nodiscard]] qint64 onlyOn(Side side) const
    {
        return side == Side::Remote ? onlyOnRemote : onlyOnLocal;
    }
};

/// Rows to find in one side by their digests, and the buckets that hold them.
struct WantedRows {
    std::unordered_map<quint64, qint64> left; ///< by digest: how many more are wanted
    std::vector<BucketId> buckets;            ///< sorted

    /// Whether one more row of this digest is wanted; it is then counted as taken.
    [[nodiscard]] bool take(quint64 digest)
    {
        const auto found = left.find(digest);
        return found != left.end() && found->second-- > 0;
    }
};
/// The surplus of @p side in @p some.
[[nodiscard]] WantedRows surplusRows(const std::vector<CountDifference>& some, Side side,
                                     quint32 mask);

/// Compares both sides of a table without a row key as multisets of rows, in the present snapshots.
///
/// One aggregate query per side shortlists buckets; those are counted row by row, as many at a time
/// as memory allows, each time with one scan of either side. Writes nothing.
/// @pre TableShape::digestsDecide()
/// @param without digests to leave out: rows that the target has refused
/// @return SYNC_005 when @p stop was requested.
[[nodiscard]] Result<RowCounts> countRows(const SideLinks& links, const TableSqlPair& sql,
                                          qint64 estimatedRows,
                                          const std::unordered_set<quint64>& without,
                                          const std::stop_token& stop);

} // namespace causeway
