// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"

#include <QDateTime>

#include <optional>

namespace causeway {

/// What ControlStore::pruneLog() would remove.
struct PrunePreview {
    qint64 rows = 0;
    qint64 runs = 0;
    std::optional<QDateTime> first; ///< UTC; when the oldest of them began; nullopt: there are none
    std::optional<QDateTime> last;
    qint64 keptRows = 0; ///< as old, but kept: last run of a table, open conflicts, runs at work
};

/// Looks only. Thread: any; opens and closes its own connection. Errors: DB_CONN_*, CFG_005.
[[nodiscard]] Result<PrunePreview> previewPrune(const SideConfig& local, const QDateTime& before);

} // namespace causeway
