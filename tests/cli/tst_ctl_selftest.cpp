// SPDX-License-Identifier: GPL-3.0-or-later
// causewayctl selftest on real servers: what it proves, how it tells a failure, and that it leaves
// nothing behind, also when it is stopped or was killed.
#include "sync/dialect/quote.h"
#include "tests/cli/ctl_process.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>

using namespace causeway;
using namespace causeway::test;

namespace {

const QByteArray kScratch = "SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME "
                            "LIKE 'causeway\\_selftest\\_%'";

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCtlSelftest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup();

    void everyCasePasses_data();
    void everyCasePasses();
    void reportInEachFormat_data();
    void reportInEachFormat();
    void chineseReport();
    void tooShortATimeFailsTheCase();
    void refusedRightLeadsToPrivateServers();
    void readOnlyAccountFails();
    void unreachableServerIsAnError();
    void wrongOptions_data();
    void wrongOptions();
    void leftoversAreRemoved();
    void interruptLeavesNothing();
    void killedLeavesWhatTheNextRemoves();
    void withoutAPair();
    void networkFailsUnderTls();

private:
    [[nodiscard]] CtlResult selftest(const QString& words);
    [[nodiscard]] QString onlyReport(const QString& suffix) const;
    void startAndWait(QProcess& process, const QString& name);

    std::unique_ptr<TwoSidedFixture> m_pair;
    std::unique_ptr<QTemporaryDir> m_reports;
    Ctl m_ctl;
};

void TestCtlSelftest::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_reports = std::make_unique<QTemporaryDir>();
    m_ctl = Ctl();
    m_ctl.usePair(m_pair->profile());
    m_pair->runBoth("CREATE TABLE precious (id INT PRIMARY KEY) ENGINE=InnoDB; INSERT INTO "
                    "precious VALUES (1)");
}

/// Whatever a test did: no scratch database is left, and the user's own are as they were.
void TestCtlSelftest::cleanup()
{
    for (const Side side : {Side::Remote, Side::Local}) {
        QCOMPARE(m_pair->value(side, kScratch), QByteArray("0"));
        QCOMPARE(m_pair->tables(side, true), QStringList{QStringLiteral("precious")});
        QCOMPARE(m_pair->dump(side, QStringLiteral("precious")), QByteArrayList{"1"});
    }
    m_pair.reset();
}

CtlResult TestCtlSelftest::selftest(const QString& words)
{
    return m_ctl.run(u"selftest --output-dir " + m_reports->path() + u' ' + words);
}

QString TestCtlSelftest::onlyReport(const QString& suffix) const
{
    const QStringList files = QDir(m_reports->path()).entryList(QDir::Files);
    static const QRegularExpression form(QStringLiteral("^test_report_\\d{8}_\\d{6}\\."));
    if (files.size() != 1 || !files.first().contains(form) || !files.first().endsWith(suffix))
        qWarning("reports: %s", qPrintable(files.join(u' ')));
    return m_reports->filePath(files.value(0));
}

void TestCtlSelftest::everyCasePasses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("group");
    const auto add = [](const char* group, const QStringList& names) {
        for (const QString& name : names)
            QTest::newRow(qPrintable(name)) << name << QString::fromLatin1(group);
    };
    add("deployment", {u"DatabaseDeploymentTest"_qs, u"DatabaseEnvironmentSwitchTest"_qs,
                       u"DatabasePerformanceTest"_qs});
    add("sync", {u"FullSyncTest"_qs, u"IncrementalSyncTest"_qs, u"BidirectionalSyncTest"_qs,
                 u"SyncLogTest"_qs});
    add("boundary",
        {u"NetworkFluctuationTest"_qs, u"DataConflictTest"_qs, u"AbnormalInterruptionTest"_qs,
         u"ConcurrentSyncTest"_qs, u"LargeDataSyncTest"_qs});
}

