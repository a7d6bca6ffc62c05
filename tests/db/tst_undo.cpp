// SPDX-License-Identifier: GPL-3.0-or-later
// A run is undone: both sides, and what is remembered of them, are as they were before it, except
// for rows that were changed since, which are named.
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr auto kMe = "operator";

QByteArray numbers(int first, int count)
{
    return "(SELECT " + QByteArray::number(first) +
           " + a.n + 100 * b.n AS id FROM (WITH RECURSIVE d AS (SELECT 0 AS n UNION ALL SELECT n + "
           "1 FROM d WHERE n < 99) SELECT n FROM d) a, (WITH RECURSIVE d AS (SELECT 0 AS n UNION "
           "ALL SELECT n + 1 FROM d WHERE n < 99) SELECT n FROM d) b HAVING id < " +
           QByteArray::number(first + count) + ") AS numbers";
}

} // namespace

class TestUndo final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void tenThousandChangesAndFiftyEditsSince();
    void theNextRunDoesTheSameAgain();
    void anUndoCanBeUndone();
    void rowsOfParentsAndChildren();
    void rowsThatReferToThemselves();
    void aRowThatLostComesBack();
    void decisionsOfAPerson();
    void aKeyThatChangedItsCase();
    void whatTheRemoteNeverCommittedIsForgotten();
    void aRunBeyondTheLimitIsNotUndoneByHalves();
    void aVeryLargeRowIsNamed();
    void aLoadedTableIsLeftAsItIs();
    void changedStructureIsRefused();
    void oldRunsAreForgotten();
    void unknownRun();

private:
    SyncReport sync(Policy policy = Policy::Manual, UndoLimits limits = {});
    UndoReport undo(const QString& runId, bool dryRun = false);
    [[nodiscard]] QByteArrayList both(const QString& table)
    {
        return m_pair->dump(Side::Remote, table) + QByteArrayList{"--"} +
               m_pair->dump(Side::Local, table);
    }
    [[nodiscard]] QByteArray count(const char* from)
    {
        return m_pair->value(Side::Local, QByteArray("SELECT COUNT(*) FROM ") + from);
    }

    std::unique_ptr<TwoSidedFixture> m_pair;
};

void TestUndo::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50), data BLOB, at "
                    "DATETIME(6)) ENGINE=InnoDB;"
                    "INSERT INTO t VALUES (1,'one',x'00ff',NULL),(2,'two','','2026-01-02 "
                    "03:04:05.000006'),(3,NULL,NULL,NULL)");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QCOMPARE(sync().status, RunStatus::Success);
}

