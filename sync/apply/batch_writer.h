// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/table_target.h"

namespace causeway {

/// Writes planned rows to one table of one side in small transactions.
///
/// Transient errors (deadlock, lock wait) repeat the whole batch, a few times with a growing pause.
/// A row-level error halves the batch until the row at fault stands alone; it is refused and the
/// others are written. A duplicate key first lets UNIQUE values change hands within the batch.
/// @param total what became of the rows, added batch by batch: true also when an error ends the
/// call.
/// @return an error only when the table (or the run) cannot go on; what was committed stays.
[[nodiscard]] Status writeRows(const TableTarget& target, const std::vector<PlannedWrite>& writes,
                               WriteOutcome& total);

/// Writes rows whose cells are at hand, as writeRows() does.
[[nodiscard]] Status writeFetched(const TableTarget& target,
                                  const std::vector<PlannedWrite>& writes,
                                  const FetchedRows& source, WriteOutcome& total);

} // namespace causeway
