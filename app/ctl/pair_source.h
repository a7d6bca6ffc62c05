// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

namespace causeway::ctl {

/// Whether a command writes to a database.
enum class Access { Read, Write };

/// The options that name a pair: --profile, --env-file, --remote, --local, --password-stdin,
/// --unlock.
[[nodiscard]] std::vector<OptionSpec> pairOptions();

/// The pair that the options name, or the environment variables, with its passwords: from the URL,
/// CAUSEWAY_*_PASSWORD, standard input when asked to, the keychain, the `.env`, or asked for on a
/// terminal. A pair given by URLs or a `.env` file is writable; a profile as it is stored, unless
/// --unlock.
///
/// Errors: CFG_006 for options that contradict each other, CFG_001 when no pair is named, CFG_008
/// when
/// @p access is Write and the profile is read-only, and those of profiles, URLs and `.env` files.
[[nodiscard]] Result<Profile> resolvePair(Context& context, Access access);

} // namespace causeway::ctl
