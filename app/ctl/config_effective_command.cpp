// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/config_effective_command.h"

#include "app/ctl/json_text.h"
#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/text_table.h"
#include "sync/control/control_store.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace causeway::ctl {
namespace {

struct EffectiveText {
    Q_DECLARE_TR_FUNCTIONS(EffectiveText)
};

using Values = std::vector<EffectiveValue>;
struct TableValues {
    QString table;
    Values values;
};

QString originText(const EffectiveValue& value)
{
    switch (value.origin) {
    case ConfigOrigin::Default:
        return value.value.isEmpty() ? EffectiveText::tr("not set") : EffectiveText::tr("default");
    case ConfigOrigin::Profile:
        return EffectiveText::tr("profile");
    case ConfigOrigin::EnvFile:
        return EffectiveText::tr(".env file");
    case ConfigOrigin::Environment:
        return EffectiveText::tr("environment");
    case ConfigOrigin::CommandLine:
        return EffectiveText::tr("command line");
    case ConfigOrigin::Table:
        return EffectiveText::tr("db_sync_config");
    case ConfigOrigin::Run:
        return EffectiveText::tr("this run");
    }
    return {};
}

QString remark(const EffectiveValue& value)
{
    if (value.overridden.isEmpty())
        return value.where;
    const QString other = EffectiveText::tr("instead of \"%1\"").arg(value.overridden);
    return value.where.isEmpty()
               ? other
               : EffectiveText::tr("%1 (%2)", "instead of x (file, line)").arg(other, value.where);
}

QString toTable(const Values& values)
{
    TextTable table;
    table.addColumn(EffectiveText::tr("Setting"));
    table.addColumn(EffectiveText::tr("Value"));
    table.addColumn(EffectiveText::tr("From"));
    table.addColumn(EffectiveText::tr("Where"));
    for (const EffectiveValue& value : values)
        table.addRow({value.name, value.value, originText(value), remark(value)});
    return table.toString();
}

QJsonArray toJson(const Values& values)
{
    QJsonArray array;
    for (const EffectiveValue& value : values) {
        array.append(QJsonObject{
            {QStringLiteral("name"), value.name},
            {QStringLiteral("value"), value.value},
            {QStringLiteral("origin"), toText(value.origin)},
            {QStringLiteral("where"), value.where.isEmpty() ? QJsonValue() : value.where},
            {QStringLiteral("instead_of"),
             value.overridden.isEmpty() ? QJsonValue() : value.overridden}});
    }
    return array;
}

ConfigOrigin originOf(const ParsedOptions& options)
{
    if (options.has(QStringLiteral("remote")))
        return ConfigOrigin::CommandLine;
    if (options.has(QStringLiteral("env-file")))
        return ConfigOrigin::EnvFile;
    return options.has(QStringLiteral("profile")) ? ConfigOrigin::Profile
                                                  : ConfigOrigin::Environment;
}

Result<Values> globals(const Profile& profile, const ParsedOptions& options)
{
    GlobalSources sources;
    sources.profile = profile;
    sources.origin = originOf(options);
    if (!profile.envFile.isEmpty()) {
        auto file = EnvFile::load(profile.envFile);
        CAUSEWAY_TRY(file);
        sources.file = *file;
    }
    sources.environment = [](const QString& name) -> std::optional<QString> {
        const QByteArray key = name.toLatin1();
        return qEnvironmentVariableIsSet(key.constData())
                   ? std::optional(qEnvironmentVariable(key.constData()))
                   : std::nullopt;
    };
    return effectiveGlobals(sources);
}

Result<RunChoice> runChoice(const ParsedOptions& options)
{
    const auto type = choiceOption<SyncType>(options, QStringLiteral("type"), &parseSyncType,
                                             QStringLiteral("FULL, INCREMENTAL"));
    CAUSEWAY_TRY(type);
    const auto direction = choiceOption<Direction>(
        options, QStringLiteral("direction"), &parseDirection,
        QStringLiteral("BOTH, REMOTE_TO_LOCAL, LOCAL_TO_REMOTE"), ErrorCode::CfgDirection);
    CAUSEWAY_TRY(direction);
    const auto policy =
        choiceOption<Policy>(options, QStringLiteral("policy"), &parsePolicy,
                             QStringLiteral("REMOTE_WINS, LOCAL_WINS, SKIP, MANUAL"));
    CAUSEWAY_TRY(policy);
    return RunChoice{*type, *direction, *policy};
}

Result<std::vector<TableConfig>> tableRows(const Profile& profile, const QStringList& wanted)
{
    auto store = ControlStore::open(profile.local);
    CAUSEWAY_TRY(store);
    auto rows = store->configs();
    CAUSEWAY_TRY(rows);
    if (wanted.isEmpty())
        return rows;
    std::vector<TableConfig> chosen;
    for (const QString& table : wanted) {
        const auto found = std::find_if(rows->begin(), rows->end(),
                                        [&table](const auto& row) { return row.table == table; });
        if (found == rows->end())
            return makeError(ErrorCode::CfgNoTable, table);
        chosen.push_back(*found);
    }
    return chosen;
}

/// Without a server or control tables there is still the global layer to show.
std::vector<TableValues> tables(const Profile& profile, const RunChoice& run, Context& context,
                                int& code)
{
    const QStringList wanted = context.options.values(QStringLiteral("table"));
    const auto rows = tableRows(profile, wanted);
    std::vector<TableValues> result;
    if (!rows) {
        context.console.noteError(rows.error());
        code = exitCodeFor(rows.error().code);
        return result;
    }
    for (const TableConfig& row : *rows)
        result.push_back({row.table, effectiveTable(row, profile.defaults, run)});
    return result;
}

int show(const Profile& profile, const Values& values, const RunChoice& run, Context& context)
{
    int code = 0;
    QJsonArray array;
    context.console.print(toTable(values));
    for (const TableValues& table : tables(profile, run, context, code)) {
        context.console.print(QLatin1Char('\n') + table.table + QLatin1Char('\n') +
                              toTable(table.values));
        array.append(QJsonObject{{QStringLiteral("table"), table.table},
                                 {QStringLiteral("values"), toJson(table.values)}});
    }
    context.console.document(
        QJsonObject{{QStringLiteral("values"), toJson(values)}, {QStringLiteral("tables"), array}});
    return code;
}

} // namespace

QString ConfigEffectiveCommand::name() const
{
    return QStringLiteral("config effective");
}

QString ConfigEffectiveCommand::summary() const
{
    return tr("show what each setting is in the end, and which layer says so");
}

std::vector<OptionSpec> ConfigEffectiveCommand::options() const
{
    return {
        tableOption(),
        {QStringLiteral("type"), QStringLiteral("FULL|INCREMENTAL"),
         tr("as \"sync\" would be given it")},
        {QStringLiteral("direction"), QStringLiteral("BOTH|REMOTE_TO_LOCAL|LOCAL_TO_REMOTE"),
         tr("as \"sync\" would be given it")},
        {QStringLiteral("policy"), QStringLiteral("REMOTE_WINS|LOCAL_WINS|SKIP|MANUAL"),
         tr("as \"sync\" would be given it")},
    };
}

int ConfigEffectiveCommand::execute(Context& context) const
{
    const auto run = runChoice(context.options);
    if (!run)
        return context.console.fail(run.error());
    const auto profile = resolvePair(context, Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    const auto values = globals(*profile, context.options);
    if (!values)
        return context.console.fail(values.error());
    return show(*profile, *values, *run, context);
}

} // namespace causeway::ctl
