// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/scheduler_run_command.h"

#include "app/ctl/alert_patrol.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/json_text.h"
#include "app/ctl/pair_source.h"
#include "sync/run/sync_engine.h"
#include "sync/schedule/schedule_runner.h"

#include <QJsonObject>

#include <condition_variable>
#include <future>
#include <mutex>

namespace causeway::ctl {
namespace {

using std::chrono::milliseconds;

constexpr std::chrono::seconds kLongestRetry{60};

/// Waits for @p time or for the stop request.
void waitFor(milliseconds time, const std::stop_token& stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any changed;
    changed.wait_for(lock, stop, time, [] { return false; });
}

/// Asking again will not help.
bool isHopeless(const Error& error)
{
    return exitCodeFor(error.code) == 2 || error.code == ErrorCode::ConnAuth;
}

/// The loop of one `scheduler run`, and what it tells.
class Loop final {
    Q_DECLARE_TR_FUNCTIONS(SchedulerLoop)
public:
    Loop(const Profile& profile, Context& context)
        : m_context(context)
        , m_runner(profile.local, profile.defaults, QStringLiteral("causewayctl"))
        , m_alerts(profile, context)
    {
        m_request.profile = profile;
        m_request.trigger = TriggerSource::Schedule;
    }
    int execute();

private:
    [[nodiscard]] bool isStopping() const { return m_context.stop.stop_requested(); }
    void runOnce();
    void tell(const ScheduleOutlook& outlook);
    void tellEnd(const SyncReport& report);
    void note(const QString& text);
    /// An error that is the same as the one before is not told again.
    void noteOnce(const Error& error);
    void countEnd(const SyncReport& report);
    int end();

    Context& m_context;
    ScheduleRunner m_runner;
    AlertPatrol m_alerts;
    SyncRequest m_request;
    ScheduleReason m_told = ScheduleReason::Running; ///< told last; at first none of the others
    std::optional<Error> m_lastError;
    milliseconds m_retry = ScheduleRunner::kPollInterval;
    int m_succeeded = 0;
    int m_failed = 0;
    bool m_wasCut = false;
};

void Loop::note(const QString& text)
{
    m_context.console.note(localTimeText(QDateTime::currentDateTimeUtc()) + QLatin1Char(' ') +
                           text);
}

void Loop::noteOnce(const Error& error)
{
    if (m_lastError != error)
        m_context.console.noteError(error);
    m_lastError = error;
}

void Loop::tell(const ScheduleOutlook& outlook)
{
    if (outlook.interrupted)
        note(tr("The run before was interrupted; it is made up for."));
    if (outlook.raisesAlert) {
        m_context.console.warn(tr("%1 scheduled runs in a row have failed: %2")
                                   .arg(outlook.schedule.failuresInARow)
                                   .arg(outlook.schedule.lastErrorMessage));
    }
    const ScheduleReason reason = outlook.decision.reason;
    if (reason == std::exchange(m_told, reason))
        return;
    if (reason == ScheduleReason::Disabled)
        note(tr("The schedule is disabled; waiting until it is enabled."));
    else if (reason == ScheduleReason::OtherRunner)
        note(tr("%1 runs the schedule; standing by.").arg(outlook.schedule.holder));
    else if (!outlook.runsNow())
        note(tr("Next run: %1").arg(localTimeText(outlook.decision.nextRun)));
}

void Loop::countEnd(const SyncReport& report)
{
    if (report.status == RunStatus::Success || report.status == RunStatus::Partial)
        ++m_succeeded;
    else if (report.status == RunStatus::Failed)
        ++m_failed;
    m_wasCut = report.status == RunStatus::Cancelled;
}

void Loop::tellEnd(const SyncReport& report)
{
    note(tr("Run %1: %2, %3 rows to local, %4 rows to remote, %5 open conflicts")
             .arg(report.runId, toText(report.status))
             .arg(report.remoteToLocal().total())
             .arg(report.localToRemote().total())
             .arg(report.openConflicts()));
    for (const TableOutcome& table : report.tables) {
        if (table.error)
            m_context.console.noteError(*table.error);
    }
    if (report.error)
        m_context.console.noteError(*report.error);
}

/// The run has a thread of its own: this one goes on renewing the lease.
void Loop::runOnce()
{
    note(tr("A scheduled run begins."));
    ProgressMailbox mailbox;
    std::future<SyncReport> running = std::async(std::launch::async, [this, &mailbox] {
        return runSync(m_request, m_context.stop, mailbox);
    });
    while (running.wait_for(ScheduleRunner::kPollInterval) != std::future_status::ready) {
        if (const auto renewed = m_runner.poll(); !renewed)
            noteOnce(renewed.error());
        m_alerts.look();
    }
    const SyncReport report = running.get();
    const bool isBusy = report.error && report.error->code == ErrorCode::SyncBusy;
    if (isBusy) {
        note(tr("Another run has the pair; this one waits its turn."));
    } else {
        countEnd(report);
        tellEnd(report);
    }
    if (const auto noted = m_runner.runEnded(report, isStopping()); !noted)
        noteOnce(noted.error());
    m_alerts.lookSoon();
}

int Loop::end()
{
    m_alerts.end();
    if (const Status stopped = m_runner.stop(); !stopped)
        m_context.console.noteError(stopped.error());
    note(tr("The scheduler ends."));
    m_context.console.document(QJsonObject{{QStringLiteral("succeeded"), m_succeeded},
                                           {QStringLiteral("failed"), m_failed},
                                           {QStringLiteral("interrupted"), m_wasCut}});
    return m_wasCut ? Interrupt::kExitCode : 0;
}

int Loop::execute()
{
    bool hasWorked = false;
    while (!isStopping()) {
        m_alerts.look();
        const auto outlook = m_runner.poll();
        if (!outlook) {
            if (!hasWorked && isHopeless(outlook.error()))
                return m_context.console.fail(outlook.error());
            noteOnce(outlook.error());
            waitFor(m_retry, m_context.stop);
            m_retry = std::min<milliseconds>(m_retry * 2, kLongestRetry);
            continue;
        }
        hasWorked = true;
        m_lastError.reset();
        m_retry = ScheduleRunner::kPollInterval;
        tell(*outlook);
        if (outlook->runsNow())
            runOnce();
        else
            waitFor(outlook->pollAfter, m_context.stop);
    }
    return end();
}

} // namespace

QString SchedulerRunCommand::name() const
{
    return QStringLiteral("scheduler run");
}

QString SchedulerRunCommand::summary() const
{
    return tr("run the schedule without a screen, until Ctrl+C or SIGTERM");
}

int SchedulerRunCommand::execute(Context& context) const
{
    auto profile = resolvePair(context, Access::Write);
    if (!profile)
        return context.console.fail(profile.error());
    return Loop(*profile, context).execute();
}

} // namespace causeway::ctl
