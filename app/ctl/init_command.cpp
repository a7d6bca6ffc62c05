// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/init_command.h"

#include "app/ctl/pair_source.h"

#include <QJsonArray>

namespace causeway::ctl {

QString InitCommand::name() const
{
    return QStringLiteral("init");
}

QString InitCommand::summary() const
{
    return tr("set a pair up: control tables, and a config row for every common table");
}

std::vector<OptionSpec> InitCommand::options() const
{
    return {
        {QStringLiteral("create-missing"), QString(),
         tr("also make tables that only one side has on the other")},
        {QStringLiteral("yes"), QString(), tr("do not ask before the statements are executed")},
    };
}

bool InitCommand::approve(const std::vector<InitStatement>& statements, Context& context)
{
    Console& console = context.console;
    if (statements.empty())
        return true;
    console.note(tr("These statements will be executed:"));
    for (const InitStatement& statement : statements)
        console.note(QStringLiteral("-- ") + toText(statement.side) + QLatin1Char('\n') +
                     statement.sql + QLatin1Char(';'));
    if (context.options.has(QStringLiteral("yes")) || !console.canAsk())
        return true;
    return console.confirm(tr("Execute them?"));
}

QJsonObject InitCommand::toJson(const InitReport& report, bool executed)
{
    QJsonArray statements;
    for (const InitStatement& statement : report.statements) {
        statements.append(QJsonObject{
            {QStringLiteral("side"), toText(statement.side)},
            {QStringLiteral("table"),
             statement.table.isEmpty() ? QJsonValue() : QJsonValue(statement.table)},
            {QStringLiteral("sql"), statement.sql},
        });
    }
    return {{QStringLiteral("executed"), executed},
            {QStringLiteral("statements"), statements},
            {QStringLiteral("configured"), QJsonArray::fromStringList(report.configured)},
            {QStringLiteral("skipped"), QJsonArray::fromStringList(report.skippedTables)}};
}

void InitCommand::show(const InitReport& report, Context& context)
{
    Console& console = context.console;
    for (const QString& skipped : report.skippedTables)
        console.warn(skipped);
    if (report.configured.isEmpty()) {
        console.print(tr("The pair is set up. No table was added to db_sync_config."));
        return;
    }
    console.print(
        tr("The pair is set up. Added to db_sync_config (%1):").arg(report.configured.size()));
    for (const QString& table : report.configured)
        console.print(QLatin1String("  ") + table);
}

int InitCommand::execute(Context& context) const
{
    auto profile = resolvePair(context, Access::Write);
    if (!profile)
        return context.console.fail(profile.error());
    bool approved = true;
    InitOptions options;
    options.createMissing = context.options.has(QStringLiteral("create-missing"));
    options.approve = [&approved, &context](const std::vector<InitStatement>& statements) {
        approved = approve(statements, context);
        return approved;
    };
    const auto report = initialisePair(*profile, options, context.stop);
    if (!report)
        return context.console.fail(report.error());
    context.console.document(toJson(*report, approved));
    if (!approved) {
        context.console.note(tr("Nothing was changed."));
        return 1;
    }
    show(*report, context);
    return 0;
}

} // namespace causeway::ctl
