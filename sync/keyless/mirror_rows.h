// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/table_target.h"
#include "sync/keyless/row_counts.h"

namespace causeway {

/// What became of the differences of a table without a row key.
struct MirrorOutcome {
    ChangeCounts written;
    qint64 refused = 0;                         ///< rows
    std::optional<Error> refusal;               ///< the first of them
    std::unordered_set<quint64> refusedDigests; ///< tried once a run

    /// A target that refuses more different rows than this is not refusing rows but the table.
    static constexpr std::size_t kMostRefusals = 10'000;
    /// Sets rows aside that the target would not take or let go. @return @p why, unchanged, once
    /// there are too many of them.
    [[nodiscard]] Status refuse(quint64 digest, qint64 rows, const Error& why);
};

/// Deletes the rows that @p target has more often than the source had in @p found.
///
/// Each transaction first locks the rows and counts them again: those whose number has changed
/// since the look are left for the next one. A row that the target will not let go is refused, the
/// others go.
/// @pre PairSession::stamp() was called for the target's holder
/// @return an error only when the table cannot go on; what was committed stays.
[[nodiscard]] Status deleteSurplus(const TableTarget& target, const RowCounts& found,
                                   MirrorOutcome& outcome);

/// Inserts the rows that the source had more often, as they were in its present snapshot.
[[nodiscard]] Status insertMissing(const TableTarget& target, const RowCounts& found,
                                   MirrorOutcome& outcome);

/// Inserts all rows of the source's present snapshot: for a target that held none.
[[nodiscard]] Status insertAll(const TableTarget& target, MirrorOutcome& outcome);

} // namespace causeway
