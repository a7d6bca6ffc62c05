// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/dialect/server_info.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// @file The questions that introspection asks a server's catalogue. Every list of columns is the
/// same on both families; a column that one family lacks is answered by a constant.

namespace causeway::catalogsql {

/// Which tables of which database.
struct Scope {
    QString database;
    QStringList only; ///< empty: every table
};

/// Session settings without which the catalogue hides or caches things.
[[nodiscard]] QList<QByteArray> prepare(const ServerInfo& server);
/// One row, one column: the database of the session as the server spells it.
[[nodiscard]] QByteArray currentDatabase();

/// name, type, engine, collation, comment, estimated rows; base and system-versioned tables only.
[[nodiscard]] QByteArray tables(const Scope& scope);
/// table, column, data type, column type, default, nullable (YES/NO), extra, character set,
/// collation, length, comment, generation expression; by table and position.
[[nodiscard]] QByteArray columns(const Scope& scope);
/// table, index, non-unique, kind, column (NULL: expression), prefix, direction (A/D/NULL),
/// expression; by table, index and position.
[[nodiscard]] QByteArray indexes(const Scope& scope, ServerFamily family);
/// table, constraint, column, referenced schema, referenced table, referenced column, delete rule,
/// update rule; by table, constraint and position.
[[nodiscard]] QByteArray foreignKeys(const Scope& scope);
/// table, trigger.
[[nodiscard]] QByteArray triggers(const Scope& scope);
/// MariaDB only: table, check clause.
[[nodiscard]] QByteArray checks(const Scope& scope);
/// Queries that may tell the exact bytes of the literal defaults of @p columns, which the catalogue
/// cannot spell when they hold bytes or four-byte characters. DEFAULT() answers only where the
/// server holds a row (or takes it for read): the first answer that is a row without NULL is the
/// true one.
/// @param primaryKey may be empty.
[[nodiscard]] QList<QByteArray> exactDefaults(const QString& table, const QStringList& columns,
                                              const QStringList& primaryKey);

} // namespace causeway::catalogsql
