// SPDX-License-Identifier: GPL-3.0-or-later
// A run that leaves kinds of changes out: they stay changes, nothing of them is agreed on, no row
// comes back and no reference breaks.
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

class TestSkippedKinds final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void wordsNameKinds();
    void whatIsLeftOutStaysPending_data();
    void whatIsLeftOutStaysPending();
    void dryRunTellsTheSame();
    void childOfASkippedParentWaits();
    void parentOfASkippedChildStays();
    void cycleNeverDangles();
    void emptyTargetIsNotLoaded();
    void guardCountsOnlyWhatIsDone();
    void tableWithoutAKeyIsLeftOut();

private:
    void begin(const QByteArray& tables);
    [[nodiscard]] SyncReport run(const QStringList& skipped, bool dry = false,
                                 std::optional<Policy> policy = {});
    [[nodiscard]] QByteArrayList rows(Side side, const char* table);
    void nothingIsOpen();

    std::unique_ptr<TwoSidedFixture> m_pair;
};

void TestSkippedKinds::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
}

void TestSkippedKinds::begin(const QByteArray& tables)
{
    m_pair->runBoth(tables);
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QCOMPARE(run({}).status, RunStatus::Success);
}

SyncReport TestSkippedKinds::run(const QStringList& skipped, bool dry, std::optional<Policy> policy)
{
    SyncRequest request;
    request.profile = m_pair->profile();
    request.dryRun = dry;
    request.policy = policy;
    for (const QString& word : skipped) {
        if (!request.skipped.add(word))
            qFatal("no such word");
    }
    ProgressMailbox mailbox;
    SyncReport report = runSync(request, {}, mailbox);
    for (const TableOutcome& table : report.tables) {
        if (table.error)
            qWarning("%s: %s %s", qPrintable(table.table), qPrintable(table.error->message()),
                     qPrintable(table.error->serverMessage));
    }
    return report;
}

QByteArrayList TestSkippedKinds::rows(Side side, const char* table)
{
    return m_pair->dump(side, QLatin1String(table));
}

void TestSkippedKinds::nothingIsOpen()
{
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM db_sync_conflict"), QByteArray("0"));
}

void TestSkippedKinds::wordsNameKinds()
{
    SkippedKinds kinds;
    QVERIFY(!kinds.add(QStringLiteral("truncates")) && !kinds.any());
    QVERIFY(kinds.add(QStringLiteral("deletes")));
    QVERIFY(kinds.add(QStringLiteral("inserts-on-remote")));
    QCOMPARE(kinds.words(),
             (QStringList{QStringLiteral("inserts-on-remote"), QStringLiteral("deletes")}));
    QVERIFY(kinds.skips(Side::Local, RowAction::Delete));
    QVERIFY(!kinds.skips(Side::Local, RowAction::Insert) && kinds.anyOn(Side::Local));
    SkippedKinds again;
    for (const QString& word : kinds.words())
        QVERIFY(again.add(word));
    QVERIFY(again == kinds);
    QCOMPARE(SkippedKinds::allWords().size(), 9);
}

void TestSkippedKinds::whatIsLeftOutStaysPending_data()
{
    QTest::addColumn<QStringList>("skipped");
    QTest::addColumn<QByteArrayList>("local");
    QTest::addColumn<QByteArrayList>("remote");
    QTest::addColumn<int>("leftOut");
    // Remote: 1 changed, 2 deleted, 9 new. Local: 3 changed, 4 deleted, 8 new.
    const auto list = [](const char* text) { return QByteArray(text).split(' '); };
    QTest::newRow("deletes") << QStringList{QStringLiteral("deletes")}
                             << list("1|r 2|a 3|l 5|a 8|l 9|r") << list("1|r 3|l 4|a 5|a 8|l 9|r")
                             << 2;
    QTest::newRow("deletes on remote")
        << QStringList{QStringLiteral("deletes-on-remote")} << list("1|r 3|l 5|a 8|l 9|r")
        << list("1|r 3|l 4|a 5|a 8|l 9|r") << 1;
    QTest::newRow("inserts") << QStringList{QStringLiteral("inserts")} << list("1|r 3|l 5|a 8|l")
                             << list("1|r 3|l 5|a 9|r") << 2;
    QTest::newRow("updates") << QStringList{QStringLiteral("updates")}
                             << list("1|a 3|l 5|a 8|l 9|r") << list("1|r 3|a 5|a 8|l 9|r") << 2;
    QTest::newRow("all on local") << QStringList{QStringLiteral("inserts-on-local"),
                                                 QStringLiteral("updates-on-local"),
                                                 QStringLiteral("deletes-on-local")}
                                  << list("1|a 2|a 3|l 5|a 8|l") << list("1|r 3|l 5|a 8|l 9|r")
                                  << 3;
}

