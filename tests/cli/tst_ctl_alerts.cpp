// SPDX-License-Identifier: GPL-3.0-or-later
// causewayctl alerts, and the alerts of scheduler run, on a real pair with a real hook.
#include "tests/cli/ctl_process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kPatience = 90'000;

} // namespace

class TestCtlAlerts final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void nothingToSay();
    void limitsAreSetAndShown();
    void badWords();
    void openConflictsAreTold();
    void failuresAreTold();
    void proofsAreTaken();
    void acknowledgeMuteUnmute();
    void testOfTheHook();
    void schedulerTellsOnce();
    void profilesTakeTheirAlertsAlong();

private:
    [[nodiscard]] CtlResult alerts(const QString& words) const
    {
        return m_ctl.run(QStringLiteral("alerts ") + words);
    }
    [[nodiscard]] QJsonObject alert(const QString& rule) const
    {
        for (const QJsonValue& one :
             alerts(QStringLiteral("list --json")).object()[QLatin1String("alerts")].toArray()) {
            if (one[QLatin1String("rule")].toString() == rule)
                return one.toObject();
        }
        return {};
    }
    [[nodiscard]] QString stateOf(const QString& rule) const
    {
        return alert(rule)[QLatin1String("state")].toString();
    }
    void makeConflicts(int count);
    void setHook();
    [[nodiscard]] QByteArray told() const
    {
        QFile file(m_folder->filePath(QStringLiteral("told")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<TwoSidedFixture> m_pair;
    std::unique_ptr<QTemporaryDir> m_folder;
    Ctl m_ctl;
};

void TestCtlAlerts::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_folder = std::make_unique<QTemporaryDir>();
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    m_ctl = Ctl();
    m_ctl.usePair(m_pair->profile());
    m_ctl.set(QStringLiteral("XDG_CONFIG_HOME"), m_folder->filePath(QStringLiteral("config")));
    m_ctl.set(QStringLiteral("XDG_DATA_HOME"), m_folder->filePath(QStringLiteral("data")));
    m_ctl.set(QStringLiteral("USER"), QStringLiteral("ann"));
    EXPECT_CODE(m_ctl.run(QStringLiteral("init")), 0);
    EXPECT_CODE(alerts(QStringLiteral("set disk_free=1")), 0); // whatever this machine has
}

void TestCtlAlerts::makeConflicts(int count)
{
    for (const Side side : {Side::Remote, Side::Local}) {
        for (int i = 1; i <= count; ++i)
            m_pair->run(side, "INSERT INTO t VALUES (" + QByteArray::number(i) + ",'" +
                                  (side == Side::Remote ? "r" : "l") + "')");
    }
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 1);
}

void TestCtlAlerts::setHook()
{
    const QString file = m_folder->filePath(QStringLiteral("told"));
    EXPECT_CODE(m_ctl.runWords({QStringLiteral("alerts"), QStringLiteral("set"),
                                QStringLiteral("--command"), QStringLiteral("/bin/sh"),
                                QStringLiteral("--argument=-c"), QStringLiteral("--argument"),
                                QStringLiteral("cat >> \"$1\""), QStringLiteral("--argument=-"),
                                QStringLiteral("--argument"), file}),
                0);
}

void TestCtlAlerts::nothingToSay()
{
    const CtlResult checked = alerts(QStringLiteral("check --json"));
    EXPECT_CODE(checked, 0);
    QVERIFY(checked.object()[QLatin1String("alerts")].toArray().isEmpty());
    QVERIFY(checked.object()[QLatin1String("muted")].toArray().isEmpty());
    const CtlResult list = alerts(QStringLiteral("list"));
    EXPECT_CODE(list, 0);
    QVERIFY2(list.out.contains("No alert stands"), list.told().constData());
}

void TestCtlAlerts::limitsAreSetAndShown()
{
    const CtlResult set = alerts(QStringLiteral(
        "set failure_rate=25 duration=off --webhook https://u:p@a.example/hook/s3cret"
        " --timeout 5 --json"));
    EXPECT_CODE(set, 0);
    const QJsonObject limits = set.object()[QLatin1String("limits")].toObject();
    QCOMPARE(limits[QLatin1String("failure_rate")].toDouble(), 25.0);
    QVERIFY(limits[QLatin1String("duration")].isNull());
    QCOMPARE(limits[QLatin1String("consistency")].toDouble(), 24.0);
    QCOMPARE(set.object()[QLatin1String("webhook")].toString(),
             QStringLiteral("https://a.example"));
    QCOMPARE(set.object()[QLatin1String("timeout_s")].toInt(), 5);
    QVERIFY(!set.out.contains("s3cret"));
    const CtlResult shown = alerts(QStringLiteral("set"));
    EXPECT_CODE(shown, 0);
    QVERIFY2(shown.out.contains("25 %") && shown.out.contains("off") &&
                 shown.out.contains("a.example") && !shown.out.contains("s3cret"),
             shown.told().constData());
    EXPECT_CODE(alerts(QStringLiteral("set --no-hook")), 0);
    QVERIFY(alerts(QStringLiteral("set --json")).object()[QLatin1String("webhook")].isNull());
}

