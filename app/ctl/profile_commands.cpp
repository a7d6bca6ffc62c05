// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/option_values.h"
#include "app/ctl/profile_test_command.h"
#include "app/ctl/profile_transfer_commands.h"
#include "app/ctl/text_table.h"
#include "sync/alert/alert_store.h"
#include "sync/profile/connection_url.h"
#include "sync/profile/env_choice.h"
#include "sync/profile/profile_store.h"
#include "sync/profile/secret_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace causeway::ctl {
namespace {

class ProfileListCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ProfileListCommand)
public:
    QString name() const override { return QStringLiteral("profile list"); }
    QString summary() const override { return tr("show the stored profiles"); }
    int execute(Context& context) const override;
};

int ProfileListCommand::execute(Context& context) const
{
    const auto listing = ProfileStore().list();
    if (!listing)
        return context.console.fail(listing.error());
    for (const QString& warning : listing->warnings)
        context.console.warn(warning);
    QJsonArray array;
    TextTable table;
    table.addColumn(tr("Profile"));
    table.addColumn(tr("Environment"));
    table.addColumn(tr("Access"));
    table.addColumn(tr("Remote"));
    table.addColumn(tr("Local"));
    for (const Profile& profile : listing->profiles) {
        array.append(QJsonDocument::fromJson(profileToJson(profile)).object());
        table.addRow({profile.name, toText(profile.environment),
                      profile.readOnly ? tr("read-only") : tr("writable"), profile.remote.display(),
                      profile.local.display()});
    }
    context.console.document(array);
    context.console.print(
        listing->profiles.empty()
            ? tr("No profiles yet. \"causewayctl profile import FILE\" takes one from a .env "
                 "file, \"causewayctl profile add NAME --remote URL --local URL\" makes one.")
            : table.toString());
    return 0;
}

class ProfileAddCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ProfileAddCommand)
public:
    QString name() const override { return QStringLiteral("profile add"); }
    QString summary() const override
    {
        return tr("store a profile made from --remote and --local");
    }
    QString arguments() const override { return QStringLiteral("NAME --remote URL --local URL"); }
    int minArguments() const override { return 1; }
    int maxArguments() const override { return 1; }
    std::vector<OptionSpec> options() const override { return storeOptions(); }
    int execute(Context& context) const override;
};

Result<SideConfig> sideOption(const ParsedOptions& options, const QString& name)
{
    if (!options.has(name))
        return usageError(QCoreApplication::translate(
            "ProfileCommand", "\"profile add\" needs --remote and --local"));
    auto side = parseConnectionUrl(options.value(name));
    if (side)
        return side;
    Error error = side.error();
    error.what = QLatin1String("--") + name;
    return error;
}

int ProfileAddCommand::execute(Context& context) const
{
    auto remote = sideOption(context.options, QStringLiteral("remote"));
    if (!remote)
        return context.console.fail(remote.error());
    auto local = sideOption(context.options, QStringLiteral("local"));
    if (!local)
        return context.console.fail(local.error());
    Profile profile;
    profile.name = context.options.arguments().first();
    profile.remote = *remote;
    profile.local = *local;
    return storeProfile(profile, context);
}

class ProfileRemoveCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ProfileRemoveCommand)
public:
    QString name() const override { return QStringLiteral("profile remove"); }
    QString summary() const override
    {
        return tr("forget a profile and its passwords; databases stay as they are");
    }
    QString arguments() const override { return QStringLiteral("NAME"); }
    int minArguments() const override { return 1; }
    int maxArguments() const override { return 1; }
    int execute(Context& context) const override;
};

int ProfileRemoveCommand::execute(Context& context) const
{
    const QString name = context.options.arguments().first();
    if (const Status removed = ProfileStore().remove(name); !removed)
        return context.console.fail(removed.error());
    AlertStore(name).remove();
    for (const Side side : {Side::Remote, Side::Local}) {
        if (!SecretStore::mayBeAvailable())
            break;
        if (const Status forgotten = SecretStore::removeBlocking({name, side}); !forgotten)
            context.console.warn(forgotten.error().message());
    }
    context.console.document(QJsonObject{{QStringLiteral("removed"), name}});
    context.console.print(tr("The profile \"%1\" was removed.").arg(name));
    return 0;
}

/// `profile lock` and `profile unlock`.
class ProfileAccessCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ProfileAccessCommand)
public:
    explicit ProfileAccessCommand(bool readOnly)
        : m_readOnly(readOnly)
    {
    }
    QString name() const override
    {
        return m_readOnly ? QStringLiteral("profile lock") : QStringLiteral("profile unlock");
    }
    QString summary() const override
    {
        return m_readOnly ? tr("make a profile read-only")
                          : tr("allow writing to the databases of a profile");
    }
    QString arguments() const override { return QStringLiteral("NAME"); }
    int minArguments() const override { return 1; }
    int maxArguments() const override { return 1; }
    int execute(Context& context) const override;

private:
    bool m_readOnly;
};

int ProfileAccessCommand::execute(Context& context) const
{
    const ProfileStore store;
    auto profile = store.load(context.options.arguments().first());
    if (!profile)
        return context.console.fail(profile.error());
    profile->readOnly = m_readOnly;
    if (const Status saved = store.save(*profile); !saved)
        return context.console.fail(saved.error());
    context.console.document(QJsonObject{{QStringLiteral("profile"), profile->name},
                                         {QStringLiteral("read_only"), m_readOnly}});
    context.console.print(m_readOnly
                              ? tr("The profile \"%1\" is read-only now.").arg(profile->name)
                              : tr("The profile \"%1\" is writable now.").arg(profile->name));
    return 0;
}

class ProfileSetCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ProfileSetCommand)
public:
    QString name() const override { return QStringLiteral("profile set"); }
    QString summary() const override
    {
        return tr("change a profile: the .env it follows (--env-file), its environment, commands, "
                  "backups");
    }
    QString arguments() const override { return QStringLiteral("NAME"); }
    int minArguments() const override { return 1; }
    int maxArguments() const override { return 1; }
    std::vector<OptionSpec> options() const override;
    int execute(Context& context) const override;

private:
    static Status change(Profile& profile, Context& context);
    static Status changeBackup(BackupOptions& backup, const ParsedOptions& options);
};

std::vector<OptionSpec> ProfileSetCommand::options() const
{
    return {
        {QStringLiteral("environment"), QStringLiteral("DEV|TEST|PROD|DEMO"),
         tr("what kind of installation it is")},
        {QStringLiteral("after-switch"), QStringLiteral("COMMAND"),
         tr("run by the shell after \"env switch\"; empty: none")},
        {QStringLiteral("backup-before-full"), QStringLiteral("on|off"),
         tr("back up the sides that a FULL run writes to before it starts")},
        {QStringLiteral("backup-every"), QStringLiteral("DAYS"),
         tr("back up both sides with a scheduled run when so many days have passed; 0: never")},
        {QStringLiteral("backup-keep"), QStringLiteral("N"),
         tr("of each side keep the newest N backups; 0: the number does not count")},
        {QStringLiteral("backup-keep-days"), QStringLiteral("N"),
         tr("keep the backups of the last N days; 0: the age does not count")},
        {QStringLiteral("backup-folder"), QStringLiteral("DIR"),
         tr("where backups go; empty: the user's data folder")},
    };
}

Status ProfileSetCommand::changeBackup(BackupOptions& backup, const ParsedOptions& options)
{
    const QString before = QStringLiteral("backup-before-full");
    if (options.has(before)) {
        const QString value = options.value(before);
        if (value != QLatin1String("on") && value != QLatin1String("off"))
            return badChoice(options, before, QStringLiteral("on, off"), ErrorCode::CfgInvalid);
        backup.beforeFull = value == QLatin1String("on");
    }
    for (const auto& [name, number] :
         {std::pair{"backup-every", &backup.everyDays}, std::pair{"backup-keep", &backup.keep},
          std::pair{"backup-keep-days", &backup.keepDays}}) {
        const auto value = numberOption(options, QLatin1String(name), *number, 0);
        CAUSEWAY_TRY(value);
        *number = static_cast<int>(qMin<qint64>(*value, BackupOptions::kMost));
    }
    if (options.has(QStringLiteral("backup-folder"))) {
        const QString folder = options.value(QStringLiteral("backup-folder"));
        backup.folder = folder.isEmpty() ? QString() : QDir(folder).absolutePath();
    }
    return okStatus();
}

Status ProfileSetCommand::change(Profile& profile, Context& context)
{
    const ParsedOptions& options = context.options;
    if (options.has(QStringLiteral("env-file"))) {
        const auto warnings = chooseEnvFile(profile, options.value(QStringLiteral("env-file")));
        CAUSEWAY_TRY(warnings);
        for (const QString& warning : *warnings)
            context.console.warn(warning);
    }
    const auto environment =
        choiceOption<Environment>(options, QStringLiteral("environment"), &parseEnvironment,
                                  QStringLiteral("DEV, TEST, PROD, DEMO"));
    CAUSEWAY_TRY(environment);
    profile.environment = environment->value_or(profile.environment);
    if (options.has(QStringLiteral("after-switch")))
        profile.hooks.afterSwitch = options.value(QStringLiteral("after-switch"));
    return changeBackup(profile.backup, options);
}

int ProfileSetCommand::execute(Context& context) const
{
    const ProfileStore store;
    auto profile = store.load(context.options.arguments().first());
    if (!profile)
        return context.console.fail(profile.error());
    const bool wasReadOnly = profile->readOnly;
    if (const Status changed = change(*profile, context); !changed)
        return context.console.fail(changed.error());
    if (const Status saved = store.save(*profile); !saved)
        return context.console.fail(saved.error());
    context.console.document(QJsonDocument::fromJson(profileToJson(*profile)).object());
    context.console.print(tr("The profile \"%1\" was changed.").arg(profile->name));
    if (profile->readOnly && !wasReadOnly) {
        context.console.note(tr("It leads to other databases now and is read-only until "
                                "\"causewayctl profile unlock\" opens it for writing."));
    }
    return 0;
}

} // namespace

void addProfileCommands(Commands& commands)
{
    commands.push_back(std::make_unique<ProfileListCommand>());
    commands.push_back(std::make_unique<ProfileAddCommand>());
    commands.push_back(std::make_unique<ProfileSetCommand>());
    commands.push_back(std::make_unique<ProfileRemoveCommand>());
    commands.push_back(std::make_unique<ProfileAccessCommand>(true));
    commands.push_back(std::make_unique<ProfileAccessCommand>(false));
    commands.push_back(std::make_unique<ProfileTestCommand>());
    commands.push_back(std::make_unique<ProfileImportCommand>());
    commands.push_back(std::make_unique<ProfileExportCommand>());
}

} // namespace causeway::ctl
