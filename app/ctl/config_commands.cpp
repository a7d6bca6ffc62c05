// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/config_commands.h"

#include "app/ctl/config_effective_command.h"
#include "app/ctl/json_text.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/text_table.h"
#include "sync/control/control_store.h"
#include "sync/profile/env_profile.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace causeway::ctl {
namespace {

struct ConfigText {
    Q_DECLARE_TR_FUNCTIONS(ConfigText)
};

QJsonObject toJson(const TableConfig& row)
{
    return {{QStringLiteral("id"), row.id},
            {QStringLiteral("table_name"), row.table},
            {QStringLiteral("sync_enabled"), row.enabled ? 1 : 0},
            {QStringLiteral("sync_type"), toText(row.type)},
            {QStringLiteral("sync_direction"), toText(row.direction)},
            {QStringLiteral("last_sync_time"), timeToJson(row.lastSyncTime)},
            {QStringLiteral("last_sync_position"), textToJson(row.lastSyncPosition)},
            {QStringLiteral("priority"), row.priority},
            {QStringLiteral("conflict_resolution"), toText(row.policy)},
            {QStringLiteral("created_at"), timeToJson(row.createdAt)},
            {QStringLiteral("updated_at"), timeToJson(row.updatedAt)}};
}

QString toTable(const std::vector<TableConfig>& rows)
{
    TextTable table;
    table.addColumn(QStringLiteral("table_name"));
    table.addColumn(QStringLiteral("sync_enabled"));
    table.addColumn(QStringLiteral("sync_type"));
    table.addColumn(QStringLiteral("sync_direction"));
    table.addColumn(QStringLiteral("priority"), TextTable::Align::Right);
    table.addColumn(QStringLiteral("conflict_resolution"));
    table.addColumn(QStringLiteral("last_sync_time"));
    for (const TableConfig& row : rows) {
        table.addRow({row.table, row.enabled ? QStringLiteral("1") : QStringLiteral("0"),
                      toText(row.type), toText(row.direction), QString::number(row.priority),
                      toText(row.policy), localTimeText(row.lastSyncTime)});
    }
    return table.toString();
}

Error badValue(ErrorCode code, const QString& column, const QString& value, const QString& allowed)
{
    return makeError(code, column, ConfigText::tr("\"%1\" is not one of: %2.").arg(value, allowed));
}

template<typename T>
Status setChoice(T& target, std::optional<T> parsed, const Error& otherwise)
{
    if (!parsed)
        return otherwise;
    target = *parsed;
    return okStatus();
}

Status setPriority(TableConfig& row, const QString& value)
{
    bool isNumber = false;
    const int priority = value.trimmed().toInt(&isNumber);
    if (!isNumber)
        return makeError(ErrorCode::CfgInvalid, QStringLiteral("priority"),
                         ConfigText::tr("\"%1\" is no whole number.").arg(value));
    row.priority = priority;
    return okStatus();
}

struct Change {
    QString column;
    QString value;
};

struct Wanted {
    QStringList tables;
    std::vector<Change> changes;
};

Result<Wanted> readArguments(const QStringList& arguments)
{
    Wanted wanted;
    for (const QString& argument : arguments) {
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        if (equals > 0)
            wanted.changes.push_back({argument.left(equals), argument.mid(equals + 1)});
        else
            wanted.tables << argument;
    }
    if (wanted.tables.isEmpty() || wanted.changes.empty())
        return usageError(
            ConfigText::tr("\"config set\" takes table names and column=value pairs"));
    return wanted;
}

/// The rows of the wanted tables with the changes made, for saveConfigs().
Result<std::vector<TableConfig>> changedRows(const std::vector<TableConfig>& all,
                                             const Wanted& wanted)
{
    std::vector<TableConfig> result;
    for (const QString& table : wanted.tables) {
        const auto found = std::find_if(all.begin(), all.end(), [&table](const TableConfig& row) {
            return row.table == table;
        });
        if (found == all.end())
            return makeError(ErrorCode::CfgNoTable, table);
        TableConfig row = *found;
        for (const Change& change : wanted.changes)
            CAUSEWAY_TRY(setConfigColumn(row, change.column, change.value));
        result.push_back(row);
    }
    return result;
}

void show(const std::vector<TableConfig>& rows, Console& console)
{
    QJsonArray array;
    for (const TableConfig& row : rows)
        array.append(toJson(row));
    console.document(array);
    console.print(toTable(rows));
}

Status save(ControlStore& store, const Wanted& wanted)
{
    auto all = store.configs();
    if (!all)
        return all.error();
    auto changed = changedRows(*all, wanted);
    if (!changed)
        return changed.error();
    return store.saveConfigs(*changed);
}

} // namespace

