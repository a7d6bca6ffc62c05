// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace causeway {

/// The statements that make the control tables of @p side, from sql/01-init.sql (local) or
/// sql/02-remote-state.sql (remote), one statement each, in order. Running them again changes
/// nothing; the server then gives a note (1050) for each.
[[nodiscard]] QList<QByteArray> controlTableStatements(Side side);

/// Names of the tables that controlTableStatements() makes, in the same order. Ledgers are not
/// among them: they come and go with the tables that are synced.
[[nodiscard]] QStringList controlTableNames(Side side);

/// Statements of a script under the resource folder :/sql, for example "demo/shop.sql".
[[nodiscard]] QList<QByteArray> scriptStatements(const QString& name);

} // namespace causeway
