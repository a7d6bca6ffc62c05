// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/log_commands.h"

#include "app/ctl/json_text.h"
#include "app/ctl/log_stats_command.h"
#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/text_table.h"
#include "sync/control/prune_preview.h"

#include <QJsonArray>
#include <QJsonObject>

namespace causeway::ctl {
namespace {

struct LogText {
    Q_DECLARE_TR_FUNCTIONS(LogText)
};

QJsonObject countsToJson(const ChangeCounts& counts)
{
    return {{QStringLiteral("inserted"), counts.inserted},
            {QStringLiteral("updated"), counts.updated},
            {QStringLiteral("deleted"), counts.deleted}};
}

QJsonObject toJson(const LogRow& row)
{
    return {{QStringLiteral("id"), row.id},
            {QStringLiteral("run_id"), row.runId},
            {QStringLiteral("table_name"), textToJson(row.table)},
            {QStringLiteral("sync_type"), toText(row.type)},
            {QStringLiteral("sync_direction"), toText(row.direction)},
            {QStringLiteral("status"), toText(row.status)},
            {QStringLiteral("trigger_source"), toText(row.trigger)},
            {QStringLiteral("start_time"), timeToJson(row.startTime)},
            {QStringLiteral("end_time"), timeToJson(row.endTime)},
            {QStringLiteral("duration"), row.durationSeconds},
            {QStringLiteral("remote_rows"), row.remoteRows},
            {QStringLiteral("local_rows"), row.localRows},
            {QStringLiteral("remote_to_local"), countsToJson(row.remoteToLocal)},
            {QStringLiteral("local_to_remote"), countsToJson(row.localToRemote)},
            {QStringLiteral("skipped"), row.skipped},
            {QStringLiteral("conflicts"), row.conflicts},
            {QStringLiteral("error_code"),
             row.errorCode.isEmpty() ? QJsonValue() : QJsonValue(row.errorCode)},
            {QStringLiteral("error_message"),
             row.errorMessage.isEmpty() ? QJsonValue() : QJsonValue(row.errorMessage)},
            {QStringLiteral("created_at"), timeToJson(row.createdAt)}};
}

QString toTable(const std::vector<LogRow>& rows)
{
    TextTable table;
    table.addColumn(LogText::tr("Started"));
    table.addColumn(LogText::tr("Table"));
    table.addColumn(LogText::tr("Status"));
    table.addColumn(LogText::tr("Type"));
    table.addColumn(LogText::tr("Direction"));
    table.addColumn(LogText::tr("To local"), TextTable::Align::Right);
    table.addColumn(LogText::tr("To remote"), TextTable::Align::Right);
    table.addColumn(LogText::tr("Conflicts"), TextTable::Align::Right);
    table.addColumn(LogText::tr("Seconds"), TextTable::Align::Right);
    table.addColumn(LogText::tr("Error"));
    for (const LogRow& row : rows) {
        table.addRow({localTimeText(row.startTime),
                      row.table.isNull() ? LogText::tr("(whole run)") : row.table,
                      toText(row.status), toText(row.type), toText(row.direction),
                      QString::number(row.remoteToLocal.total()),
                      QString::number(row.localToRemote.total()), QString::number(row.conflicts),
                      QString::number(row.durationSeconds, 'f', 3),
                      row.errorCode.isEmpty() ? row.errorMessage : row.errorCode});
    }
    return table.toString();
}

} // namespace

QString LogListCommand::name() const
{
    return QStringLiteral("log list");
}

QString LogListCommand::summary() const
{
    return tr("show past runs, newest first");
}

std::vector<OptionSpec> LogListCommand::options() const
{
    return {
        {QStringLiteral("table"), QStringLiteral("NAME"), tr("only this table")},
        {QStringLiteral("run"), QStringLiteral("ID"), tr("only this run")},
        {QStringLiteral("status"), QStringLiteral("STATUS"),
         tr("only RUNNING, SUCCESS, PARTIAL, FAILED or CANCELLED")},
        {QStringLiteral("direction"), QStringLiteral("BOTH|REMOTE_TO_LOCAL|LOCAL_TO_REMOTE"),
         tr("only this direction")},
        {QStringLiteral("days"), QStringLiteral("N"), tr("only the last N days")},
        {QStringLiteral("search"), QStringLiteral("TEXT"),
         tr("only with this text in the run's id, the table's name, the code or the message")},
        {QStringLiteral("summaries"), QString(), tr("only one row for each run")},
        {QStringLiteral("limit"), QStringLiteral("N"), tr("at most so many rows (200)")},
    };
}

Result<LogFilter> LogListCommand::filter(const ParsedOptions& options)
{
    LogFilter filter;
    auto status =
        choiceOption<RunStatus>(options, QStringLiteral("status"), &parseRunStatus,
                                QStringLiteral("RUNNING, SUCCESS, PARTIAL, FAILED, CANCELLED"));
    if (!status)
        return status.error();
    auto limit = numberOption(options, QStringLiteral("limit"), filter.limit, 1);
    if (!limit)
        return limit.error();
    filter.status = *status;
    filter.limit = static_cast<int>(qMin<qint64>(*limit, 1'000'000));
    auto direction = choiceOption<Direction>(
        options, QStringLiteral("direction"), &parseDirection,
        QStringLiteral("BOTH, REMOTE_TO_LOCAL, LOCAL_TO_REMOTE"), ErrorCode::CfgDirection);
    if (!direction)
        return direction.error();
    auto days = numberOption(options, QStringLiteral("days"), 0, 1);
    if (!days)
        return days.error();
    if (*days > 0)
        filter.since = QDateTime::currentDateTimeUtc().addDays(-qMin<qint64>(*days, 365'000));
    filter.direction = *direction;
    filter.text = options.value(QStringLiteral("search"));
    filter.table = options.value(QStringLiteral("table"));
    filter.runId = options.value(QStringLiteral("run"));
    filter.summariesOnly = options.has(QStringLiteral("summaries"));
    return filter;
}

int LogListCommand::execute(Context& context) const
{
    const auto wanted = filter(context.options);
    if (!wanted)
        return context.console.fail(wanted.error());
    auto profile = resolvePair(context, Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    auto store = ControlStore::open(profile->local);
    if (!store)
        return context.console.fail(store.error());
    const auto rows = store->log(*wanted);
    if (!rows)
        return context.console.fail(rows.error());
    QJsonArray array;
    for (const LogRow& row : *rows)
        array.append(toJson(row));
    context.console.document(array);
    context.console.print(rows->empty() ? tr("No runs are recorded for this filter.")
                                        : toTable(*rows));
    return 0;
}

QString LogPruneCommand::name() const
{
    return QStringLiteral("log prune");
}

QString LogPruneCommand::summary() const
{
    return tr("remove old rows from db_sync_log, but the last run of each table and runs whose "
              "conflicts are open");
}

std::vector<OptionSpec> LogPruneCommand::options() const
{
    return {
        {QStringLiteral("days"), QStringLiteral("N"), tr("keep the last N days (30)")},
        {QStringLiteral("dry-run"), QString(), tr("only tell what would be removed")},
    };
}

int LogPruneCommand::preview(Context& context, const SideConfig& local, const QDateTime& before)
{
    const auto found = previewPrune(local, before);
    if (!found)
        return context.console.fail(found.error());
    context.console.document(QJsonObject{{QStringLiteral("removed"), found->rows},
                                         {QStringLiteral("dry_run"), true},
                                         {QStringLiteral("before"), timeToJson(before)},
                                         {QStringLiteral("runs"), found->runs},
                                         {QStringLiteral("first"), timeToJson(found->first)},
                                         {QStringLiteral("last"), timeToJson(found->last)},
                                         {QStringLiteral("kept"), found->keptRows}});
    QString text = tr("%1 rows would be removed.").arg(found->rows);
    if (found->first) {
        text +=
            QLatin1Char('\n') + tr("They are of %1 runs, from %2 to %3.")
                                    .arg(found->runs)
                                    .arg(localTimeText(found->first), localTimeText(found->last));
    }
    if (found->keptRows > 0) {
        text += QLatin1Char('\n') +
                tr("%1 rows are as old and would stay: the last run of each table, and runs whose "
                   "conflicts are open.")
                    .arg(found->keptRows);
    }
    context.console.print(text);
    return 0;
}

int LogPruneCommand::execute(Context& context) const
{
    const auto days = numberOption(context.options, QStringLiteral("days"), 30, 0);
    if (!days)
        return context.console.fail(days.error());
    const bool dryRun = context.options.has(QStringLiteral("dry-run"));
    auto profile = resolvePair(context, dryRun ? Access::Read : Access::Write);
    if (!profile)
        return context.console.fail(profile.error());
    const QDateTime before = QDateTime::currentDateTimeUtc().addDays(-qMin<qint64>(*days, 365'000));
    if (dryRun)
        return preview(context, profile->local, before);
    auto store = ControlStore::open(profile->local);
    if (!store)
        return context.console.fail(store.error());
    const auto removed = store->pruneLog(before, false);
    if (!removed)
        return context.console.fail(removed.error());
    context.console.document(
        QJsonObject{{QStringLiteral("removed"), *removed}, {QStringLiteral("dry_run"), false}});
    context.console.print(tr("%1 rows were removed.").arg(*removed));
    return 0;
}

void addLogCommands(Commands& commands)
{
    commands.push_back(std::make_unique<LogListCommand>());
    commands.push_back(std::make_unique<LogStatsCommand>());
    commands.push_back(std::make_unique<LogPruneCommand>());
}

} // namespace causeway::ctl
