// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace causeway::backupsql {

/// Default character set and collation of @p database; no row when it does not exist.
[[nodiscard]] QByteArray databaseDefaults(const QString& database);
/// How many tables, views, sequences, routines and events @p database holds.
[[nodiscard]] QByteArray objectCount(const QString& database);
/// Base tables of @p database that no snapshot covers, by name.
[[nodiscard]] QByteArray tablesOutsideSnapshots(const QString& database);
/// Base tables of @p database with FLOAT columns, by name: dumps hold what the server prints.
[[nodiscard]] QByteArray tablesWithFloats(const QString& database);
/// Fails with 1007 when there is a database of that name. @p collation empty: the usual one of the
/// character set.
[[nodiscard]] QByteArray createDatabase(const QString& database, const QString& charset,
                                        const QString& collation);
[[nodiscard]] QByteArray dropDatabase(const QString& database);
[[nodiscard]] QByteArray rowCount(const QString& database, const QString& table);

} // namespace causeway::backupsql
