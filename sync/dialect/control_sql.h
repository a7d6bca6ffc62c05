// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "sync/control/control_store.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

/// The statements over the control tables, for MySQL and MariaDB alike. Every value is encoded
/// here. Selected times are text, UTC: "yyyy-MM-dd HH:mm:ss.uuuuuu". Digests, ids and counts are
/// text too.
namespace causeway::controlsql {

/// Statements that give a QMYSQL connection its session: utf8mb4, UTC, our sql_mode, short lock
/// waits.
[[nodiscard]] QList<QByteArray> session();
/// One row, second column: the TLS cipher in use, empty when not encrypted.
[[nodiscard]] QByteArray tlsCipher();

/// Columns named as those of db_sync_config.
[[nodiscard]] QByteArray selectConfigs();
/// Finds no row when id and table name do not belong together.
[[nodiscard]] QByteArray updateConfig(const TableConfig& config);
/// Notes a finished sync of a table; leaves updated_at, which tells of changes by people.
[[nodiscard]] QByteArray noteSynced(const QString& table, const QDateTime& time,
                                    const QString& position);

/// Columns named as those of db_sync_log; newest first.
[[nodiscard]] QByteArray selectLog(const LogFilter& filter);
[[nodiscard]] QByteArray insertLog(const LogRow& row);
/// Rewrites the summary row of the run of @p row.
[[nodiscard]] QByteArray updateSummary(const LogRow& row);
/// Closes every row still RUNNING that is not of @p runId.
[[nodiscard]] QByteArray closeStaleRuns(const QString& runId, const QDateTime& now,
                                        const QString& errorCode, const QString& message);
/// One row, one column: how many rows deleteOldLog() would remove.
[[nodiscard]] QByteArray countOldLog(const QDateTime& before);
/// One row: rows and runs that deleteOldLog() would remove, start of the oldest and the newest.
[[nodiscard]] QByteArray describeOldLog(const QDateTime& before);
/// One row, one column.
[[nodiscard]] QByteArray countEndedBefore(const QDateTime& before);
[[nodiscard]] QByteArray deleteOldLog(const QDateTime& before);

/// Columns named as those of db_sync_conflict; by ascending id.
[[nodiscard]] QByteArray selectConflicts(const ConflictFilter& filter);
[[nodiscard]] QByteArray selectConflictsById(const std::vector<qint64>& ids);
/// One row, one column.
[[nodiscard]] QByteArray countOpenConflicts();

} // namespace causeway::controlsql
