// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/server_program.h"

namespace causeway {

/// Fills the data folder of @p folder for @p program: a copy of the template kept in
/// @p templateFolder when there is one, else made by the server's own program, and then kept there
/// for the next. An empty @p templateFolder keeps none.
/// Errors: SYS_004, SYS_005 with the last lines of the log.
[[nodiscard]] Status prepareData(const ServerFolder& folder, const ServerProgram& program,
                                 const QString& templateFolder);

} // namespace causeway