void TestSkippedKinds::whatIsLeftOutStaysPending()
{
    QFETCH(QStringList, skipped);
    QFETCH(int, leftOut);
    begin("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(9));"
          "INSERT INTO t VALUES (1,'a'),(2,'a'),(3,'a'),(4,'a'),(5,'a');");
    m_pair->run(Side::Remote, "UPDATE t SET v='r' WHERE id=1; DELETE FROM t WHERE id=2;"
                              "INSERT INTO t VALUES (9,'r');");
    m_pair->run(Side::Local, "UPDATE t SET v='l' WHERE id=3; DELETE FROM t WHERE id=4;"
                             "INSERT INTO t VALUES (8,'l');");
    for (int again = 0; again < 2; ++again) { // and it stays so
        const SyncReport report = run(skipped);
        QCOMPARE(report.status, RunStatus::Success);
        QCOMPARE(report.leftOut(), leftOut);
        QCOMPARE(report.skipped(), leftOut);
        QCOMPARE(report.warnings.size(), 1);
        QVERIFY(!report.tables.front().verified);
        QTEST(rows(Side::Local, "t"), "local");
        QTEST(rows(Side::Remote, "t"), "remote");
    }
    QCOMPARE(m_pair->value(Side::Local, "SELECT error_message FROM db_sync_log WHERE table_name IS "
                                        "NULL ORDER BY id DESC LIMIT 1"),
             "changes left out as asked: " + QByteArray::number(leftOut));
    QCOMPARE(run({}).status, RunStatus::Success);
    QCOMPARE(rows(Side::Local, "t"), QByteArray("1|r 3|l 5|a 8|l 9|r").split(' '));
    QCOMPARE(rows(Side::Remote, "t"), rows(Side::Local, "t"));
    nothingIsOpen();
}

void TestSkippedKinds::dryRunTellsTheSame()
{
    begin(
        "CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(9)); INSERT INTO t VALUES (1,'a'),(2,'a');");
    m_pair->run(Side::Remote, "UPDATE t SET v='r' WHERE id=1; DELETE FROM t WHERE id=2;");
    const QStringList deletes{QStringLiteral("deletes")};
    const SyncReport dry = run(deletes, true);
    QCOMPARE(dry.remoteToLocal(), (ChangeCounts{0, 1, 0}));
    QCOMPARE(dry.leftOut(), 1);
    QCOMPARE(dry.tables.front().changes.size(), std::size_t(1));
    QCOMPARE(run(deletes).remoteToLocal(), dry.remoteToLocal());
}

void TestSkippedKinds::childOfASkippedParentWaits()
{
    begin("CREATE TABLE parent (id INT PRIMARY KEY, v INT);"
          "CREATE TABLE child (id INT PRIMARY KEY, parent INT, "
          "FOREIGN KEY (parent) REFERENCES parent(id));"
          "INSERT INTO parent VALUES (1,1); INSERT INTO child VALUES (1,1),(2,1);");
    m_pair->run(Side::Remote,
                "INSERT INTO parent VALUES (2,2); UPDATE child SET parent=2 WHERE id=1;"
                "UPDATE child SET parent=NULL WHERE id=2;");
    const SyncReport report = run({QStringLiteral("inserts")});
    QVERIFY(!report.error && !report.tables[0].error && !report.tables[1].error);
    QCOMPARE(rows(Side::Local, "child"), QByteArray("1|1 2|NULL").split(' '));
    QCOMPARE(report.leftOut(), 2); // the parent, and the child that needs it
    nothingIsOpen();
    QCOMPARE(run({}).status, RunStatus::Success);
    QCOMPARE(rows(Side::Local, "child"), QByteArray("1|2 2|NULL").split(' '));
}