void TestCtlSelftest::everyCasePasses()
{
    QFETCH(QString, name);
    QFETCH(QString, group);
    const CtlResult result = selftest(u"--json --report-format json --test-name " + name);
    EXPECT_CODE(result, 0);
    const QJsonObject object = result.object();
    QCOMPARE(object[QLatin1String("servers")].toString(), QStringLiteral("profile"));
    const QJsonArray cases = object[QLatin1String("cases")].toArray();
    QCOMPARE(cases.size(), 1);
    QCOMPARE(cases[0][QLatin1String("name")].toString(), name);
    QCOMPARE(cases[0][QLatin1String("group")].toString(), group);
    QCOMPARE(cases[0][QLatin1String("status")].toString(), QStringLiteral("passed"));
    QVERIFY(cases[0][QLatin1String("checks")].toArray().size() > 0);
    QVERIFY(cases[0][QLatin1String("error")].isNull());
    const QString path = onlyReport(QStringLiteral(".json"));
    QCOMPARE(object[QLatin1String("report_file")].toString(), path);
    QJsonObject written = QJsonDocument::fromJson(contentOf(path)).object();
    written.insert(QStringLiteral("report_file"), path);
    QCOMPARE(written, object);
}

void TestCtlSelftest::reportInEachFormat_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArrayList>("wanted");
    QTest::newRow("html") << u"html"_qs << u".html"_qs
                          << QByteArrayList{"<!DOCTYPE html>", "<svg ", "DatabasePerformanceTest",
                                            "Success rate: 100.0 %", "more than 10.0 rows/s"};
    QTest::newRow("markdown") << u"markdown"_qs << u".md"_qs
                              << QByteArrayList{"# Causeway: report of a self-test",
                                                "DatabasePerformanceTest | ", "| --- |"};
}

void TestCtlSelftest::reportInEachFormat()
{
    QFETCH(QString, format);
    QFETCH(QString, suffix);
    QFETCH(QByteArrayList, wanted);
    const CtlResult result = selftest(
        u"--verbose --monitor --test-name DatabasePerformanceTest --report-format " + format);
    EXPECT_CODE(result, 0);
    QVERIFY2(result.err.contains("✓ All rows arrived"), result.told().constData());
    const QByteArray report = contentOf(onlyReport(suffix));
    for (const QByteArray& part : wanted)
        QVERIFY2(report.contains(part), report.constData());
    const QByteArray password = m_pair->profile().remote.password.toUtf8();
    QVERIFY(password.isEmpty() || !report.contains(password));
    QVERIFY(!report.contains("src=") && !report.contains("href="));
}

void TestCtlSelftest::chineseReport()
{
    const CtlResult result = selftest(u"--lang zh_CN --test-name FullSyncTest"_qs);
    EXPECT_CODE(result, 0);
    QVERIFY(contentOf(onlyReport(u".html"_qs)).contains("成功率"));
    QVERIFY2(result.out.contains("成功率"), result.told().constData());
}

void TestCtlSelftest::tooShortATimeFailsTheCase()
{
    const CtlResult result =
        selftest(u"--json --timeout 1 --test-name LargeDataSyncTest --test-name FullSyncTest "
                 "--test-name NetworkFluctuationTest"_qs);
    QCOMPARE(result.code, 1);
    const QJsonArray cases = result.object()[QLatin1String("cases")].toArray();
    QCOMPARE(cases.size(), 3);
    const QJsonObject large = cases[2].toObject();
    QCOMPARE(large[QLatin1String("name")].toString(), u"LargeDataSyncTest"_qs);
    QCOMPARE(large[QLatin1String("status")].toString(), u"failed"_qs);
    QVERIFY(large[QLatin1String("reason")].toString().contains(u"1 s"));
    QVERIFY(result.object()[QLatin1String("totals")][QLatin1String("failed")].toInt() >= 1);
}

void TestCtlSelftest::refusedRightLeadsToPrivateServers()
{
    const QByteArray database = quoteIdentifier(m_pair->database());
    m_pair->run(Side::Remote, "DROP USER IF EXISTS narrow@localhost; CREATE USER narrow@localhost; "
                              "GRANT ALL ON " +
                                  database + ".* TO narrow@localhost");
    Profile pair = m_pair->profile();
    pair.remote.user = QStringLiteral("narrow");
    m_ctl.usePair(pair);
    const CtlResult result = selftest(u"--json --test-name DatabaseDeploymentTest"_qs);
    m_pair->run(Side::Remote, "DROP USER narrow@localhost");
    EXPECT_CODE(result, 0);
    QCOMPARE(result.object()[QLatin1String("servers")].toString(), QStringLiteral("private"));
    QVERIFY(result.object()[QLatin1String("notes")][0].toString().contains(u"may not make"));
}

