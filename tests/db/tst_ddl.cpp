// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody changes the structure of a table while a run is going: the table ends there with a clear
// error, nothing is agreed on by the old structure, other tables go on, and the next run is right.
#include "sync/core/fault_point.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

#include <thread>

using namespace causeway;
using namespace causeway::test;

namespace {

/// What to do when the run comes to a point for the n-th time.
struct Meanwhile {
    FaultPoint point = FaultPoint::Count;
    int left = 0;
    std::function<void()> work;
};
Meanwhile g_meanwhile;

void hook(FaultPoint point)
{
    if (point == g_meanwhile.point && --g_meanwhile.left == 0)
        g_meanwhile.work();
}

} // namespace

class TestDdl final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup();

    void structureChangesBetweenLooks_data();
    void structureChangesBetweenLooks();
    void structureStandsWhileRowsAreWritten();
    void conflictsOfAnotherKeyAreSuperseded();
    void retypedKeyKeepsWhatIsKnown();
    void ledgerThatCannotBeRetypedNowStays();

private:
    SyncReport sync();
    SyncReport syncMeanwhile(FaultPoint point, int times, std::function<void()> work);
    [[nodiscard]] static const TableOutcome& outcome(const SyncReport& report, const char* table);

    std::unique_ptr<TwoSidedFixture> m_pair;
};

void TestDdl::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20), b INT) ENGINE=InnoDB;"
                    "CREATE TABLE other (id INT PRIMARY KEY, a VARCHAR(20)) ENGINE=InnoDB;"
                    "INSERT INTO t VALUES (1,'one',1),(2,'two',2),(3,'three',3);"
                    "INSERT INTO other VALUES (1,'one')");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QCOMPARE(sync().status, RunStatus::Success);
    m_pair->run(Side::Remote, "UPDATE t SET a='ONE' WHERE id=1; INSERT INTO t VALUES (4,'four',4);"
                              "UPDATE other SET a='ONE'");
    m_pair->run(Side::Local, "UPDATE t SET b=20 WHERE id=2");
}

void TestDdl::cleanup()
{
    setFaultHook(nullptr);
    m_pair.reset();
}

SyncReport TestDdl::sync()
{
    SyncRequest request;
    request.profile = m_pair->profile();
    request.allowMassDelete = true;
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

SyncReport TestDdl::syncMeanwhile(FaultPoint point, int times, std::function<void()> work)
{
    g_meanwhile = {point, times, std::move(work)};
    setFaultHook(&hook);
    const SyncReport report = sync();
    setFaultHook(nullptr);
    return report;
}

const TableOutcome& TestDdl::outcome(const SyncReport& report, const char* table)
{
    static const TableOutcome none;
    const auto found =
        std::find_if(report.tables.begin(), report.tables.end(), [&](const TableOutcome& entry) {
            return entry.table == QLatin1String(table);
        });
    return found == report.tables.end() ? none : *found;
}

void TestDdl::structureChangesBetweenLooks_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<FaultPoint>("point");
    QTest::addColumn<int>("look"); ///< at the beginning of which look of the run
    QTest::addColumn<bool>("both");
    QTest::addColumn<int>("waiting"); ///< conflicts of the next run, unless all was copied before
    const struct {
        const char* name;
        const char* sql;
        int waiting = 2;
    } changes[]{
        {"column added", "ALTER TABLE t ADD c INT NOT NULL DEFAULT 7"},
        {"column dropped", "ALTER TABLE t DROP b", 1},
        {"column widened", "ALTER TABLE t MODIFY a VARCHAR(40)"},
        {"column renamed", "ALTER TABLE t CHANGE b bb INT"},
        {"key changed", "ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (id, a)", 3},
        {"table dropped", "DROP TABLE t"},
    };
    for (const auto& change : changes) {
        for (const bool both : {true, false}) {
            const char* where = both ? "both sides" : "one side";
            QTest::addRow("%s on %s, planned already", change.name, where)
                << QByteArray(change.sql) << FaultPoint::SnapshotBefore << 1 << both
                << change.waiting;
            for (const int look : {1, 2}) // the snapshots stand, nothing was read in them
                QTest::addRow("%s on %s, look %d", change.name, where, look)
                    << QByteArray(change.sql) << FaultPoint::SnapshotAfter << look << both
                    << change.waiting;
        }
    }
}

