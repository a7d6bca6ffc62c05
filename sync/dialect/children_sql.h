// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/table_shape.h"

namespace causeway {

/// Rows of child key cells… (none when @p child is nullptr), foreign key cells…, of all rows that
/// refer to one of @p parents; locked against change until the transaction ends.
/// @param parents cells of the referenced columns, none of them NULL; not empty.
[[nodiscard]] QByteArray childrenSql(const ForeignKeySchema& key, const TableShape& parent,
                                     const TableShape* child, const std::vector<Cells>& parents);

/// One row, one column: how many rows of the child refer to a parent that is not there.
[[nodiscard]] QByteArray danglingSql(const ForeignKeySchema& key);

} // namespace causeway
