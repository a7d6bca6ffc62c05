// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/scheduler_commands.h"

#include "app/ctl/json_text.h"
#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/scheduler_run_command.h"

namespace causeway::ctl {
namespace {

constexpr int kLongestInterval = 525'600; // a year of minutes

struct SchedulerText {
    Q_DECLARE_TR_FUNCTIONS(SchedulerText)
};

/// What the scheduler is about, in one word.
QString stateOf(const Schedule& schedule)
{
    if (!schedule.enabled)
        return toText(ScheduleReason::Disabled);
    if (!schedule.isHeld)
        return QStringLiteral("NO_RUNNER");
    if (schedule.lastStatus == RunStatus::Running)
        return toText(ScheduleReason::Running);
    return toText(decide(schedule, {}, readClock()).reason);
}

QString sentenceOf(const QString& state)
{
    if (state == QLatin1String("DISABLED"))
        return SchedulerText::tr("disabled");
    if (state == QLatin1String("NO_RUNNER"))
        return SchedulerText::tr(
            "enabled, but no program runs it: start \"causewayctl scheduler run\"");
    if (state == QLatin1String("RUNNING"))
        return SchedulerText::tr("a run is going on");
    if (state == QLatin1String("BACKING_OFF"))
        return SchedulerText::tr("waiting longer than the interval, because runs failed");
    if (state == QLatin1String("QUIET_HOURS"))
        return SchedulerText::tr("waiting for the end of the quiet hours");
    if (state == QLatin1String("DUE"))
        return SchedulerText::tr("a run is due");
    return SchedulerText::tr("waiting");
}

QString line(const QString& title, const QString& value)
{
    return SchedulerText::tr("%1: %2", "title: value").arg(title, value) + QLatin1Char('\n');
}

QString nextRunText(const Schedule& schedule)
{
    if (!schedule.enabled)
        return SchedulerText::tr("none");
    return schedule.nextRun ? localTimeText(schedule.nextRun) : SchedulerText::tr("at once");
}

QString lastRunText(const Schedule& schedule)
{
    if (!schedule.lastRun)
        return SchedulerText::tr("none");
    const QString status =
        schedule.lastStatus ? QLatin1Char(' ') + toText(*schedule.lastStatus) : QString();
    return localTimeText(schedule.lastRun) + status;
}

QString textOf(const Schedule& schedule)
{
    QString text = line(SchedulerText::tr("State"), sentenceOf(stateOf(schedule)));
    text += line(SchedulerText::tr("Interval"),
                 SchedulerText::tr("%1 minutes").arg(schedule.intervalMinutes));
    if (schedule.quiet)
        text += line(SchedulerText::tr("Quiet hours"), toText(*schedule.quiet));
    text += line(SchedulerText::tr("Next run"), nextRunText(schedule));
    text += line(SchedulerText::tr("Last run"), lastRunText(schedule));
    text += line(SchedulerText::tr("Succeeded"), QString::number(schedule.succeeded));
    text += line(SchedulerText::tr("Failed"), QString::number(schedule.failed));
    if (schedule.isHeld)
        text += line(SchedulerText::tr("Run by"), schedule.holder);
    if (!schedule.lastErrorCode.isEmpty())
        text += line(schedule.lastErrorCode, schedule.lastErrorMessage);
    return text;
}

QJsonValue lastErrorOf(const Schedule& schedule)
{
    if (schedule.lastErrorCode.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("code"), schedule.lastErrorCode},
                       {QStringLiteral("message"), schedule.lastErrorMessage}};
}

/// Opens the schedule of the pair, changes it and shows what it is then.
int change(Context& context, const std::function<Status(ScheduleStore&)>& apply)
{
    auto profile = resolvePair(context, Access::Write);
    if (!profile)
        return context.console.fail(profile.error());
    auto store = ScheduleStore::open(profile->local, profile->defaults);
    if (!store)
        return context.console.fail(store.error());
    if (const Status applied = apply(*store); !applied)
        return context.console.fail(applied.error());
    const auto schedule = store->read();
    if (!schedule)
        return context.console.fail(schedule.error());
    return SchedulerStatusCommand::show(*schedule, context.console);
}

} // namespace

QJsonObject scheduleToJson(const Schedule& schedule)
{
    return {
        {QStringLiteral("enabled"), schedule.enabled},
        {QStringLiteral("schedule_type"), QStringLiteral("MINUTES")},
        {QStringLiteral("interval_minutes"), schedule.intervalMinutes},
        {QStringLiteral("next_run"), timeToJson(schedule.nextRun)},
        {QStringLiteral("last_run"), timeToJson(schedule.lastRun)},
        {QStringLiteral("succeeded"), schedule.succeeded},
        {QStringLiteral("failed"), schedule.failed},
        {QStringLiteral("state"), stateOf(schedule)},
        {QStringLiteral("last_status"),
         schedule.lastStatus ? QJsonValue(toText(*schedule.lastStatus)) : QJsonValue()},
        {QStringLiteral("last_error"), lastErrorOf(schedule)},
        {QStringLiteral("failures_in_a_row"), schedule.failuresInARow},
        {QStringLiteral("alert_since"), timeToJson(schedule.alertSince)},
        {QStringLiteral("quiet_hours"),
         schedule.quiet ? QJsonValue(toText(*schedule.quiet)) : QJsonValue()},
        {QStringLiteral("runner"), schedule.isHeld ? QJsonValue(schedule.holder) : QJsonValue()}};
}

