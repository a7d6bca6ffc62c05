// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backup/backup_list.h"

#include "sync/backup/gzip_stream.h"
#include "sync/profile/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <map>

namespace causeway {
namespace {

constexpr qint64 kManifestBytes = 16'000'000;
const QString kManifestSuffix = QStringLiteral(".json");

Result<StoredBackup> readManifest(const QString& path)
{
    const auto content = readSmallFile(path, kManifestBytes);
    CAUSEWAY_TRY(content);
    auto manifest = manifestFromJson(*content, path);
    CAUSEWAY_TRY(manifest);
    // A copy under another name would count, and be removed, as a second backup.
    if (manifestPathOf(manifest->file) != QFileInfo(path).fileName()) {
        return makeError(ErrorCode::CfgFile, path,
                         QCoreApplication::translate("Backup", "It belongs to the file %1.")
                             .arg(manifest->file));
    }
    StoredBackup backup;
    backup.path = QFileInfo(path).dir().filePath(manifest->file);
    backup.present =
        QFileInfo(backup.path).isFile() && QFileInfo(backup.path).size() == manifest->bytes;
    backup.manifest = std::move(*manifest);
    return backup;
}

Status removeFile(const QString& path)
{
    QFile file(path);
    if (!file.exists() || file.remove())
        return okStatus();
    Error error = makeError(ErrorCode::SysPermission, path);
    error.serverMessage = file.errorString();
    return error;
}

/// The manifest goes first: a data file without one is in no list, and nobody takes it for whole.
Status removeBackup(const StoredBackup& backup)
{
    CAUSEWAY_TRY(removeFile(manifestPathOf(backup.path)));
    return removeFile(backup.path);
}

QString groupOf(const BackupManifest& manifest)
{
    return manifest.profile + u'\n' + toText(manifest.side) + u'\n' + manifest.address;
}

} // namespace

QString defaultBackupFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QLatin1String("/causeway/backups");
}

QString backupFolder(const Profile& profile)
{
    return profile.backup.folder.isEmpty() ? defaultBackupFolder() : profile.backup.folder;
}

QString manifestPathOf(const QString& dataPath)
{
    return dataPath + kManifestSuffix;
}

Result<BackupListing> listBackups(const QString& folder)
{
    const QDir directory(folder);
    BackupListing listing;
    if (!directory.exists())
        return listing;
    if (!QFileInfo(folder).isReadable())
        return makeError(ErrorCode::SysPermission, folder);
    const QString pattern = u'*' + kBackupSuffix + kManifestSuffix;
    for (const QString& name : directory.entryList({pattern}, QDir::Files)) {
        auto backup = readManifest(directory.filePath(name));
        if (!backup)
            listing.warnings << backup.error().message();
        else
            listing.backups.push_back(std::move(*backup));
    }
    std::sort(listing.backups.begin(), listing.backups.end(),
              [](const StoredBackup& a, const StoredBackup& b) {
                  return std::tie(a.manifest.takenAt, a.path) >
                         std::tie(b.manifest.takenAt, b.path);
              });
    return listing;
}

Result<StoredBackup> findBackup(const QString& name, const QString& folder)
{
    const QString data =
        name.endsWith(kManifestSuffix) ? name.chopped(kManifestSuffix.size()) : name;
    for (const QString& path : {QDir(folder).filePath(data), data}) {
        if (QFileInfo(manifestPathOf(path)).isFile())
            return readManifest(manifestPathOf(path));
    }
    return makeError(ErrorCode::CfgUnknown,
                     QCoreApplication::translate("Backup", "The backup \"%1\"").arg(name));
}

Status verifyBackup(const StoredBackup& backup)
{
    const auto damaged = [&backup](const QString& why) {
        return makeError(ErrorCode::SysBackup, backup.path, why);
    };
    const QFileInfo file(backup.path);
    if (!file.isFile())
        return damaged(QCoreApplication::translate("Backup", "Its data file is missing."));
    if (file.size() != backup.manifest.bytes) {
        return damaged(QCoreApplication::translate("Backup", "It has %1 bytes instead of %2.")
                           .arg(file.size())
                           .arg(backup.manifest.bytes));
    }
    const auto digest = fileDigest(backup.path);
    CAUSEWAY_TRY(digest);
    if (*digest != backup.manifest.sha256) {
        return damaged(QCoreApplication::translate(
            "Backup", "Its SHA-256 is not the one that was noted when it was made."));
    }
    return okStatus();
}

std::vector<std::size_t> backupsToRemove(const std::vector<StoredBackup>& backups,
                                         const Retention& retention, const QDateTime& now,
                                         const std::function<bool(const StoredBackup&)>& isGood)
{
    if (retention.keep <= 0 && retention.keepDays <= 0)
        return {};
    std::vector<std::size_t> removed;
    int seen = 0;
    for (std::size_t i = 0; i < backups.size(); ++i) {
        if (!backups[i].present)
            continue;
        const bool newest = seen++ < retention.keep;
        const bool young = retention.keepDays > 0 &&
                           backups[i].manifest.takenAt > now.addDays(-qint64{retention.keepDays});
        if (!newest && !young)
            removed.push_back(i);
    }
    if (removed.empty())
        return removed;
    const auto good = std::find_if(backups.begin(), backups.end(), [&isGood](const auto& backup) {
        return backup.present && isGood(backup);
    });
    if (good == backups.end())
        return {};
    std::erase(removed, static_cast<std::size_t>(good - backups.begin()));
    return removed;
}

Result<std::vector<StoredBackup>>
pruneBackups(const QString& folder, const Retention& retention, bool dryRun,
             const std::function<bool(const BackupManifest&)>& concerns)
{
    const auto listing = listBackups(folder);
    CAUSEWAY_TRY(listing);
    std::map<QString, std::vector<StoredBackup>> groups;
    for (const StoredBackup& backup : listing->backups) {
        if (!concerns || concerns(backup.manifest))
            groups[groupOf(backup.manifest)].push_back(backup);
    }
    const auto isGood = [](const StoredBackup& backup) { return verifyBackup(backup).ok(); };
    std::vector<StoredBackup> removed;
    for (const auto& [name, group] : groups) {
        for (const std::size_t index :
             backupsToRemove(group, retention, QDateTime::currentDateTimeUtc(), isGood)) {
            if (!dryRun)
                CAUSEWAY_TRY(removeBackup(group[index]));
            removed.push_back(group[index]);
        }
    }
    return removed;
}

} // namespace causeway
