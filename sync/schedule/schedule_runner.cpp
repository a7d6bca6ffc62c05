// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schedule/schedule_runner.h"

#include "sync/dialect/schedule_sql.h"
#include "sync/schedule/schedule_store.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QUuid>

#include <algorithm>

namespace causeway {
namespace {

using std::chrono::milliseconds;

// The number of a process comes again; the rest of the name does not.
QString holderName(const QString& program)
{
    return QStringLiteral("%1:%2 %3 %4")
        .arg(QSysInfo::machineHostName())
        .arg(QCoreApplication::applicationPid())
        .arg(program, QUuid::createUuid().toString(QUuid::WithoutBraces).left(8));
}

RunEnd endOf(const SyncReport& report, bool runnerEnds)
{
    RunEnd end;
    end.status = report.status;
    std::optional<Error> error = report.error;
    for (const TableOutcome& table : report.tables) {
        if (!error)
            error = table.error;
    }
    if (error) {
        end.errorCode = errorCodeText(error->code);
        end.errorMessage = error->message();
    }
    end.wasBusy = report.error && report.error->code == ErrorCode::SyncBusy;
    end.cutShort = runnerEnds && report.status == RunStatus::Cancelled;
    return end;
}

RunEnd interruptedEnd()
{
    const Error error =
        makeError(ErrorCode::SyncInterrupted,
                  QCoreApplication::translate("causeway::ScheduleRunner", "The scheduled run"));
    RunEnd end;
    end.status = RunStatus::Failed;
    end.errorCode = errorCodeText(error.code);
    end.errorMessage = error.message();
    return end;
}

} // namespace

ScheduleRunner::ScheduleRunner(SideConfig local, SyncDefaults defaults, const QString& program,
                               ScheduleClock clock)
    : m_local(std::move(local))
    , m_defaults(defaults)
    , m_holder(holderName(program))
    , m_clock(std::move(clock))
{
}

Result<ScheduleOutlook> ScheduleRunner::poll()
{
    auto store = ScheduleStore::open(m_local, m_defaults);
    CAUSEWAY_TRY(store);
    auto outlook = lookAt(*store);
    CAUSEWAY_TRY(outlook);
    outlook->pollAfter = kPollInterval;
    if (outlook->decision.reason == ScheduleReason::NotDue ||
        outlook->decision.reason == ScheduleReason::BackingOff)
        outlook->pollAfter = std::min<milliseconds>(kPollInterval, outlook->decision.wait);
    return outlook;
}

Result<ScheduleOutlook> ScheduleRunner::lookAt(ScheduleStore& store)
{
    const auto mine = store.takeLease(m_holder);
    CAUSEWAY_TRY(mine);
    CAUSEWAY_TRY(writeEnd(store));
    auto schedule = store.read();
    CAUSEWAY_TRY(schedule);
    ScheduleOutlook outlook;
    outlook.schedule = *schedule;
    if (isRunning()) {
        outlook.decision.reason = ScheduleReason::Running;
        return outlook;
    }
    if (!*mine) {
        m_memory = {};
        outlook.decision.reason =
            schedule->enabled ? ScheduleReason::OtherRunner : ScheduleReason::Disabled;
        return outlook;
    }
    if (schedule->lastStatus == RunStatus::Running)
        CAUSEWAY_TRY(noteInterruption(store, outlook));
    outlook.decision = decide(outlook.schedule, m_memory, m_clock());
    CAUSEWAY_TRY(act(store, outlook));
    outlook.raisesAlert = std::exchange(m_alertRaised, false) || outlook.raisesAlert;
    return outlook;
}

/// Who has the lease and no run of its own finds a run that its holder did not live to end.
Status ScheduleRunner::noteInterruption(ScheduleStore& store, ScheduleOutlook& outlook)
{
    const AfterRun after = afterInterruption(outlook.schedule, m_clock(), interruptedEnd());
    CAUSEWAY_TRY(store.noteEnded(m_holder, outlook.schedule, after.schedule));
    const auto now = store.read();
    CAUSEWAY_TRY(now);
    outlook.schedule = *now;
    outlook.interrupted = true;
    outlook.raisesAlert = after.raisesAlert;
    m_memory = {after.dueAt, after.schedule.nextRun};
    return okStatus();
}

Status ScheduleRunner::act(ScheduleStore& store, ScheduleOutlook& outlook)
{
    const ScheduleDecision& decision = outlook.decision;
    m_memory = {decision.dueAt, decision.nextRun};
    if (decision.reason == ScheduleReason::Disabled)
        return okStatus();
    if (decision.runsNow()) {
        const ClockReading now = m_clock();
        const auto begun = store.noteBegun(m_holder, now.wall.toUTC());
        CAUSEWAY_TRY(begun);
        if (*begun) {
            m_before = outlook.schedule;
            m_begun = now;
        } else {
            outlook.decision.reason = ScheduleReason::Disabled;
        }
        return okStatus();
    }
    if (decision.nextRun == outlook.schedule.nextRun)
        return okStatus();
    CAUSEWAY_TRY(store.showNextRun(m_holder, outlook.schedule, decision.nextRun));
    outlook.schedule.nextRun = decision.nextRun;
    return okStatus();
}

Result<Schedule> ScheduleRunner::runEnded(const SyncReport& report, bool runnerEnds)
{
    const ClockReading now = m_clock();
    const AfterRun after =
        afterRun(m_before, m_begun.value_or(now), now, endOf(report, runnerEnds));
    m_begun.reset();
    m_memory = {after.dueAt, after.schedule.nextRun};
    m_alertRaised = m_alertRaised || after.raisesAlert;
    m_unwritten = after.schedule;
    auto store = ScheduleStore::open(m_local, m_defaults);
    CAUSEWAY_TRY(store);
    CAUSEWAY_TRY(writeEnd(*store));
    return store->read();
}

/// Finds no row, which is as well, when the schedule has passed to another runner.
Status ScheduleRunner::writeEnd(ScheduleStore& store)
{
    if (m_unwritten)
        CAUSEWAY_TRY(store.noteEnded(m_holder, m_before, *m_unwritten));
    m_unwritten.reset();
    return okStatus();
}

Status ScheduleRunner::stop()
{
    auto store = ScheduleStore::open(m_local, m_defaults);
    CAUSEWAY_TRY(store);
    m_memory = {};
    return store->releaseLease(m_holder);
}

Result<std::optional<ClearedRunner>> clearAfterRunner(const SideConfig& local,
                                                      const SyncDefaults& defaults,
                                                      const QString& program,
                                                      const ClockReading& now)
{
    auto store = ScheduleStore::open(local, defaults);
    CAUSEWAY_TRY(store);
    const auto before = store->read();
    CAUSEWAY_TRY(before);
    const QString holder = holderName(program);
    const auto mine = store->takeLease(holder);
    CAUSEWAY_TRY(mine);
    if (!*mine)
        return std::optional<ClearedRunner>();
    ClearedRunner cleared;
    cleared.holder = before->holder;
    cleared.statements << schedulesql::takeLease(holder);
    const auto found = store->read(); // nobody else changes it from here on
    CAUSEWAY_TRY(found);
    if (found->lastStatus == RunStatus::Running) {
        const Schedule after = afterInterruption(*found, now, interruptedEnd()).schedule;
        CAUSEWAY_TRY(store->noteEnded(holder, *found, after));
        cleared.statements << schedulesql::noteEnded(holder, after, found->nextRun);
        cleared.interrupted = true;
    }
    CAUSEWAY_TRY(store->releaseLease(holder));
    cleared.statements << schedulesql::releaseLease(holder);
    return std::optional(cleared);
}

} // namespace causeway