/// An account that makes databases but may not write rows: the case says so, with the code.
void TestCtlSelftest::readOnlyAccountFails()
{
    m_pair->run(Side::Local,
                "DROP USER IF EXISTS handless@localhost; CREATE USER handless@localhost; "
                "GRANT SELECT, INSERT, CREATE, DROP, ALTER, INDEX, REFERENCES, UPDATE "
                "ON *.* TO handless@localhost");
    Profile pair = m_pair->profile();
    pair.local.user = QStringLiteral("handless");
    m_ctl.usePair(pair);
    const CtlResult result = selftest(u"--json --test-name FullSyncTest"_qs);
    m_pair->run(Side::Local, "DROP USER handless@localhost");
    QCOMPARE(result.code, 1);
    const QJsonObject one = result.object()[QLatin1String("cases")][0].toObject();
    QCOMPARE(one[QLatin1String("status")].toString(), u"failed"_qs);
    QCOMPARE(one[QLatin1String("error")][QLatin1String("code")].toString(), u"SYS_004"_qs);
    QVERIFY2(contentOf(onlyReport(u".html"_qs)).contains("SYS_004"), result.told().constData());
}

void TestCtlSelftest::unreachableServerIsAnError()
{
    Profile pair = m_pair->profile();
    pair.remote.socket = QStringLiteral("/nonexistent/server.sock");
    m_ctl.usePair(pair);
    const CtlResult result = selftest(u"--json"_qs);
    QCOMPARE(result.code, 3);
    QCOMPARE(result.object()[QLatin1String("error")][QLatin1String("code")].toString(),
             u"DB_CONN_001"_qs);
}

void TestCtlSelftest::wrongOptions_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("group") << u"--test-type nonsense"_qs;
    QTest::newRow("name") << u"--test-name NoSuchTest"_qs;
    QTest::newRow("both") << u"--test-type sync --test-name DataConflictTest"_qs;
    QTest::newRow("format") << u"--report-format pdf"_qs;
    QTest::newRow("timeout") << u"--timeout 0"_qs;
}

void TestCtlSelftest::wrongOptions()
{
    QFETCH(QString, words);
    EXPECT_CODE(selftest(words), 2);
}

/// Only what proves to be a self-test's goes; whatever else has such a name stays.
void TestCtlSelftest::leftoversAreRemoved()
{
    const QByteArray ours = "causeway_selftest_0123456789ab_remote";
    const QByteArray empty = "causeway_selftest_00000000000e_remote";
    const QByteArray copied = "causeway_selftest_00000000000c_remote";
    const QByteArray marker =
        ".db_sync_selftest (database_name varchar(64) PRIMARY KEY, created_at "
        "datetime); INSERT INTO ";
    m_pair->run(Side::Remote, "CREATE DATABASE " + ours + "; CREATE TABLE " + ours + marker + ours +
                                  ".db_sync_selftest VALUES ('" + ours +
                                  "', NOW()); CREATE DATABASE " + empty + "; CREATE DATABASE " +
                                  copied + "; CREATE TABLE " + copied + marker + copied +
                                  ".db_sync_selftest VALUES ('" + ours + "', NOW())");
    const CtlResult first = selftest(u"--json --test-name DatabaseDeploymentTest"_qs);
    EXPECT_CODE(first, 0);
    const QJsonArray repairs = first.object()[QLatin1String("repairs")].toArray();
    QCOMPARE(repairs.size(), 1);
    QVERIFY(repairs[0].toString().contains(QString::fromLatin1(ours)));
    QCOMPARE(m_pair->value(Side::Remote, kScratch), QByteArray("2"));
    const CtlResult second = selftest(u"--json --auto-fix --test-name DatabaseDeploymentTest"_qs);
    QVERIFY(second.object()[QLatin1String("repairs")][0].toString().contains(
        QString::fromLatin1(empty)));
    QCOMPARE(m_pair->value(Side::Remote, kScratch), QByteArray("1"));
    m_pair->run(Side::Remote, "DROP DATABASE " + copied);
}

