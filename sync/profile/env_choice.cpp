// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/env_choice.h"

#include "sync/profile/env_profile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace causeway {
namespace {

bool isLeftOver(const QString& name)
{
    static const QStringList endings{
        QStringLiteral("backup"),  QStringLiteral(".bak"), QStringLiteral("~"),
        QStringLiteral("example"), QStringLiteral("dist"), QStringLiteral("template"),
        QStringLiteral("sample"),  QStringLiteral(".swp"), QStringLiteral(".tmp")};
    return std::any_of(endings.begin(), endings.end(),
                       [&name](const QString& ending) { return name.endsWith(ending); });
}

SideConfig withoutPassword(SideConfig side)
{
    side.password.clear();
    return side;
}

bool leadsElsewhere(const Profile& before, const Profile& now)
{
    return withoutPassword(before.remote) != withoutPassword(now.remote) ||
           withoutPassword(before.local) != withoutPassword(now.local);
}

} // namespace

QStringList envFilesBeside(const QString& path)
{
    const QFileInfo info(path);
    const QDir folder(info.absolutePath());
    QStringList result;
    for (const QString& name : folder.entryList({QStringLiteral(".env"), QStringLiteral(".env.*")},
                                                QDir::Files | QDir::Hidden, QDir::Name)) {
        if (!isLeftOver(name))
            result << folder.absoluteFilePath(name);
    }
    if (info.isFile() && !result.contains(info.absoluteFilePath()))
        result.prepend(info.absoluteFilePath());
    return result;
}

std::optional<Environment> environmentOfEnvFile(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("prod") || suffix == QLatin1String("production"))
        return Environment::Prod;
    if (suffix == QLatin1String("test") || suffix == QLatin1String("staging"))
        return Environment::Test;
    if (suffix == QLatin1String("dev") || suffix == QLatin1String("development"))
        return Environment::Dev;
    return std::nullopt;
}

Result<QStringList> chooseEnvFile(Profile& profile, const QString& path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    const auto loaded = EnvFile::load(file);
    CAUSEWAY_TRY(loaded);
    auto imported = profileFromEnv(*loaded, profile.name);
    CAUSEWAY_TRY(imported);
    Profile chosen = imported->profile;
    chosen.environment = environmentOfEnvFile(file).value_or(profile.environment);
    chosen.hooks = profile.hooks;
    chosen.readOnly = profile.readOnly || leadsElsewhere(profile, chosen);
    profile = chosen;
    return imported->warnings;
}

} // namespace causeway
