// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

/// What the troubleshooter asks of servers and control tables, and the little that it writes; for
/// MySQL and MariaDB alike. Numbers and times are text: "yyyy-MM-dd HH:mm:ss.uuuuuu", UTC.
namespace causeway::doctorsql {

/// One row: sql_mode, time zone, the system's time zone, minutes from UTC, max_allowed_packet,
/// character set and collation of the session's database, lower_case_table_names. The server's
/// values, not the session's.
[[nodiscard]] QByteArray settings();
/// Rows "name, value": sessions refused for want of room, most sessions at once; since the server
/// started.
[[nodiscard]] QByteArray sessionHistory();

/// Rows of table, column: of Causeway's own tables in the session's database.
[[nodiscard]] QByteArray ownColumns();
[[nodiscard]] QByteArray addColumn(const QString& table, const QByteArray& definition);
/// One row, one column: ledgers in the session's database.
[[nodiscard]] QByteArray countLedgers();

/// Rows of run id, trigger, start: runs said to be at work, the oldest first.
[[nodiscard]] QByteArray runningRuns();
/// Rows of table, status, error code, error message: of each enabled table whose last run did not
/// succeed.
[[nodiscard]] QByteArray tablesInTrouble();
/// Rows of table, rows written, seconds, most rows at once, times: of runs since @p since that
/// wrote at least @p least rows of a table.
[[nodiscard]] QByteArray writtenByTable(const QDateTime& since, int least);
/// One row: runs that ended since @p since, average seconds of them.
[[nodiscard]] QByteArray averageRun(const QDateTime& since);

/// Rows of table, open, decided for the remote row, decided for the local row, policy: of tables
/// with open conflicts, most of them first. Decisions are those of people.
[[nodiscard]] QByteArray conflictsByTable();

/// One row: runs of which nothing could be kept for an undo because they wrote too much.
[[nodiscard]] QByteArray undoGivenUp();
/// One row: megabytes that Causeway's own tables take in the session's database.
[[nodiscard]] QByteArray ownMegabytes();

} // namespace causeway::doctorsql
