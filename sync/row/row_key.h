// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/row_image.h"

namespace causeway {

/// A row key as one byte string: equal exactly when every cell is equal byte for byte. No server's
/// collation takes part.
using KeyBytes = QByteArray;

/// A single cell stands for itself; several are joined with their lengths. No cell may be NULL.
[[nodiscard]] KeyBytes encodeKey(const Cells& cells);
/// Inverse of encodeKey() for a key of @p parts cells.
[[nodiscard]] Cells decodeKey(const KeyBytes& key, std::size_t parts);

} // namespace causeway
