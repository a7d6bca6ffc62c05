// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/table_apply.h"

namespace causeway {

/// Whether a run can mirror a table without a row key: SYNC_006 unless it is FULL in one direction,
/// the table's rows print alike on both servers, and no foreign key points at it.
[[nodiscard]] Status checkKeyless(const TableJob& job, const SyncRequest& request);

/// lookAt() for a table without a row key: fills KeylessWork::found or bulkInto.
[[nodiscard]] Status lookAtKeyless(const RunContext& context, TableJob& job, bool firstPass);

/// Deletes the target's surplus rows or inserts what it lacks, as @p step says.
[[nodiscard]] Status applyKeyless(const RunContext& context, TableJob& job, ApplyStep step,
                                  const std::vector<TableJob>& jobs);

/// listChanges() for a table without a row key: the changes have an empty key.
[[nodiscard]] Status listKeylessChanges(const RunContext& context, TableJob& job);

} // namespace causeway
