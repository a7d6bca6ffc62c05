// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/backup/make_backup.h"
#include "sync/control/control_rows.h"
#include "sync/run/sync_request.h"

#include <QStringList>

#include <stop_token>
#include <vector>

namespace causeway {

/// What the backups of a run came to.
struct FirstBackups {
    QStringList files;    ///< data files that were made
    QStringList warnings; ///< translated: what was wanted but is no reason to stay
};

/// The sides that a run of @p request must back up before it writes: those that its tables write
/// to. Of FULL tables by the profile's wish, of all tables by the request's own.
[[nodiscard]] std::vector<Side> sidesToBackUp(const SyncRequest& request,
                                              const std::vector<TableConfig>& configs);

/// Makes the backups that a run must have, and with a scheduled run those that are due by the
/// profile's days; then removes old ones by its retention.
///
/// Errors: those of makeBackup() for one that the run must have, saying that the run did not start.
/// One that is only due becomes a warning when it fails: the sync does not wait for it.
[[nodiscard]] Result<FirstBackups> backUpFirst(const SyncRequest& request,
                                               const std::vector<TableConfig>& configs,
                                               const std::stop_token& stop,
                                               const BackupProgressSink& progress = {});

} // namespace causeway
