// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedule/schedule_words.h"

#include "models/words.h"

#include <QCoreApplication>

namespace causeway::schedule_words {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ScheduleWords)
};

} // namespace

QString state(const ScheduleView& view)
{
    if (!view.schedule)
        return QStringLiteral("—");
    if (!view.schedule->enabled)
        return Text::tr("Off");
    switch (view.reason) {
    case ScheduleReason::NotDue:
        return Text::tr("Waiting for the next run");
    case ScheduleReason::BackingOff:
        return Text::tr("Waiting longer than the interval, because runs failed");
    case ScheduleReason::QuietHours:
        return Text::tr("Waiting for the end of the quiet hours");
    case ScheduleReason::Due:
        return Text::tr("A run is due");
    case ScheduleReason::Running:
        return Text::tr("A run is at work");
    case ScheduleReason::OtherRunner:
        return view.schedule->isHeld ? Text::tr("On, run by another program")
                                     : Text::tr("On, but no program runs it");
    case ScheduleReason::Disabled:
        break;
    }
    return Text::tr("Off");
}

QString interval(int minutes)
{
    if (minutes == 1)
        return Text::tr("every minute");
    if (minutes == 60)
        return Text::tr("every hour");
    return minutes % 60 == 0 ? Text::tr("every %1 hours").arg(words::number(minutes / 60))
                             : Text::tr("every %1 minutes").arg(words::number(minutes));
}

QString nextRun(const Schedule& schedule)
{
    if (!schedule.enabled)
        return QStringLiteral("—");
    return schedule.nextRun ? words::moment(*schedule.nextRun) : Text::tr("at once");
}

QString lastRun(const Schedule& schedule)
{
    if (!schedule.lastRun)
        return Text::tr("none yet");
    const QString when = words::moment(*schedule.lastRun);
    return schedule.lastStatus ? Text::tr("%1 · %2", "moment and outcome of the last run")
                                     .arg(when, words::of(*schedule.lastStatus))
                               : when;
}

QString runner(const ScheduleView& view)
{
    if (view.isOurs)
        return Text::tr("this console");
    if (!view.schedule || !view.schedule->isHeld)
        return Text::tr("nobody");
    return view.schedule->holder;
}

QString trouble(const Schedule& schedule)
{
    if (schedule.failuresInARow == 0)
        return {};
    const QString count = schedule.failuresInARow == 1
                              ? Text::tr("The last scheduled run failed.")
                              : Text::tr("%1 scheduled runs in a row have failed.")
                                    .arg(words::number(schedule.failuresInARow));
    const QString code = schedule.lastErrorCode.isEmpty()
                             ? QString()
                             : schedule.lastErrorCode % QStringLiteral(": ");
    return words::sentences({count, code % schedule.lastErrorMessage});
}

} // namespace causeway::schedule_words
