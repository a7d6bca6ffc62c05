// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/undo_command.h"

#include "app/ctl/json_text.h"
#include "app/ctl/operator_name.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/report_text.h"
#include "app/ctl/text_table.h"
#include "sync/row/row_json.h"

#include <QJsonArray>

namespace causeway::ctl {
namespace {

QJsonObject countsToJson(const ChangeCounts& counts)
{
    return {{QStringLiteral("inserted"), counts.inserted},
            {QStringLiteral("updated"), counts.updated},
            {QStringLiteral("deleted"), counts.deleted}};
}

QJsonObject tableToJson(const UndoneTable& table)
{
    QJsonArray left;
    for (const LeftRow& row : table.left)
        left.append(QJsonObject{{QStringLiteral("side"), toText(row.side)},
                                {QStringLiteral("key"), causeway::toJson(row.key)},
                                {QStringLiteral("reason"), row.why.isEmpty()
                                                               ? QStringLiteral("changed_since")
                                                               : QStringLiteral("refused")},
                                {QStringLiteral("message"), textToJson(row.why)}});
    return {{QStringLiteral("table"), table.table},
            {QStringLiteral("remote"), countsToJson(table.remote)},
            {QStringLiteral("local"), countsToJson(table.local)},
            {QStringLiteral("left_rows"), table.leftRows},
            {QStringLiteral("left"), left},
            {QStringLiteral("error"), toJson(table.error)}};
}

QJsonObject runToJson(const UndoableRun& run)
{
    return {{QStringLiteral("run_id"), run.runId},
            {QStringLiteral("written_at"), timeToJson(run.writtenAt)},
            {QStringLiteral("rows"), run.rows},
            {QStringLiteral("tables"), QJsonArray::fromStringList(run.tables)},
            {QStringLiteral("tables_not_kept"), QJsonArray::fromStringList(run.tablesNotKept)},
            {QStringLiteral("undone_at"), timeToJson(run.undoneAt)},
            {QStringLiteral("undone_by"), textToJson(run.undoneBy)}};
}

} // namespace

QString UndoCommand::name() const
{
    return QStringLiteral("undo");
}

QString UndoCommand::summary() const
{
    return tr("put back what a run overwrote, deleted or added; without a run: list those that can "
              "be undone");
}

QString UndoCommand::arguments() const
{
    return QStringLiteral("[RUN_ID]");
}

std::vector<OptionSpec> UndoCommand::options() const
{
    return {{QStringLiteral("dry-run"), QString(), tr("only show what would be put back")}};
}

int UndoCommand::list(Context& context)
{
    auto profile = resolvePair(context, Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    const auto runs = undoableRuns(profile->local);
    if (!runs)
        return context.console.fail(runs.error());
    QJsonArray array;
    TextTable table;
    table.addColumn(tr("Run"));
    table.addColumn(tr("Written"));
    table.addColumn(tr("Rows"), TextTable::Align::Right);
    table.addColumn(tr("Tables"));
    table.addColumn(tr("Undone"));
    for (const UndoableRun& run : *runs) {
        array.append(runToJson(run));
        table.addRow({run.runId, localTimeText(run.writtenAt), QString::number(run.rows),
                      (run.tables + run.tablesNotKept).join(u", "),
                      run.undoneAt.isValid() ? localTimeText(run.undoneAt) : QString()});
    }
    context.console.document(array);
    context.console.print(runs->empty() ? tr("No run is kept that could be undone.")
                                        : table.toString());
    return 0;
}

void UndoCommand::show(const UndoReport& report, Context& context)
{
    TextTable table;
    table.addColumn(tr("Table"));
    table.addColumn(tr("On remote: added, changed, removed"));
    table.addColumn(tr("On local: added, changed, removed"));
    table.addColumn(tr("Left"), TextTable::Align::Right);
    const auto words = [](const ChangeCounts& counts) {
        return QStringLiteral("+%1 ~%2 -%3")
            .arg(counts.inserted)
            .arg(counts.updated)
            .arg(counts.deleted);
    };
    for (const UndoneTable& done : report.tables)
        table.addRow(
            {done.table, words(done.remote), words(done.local), QString::number(done.leftRows)});
    context.console.print(table.toString());
    for (const UndoneTable& done : report.tables) {
        if (done.error)
            context.console.noteError(*done.error);
        for (const LeftRow& row : done.left)
            context.console.print(
                (row.side == Side::Remote ? tr("%1 on remote: %2 was left as it is: %3")
                                          : tr("%1 on local: %2 was left as it is: %3"))
                    .arg(done.table, rowText(row.key),
                         row.why.isEmpty() ? tr("it was changed after the run") : row.why));
    }
    if (report.dryRun)
        context.console.print(tr("Nothing was changed: this was a dry run."));
    else
        context.console.print(
            tr("Both sides are as they were before the run, where nothing is said above. The next "
               "sync would do the same again: change what caused it first (a policy, a direction, "
               "the rows themselves). To undo the undo: causewayctl undo %1")
                .arg(report.undoRunId));
}

int UndoCommand::undo(const QString& runId, Context& context)
{
    const bool dryRun = context.options.has(QStringLiteral("dry-run"));
    auto profile = resolvePair(context, dryRun ? Access::Read : Access::Write);
    if (!profile)
        return context.console.fail(profile.error());
    const auto report = undoRun(*profile, runId, dryRun, operatorName(), context.stop);
    if (!report)
        return context.console.fail(report.error());
    QJsonArray tables;
    for (const UndoneTable& table : report->tables)
        tables.append(tableToJson(table));
    context.console.document(
        QJsonObject{{QStringLiteral("run_id"), report->runId},
                    {QStringLiteral("undo_run_id"), textToJson(report->undoRunId)},
                    {QStringLiteral("dry_run"), report->dryRun},
                    {QStringLiteral("complete"), report->complete()},
                    {QStringLiteral("tables"), tables}});
    show(*report, context);
    return report->complete() ? 0 : 1;
}

int UndoCommand::execute(Context& context) const
{
    const QStringList& words = context.options.arguments();
    return words.isEmpty() ? list(context) : undo(words.first(), context);
}

} // namespace causeway::ctl
