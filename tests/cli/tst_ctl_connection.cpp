// SPDX-License-Identifier: GPL-3.0-or-later
// The connection test step by step, where it has to fail or warn; and the demo.
#include "tests/cli/ctl_process.h"

using namespace causeway;
using namespace causeway::test;

class CtlConnectionTest final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void stopsAtTheRightStep_data();
    void stopsAtTheRightStep();
    void warnsOfRightsOnSingleTables();
    void writesNothing();
    void demoEndsInStep();
};

namespace {

struct TestCase {
    const char* grants = "";              ///< for the user `tester`, %1 being the database
    void (*spoil)(SideConfig&) = nullptr; ///< of the remote side
    int passed = 0;                       ///< steps before the one that fails
    const char* code = "";
};

/// All statements of @p script on both sides, for a `tester` that may log in from this machine.
void makeTester(TwoSidedFixture& pair, const QByteArray& grants)
{
    pair.runBoth("DROP USER IF EXISTS 'tester'@'localhost'; "
                 "CREATE USER 'tester'@'localhost' IDENTIFIED BY 'right'");
    QByteArray script = grants;
    if (!script.isEmpty())
        pair.runBoth(script.replace("%1", pair.database().toUtf8()));
}

Profile asTester(const TwoSidedFixture& pair)
{
    Profile profile = pair.profile();
    profile.remote.user = profile.local.user = QStringLiteral("tester");
    return profile;
}

} // namespace

Q_DECLARE_METATYPE(TestCase)

void CtlConnectionTest::stopsAtTheRightStep_data()
{
    QTest::addColumn<TestCase>("test");
    QTest::newRow("unknown host") << TestCase{"",
                                              [](SideConfig& side) {
                                                  side.socket.clear();
                                                  side.host =
                                                      QStringLiteral("no-such-host.invalid");
                                              },
                                              0, "DB_CONN_001"};
    QTest::newRow("closed port") << TestCase{"",
                                             [](SideConfig& side) {
                                                 side.socket.clear();
                                                 side.host = QStringLiteral("127.0.0.1");
                                                 side.port = 1;
                                             },
                                             1, "DB_CONN_001"};
    QTest::newRow("no socket") << TestCase{
        "", [](SideConfig& side) { side.socket = QStringLiteral("/nonexistent/s"); }, 0,
        "DB_CONN_001"};
    QTest::newRow("wrong user") << TestCase{
        "", [](SideConfig& side) { side.user = QStringLiteral("nobody_at_all"); }, 1,
        "DB_CONN_003"};
    QTest::newRow("no database") << TestCase{
        "GRANT ALL ON `no_such_database`.* TO 'tester'@'localhost'",
        [](SideConfig& side) { side.database = QStringLiteral("no_such_database"); }, 3,
        "DB_CONN_004"};
    QTest::newRow("not for this user") << TestCase{"", nullptr, 3, "DB_CONN_003"};
    QTest::newRow("reading only") << TestCase{"GRANT SELECT ON `%1`.* TO 'tester'@'localhost'",
                                              nullptr, 4, "SYS_004"};
}

void CtlConnectionTest::stopsAtTheRightStep()
{
    QFETCH_GLOBAL(PairKind, pair);
    QFETCH(TestCase, test);
    TwoSidedFixture fixture(pair);
    makeTester(fixture, test.grants);
    Profile profile = asTester(fixture);
    if (test.spoil != nullptr)
        test.spoil(profile.remote);
    Ctl ctl;
    ctl.set(QStringLiteral("CAUSEWAY_REMOTE_PASSWORD"), QStringLiteral("right"));
    ctl.set(QStringLiteral("CAUSEWAY_LOCAL_PASSWORD"), QStringLiteral("right"));
    ctl.usePair(profile);
    const CtlResult result = ctl.run(QStringLiteral("profile test --json"));
    const QString code = QString::fromLatin1(test.code);
    EXPECT_CODE(result, code.startsWith(QLatin1String("SYS")) ? 5 : 3);
    QCOMPARE(result.object().value(QStringLiteral("ok")), QJsonValue(false));
    const QJsonArray steps = result.object().value(QStringLiteral("remote")).toArray();
    int passed = 0;
    while (passed < steps.size() &&
           steps.at(passed).toObject().value(QStringLiteral("passed")).toBool())
        ++passed;
    QVERIFY2(passed == test.passed, result.out.constData());
    const QJsonObject failed = steps.at(passed).toObject();
    QCOMPARE(
        failed.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
        code);
    QVERIFY(failed.value(QStringLiteral("detail")).toString().startsWith(code));
    QVERIFY(failed.value(QStringLiteral("hint")).toString().size() > 8);
}

void CtlConnectionTest::warnsOfRightsOnSingleTables()
{
    QFETCH_GLOBAL(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth("CREATE TABLE t (id INT PRIMARY KEY)");
    makeTester(fixture, "GRANT SELECT ON `%1`.* TO 'tester'@'localhost'; "
                        "GRANT INSERT, UPDATE, DELETE ON `%1`.t TO 'tester'@'localhost'");
    Ctl ctl;
    ctl.usePair(asTester(fixture));
    const CtlResult result =
        ctl.run(QStringLiteral("profile test --json --password-stdin"), "right\nright\n");
    EXPECT_CODE(result, 0);
    const QJsonObject rights =
        result.object().value(QStringLiteral("remote")).toArray().at(4).toObject();
    QVERIFY(rights.value(QStringLiteral("warning")).toBool());
    QVERIFY2(rights.value(QStringLiteral("detail"))
                 .toString()
                 .contains(QLatin1String("INSERT, UPDATE, DELETE")),
             result.out.constData());
}

void CtlConnectionTest::writesNothing()
{
    QFETCH_GLOBAL(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth("CREATE TABLE t (id INT PRIMARY KEY); INSERT INTO t VALUES (1)");
    Ctl ctl;
    ctl.usePair(fixture.profile());
    const auto before = fixture.checksums(Side::Remote);
    EXPECT_CODE(ctl.run(QStringLiteral("profile test")), 0);
    QCOMPARE(fixture.checksums(Side::Remote), before);
    QCOMPARE(fixture.tables(Side::Local, true), QStringList{QStringLiteral("t")});
}

void CtlConnectionTest::demoEndsInStep()
{
    Ctl ctl;
    ctl.set(QStringLiteral("XDG_DATA_HOME"), testFolder());
    const CtlResult demo = ctl.run(QStringLiteral("demo --json"));
    EXPECT_CODE(demo, 0);
    const QJsonObject story = demo.object();
    QCOMPARE(story.value(QStringLiteral("compare")).toObject().value(QStringLiteral("equal")),
             QJsonValue(true));
    QCOMPARE(story.value(QStringLiteral("conflicts")).toArray().size(), 6);
    QCOMPARE(story.value(QStringLiteral("settled")).toInt(), 6);
    const QJsonObject again = story.value(QStringLiteral("again")).toObject();
    QCOMPARE(again.value(QStringLiteral("status")).toString(), QStringLiteral("SUCCESS"));
}

QTEST_GUILESS_MAIN(CtlConnectionTest)
#include "tst_ctl_connection.moc"
