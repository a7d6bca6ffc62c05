// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/env_commands.h"

#include "app/ctl/json_text.h"
#include "app/ctl/text_table.h"
#include "sync/profile/env_profile.h"
#include "sync/profile/profile_store.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace causeway::ctl {
namespace {

struct EnvText {
    Q_DECLARE_TR_FUNCTIONS(EnvText)
};

bool isSecret(const QString& name)
{
    return name.contains(QLatin1String("PASSWORD")) || name.contains(QLatin1String("SECRET")) ||
           name.contains(QLatin1String("TOKEN"));
}

QString shownValue(const EnvFile& file, const QString& name)
{
    const QString value = file.value(name).value_or(QString());
    return isSecret(name) && !value.isEmpty() ? QStringLiteral("********") : value;
}

bool isOurs(const QString& name)
{
    return name.startsWith(QLatin1String("DB_")) || name.startsWith(QLatin1String("MARIADB_"));
}

QString variablesText(const EnvFile& file)
{
    TextTable table;
    table.addColumn(EnvText::tr("Line"), TextTable::Align::Right);
    table.addColumn(EnvText::tr("Variable"));
    table.addColumn(EnvText::tr("Value"));
    for (const QString& name : file.names()) {
        if (isOurs(name))
            table.addRow({QString::number(file.lineOf(name)), name, shownValue(file, name)});
    }
    return table.isEmpty() ? QString() : table.toString();
}

QJsonArray variablesToJson(const EnvFile& file)
{
    QJsonArray variables;
    for (const QString& name : file.names()) {
        if (isOurs(name)) {
            variables.append(QJsonObject{{QStringLiteral("name"), name},
                                         {QStringLiteral("value"), shownValue(file, name)},
                                         {QStringLiteral("line"), file.lineOf(name)}});
        }
    }
    return variables;
}

QString verdict(const QString& path, const EnvTarget& target)
{
    if (target.written.isNull())
        return EnvText::tr("%1 does not set DB_ENV.").arg(path);
    if (!target.side)
        return EnvText::tr("DB_ENV of %1 is \"%2\": neither remote nor local.")
            .arg(path, target.written);
    return EnvText::tr("%1 points at the %2 side.").arg(path, toText(*target.side));
}

void show(const QString& path, const EnvFile& file, const EnvTarget& target, Console& console)
{
    const QString backup = QFile::exists(envBackupOf(path)) ? envBackupOf(path) : QString();
    console.print(verdict(path, target));
    console.print(QLatin1Char('\n') + variablesText(file));
    if (!backup.isEmpty())
        console.print(QLatin1Char('\n') +
                      EnvText::tr("\"causewayctl env undo\" takes the last switch back."));
    for (const QString& warning : file.warnings())
        console.warn(warning);
    console.document(QJsonObject{
        {QStringLiteral("file"), path},
        {QStringLiteral("db_env"), textToJson(target.written)},
        {QStringLiteral("side"), target.side ? QJsonValue(toText(*target.side)) : QJsonValue()},
        {QStringLiteral("backup"), backup.isEmpty() ? QJsonValue() : backup},
        {QStringLiteral("variables"), variablesToJson(file)},
        {QStringLiteral("warnings"), QJsonArray::fromStringList(file.warnings())}});
}

} // namespace

Result<QString> envFileOf(Context& context)
{
    const ParsedOptions& options = context.options;
    const bool hasFile = options.has(QStringLiteral("env-file"));
    if (hasFile && options.has(QStringLiteral("profile")))
        return usageError(EnvText::tr("give only one of --profile and --env-file"));
    if (hasFile)
        return QFileInfo(options.value(QStringLiteral("env-file"))).absoluteFilePath();
    QString file;
    if (options.has(QStringLiteral("profile"))) {
        const auto profile = ProfileStore().load(options.value(QStringLiteral("profile")));
        CAUSEWAY_TRY(profile);
        file = profile->envFile;
    }
    if (!file.isEmpty())
        return file;
    return makeError(
        ErrorCode::CfgMissing, EnvText::tr("The application's .env file"),
        EnvText::tr("Name it by --env-file FILE, or by --profile NAME of a profile that has one."));
}

QString EnvShowCommand::name() const
{
    return QStringLiteral("env show");
}

QString EnvShowCommand::summary() const
{
    return tr("show which side an application's .env points at");
}

int EnvShowCommand::execute(Context& context) const
{
    const auto path = envFileOf(context);
    if (!path)
        return context.console.fail(path.error());
    const auto file = EnvFile::load(*path);
    if (!file)
        return context.console.fail(file.error());
    const auto target = readEnvTarget(*path);
    if (!target)
        return context.console.fail(target.error());
    show(*path, *file, *target, context.console);
    return 0;
}

QString EnvUndoCommand::name() const
{
    return QStringLiteral("env undo");
}

QString EnvUndoCommand::summary() const
{
    return tr("take the last switch of an application's .env back");
}

std::vector<OptionSpec> EnvUndoCommand::options() const
{
    return afterSwitchOptions();
}

int EnvUndoCommand::execute(Context& context) const
{
    const auto path = envFileOf(context);
    if (!path)
        return context.console.fail(path.error());
    const auto change = undoEnvSwitch(*path);
    if (!change)
        return context.console.fail(change.error());
    EnvOutcome outcome;
    outcome.file = *path;
    outcome.change = *change;
    outcome.switched = true;
    runAfterSwitch(outcome, context);
    return showOutcome(outcome, context);
}

void addEnvCommands(Commands& commands)
{
    commands.push_back(std::make_unique<EnvShowCommand>());
    commands.push_back(std::make_unique<EnvSwitchCommand>());
    commands.push_back(std::make_unique<EnvUndoCommand>());
}

} // namespace causeway::ctl
