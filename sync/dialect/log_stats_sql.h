// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

/// What the history of a pair adds up to, for MySQL and MariaDB alike. Periods include their
/// beginning and not their end. Numbers are text; NULL where there is nothing to count.
namespace causeway::logstatssql {

/// One row per table, and one with table_name NULL for the runs as wholes, by name: table_name,
/// entries, success, partial, failed, cancelled, running, rows_written, rows_read, busy_seconds (of
/// entries that wrote), average, median, p95, longest (seconds; nearest rank for p95).
[[nodiscard]] QByteArray groups(const QDateTime& since, const QDateTime& until);
/// One row per table with conflicts: table_name, found, settled (both in the period), open (now).
[[nodiscard]] QByteArray conflicts(const QDateTime& since, const QDateTime& until);
/// One row per quarter of an hour in which something happened, by time: quarter (since 1970, UTC),
/// runs, failed, found, settled.
[[nodiscard]] QByteArray quarters(const QDateTime& since, const QDateTime& until);
/// One row, one column: conflicts that were open at @p moment.
[[nodiscard]] QByteArray openAt(const QDateTime& moment);

} // namespace causeway::logstatssql
