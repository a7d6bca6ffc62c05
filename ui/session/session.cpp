// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include "sync/alert/alert_store.h"
#include "ui/session/alert_service.h"
#include "ui/session/schedule_service.h"

namespace causeway {

Session::Session(ProfileStore store, QObject* parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_alerts(std::make_unique<AlertService>(*this))
    , m_schedule(std::make_unique<ScheduleService>(*this))
{
    connect(&m_runner, &JobRunner::runFinished, this, &Session::endRun);
}

Session::~Session() = default;

QStringList Session::reloadProfiles()
{
    auto listing = m_store.list();
    if (!listing.ok()) {
        m_profiles.setProfiles({});
        emit profilesChanged();
        return {listing.error().message()};
    }
    m_profiles.setProfiles(std::move(listing.value().profiles));
    emit profilesChanged();
    return listing.value().warnings;
}

void Session::select(const QString& name)
{
    m_currentName = name;
    const Profile* profile = m_profiles.profileAt(m_profiles.rowOf(name));
    if (!profile) {
        m_isSelecting = false;
        setCurrent({});
        return;
    }
    m_isSelecting = true;
    m_passwords.resolve(*profile, [this](const ResolvedProfile& resolved) {
        if (resolved.profile.name != m_currentName)
            return; // another one was chosen meanwhile
        m_isSelecting = false;
        setCurrent(resolved);
    });
}

void Session::setCurrent(const ResolvedProfile& resolved)
{
    if (resolved.profile.name.isEmpty())
        m_current.reset();
    else
        m_current = resolved.profile;
    m_origins = resolved.origins;
    emit currentChanged();
    m_monitor.watch(m_current);
}

SecretOrigin Session::passwordOrigin(Side side) const
{
    return m_origins[static_cast<std::size_t>(side)];
}

Status Session::saveProfile(const Profile& profile, const QString& previousName, bool keepPasswords)
{
    const bool isRenamed = !previousName.isEmpty() && previousName != profile.name;
    CAUSEWAY_TRY(isRenamed ? m_store.saveRenamed(profile, previousName) : m_store.save(profile));
    if (isRenamed)
        takeAlong(previousName, profile.name);
    m_passwords.remember(profile, keepPasswords, {});
    reloadProfiles();
    select(profile.name);
    return okStatus();
}

/// What is kept beside a profile, under its name.
void Session::takeAlong(const QString& previousName, const QString& name)
{
    m_passwords.rename(previousName, name);
    AlertStore(previousName).rename(name);
}

Status Session::removeProfile(const QString& name)
{
    CAUSEWAY_TRY(m_store.remove(name));
    m_passwords.forget(name);
    AlertStore(name).remove();
    reloadProfiles();
    if (name == m_currentName) {
        const Profile* first = m_profiles.profileAt(0);
        select(first ? first->name : QString());
    }
    return okStatus();
}

Status Session::setReadOnly(bool readOnly)
{
    if (!m_current)
        return makeError(ErrorCode::CfgUnknown, {});
    if (m_current->readOnly == readOnly)
        return okStatus();
    Profile changed = *m_current;
    changed.readOnly = readOnly;
    return storeCurrent(changed);
}

Status Session::setBackup(const BackupOptions& backup)
{
    if (!m_current)
        return makeError(ErrorCode::CfgUnknown, {});
    Profile changed = *m_current;
    changed.backup = backup;
    return storeCurrent(changed);
}

Status Session::storeCurrent(const Profile& changed)
{
    CAUSEWAY_TRY(m_store.save(changed));
    m_current = changed;
    reloadProfiles();
    emit currentChanged();
    return okStatus();
}

quint64 Session::startRun(SyncRequest request)
{
    if (!m_current || isRunning() || (m_current->readOnly && !request.dryRun))
        return 0;
    request.profile = *m_current;
    m_isPreview = request.dryRun;
    m_job = m_runner.submit(std::move(request));
    emit runStarted();
    return m_job;
}

void Session::cancelRun()
{
    if (m_job != 0)
        m_runner.cancel(m_job);
}

void Session::togglePause()
{
    if (!canPause())
        return;
    if (pauseState() == PauseGate::State::Open)
        m_runner.pause();
    else
        m_runner.resume();
    emit pauseToggled();
}

void Session::endRun(quint64 job, const SyncReport& report)
{
    if (job != m_job)
        return;
    m_job = 0;
    emit runFinished(report);
    if (!report.dryRun)
        tellPairChanged();
}

void Session::tellPairChanged()
{
    m_monitor.check();
    m_monitor.countConflicts();
    emit pairChanged();
}

} // namespace causeway