/// Starts the long case and returns once it works in its databases.
void TestCtlSelftest::startAndWait(QProcess& process, const QString& name)
{
    m_ctl.start(process, {u"selftest"_qs, u"--json"_qs, u"--output-dir"_qs, m_reports->path(),
                          u"--test-name"_qs, name});
    const QByteArray filled = "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA "
                              "LIKE 'causeway\\_selftest\\_%' AND TABLE_NAME = 'items'";
    QTRY_COMPARE_WITH_TIMEOUT(m_pair->value(Side::Local, filled), QByteArray("1"), 60'000);
}

void TestCtlSelftest::interruptLeavesNothing()
{
    QProcess process;
    startAndWait(process, u"LargeDataSyncTest"_qs);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 130);
    const QJsonObject object = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(object[QLatin1String("interrupted")].toBool(), true);
    QCOMPARE(object[QLatin1String("totals")][QLatin1String("skipped")].toInt(), 1);
}

void TestCtlSelftest::killedLeavesWhatTheNextRemoves()
{
    QProcess process;
    startAndWait(process, u"LargeDataSyncTest"_qs);
    const CtlResult beside = selftest(u"--json --test-name DatabaseDeploymentTest"_qs);
    EXPECT_CODE(beside, 0);
    QVERIFY2(beside.object()[QLatin1String("repairs")].toArray().isEmpty(),
             "a running self-test lost its databases");
    process.kill();
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray held = "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE COMMAND "
                            "<> 'Daemon' AND DB LIKE 'causeway\\_selftest\\_%'";
    QTRY_COMPARE_WITH_TIMEOUT(m_pair->value(Side::Local, held), QByteArray("0"), 60'000);
    const CtlResult next = selftest(u"--json --test-name DatabaseDeploymentTest"_qs);
    EXPECT_CODE(next, 0);
    QCOMPARE(next.object()[QLatin1String("repairs")].toArray().size(), 2);
}

void TestCtlSelftest::withoutAPair()
{
    Ctl alone;
    const QString data = m_reports->filePath(u"data"_qs);
    alone.set(u"XDG_DATA_HOME"_qs, data);
    const CtlResult result = alone.run(u"selftest --json --test-type deployment --output-dir " +
                                       m_reports->filePath(u"deep/folder"_qs));
    EXPECT_CODE(result, 0);
    QCOMPARE(result.object()[QLatin1String("servers")].toString(), QStringLiteral("private"));
    QCOMPARE(result.object()[QLatin1String("totals")][QLatin1String("passed")].toInt(), 3);
    QVERIFY(!QDir(data + u"/causeway/selftest"_qs).exists());
}

/// The proxy cannot read what is encrypted, and disturbs it all the same.
void TestCtlSelftest::networkFailsUnderTls()
{
    QFETCH_GLOBAL(PairKind, pair);
    if (pair != PairKind::MySqlMariaDb)
        return; // MariaDB 10.11 makes itself no certificate
    PrivateServerOptions options = testServerOptions(ServerKind::MySql9, QStringLiteral("tls"));
    options.listenOnPort = true;
    const auto server = PrivateServer::start(options);
    require(server ? okStatus() : Status(server.error()), QStringLiteral("starting a server"));
    Profile profile = m_pair->profile();
    profile.remote = (*server)->portConfig(QStringLiteral("mysql"));
    profile.remote.tls = TlsMode::Required;
    m_ctl.set(QStringLiteral("CAUSEWAY_REMOTE_PASSWORD"), profile.remote.password);
    m_ctl.usePair(profile);
    const CtlResult result = selftest(u"--json --test-name NetworkFluctuationTest"_qs);
    EXPECT_CODE(result, 0);
    QCOMPARE(result.object()[QLatin1String("servers")].toString(), QStringLiteral("profile"));
    QVERIFY(!result.out.contains(profile.remote.password.toUtf8()));
    QVERIFY(!contentOf(onlyReport(u".html"_qs)).contains(profile.remote.password.toUtf8()));
}

QTEST_GUILESS_MAIN(TestCtlSelftest)
#include "tst_ctl_selftest.moc"