void TestCtlAlerts::badWords()
{
    for (const char* words :
         {"set disk=5", "set duration", "set duration=soon", "set failure_rate=0",
          "set failure_rate=101", "set --webhook ftp://a/b", "set --webhook http://a/ --no-hook",
          "set --argument x", "set --timeout 0", "set --timeout 601", "ack", "ack disk",
          "mute duration --hours 0", "unmute --all duration", "test", "mute"})
        QVERIFY2(alerts(QLatin1String(words)).code == 2, words);
}

void TestCtlAlerts::openConflictsAreTold()
{
    EXPECT_CODE(alerts(QStringLiteral("set open_conflicts=2")), 0);
    setHook();
    makeConflicts(3);
    EXPECT_CODE(alerts(QStringLiteral("check")), 1);
    QCOMPARE(stateOf(QStringLiteral("open_conflicts")), QStringLiteral("ACTIVE"));
    QVERIFY(alert(QStringLiteral("open_conflicts"))[QLatin1String("delivered")].toBool());
    EXPECT_CODE(alerts(QStringLiteral("check")), 1);
    const QJsonObject message = QJsonDocument::fromJson(told()).object(); // one, not two
    QCOMPARE(message[QLatin1String("rule")].toString(), QStringLiteral("open_conflicts"));
    QCOMPARE(message[QLatin1String("value")].toInt(), 3);
    EXPECT_CODE(m_ctl.run(QStringLiteral("conflicts resolve --all --use remote")), 0);
    EXPECT_CODE(alerts(QStringLiteral("check")), 0);
    const CtlResult list = alerts(QStringLiteral("list --events --json"));
    QStringList events;
    for (const QJsonValue& event : list.object()[QLatin1String("events")].toArray())
        events << event[QLatin1String("event")].toString();
    QCOMPARE(events, (QStringList{QStringLiteral("RAISED"), QStringLiteral("DELIVERED"),
                                  QStringLiteral("CLEARED"), QStringLiteral("DELIVERED")}));
}

void TestCtlAlerts::failuresAreTold()
{
    m_pair->run(Side::Remote, "ALTER TABLE t ADD COLUMN extra INT");
    for (int i = 0; i < 3; ++i)
        EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 4);
    const CtlResult checked = alerts(QStringLiteral("check"));
    EXPECT_CODE(checked, 1);
    QVERIFY2(checked.out.contains("100 % of the last runs failed"), checked.told().constData());
    QCOMPARE(alert(QStringLiteral("failure_rate"))[QLatin1String("value")].toInt(), 100);
    m_pair->run(Side::Remote, "ALTER TABLE t DROP COLUMN extra");
    for (int i = 0; i < 4; ++i)
        EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 0);
    EXPECT_CODE(alerts(QStringLiteral("check")), 0);
}

/// A run that leaves both sides equal proves it, one that leaves conflicts does not; a comparison
/// does.
void TestCtlAlerts::proofsAreTaken()
{
    makeConflicts(1);
    const QByteArray later = " - INTERVAL 30 HOUR";
    m_pair->run(Side::Local, "UPDATE db_sync_log SET start_time = start_time" + later +
                                 ", end_time = end_time" + later);
    EXPECT_CODE(alerts(QStringLiteral("check")), 1);
    QCOMPARE(qRound(alert(QStringLiteral("consistency"))[QLatin1String("value")].toDouble()), 30);
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 1);
    EXPECT_CODE(alerts(QStringLiteral("check")), 1);
    EXPECT_CODE(m_ctl.run(QStringLiteral("conflicts resolve --all --use remote")), 0);
    EXPECT_CODE(m_ctl.run(QStringLiteral("compare t")), 0); // of one table only
    EXPECT_CODE(alerts(QStringLiteral("check")), 1);
    EXPECT_CODE(m_ctl.run(QStringLiteral("compare")), 0);
    EXPECT_CODE(alerts(QStringLiteral("check")), 0);
}

