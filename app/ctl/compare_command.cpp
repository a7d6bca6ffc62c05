// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/compare_command.h"

#include "app/ctl/alert_output.h"
#include "app/ctl/init_command.h"
#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/repair_command.h"
#include "app/ctl/sync_command.h"
#include "app/ctl/text_table.h"
#include "app/ctl/undo_command.h"
#include "sync/run/sync_report.h"

#include <QJsonArray>

namespace causeway::ctl {
namespace {

struct CompareText {
    Q_DECLARE_TR_FUNCTIONS(CompareText)
};

} // namespace

QString CompareCommand::name() const
{
    return QStringLiteral("compare");
}

QString CompareCommand::summary() const
{
    return tr("compare both sides value by value, writing nothing");
}

QString CompareCommand::arguments() const
{
    return QStringLiteral("[TABLE…]");
}

std::vector<OptionSpec> CompareCommand::options() const
{
    return {tableOption()};
}

QJsonObject compareToJson(const CompareReport& report)
{
    QJsonArray tables;
    for (const TableComparison& table : report.tables) {
        tables.append(QJsonObject{{QStringLiteral("table"), table.table},
                                  {QStringLiteral("equal"), table.equal},
                                  {QStringLiteral("remote_rows"), table.remoteRows},
                                  {QStringLiteral("local_rows"), table.localRows},
                                  {QStringLiteral("only_remote"), table.onlyRemote},
                                  {QStringLiteral("only_local"), table.onlyLocal},
                                  {QStringLiteral("different"), table.different},
                                  {QStringLiteral("error"), toJson(table.error)}});
    }
    return {{QStringLiteral("equal"), report.equal}, {QStringLiteral("tables"), tables}};
}

QString compareText(const CompareReport& report)
{
    TextTable text;
    text.addColumn(CompareText::tr("Table"));
    text.addColumn(CompareText::tr("Equal"));
    text.addColumn(CompareText::tr("Rows remote"), TextTable::Align::Right);
    text.addColumn(CompareText::tr("Rows local"), TextTable::Align::Right);
    text.addColumn(CompareText::tr("Only remote"), TextTable::Align::Right);
    text.addColumn(CompareText::tr("Only local"), TextTable::Align::Right);
    text.addColumn(CompareText::tr("Different"), TextTable::Align::Right);
    for (const TableComparison& table : report.tables) {
        const QString equal = table.error
                                  ? errorCodeText(table.error->code)
                                  : (table.equal ? CompareText::tr("yes") : CompareText::tr("no"));
        text.addRow({table.table, equal, QString::number(table.remoteRows),
                     QString::number(table.localRows), QString::number(table.onlyRemote),
                     QString::number(table.onlyLocal), QString::number(table.different)});
    }
    const QString verdict = report.equal ? CompareText::tr("Both sides are equal.")
                                         : CompareText::tr("The sides differ.");
    return (text.isEmpty() ? QString() : text.toString() + QLatin1Char('\n')) + verdict;
}

int CompareCommand::exitCode(const CompareReport& report)
{
    for (const TableComparison& table : report.tables) {
        if (table.error)
            return exitCodeFor(table.error->code);
    }
    return report.equal ? 0 : 1;
}

int CompareCommand::execute(Context& context) const
{
    auto profile = resolvePair(context, Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    const QStringList tables =
        context.options.arguments() + context.options.values(QStringLiteral("table"));
    const auto report = comparePair(*profile, tables, context.stop);
    if (!report)
        return context.console.fail(report.error());
    if (report->equal && tables.isEmpty())
        alertPairOf(context, *profile).store.noteProof(QDateTime::currentDateTimeUtc());
    context.console.print(compareText(*report));
    for (const TableComparison& table : report->tables) {
        if (table.error)
            context.console.noteError(*table.error);
    }
    context.console.document(compareToJson(*report));
    return exitCode(*report);
}

void addPairCommands(Commands& commands)
{
    commands.push_back(std::make_unique<InitCommand>());
    commands.push_back(std::make_unique<SyncCommand>());
    commands.push_back(std::make_unique<CompareCommand>());
    commands.push_back(std::make_unique<RepairCommand>());
    commands.push_back(std::make_unique<UndoCommand>());
}

} // namespace causeway::ctl
