// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/table_job.h"

namespace causeway {

/// At the beginning of a pass, in fresh snapshots: looks into every table of @p jobs that is to be
/// looked at, which keeps both servers from changing its structure until the snapshots end, then
/// makes sure that it is still the one the run was planned for. A table that was changed, dropped
/// or replaced meanwhile ends with an error (SYNC_001 or the server's), the others go on.
/// @return an error only when the catalogue cannot be read.
[[nodiscard]] Status holdStructures(const RunContext& context, std::vector<TableJob>& jobs);

} // namespace causeway