void TestDdl::structureChangesBetweenLooks()
{
    QFETCH(QByteArray, change);
    QFETCH(FaultPoint, point);
    QFETCH(int, look);
    QFETCH(bool, both);
    QFETCH(int, waiting);
    const SyncReport report = syncMeanwhile(point, look, [&] {
        for (const Side side : {Side::Local, Side::Remote}) {
            if (both || side == Side::Local)
                m_pair->run(side, change);
        }
    });
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->message()) : "");
    QCOMPARE(report.status, RunStatus::Partial);
    QVERIFY(outcome(report, "t").error.has_value());
    const QString code = errorCodeText(outcome(report, "t").error->code);
    QVERIFY2(code == u"SYNC_001", qPrintable(outcome(report, "t").error->message()));
    QVERIFY(!outcome(report, "t").verified);
    QCOMPARE(outcome(report, "other").status, RunStatus::Success);
    QCOMPARE(m_pair->value(Side::Local, "SELECT a FROM other"), QByteArray("ONE"));

    const SyncReport next = sync();
    if (!both || change.startsWith("DROP")) {
        QVERIFY(outcome(next, "t").error.has_value());
        return;
    }
    // Digests of the old structure prove nothing: what had not been copied waits for a person.
    QVERIFY(!outcome(next, "t").error);
    QCOMPARE(outcome(next, "t").openConflicts, look == 2 ? 0 : waiting);
    QCOMPARE(m_pair->value(Side::Remote, "SELECT a FROM t WHERE id=1"), QByteArray("ONE"));
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM t"), QByteArray("4"));
}

/// While rows are written, the run's snapshots keep the structure: a change has to wait.
void TestDdl::structureStandsWhileRowsAreWritten()
{
    QList<int> answers;
    const SyncReport report = syncMeanwhile(FaultPoint::WriteBefore, 1, [&] {
        for (const Side side : {Side::Local, Side::Remote}) {
            Connection& user = m_pair->on(side);
            (void)user.execute("SET SESSION lock_wait_timeout=1");
            const auto done = user.execute("ALTER TABLE t ADD c INT NOT NULL DEFAULT 7");
            answers << (done ? 0 : done.error().serverCode);
        }
    });
    QCOMPARE(report.status, RunStatus::Success);
    QCOMPARE(answers, (QList<int>{1205, 1205}));
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")),
             m_pair->dump(Side::Remote, QStringLiteral("t")));
}

void TestDdl::conflictsOfAnotherKeyAreSuperseded()
{
    QCOMPARE(sync().status, RunStatus::Success);
    m_pair->run(Side::Remote, "UPDATE t SET a='theirs' WHERE id=1");
    m_pair->run(Side::Local, "UPDATE t SET a='mine' WHERE id=1");
    QCOMPARE(outcome(sync(), "t").openConflicts, 1);
    const qint64 id =
        m_pair->value(Side::Local, "SELECT MAX(id) FROM db_sync_conflict").toLongLong();
    m_pair->runBoth("ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (id, b)");
    ConflictDecision decision;
    decision.conflictId = id;
    decision.use = Settlement::Remote;
    const auto decided =
        resolveConflicts(m_pair->profile(), {decision}, QStringLiteral("tester"), {});
    QVERIFY(decided.ok() && !decided->front().applied);
    QCOMPARE(errorCodeText(decided->front().error->code), QStringLiteral("SYNC_014"));
    QCOMPARE(m_pair->value(Side::Local, "SELECT a FROM t WHERE id=1"), QByteArray("mine"));

    const SyncReport next = sync();
    QVERIFY2(!outcome(next, "t").error,
             outcome(next, "t").error ? qPrintable(outcome(next, "t").error->message()) : "");
    QCOMPARE(outcome(next, "t").openConflicts, 1); // found anew, under the new key
    const QByteArray old = QByteArray::number(id);
    QCOMPARE(m_pair->rows(Side::Local, "SELECT state, settled_how, settled_by FROM "
                                       "db_sync_conflict WHERE id=" +
                                           old),
             (QByteArrayList{"SETTLED|NULL|the row key changed"}));
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM t"), QByteArray("4"));
}

