// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/row_image.h"

#include <QByteArray>
#include <QList>
#include <QString>

/// Statements of the self-test. They name databases that it has made itself, and nothing else.
namespace causeway::selftestsql {

/// The table by which a scratch database is known for ours; no sync takes it for a user's.
[[nodiscard]] QString markerTable();
[[nodiscard]] QByteArray createMarker(const QString& database);
/// Notes the database's own name in its marker: a marker that was copied elsewhere proves nothing.
[[nodiscard]] QByteArray fillMarker(const QString& database);
/// One row, one column: 1 when the marker names its own database.
[[nodiscard]] QByteArray checkMarker(const QString& database);
/// One column: databases with a marker table, whatever they are called.
[[nodiscard]] QByteArray markedDatabases();
/// One column: databases that begin with @p prefix and hold nothing at all.
[[nodiscard]] QByteArray emptyDatabases(const QString& prefix);

/// One row, one column: 1 when the lock is ours, at once.
[[nodiscard]] QByteArray tryLock(const QString& name);
[[nodiscard]] QByteArray releaseLock(const QString& name);
/// Keeps a connection that idles for a whole test.
[[nodiscard]] QByteArray stayConnected();

/// Every row of @p table, all columns, by its `id`.
[[nodiscard]] QByteArray rows(const QString& table);
/// One row, one column.
[[nodiscard]] QByteArray count(const QString& table);
/// Sets the @p columns of the row whose first column is that of @p cells.
[[nodiscard]] QByteArray update(const QString& table, const QStringList& columns,
                                const Cells& cells);
[[nodiscard]] QByteArray remove(const QString& table, int firstId, int lastId);
/// Writes @p name with every row whose id is a multiple of @p each.
[[nodiscard]] QByteArray renameMany(const QString& table, const QString& name, int each);
[[nodiscard]] QByteArray lockRow(const QString& table, int id);
[[nodiscard]] QByteArray addColumn(const QString& table);
[[nodiscard]] QByteArray dropColumn(const QString& table);
/// One column: the base tables of the session's database.
[[nodiscard]] QByteArray tables();

/// First column: id, fourth: database.
[[nodiscard]] QByteArray processes();
[[nodiscard]] QByteArray killConnection(quint64 threadId);

/// table (NULL: the run), status, trigger, direction, error code, end time given, duration,
/// written to local, written to remote; of one run, the summary first.
[[nodiscard]] QByteArray logOfRun(const QString& runId);
/// What people ask the log by hand, as the manual says it. One row or more each.
[[nodiscard]] QList<QByteArray> documentedLogQueries();
/// One row, one column: rows of the log that name a conflict.
[[nodiscard]] QByteArray countConflictMessages();
/// row key, kind, state, winner, remote row kept, local row kept, policy of every conflict.
[[nodiscard]] QByteArray conflicts();
/// name, enabled, type, direction, priority, policy of db_sync_config.
[[nodiscard]] QByteArray configs();

} // namespace causeway::selftestsql
