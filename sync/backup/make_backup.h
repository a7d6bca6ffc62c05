// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/backup/backup_manifest.h"
#include "sync/profile/profile.h"

#include <functional>
#include <stop_token>

namespace causeway {

/// How far a backup or a restore is.
struct BackupProgress {
    QString table; ///< begun last
    qint64 rows = 0;
    qint64 bytes = 0; ///< of the dump, not compressed
};
using BackupProgressSink = std::function<void(const BackupProgress&)>;

/// Dumps the database of one side of @p profile into @p folder, made when missing: one consistent
/// snapshot with triggers and routines, gzip'ed, and its manifest beside it.
///
/// Written under a temporary name; it gets its own only when the dump program ended well, its end
/// mark was read, the file is on the disk and reads back as written. Whatever goes wrong before,
/// nothing is left. What a killed program left behind, the next backup removes.
/// Not in it: users and grants, events.
///
/// @param progress  called on this thread, at most once for each piece of output; may be empty.
/// Errors: DB_CONN_*, SYS_006 without the server's own dump program, SYS_001 disk full, SYS_004
/// folder, SYS_005 with the dump program's own words, SYS_007 not whole, SYNC_005 stopped.
/// Thread: any; needs no event loop. Cancel: within a second or so.
[[nodiscard]] Result<BackupManifest> makeBackup(const Profile& profile, Side side,
                                                const QString& folder, const std::stop_token& stop,
                                                const BackupProgressSink& progress = {});

} // namespace causeway
