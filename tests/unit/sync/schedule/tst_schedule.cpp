// SPDX-License-Identifier: GPL-3.0-or-later
// When a scheduled run begins: a table of cases over an injected clock.
#include "sync/schedule/schedule.h"

#include <QTest>
#include <QTimeZone>

using namespace causeway;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

QDateTime utc(int hour, int minute = 0, int second = 0, int day = 1)
{
    return QDateTime(QDate(2026, 3, day), QTime(hour, minute, second), Qt::UTC);
}

/// A machine whose two clocks move as a test says.
struct Machine {
    ClockReading now{1000h, utc(12)};

    void pass(milliseconds time)
    {
        now.sinceBoot += time;
        now.wall = now.wall.addMSecs(time.count());
    }
    void setWall(const QDateTime& wall) { now.wall = wall; }
    void reboot() { now.sinceBoot = 10s; }
};

Schedule hourly()
{
    Schedule schedule;
    schedule.enabled = true;
    return schedule;
}

RunEnd ended(RunStatus status)
{
    RunEnd end;
    end.status = status;
    return end;
}

struct Case {
    Schedule schedule;
    ScheduleMemory memory;
    ClockReading now;
};

/// A runner over a row in memory: what ScheduleRunner does with a row in a database.
struct Runner {
    Machine& machine;
    Schedule& row;
    ScheduleMemory memory{};

    ScheduleDecision look()
    {
        const ScheduleDecision decision = decide(row, memory, machine.now);
        memory = {decision.dueAt, decision.nextRun};
        if (row.enabled)
            row.nextRun = decision.nextRun;
        return decision;
    }
    AfterRun end(const ClockReading& begun, const RunEnd& how)
    {
        AfterRun after = afterRun(row, begun, machine.now, how);
        row = after.schedule;
        memory = {after.dueAt, row.nextRun};
        return after;
    }
    /// Looks every five seconds for @p time; each run takes @p duration. @return runs begun.
    int watch(milliseconds time, milliseconds duration = 1s, RunStatus status = RunStatus::Success)
    {
        int runs = 0;
        const auto until = machine.now.sinceBoot + time;
        while (machine.now.sinceBoot < until) {
            if (look().runsNow()) {
                ++runs;
                const ClockReading begun = machine.now;
                machine.pass(duration);
                end(begun, ended(status));
            } else {
                machine.pass(5s);
            }
        }
        return runs;
    }
};

} // namespace

Q_DECLARE_METATYPE(Case)
Q_DECLARE_METATYPE(causeway::Schedule)

class TestSchedule final : public QObject {
    Q_OBJECT
private slots:
    void decisions_data();
    void decisions();
    void intervalsGoByTheClockThatIsNeverSet();
    void clockSetWhileWaiting_data();
    void clockSetWhileWaiting();
    void sleepCollapsesMissedRuns();
    void longRunsDoNotPileUp();
    void rebootGoesOnFromTheRow_data();
    void rebootGoesOnFromTheRow();
    void manyRestartsUnderAMadClockMakeNoStorm();
    void quietHoursHoldBackOneRun();
    void quietHoursOnTheDayTheClockChanges();
    void failuresBackOffAndRaiseOneAlert();
    void backOffHasALimit_data();
    void backOffHasALimit();
    void busyWaitsItsTurnAndCountsNothing();
    void cancelledRuns();
    void interruptedRuns();
    void somebodyElseChangesTheRow();
    void skippedRunIsNotMadeUpFor();
    void comingRunsAreThoseThatCome_data();
    void comingRunsAreThoseThatCome();
    void quietHoursAsText_data();
    void quietHoursAsText();
};

