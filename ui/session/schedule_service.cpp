// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/schedule_service.h"

#include "ui/session/session.h"

#include <QtConcurrent>

#include <algorithm>
#include <chrono>

namespace causeway {
namespace {

using std::chrono::milliseconds;

constexpr std::chrono::seconds kIdleLook{15}; ///< while the schedule is off or out of reach

SyncReport busyReport()
{
    SyncReport report;
    report.status = RunStatus::Failed;
    report.error = makeError(ErrorCode::SyncBusy, {});
    return report;
}

SyncReport cutReport()
{
    SyncReport report;
    report.status = RunStatus::Cancelled;
    return report;
}

} // namespace

/// A runner, and of which pair. Its members are used by the pool's one thread only, but for those
/// that never change.
struct ScheduleService::Runner {
    Runner(const Profile& profile)
        : local(profile.local)
        , defaults(profile.defaults)
        , runner(profile.local, profile.defaults, QStringLiteral("console"))
    {
    }
    [[nodiscard]] Look look(bool mayRun);
    void giveBack()
    {
        if (std::exchange(holds, false))
            static_cast<void>(runner.stop().ok()); // else the lease runs out by itself
    }

    const SideConfig local;
    const SyncDefaults defaults;
    ScheduleRunner runner;
    bool holds = false;
};

/// What one look found.
struct ScheduleService::Look {
    ScheduleView view;
    bool runsNow = false;
    bool raisesAlert = false;
    milliseconds next = kIdleLook;
};

ScheduleService::Look ScheduleService::Runner::look(bool mayRun)
{
    Look look;
    auto store = ScheduleStore::open(local, defaults);
    const auto read = store ? store->read() : Result<Schedule>(store.error());
    if (!read) {
        look.view.error = read.error();
        return look;
    }
    look.view.schedule = *read;
    look.view.reason = !read->enabled ? ScheduleReason::Disabled : ScheduleReason::OtherRunner;
    if (!runner.isRunning() && (!mayRun || !read->enabled)) {
        giveBack();
        return look;
    }
    const auto outlook = runner.poll();
    if (!outlook) {
        look.view.error = outlook.error();
        return look;
    }
    holds = outlook->decision.reason != ScheduleReason::OtherRunner;
    look.view.schedule = outlook->schedule;
    look.view.reason = outlook->decision.reason;
    look.view.isOurs = holds;
    look.runsNow = outlook->runsNow();
    look.raisesAlert = outlook->raisesAlert;
    look.next = std::max<milliseconds>(outlook->pollAfter, milliseconds(200));
    if (look.next > ScheduleRunner::kPollInterval)
        look.next = ScheduleRunner::kPollInterval;
    return look;
}

template<typename Work, typename Deliver>
void ScheduleService::inBackground(Work work, Deliver deliver)
{
    static_cast<void>(QtConcurrent::run(
        &m_pool, [this, work = std::move(work), deliver = std::move(deliver)]() mutable {
            auto answer = std::make_shared<std::invoke_result_t<Work>>(work());
            QMetaObject::invokeMethod(
                this, [answer, deliver = std::move(deliver)] { deliver(*answer); },
                Qt::QueuedConnection);
        }));
}

ScheduleService::ScheduleService(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ScheduleService::look);
    connect(&session, &Session::currentChanged, this, &ScheduleService::watchCurrent);
    connect(&session, &Session::runFinished, this, &ScheduleService::end);
}

ScheduleService::~ScheduleService()
{
    m_pool.waitForDone();
    if (m_runOwner) {
        m_session.cancelRun();
        static_cast<void>(m_runOwner->runner.runEnded(cutReport(), true).ok());
        m_runOwner->giveBack();
    }
    if (m_runner)
        m_runner->giveBack();
}

void ScheduleService::watchCurrent()
{
    const auto& current = m_session.current();
    if (current && m_runner && m_runner->local == current->local &&
        m_runner->defaults == current->defaults)
        return look();
    retire();
    if (current)
        m_runner = std::make_shared<Runner>(*current);
    m_view = {};
    emit changed();
    look();
}

/// The runner of the pair that was chosen before gives its schedule back once its run has ended.
void ScheduleService::retire()
{
    m_timer.stop();
    m_isLooking = false;
    if (m_runner && m_runner != m_runOwner) {
        inBackground(
            [runner = m_runner] {
                runner->giveBack();
                return true;
            },
            [](bool) {});
    }
    m_runner.reset();
}

void ScheduleService::look()
{
    if (!m_runner || m_isLooking)
        return;
    m_isLooking = true;
    inBackground(
        [runner = m_runner, mayRun = m_session.isWritable()] { return runner->look(mayRun); },
        [this, runner = m_runner](const Look& look) { take(runner, look); });
}

void ScheduleService::take(const std::shared_ptr<Runner>& runner, const Look& look)
{
    if (runner != m_runner) {
        if (look.runsNow) // of a pair that is not chosen any more: it stays due
            inBackground(
                [runner] {
                    static_cast<void>(runner->runner.runEnded(cutReport(), true).ok());
                    runner->holds = true;
                    runner->giveBack();
                    return true;
                },
                [](bool) {});
        return;
    }
    m_isLooking = false;
    m_view = look.view;
    m_timer.start(look.next);
    emit changed();
    if (look.raisesAlert)
        emit alertRaised(*look.view.schedule);
    if (look.runsNow)
        begin();
}

void ScheduleService::begin()
{
    m_runOwner = m_runner;
    SyncRequest request;
    request.trigger = TriggerSource::Schedule;
    if (m_session.startRun(request) == 0)
        noteEnd(busyReport());
}

void ScheduleService::end(const SyncReport& report)
{
    if (m_runOwner)
        noteEnd(report);
}

void ScheduleService::noteEnd(const SyncReport& report)
{
    const std::shared_ptr<Runner> owner = std::exchange(m_runOwner, nullptr);
    const bool isRetired = owner != m_runner;
    inBackground(
        [owner, report, isRetired] {
            static_cast<void>(owner->runner.runEnded(report).ok()); // else noted by the next poll
            if (isRetired)
                owner->giveBack();
            return true;
        },
        [this](bool) { look(); });
}

void ScheduleService::change(std::function<Status(ScheduleStore&)> act)
{
    if (!m_runner || !m_session.isWritable())
        return;
    ++m_changes;
    emit changed();
    inBackground(
        [runner = m_runner, act = std::move(act)]() -> Status {
            auto store = ScheduleStore::open(runner->local, runner->defaults);
            CAUSEWAY_TRY(store);
            return act(*store);
        },
        [this](const Status& status) {
            --m_changes;
            if (!status)
                emit failed(status.error());
            m_isLooking = false;
            look();
        });
}

} // namespace causeway
