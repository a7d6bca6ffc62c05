// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/row_image.h"
#include "sync/schema/table_schema.h"

#include <QByteArray>

namespace causeway {

/// The columns of a parent that say in a few words which row it is: short ones, at most six, those
/// of its primary key first.
[[nodiscard]] std::vector<ColumnSchema> tellingColumns(const TableSchema& parent);

/// Reads @p shown of the row of @p parent that @p key refers to with @p values (none NULL), in the
/// order of the key's columns; no row when there is none.
[[nodiscard]] QByteArray parentSql(const ForeignKeySchema& key, const TableSchema& parent,
                                   const std::vector<ColumnSchema>& shown, const Cells& values);

} // namespace causeway