void TestSchedule::decisions_data()
{
    QTest::addColumn<Case>("given");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("waitSeconds");
    const ClockReading noon{1000h, utc(12)};
    const auto row = [&](const char* name, const Case& given, ScheduleReason reason, int wait) {
        QTest::newRow(name) << given << toText(reason) << wait;
    };
    Schedule s = hourly();
    s.enabled = false;
    row("disabled", {s, {}, noon}, ScheduleReason::Disabled, 0);
    s.nextRun = utc(11);
    row("disabled though due", {s, {}, noon}, ScheduleReason::Disabled, 0);
    s = hourly();
    row("never ran", {s, {}, noon}, ScheduleReason::Due, 0);
    s.nextRun = utc(12, 10);
    row("after a restart: not due", {s, {}, noon}, ScheduleReason::NotDue, 600);
    s.nextRun = utc(12);
    row("exactly due", {s, {}, noon}, ScheduleReason::Due, 0);
    s.nextRun = utc(3);
    row("missed nine", {s, {}, noon}, ScheduleReason::Due, 0);
    s.nextRun = utc(12, 0, 0, 30);
    row("shown a month ahead: clock was wrong", {s, {}, noon}, ScheduleReason::NotDue, 7200);
    s.nextRun = utc(12, 30);
    row("memory decides, early", {s, {1000h + 5min, s.nextRun}, noon}, ScheduleReason::NotDue, 300);
    row("memory decides, late", {s, {1000h - 1s, s.nextRun}, noon}, ScheduleReason::Due, 0);
    row("row was changed: memory is void", {s, {1000h - 1s, utc(12, 29)}, noon},
        ScheduleReason::NotDue, 1800);
    s.failuresInARow = 3;
    row("backing off", {s, {1002h, s.nextRun}, noon}, ScheduleReason::BackingOff, 7200);
    s.nextRun = utc(15);
    row("backing off after a restart", {s, {}, noon}, ScheduleReason::BackingOff, 10800);
    s = hourly();
    s.quiet = QuietHours{QTime(11, 0), QTime(13, 30)};
    row("due in quiet hours", {s, {}, noon}, ScheduleReason::QuietHours, 5400);
    s.nextRun = utc(12, 30);
    row("going to be due in quiet hours", {s, {}, noon}, ScheduleReason::QuietHours, 5400);
    s.quiet = QuietHours{QTime(22, 0), QTime(12, 0)};
    row("quiet hours end now", {s, {1000h, s.nextRun}, noon}, ScheduleReason::Due, 0);
    s.quiet = QuietHours{QTime(12, 0), QTime(6, 0)};
    row("quiet hours over midnight", {s, {1000h, s.nextRun}, noon}, ScheduleReason::QuietHours,
        18 * 3600);
    s.quiet = QuietHours{QTime(13, 0), QTime(14, 0)};
    row("quiet hours later", {s, {1000h, s.nextRun}, noon}, ScheduleReason::Due, 0);
    s = hourly();
    s.intervalMinutes = 0; // a hand in the table
    s.nextRun = utc(13);
    row("interval of nothing is a minute", {s, {}, noon}, ScheduleReason::NotDue, 120);
}

void TestSchedule::decisions()
{
    QFETCH(Case, given);
    QFETCH(QString, reason);
    QFETCH(int, waitSeconds);
    const ScheduleDecision decision = decide(given.schedule, given.memory, given.now);
    QCOMPARE(toText(decision.reason), reason);
    QCOMPARE(decision.wait.count(), qint64{waitSeconds} * 1000);
    QCOMPARE(decision.runsNow(), reason == QLatin1String("DUE"));
}

void TestSchedule::intervalsGoByTheClockThatIsNeverSet()
{
    Machine machine;
    Schedule row = hourly();
    Runner runner{machine, row};
    QCOMPARE(runner.watch(1min), 1); // the first one at once
    QCOMPARE(runner.watch(58min), 0);
    QCOMPARE(runner.watch(2min), 1);
    QCOMPARE(runner.watch(24h), 24);
    QCOMPARE(row.succeeded, 26);
    QCOMPARE(row.failed, 0);
}

void TestSchedule::clockSetWhileWaiting_data()
{
    QTest::addColumn<QDateTime>("wall");
    QTest::newRow("a day back") << utc(12).addDays(-1);
    QTest::newRow("ten years back") << utc(12).addYears(-10);
    QTest::newRow("a day ahead") << utc(12).addDays(1);
    QTest::newRow("ten years ahead") << utc(12).addYears(10);
    QTest::newRow("a minute ahead") << utc(12, 1);
}

