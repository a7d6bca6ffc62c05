// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/table_job.h"

namespace causeway {

/// The tables of a run in the order they are worked on: higher priority first, parents before
/// children. A table that cannot be synced comes with its error.
/// CFG_003 when the request names a table without a config row.
[[nodiscard]] Result<std::vector<TableJob>> planTables(const RunContext& context,
                                                       const std::vector<TableConfig>& configs);

} // namespace causeway
