// SPDX-License-Identifier: GPL-3.0-or-later
// Tables without a row key: mirrored in one direction as what they are, multisets of rows.
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr auto kTable = u"log";

/// Rows "row <from>" to "row <to>", at most 10 000.
QByteArray numbered(int from, int to)
{
    const QByteArray digits = "(SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION "
                              "SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION "
                              "SELECT 8 UNION SELECT 9)";
    return "INSERT INTO log SELECT CONCAT('row ', n), n % 7, x'00ff', '2026-01-02 03:04:05.678901' "
           "FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM " +
           digits + " a, " + digits + " b, " + digits + " c, " + digits +
           " e) AS numbers WHERE n BETWEEN " + QByteArray::number(from) + " AND " +
           QByteArray::number(to) + ";";
}

} // namespace

class TestKeyless final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void emptyTargetIsFilled();
    void differencesAreCounted();
    void equalRowsAreCountedNotMerged();
    void previewTellsTheRun();
    void guardStopsMassDeletes();
    void guardStopsAnEmptySource();
    void refusedRowIsSetAside();
    void usersOfTheTargetAreNotOverrun();
    void comparisonCounts();
    void onlyOneWayFull_data();
    void onlyOneWayFull();
    void whatCannotBeMirrored_data();
    void whatCannotBeMirrored();
    void triggerOfTheTargetIsNotHidden();
    void manyRowsGoInPortions();

private:
    SyncRequest request(bool toLocal) const;
    SyncReport sync(bool toLocal, bool allowed = false);
    const TableOutcome& outcome(const SyncReport& report) const;
    void expectEqual();
    void expectSilence(bool toLocal);

    std::unique_ptr<TwoSidedFixture> m_pair;
};

void TestKeyless::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE log (what VARCHAR(100) CHARACTER SET utf8mb4, n INT, b BLOB, "
                    "at DATETIME(6), KEY (n)) ENGINE=InnoDB");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
}

SyncRequest TestKeyless::request(bool toLocal) const
{
    SyncRequest request;
    request.profile = m_pair->profile();
    request.type = SyncType::Full;
    request.direction = toLocal ? Direction::RemoteToLocal : Direction::LocalToRemote;
    return request;
}

SyncReport TestKeyless::sync(bool toLocal, bool allowed)
{
    SyncRequest wanted = request(toLocal);
    wanted.allowMassDelete = allowed;
    ProgressMailbox mailbox;
    return runSync(wanted, {}, mailbox);
}

const TableOutcome& TestKeyless::outcome(const SyncReport& report) const
{
    const auto found =
        std::find_if(report.tables.begin(), report.tables.end(),
                     [](const TableOutcome& table) { return table.table == kTable; });
    if (found == report.tables.end())
        qFatal("%s", report.error ? qPrintable(report.error->message()) : "no table");
    return *found;
}

void TestKeyless::expectEqual()
{
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("log")),
             m_pair->dump(Side::Remote, QStringLiteral("log")));
}

void TestKeyless::expectSilence(bool toLocal)
{
    const auto remote = m_pair->checksums(Side::Remote);
    m_pair->startCounting();
    const SyncReport report = sync(toLocal);
    QCOMPARE(report.status, RunStatus::Success);
    QVERIFY(outcome(report).verified);
    QCOMPARE(outcome(report).remoteToLocal.total() + outcome(report).localToRemote.total(), 0);
    QCOMPARE(m_pair->writes(Side::Remote).total(), 0);
    QCOMPARE(m_pair->checksums(Side::Remote), remote);
}

