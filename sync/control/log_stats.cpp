// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/log_stats.h"

#include "sync/control/control_session.h"
#include "sync/dialect/log_stats_sql.h"

#include <QVariant>

#include <algorithm>

namespace causeway {
namespace {

constexpr qint64 kQuarterSeconds = 900;

QString text(const QSqlQuery& row, const char* column)
{
    return row.value(QLatin1String(column)).toString();
}

qint64 integer(const QSqlQuery& row, const char* column)
{
    return text(row, column).toLongLong();
}

double real(const QSqlQuery& row, const char* column)
{
    return text(row, column).toDouble();
}

LogGroup groupOf(const QSqlQuery& row)
{
    LogGroup group;
    group.entries = integer(row, "entries");
    group.success = integer(row, "success");
    group.partial = integer(row, "partial");
    group.failed = integer(row, "failed");
    group.cancelled = integer(row, "cancelled");
    group.running = integer(row, "running");
    group.rowsWritten = integer(row, "rows_written");
    group.rowsRead = integer(row, "rows_read");
    group.busySeconds = real(row, "busy_seconds");
    if (!row.value(QStringLiteral("longest")).isNull()) {
        group.durations = DurationStats{real(row, "average"), real(row, "median"), real(row, "p95"),
                                        real(row, "longest")};
    }
    return group;
}

/// The entry of @p table, made in its place when it is not there: the list stays sorted.
LogGroup& groupFor(std::vector<TableStats>& tables, const QString& table)
{
    const auto at = std::lower_bound(
        tables.begin(), tables.end(), table,
        [](const TableStats& one, const QString& name) { return one.table < name; });
    if (at != tables.end() && at->table == table)
        return at->group;
    return tables.insert(at, TableStats{table, {}})->group;
}

/// Reads one period of one database.
class Reader final {
public:
    Reader(ControlSession& session, const QDateTime& since, const QDateTime& until)
        : m_session(session)
        , m_since(since)
        , m_until(until)
    {
    }
    Status read(LogStats& stats, const QTimeZone& zone)
    {
        CAUSEWAY_TRY(readGroups(stats));
        CAUSEWAY_TRY(readConflicts(stats));
        return readDays(stats, zone);
    }

private:
    Status readGroups(LogStats& stats);
    Status readConflicts(LogStats& stats);
    Status readDays(LogStats& stats, const QTimeZone& zone);

    ControlSession& m_session;
    const QDateTime& m_since;
    const QDateTime& m_until;
};

Status Reader::readGroups(LogStats& stats)
{
    return m_session.select(logstatssql::groups(m_since, m_until), [&](const QSqlQuery& row) {
        const bool isTable = !row.value(QStringLiteral("table_name")).isNull();
        (isTable ? groupFor(stats.tables, text(row, "table_name")) : stats.runs) = groupOf(row);
        return okStatus();
    });
}

Status Reader::readConflicts(LogStats& stats)
{
    return m_session.select(logstatssql::conflicts(m_since, m_until), [&](const QSqlQuery& row) {
        const qint64 found = integer(row, "found");
        const qint64 settled = integer(row, "settled");
        const qint64 open = integer(row, "open");
        if (found + settled + open == 0)
            return okStatus();
        for (LogGroup* group : {&stats.runs, &groupFor(stats.tables, text(row, "table_name"))}) {
            group->conflictsFound += found;
            group->conflictsSettled += settled;
            group->conflictsOpen += open;
        }
        return okStatus();
    });
}

Status Reader::readDays(LogStats& stats, const QTimeZone& zone)
{
    const auto openBefore = m_session.count(logstatssql::openAt(m_since));
    CAUSEWAY_TRY(openBefore);
    std::vector<QuarterCounts> quarters;
    CAUSEWAY_TRY(
        m_session.select(logstatssql::quarters(m_since, m_until), [&](const QSqlQuery& row) {
            quarters.push_back({integer(row, "quarter"), integer(row, "runs"),
                                integer(row, "failed"), integer(row, "found"),
                                integer(row, "settled")});
            return okStatus();
        }));
    stats.days = foldDays(quarters, *openBefore, zone, m_until);
    return okStatus();
}

} // namespace

std::optional<double> LogGroup::successRate() const
{
    const qint64 ended = success + partial + failed;
    return ended > 0 ? std::optional(static_cast<double>(success) / static_cast<double>(ended))
                     : std::nullopt;
}

std::optional<double> LogGroup::rowsPerSecond() const
{
    return busySeconds > 0 ? std::optional(static_cast<double>(rowsWritten) / busySeconds)
                           : std::nullopt;
}

std::vector<DayStats> foldDays(const std::vector<QuarterCounts>& quarters, qint64 openBefore,
                               const QTimeZone& zone, const QDateTime& until)
{
    std::vector<DayStats> days;
    qint64 open = openBefore;
    const auto goTo = [&](const QDate& date) {
        if (days.empty())
            days.push_back({date, 0, 0, 0, 0, open});
        while (days.back().date < date)
            days.push_back({days.back().date.addDays(1), 0, 0, 0, 0, open});
    };
    for (const QuarterCounts& counts : quarters) {
        goTo(QDateTime::fromSecsSinceEpoch(counts.quarter * kQuarterSeconds, zone).date());
        DayStats& day = days.back();
        open += counts.found - counts.settled;
        day.runs += counts.runs;
        day.failed += counts.failed;
        day.conflictsFound += counts.found;
        day.conflictsSettled += counts.settled;
        day.conflictsOpen = open;
    }
    if (!days.empty())
        goTo(until.addMSecs(-1).toTimeZone(zone).date());
    return days;
}

Result<LogStats> readLogStats(const SideConfig& local, const QDateTime& since,
                              const QDateTime& until, const QTimeZone& zone)
{
    auto session = ControlSession::open(local, Timeouts{});
    CAUSEWAY_TRY(session);
    LogStats stats;
    CAUSEWAY_TRY(
        (*session)->transaction([&] { return Reader(**session, since, until).read(stats, zone); }));
    return stats;
}

} // namespace causeway