SyncReport TestUndo::sync(Policy policy, UndoLimits limits)
{
    SyncRequest request;
    request.profile = m_pair->profile();
    request.policy = policy;
    request.allowMassDelete = true;
    request.limits.undo = limits;
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

UndoReport TestUndo::undo(const QString& runId, bool dryRun)
{
    auto report = undoRun(m_pair->profile(), runId, dryRun, QLatin1String(kMe), {});
    if (report)
        return *report;
    qWarning("%s", qPrintable(report.error().message()));
    return {};
}

void TestUndo::tenThousandChangesAndFiftyEditsSince()
{
    m_pair->run(Side::Remote,
                "INSERT INTO t SELECT id, CONCAT('row ', id), REPEAT('b', id % 50), NULL FROM " +
                    numbers(1000, 9000));
    QCOMPARE(sync().status, RunStatus::Success);
    m_pair->run(Side::Remote, "UPDATE t SET name = CONCAT('new ', id) WHERE id BETWEEN 1000 AND "
                              "3999; DELETE FROM t WHERE id BETWEEN 4000 AND 4999; INSERT INTO t "
                              "SELECT id, 'from remote', NULL, NOW(6) FROM " +
                                  numbers(20000, 1000));
    m_pair->run(Side::Local, "UPDATE t SET data = 'local' WHERE id BETWEEN 5000 AND 7999; DELETE "
                             "FROM t WHERE id BETWEEN 8000 AND 8999; INSERT INTO t SELECT id, "
                             "'from local', NULL, NOW(6) FROM " +
                                 numbers(30000, 1000));
    const QByteArrayList before = both(QStringLiteral("t"));
    const SyncReport run = sync();
    QCOMPARE(run.status, RunStatus::Success);
    const ChangeCounts& down = run.tables.at(0).remoteToLocal;
    QCOMPARE(down.total() + run.tables.at(0).localToRemote.total(), 10'000);
    QCOMPARE(m_pair->dump(Side::Remote, QStringLiteral("t")),
             m_pair->dump(Side::Local, QStringLiteral("t")));

    const UndoReport told = undo(run.runId, true);
    QCOMPARE(told.leftRows(), 0);
    const QByteArray edit = "UPDATE t SET name = 'since' WHERE ";
    m_pair->run(Side::Local, edit + "id BETWEEN 1010 AND 1034");
    m_pair->run(Side::Remote, edit + "id BETWEEN 5010 AND 5034; DELETE FROM t WHERE id BETWEEN "
                                     "30000 AND 30009");
    const UndoReport preview = undo(run.runId, true);
    const UndoReport done = undo(run.runId);
    QVERIFY(!done.tables.empty());
    const UndoneTable& table = done.tables.at(0);
    QVERIFY(!table.error);
    // Rows that the remote has lost since are as before the run: nothing is to be done for them.
    QCOMPARE(table.leftRows, 50);
    QCOMPARE(table.left.size(), std::size_t(50));
    for (const LeftRow& left : table.left)
        QVERIFY(left.why.isEmpty());
    QCOMPARE(preview.tables.at(0).leftRows, 50);
    QCOMPARE(preview.tables.at(0).local, table.local);
    QCOMPARE(preview.tables.at(0).remote, table.remote);
    QCOMPARE(table.local, (ChangeCounts{1000, 2975, 1000}));
    QCOMPARE(table.remote, (ChangeCounts{1000, 2975, 990}));

    const auto edited = [](const QByteArray& row) { return row.contains("since"); };
    QByteArrayList now = both(QStringLiteral("t"));
    QCOMPARE(std::count_if(now.begin(), now.end(), edited), 50);
    QByteArrayList changed;
    for (const QByteArray& row : before) {
        if (!now.contains(row))
            changed << row;
    }
    QCOMPARE(now.size(), before.size());
    QCOMPARE(changed.size(), 50);
}

void TestUndo::theNextRunDoesTheSameAgain()
{
    m_pair->run(Side::Remote, "UPDATE t SET name='ONE' WHERE id=1; DELETE FROM t WHERE id=2; "
                              "INSERT INTO t VALUES (9,'nine',NULL,NULL)");
    const QByteArrayList before = both(QStringLiteral("t"));
    const SyncReport run = sync();
    const QByteArrayList after = both(QStringLiteral("t"));
    QVERIFY(undo(run.runId).complete());
    QCOMPARE(both(QStringLiteral("t")), before);
    QVERIFY(undo(run.runId).complete()); // nothing is left to be done
    QCOMPARE(both(QStringLiteral("t")), before);
    const SyncReport again = sync();
    QCOMPARE(again.status, RunStatus::Success);
    QCOMPARE(again.tables.at(0).remoteToLocal, run.tables.at(0).remoteToLocal);
    QCOMPARE(again.tables.at(0).localToRemote.total(), 0);
    QCOMPARE(both(QStringLiteral("t")), after);
    QCOMPARE(count("db_sync_conflict"), "0");
}

void TestUndo::anUndoCanBeUndone()
{
    m_pair->run(Side::Local, "UPDATE t SET name='ONE' WHERE id=1; DELETE FROM t WHERE id=2");
    const SyncReport run = sync();
    const QByteArrayList after = both(QStringLiteral("t"));
    const UndoReport undone = undo(run.runId);
    QCOMPARE(undone.tables.at(0).remote, (ChangeCounts{1, 1, 0}));
    QVERIFY(both(QStringLiteral("t")) != after);
    QVERIFY(undo(undone.undoRunId).complete());
    QCOMPARE(both(QStringLiteral("t")), after);
    QCOMPARE(sync().tables.at(0).localToRemote.total(), 0);
}

void TestUndo::rowsOfParentsAndChildren()
{
    m_pair->runBoth(
        "CREATE TABLE p (id INT PRIMARY KEY) ENGINE=InnoDB; CREATE TABLE c (id INT "
        "PRIMARY KEY, p INT NOT NULL, FOREIGN KEY (p) REFERENCES p (id)) "
        "ENGINE=InnoDB; INSERT INTO p VALUES (1),(2); INSERT INTO c VALUES (1,1),(2,2)");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QCOMPARE(sync().status, RunStatus::Success);
    m_pair->run(Side::Remote, "DELETE FROM c WHERE id=2; DELETE FROM p WHERE id=2; INSERT INTO p "
                              "VALUES (3),(4); INSERT INTO c VALUES (3,3),(4,4)");
    const QByteArrayList before = both(QStringLiteral("p")) + both(QStringLiteral("c"));
    const SyncReport run = sync();
    QCOMPARE(run.status, RunStatus::Success);
    m_pair->run(Side::Local, "INSERT INTO c VALUES (9, 4)"); // somebody needs the parent now
    const UndoReport done = undo(run.runId);
    QCOMPARE(done.leftRows(), 1);
    const auto parents = std::find_if(done.tables.begin(), done.tables.end(),
                                      [](const auto& table) { return table.table == u"p"; });
    QCOMPARE(parents->left.at(0).key.cells.at(0), Cell("4"));
    QVERIFY(!parents->left.at(0).why.isEmpty());
    m_pair->run(Side::Local, "DELETE FROM c WHERE id=9");
    QVERIFY(undo(run.runId).complete());
    QCOMPARE(both(QStringLiteral("p")) + both(QStringLiteral("c")), before);
}

void TestUndo::rowsThatReferToThemselves()
{
    m_pair->runBoth("CREATE TABLE tree (id INT PRIMARY KEY, up INT, FOREIGN KEY (up) REFERENCES "
                    "tree (id)) ENGINE=InnoDB; INSERT INTO tree VALUES (1,NULL),(2,1),(3,2)");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QCOMPARE(sync().status, RunStatus::Success);
    m_pair->run(Side::Remote, "DELETE FROM tree WHERE id=3; DELETE FROM tree WHERE id=2; INSERT "
                              "INTO tree VALUES (7,1),(6,7),(8,6)");
    const QByteArrayList before = both(QStringLiteral("tree"));
    const SyncReport run = sync();
    QCOMPARE(run.status, RunStatus::Success);
    QVERIFY(undo(run.runId).complete());
    QCOMPARE(both(QStringLiteral("tree")), before);
}

void TestUndo::aRowThatLostComesBack()
{
    m_pair->run(Side::Remote, "UPDATE t SET name='remote' WHERE id=1; UPDATE t SET name='kept' "
                              "WHERE id=2");
    m_pair->run(Side::Local, "UPDATE t SET name='local' WHERE id=1; DELETE FROM t WHERE id=2");
    const QByteArrayList before = both(QStringLiteral("t"));
    const SyncReport run = sync(Policy::RemoteWins);
    QCOMPARE(m_pair->value(Side::Local, "SELECT name FROM t WHERE id=1"), "remote");
    QVERIFY(undo(run.runId).complete());
    QCOMPARE(both(QStringLiteral("t")), before);
    QCOMPARE(sync(Policy::Manual).tables.at(0).openConflicts, 2); // both are news again
    QCOMPARE(both(QStringLiteral("t")), before);
}

/// Remote, local and merged: the rows are as they were, and wait for a decision again.
void TestUndo::decisionsOfAPerson()
{
    m_pair->run(Side::Remote, "UPDATE t SET name=CONCAT('remote ', id)");
    m_pair->run(Side::Local, "UPDATE t SET name=CONCAT('local ', id)");
    QCOMPARE(sync().tables.at(0).openConflicts, 3);
    const QByteArrayList before = both(QStringLiteral("t"));
    std::vector<ConflictDecision> decisions;
    for (const qint64 id : {1, 2, 3})
        decisions.push_back({id});
    decisions[1].use = Settlement::Local;
    decisions[2].use = Settlement::Merged;
    decisions[2].merged = {{QStringLiteral("name")}, {Cell("merged")}};
    const auto outcomes = resolveConflicts(m_pair->profile(), decisions, QLatin1String(kMe), {});
    QVERIFY(outcomes.ok());
    for (const DecisionOutcome& outcome : *outcomes)
        QVERIFY(outcome.applied);
    const QByteArrayList decided = both(QStringLiteral("t"));
    QVERIFY(decided != before);
    const auto runs = undoableRuns(m_pair->profile().local);
    QCOMPARE(runs->size(), std::size_t(1));
    QCOMPARE(runs->front().rows, 4); // a merged row is written to both sides
    QCOMPARE(m_pair->value(Side::Local, "SELECT error_message FROM db_sync_log WHERE run_id = '" +
                                            runs->front().runId.toUtf8() + "'"),
             "conflict decisions applied: 3, by operator");
    QVERIFY(undo(runs->front().runId).complete());
    QCOMPARE(both(QStringLiteral("t")), before);
    QCOMPARE(sync().tables.at(0).openConflicts, 3);
    QCOMPARE(both(QStringLiteral("t")), before);
}

void TestUndo::aKeyThatChangedItsCase()
{
    m_pair->runBoth("CREATE TABLE words (word VARCHAR(20) PRIMARY KEY, n INT) ENGINE=InnoDB "
                    "CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci; INSERT INTO words VALUES "
                    "('house',1),('tree',2)");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QCOMPARE(sync().status, RunStatus::Success);
    m_pair->run(Side::Local, "UPDATE words SET word='House', n=5 WHERE word='house'");
    const QByteArrayList before = both(QStringLiteral("words"));
    const SyncReport run = sync();
    QCOMPARE(run.status, RunStatus::Success);
    QVERIFY(undo(run.runId).complete());
    QCOMPARE(both(QStringLiteral("words")), before);
}

/// Such rows are noted before the remote commits: when it never does, they are no part of the run.
void TestUndo::whatTheRemoteNeverCommittedIsForgotten()
{
    m_pair->run(Side::Local, "UPDATE t SET name='ONE' WHERE id=1");
    const SyncReport run = sync();
    QCOMPARE(count("db_sync_undo_row WHERE pending_epoch IS NULL"), "1");
    const QByteArray copy = "INSERT INTO db_sync_undo_row (run_id, table_name, side, row_key, "
                            "before_row, before_digest, after_digest, in_ledger, pending_epoch) "
                            "SELECT run_id, table_name, side, row_key, before_row, before_digest, "
                            "after_digest, in_ledger, ";
    const QByteArray epoch = m_pair->value(Side::Remote, "SELECT epoch FROM db_sync_state");
    m_pair->run(Side::Local, copy + epoch + " FROM db_sync_undo_row WHERE id = 1; " + copy + epoch +
                                 " + 1 FROM db_sync_undo_row WHERE id = 1");
    QCOMPARE(sync().status, RunStatus::Success);
    QCOMPARE(count("db_sync_undo_row"), "2");
    QCOMPARE(count("db_sync_undo_row WHERE pending_epoch IS NOT NULL"), "0");
}

void TestUndo::aRunBeyondTheLimitIsNotUndoneByHalves()
{
    m_pair->runBoth("CREATE TABLE u LIKE t");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    m_pair->runBoth("INSERT INTO u SELECT * FROM t");
    QCOMPARE(sync().status, RunStatus::Success);
    m_pair->run(Side::Remote, "UPDATE t SET name='new'; UPDATE u SET name='new'");
    UndoLimits small;
    small.rows = 4;
    const SyncReport run = sync(Policy::Manual, small);
    QCOMPARE(run.status, RunStatus::Success);
    QCOMPARE(count("db_sync_undo_row"), "0");
    const QByteArrayList after = both(QStringLiteral("t")) + both(QStringLiteral("u"));
    const UndoReport done = undo(run.runId);
    QCOMPARE(done.tables.size(), std::size_t(2));
    for (const UndoneTable& table : done.tables)
        QVERIFY(table.error.has_value());
    QCOMPARE(both(QStringLiteral("t")) + both(QStringLiteral("u")), after);
    small.rows = 0;
    m_pair->run(Side::Remote, "UPDATE t SET name='newer'");
    const SyncReport off = sync(Policy::Manual, small);
    QVERIFY(!undoRun(m_pair->profile(), off.runId, false, {}, {}));
}

void TestUndo::aVeryLargeRowIsNamed()
{
    m_pair->runBoth("CREATE TABLE big (id INT PRIMARY KEY, b LONGBLOB) ENGINE=InnoDB; INSERT INTO "
                    "big VALUES (1, REPEAT('x', 3000000)), (2, REPEAT('y', 300000))");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QCOMPARE(sync().status, RunStatus::Success);
    m_pair->run(Side::Remote, "UPDATE big SET b = 'short'");
    const SyncReport run = sync();
    QCOMPARE(run.status, RunStatus::Success);
    const UndoReport done = undo(run.runId);
    QCOMPARE(done.tables.at(0).local.updated, 1);
    QCOMPARE(done.leftRows(), 1);
    QCOMPARE(done.tables.at(0).left.at(0).key.cells.at(0), Cell("1"));
    QVERIFY(!done.tables.at(0).left.at(0).why.isEmpty());
    QCOMPARE(m_pair->rows(Side::Local, "SELECT id, LENGTH(b) FROM big ORDER BY id").join(','),
             "1|5,2|300000");
}

void TestUndo::aLoadedTableIsLeftAsItIs()
{
    m_pair->runBoth("CREATE TABLE u LIKE t");
    m_pair->run(Side::Remote, "INSERT INTO u SELECT * FROM t; UPDATE t SET name='new'");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    const SyncReport run = sync();
    QCOMPARE(run.status, RunStatus::Success);
    const UndoReport done = undo(run.runId);
    QCOMPARE(done.tables.size(), std::size_t(2));
    QVERIFY(!done.tables.at(0).error);
    QCOMPARE(done.tables.at(0).local.updated, 3);
    QVERIFY(done.tables.at(1).error.has_value());
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("u")).size(), 3);
    const auto runs = undoableRuns(m_pair->profile().local);
    QVERIFY(runs.ok());
    QCOMPARE(runs->size(), std::size_t(2));
    QCOMPARE(runs->at(0).runId, done.undoRunId);
    QCOMPARE(runs->at(1).runId, run.runId);
    QCOMPARE(runs->at(1).rows, 3);
    QCOMPARE(runs->at(1).tables, QStringList{QStringLiteral("t")});
    QCOMPARE(runs->at(1).tablesNotKept.size(), 1);
    QCOMPARE(runs->at(1).undoneBy, QLatin1String(kMe));
    QCOMPARE(errorCodeText(done.tables.at(1).error->code), QStringLiteral("CFG_010"));
    const QByteArray message = m_pair->value(
        Side::Local,
        "SELECT error_message FROM db_sync_log WHERE table_name IS NULL ORDER BY id DESC LIMIT 1");
    const QByteArray note = "undo of run " + run.runId.toUtf8() + " by " + kMe;
    QVERIFY2(message.endsWith(note), message.constData());
}

