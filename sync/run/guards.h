// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/table_job.h"

namespace causeway {

/// Which of a table's three stores hold no row at all.
struct Emptiness {
    bool remote = false;
    bool local = false;
    bool ledger = true;

    [[nodiscard]] bool of(Side side) const { return side == Side::Remote ? remote : local; }
};

/// Asks both sides and the ledger.
[[nodiscard]] Result<Emptiness> emptiness(const RunContext& context, const TableJob& job);

/// SYNC_007 when a side that the run would copy from is empty where there were rows before, or
/// where a one-way FULL run would empty the target for it.
[[nodiscard]] Status guardEmptySource(const TableJob& job, const Emptiness& empty,
                                      const SyncRequest& request);

/// SYNC_007 when @p deletes of the @p rows on @p target are more than the limits allow.
[[nodiscard]] Status guardDeletes(const QString& table, Side target, qint64 deletes, qint64 rows,
                                  const SyncRequest& request);
/// SYNC_007 when the findings delete more rows of a side than the limits allow.
[[nodiscard]] Status guardMassDelete(const TableJob& job, const TableTotals& totals,
                                     const SyncRequest& request);

/// The side to load whole: empty on this side and in the ledger, rows on the other.
[[nodiscard]] std::optional<Side> bulkTarget(const TableJob& job, const Emptiness& empty);

} // namespace causeway
