// SPDX-License-Identifier: GPL-3.0-or-later
// causewayctl doctor as a shell sees it: exit codes, JSON, what is repaired, and the history of it.
#include "tests/cli/ctl_process.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace causeway;
using namespace causeway::test;

namespace {

/// The servers of the tests forget commits, and this machine may be busy: known, and of no concern.
const char* const kKnown = " --ignore durability --ignore machine";

} // namespace

class TestCtlDoctor final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void soundPairIsZero();
    void brokenPairIsOneAndFixedIsZero();
    void everythingExecutedIsShownAndKept();
    void nothingIsDoneWithoutFix();
    void unreachableSideIsOne();
    void readOnlyProfileIsRefused();
    void differencesAreFound();
    void chineseReadersReadChinese();
    void codesAreExplained();
    void badOptions();

private:
    [[nodiscard]] CtlResult doctor(const QString& options = {}) const
    {
        return m_ctl.run(QStringLiteral("doctor ") + options + QLatin1String(kKnown));
    }
    static QJsonObject finding(const QJsonObject& report, const QString& id)
    {
        const QJsonArray findings = report[QLatin1String("findings")].toArray();
        for (const QJsonValue& value : findings) {
            if (value[QLatin1String("id")].toString() == id)
                return value.toObject();
        }
        return {};
    }
    [[nodiscard]] QByteArray configRow()
    {
        return m_pair->value(Side::Local, "SELECT CONCAT(table_name,sync_enabled) FROM "
                                          "db_sync_config");
    }

    QTemporaryDir m_folder;
    std::unique_ptr<TwoSidedFixture> m_pair;
    Ctl m_ctl;
};

void TestCtlDoctor::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    m_ctl = Ctl();
    m_ctl.usePair(m_pair->profile());
    m_ctl.set(QStringLiteral("XDG_CONFIG_HOME"), m_folder.path());
}

void TestCtlDoctor::soundPairIsZero()
{
    EXPECT_CODE(m_ctl.run(QStringLiteral("init")), 0);
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 0);
    const CtlResult text = doctor();
    EXPECT_CODE(text, 0);
    QVERIFY2(text.out.startsWith("All is well"), text.told().constData());
    QCOMPARE(text.out.count('\n'), 1);
    const CtlResult all = doctor(QStringLiteral("--verbose"));
    QVERIFY(all.out.contains("[connection.remote]") && all.out.contains("[retention.size]"));
    const CtlResult json = doctor(QStringLiteral("--json"));
    EXPECT_CODE(json, 0);
    const QJsonObject report = json.object();
    QCOMPARE(report[QLatin1String("ok")], QJsonValue(true));
    QCOMPARE(report[QLatin1String("not_examined")].toArray().size(), 0);
    const QJsonObject connection = finding(report, QStringLiteral("connection.local"));
    QCOMPARE(connection[QLatin1String("severity")].toString(), QStringLiteral("ok"));
    QCOMPARE(connection[QLatin1String("fix")].toString(), QStringLiteral("none"));
    QVERIFY(connection[QLatin1String("code")].isNull());
    QVERIFY(!connection[QLatin1String("evidence")].toArray().isEmpty());
    QCOMPARE(report[QLatin1String("summary")][QLatin1String("ok")].toInt(),
             report[QLatin1String("findings")].toArray().size());
}

void TestCtlDoctor::brokenPairIsOneAndFixedIsZero()
{
    EXPECT_CODE(m_ctl.run(QStringLiteral("init")), 0);
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 0);
    m_pair->run(Side::Local,
                "INSERT INTO db_sync_log SET run_id='cut',sync_type='FULL',sync_direction='BOTH',"
                "trigger_source='CLI',status='RUNNING',start_time=UTC_TIMESTAMP(3)-INTERVAL 1 DAY");
    const CtlResult found = doctor();
    EXPECT_CODE(found, 1);
    QVERIFY2(found.out.startsWith("✗ SYNC_005: ") && found.out.contains("--fix repairs it") &&
                 found.out.contains("local> UPDATE db_sync_log"),
             found.told().constData());
    const CtlResult fixed = doctor(QStringLiteral("--fix --json"));
    EXPECT_CODE(fixed, 1); // a run that was cut off has still failed
    const QJsonObject report = fixed.object();
    QCOMPARE(finding(report, QStringLiteral("stale_runs"))[QLatin1String("severity")].toString(),
             QStringLiteral("ok"));
    const QJsonObject repair = report[QLatin1String("repairs")][0].toObject();
    QCOMPARE(repair[QLatin1String("check")].toString(), QStringLiteral("stale_runs"));
    QVERIFY(repair[QLatin1String("statements")][0][QLatin1String("sql")].toString().startsWith(
        QLatin1String("UPDATE db_sync_log")));
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 0);
    EXPECT_CODE(doctor(), 0);
}

