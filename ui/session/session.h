// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/profile_list_model.h"
#include "sync/core/result.h"
#include "sync/profile/profile_store.h"
#include "sync/run/job_runner.h"
#include "ui/session/pair_monitor.h"
#include "ui/session/password_resolver.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>

namespace causeway {

class AlertService;
class ScheduleService;

/// What the pages of the console share: the profiles, the chosen pair, the run at work.
///
/// Thread:    GUI; nothing here blocks (profile files are read and written directly: they are
/// small). Ownership: owns the runner and the monitor; its destructor waits for the run at work.
class Session final : public QObject {
    Q_OBJECT
public:
    explicit Session(ProfileStore store, QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] ProfileListModel& profiles() { return m_profiles; }
    [[nodiscard]] PairMonitor& monitor() { return m_monitor; }
    [[nodiscard]] JobRunner& runner() { return m_runner; }
    [[nodiscard]] ScheduleService& schedule() { return *m_schedule; }
    [[nodiscard]] AlertService& alerts() { return *m_alerts; }
    [[nodiscard]] PasswordResolver& passwords() { return m_passwords; }

    /// Reads the profiles again. @return sentences about files that could not be read.
    QStringList reloadProfiles();
    /// Chooses a profile; currentChanged() comes once its passwords were looked up.
    void select(const QString& name);
    /// The chosen profile with the passwords that are known; nullopt before one is ready.
    [[nodiscard]] const std::optional<Profile>& current() const { return m_current; }
    [[nodiscard]] SecretOrigin passwordOrigin(Side side) const;
    [[nodiscard]] QString currentName() const { return m_currentName; }
    /// A profile was chosen and its passwords are being looked up.
    [[nodiscard]] bool isSelecting() const { return m_isSelecting; }

    /// Stores @p profile (under a new name when @p previousName differs) with its passwords.
    [[nodiscard]] Status saveProfile(const Profile& profile, const QString& previousName,
                                     bool keepPasswords);
    [[nodiscard]] Status removeProfile(const QString& name);
    /// Locks or unlocks the chosen pair for writing.
    [[nodiscard]] Status setReadOnly(bool readOnly);
    /// Stores when backups of the chosen pair are made and how many stay.
    [[nodiscard]] Status setBackup(const BackupOptions& backup);
    [[nodiscard]] bool isWritable() const { return m_current && !m_current->readOnly; }

    /// Starts a run of the chosen pair. @return its job number, 0 when there is no pair or one
    /// runs.
    quint64 startRun(SyncRequest request);
    void cancelRun();
    /// Lets the run at work stand still after its batch, or go on. Not for previews.
    void togglePause();
    [[nodiscard]] bool canPause() const { return isRunning() && !m_isPreview; }
    [[nodiscard]] PauseGate::State pauseState() const { return m_runner.pauseState(); }
    [[nodiscard]] quint64 runningJob() const { return m_job; }
    [[nodiscard]] bool isRunning() const { return m_job != 0; }

    /// Says that the control tables or the data of the pair changed: pages load again.
    void tellPairChanged();

signals:
    void profilesChanged();
    /// The chosen profile, its passwords or its lock changed.
    void currentChanged();
    void runStarted();
    void runFinished(const causeway::SyncReport& report);
    /// A pause was asked for, or its end.
    void pauseToggled();
    void pairChanged();

private:
    void takeAlong(const QString& previousName, const QString& name);
    void setCurrent(const ResolvedProfile& resolved);
    [[nodiscard]] Status storeCurrent(const Profile& changed);
    void endRun(quint64 job, const SyncReport& report);

    ProfileStore m_store;
    ProfileListModel m_profiles;
    PasswordResolver m_passwords;
    PairMonitor m_monitor;
    JobRunner m_runner;
    QString m_currentName;
    std::optional<Profile> m_current;
    std::array<SecretOrigin, 2> m_origins{SecretOrigin::None, SecretOrigin::None};
    bool m_isSelecting = false;
    quint64 m_job = 0;
    bool m_isPreview = false; ///< the run at work writes nothing
    std::unique_ptr<AlertService> m_alerts;
    std::unique_ptr<ScheduleService> m_schedule; ///< last: its end needs the rest
};

} // namespace causeway
