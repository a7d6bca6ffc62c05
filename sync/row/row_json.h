// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/row_image.h"

#include <QJsonObject>
#include <QJsonValue>

namespace causeway {

/// JSON form of a row (spec 11): column to text, NULL as null; bytes that are no UTF-8 text as
/// {"hex":"…"}. Keeps column order only through RowImage (QJsonObject sorts).
[[nodiscard]] QJsonObject toJson(const RowImage& row);
/// null for a missing row.
[[nodiscard]] QJsonValue toJson(const std::optional<RowImage>& row);
[[nodiscard]] QJsonValue cellToJson(const Cell& cell);

/// Stored form, one line of UTF-8: an array of [column, value] pairs, so that the column order
/// survives. Used in db_sync_conflict and in the ledger's base_row.
[[nodiscard]] QByteArray storeRow(const RowImage& row);
/// nullopt when @p stored is empty (no row) or damaged.
[[nodiscard]] std::optional<RowImage> restoreRow(const QByteArray& stored);

/// A cell as a person reads it: text, or 0x… for bytes that are no text. NULL gives "NULL".
[[nodiscard]] QString cellToDisplay(const Cell& cell);

} // namespace causeway