void TestKeyless::emptyTargetIsFilled()
{
    for (const bool toLocal : {true, false}) {
        const Side source = toLocal ? Side::Remote : Side::Local;
        m_pair->runBoth("DELETE FROM log");
        m_pair->run(source, numbered(1, 3000) + "INSERT INTO log VALUES (NULL, NULL, NULL, NULL), "
                                                "(NULL, NULL, NULL, NULL), ('', 0, '', NULL)");
        const SyncReport report = sync(toLocal);
        QCOMPARE(report.status, RunStatus::Success);
        const ChangeCounts counts =
            toLocal ? outcome(report).remoteToLocal : outcome(report).localToRemote;
        QCOMPARE(counts, (ChangeCounts{3003, 0, 0}));
        QVERIFY(outcome(report).verified);
        expectEqual();
        expectSilence(toLocal);
    }
}

void TestKeyless::differencesAreCounted()
{
    m_pair->runBoth(numbered(1, 500));
    for (const bool toLocal : {true, false}) {
        const Side source = toLocal ? Side::Remote : Side::Local;
        m_pair->run(source, "UPDATE log SET n = 100 WHERE what = 'row 7' OR what = 'row 8';"
                            "DELETE FROM log WHERE what = 'row 9';" +
                                numbered(600, 602));
        m_pair->run(otherSide(source), "INSERT INTO log VALUES ('only here', 1, NULL, NULL)");
        const SyncReport report = sync(toLocal);
        QCOMPARE(report.status, RunStatus::Success);
        const ChangeCounts counts =
            toLocal ? outcome(report).remoteToLocal : outcome(report).localToRemote;
        QCOMPARE(counts, (ChangeCounts{5, 0, 4}));
        expectEqual();
        expectSilence(toLocal);
        m_pair->runBoth("DELETE FROM log;" + numbered(1, 500));
    }
}

// XOR digests of two equal rows cancel out: only counting tells 1 of them from 3.
void TestKeyless::equalRowsAreCountedNotMerged()
{
    const QByteArray row = "INSERT INTO log VALUES ('twin', 1, NULL, NULL);";
    const QByteArray other = "INSERT INTO log VALUES ('other', 2, NULL, NULL);";
    m_pair->run(Side::Remote, row + row + row + other + other);
    m_pair->run(Side::Local, row + other + other + other + other);
    const SyncReport report = sync(true);
    QCOMPARE(report.status, RunStatus::Success);
    QCOMPARE(outcome(report).remoteToLocal, (ChangeCounts{2, 0, 2}));
    expectEqual();
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM log WHERE what = 'twin'"),
             QByteArray("3"));
    expectSilence(true);
}

void TestKeyless::previewTellsTheRun()
{
    m_pair->runBoth(numbered(1, 100));
    m_pair->run(Side::Remote, "DELETE FROM log WHERE what = 'row 3';"
                              "INSERT INTO log VALUES ('new', 1, NULL, NULL)");
    SyncRequest wanted = request(true);
    wanted.dryRun = true;
    ProgressMailbox mailbox;
    const auto before = m_pair->checksums(Side::Local);
    const SyncReport dry = runSync(wanted, {}, mailbox);
    QCOMPARE(m_pair->checksums(Side::Local), before);
    QCOMPARE(outcome(dry).remoteToLocal, (ChangeCounts{1, 0, 1}));
    QCOMPARE(outcome(dry).changes.size(), std::size_t{2});
    const PlannedChange& deleted = outcome(dry).changes.at(0);
    QCOMPARE(deleted.action, RowAction::Delete);
    QCOMPARE(*deleted.before->find(QStringLiteral("what")), Cell(QByteArray("row 3")));
    QVERIFY(!deleted.after);
    const PlannedChange& inserted = outcome(dry).changes.at(1);
    QCOMPARE(inserted.action, RowAction::Insert);
    QCOMPARE(*inserted.after->find(QStringLiteral("what")), Cell(QByteArray("new")));
    const SyncReport run = sync(true);
    QCOMPARE(outcome(run).remoteToLocal, outcome(dry).remoteToLocal);

    m_pair->run(Side::Local, "DELETE FROM log");
    const SyncReport whole = runSync(wanted, {}, mailbox);
    QCOMPARE(outcome(whole).remoteToLocal, (ChangeCounts{100, 0, 0}));
    QCOMPARE(outcome(whole).changes.size(), std::size_t{100});
}

