// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/profile_transfer_commands.h"

#include "app/ctl/option_values.h"
#include "sync/profile/env_profile.h"
#include "sync/profile/profile_store.h"
#include "sync/profile/secret_store.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace causeway::ctl {
namespace {

struct ProfileText {
    Q_DECLARE_TR_FUNCTIONS(ProfileText)
};

/// Puts the passwords into the keychain; says where they have to come from otherwise.
void keepPasswords(const Profile& profile, Console& console)
{
    for (const Side side : {Side::Remote, Side::Local}) {
        const QString& password = profile.side(side).password;
        if (password.isEmpty())
            continue;
        const Status kept = SecretStore::writeBlocking({profile.name, side}, password);
        if (!kept) {
            console.warn(
                ProfileText::tr("The password of the %1 side was not stored.").arg(toText(side)) +
                QLatin1Char(' ') + kept.error().message());
        }
    }
}

/// The file as it was goes to @p backup first, unless that is empty.
Status saveWithBackup(const EnvFile& before, const EnvFile& now, const QString& path,
                      const QString& backup)
{
    if (!backup.isEmpty())
        CAUSEWAY_TRY(before.save(backup));
    return now.save(path);
}

} // namespace

std::vector<OptionSpec> storeOptions()
{
    return {
        {QStringLiteral("environment"), QStringLiteral("DEV|TEST|PROD|DEMO"),
         ProfileText::tr("what kind of installation it is (DEV)")},
        {QStringLiteral("writable"), QString(),
         ProfileText::tr("allow writing at once (else read-only)")},
        {QStringLiteral("replace"), QString(),
         ProfileText::tr("replace a profile of the same name")},
    };
}

int storeProfile(Profile profile, Context& context)
{
    const ParsedOptions& options = context.options;
    auto environment =
        choiceOption<Environment>(options, QStringLiteral("environment"), &parseEnvironment,
                                  QStringLiteral("DEV, TEST, PROD, DEMO"));
    if (!environment)
        return context.console.fail(environment.error());
    profile.environment = environment->value_or(Environment::Dev);
    profile.readOnly = !options.has(QStringLiteral("writable"));
    const ProfileStore store;
    if (store.contains(profile.name) && !options.has(QStringLiteral("replace"))) {
        return context.console.fail(makeError(
            ErrorCode::CfgInvalid, profile.name,
            ProfileText::tr("There is a profile of this name already; --replace overwrites it.")));
    }
    if (const Status saved = store.save(profile); !saved)
        return context.console.fail(saved.error());
    if (profile.envFile.isEmpty())
        keepPasswords(profile, context.console);
    context.console.document(QJsonDocument::fromJson(profileToJson(profile)).object());
    context.console.print(ProfileText::tr("The profile \"%1\" was stored.").arg(profile.name));
    if (profile.readOnly) {
        context.console.note(ProfileText::tr(
            "It is read-only until \"causewayctl profile unlock\" opens it for writing."));
    }
    return 0;
}

QString ProfileImportCommand::name() const
{
    return QStringLiteral("profile import");
}

QString ProfileImportCommand::summary() const
{
    return tr("make a profile from a .env file, where its passwords stay");
}

QString ProfileImportCommand::arguments() const
{
    return QStringLiteral("FILE");
}

std::vector<OptionSpec> ProfileImportCommand::options() const
{
    std::vector<OptionSpec> options = storeOptions();
    options.push_back({QStringLiteral("name"), QStringLiteral("NAME"),
                       tr("name of the profile (else the file's)")});
    return options;
}

int ProfileImportCommand::execute(Context& context) const
{
    const QString path = QFileInfo(context.options.arguments().first()).absoluteFilePath();
    const auto file = EnvFile::load(path);
    if (!file)
        return context.console.fail(file.error());
    const QString name = context.options.has(QStringLiteral("name"))
                             ? context.options.value(QStringLiteral("name"))
                             : QFileInfo(path).fileName();
    const auto imported = profileFromEnv(*file, name);
    if (!imported)
        return context.console.fail(imported.error());
    for (const QString& warning : imported->warnings)
        context.console.warn(warning);
    return storeProfile(imported->profile, context);
}

QString ProfileExportCommand::name() const
{
    return QStringLiteral("profile export");
}

QString ProfileExportCommand::summary() const
{
    return tr("write a profile to a .env file; other lines of an existing file stay");
}

QString ProfileExportCommand::arguments() const
{
    return QStringLiteral("NAME FILE");
}

std::vector<OptionSpec> ProfileExportCommand::options() const
{
    return {{QStringLiteral("with-passwords"), QString(), tr("write the passwords too")}};
}

int ProfileExportCommand::execute(Context& context) const
{
    auto profile = ProfileStore().load(context.options.arguments().at(0));
    if (!profile)
        return context.console.fail(profile.error());
    const QString path = context.options.arguments().at(1);
    const bool withPasswords = context.options.has(QStringLiteral("with-passwords"));
    if (withPasswords) {
        if (const Status filled = fillPasswordsBlocking(*profile); !filled)
            return context.console.fail(filled.error());
    }
    EnvFile file;
    QString backup;
    if (QFileInfo::exists(path)) {
        backup = path + QStringLiteral(".export-backup");
        auto existing = EnvFile::load(path);
        if (!existing)
            return context.console.fail(existing.error());
        file = *existing;
    }
    const EnvFile before = file;
    if (const Status written = profileToEnv(*profile, file, withPasswords); !written)
        return context.console.fail(written.error());
    if (before.content() == file.content())
        backup.clear();
    if (const Status saved = saveWithBackup(before, file, path, backup); !saved)
        return context.console.fail(saved.error());
    context.console.document(
        QJsonObject{{QStringLiteral("profile"), profile->name},
                    {QStringLiteral("file"), path},
                    {QStringLiteral("backup"), backup.isEmpty() ? QJsonValue() : backup}});
    context.console.print(tr("The profile \"%1\" was written to %2.").arg(profile->name, path));
    return 0;
}

} // namespace causeway::ctl
