// SPDX-License-Identifier: GPL-3.0-or-later
// causewayctl scheduler, as real processes on a real pair: stopped, killed, and two at once.
#include "tests/cli/ctl_process.h"

#include <csignal>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kPatience = 90'000; // several polls of five seconds on a busy machine

} // namespace

class TestCtlScheduler final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void enableStatusDisableRestart();
    void badOptions();
    void runsAndEndsOnSigterm();
    void sigtermInARun();
    void killedInARun();
    void secondRunnerStandsByAndTakesOver();
    void failuresRaiseAnAlert();
    void missingTableEndsIt();

private:
    [[nodiscard]] QByteArray schedule(const QByteArray& columns)
    {
        return m_pair->value(Side::Local, "SELECT CONCAT_WS('|'," + columns +
                                              ") FROM db_sync_schedule WHERE id = 1");
    }
    void startRunner(QProcess& process) const
    {
        m_ctl.start(process, {QStringLiteral("scheduler"), QStringLiteral("run")});
    }
    void enable() { EXPECT_CODE(m_ctl.run(QStringLiteral("scheduler restart")), 0); }
    /// Makes the next run wait, in the middle of it, for a table of the remote.
    void holdRemoteTable() { m_pair->run(Side::Remote, "LOCK TABLES t WRITE"); }
    [[nodiscard]] bool runIsHeld()
    {
        return schedule("last_status") == "RUNNING" &&
               m_pair->value(Side::Remote, "SELECT COUNT(*) FROM information_schema.PROCESSLIST "
                                           "WHERE STATE LIKE '%lock%' AND DB = DATABASE() AND "
                                           "ID <> CONNECTION_ID()")
                       .toInt() > 0;
    }
    static void send(const QProcess& process, int signal)
    {
        ::kill(static_cast<pid_t>(process.processId()), signal);
    }

    std::unique_ptr<TwoSidedFixture> m_pair;
    Ctl m_ctl;
};

void TestCtlScheduler::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    m_ctl = Ctl();
    m_ctl.usePair(m_pair->profile());
    EXPECT_CODE(m_ctl.run(QStringLiteral("init")), 0);
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (1,'one')");
}

void TestCtlScheduler::enableStatusDisableRestart()
{
    const QJsonObject before = m_ctl.run(QStringLiteral("scheduler status --json")).object();
    QCOMPARE(before[QLatin1String("enabled")], QJsonValue(false));
    QCOMPARE(before[QLatin1String("schedule_type")].toString(), QStringLiteral("MINUTES"));
    QCOMPARE(before[QLatin1String("interval_minutes")].toInt(), 60);
    QVERIFY(before[QLatin1String("next_run")].isNull() &&
            before[QLatin1String("last_run")].isNull());
    QCOMPARE(before[QLatin1String("succeeded")].toInt(-1), 0);
    QCOMPARE(before[QLatin1String("failed")].toInt(-1), 0);

    const CtlResult enabled =
        m_ctl.run(QStringLiteral("scheduler enable --interval 15 --quiet 22:00-6:30 --json"));
    EXPECT_CODE(enabled, 0);
    QCOMPARE(enabled.object()[QLatin1String("enabled")], QJsonValue(true));
    QCOMPARE(enabled.object()[QLatin1String("state")].toString(), QStringLiteral("NO_RUNNER"));
    QCOMPARE(schedule("enabled,interval_minutes,quiet_from,quiet_until"),
             QByteArray("1|15|22:00:00|06:30:00"));
    const QDateTime next = QDateTime::fromString(
        enabled.object()[QLatin1String("next_run")].toString(), Qt::ISODateWithMs);
    QVERIFY(qAbs(QDateTime::currentDateTimeUtc().secsTo(next) - 900) < 60);

    EXPECT_CODE(m_ctl.run(QStringLiteral("scheduler enable --quiet none")), 0);
    QCOMPARE(schedule("interval_minutes,IFNULL(quiet_from,'-')"), QByteArray("15|-"));
    const CtlResult shown = m_ctl.run(QStringLiteral("scheduler status"));
    EXPECT_CODE(shown, 0);
    QVERIFY2(shown.out.contains("15 minutes") && shown.out.contains("scheduler run"),
             shown.told().constData());
    EXPECT_CODE(m_ctl.run(QStringLiteral("scheduler disable")), 0);
    QCOMPARE(schedule("enabled,IFNULL(next_run,'-')"), QByteArray("0|-"));
    EXPECT_CODE(m_ctl.run(QStringLiteral("scheduler restart")), 0);
    QCOMPARE(schedule("enabled,IFNULL(next_run,'-')"), QByteArray("1|-"));
}

