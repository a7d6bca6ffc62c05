// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/schedule/clock_reading.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

/// @file When a scheduled run begins: plain values and pure functions, no I/O.

namespace causeway {

/// No run begins from `from` until `until`, each day. `from` later than `until` spans midnight.
struct QuietHours {
    QTime from;
    QTime until;
    bool operator==(const QuietHours&) const = default;
};
/// "22:00-06:30"; nullopt for anything else, and for hours that begin when they end.
[[nodiscard]] std::optional<QuietHours> parseQuietHours(const QString& text);
[[nodiscard]] QString toText(const QuietHours& hours);

/// The row of db_sync_schedule. Times are UTC.
struct Schedule {
    bool enabled = false;
    int intervalMinutes = 60;
    std::optional<QuietHours> quiet;
    std::optional<QDateTime> nextRun; ///< nullopt and enabled: at once
    std::optional<QDateTime> lastRun; ///< when it began
    std::optional<RunStatus> lastStatus;
    QString lastErrorCode; ///< empty: none
    QString lastErrorMessage;
    qint64 succeeded = 0;
    qint64 failed = 0;
    int failuresInARow = 0;
    std::optional<QDateTime> alertSince; ///< kAlertAfter failures in a row since then
    QString holder;                      ///< who runs the schedule, or did; empty: nobody
    std::optional<QDateTime> holderSeen;
    bool isHeld = false; ///< the holder has shown itself lately, by the server's clock

    static constexpr int kAlertAfter = 3;
    static constexpr std::chrono::hours kLongestBackOff{4}; ///< unless the interval is longer
    static constexpr std::chrono::seconds kBusyRetry{15};
};

/// What a runner remembers between two looks at the row. Gone with its process.
struct ScheduleMemory {
    std::optional<std::chrono::milliseconds> dueAt; ///< as ClockReading::sinceBoot
    std::optional<QDateTime> shown;                 ///< the next_run that belongs to it
};

enum class ScheduleReason {
    Disabled,
    NotDue,
    BackingOff, ///< longer than the interval, because runs failed
    QuietHours, ///< due, or going to be, in quiet hours
    Due,
    Running,     ///< the run of this very runner goes on
    OtherRunner, ///< another program runs the schedule
};
[[nodiscard]] QString toText(ScheduleReason reason); ///< "DISABLED", "NOT_DUE", …

struct ScheduleDecision {
    ScheduleReason reason = ScheduleReason::Disabled; ///< Due: run now
    std::chrono::milliseconds wait{0};                ///< until the run may begin
    std::optional<std::chrono::milliseconds> dueAt;   ///< to be remembered
    std::optional<QDateTime> nextRun;                 ///< to be shown; UTC

    [[nodiscard]] bool runsNow() const { return reason == ScheduleReason::Due; }
};

/// Waits or runs. A clock that was set does not matter while @p memory fits the row; a runner that
/// has just come takes the row's next_run, and never waits longer than two intervals for it (the
/// next one may have been skipped). However many runs were missed, one is due.
[[nodiscard]] ScheduleDecision decide(const Schedule& schedule, const ScheduleMemory& memory,
                                      const ClockReading& now);

/// How a scheduled run ended.
struct RunEnd {
    RunStatus status = RunStatus::Success;
    bool wasBusy = false;  ///< another run had the pair: this one has not begun
    bool cutShort = false; ///< cancelled because its runner ends: the next one makes up for it
    QString errorCode;
    QString errorMessage;
};
struct AfterRun {
    Schedule schedule; ///< with counters, alert, last and next run as they are from now on
    std::chrono::milliseconds dueAt{0};
    bool raisesAlert = false;
};
/// @param before  the row as it was when the run became due. @param begun when it began.
[[nodiscard]] AfterRun afterRun(const Schedule& before, const ClockReading& begun,
                                const ClockReading& now, const RunEnd& end);
/// The runner before this one ended in the middle of a run. The first time the run is made up for
/// at once.
[[nodiscard]] AfterRun afterInterruption(const Schedule& found, const ClockReading& now,
                                         const RunEnd& end);

/// When the next @p count runs begin if each is short and succeeds; in the time zone of @p wall.
/// Empty while the schedule is disabled.
[[nodiscard]] std::vector<QDateTime> comingRuns(const Schedule& schedule, const QDateTime& wall,
                                                int count);

/// Time from a failed run to the next: the interval, doubled with each further failure in a row.
[[nodiscard]] std::chrono::milliseconds backOff(int intervalMinutes, int failuresInARow);

} // namespace causeway
