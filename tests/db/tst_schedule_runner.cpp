// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule in a real database: who runs it, what it notes, and what others may change
// meanwhile.
#include "sync/control/control_schema.h"
#include "sync/schedule/schedule_runner.h"
#include "sync/schedule/schedule_store.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

#include <latch>
#include <thread>

using namespace causeway;
using namespace causeway::test;
using namespace std::chrono_literals;

namespace {

// A server that a local side may have: MariaDB, or MySQL where there is one.
struct LocalSide {
    PairKind pair = PairKind::MariaDbMariaDb;
    Side side = Side::Local;
};

template<typename T>
T valueOf(Result<T> result)
{
    if (!result.ok())
        qFatal("%s", qUtf8Printable(result.error().message()));
    return std::move(result).value();
}

SyncReport reportOf(RunStatus status, std::optional<ErrorCode> code = {})
{
    SyncReport report;
    report.status = status;
    if (code)
        report.error = makeError(*code, QStringLiteral("shop"));
    return report;
}

} // namespace

Q_DECLARE_METATYPE(LocalSide)

class TestScheduleRunner final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data();
    void init();
    void cleanup() { m_fixture.reset(); }

    void statusWritesNothing();
    void profileDefaultsMakeTheFirstRow();
    void everythingComesBack();
    void oneOfManyRunsIt();
    void leasePassesOnWhenReleasedOrRunOut();
    void leaseFromTheFutureIsNotBelieved();
    void runIsNoted();
    void disabledInTheLastMoment();
    void restartDuringARunIsKept();
    void interruptedRunIsMadeUpFor();
    void alertIsRaisedOnce();
    void endIsNotedLateWhenTheServerWasAway();
    void missingTableIsCalledSo();

private:
    [[nodiscard]] SideConfig config() const { return m_fixture->profile().side(m_local.side); }
    [[nodiscard]] ScheduleStore store() const
    {
        return valueOf(ScheduleStore::open(config(), SyncDefaults{}));
    }
    [[nodiscard]] ScheduleRunner runner()
    {
        return ScheduleRunner(config(), SyncDefaults{}, QStringLiteral("test"),
                              [this] { return m_now; });
    }
    void run(const QByteArray& sql) { m_fixture->run(m_local.side, sql); }
    [[nodiscard]] QByteArray value(const QByteArray& sql)
    {
        return m_fixture->value(m_local.side, sql);
    }
    void pass(std::chrono::milliseconds time)
    {
        m_now.sinceBoot += time;
        m_now.wall = m_now.wall.addMSecs(time.count());
    }
    /// As if the holder had been silent for two minutes.
    void letLeaseRunOut()
    {
        run("UPDATE db_sync_schedule SET holder_seen = holder_seen - INTERVAL 2 MINUTE");
    }

    LocalSide m_local;
    std::unique_ptr<TwoSidedFixture> m_fixture;
    ClockReading m_now;
};

void TestScheduleRunner::initTestCase_data()
{
    QTest::addColumn<LocalSide>("local");
    QTest::newRow("mariadb") << LocalSide{};
    if (serverPairs().contains(PairKind::MySqlMariaDb))
        QTest::newRow("mysql9") << LocalSide{PairKind::MySqlMariaDb, Side::Remote};
}

void TestScheduleRunner::init()
{
    QFETCH_GLOBAL(LocalSide, local);
    m_local = local;
    m_fixture = std::make_unique<TwoSidedFixture>(local.pair);
    for (const QByteArray& statement : controlTableStatements(Side::Local))
        run(statement);
    m_now = {100h, QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)};
}

void TestScheduleRunner::statusWritesNothing()
{
    SyncDefaults defaults;
    defaults.enabled = true;
    defaults.intervalMinutes = 7;
    const Schedule schedule = valueOf(valueOf(ScheduleStore::open(config(), defaults)).read());
    QVERIFY(schedule.enabled && !schedule.isHeld);
    QCOMPARE(schedule.intervalMinutes, 7);
    QCOMPARE(value("SELECT COUNT(*) FROM db_sync_schedule"), QByteArray("0"));
}

void TestScheduleRunner::profileDefaultsMakeTheFirstRow()
{
    SyncDefaults defaults;
    defaults.enabled = true;
    defaults.intervalMinutes = 7;
    ScheduleRunner first(config(), defaults, QStringLiteral("test"), [this] { return m_now; });
    QVERIFY(valueOf(first.poll()).runsNow());
    QCOMPARE(value("SELECT CONCAT_WS('|',id,enabled,interval_minutes) FROM db_sync_schedule"),
             QByteArray("1|1|7"));
    defaults.intervalMinutes = 99; // the row counts from now on
    QCOMPARE(valueOf(valueOf(ScheduleStore::open(config(), defaults)).read()).intervalMinutes, 7);
}