void TestCtlScheduler::badOptions()
{
    EXPECT_CODE(m_ctl.run(QStringLiteral("scheduler enable --interval 0")), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("scheduler enable --interval often")), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("scheduler enable --quiet night")), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("scheduler")), 2);
    QCOMPARE(m_pair->value(Side::Local, "SELECT SUM(enabled) FROM db_sync_schedule"), QByteArray());
}

void TestCtlScheduler::runsAndEndsOnSigterm()
{
    enable();
    QProcess runner;
    startRunner(runner);
    QTRY_COMPARE_WITH_TIMEOUT(schedule("succeeded,last_status"), QByteArray("1|SUCCESS"),
                              kPatience);
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")), QByteArrayList{"1|one"});
    QCOMPARE(m_pair->value(Side::Local, "SELECT trigger_source FROM db_sync_log LIMIT 1"),
             QByteArray("SCHEDULE"));
    const QJsonObject status = m_ctl.run(QStringLiteral("scheduler status --json")).object();
    QCOMPARE(status[QLatin1String("state")].toString(), QStringLiteral("NOT_DUE"));
    QVERIFY(status[QLatin1String("runner")].toString().contains(QLatin1String("causewayctl")));
    send(runner, SIGTERM);
    QVERIFY(runner.waitForFinished(kPatience));
    QCOMPARE(runner.exitStatus(), QProcess::NormalExit);
    QCOMPARE(runner.exitCode(), 0);
    QCOMPARE(schedule("IFNULL(holder,'-')"), QByteArray("-"));
    QVERIFY(runner.readAllStandardError().contains("A scheduled run begins"));
    QVERIFY(runner.readAllStandardOutput().isEmpty());
}

void TestCtlScheduler::sigtermInARun()
{
    enable();
    holdRemoteTable();
    QProcess runner;
    startRunner(runner);
    QTRY_VERIFY_WITH_TIMEOUT(runIsHeld(), kPatience);
    send(runner, SIGTERM);
    QVERIFY(runner.waitForFinished(kPatience));
    QCOMPARE(runner.exitCode(), 130);
    QCOMPARE(schedule("last_status,succeeded,failed,next_run <= UTC_TIMESTAMP(3)"),
             QByteArray("CANCELLED|0|0|1"));
    m_pair->run(Side::Remote, "UNLOCK TABLES");
    QProcess next;
    startRunner(next);
    QTRY_COMPARE_WITH_TIMEOUT(schedule("succeeded"), QByteArray("1"), kPatience);
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")), QByteArrayList{"1|one"});
    send(next, SIGINT);
    QVERIFY(next.waitForFinished(kPatience));
    QCOMPARE(next.exitCode(), 0);
}

