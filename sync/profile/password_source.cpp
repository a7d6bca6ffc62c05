// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/env_file.h"
#include "sync/profile/secret_store.h"

#include <QtGlobal>

namespace causeway {
namespace {

Status fillOne(Profile& profile, Side side, bool useKeychain)
{
    QString& password = profile.side(side).password;
    if (!password.isEmpty())
        return okStatus();
    if (const auto given = passwordFromEnvironment(side)) {
        password = *given;
        return okStatus();
    }
    if (useKeychain && SecretStore::mayBeAvailable()) {
        const auto kept = SecretStore::readBlocking({profile.name, side});
        if (kept.ok() && *kept) {
            password = **kept;
            return okStatus();
        }
    }
    auto fromFile = passwordFromEnvFile(profile, side);
    if (!fromFile)
        return fromFile.error();
    password = fromFile->value_or(QString());
    return okStatus();
}

} // namespace

std::optional<QString> passwordFromEnvironment(Side side)
{
    const char* name =
        side == Side::Remote ? "CAUSEWAY_REMOTE_PASSWORD" : "CAUSEWAY_LOCAL_PASSWORD";
    return qEnvironmentVariableIsSet(name) ? std::optional(qEnvironmentVariable(name))
                                           : std::nullopt;
}

Result<std::optional<QString>> passwordFromEnvFile(const Profile& profile, Side side)
{
    if (profile.envFile.isEmpty())
        return std::optional<QString>();
    auto file = EnvFile::load(profile.envFile);
    if (!file)
        return file.error();
    return file->value(side == Side::Remote ? QStringLiteral("DB_REMOTE_PASSWORD")
                                            : QStringLiteral("DB_LOCAL_PASSWORD"));
}

Status fillPasswordsBlocking(Profile& profile, bool useKeychain)
{
    for (const Side side : {Side::Remote, Side::Local})
        CAUSEWAY_TRY(fillOne(profile, side, useKeychain));
    return okStatus();
}

} // namespace causeway
