// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/table_job.h"

namespace causeway {

/// Before the first write to one side of a table: lets the server itself say whether this session
/// may do what the findings ask for, by statements that touch no row. A missing grant or a
/// read-only server shows here and not at row one million. Once per table and side. SYS_004 when a
/// right is missing.
[[nodiscard]] Status preflightWrites(const RunContext& context, TableJob& job, Side target);

} // namespace causeway