void TestCtlAlerts::acknowledgeMuteUnmute()
{
    EXPECT_CODE(alerts(QStringLiteral("set open_conflicts=1")), 0);
    EXPECT_CODE(alerts(QStringLiteral("mute open_conflicts --hours 2")), 0);
    makeConflicts(1);
    EXPECT_CODE(alerts(QStringLiteral("check")), 0);
    QCOMPARE(stateOf(QStringLiteral("open_conflicts")), QStringLiteral("MUTED"));
    const CtlResult list = alerts(QStringLiteral("list"));
    QVERIFY2(list.out.contains("open_conflicts is muted until"), list.told().constData());
    EXPECT_CODE(alerts(QStringLiteral("unmute --all")), 0);
    EXPECT_CODE(alerts(QStringLiteral("check")), 1);
    EXPECT_CODE(alerts(QStringLiteral("ack --all")), 0);
    EXPECT_CODE(alerts(QStringLiteral("check")), 0);
    QCOMPARE(stateOf(QStringLiteral("open_conflicts")), QStringLiteral("ACKNOWLEDGED"));
    QCOMPARE(alert(QStringLiteral("open_conflicts"))[QLatin1String("acknowledged_by")].toString(),
             QStringLiteral("ann"));
}

void TestCtlAlerts::testOfTheHook()
{
    setHook();
    EXPECT_CODE(alerts(QStringLiteral("test")), 0);
    QCOMPARE(QJsonDocument::fromJson(told()).object()[QLatin1String("event")].toString(),
             QStringLiteral("test"));
    EXPECT_CODE(alerts(QStringLiteral("set --command false")), 0);
    const CtlResult failed = alerts(QStringLiteral("test"));
    EXPECT_CODE(failed, 5);
    QVERIFY2(failed.err.contains("exit code 1"), failed.told().constData());
}

void TestCtlAlerts::schedulerTellsOnce()
{
    EXPECT_CODE(alerts(QStringLiteral("set open_conflicts=1")), 0);
    setHook();
    makeConflicts(1);
    EXPECT_CODE(m_ctl.run(QStringLiteral("scheduler restart")), 0);
    QProcess runner;
    m_ctl.start(runner, {QStringLiteral("scheduler"), QStringLiteral("run")});
    const auto succeeded = [this] {
        return m_pair->value(Side::Local, "SELECT succeeded FROM db_sync_schedule");
    };
    QTRY_COMPARE_WITH_TIMEOUT(succeeded(), QByteArray("1"), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!told().isEmpty(), kPatience);
    EXPECT_CODE(m_ctl.run(QStringLiteral("scheduler restart")), 0);
    QTRY_COMPARE_WITH_TIMEOUT(succeeded(), QByteArray("2"), kPatience);
    ::kill(static_cast<pid_t>(runner.processId()), SIGTERM);
    QVERIFY(runner.waitForFinished(kPatience));
    QCOMPARE(runner.exitCode(), 0);
    QCOMPARE(told().count("open_conflicts"), 1);
    const QByteArray log = runner.readAllStandardError();
    QVERIFY2(log.count("alert open_conflicts: ") == 1, log.constData());
}

void TestCtlAlerts::profilesTakeTheirAlertsAlong()
{
    Ctl ctl;
    ctl.set(QStringLiteral("XDG_CONFIG_HOME"), m_folder->filePath(QStringLiteral("config")));
    ctl.set(QStringLiteral("XDG_DATA_HOME"), m_folder->filePath(QStringLiteral("data")));
    const QString options = QStringLiteral(" --profile shop --json");
    EXPECT_CODE(ctl.run(QStringLiteral("alerts list") + options), 2); // there is no such profile
    QStringList add = m_ctl.pair();
    add << QStringLiteral("profile") << QStringLiteral("add") << QStringLiteral("shop");
    EXPECT_CODE(ctl.runWords(add), 0);
    EXPECT_CODE(ctl.run(QStringLiteral("alerts set duration=5") + options), 0);
    const auto duration = [&] {
        return ctl.run(QStringLiteral("alerts set") + options)
            .object()[QLatin1String("limits")][QLatin1String("duration")]
            .toInt();
    };
    QCOMPARE(duration(), 5);
    EXPECT_CODE(ctl.run(QStringLiteral("profile remove shop")), 0);
    EXPECT_CODE(ctl.runWords(add), 0);
    QCOMPARE(duration(), 3600);
}

QTEST_GUILESS_MAIN(TestCtlAlerts)
#include "tst_ctl_alerts.moc"