void TestUndo::changedStructureIsRefused()
{
    m_pair->run(Side::Remote, "UPDATE t SET name='new'");
    const SyncReport run = sync();
    m_pair->runBoth("ALTER TABLE t MODIFY name VARCHAR(60)");
    m_pair->runBoth("ALTER TABLE t ADD extra INT");
    const QByteArrayList after = both(QStringLiteral("t"));
    const UndoReport done = undo(run.runId);
    QVERIFY(done.tables.at(0).error.has_value());
    QCOMPARE(errorCodeText(done.tables.at(0).error->code), QStringLiteral("SYNC_001"));
    QCOMPARE(both(QStringLiteral("t")), after);
}

void TestUndo::oldRunsAreForgotten()
{
    m_pair->run(Side::Remote, "UPDATE t SET name='new'");
    const SyncReport run = sync();
    QCOMPARE(count("db_sync_undo_row"), "3");
    m_pair->run(Side::Local, "UPDATE db_sync_undo SET created_at = NOW(6) - INTERVAL 8 DAY");
    QCOMPARE(sync().status, RunStatus::Success);
    QCOMPARE(count("db_sync_undo_row"), "0");
    QCOMPARE(count("db_sync_undo"), "0");
    QVERIFY(!undoRun(m_pair->profile(), run.runId, false, {}, {}));
}

void TestUndo::unknownRun()
{
    const auto done = undoRun(m_pair->profile(), QStringLiteral("nothing"), true, {}, {});
    QVERIFY(!done);
    QCOMPARE(errorCodeText(done.error().code), QStringLiteral("CFG_010"));
    QVERIFY(!done.error().hint().isEmpty());
}

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