/// The key has the same columns, of wider types: the ledger still knows which rows there were, so
/// that a delete is not undone. Its digests prove nothing any more: a person decides.
void TestDdl::retypedKeyKeepsWhatIsKnown()
{
    m_pair->runBoth("CREATE TABLE k (name VARCHAR(10) CHARACTER SET utf8mb4 PRIMARY KEY, v INT) "
                    "ENGINE=InnoDB; INSERT INTO k VALUES ('a',1),('b',2)");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QVERIFY(!outcome(sync(), "k").error);
    m_pair->runBoth("ALTER TABLE k MODIFY name VARCHAR(200) CHARACTER SET utf8mb4");
    const QByteArray longName(150, 'x');
    m_pair->run(Side::Remote,
                "DELETE FROM k WHERE name='a'; INSERT INTO k VALUES ('" + longName + "',3)");
    const SyncReport report = sync();
    QVERIFY2(!outcome(report, "k").error,
             outcome(report, "k").error ? qPrintable(outcome(report, "k").error->message()) : "");
    QCOMPARE(outcome(report, "k").remoteToLocal, (ChangeCounts{1, 0, 0}));
    QCOMPARE(outcome(report, "k").localToRemote, ChangeCounts{});
    QCOMPARE(m_pair->rows(Side::Local, "SELECT kind FROM db_sync_conflict WHERE table_name='k'"),
             (QByteArrayList{"DELETE_UPDATE"}));
}

/// The statement that gives the ledger the new type is killed, as a cancelled run's would be: that
/// is no reason to forget what the ledger knows.
void TestDdl::ledgerThatCannotBeRetypedNowStays()
{
    QCOMPARE(sync().status, RunStatus::Success);
    const QByteArray ledger = m_pair->value(
        Side::Local,
        "SELECT CONCAT('db_sync_ledger_', id) FROM db_sync_config WHERE table_name='t'");
    const QByteArray known = m_pair->value(Side::Local, "SELECT COUNT(*) FROM " + ledger);
    m_pair->runBoth("ALTER TABLE t MODIFY id BIGINT NOT NULL");
    m_pair->run(Side::Local, "START TRANSACTION; SELECT COUNT(*) FROM " + ledger);
    std::thread killer([&] {
        auto connection = Connection::open(m_pair->profile().local, Side::Local);
        require(connection ? okStatus() : Status(connection.error()), QStringLiteral("a killer"));
        const QByteArray altering = "SELECT id FROM information_schema.processlist WHERE info LIKE "
                                    "'ALTER TABLE `" +
                                    ledger + "`%'";
        const auto find = [&](const QByteArray& condition) {
            auto found = connection->query(altering + condition);
            require(found ? okStatus() : Status(found.error()), QStringLiteral("processes"));
            return std::move(found->rows);
        };
        // A statement that does not wait yet might not notice; one that gets its lock might go on.
        std::vector<Cells> waiting;
        while (waiting.empty())
            waiting = find(" AND state LIKE 'Waiting for table metadata%'");
        (void)connection->execute("KILL QUERY " + *waiting.front().at(0));
        while (!find({}).empty()) {
        }
        m_pair->run(Side::Local, "COMMIT"); // nothing stands in the way of a DROP any more
    });
    const SyncReport held = sync();
    killer.join();
    QVERIFY(outcome(held, "t").error.has_value());
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM " + ledger), known);
    QVERIFY(!outcome(sync(), "t").error);
}

QTEST_MAIN(TestDdl)
#include "tst_ddl.moc"
