// SPDX-License-Identifier: GPL-3.0-or-later
// causewayctl monitor as a shell sees it: lines, documents, a run at work, and how it ends.
#include "tests/cli/ctl_process.h"

#include <csignal>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kPatience = 60'000;

} // namespace

class TestCtlMonitor final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void oneLookIsOneDocument();
    void severalAreAList();
    void streamsLineByLine();
    void aLineForEachLook();
    void pairThatIsNotSetUp();
    void runAtWorkIsShown();
    void deadRunIsNotShown();
    void interruptIsTheWayToEndIt();
    void interruptBeforeTheCount();
    void unreachableSide();
    void badOptions();

private:
    static void interrupt(QProcess& process)
    {
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(kPatience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    }
    [[nodiscard]] QJsonObject look() const
    {
        return m_ctl.run(QStringLiteral("monitor --count 1 --json")).object();
    }
    std::unique_ptr<TwoSidedFixture> m_pair;
    Ctl m_ctl;
};

void TestCtlMonitor::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    m_ctl = Ctl();
    m_ctl.usePair(m_pair->profile());
    EXPECT_CODE(m_ctl.run(QStringLiteral("init")), 0);
}

void TestCtlMonitor::oneLookIsOneDocument()
{
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 0);
    const CtlResult result = m_ctl.run(QStringLiteral("monitor --count 1 --json"));
    EXPECT_CODE(result, 0);
    const QJsonObject seen = result.object();
    for (const char* name : {"remote", "local"}) {
        const QJsonObject side = seen[QLatin1String(name)].toObject();
        QCOMPARE(side[QLatin1String("reachable")], QJsonValue(true));
        QVERIFY(side[QLatin1String("latency_ms")].toDouble() > 0);
        QVERIFY(side[QLatin1String("connections")].toDouble() >= 1);
        QVERIFY(side[QLatin1String("error")].isNull());
    }
    QCOMPARE(seen[QLatin1String("remote")][QLatin1String("max_connections")].toInt(),
             m_pair->value(Side::Remote, "SELECT @@GLOBAL.max_connections").toInt());
    const QJsonObject machine = seen[QLatin1String("machine")].toObject();
    QVERIFY(machine[QLatin1String("cpu_percent")].isDouble());
    QVERIFY(machine[QLatin1String("memory_total_bytes")].toDouble() > 0);
    QCOMPARE(seen[QLatin1String("conflicts")][QLatin1String("open")].toInt(-1), 0);
    QCOMPARE(seen[QLatin1String("consistency")][QLatin1String("proved")].toInt(), 1);
    QVERIFY(seen[QLatin1String("consistency")][QLatin1String("proved_at")].isString());
    QVERIFY(seen[QLatin1String("run")].isNull());
    QVERIFY(result.err.isEmpty());
}

void TestCtlMonitor::severalAreAList()
{
    const CtlResult result = m_ctl.run(QStringLiteral("monitor --count 2 --interval 1 --json"));
    EXPECT_CODE(result, 0);
    const QJsonArray looks = result.array();
    QCOMPARE(looks.size(), 2);
    QVERIFY(looks[0][QLatin1String("at")].toString() < looks[1][QLatin1String("at")].toString());
}

void TestCtlMonitor::streamsLineByLine()
{
    const CtlResult result =
        m_ctl.run(QStringLiteral("monitor --count 2 --interval 1 --json --stream"));
    EXPECT_CODE(result, 0);
    const QByteArrayList lines = result.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    for (const QByteArray& line : lines)
        QVERIFY(QJsonDocument::fromJson(line).object().contains(QLatin1String("machine")));
}

void TestCtlMonitor::aLineForEachLook()
{
    const CtlResult result = m_ctl.run(QStringLiteral("monitor --count 2 --interval 1"));
    EXPECT_CODE(result, 0);
    QCOMPARE(result.out.count('\n'), 2);
    QVERIFY(!result.out.contains('\x1b'));
    QVERIFY2(result.out.contains("| remote ") && result.out.contains("never proved"),
             result.told().constData());
}

void TestCtlMonitor::pairThatIsNotSetUp()
{
    m_pair->run(Side::Local, "DROP TABLE db_sync_config");
    const CtlResult result = m_ctl.run(QStringLiteral("monitor --count 1 --json"));
    EXPECT_CODE(result, 0);
    QCOMPARE(result.object()[QLatin1String("error")][QLatin1String("code")].toString(),
             QStringLiteral("CFG_005"));
    QVERIFY(result.object()[QLatin1String("remote")][QLatin1String("reachable")].toBool());
}

