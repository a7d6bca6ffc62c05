// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"

#include <QStringList>

namespace causeway {

/// The `.env` files that lie beside @p path (itself among them): `.env`, `.env.dev`, `.env.test`,
/// `.env.prod` and the like, by name. Backups, examples and templates are left out.
[[nodiscard]] QStringList envFilesBeside(const QString& path);

/// What the name says: `.env.prod` and `.env.production` are PROD, `.env.test` and `.env.staging`
/// TEST, `.env.dev` and `.env.development` DEV; nullopt for others.
[[nodiscard]] std::optional<Environment> environmentOfEnvFile(const QString& path);

/// Lets @p profile follow the `.env` at @p path from now on: both sides and the defaults come from
/// it, and the environment where its name tells one. When that leads to other databases the profile
/// becomes read-only. No file is written. Errors: those of EnvFile::load() and profileFromEnv();
/// @p profile is unchanged then.
/// @return warnings about the file, translated.
[[nodiscard]] Result<QStringList> chooseEnvFile(Profile& profile, const QString& path);

} // namespace causeway
