// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/row_image.h"
#include "sync/schema/table_schema.h"

#include <QByteArray>

namespace causeway::columnsql {

/// Expression that yields the value as it travels (see Cell): exact text, or raw bytes.
[[nodiscard]] QByteArray read(const ColumnSchema& column);

/// Arguments for CONCAT that yield the value's canonical text for digests: the same on every server
/// for the same value, independent of session and collation, and impossible to confuse with a
/// neighbour's. NULL only when the server could not compute it.
[[nodiscard]] QByteArray canonical(const ColumnSchema& column);

/// @p cell as a literal of this column.
[[nodiscard]] QByteArray literal(const ColumnSchema& column, const Cell& cell);

/// Whether LOAD DATA takes the value through a user variable and an expression.
[[nodiscard]] bool loadsThroughVariable(const ColumnSchema& column);
/// "`col` = UNHEX(@c3)" for such a column.
[[nodiscard]] QByteArray loadAssignment(const ColumnSchema& column, int variable);
/// Appends @p cell as a field of a LOAD DATA stream (tab separated, backslash escaped).
void appendLoadField(QByteArray& stream, const ColumnSchema& column,
                     std::optional<QByteArrayView> cell);

} // namespace causeway::columnsql
