// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"

#include <QString>

namespace causeway {

/// TLS modes by MySQL's names.
enum class TlsMode { Disabled, Preferred, Required, VerifyCa, VerifyIdentity };

[[nodiscard]] QString
toText(TlsMode mode); ///< "DISABLED", "PREFERRED", "REQUIRED", "VERIFY_CA", "VERIFY_IDENTITY"
[[nodiscard]] std::optional<TlsMode> parseTlsMode(const QString& text);

/// Where one side's database is and who logs in. A plain value.
///
/// Invariants: `socket` non-empty means a local UNIX socket and wins over host and port.
/// `password` lives in memory only: it is never written to a profile, a log or a report.
struct SideConfig {
    QString host;
    int port = 3306;
    QString socket;
    QString database;
    QString user;
    QString password;
    TlsMode tls = TlsMode::Preferred;
    QString tlsCa; ///< path of a CA file, empty: the system's store

    /// "user@host:port/database" or "user@socket/database"; never holds the password.
    [[nodiscard]] QString display() const;
    bool operator==(const SideConfig&) const = default;
};

/// What kind of installation a profile points at; shown as colour and word.
enum class Environment { Dev, Test, Prod, Demo };

[[nodiscard]] QString toText(Environment environment); ///< "DEV", "TEST", "PROD", "DEMO"
[[nodiscard]] std::optional<Environment> parseEnvironment(const QString& text);

/// Defaults that a profile (or its `.env`) gives every table and run.
struct SyncDefaults {
    bool enabled = false;     ///< DB_SYNC_ENABLED: scheduled runs wanted
    int intervalMinutes = 60; ///< DB_SYNC_INTERVAL
    Direction direction = Direction::Both;
    SyncType type = SyncType::Incremental;
    bool operator==(const SyncDefaults&) const = default;
};

/// Commands of the operator's own. They live in the user's profile and nowhere else: whoever may
/// write to a database must not be able to run a program on this machine.
struct ProfileHooks {
    QString afterSwitch; ///< run by a shell after `.env` was switched; empty: none
    bool operator==(const ProfileHooks&) const = default;
};

/// When backups are made by themselves, where they go and how many stay.
struct BackupOptions {
    static constexpr int kMost = 36'500; ///< of any of these numbers
    bool beforeFull = false;             ///< before a FULL run: of the sides that it writes to
    int everyDays = 0; ///< with a scheduled run, when the newest is older; 0: never
    int keep = 10;     ///< of each side the newest so many stay; 0: the number does not count
    int keepDays = 0;  ///< and those younger than this; 0: the age does not count
    QString folder;    ///< empty: the user's data folder
    bool operator==(const BackupOptions&) const = default;
};

/// A named pair of sides with its options.
struct Profile {
    QString name; ///< unique among profiles, non-empty
    Environment environment = Environment::Dev;
    SideConfig remote;
    SideConfig local;
    SyncDefaults defaults;
    ProfileHooks hooks;
    BackupOptions backup;
    QString envFile;      ///< path of the `.env` it was imported from, empty when none
    bool readOnly = true; ///< nothing is written to either side until the operator unlocks it

    [[nodiscard]] const SideConfig& side(Side which) const
    {
        return which == Side::Remote ? remote : local;
    }
    [[nodiscard]] SideConfig& side(Side which) { return which == Side::Remote ? remote : local; }
    bool operator==(const Profile&) const = default;
};

} // namespace causeway
