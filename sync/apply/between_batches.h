// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/table_target.h"

namespace causeway {

/// Before a batch, outside of every transaction: waits here while the run is paused, its
/// connections kept alive. SYNC_005 once a stop was requested.
/// @param streaming a result is being read over this side's reading connection
[[nodiscard]] Status betweenBatches(const TableTarget& target, std::optional<Side> streaming = {});

} // namespace causeway
