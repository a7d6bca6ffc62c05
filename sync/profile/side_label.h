// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/profile/profile.h"

namespace causeway {

/// "remote · user@host:port/database", the side in the current language: how errors name a side.
[[nodiscard]] QString sideLabel(Side side, const SideConfig& config);

} // namespace causeway
