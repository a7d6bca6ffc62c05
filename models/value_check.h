// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/row_image.h"
#include "sync/schema/table_schema.h"

#include <QString>

namespace causeway {

/// Why @p column would not take @p value, as a sentence in the current language; empty when nothing
/// speaks against it. Looks at type, length and range; the server has the last word.
[[nodiscard]] QString problemWithValue(const ColumnSchema& column, const Cell& value);

} // namespace causeway