void TestCtlScheduler::killedInARun()
{
    enable();
    holdRemoteTable();
    QProcess runner;
    startRunner(runner);
    QTRY_VERIFY_WITH_TIMEOUT(runIsHeld(), kPatience);
    send(runner, SIGKILL);
    QVERIFY(runner.waitForFinished(kPatience));
    m_pair->run(Side::Remote, "UNLOCK TABLES");
    QCOMPARE(schedule("last_status"), QByteArray("RUNNING"));

    QProcess next;
    startRunner(next);
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += next.readAllStandardError()).contains("standing by"),
                             kPatience);
    m_pair->run(Side::Local, // a minute later
                "UPDATE db_sync_schedule SET holder_seen = holder_seen - INTERVAL 1 MINUTE");
    QTRY_COMPARE_WITH_TIMEOUT(schedule("succeeded,failed,failures_in_a_row,last_status"),
                              QByteArray("1|1|0|SUCCESS"), kPatience);
    QCOMPARE(m_pair->rows(Side::Local, "SELECT status, error_code FROM db_sync_log WHERE "
                                       "table_name IS NULL ORDER BY id"),
             (QByteArrayList{"FAILED|SYNC_005", "SUCCESS|NULL"}));
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")), QByteArrayList{"1|one"});
    send(next, SIGTERM);
    QVERIFY(next.waitForFinished(kPatience));
    QVERIFY((told += next.readAllStandardError()).contains("was interrupted"));
    EXPECT_CODE(m_ctl.run(QStringLiteral("compare")), 0);
}

void TestCtlScheduler::secondRunnerStandsByAndTakesOver()
{
    enable();
    QProcess first;
    startRunner(first);
    QTRY_COMPARE_WITH_TIMEOUT(schedule("succeeded"), QByteArray("1"), kPatience);
    QProcess second;
    startRunner(second);
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += second.readAllStandardError()).contains("standing by"),
                             kPatience);
    const QByteArray holder = schedule("holder");
    QVERIFY(holder.contains(QByteArray::number(first.processId())));
    send(first, SIGTERM);
    QVERIFY(first.waitForFinished(kPatience));
    QTRY_VERIFY_WITH_TIMEOUT(
        schedule("IFNULL(holder,'')").contains(QByteArray::number(second.processId())), kPatience);
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (2,'two')");
    enable();
    QTRY_COMPARE_WITH_TIMEOUT(schedule("succeeded"), QByteArray("2"), kPatience);
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")), (QByteArrayList{"1|one", "2|two"}));
    send(second, SIGTERM);
    QVERIFY(second.waitForFinished(kPatience));
}

void TestCtlScheduler::failuresRaiseAnAlert()
{
    Profile broken = m_pair->profile();
    broken.remote.database = QStringLiteral("gone");
    Ctl ctl;
    ctl.usePair(broken);
    EXPECT_CODE(ctl.run(QStringLiteral("scheduler restart")), 0);
    m_pair->run(Side::Local, "UPDATE db_sync_schedule SET failures_in_a_row = 2");
    QProcess runner;
    ctl.start(runner,
              {QStringLiteral("scheduler"), QStringLiteral("run"), QStringLiteral("--json")});
    QTRY_COMPARE_WITH_TIMEOUT(schedule("failed,last_status,last_error_code"),
                              QByteArray("1|FAILED|DB_CONN_004"), kPatience);
    const CtlResult status = ctl.run(QStringLiteral("scheduler status --json"));
    EXPECT_CODE(status, 1);
    QCOMPARE(status.object()[QLatin1String("failures_in_a_row")].toInt(), 3);
    QVERIFY(!status.object()[QLatin1String("alert_since")].isNull());
    QCOMPARE(status.object()[QLatin1String("last_error")][QLatin1String("code")].toString(),
             QStringLiteral("DB_CONN_004"));
    send(runner, SIGTERM);
    QVERIFY(runner.waitForFinished(kPatience));
    const QByteArray out = runner.readAllStandardOutput();
    QCOMPARE(QJsonDocument::fromJson(out).object()[QLatin1String("failed")].toInt(), 1);
}

void TestCtlScheduler::missingTableEndsIt()
{
    m_pair->run(Side::Local, "DROP TABLE db_sync_schedule");
    EXPECT_CODE(m_ctl.run(QStringLiteral("scheduler run")), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("scheduler status")), 2);
}

QTEST_GUILESS_MAIN(TestCtlScheduler)
#include "tst_ctl_scheduler.moc"