void TestKeyless::guardStopsMassDeletes()
{
    m_pair->runBoth(numbered(1, 400));
    m_pair->run(Side::Remote, "DELETE FROM log WHERE n < 2");
    const auto before = m_pair->dump(Side::Local, QStringLiteral("log"));
    const SyncReport report = sync(true);
    QVERIFY(outcome(report).error.has_value());
    QCOMPARE(errorCodeText(outcome(report).error->code), QStringLiteral("SYNC_007"));
    QVERIFY(outcome(report).error->message().contains(QStringLiteral("of 400 rows on local")));
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("log")), before);
    QCOMPARE(sync(true, true).status, RunStatus::Success);
    expectEqual();
}

void TestKeyless::guardStopsAnEmptySource()
{
    m_pair->run(Side::Local, numbered(1, 3));
    const SyncReport report = sync(true);
    QCOMPARE(errorCodeText(outcome(report).error->code), QStringLiteral("SYNC_007"));
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM log"), QByteArray("3"));
}

void TestKeyless::refusedRowIsSetAside()
{
    m_pair->runBoth(numbered(1, 50));
    m_pair->run(Side::Local, "ALTER TABLE log ADD CONSTRAINT small CHECK (n < 1000)");
    m_pair->run(Side::Remote, numbered(100, 140) + "UPDATE log SET n = 5000 WHERE what = 'row 120';"
                                                   "UPDATE log SET n = 5001 WHERE what = 'row 5'");
    const SyncReport report = sync(true);
    QCOMPARE(report.status, RunStatus::Partial);
    QCOMPARE(exitCodeFor(report), 1);
    QCOMPARE(outcome(report).rejected, 2);
    QVERIFY2(report.warnings.join(u' ').contains(QStringLiteral("small")),
             qPrintable(report.warnings.join(u'\n')));
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM log"), QByteArray("89"));
    m_pair->run(Side::Local, "ALTER TABLE log DROP CONSTRAINT small");
    QCOMPARE(sync(true).status, RunStatus::Success);
    expectEqual();
}

// Somebody works on the target while the run goes: what the look did not see is not guessed at, and
// once they are quiet both sides are equal.
void TestKeyless::usersOfTheTargetAreNotOverrun()
{
    m_pair->runBoth(numbered(1, 2000));
    m_pair->run(Side::Remote, "UPDATE log SET n = n + 10 WHERE n IN (1, 2)");
    std::atomic<bool> ended{false};
    std::thread user([&] {
        auto connection = Connection::open(m_pair->profile().local, Side::Local);
        require(connection ? okStatus() : Status(connection.error()), QStringLiteral("a user"));
        while (!ended)
            (void)connection->execute("INSERT INTO log VALUES ('mine', 1, NULL, NULL)");
    });
    const SyncReport report = sync(true, true);
    ended = true;
    user.join();
    QVERIFY(!report.error && !outcome(report).error);
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM log WHERE what LIKE 'row%'"),
             QByteArray("2000"));
    QCOMPARE(sync(true, true).status, RunStatus::Success);
    expectEqual();
}

void TestKeyless::comparisonCounts()
{
    m_pair->runBoth(numbered(1, 20));
    m_pair->run(Side::Remote, "UPDATE log SET n = 100 WHERE what = 'row 1';" + numbered(30, 32));
    auto report = comparePair(m_pair->profile(), {}, {});
    QVERIFY(report.ok());
    const TableComparison& table = report->tables.at(0);
    QVERIFY2(!table.error, table.error ? qPrintable(table.error->message()) : "");
    QVERIFY(!report->equal && !table.equal);
    QCOMPARE(table.onlyRemote, 4);
    QCOMPARE(table.onlyLocal, 1);
    QCOMPARE(table.remoteRows, 23);
    QCOMPARE(table.localRows, 20);
    QCOMPARE(sync(true).status, RunStatus::Success);
    report = comparePair(m_pair->profile(), {}, {});
    QVERIFY(report->equal);
}

