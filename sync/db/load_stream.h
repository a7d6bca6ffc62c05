// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"

namespace causeway {

/// Feeds @p stream, from memory, to a LOAD DATA LOCAL statement.
///
/// LOCAL turns every error into a warning and goes on, so a warning is an error here: SYNC_011 with
/// the first warning's text. The caller rolls back.
[[nodiscard]] Status loadStream(Connection& connection, const QByteArray& sql,
                                const QByteArray& stream);

/// The first warning of the last statement as a row-level error.
[[nodiscard]] Error warningAsError(Connection& connection, const QString& table);

} // namespace causeway
