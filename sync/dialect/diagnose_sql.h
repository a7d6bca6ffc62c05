// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace causeway::diagnosesql {

/// A right that the engine needs on a database.
enum class Right { Select, Insert, Update, Delete, Create };

/// The word of GRANT for @p right.
[[nodiscard]] QByteArray rightName(Right right);

/// Makes @p database the session's own.
[[nodiscard]] QByteArray useDatabase(const QString& database);

/// For people to execute.
[[nodiscard]] QByteArray createDatabase(const QString& database);

/// A statement that needs @p right on @p database and must fail either way, because it names a
/// table that does not exist: the server checks rights first, so its error number tells whether the
/// right is there (roles, wildcards and global grants included), and nothing is written.
[[nodiscard]] QByteArray probe(Right right, const QString& database);
/// The error number that probe() ends with when the right is there: no such table.
constexpr int kNoSuchTable = 1146;

/// One row per right that the session's user holds on single tables: name of the right, number of
/// tables.
[[nodiscard]] QByteArray tableRights(const QString& database);
/// One row, one column: how many control tables the database holds.
[[nodiscard]] QByteArray controlTables(const QString& database);
/// One row: 1 when the server refuses writes, the server's time as seconds since 1970 with a
/// fraction.
[[nodiscard]] QByteArray stateAndClock();
/// One row: innodb_flush_log_at_trx_commit, 1 when the binary log is on, sync_binlog.
[[nodiscard]] QByteArray durability();

} // namespace causeway::diagnosesql