QString SchedulerEnableCommand::name() const
{
    return QStringLiteral("scheduler enable");
}

QString SchedulerEnableCommand::summary() const
{
    return tr("have syncs run on a schedule; sets interval and quiet hours");
}

std::vector<OptionSpec> SchedulerEnableCommand::options() const
{
    return {
        {QStringLiteral("interval"), QStringLiteral("MINUTES"),
         tr("minutes from one run to the next (as before, at first DB_SYNC_INTERVAL or 60)")},
        {QStringLiteral("quiet"), QStringLiteral("HH:MM-HH:MM"),
         tr("no run begins in these hours, local time; \"none\" for no such hours")},
    };
}

Status SchedulerEnableCommand::apply(const ParsedOptions& options, ScheduleStore& store)
{
    const QString quietText = options.value(QStringLiteral("quiet"));
    const bool hasNoQuiet = quietText == QLatin1String("none");
    const auto quiet = parseQuietHours(quietText);
    if (options.has(QStringLiteral("quiet")) && !hasNoQuiet && !quiet) {
        return makeError(ErrorCode::CfgInvalid, QStringLiteral("--quiet"),
                         tr("\"%1\" is not of the form 22:00-06:00, nor \"none\".").arg(quietText));
    }
    const auto interval = numberOption(options, QStringLiteral("interval"), 0, 1);
    CAUSEWAY_TRY(interval);
    if (options.has(QStringLiteral("interval")))
        CAUSEWAY_TRY(
            store.setInterval(static_cast<int>(qMin<qint64>(*interval, kLongestInterval))));
    if (options.has(QStringLiteral("quiet")))
        CAUSEWAY_TRY(store.setQuietHours(hasNoQuiet ? std::nullopt : quiet));
    const auto schedule = store.read();
    CAUSEWAY_TRY(schedule);
    return store.enable(
        QDateTime::currentDateTimeUtc().addSecs(qint64{60} * schedule->intervalMinutes));
}

int SchedulerEnableCommand::execute(Context& context) const
{
    return change(context,
                  [&](ScheduleStore& store) -> Status { return apply(context.options, store); });
}

QString SchedulerDisableCommand::name() const
{
    return QStringLiteral("scheduler disable");
}

QString SchedulerDisableCommand::summary() const
{
    return tr("have no syncs run on a schedule; one that is going on ends as it would");
}

int SchedulerDisableCommand::execute(Context& context) const
{
    return change(context, [](ScheduleStore& store) { return store.disable(); });
}

QString SchedulerRestartCommand::name() const
{
    return QStringLiteral("scheduler restart");
}

QString SchedulerRestartCommand::summary() const
{
    return tr("enable, forget failures, and have the next run at once");
}

int SchedulerRestartCommand::execute(Context& context) const
{
    return change(context, [](ScheduleStore& store) { return store.enable(std::nullopt); });
}

QString SchedulerSkipCommand::name() const
{
    return QStringLiteral("scheduler skip");
}

QString SchedulerSkipCommand::summary() const
{
    return tr("leave the next scheduled run out; the one after it comes as usual");
}

int SchedulerSkipCommand::execute(Context& context) const
{
    return change(context, [&context](ScheduleStore& store) -> Status {
        const auto skipped = store.skipNext();
        CAUSEWAY_TRY(skipped);
        if (!*skipped)
            context.console.note(tr("There is nothing to leave out, or it is left out already."));
        return okStatus();
    });
}

QString SchedulerStatusCommand::name() const
{
    return QStringLiteral("scheduler status");
}

QString SchedulerStatusCommand::summary() const
{
    return tr("show the schedule: state, interval, next and last run, successes, failures");
}

int SchedulerStatusCommand::show(const Schedule& schedule, Console& console)
{
    console.document(scheduleToJson(schedule));
    console.print(textOf(schedule));
    if (!schedule.alertSince)
        return 0;
    console.warn(tr("%1 scheduled runs in a row have failed; \"causewayctl scheduler restart\" "
                    "once the cause is gone.")
                     .arg(schedule.failuresInARow));
    return 1;
}

int SchedulerStatusCommand::execute(Context& context) const
{
    auto profile = resolvePair(context, Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    auto store = ScheduleStore::open(profile->local, profile->defaults);
    if (!store)
        return context.console.fail(store.error());
    const auto schedule = store->read();
    if (!schedule)
        return context.console.fail(schedule.error());
    return show(*schedule, context.console);
}

void addSchedulerCommands(Commands& commands)
{
    commands.push_back(std::make_unique<SchedulerEnableCommand>());
    commands.push_back(std::make_unique<SchedulerDisableCommand>());
    commands.push_back(std::make_unique<SchedulerSkipCommand>());
    commands.push_back(std::make_unique<SchedulerStatusCommand>());
    commands.push_back(std::make_unique<SchedulerRestartCommand>());
    commands.push_back(std::make_unique<SchedulerRunCommand>());
}

} // namespace causeway::ctl