void TestCtlDoctor::everythingExecutedIsShownAndKept()
{
    EXPECT_CODE(m_ctl.run(QStringLiteral("doctor --history --json")), 0);
    QVERIFY(m_ctl.run(QStringLiteral("doctor --history --json")).array().isEmpty());
    const CtlResult fixed = doctor(QStringLiteral("--fix"));
    QVERIFY2(fixed.out.contains("remote> CREATE TABLE IF NOT EXISTS db_sync_state") &&
                 fixed.out.contains("local> CREATE TABLE IF NOT EXISTS db_sync_config") &&
                 fixed.out.contains("local> INSERT INTO db_sync_config"),
             fixed.told().constData());
    QCOMPARE(configRow(), QByteArray("t0"));
    const QJsonArray history = m_ctl.run(QStringLiteral("doctor --history --json")).array();
    QCOMPARE(history.size(), 2);
    QCOMPARE(history[0][QLatin1String("check")].toString(), QStringLiteral("config"));
    QCOMPARE(history[1][QLatin1String("statements")].toArray().size(), 8);
    QVERIFY(history[1][QLatin1String("error")].isNull());
    const CtlResult text = m_ctl.run(QStringLiteral("doctor --history"));
    QVERIFY(text.out.contains("INSERT INTO db_sync_config"));
}

void TestCtlDoctor::nothingIsDoneWithoutFix()
{
    const auto remote = m_pair->checksums(Side::Remote);
    const CtlResult found = doctor();
    EXPECT_CODE(found, 1);
    QVERIFY(found.out.contains("CREATE TABLE IF NOT EXISTS db_sync_log"));
    QCOMPARE(m_pair->tables(Side::Local, true), QStringList{QStringLiteral("t")});
    QCOMPARE(m_pair->checksums(Side::Remote), remote);
    QVERIFY(m_ctl.run(QStringLiteral("doctor --history --json")).array().isEmpty());
}

void TestCtlDoctor::unreachableSideIsOne()
{
    Profile gone = m_pair->profile();
    gone.remote.socket = m_folder.path() + QStringLiteral("/no.sock");
    m_ctl.usePair(gone);
    const CtlResult found = doctor(QStringLiteral("--json"));
    EXPECT_CODE(found, 1);
    const QJsonObject connection = finding(found.object(), QStringLiteral("connection.remote"));
    QCOMPARE(connection[QLatin1String("code")].toString(), QStringLiteral("DB_CONN_001"));
    QVERIFY(connection[QLatin1String("steps")].toArray().size() >= 2);
    QVERIFY(found.object()[QLatin1String("not_examined")].toArray().contains(
        QStringLiteral("structure")));
}

void TestCtlDoctor::readOnlyProfileIsRefused()
{
    EXPECT_CODE(m_ctl.run(QStringLiteral("profile add Shop --replace")), 0);
    const Ctl byAddress = m_ctl;
    m_ctl.useProfile(QStringLiteral("Shop"));
    EXPECT_CODE(doctor(), 1);
    EXPECT_CODE(doctor(QStringLiteral("--fix")), 2);
    QCOMPARE(m_pair->tables(Side::Local, true), QStringList{QStringLiteral("t")});
    EXPECT_CODE(doctor(QStringLiteral("--fix --unlock")), 1);
    QCOMPARE(configRow(), QByteArray("t0"));
    for (const Ctl& ctl : {m_ctl, byAddress})
        QCOMPARE(ctl.run(QStringLiteral("doctor --history --json")).array().size(), 2);
}

void TestCtlDoctor::differencesAreFound()
{
    EXPECT_CODE(m_ctl.run(QStringLiteral("init")), 0);
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 0);
    EXPECT_CODE(doctor(QStringLiteral("--compare")), 0);
    m_pair->run(Side::Local, "INSERT INTO t VALUES (5,'five')");
    EXPECT_CODE(doctor(), 0);
    const CtlResult compared = doctor(QStringLiteral("--compare"));
    EXPECT_CODE(compared, 1);
    QVERIFY2(compared.out.contains("1 only on local"), compared.told().constData());
}

void TestCtlDoctor::chineseReadersReadChinese()
{
    const CtlResult found = doctor(QStringLiteral("--lang zh_CN --verbose"));
    EXPECT_CODE(found, 1);
    const QStringList lines = QString::fromUtf8(found.out).split(QLatin1Char('\n'));
    static const QRegularExpression heads(QStringLiteral("^[✓!✗] (?!.*[\\x{4e00}-\\x{9fff}])"));
    QCOMPARE(lines.filter(heads), QStringList());
}

void TestCtlDoctor::codesAreExplained()
{
    const Ctl alone;
    const CtlResult text = alone.run(QStringLiteral("doctor --explain db_conn_003"));
    EXPECT_CODE(text, 0);
    QVERIFY2(text.out.startsWith("DB_CONN_003: ") && text.out.contains("password"),
             text.told().constData());
    const QJsonObject json = alone.run(QStringLiteral("doctor --explain SYS_005 --json")).object();
    QCOMPARE(json[QLatin1String("code")].toString(), QStringLiteral("SYS_005"));
    QCOMPARE(json[QLatin1String("exit_code")].toInt(), 5);
    EXPECT_CODE(alone.run(QStringLiteral("doctor --explain SYNC_999")), 2);
}

void TestCtlDoctor::badOptions()
{
    EXPECT_CODE(m_ctl.run(QStringLiteral("doctor --fix --history")), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("doctor now")), 2);
}

QTEST_GUILESS_MAIN(TestCtlDoctor)
#include "tst_ctl_doctor.moc"