void TestScheduleRunner::everythingComesBack()
{
    ScheduleStore opened = store();
    const QuietHours night{QTime(22, 0), QTime(6, 30)};
    require(opened.setInterval(15), QStringLiteral("interval"));
    require(opened.setQuietHours(night), QStringLiteral("quiet hours"));
    require(opened.enable(m_now.wall.addMSecs(1234)), QStringLiteral("enable"));
    Schedule schedule = valueOf(opened.read());
    QVERIFY(schedule.enabled);
    QCOMPARE(schedule.intervalMinutes, 15);
    QVERIFY(schedule.quiet == night);
    QCOMPARE(*schedule.nextRun, m_now.wall.addMSecs(1234));
    require(opened.setQuietHours(std::nullopt), QStringLiteral("no quiet hours"));
    require(opened.disable(), QStringLiteral("disable"));
    schedule = valueOf(opened.read());
    QVERIFY(!schedule.enabled && !schedule.quiet && !schedule.nextRun);
}

void TestScheduleRunner::oneOfManyRunsIt()
{
    require(store().enable(std::nullopt), QStringLiteral("enable"));
    constexpr int kRunners = 6;
    std::latch start(kRunners);
    std::atomic<int> begun{0};
    std::atomic<int> standingBy{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < kRunners; ++i) {
            threads.emplace_back([&] {
                ScheduleRunner mine = runner();
                start.arrive_and_wait();
                const ScheduleOutlook outlook = valueOf(mine.poll());
                begun += outlook.runsNow() ? 1 : 0;
                standingBy += outlook.decision.reason == ScheduleReason::OtherRunner ? 1 : 0;
            });
        }
    }
    QCOMPARE(begun.load(), 1);
    QCOMPARE(standingBy.load(), kRunners - 1);
}

void TestScheduleRunner::leasePassesOnWhenReleasedOrRunOut()
{
    require(store().enable(m_now.wall.addSecs(600)), QStringLiteral("enable"));
    ScheduleRunner first = runner();
    ScheduleRunner second = runner();
    QVERIFY(valueOf(first.poll()).decision.reason == ScheduleReason::NotDue);
    QVERIFY(valueOf(second.poll()).decision.reason == ScheduleReason::OtherRunner);
    QCOMPARE(valueOf(store().read()).holder, first.holder());
    require(second.stop(), QStringLiteral("stop")); // gives away nothing that it does not have
    QVERIFY(valueOf(store().read()).isHeld);
    require(first.stop(), QStringLiteral("stop"));
    QVERIFY(!valueOf(store().read()).isHeld);
    QVERIFY(valueOf(second.poll()).decision.reason == ScheduleReason::NotDue);
    QVERIFY(valueOf(first.poll()).decision.reason == ScheduleReason::OtherRunner);
    letLeaseRunOut(); // second was killed
    QVERIFY(!valueOf(store().read()).isHeld);
    QVERIFY(valueOf(first.poll()).decision.reason == ScheduleReason::NotDue);
    QCOMPARE(valueOf(store().read()).holder, first.holder());
}

void TestScheduleRunner::leaseFromTheFutureIsNotBelieved()
{
    require(store().enable(m_now.wall.addSecs(600)), QStringLiteral("enable"));
    ScheduleRunner first = runner();
    QVERIFY(valueOf(first.poll()).decision.reason == ScheduleReason::NotDue);
    run("UPDATE db_sync_schedule SET holder_seen = holder_seen + INTERVAL 3 DAY");
    ScheduleRunner second = runner();
    QVERIFY(valueOf(second.poll()).decision.reason == ScheduleReason::NotDue);
}

void TestScheduleRunner::runIsNoted()
{
    require(store().enable(std::nullopt), QStringLiteral("enable"));
    ScheduleRunner mine = runner();
    QVERIFY(valueOf(mine.poll()).runsNow());
    QVERIFY(valueOf(store().read()).lastStatus == RunStatus::Running);
    pass(30s);
    QVERIFY(valueOf(mine.poll()).decision.reason == ScheduleReason::Running);
    Schedule after = valueOf(mine.runEnded(reportOf(RunStatus::Partial)));
    QVERIFY(after.lastStatus == RunStatus::Partial);
    QCOMPARE(*after.lastRun, m_now.wall.addSecs(-30));
    QCOMPARE(*after.nextRun, m_now.wall.addSecs(3600 - 30));
    QCOMPARE(after.succeeded, 1);
    QVERIFY(valueOf(mine.poll()).decision.reason == ScheduleReason::NotDue);
    pass(1h);
    QVERIFY(valueOf(mine.poll()).runsNow());
    after = valueOf(mine.runEnded(reportOf(RunStatus::Failed, ErrorCode::ConnFailed)));
    QCOMPARE(after.failed, 1);
    QCOMPARE(after.lastErrorCode, QStringLiteral("DB_CONN_001"));
    QVERIFY(after.lastErrorMessage.contains(QLatin1String("shop")));
    pass(1h);
    QVERIFY(valueOf(mine.poll()).runsNow());
    after = valueOf(mine.runEnded(reportOf(RunStatus::Failed, ErrorCode::SyncBusy)));
    QVERIFY(after.lastStatus == RunStatus::Failed); // of the run before: this one never began
    QCOMPARE(after.failed, 1);
    QCOMPARE(*after.nextRun, m_now.wall.addSecs(15));
}

