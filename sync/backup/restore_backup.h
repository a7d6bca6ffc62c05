// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/backup/backup_list.h"
#include "sync/backup/make_backup.h"

namespace causeway {

struct RestoreRequest {
    StoredBackup backup;
    SideConfig target; ///< its server and login; its database is where the backup goes
    Side side = Side::Local;
};

struct Restored {
    bool created = false; ///< the database was made here
    qint64 tables = 0;
    qint64 rows = 0;
};

/// Restores a backup into a database that does not exist yet, or that holds nothing.
///
/// Verifies the backup first, and counts the rows of every table afterwards. Should anything fail,
/// or a stop be requested, a database that was made here is dropped again; one that was there
/// stays, with whatever had arrived.
///
/// Errors: SYS_007 backup damaged, or the rows that arrived are not those of the manifest; CFG_011
/// the database holds something; SYS_006 no client program; SYS_005 with the client's own words;
/// DB_CONN_*; SYNC_005 stopped.
/// Thread: any; needs no event loop.
[[nodiscard]] Result<Restored> restoreBackup(const RestoreRequest& request,
                                             const std::stop_token& stop,
                                             const BackupProgressSink& progress = {});

} // namespace causeway
