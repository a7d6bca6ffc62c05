// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/dialect/server_info.h"
#include "sync/row/row_image.h"
#include "sync/schema/table_schema.h"

namespace causeway {

/// One row of catalogsql::columns() in the terms of both families.
///
/// @param checks clauses of the CHECK constraints of the column's table (MariaDB): a LONGTEXT that
///        must satisfy json_valid() is what that server calls JSON.
[[nodiscard]] ColumnSchema readColumn(const Cells& row, ServerFamily family,
                                      const QStringList& checks);

/// Whether the catalogue may have damaged the literal default of @p column (see
/// catalogsql::exactDefaults).
[[nodiscard]] bool needsExactDefault(const ColumnSchema& column);
/// Takes over what catalogsql::exactDefaults() answered for @p column.
void setExactDefault(ColumnSchema& column, const QByteArray& value);

/// What a column without a DEFAULT clause has: NULL, or nothing when it may not be NULL.
[[nodiscard]] ColumnDefault noDefault(const ColumnSchema& column);

} // namespace causeway