void TestCtlMonitor::runAtWorkIsShown()
{
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (1,'one')");
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 0);
    m_pair->run(Side::Local, "UPDATE db_sync_log SET duration=1000");
    m_pair->run(Side::Remote, "LOCK TABLES t WRITE");
    QProcess sync;
    m_ctl.start(sync, {QStringLiteral("sync")});
    QJsonObject run;
    QTRY_VERIFY_WITH_TIMEOUT(
        (run = look()[QLatin1String("run")].toObject()).contains(QLatin1String("run_id")),
        kPatience);
    const CtlResult text = m_ctl.run(QStringLiteral("monitor --count 1"));
    m_pair->run(Side::Remote, "UNLOCK TABLES");
    QVERIFY(sync.waitForFinished(kPatience));
    QCOMPARE(run[QLatin1String("trigger")].toString(), QStringLiteral("CLI"));
    QCOMPARE(run[QLatin1String("type")].toString(), QStringLiteral("INCREMENTAL"));
    QCOMPARE(run[QLatin1String("tables_done")].toInt(-1), 0);
    QCOMPARE(run[QLatin1String("tables_enabled")].toInt(), 1);
    QCOMPARE(run[QLatin1String("time_left_s")].toDouble(), 1000.0);
    QVERIFY2(text.out.contains("| run INCREMENTAL BOTH (CLI)"), text.told().constData());
    QVERIFY(look()[QLatin1String("run")].isNull());
}

void TestCtlMonitor::deadRunIsNotShown()
{
    m_pair->run(Side::Local,
                "INSERT INTO db_sync_log SET run_id='cut',sync_type='FULL',sync_direction='BOTH',"
                "trigger_source='CLI',status='RUNNING',start_time=UTC_TIMESTAMP(3)");
    QVERIFY(look()[QLatin1String("run")].isNull());
}

void TestCtlMonitor::interruptIsTheWayToEndIt()
{
    QProcess monitor;
    m_ctl.start(monitor,
                {QStringLiteral("monitor"), QStringLiteral("--interval"), QStringLiteral("1"),
                 QStringLiteral("--json"), QStringLiteral("--stream")});
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += monitor.readAllStandardOutput()).count('\n') >= 2, kPatience);
    interrupt(monitor);
    QCOMPARE(monitor.exitCode(), 0);
    QProcess listing;
    m_ctl.start(listing, {QStringLiteral("monitor"), QStringLiteral("--json")});
    QTRY_VERIFY_WITH_TIMEOUT(
        m_pair->value(Side::Remote, "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE DB "
                                    "= DATABASE() AND ID <> CONNECTION_ID()")
                .toInt() > 0,
        kPatience);
    interrupt(listing);
    QCOMPARE(listing.exitCode(), 0);
    QVERIFY(QJsonDocument::fromJson(listing.readAllStandardOutput()).isArray());
}

void TestCtlMonitor::interruptBeforeTheCount()
{
    QProcess monitor;
    m_ctl.start(monitor,
                {QStringLiteral("monitor"), QStringLiteral("--count"), QStringLiteral("1000")});
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += monitor.readAllStandardOutput()).contains('\n'), kPatience);
    interrupt(monitor);
    QCOMPARE(monitor.exitCode(), 130);
}

void TestCtlMonitor::unreachableSide()
{
    Profile gone = m_pair->profile();
    gone.remote.socket = QStringLiteral("/nonexistent/no.sock");
    m_ctl.usePair(gone);
    const CtlResult result = m_ctl.run(QStringLiteral("monitor --count 1 --json"));
    EXPECT_CODE(result, 3);
    const QJsonObject remote = result.object()[QLatin1String("remote")].toObject();
    QCOMPARE(remote[QLatin1String("reachable")], QJsonValue(false));
    QVERIFY(remote[QLatin1String("latency_ms")].isNull());
    QCOMPARE(remote[QLatin1String("error")][QLatin1String("code")].toString(),
             QStringLiteral("DB_CONN_001"));
    QVERIFY(result.object()[QLatin1String("local")][QLatin1String("reachable")].toBool());
}

void TestCtlMonitor::badOptions()
{
    EXPECT_CODE(m_ctl.run(QStringLiteral("monitor --interval 0")), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("monitor --count none")), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("monitor --stream --count 1")), 2);
}

QTEST_GUILESS_MAIN(TestCtlMonitor)
#include "tst_ctl_monitor.moc"
