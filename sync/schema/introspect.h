// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/schema/table_schema.h"

#include <QStringList>

#include <map>

namespace causeway {

class Connection;

/// The synced side's base tables by name, db_sync_* left out. Views, sequences and temporary tables
/// never appear. @p only: restrict to these names (a few catalogue queries all the same); empty:
/// all.
[[nodiscard]] Result<std::map<QString, TableSchema>> introspect(Connection& connection,
                                                                const QStringList& only = {});

/// Foreign keys of any table of the database (synced or not) that point at @p table.
/// Part of introspect()'s data for synced tables; this asks for all of them.
[[nodiscard]] Result<std::vector<ForeignKeySchema>> foreignKeysInto(Connection& connection);

} // namespace causeway
