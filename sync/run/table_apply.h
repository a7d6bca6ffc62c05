// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/table_target.h"
#include "sync/run/table_job.h"

namespace causeway {

/// Which of a table's findings are written now: deletes run children first, everything else
/// parents first.
enum class ApplyStage { Deletes, Upserts };

struct ApplyStep {
    Side target = Side::Local;
    ApplyStage stage = ApplyStage::Deletes;
};

/// What one pass left of a table's rows.
struct LeftOver {
    std::vector<PlannedWrite> blocked;
    std::vector<RefusedRow> refused;
    Side target = Side::Local;
};

/// Writes the findings of @p job that concern @p step. Counts go into the outcome, what could not
/// be written into @p left.
/// @param jobs all tables of the run, for foreign keys between them.
[[nodiscard]] Status applyFindings(const RunContext& context, TableJob& job, ApplyStep step,
                                   const std::vector<TableJob>& jobs, std::vector<LeftOver>& left);

/// Notes why what the run does to the table cannot be undone. Commits by itself.
[[nodiscard]] Status noteNotUndoable(const RunContext& context, const TableJob& job, UndoState why);

/// The bulk load of a table whose bulkInto is set.
[[nodiscard]] Status applyBulk(const RunContext& context, TableJob& job,
                               const std::vector<TableJob>& jobs, std::vector<LeftOver>& left);

/// Rows that stayed over: waits for the next pass where that may help, else they become conflicts
/// (DELETE_CHILDREN, UNIQUE, REJECTED) with both versions.
/// A parent that the policy keeps is restored on the side that deleted it.
/// @param pass rows are given the passes in which others may still make room for them.
[[nodiscard]] Status settleLeftOvers(const RunContext& context, TableJob& job,
                                     const std::vector<TableJob>& jobs,
                                     const std::vector<LeftOver>& left, int pass);

/// Everything needed to write to one side of one table. @p job and @p jobs are borrowed.
[[nodiscard]] TableTarget makeTarget(const RunContext& context, TableJob& job, Side target,
                                     const std::vector<TableJob>& jobs);

} // namespace causeway
