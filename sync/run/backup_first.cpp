// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/backup_first.h"

#include "sync/backup/backup_list.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace causeway {
namespace {

bool isInRun(const SyncRequest& request, const TableConfig& config)
{
    return request.tables.isEmpty() ? config.enabled : request.tables.contains(config.table);
}

bool writesTo(Side side, Direction direction)
{
    return direction == Direction::Both ||
           (direction == Direction::RemoteToLocal) == (side == Side::Local);
}

Error beforeTheRun(Error error)
{
    if (error.code == ErrorCode::SyncInterrupted)
        return error;
    const QString sentence = QCoreApplication::translate(
        "Backup", "The run did not start: the backup before it failed. Nothing was changed.");
    error.detail = error.detail.isEmpty() ? sentence : sentence + u' ' + error.detail;
    return error;
}

/// The backups of one profile's database on one side.
std::function<bool(const BackupManifest&)> ownedBy(const Profile& profile)
{
    return [&profile](const BackupManifest& manifest) {
        return manifest.profile == profile.name &&
               manifest.address == profile.side(manifest.side).display();
    };
}

/// By the profile's days: its newest backup of @p side is too old, or there is none.
Result<bool> isDue(const Profile& profile, Side side)
{
    const auto listing = listBackups(backupFolder(profile));
    CAUSEWAY_TRY(listing);
    const auto owned = ownedBy(profile);
    const auto newest = std::find_if(
        listing->backups.begin(), listing->backups.end(), [&](const StoredBackup& backup) {
            return backup.present && backup.manifest.side == side && owned(backup.manifest);
        });
    const QDateTime limit =
        QDateTime::currentDateTimeUtc().addDays(-qint64{profile.backup.everyDays});
    return newest == listing->backups.end() || newest->manifest.takenAt <= limit;
}

class Backups final {
public:
    Backups(const Profile& profile, const std::stop_token& stop, const BackupProgressSink& progress)
        : m_profile(profile)
        , m_stop(stop)
        , m_progress(progress)
        , m_folder(backupFolder(profile))
    {
    }

    Status make(Side side)
    {
        const auto made = makeBackup(m_profile, side, m_folder, m_stop, m_progress);
        CAUSEWAY_TRY(made);
        m_result.files << QDir(m_folder).absoluteFilePath(made->file);
        return okStatus();
    }
    /// An error only when a stop was requested.
    Status makeIfDue(Side side)
    {
        const auto due = isDue(m_profile, side);
        const Status made = !due ? Status(due.error()) : *due ? make(side) : okStatus();
        if (made)
            return made;
        if (m_stop.stop_requested())
            return made;
        m_result.warnings << QCoreApplication::translate("Backup",
                                                         "The backup that is due failed: %1")
                                 .arg(made.error().message());
        return okStatus();
    }
    FirstBackups finish()
    {
        const Retention retention{m_profile.backup.keep, m_profile.backup.keepDays};
        if (m_result.files.isEmpty())
            return m_result;
        const auto pruned = pruneBackups(m_folder, retention, false, ownedBy(m_profile));
        if (!pruned)
            m_result.warnings << pruned.error().message();
        return m_result;
    }

private:
    const Profile& m_profile;
    const std::stop_token& m_stop;
    const BackupProgressSink& m_progress;
    QString m_folder;
    FirstBackups m_result;
};

} // namespace

std::vector<Side> sidesToBackUp(const SyncRequest& request, const std::vector<TableConfig>& configs)
{
    const bool wanted = request.backUpFirst.value_or(request.profile.backup.beforeFull);
    if (request.dryRun || !wanted)
        return {};
    std::vector<Side> sides;
    for (const Side side : {Side::Remote, Side::Local}) {
        const bool written =
            std::any_of(configs.begin(), configs.end(), [&](const TableConfig& config) {
                const bool counts = request.backUpFirst.value_or(false) ||
                                    request.type.value_or(config.type) == SyncType::Full;
                return counts && isInRun(request, config) &&
                       writesTo(side, request.direction.value_or(config.direction));
            });
        if (written)
            sides.push_back(side);
    }
    return sides;
}

Result<FirstBackups> backUpFirst(const SyncRequest& request,
                                 const std::vector<TableConfig>& configs,
                                 const std::stop_token& stop, const BackupProgressSink& progress)
{
    Backups backups(request.profile, stop, progress);
    for (const Side side : sidesToBackUp(request, configs)) {
        if (const Status made = backups.make(side); !made)
            return beforeTheRun(made.error());
    }
    const bool byDays = !request.dryRun && request.trigger == TriggerSource::Schedule &&
                        request.profile.backup.everyDays > 0;
    if (byDays) {
        for (const Side side : {Side::Remote, Side::Local})
            CAUSEWAY_TRY(backups.makeIfDue(side));
    }
    return backups.finish();
}

} // namespace causeway
