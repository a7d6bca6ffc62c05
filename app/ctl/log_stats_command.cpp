// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/log_stats_command.h"

#include "app/ctl/json_text.h"
#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/report_text.h"
#include "app/ctl/text_table.h"
#include "sync/control/log_stats.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

namespace causeway::ctl {
namespace {

constexpr qint64 kDays = 30;
constexpr qint64 kMostDays = 36'500;

struct StatsText {
    Q_DECLARE_TR_FUNCTIONS(StatsText)
};

QString number(qint64 value)
{
    return QLocale::c().toString(value);
}

QString secondsText(double seconds)
{
    return durationText(std::chrono::milliseconds(qRound64(seconds * 1000)));
}

QString rateText(const std::optional<double>& rate)
{
    return rate ? StatsText::tr("%1 %").arg(*rate * 100, 0, 'f', 1) : QStringLiteral("–");
}

QString speedText(const std::optional<double>& speed)
{
    return speed ? StatsText::tr("%1 rows/s").arg(number(qRound64(*speed))) : QStringLiteral("–");
}

QJsonValue orNull(const std::optional<double>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue durationsToJson(const std::optional<DurationStats>& durations)
{
    if (!durations)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("average"), durations->average},
                       {QStringLiteral("median"), durations->median},
                       {QStringLiteral("p95"), durations->p95},
                       {QStringLiteral("longest"), durations->longest}};
}

QJsonObject groupToJson(const LogGroup& group)
{
    return {{QStringLiteral("count"), group.entries},
            {QStringLiteral("success"), group.success},
            {QStringLiteral("partial"), group.partial},
            {QStringLiteral("failed"), group.failed},
            {QStringLiteral("cancelled"), group.cancelled},
            {QStringLiteral("running"), group.running},
            {QStringLiteral("success_rate"), orNull(group.successRate())},
            {QStringLiteral("duration_s"), durationsToJson(group.durations)},
            {QStringLiteral("rows_written"), group.rowsWritten},
            {QStringLiteral("rows_read"), group.rowsRead},
            {QStringLiteral("rows_per_second"), orNull(group.rowsPerSecond())},
            {QStringLiteral("conflicts_found"), group.conflictsFound},
            {QStringLiteral("conflicts_settled"), group.conflictsSettled},
            {QStringLiteral("conflicts_open"), group.conflictsOpen}};
}

QJsonObject toJson(const LogStats& stats, const QDateTime& since, const QDateTime& until)
{
    QJsonArray tables;
    for (const TableStats& table : stats.tables) {
        QJsonObject object = groupToJson(table.group);
        object.insert(QStringLiteral("table"), table.table);
        tables.append(object);
    }
    QJsonArray days;
    for (const DayStats& day : stats.days) {
        days.append(QJsonObject{{QStringLiteral("date"), day.date.toString(Qt::ISODate)},
                                {QStringLiteral("runs"), day.runs},
                                {QStringLiteral("failed"), day.failed},
                                {QStringLiteral("conflicts_found"), day.conflictsFound},
                                {QStringLiteral("conflicts_settled"), day.conflictsSettled},
                                {QStringLiteral("conflicts_open"), day.conflictsOpen}});
    }
    return {{QStringLiteral("since"), timeToJson(since)},
            {QStringLiteral("until"), timeToJson(until)},
            {QStringLiteral("time_zone"), QString::fromLatin1(QTimeZone::systemTimeZoneId())},
            {QStringLiteral("runs"), groupToJson(stats.runs)},
            {QStringLiteral("tables"), tables},
            {QStringLiteral("days"), days}};
}

QString line(const QString& title, const QString& value)
{
    return StatsText::tr("%1: %2", "title: value").arg(title, value) + QLatin1Char('\n');
}

QString totalsText(const LogGroup& runs)
{
    QString text =
        line(StatsText::tr("Runs"),
             StatsText::tr("%1 (%2 success, %3 partial, %4 failed, %5 cancelled, %6 "
                           "running)")
                 .arg(number(runs.entries), number(runs.success), number(runs.partial),
                      number(runs.failed), number(runs.cancelled), number(runs.running)));
    text += line(StatsText::tr("Success rate"), rateText(runs.successRate()));
    if (runs.durations) {
        text +=
            line(StatsText::tr("Duration"),
                 StatsText::tr("average %1, median %2, 95 % within %3, longest %4")
                     .arg(secondsText(runs.durations->average), secondsText(runs.durations->median),
                          secondsText(runs.durations->p95), secondsText(runs.durations->longest)));
    }
    text += line(
        StatsText::tr("Throughput"),
        StatsText::tr("%1 (%2 rows written, %3 read)")
            .arg(speedText(runs.rowsPerSecond()), number(runs.rowsWritten), number(runs.rowsRead)));
    text += line(StatsText::tr("Conflicts"),
                 StatsText::tr("%1 found, %2 settled, %3 open now")
                     .arg(number(runs.conflictsFound), number(runs.conflictsSettled),
                          number(runs.conflictsOpen)));
    return text;
}

QString tablesText(const std::vector<TableStats>& tables)
{
    constexpr auto kRight = TextTable::Align::Right;
    TextTable text;
    text.addColumn(StatsText::tr("Table"));
    for (const QString& title :
         {StatsText::tr("Runs"), StatsText::tr("Failed"), StatsText::tr("Success rate"),
          StatsText::tr("Average"), StatsText::tr("Median"), StatsText::tr("95 %"),
          StatsText::tr("Longest"), StatsText::tr("Rows written"), StatsText::tr("Throughput"),
          StatsText::tr("Conflicts"), StatsText::tr("Open")})
        text.addColumn(title, kRight);
    for (const TableStats& table : tables) {
        const LogGroup& group = table.group;
        QStringList cells{table.table, number(group.entries), number(group.failed),
                          rateText(group.successRate())};
        if (group.durations) {
            for (const double seconds : {group.durations->average, group.durations->median,
                                         group.durations->p95, group.durations->longest})
                cells << secondsText(seconds);
        }
        while (cells.size() < 8)
            cells << QStringLiteral("–");
        text.addRow(cells << number(group.rowsWritten) << speedText(group.rowsPerSecond())
                          << number(group.conflictsFound) << number(group.conflictsOpen));
    }
    return text.isEmpty() ? QString() : QLatin1Char('\n') + text.toString();
}

/// Days in which nothing happened are left out.
QString daysText(const std::vector<DayStats>& days)
{
    TextTable text;
    text.addColumn(StatsText::tr("Day"));
    for (const QString& title :
         {StatsText::tr("Runs"), StatsText::tr("Failed"), StatsText::tr("Conflicts found"),
          StatsText::tr("Settled"), StatsText::tr("Open at its end")})
        text.addColumn(title, TextTable::Align::Right);
    for (const DayStats& day : days) {
        if (day.runs + day.conflictsFound + day.conflictsSettled > 0) {
            text.addRow({day.date.toString(Qt::ISODate), number(day.runs), number(day.failed),
                         number(day.conflictsFound), number(day.conflictsSettled),
                         number(day.conflictsOpen)});
        }
    }
    return text.isEmpty() ? QString() : QLatin1Char('\n') + text.toString();
}

} // namespace

