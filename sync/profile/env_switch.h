// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/core/result.h"

#include <QString>

#include <optional>

/// @file Which side an application's `.env` points at, and pointing it at the other.

namespace causeway {

/// DB_ENV of a `.env` file.
struct EnvTarget {
    QString written;          ///< as it stands there; null when it is not set
    std::optional<Side> side; ///< nullopt when it is not set, or no side
    bool operator==(const EnvTarget&) const = default;
};
/// Errors: those of EnvFile::load().
[[nodiscard]] Result<EnvTarget> readEnvTarget(const QString& path);

/// What a change of a `.env` did.
struct EnvChange {
    QString from;   ///< DB_ENV before; null when it was not set
    QString to;     ///< DB_ENV now; null when it is not set
    QString backup; ///< where the file as it was before lies; empty when there is none
};

/// Where pointEnvAt() keeps the file as it was before.
[[nodiscard]] QString envBackupOf(const QString& path);

/// Sets DB_ENV and nothing else: every other byte stays. The file as it was goes to envBackupOf()
/// first; both writes are atomic, so that a crash leaves the old file or the new one.
///
/// @param seen what the decision rests on; when the file says something else by now, nothing is
///             written. Errors: CFG_002 then, else those of EnvFile::load() and save().
[[nodiscard]] Result<EnvChange> pointEnvAt(const QString& path, Side to, const EnvTarget& seen);

/// Takes the last pointEnvAt() back. A file that was not edited since becomes what it was, byte for
/// byte; in one that was, only DB_ENV goes back. The backup is gone afterwards.
/// Errors: CFG_007 when there is no switch to take back, else those of EnvFile::load() and save().
[[nodiscard]] Result<EnvChange> undoEnvSwitch(const QString& path);

} // namespace causeway
