// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"

namespace causeway {

/// Appends the next lines to its argument; false at the end.
using LineSource = std::function<bool(QByteArray&)>;

/// Feeds what @p next gives to a LOAD DATA LOCAL statement. Memory: what one call of it appends.
///
/// LOCAL turns every error into a warning and goes on, so a warning is an error here: SYNC_011 with
/// the first warning's text. The caller rolls back.
[[nodiscard]] Status loadLines(Connection& connection, const QByteArray& sql,
                               const LineSource& next);

/// After a statement that gave warnings: the first one as a row-level error. Notes are none: a
/// generated column that rounds gives one for every row, and what was stored is read back anyway.
[[nodiscard]] Status failOnWarning(Connection& connection, const QString& table);

} // namespace causeway
