// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/table_job.h"

namespace causeway {

/// Values listed beyond this many bytes are of no use to a reader, and of harm to memory.
inline constexpr qint64 kListedBytes = 32'000'000;

/// Turns the findings of a table into the counts and the listed changes of a dry run: what a run in
/// these snapshots would write, with the target's rows before and after.
[[nodiscard]] Status listChanges(const RunContext& context, TableJob& job);

} // namespace causeway