void TestSchedule::clockSetWhileWaiting()
{
    QFETCH(QDateTime, wall);
    Machine machine;
    Schedule row = hourly();
    Runner runner{machine, row};
    QCOMPARE(runner.watch(10min), 1);
    machine.setWall(wall);
    QCOMPARE(runner.watch(49min), 0);
    // What is shown follows the clock that people see.
    QVERIFY(qAbs(machine.now.wall.secsTo(*row.nextRun) - 60) < 20);
    QCOMPARE(runner.watch(2min), 1);
    QCOMPARE(runner.watch(5h), 5);
}

void TestSchedule::sleepCollapsesMissedRuns()
{
    Machine machine;
    Schedule row = hourly();
    Runner runner{machine, row};
    QCOMPARE(runner.watch(10min), 1);
    machine.pass(9h); // asleep
    QCOMPARE(runner.watch(50min), 1);
    QCOMPARE(runner.watch(1h), 1);
}

void TestSchedule::longRunsDoNotPileUp()
{
    Machine machine;
    Schedule row = hourly();
    row.intervalMinutes = 10;
    Runner runner{machine, row};
    QVERIFY(runner.look().runsNow());
    const ClockReading begun = machine.now;
    machine.pass(35min);
    runner.end(begun, ended(RunStatus::Success));
    const ScheduleDecision decision = runner.look();
    QCOMPARE(toText(decision.reason), QStringLiteral("NOT_DUE"));
    QCOMPARE(decision.wait.count(), milliseconds(5min).count()); // the grid of ten minutes goes on
}

void TestSchedule::rebootGoesOnFromTheRow_data()
{
    QTest::addColumn<int>("minutesOff");
    QTest::addColumn<int>("firstMinutes");
    QTest::newRow("short") << 5 << 45;
    QTest::newRow("long") << 600 << 0;
}

