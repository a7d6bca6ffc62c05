// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"
#include "sync/run/sync_report.h"
#include "sync/schedule/schedule.h"

#include <QByteArrayList>

namespace causeway {

/// What ScheduleRunner::poll() found.
struct ScheduleOutlook {
    ScheduleDecision decision;
    Schedule schedule;        ///< as the row is now
    bool raisesAlert = false; ///< an alert has been raised since the last look: tell a person
    bool interrupted = false; ///< the runner before this one ended in the middle of a run
    std::chrono::milliseconds pollAfter{0}; ///< look again after this time at the latest

    [[nodiscard]] bool runsNow() const { return decision.runsNow(); }
};

/// Runs the schedule of one pair, in the console or in causewayctl: of all programs that try, one
/// has it at a time.
///
/// The owner calls poll() from a timer, also while a run goes on (that renews the lease). When the
/// outlook says runsNow(), the owner begins a run with TriggerSource::Schedule and calls runEnded()
/// with its report. At the end it calls stop(); a program that is killed instead loses the schedule
/// to the next one when its lease runs out, after a minute.
///
/// Thread:    any, one call at a time. Each call connects to the local server, blocks for a few
///            statements and disconnects: not for the GUI thread.
/// Ownership: owns nothing between calls.
/// Errors:    DB_CONN_* and CFG_005; the schedule goes on with the next call that succeeds.
class ScheduleRunner final {
public:
    /// @param program  "console" or "causewayctl", for people to read in db_sync_schedule.
    ScheduleRunner(SideConfig local, SyncDefaults defaults, const QString& program,
                   ScheduleClock clock = &readClock);

    [[nodiscard]] Result<ScheduleOutlook> poll();
    /// @param runnerEnds  the run was cancelled because this program ends: it stays due.
    /// @return the row as it is now. An alert that this run raises comes with the next poll(). When
    /// the local server cannot be reached, poll() notes the end as soon as it can.
    [[nodiscard]] Result<Schedule> runEnded(const SyncReport& report, bool runnerEnds = false);
    /// Gives the schedule back. A run that goes on must have ended before.
    [[nodiscard]] Status stop();

    [[nodiscard]] bool isRunning() const { return m_begun.has_value(); }
    /// As it stands in db_sync_schedule.holder: machine, process, program.
    [[nodiscard]] const QString& holder() const { return m_holder; }

    static constexpr std::chrono::seconds kPollInterval{5};

private:
    [[nodiscard]] Result<ScheduleOutlook> lookAt(class ScheduleStore& store);
    [[nodiscard]] Status writeEnd(ScheduleStore& store);
    [[nodiscard]] Status noteInterruption(ScheduleStore& store, ScheduleOutlook& outlook);
    [[nodiscard]] Status act(ScheduleStore& store, ScheduleOutlook& outlook);

    SideConfig m_local;
    SyncDefaults m_defaults;
    QString m_holder;
    ScheduleClock m_clock;
    ScheduleMemory m_memory;
    std::optional<ClockReading> m_begun; ///< while a run goes on
    Schedule m_before;                   ///< the row when that run began
    std::optional<Schedule> m_unwritten; ///< what runEnded() could not note: the server was away
    bool m_alertRaised = false;          ///< by runEnded(), not told yet
};

/// What clearAfterRunner() did.
struct ClearedRunner {
    QString holder;            ///< whose lease it was; empty: nobody's
    bool interrupted = false;  ///< a run that it did not live to end was noted as failed
    QByteArrayList statements; ///< that were executed
};
/// Does for a runner that is gone what the next one would do first: notes the run that it left
/// behind as interrupted, so that it is made up for, and frees the schedule. nullopt, and nothing
/// changed, while a runner is alive. Thread: any. Errors: as ScheduleRunner's.
[[nodiscard]] Result<std::optional<ClearedRunner>>
clearAfterRunner(const SideConfig& local, const SyncDefaults& defaults, const QString& program,
                 const ClockReading& now = readClock());

} // namespace causeway
