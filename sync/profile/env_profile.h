// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/env_file.h"
#include "sync/profile/profile.h"

#include <functional>
#include <optional>

namespace causeway {

/// The variables of the managed local server (MARIADB_*). Empty or 0 where not set.
struct ManagedServerSettings {
    QString rootPassword;
    QString database;
    QString user;
    QString password;
    int port = 0;
    bool operator==(const ManagedServerSettings&) const = default;
};

/// What a set of variables says.
struct EnvImport {
    Profile profile; ///< readOnly as for any new profile; passwords where they were given
    std::optional<Side>
        currentSide; ///< DB_ENV: which side the application uses now; nullopt: not set
    ManagedServerSettings managed;
    QStringList warnings; ///< translated
};

/// Reads the documented variables: DB_ENV, DB_REMOTE_* and DB_LOCAL_* (HOST, PORT, NAME, USER,
/// PASSWORD and, beyond the classic ones, SOCKET, TLS, TLS_CA), DB_SYNC_ENABLED, DB_SYNC_INTERVAL,
/// DB_SYNC_DIRECTION, DB_SYNC_TYPE, MARIADB_*. HOST (or SOCKET), NAME and USER are demanded of both
/// sides; all others have defaults.
///
/// @param profileName  name of the resulting profile; not checked against the store.
/// Errors: CFG_001 naming the variable that is missing, CFG_002 naming the one whose value is bad,
///         CFG_004 for DB_SYNC_DIRECTION. Values of passwords never appear in an error.
[[nodiscard]] Result<EnvImport> profileFromEnv(const EnvFile& file, const QString& profileName);
/// The same from the process environment (or any other source of variables).
[[nodiscard]] Result<EnvImport>
profileFromVariables(const std::function<std::optional<QString>(const QString&)>& lookup,
                     const QString& profileName, const QString& origin);
/// Any of the DB_REMOTE_*/DB_LOCAL_* variables is set in the process environment.
[[nodiscard]] bool environmentNamesAPair();

/// Sets the variables of @p profile in @p file and leaves every other line alone.
///
/// DB_ENV is set to `remote` only when it is not there yet. SOCKET, TLS and TLS_CA are written only
/// when they differ from their defaults or are there already.
/// @param withPasswords false: DB_*_PASSWORD lines are left as they are.
[[nodiscard]] Status profileToEnv(const Profile& profile, EnvFile& file, bool withPasswords);

/// True/False, 1/0, yes/no, on/off in any case; nullopt for anything else.
[[nodiscard]] std::optional<bool> parseEnvBool(const QString& text);

} // namespace causeway
