// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/schema/table_schema.h"

#include <QString>
#include <QStringList>

namespace causeway {

/// One spelling for both families of information_schema DATA_TYPE, in lower case:
/// "geometrycollection" also for MySQL's "geomcollection".
[[nodiscard]] QString normalisedDataType(const QString& dataType);

/// One spelling for both families of COLUMN_TYPE: no integer display width unless it means
/// something (ZEROFILL values show it, tinyint(1) is many programs' boolean), no width of YEAR, no
/// comments of the server.
/// @param dataType as normalisedDataType() gives it.
[[nodiscard]] QString normalisedColumnType(const QString& columnType, const QString& dataType);

/// @param dataType as normalisedDataType() gives it.
[[nodiscard]] TypeClass typeClassOf(const QString& dataType);

/// "utf8mb3" for "utf8", "utf8mb3_bin" for "utf8_bin"; all else as it is.
[[nodiscard]] QString normalisedCharset(const QString& charsetOrCollation);

/// Members of an ENUM or SET in their order, unescaped. Empty when @p columnType is neither.
[[nodiscard]] QStringList enumMembers(const QString& columnType);

/// What a quoted SQL literal 'like ''this''' means; null QString when @p sql is not exactly one.
[[nodiscard]] QString literalText(const QString& sql);

/// @p text without one layer of backslash escapes.
[[nodiscard]] QString withoutEscapes(const QString& text);

} // namespace causeway