void TestScheduleRunner::disabledInTheLastMoment()
{
    require(store().enable(std::nullopt), QStringLiteral("enable"));
    ScheduleStore opened = store();
    ScheduleRunner mine = runner();
    QVERIFY(valueOf(opened.takeLease(mine.holder())));
    require(opened.disable(), QStringLiteral("disable"));
    QVERIFY(!valueOf(opened.noteBegun(mine.holder(), m_now.wall)));
    QVERIFY(!valueOf(opened.noteBegun(QStringLiteral("somebody else"), m_now.wall)));
    QVERIFY(valueOf(mine.poll()).decision.reason == ScheduleReason::Disabled);
    QVERIFY(!mine.isRunning());
}

void TestScheduleRunner::restartDuringARunIsKept()
{
    require(store().enable(m_now.wall), QStringLiteral("enable"));
    ScheduleRunner mine = runner();
    QVERIFY(valueOf(mine.poll()).runsNow());
    require(store().enable(std::nullopt), QStringLiteral("restart"));
    QVERIFY(!valueOf(mine.runEnded(reportOf(RunStatus::Success))).nextRun);
    QVERIFY(valueOf(mine.poll()).runsNow());
    require(store().disable(), QStringLiteral("disable"));
    const Schedule after = valueOf(mine.runEnded(reportOf(RunStatus::Success)));
    QVERIFY(!after.enabled && !after.nextRun);
    QCOMPARE(after.succeeded, 2);
    QVERIFY(valueOf(mine.poll()).decision.reason == ScheduleReason::Disabled);
}

void TestScheduleRunner::interruptedRunIsMadeUpFor()
{
    require(store().enable(std::nullopt), QStringLiteral("enable"));
    ScheduleRunner killed = runner();
    QVERIFY(valueOf(killed.poll()).runsNow());
    ScheduleRunner next = runner();
    QVERIFY(valueOf(next.poll()).decision.reason == ScheduleReason::OtherRunner);
    letLeaseRunOut();
    const ScheduleOutlook outlook = valueOf(next.poll());
    QVERIFY(outlook.interrupted && outlook.runsNow());
    QCOMPARE(outlook.schedule.lastErrorCode, QStringLiteral("SYNC_005"));
    QCOMPARE(valueOf(next.runEnded(reportOf(RunStatus::Success))).succeeded, 1);
    const Schedule row = valueOf(store().read());
    QCOMPARE(row.failed, 1);
    QCOMPARE(row.failuresInARow, 0);
    // The one that was believed dead was only slow: what it says now counts no more.
    QCOMPARE(valueOf(killed.runEnded(reportOf(RunStatus::Failed))).failed, 1);
}

void TestScheduleRunner::alertIsRaisedOnce()
{
    require(store().enable(std::nullopt), QStringLiteral("enable"));
    ScheduleRunner mine = runner();
    QList<bool> alerts;
    for (int i = 0; i < 5; ++i) {
        ScheduleOutlook outlook = valueOf(mine.poll());
        QVERIFY(outlook.runsNow());
        const Schedule after =
            valueOf(mine.runEnded(reportOf(RunStatus::Failed, ErrorCode::ConnFailed)));
        QCOMPARE(after.alertSince.has_value(), i >= 2);
        outlook = valueOf(mine.poll());
        alerts << outlook.raisesAlert;
        pass(outlook.decision.wait);
    }
    QCOMPARE(alerts, (QList<bool>{false, false, true, false, false}));
    require(store().enable(std::nullopt), QStringLiteral("restart"));
    QVERIFY(!valueOf(store().read()).alertSince);
}

void TestScheduleRunner::endIsNotedLateWhenTheServerWasAway()
{
    require(store().enable(m_now.wall), QStringLiteral("enable"));
    ScheduleRunner mine = runner();
    QVERIFY(valueOf(mine.poll()).runsNow());
    run("RENAME TABLE db_sync_schedule TO hidden");
    QVERIFY(!mine.runEnded(reportOf(RunStatus::Success)).ok());
    QVERIFY(!mine.poll().ok());
    run("RENAME TABLE hidden TO db_sync_schedule");
    const ScheduleOutlook outlook = valueOf(mine.poll());
    QVERIFY(outlook.decision.reason == ScheduleReason::NotDue && !outlook.interrupted);
    QCOMPARE(outlook.schedule.succeeded, 1);
    QCOMPARE(outlook.schedule.failed, 0);
}

void TestScheduleRunner::missingTableIsCalledSo()
{
    run("DROP TABLE db_sync_schedule");
    ScheduleRunner mine = runner();
    const auto outlook = mine.poll();
    QVERIFY(!outlook.ok());
    QCOMPARE(errorCodeText(outlook.error().code), QStringLiteral("CFG_005"));
}

QTEST_GUILESS_MAIN(TestScheduleRunner)
#include "tst_schedule_runner.moc"