void TestSchedule::rebootGoesOnFromTheRow()
{
    QFETCH(int, minutesOff);
    QFETCH(int, firstMinutes);
    Machine machine;
    Schedule row = hourly();
    QCOMPARE((Runner{machine, row}.watch(10min)), 1);
    machine.pass(std::chrono::minutes(minutesOff));
    machine.reboot();
    Runner after{machine, row};
    const ScheduleDecision decision = after.look();
    QVERIFY(qAbs(decision.wait.count() - firstMinutes * 60'000) < 10'000);
    QCOMPARE(after.watch(59min), 1);
}

void TestSchedule::manyRestartsUnderAMadClockMakeNoStorm()
{
    Machine machine;
    Schedule row = hourly();
    int runs = 0;
    for (int start = 0; start < 100; ++start) {
        machine.setWall(utc(12).addSecs(start % 2 == 0 ? 0 : 40));
        Runner runner{machine, row};
        runs += runner.watch(10s);
    }
    QCOMPARE(runs, 1);
}

void TestSchedule::quietHoursHoldBackOneRun()
{
    Machine machine;
    machine.setWall(utc(21, 30));
    Schedule row = hourly();
    row.quiet = QuietHours{QTime(22, 0), QTime(6, 0)};
    Runner runner{machine, row};
    QCOMPARE(runner.watch(8h + 29min), 1); // the one of 21:30
    QCOMPARE(*row.nextRun, utc(6, 0, 0, 2));
    QCOMPARE(runner.watch(2min), 1);
    QCOMPARE(runner.watch(1h), 1);
}

void TestSchedule::quietHoursOnTheDayTheClockChanges()
{
    // In Berlin 02:00 is followed by 03:00 on 2026-03-29: the night is an hour shorter.
    const QTimeZone berlin("Europe/Berlin");
    QVERIFY(berlin.isValid());
    Schedule row = hourly();
    row.quiet = QuietHours{QTime(22, 0), QTime(6, 0)};
    const ClockReading now{1h, QDateTime(QDate(2026, 3, 28), QTime(23, 0), berlin)};
    const ScheduleDecision decision = decide(row, {}, now);
    QCOMPARE(decision.wait.count(), milliseconds(6h).count());
    QCOMPARE(*decision.nextRun, QDateTime(QDate(2026, 3, 29), QTime(4, 0), Qt::UTC));
}

void TestSchedule::failuresBackOffAndRaiseOneAlert()
{
    Machine machine;
    Schedule row = hourly();
    Runner runner{machine, row};
    QList<int> waits;
    QList<bool> alerts;
    for (int run = 0; run < 6; ++run) {
        QVERIFY(runner.look().runsNow());
        const AfterRun after = runner.end(machine.now, ended(RunStatus::Failed));
        alerts << after.raisesAlert;
        const ScheduleDecision decision = runner.look();
        waits << static_cast<int>(
            std::chrono::duration_cast<std::chrono::minutes>(decision.wait).count());
        machine.pass(decision.wait);
    }
    QCOMPARE(waits, (QList<int>{60, 120, 240, 240, 240, 240}));
    QCOMPARE(alerts, (QList<bool>{false, false, true, false, false, false}));
    QVERIFY(row.alertSince.has_value());
    QCOMPARE(row.failed, 6);
    QVERIFY(runner.look().runsNow());
    runner.end(machine.now, ended(RunStatus::Partial)); // what could be done was done
    QVERIFY(!row.alertSince.has_value());
    QCOMPARE(row.failuresInARow, 0);
    QCOMPARE(runner.look().wait.count(), milliseconds(1h).count());
}

void TestSchedule::backOffHasALimit_data()
{
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("minutes");
    QTest::newRow("none") << 5 << 0 << 5;
    QTest::newRow("one") << 5 << 1 << 5;
    QTest::newRow("two") << 5 << 2 << 10;
    QTest::newRow("six") << 5 << 6 << 160;
    QTest::newRow("seven") << 5 << 7 << 240;
    QTest::newRow("a billion") << 1 << 1'000'000'000 << 240;
    QTest::newRow("a day's interval") << 1440 << 9 << 1440;
    QTest::newRow("longest interval") << 525'600 << 3 << 525'600;
}

void TestSchedule::backOffHasALimit()
{
    QFETCH(int, interval);
    QFETCH(int, failures);
    QFETCH(int, minutes);
    QCOMPARE(backOff(interval, failures).count(), qint64{minutes} * 60'000);
}

void TestSchedule::busyWaitsItsTurnAndCountsNothing()
{
    Machine machine;
    Schedule row = hourly();
    row.lastStatus = RunStatus::Success;
    row.lastRun = utc(10);
    Runner runner{machine, row};
    QVERIFY(runner.look().runsNow());
    RunEnd busy = ended(RunStatus::Failed);
    busy.wasBusy = true;
    runner.end(machine.now, busy);
    QCOMPARE(row.failed, 0);
    QCOMPARE(row.failuresInARow, 0);
    QCOMPARE(*row.lastRun, utc(10));
    QVERIFY(row.lastStatus == RunStatus::Success);
    QCOMPARE(runner.look().wait.count(), milliseconds(Schedule::kBusyRetry).count());
    QCOMPARE(runner.watch(1min), 1);
}

void TestSchedule::cancelledRuns()
{
    Machine machine;
    Schedule row = hourly();
    Runner runner{machine, row};
    QVERIFY(runner.look().runsNow());
    runner.end(machine.now, ended(RunStatus::Cancelled)); // by a person
    QCOMPARE(runner.look().wait.count(), milliseconds(1h).count());
    machine.pass(1h);
    QVERIFY(runner.look().runsNow());
    RunEnd cut = ended(RunStatus::Cancelled);
    cut.cutShort = true; // because the program ended
    runner.end(machine.now, cut);
    QVERIFY((Runner{machine, row}.look().runsNow()));
    QCOMPARE(row.succeeded + row.failed, 0);
}

void TestSchedule::interruptedRuns()
{
    Machine machine;
    Schedule row = hourly();
    row.nextRun = utc(11, 59);
    row.lastStatus = RunStatus::Running;
    const AfterRun first = afterInterruption(row, machine.now, ended(RunStatus::Failed));
    QCOMPARE(first.schedule.failed, 1);
    QVERIFY(decide(first.schedule, {}, machine.now).runsNow()); // made up for at once
    const AfterRun second =
        afterInterruption(first.schedule, machine.now, ended(RunStatus::Failed));
    QCOMPARE(decide(second.schedule, {}, machine.now).wait.count(), milliseconds(1h).count());
    const AfterRun third =
        afterInterruption(second.schedule, machine.now, ended(RunStatus::Failed));
    QCOMPARE(decide(third.schedule, {}, machine.now).wait.count(), milliseconds(2h).count());
    QVERIFY(!second.raisesAlert);
    QVERIFY(third.raisesAlert);
}

void TestSchedule::somebodyElseChangesTheRow()
{
    Machine machine;
    Schedule row = hourly();
    Runner runner{machine, row};
    QCOMPARE(runner.watch(1min), 1);
    row.nextRun.reset(); // scheduler restart
    QCOMPARE(runner.watch(1min), 1);
    row.enabled = false;
    row.nextRun.reset();
    QCOMPARE(runner.watch(5h), 0);
    row.enabled = true;
    row.intervalMinutes = 5;
    row.nextRun = machine.now.wall.addSecs(300);
    QCOMPARE(runner.watch(4min), 0);
    QCOMPARE(runner.watch(2min), 1);
}

void TestSchedule::skippedRunIsNotMadeUpFor()
{
    Machine machine;
    Schedule row = hourly();
    Runner runner{machine, row};
    QCOMPARE(runner.watch(10min), 1);
    row.nextRun = row.nextRun->addSecs(3600); // what ScheduleStore::skipNext() does
    QCOMPARE(runner.watch(109min), 0);
    QCOMPARE(runner.watch(2min), 1);
    QCOMPARE(runner.watch(1h), 1);
}

void TestSchedule::comingRunsAreThoseThatCome_data()
{
    QTest::addColumn<Schedule>("schedule");
    QTest::addColumn<QStringList>("times");
    Schedule s = hourly();
    s.nextRun = utc(12, 30);
    QTest::newRow("hourly") << s << QStringList{u"01 12:30"_qs, u"01 13:30"_qs, u"01 14:30"_qs};
    s.nextRun.reset();
    QTest::newRow("at once") << s << QStringList{u"01 12:00"_qs, u"01 13:00"_qs, u"01 14:00"_qs};
    s.nextRun = utc(9);
    QTest::newRow("missed") << s << QStringList{u"01 12:00"_qs, u"01 13:00"_qs, u"01 14:00"_qs};
    s.nextRun = utc(12, 30);
    s.quiet = QuietHours{QTime(13, 0), QTime(6, 15)};
    QTest::newRow("quiet hours") << s
                                 << QStringList{u"01 12:30"_qs, u"02 06:15"_qs, u"02 07:15"_qs};
    s.enabled = false;
    QTest::newRow("disabled") << s << QStringList();
}

void TestSchedule::comingRunsAreThoseThatCome()
{
    QFETCH(Schedule, schedule);
    QStringList found;
    for (const QDateTime& run : comingRuns(schedule, utc(12), 3))
        found << run.toString(QStringLiteral("dd HH:mm"));
    QTEST(found, "times");
}

void TestSchedule::quietHoursAsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("night") << QStringLiteral("22:00-06:30") << QStringLiteral("22:00-06:30");
    QTest::newRow("short form") << QStringLiteral(" 7:05 - 9:00 ") << QStringLiteral("07:05-09:00");
    QTest::newRow("no time at all") << QStringLiteral("08:00-08:00") << QString();
    QTest::newRow("no such hour") << QStringLiteral("24:00-06:00") << QString();
    QTest::newRow("one") << QStringLiteral("22:00") << QString();
    QTest::newRow("three") << QStringLiteral("1:00-2:00-3:00") << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestSchedule::quietHoursAsText()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    const auto hours = parseQuietHours(text);
    QCOMPARE(hours ? toText(*hours) : QString(), shown);
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
