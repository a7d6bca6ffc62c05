// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/doctor/check.h"
#include "sync/schedule/schedule_runner.h"
#include "sync/schedule/schedule_store.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "scheduler";
constexpr int kPatience = 300; // s that a run may be late: polls, a busy server

QString timeText(const std::optional<QDateTime>& utc)
{
    return utc ? utc->toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
               : QCoreApplication::translate("causeway::Doctor", "never");
}

QStringList facts(const Schedule& schedule)
{
    QStringList lines{QCoreApplication::translate("causeway::Doctor", "every %1 minutes")
                          .arg(schedule.intervalMinutes),
                      QCoreApplication::translate("causeway::Doctor", "last run: %1")
                          .arg(timeText(schedule.lastRun))};
    if (schedule.nextRun)
        lines << QCoreApplication::translate("causeway::Doctor", "next run: %1")
                     .arg(timeText(schedule.nextRun));
    if (!schedule.holder.isEmpty())
        lines << QCoreApplication::translate("causeway::Doctor", "run by: %1, seen last at %2")
                     .arg(schedule.holder, timeText(schedule.holderSeen));
    return lines;
}

Finding runnerGone(const Schedule& schedule)
{
    const bool inARun = schedule.lastStatus == RunStatus::Running;
    const QString who = schedule.holder.isEmpty()
                            ? QCoreApplication::translate("causeway::Doctor", "a program")
                            : schedule.holder;
    const QString id = QLatin1String(kId);
    Finding finding =
        inARun ? problem(id, QCoreApplication::translate(
                                 "causeway::Doctor",
                                 "%1, which ran the schedule, is gone, and left a run behind.")
                                 .arg(who))
               : warning(id, QCoreApplication::translate(
                                 "causeway::Doctor",
                                 "%1, which ran the schedule, is gone without giving it back.")
                                 .arg(who));
    if (inARun)
        finding.code = ErrorCode::SyncInterrupted;
    finding.fix = FixKind::Safe;
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "causewayctl doctor --fix notes the run as interrupted, so that it is "
                            "made up for, and frees the schedule, as the next runner would.");
    return finding;
}

Finding noRunner()
{
    Finding finding =
        problem(QLatin1String(kId),
                QCoreApplication::translate("causeway::Doctor",
                                            "The schedule is enabled, but no program runs it."));
    finding.steps
        << QCoreApplication::translate(
               "causeway::Doctor",
               "On a machine with a desktop: open the console, which runs it while it is open.")
        << QCoreApplication::translate(
               "causeway::Doctor",
               "Else: systemctl --user enable --now causeway-scheduler@PROFILE, or causewayctl "
               "scheduler run.")
        << QCoreApplication::translate("causeway::Doctor",
                                       "If no scheduled syncs are wanted: causewayctl scheduler "
                                       "disable");
    return finding;
}

Finding failing(const Schedule& schedule)
{
    Finding finding = problem(
        QLatin1String(kId),
        QCoreApplication::translate("causeway::Doctor",
                                    "%1 scheduled runs in a row have failed; the next ones wait "
                                    "longer and longer.")
            .arg(schedule.failuresInARow));
    finding.fix = FixKind::Confirm;
    finding.evidence << (schedule.lastErrorCode + QLatin1Char(' ') + schedule.lastErrorMessage);
    finding.steps << QCoreApplication::translate("causeway::Doctor",
                                                 "Remove the cause that the last run names.")
                  << QCoreApplication::translate(
                         "causeway::Doctor",
                         "causewayctl scheduler restart forgets the failures and runs at once.");
    return finding;
}

Finding stuck(const Schedule& schedule)
{
    Finding finding = problem(
        QLatin1String(kId),
        QCoreApplication::translate("causeway::Doctor",
                                    "A run was due at %1, but the program that runs the schedule "
                                    "has not begun it.")
            .arg(timeText(schedule.nextRun)));
    finding.fix = FixKind::Confirm;
    finding.steps << QCoreApplication::translate("causeway::Doctor", "End %1 and start it again.")
                         .arg(schedule.holder)
                  << QCoreApplication::translate(
                         "causeway::Doctor",
                         "causewayctl scheduler restart has the next run begin at once.");
    return finding;
}

bool isOverdue(const Schedule& schedule, const QDateTime& now)
{
    return schedule.nextRun && schedule.nextRun->secsTo(now) > kPatience && !schedule.quiet &&
           schedule.lastStatus != RunStatus::Running;
}

Finding judge(const Schedule& schedule, bool runIsAtWork, const QDateTime& now)
{
    const bool hasLeftovers =
        !schedule.holder.isEmpty() || schedule.lastStatus == RunStatus::Running;
    // whose run is at work lives, however long it has not shown itself
    if (!schedule.isHeld && hasLeftovers && !runIsAtWork)
        return runnerGone(schedule);
    if (!schedule.enabled) {
        return fine(QLatin1String(kId),
                    QCoreApplication::translate("causeway::Doctor",
                                                "No schedule is enabled: syncs run by hand."));
    }
    if (!schedule.isHeld && !runIsAtWork)
        return noRunner();
    if (schedule.alertSince)
        return failing(schedule);
    if (isOverdue(schedule, now))
        return stuck(schedule);
    return fine(QLatin1String(kId),
                QCoreApplication::translate("causeway::Doctor", "The schedule is being run."));
}

Result<Finding> lookForOne(Examination& examination)
{
    auto store = ScheduleStore::open(examination.profile.local, examination.profile.defaults);
    CAUSEWAY_TRY(store);
    const auto schedule = store->read();
    CAUSEWAY_TRY(schedule);
    const auto isRunning = examination.isRunning();
    CAUSEWAY_TRY(isRunning);
    Finding finding = judge(*schedule, *isRunning, examination.now());
    finding.evidence << facts(*schedule);
    return finding;
}

std::vector<Finding> look(Examination& examination)
{
    const auto finding = lookForOne(examination);
    return {finding ? *finding : problemOf(QLatin1String(kId), finding.error())};
}

Status repair(Examination& examination, std::vector<Statement>& done)
{
    const auto cleared = clearAfterRunner(examination.profile.local, examination.profile.defaults,
                                          QStringLiteral("doctor"));
    CAUSEWAY_TRY(cleared);
    if (!*cleared)
        return okStatus(); // somebody has come back and runs it
    for (const QByteArray& sql : (*cleared)->statements)
        done.push_back({Side::Local, QString::fromUtf8(sql)});
    return okStatus();
}

} // namespace

Check schedulerCheck()
{
    return {kId, Needs::ControlTables, &look, &repair};
}

} // namespace causeway::doctor
