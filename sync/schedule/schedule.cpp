// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schedule/schedule.h"

#include <QStringList>
#include <QTimeZone>

#include <algorithm>

namespace causeway {
namespace {

using std::chrono::milliseconds;

// Smaller differences between what is shown and what is planned are not worth a write.
constexpr milliseconds kShownTolerance{2000};

milliseconds interval(const Schedule& schedule)
{
    return std::chrono::minutes(std::max(1, schedule.intervalMinutes));
}

milliseconds between(const QDateTime& from, const QDateTime& to)
{
    return milliseconds(from.msecsTo(to));
}

/// When the next run is due, as ClockReading::sinceBoot.
milliseconds dueTime(const Schedule& schedule, const ScheduleMemory& memory,
                     const ClockReading& now)
{
    if (memory.dueAt && memory.shown == schedule.nextRun)
        return *memory.dueAt;
    if (!schedule.nextRun)
        return now.sinceBoot;
    const milliseconds longest = std::max(
        2 * interval(schedule), backOff(schedule.intervalMinutes, schedule.failuresInARow));
    const milliseconds left = between(now.wall, *schedule.nextRun);
    return now.sinceBoot + std::clamp(left, milliseconds(0), longest);
}

bool isQuiet(const QuietHours& quiet, const QTime& time)
{
    return quiet.from < quiet.until ? time >= quiet.from && time < quiet.until
                                    : time >= quiet.from || time < quiet.until;
}

/// @p time, or the end of the quiet hours that it falls into.
QDateTime afterQuietHours(const std::optional<QuietHours>& quiet, const QDateTime& time)
{
    if (!quiet || !isQuiet(*quiet, time.time()))
        return time;
    QDateTime end = time;
    end.setTime(quiet->until);
    if (end <= time)
        end = end.addDays(1);
    return end;
}

QDateTime shownTime(const Schedule& schedule, const QDateTime& planned)
{
    if (schedule.nextRun) {
        const milliseconds difference = between(*schedule.nextRun, planned);
        if (std::chrono::abs(difference) < kShownTolerance)
            return *schedule.nextRun;
    }
    return planned.toUTC();
}

ScheduleReason reasonToWait(const Schedule& schedule, bool isQuietTime)
{
    if (isQuietTime)
        return ScheduleReason::QuietHours;
    return schedule.failuresInARow > 1 ? ScheduleReason::BackingOff : ScheduleReason::NotDue;
}

void countFailure(AfterRun& after, const ClockReading& now)
{
    Schedule& schedule = after.schedule;
    ++schedule.failed;
    ++schedule.failuresInARow;
    if (schedule.failuresInARow >= Schedule::kAlertAfter && !schedule.alertSince) {
        schedule.alertSince = now.wall.toUTC();
        after.raisesAlert = true;
    }
}

void countSuccess(Schedule& schedule)
{
    ++schedule.succeeded;
    schedule.failuresInARow = 0;
    schedule.alertSince.reset();
}

/// The first multiple of the interval after @p begun that is still to come: what was missed while
/// the run went on is not made up for.
milliseconds nextInterval(const Schedule& schedule, const ClockReading& begun,
                          const ClockReading& now)
{
    const milliseconds step = interval(schedule);
    const milliseconds passed = std::max(milliseconds(0), now.sinceBoot - begun.sinceBoot);
    return begun.sinceBoot + step * (passed / step + 1);
}

void setDue(AfterRun& after, milliseconds dueAt, const ClockReading& now)
{
    after.dueAt = dueAt;
    after.schedule.nextRun = now.wall.toUTC().addMSecs((dueAt - now.sinceBoot).count());
}

void noteEnd(Schedule& schedule, const RunEnd& end)
{
    schedule.lastStatus = end.status;
    schedule.lastErrorCode = end.errorCode;
    schedule.lastErrorMessage = end.errorMessage;
}

} // namespace

std::optional<QuietHours> parseQuietHours(const QString& text)
{
    const QStringList parts = text.trimmed().split(u'-');
    if (parts.size() != 2)
        return std::nullopt;
    const QString format = QStringLiteral("H:mm");
    const QuietHours hours{QTime::fromString(parts[0].trimmed(), format),
                           QTime::fromString(parts[1].trimmed(), format)};
    if (!hours.from.isValid() || !hours.until.isValid() || hours.from == hours.until)
        return std::nullopt;
    return hours;
}

QString toText(const QuietHours& hours)
{
    const QString format = QStringLiteral("HH:mm");
    return hours.from.toString(format) + u'-' + hours.until.toString(format);
}

QString toText(ScheduleReason reason)
{
    switch (reason) {
    case ScheduleReason::Disabled:
        return QStringLiteral("DISABLED");
    case ScheduleReason::NotDue:
        return QStringLiteral("NOT_DUE");
    case ScheduleReason::BackingOff:
        return QStringLiteral("BACKING_OFF");
    case ScheduleReason::QuietHours:
        return QStringLiteral("QUIET_HOURS");
    case ScheduleReason::Due:
        return QStringLiteral("DUE");
    case ScheduleReason::Running:
        return QStringLiteral("RUNNING");
    case ScheduleReason::OtherRunner:
        return QStringLiteral("OTHER_RUNNER");
    }
    return {};
}

milliseconds backOff(int intervalMinutes, int failuresInARow)
{
    const milliseconds step = std::chrono::minutes(std::max(1, intervalMinutes));
    const milliseconds longest = std::max<milliseconds>(step, Schedule::kLongestBackOff);
    milliseconds result = step;
    for (int failure = 1; failure < failuresInARow && result < longest; ++failure)
        result *= 2;
    return std::min(result, longest);
}

std::vector<QDateTime> comingRuns(const Schedule& schedule, const QDateTime& wall, int count)
{
    std::vector<QDateTime> runs;
    if (!schedule.enabled)
        return runs;
    const QDateTime first = schedule.nextRun.value_or(wall).toTimeZone(wall.timeZone());
    QDateTime next = afterQuietHours(schedule.quiet, std::max(first, wall));
    while (static_cast<int>(runs.size()) < count) {
        runs.push_back(next);
        next = afterQuietHours(schedule.quiet, next.addMSecs(interval(schedule).count()));
    }
    return runs;
}

ScheduleDecision decide(const Schedule& schedule, const ScheduleMemory& memory,
                        const ClockReading& now)
{
    ScheduleDecision decision;
    if (!schedule.enabled)
        return decision;
    const milliseconds dueAt = dueTime(schedule, memory, now);
    const milliseconds left = std::max(milliseconds(0), dueAt - now.sinceBoot);
    const QDateTime due = now.wall.addMSecs(left.count());
    const QDateTime begin = afterQuietHours(schedule.quiet, due);
    decision.dueAt = dueAt;
    decision.wait = between(now.wall, begin);
    if (decision.wait <= milliseconds(0)) {
        decision.reason = ScheduleReason::Due;
        decision.nextRun = schedule.nextRun;
        return decision;
    }
    decision.reason = reasonToWait(schedule, begin != due);
    decision.nextRun = shownTime(schedule, begin);
    return decision;
}

AfterRun afterRun(const Schedule& before, const ClockReading& begun, const ClockReading& now,
                  const RunEnd& end)
{
    AfterRun after{before, now.sinceBoot, false};
    if (end.wasBusy) {
        setDue(after, now.sinceBoot + Schedule::kBusyRetry, now);
        return after;
    }
    after.schedule.lastRun = begun.wall.toUTC();
    noteEnd(after.schedule, end);
    if (end.status == RunStatus::Cancelled) {
        setDue(after, end.cutShort ? now.sinceBoot : nextInterval(before, begun, now), now);
    } else if (end.status == RunStatus::Failed) {
        countFailure(after, now);
        setDue(after,
               now.sinceBoot + backOff(before.intervalMinutes, after.schedule.failuresInARow), now);
    } else {
        countSuccess(after.schedule);
        setDue(after, nextInterval(before, begun, now), now);
    }
    return after;
}

AfterRun afterInterruption(const Schedule& found, const ClockReading& now, const RunEnd& end)
{
    AfterRun after{found, now.sinceBoot, false};
    noteEnd(after.schedule, end);
    countFailure(after, now);
    const int failures = after.schedule.failuresInARow;
    const milliseconds pause =
        failures > 1 ? backOff(found.intervalMinutes, failures - 1) : milliseconds(0);
    setDue(after, now.sinceBoot + pause, now);
    return after;
}

} // namespace causeway
