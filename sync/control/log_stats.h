// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <optional>
#include <vector>

/// @file What the history of a pair adds up to: how often it succeeded, how long it took.

namespace causeway {

/// Seconds, of all entries that ended.
struct DurationStats {
    double average = 0;
    double median = 0;
    double p95 = 0; ///< 95 of 100 took no longer (nearest rank)
    double longest = 0;
    bool operator==(const DurationStats&) const = default;
};

/// Rows of db_sync_log that belong together: whole runs, or those of one table.
struct LogGroup {
    qint64 entries = 0;
    qint64 success = 0;
    qint64 partial = 0;
    qint64 failed = 0;
    qint64 cancelled = 0;
    qint64 running = 0;
    std::optional<DurationStats> durations; ///< nullopt: none ended
    qint64 rowsWritten = 0;
    qint64 rowsRead = 0;
    double busySeconds = 0; ///< of those that wrote
    qint64 conflictsFound = 0;
    qint64 conflictsSettled = 0;
    qint64 conflictsOpen = 0; ///< now

    /// SUCCESS among those that ended by themselves, 0 to 1: an operator's cancelling is no failure
    /// and no success. nullopt: there are none.
    [[nodiscard]] std::optional<double> successRate() const;
    /// Rows written per second by those that wrote any; nullopt: none did.
    [[nodiscard]] std::optional<double> rowsPerSecond() const;
};

struct TableStats {
    QString table;
    LogGroup group;
};

struct DayStats {
    QDate date; ///< in the time zone asked for
    qint64 runs = 0;
    qint64 failed = 0;
    qint64 conflictsFound = 0;
    qint64 conflictsSettled = 0;
    qint64 conflictsOpen = 0; ///< when the day ended
    bool operator==(const DayStats&) const = default;
};

struct LogStats {
    LogGroup runs;                  ///< whole runs; conflicts of all tables
    std::vector<TableStats> tables; ///< by name
    std::vector<DayStats> days;     ///< without gaps, from the first with something to the last
};

/// What db_sync_log (by start_time) and db_sync_conflict of one local database add up to from
/// @p since until before @p until, all seen at one instant.
///
/// The server adds up: memory does not grow with the log. Thread: any; opens and closes its own
/// connection. Errors: DB_CONN_*, CFG_005 when the control tables are missing.
[[nodiscard]] Result<LogStats> readLogStats(const SideConfig& local, const QDateTime& since,
                                            const QDateTime& until, const QTimeZone& zone);

/// What happened in one quarter of an hour.
struct QuarterCounts {
    qint64 quarter = 0; ///< since 1970, UTC
    qint64 runs = 0;
    qint64 failed = 0;
    qint64 found = 0;
    qint64 settled = 0;
};
/// Adds up @p quarters (by time) to the days of @p zone: every zone's days begin at a quarter.
/// @p openBefore: conflicts open when the first began. The last day is that of @p until.
[[nodiscard]] std::vector<DayStats> foldDays(const std::vector<QuarterCounts>& quarters,
                                             qint64 openBefore, const QTimeZone& zone,
                                             const QDateTime& until);

} // namespace causeway