Status setConfigColumn(TableConfig& row, const QString& column, const QString& value)
{
    if (column == QLatin1String("sync_enabled")) {
        return setChoice(row.enabled, parseEnvBool(value),
                         badValue(ErrorCode::CfgInvalid, column, value, QStringLiteral("1, 0")));
    }
    if (column == QLatin1String("sync_type")) {
        return setChoice(
            row.type, parseSyncType(value),
            badValue(ErrorCode::CfgInvalid, column, value, QStringLiteral("FULL, INCREMENTAL")));
    }
    if (column == QLatin1String("sync_direction")) {
        return setChoice(row.direction, parseDirection(value),
                         badValue(ErrorCode::CfgDirection, column, value,
                                  QStringLiteral("BOTH, REMOTE_TO_LOCAL, LOCAL_TO_REMOTE")));
    }
    if (column == QLatin1String("conflict_resolution")) {
        return setChoice(row.policy, parsePolicy(value),
                         badValue(ErrorCode::CfgInvalid, column, value,
                                  QStringLiteral("REMOTE_WINS, LOCAL_WINS, SKIP, MANUAL")));
    }
    if (column == QLatin1String("priority"))
        return setPriority(row, value);
    return makeError(ErrorCode::CfgInvalid, column,
                     ConfigText::tr("Only these columns can be set: %1.")
                         .arg(QStringLiteral("sync_enabled, sync_type, sync_direction, priority, "
                                             "conflict_resolution")));
}

QString ConfigListCommand::name() const
{
    return QStringLiteral("config list");
}

QString ConfigListCommand::summary() const
{
    return tr("show db_sync_config: how each table is synced");
}

int ConfigListCommand::execute(Context& context) const
{
    auto profile = resolvePair(context, Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    auto store = ControlStore::open(profile->local);
    if (!store)
        return context.console.fail(store.error());
    const auto rows = store->configs();
    if (!rows)
        return context.console.fail(rows.error());
    show(*rows, context.console);
    return 0;
}

QString ConfigSetCommand::name() const
{
    return QStringLiteral("config set");
}

QString ConfigSetCommand::summary() const
{
    return tr("change how tables are synced");
}

QString ConfigSetCommand::arguments() const
{
    return QStringLiteral("TABLE… COLUMN=VALUE…");
}

int ConfigSetCommand::execute(Context& context) const
{
    const auto wanted = readArguments(context.options.arguments());
    if (!wanted)
        return context.console.fail(wanted.error());
    auto profile = resolvePair(context, Access::Write);
    if (!profile)
        return context.console.fail(profile.error());
    auto store = ControlStore::open(profile->local);
    if (!store)
        return context.console.fail(store.error());
    if (const Status saved = save(*store, *wanted); !saved)
        return context.console.fail(saved.error());
    const auto rows = store->configs();
    if (!rows)
        return context.console.fail(rows.error());
    show(*rows, context.console);
    return 0;
}

void addConfigCommands(Commands& commands)
{
    commands.push_back(std::make_unique<ConfigListCommand>());
    commands.push_back(std::make_unique<ConfigSetCommand>());
    commands.push_back(std::make_unique<ConfigEffectiveCommand>());
}

} // namespace causeway::ctl
