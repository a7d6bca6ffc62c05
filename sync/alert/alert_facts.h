// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/alert/alert_rules.h"
#include "sync/core/result.h"
#include "sync/profile/profile.h"

namespace causeway {

/// What the rules are about, from the local database and this machine. What cannot be found out
/// stays unknown; @p trouble then says why the database could not be asked.
///
/// Thread: any; opens and closes its own connection, writes nothing.
[[nodiscard]] AlertFacts readAlertFacts(const SideConfig& local, std::optional<Error>& trouble);

} // namespace causeway
