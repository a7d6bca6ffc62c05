// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/backup/backup_manifest.h"
#include "sync/profile/profile.h"

#include <functional>
#include <vector>

namespace causeway {

inline const QString kBackupSuffix = QStringLiteral(".sql.gz");

/// A backup that a folder holds.
struct StoredBackup {
    BackupManifest manifest;
    QString path; ///< of the data file
    /// The data file is there and has its size. Whether each byte is right, verifyBackup() tells.
    bool present = false;
};

struct BackupListing {
    std::vector<StoredBackup> backups; ///< newest first
    QStringList warnings;              ///< translated: manifests that could not be read
};

/// Which backups stay; see BackupOptions.
struct Retention {
    int keep = 10;
    int keepDays = 0;
};

/// `$XDG_DATA_HOME/causeway/backups`.
[[nodiscard]] QString defaultBackupFolder();
/// Where @p profile wants its backups.
[[nodiscard]] QString backupFolder(const Profile& profile);
[[nodiscard]] QString manifestPathOf(const QString& dataPath);

/// A missing folder is an empty list. Errors: SYS_004 when it cannot be read.
[[nodiscard]] Result<BackupListing> listBackups(const QString& folder);
/// The backup that @p name means: a file of @p folder, or a path; the data file or its manifest.
/// Errors: CFG_009 when there is none, CFG_007 for a manifest that cannot be read.
[[nodiscard]] Result<StoredBackup> findBackup(const QString& name, const QString& folder);
/// Compares every byte with what the manifest says. Errors: SYS_007.
[[nodiscard]] Status verifyBackup(const StoredBackup& backup);

/// Indices into @p backups (newest first, of one database) of those that need not stay at @p now.
/// Kept are the newest `keep` and those younger than `keepDays`; a limit of 0 keeps nothing by
/// itself, both 0 keep everything. Backups that are not present count for nothing and stay: their
/// owner decides. @p isGood is asked, newest first, until one is good: that one always stays, and
/// when none is, all do.
[[nodiscard]] std::vector<std::size_t>
backupsToRemove(const std::vector<StoredBackup>& backups, const Retention& retention,
                const QDateTime& now, const std::function<bool(const StoredBackup&)>& isGood);

/// Applies @p retention to each database (profile, side and address) of @p folder that @p concerns
/// names.
/// @return what was removed, or would be with @p dryRun. Errors: SYS_004.
[[nodiscard]] Result<std::vector<StoredBackup>>
pruneBackups(const QString& folder, const Retention& retention, bool dryRun,
             const std::function<bool(const BackupManifest&)>& concerns = {});

} // namespace causeway