/// The delete of a parent needs its child's update. Whatever the policy, the parent does not come
/// back where it was deleted.
void TestSkippedKinds::parentOfASkippedChildStays()
{
    begin("CREATE TABLE parent (id INT PRIMARY KEY, v INT);"
          "CREATE TABLE child (id INT PRIMARY KEY, parent INT, "
          "FOREIGN KEY (parent) REFERENCES parent(id));"
          "INSERT INTO parent VALUES (1,1),(2,2); INSERT INTO child VALUES (1,1);");
    m_pair->run(Side::Remote,
                "UPDATE child SET parent=2 WHERE id=1; DELETE FROM parent WHERE id=1;");
    for (const Policy policy : {Policy::LocalWins, Policy::RemoteWins, Policy::Manual}) {
        const SyncReport report = run({QStringLiteral("updates")}, false, policy);
        QVERIFY(!report.error);
        QCOMPARE(report.leftOut(), 2);
        QCOMPARE(rows(Side::Remote, "parent"), QByteArrayList{"2|2"});
        QCOMPARE(rows(Side::Local, "parent"), QByteArray("1|1 2|2").split(' '));
    }
    nothingIsOpen();
    QCOMPARE(run({}).status, RunStatus::Success);
    QCOMPARE(rows(Side::Local, "parent"), QByteArrayList{"2|2"});
}

void TestSkippedKinds::cycleNeverDangles()
{
    begin("CREATE TABLE staff (id INT PRIMARY KEY, boss INT, "
          "FOREIGN KEY (boss) REFERENCES staff(id));"
          "INSERT INTO staff VALUES (1,NULL),(2,1),(3,1);");
    m_pair->run(Side::Remote, "INSERT INTO staff VALUES (4,1); UPDATE staff SET boss=4 WHERE id=2;"
                              "DELETE FROM staff WHERE id=3;");
    const SyncReport report = run({QStringLiteral("inserts")});
    QVERIFY(!report.error && !report.tables.front().error);
    QCOMPARE(rows(Side::Local, "staff"), QByteArray("1|NULL 2|1").split(' '));
    QCOMPARE(report.leftOut(), 2);
    QCOMPARE(run({}).status, RunStatus::Success);
    QCOMPARE(rows(Side::Local, "staff"), rows(Side::Remote, "staff"));
}

void TestSkippedKinds::emptyTargetIsNotLoaded()
{
    begin("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(9));");
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (1,'a'),(2,'b');");
    QCOMPARE(run({QStringLiteral("inserts-on-local")}).leftOut(), 2);
    QVERIFY(rows(Side::Local, "t").isEmpty());
    QCOMPARE(run({}).remoteToLocal().inserted, 2);
}

void TestSkippedKinds::guardCountsOnlyWhatIsDone()
{
    begin("CREATE TABLE t (id INT PRIMARY KEY); INSERT INTO t VALUES (1),(2),(3);");
    m_pair->run(Side::Remote, "DELETE FROM t;");
    QVERIFY(run({}).tables.front().error.has_value()); // the source is empty
    const SyncReport report = run({QStringLiteral("deletes-on-local")});
    QVERIFY(!report.tables.front().error);
    QCOMPARE(report.leftOut(), 3);
    QCOMPARE(rows(Side::Local, "t").size(), 3);
    QVERIFY(rows(Side::Remote, "t").isEmpty());
}

void TestSkippedKinds::tableWithoutAKeyIsLeftOut()
{
    m_pair->runBoth("CREATE TABLE log (v INT);");
    m_pair->run(Side::Remote, "INSERT INTO log VALUES (1),(2);");
    m_pair->run(Side::Local, "INSERT INTO log VALUES (3);");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    SyncRequest request;
    request.profile = m_pair->profile();
    request.type = SyncType::Full;
    request.direction = Direction::RemoteToLocal;
    request.allowMassDelete = true;
    QVERIFY(request.skipped.add(QStringLiteral("deletes")));
    ProgressMailbox mailbox;
    const SyncReport report = runSync(request, {}, mailbox);
    QVERIFY(!report.tables.front().error);
    QCOMPARE(report.leftOut(), 3);
    QCOMPARE(rows(Side::Local, "log"), QByteArrayList{"3"});
}

QTEST_GUILESS_MAIN(TestSkippedKinds)
#include "tst_skipped_kinds.moc"