void TestKeyless::onlyOneWayFull_data()
{
    QTest::addColumn<SyncType>("type");
    QTest::addColumn<Direction>("direction");
    QTest::newRow("full both") << SyncType::Full << Direction::Both;
    QTest::newRow("incremental") << SyncType::Incremental << Direction::RemoteToLocal;
    QTest::newRow("incremental both") << SyncType::Incremental << Direction::Both;
}

void TestKeyless::onlyOneWayFull()
{
    QFETCH(SyncType, type);
    QFETCH(Direction, direction);
    m_pair->run(Side::Remote, numbered(1, 3));
    SyncRequest wanted = request(true);
    wanted.type = type;
    wanted.direction = direction;
    ProgressMailbox mailbox;
    const SyncReport report = runSync(wanted, {}, mailbox);
    QCOMPARE(errorCodeText(outcome(report).error->code), QStringLiteral("SYNC_006"));
    QVERIFY(outcome(report).error->message().contains(QStringLiteral("FULL")));
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM log"), QByteArray("0"));
}

void TestKeyless::whatCannotBeMirrored_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("says");
    QTest::newRow("floating point")
        << QByteArray("ALTER TABLE log ADD f DOUBLE") << QStringLiteral("floating-point");
    QTest::newRow("JSON") << QByteArray("ALTER TABLE log ADD j JSON") << QStringLiteral("JSON");
    QTest::newRow("referenced")
        << QByteArray("ALTER TABLE log ADD u INT NULL UNIQUE; CREATE TABLE child (id INT PRIMARY "
                      "KEY, u INT, CONSTRAINT to_log FOREIGN KEY (u) REFERENCES log (u)) "
                      "ENGINE=InnoDB")
        << QStringLiteral("to_log");
}

void TestKeyless::whatCannotBeMirrored()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, says);
    m_pair->runBoth(change);
    m_pair->run(Side::Remote, "INSERT INTO log (what) VALUES ('x')");
    const SyncReport report = sync(true);
    QCOMPARE(errorCodeText(outcome(report).error->code), QStringLiteral("SYNC_006"));
    QVERIFY2(outcome(report).error->message().contains(says),
             qPrintable(outcome(report).error->message()));
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM log"), QByteArray("0"));
}

// Nothing tells a row that a trigger has changed from a user's row: the run must not claim to have
// put the table in step.
void TestKeyless::triggerOfTheTargetIsNotHidden()
{
    m_pair->run(Side::Local, "CREATE TRIGGER shout BEFORE INSERT ON log FOR EACH ROW "
                             "SET NEW.what = UPPER(NEW.what)");
    m_pair->run(Side::Remote, numbered(1, 5));
    const SyncReport report = sync(true);
    QCOMPARE(report.status, RunStatus::Partial);
    QVERIFY(!outcome(report).verified);
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM log"), QByteArray("5"));
}

void TestKeyless::manyRowsGoInPortions()
{
    SyncRequest wanted = request(false);
    wanted.allowMassDelete = true;
    wanted.limits.batchRows = 50;
    ProgressMailbox mailbox;
    m_pair->run(Side::Local, numbered(1, 900));
    m_pair->run(Side::Remote,
                numbered(500, 990) + numbered(600, 990) + numbered(600, 990) + numbered(950, 999));
    for (int doubling = 0; doubling < 15; ++doubling) // 32 768 equal rows: more than one delete
        m_pair->run(Side::Remote, "INSERT INTO log SELECT * FROM log WHERE what = 'row 999'");
    const SyncReport report = runSync(wanted, {}, mailbox);
    QCOMPARE(report.status, RunStatus::Success);
    expectEqual();
    expectSilence(false);
}

QTEST_MAIN(TestKeyless)
#include "tst_keyless.moc"
