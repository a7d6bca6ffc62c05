// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_store.h"

namespace causeway {

/// A page of open conflicts, as read, and the tables that may have some.
struct ConflictPage {
    std::vector<ConflictRow> rows; ///< by ascending id
    QStringList tables;            ///< sorted
    bool hasMore = false;
};

/// Reads one page. Blocks: for a worker thread.
[[nodiscard]] Result<ConflictPage> readConflicts(const SideConfig& local,
                                                 const ConflictFilter& filter);

} // namespace causeway
