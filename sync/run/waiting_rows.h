// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/table_job.h"

namespace causeway {

/// Takes out of @p writes, rows to insert or update on @p target, those that refer to a row which
/// waits for a person and is not there: they wait with it, uncounted as conflicts of their own.
/// @param jobs all tables of the run.
[[nodiscard]] Status holdBack(const RunContext& context, TableJob& job,
                              const std::vector<TableJob>& jobs, Side target,
                              std::vector<PlannedWrite>& writes);

} // namespace causeway
