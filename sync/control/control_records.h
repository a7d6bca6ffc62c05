// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "sync/core/result.h"

class QSqlQuery;

/// @file Rows of the control tables as values. Control tables can be edited by anybody who may log
/// in: a value outside the interface is CFG_002 (CFG_004 for a direction) and names row and value.

namespace causeway {

[[nodiscard]] Result<TableConfig> readConfig(const QSqlQuery& row);
[[nodiscard]] Result<LogRow> readLogRow(const QSqlQuery& row);
[[nodiscard]] Result<ConflictRow> readConflict(const QSqlQuery& row);

} // namespace causeway