QString LogStatsCommand::name() const
{
    return QStringLiteral("log stats");
}

QString LogStatsCommand::summary() const
{
    return tr("sum up past runs: success rate, durations, rows per second, conflicts per day");
}

std::vector<OptionSpec> LogStatsCommand::options() const
{
    return {
        {QStringLiteral("days"), QStringLiteral("N"), tr("the last N days (30)")},
        {QStringLiteral("since"), QStringLiteral("TIME"),
         tr("from this time on instead: 2026-11-25 or 2026-11-25T08:00, local time")},
    };
}

Result<QDateTime> LogStatsCommand::since(const ParsedOptions& options, const QDateTime& now)
{
    const auto days = numberOption(options, QStringLiteral("days"), kDays, 1);
    CAUSEWAY_TRY(days);
    if (!options.has(QStringLiteral("since")))
        return now.addDays(-qMin<qint64>(*days, kMostDays));
    if (options.has(QStringLiteral("days")))
        return usageError(tr("give only one of --since and --days"));
    const QString text = options.value(QStringLiteral("since")).trimmed();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid()) {
        return makeError(ErrorCode::CfgInvalid, QStringLiteral("--since"),
                         tr("\"%1\" is no date or time of the form 2026-11-25T08:00.").arg(text));
    }
    return time.toUTC();
}

int LogStatsCommand::execute(Context& context) const
{
    const QDateTime until = QDateTime::currentDateTimeUtc().addMSecs(1);
    const auto from = since(context.options, until);
    if (!from)
        return context.console.fail(from.error());
    auto profile = resolvePair(context, Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    const auto stats =
        readLogStats(profile->local, *from, until, QTimeZone(QTimeZone::systemTimeZoneId()));
    if (!stats)
        return context.console.fail(stats.error());
    context.console.document(toJson(*stats, *from, until));
    context.console.print(tr("From %1 to %2:").arg(localTimeText(*from), localTimeText(until)) +
                          QLatin1String("\n\n") + totalsText(stats->runs) +
                          tablesText(stats->tables) + daysText(stats->days));
    return 0;
}

} // namespace causeway::ctl
