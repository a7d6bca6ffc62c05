// SPDX-License-Identifier: GPL-3.0-or-later
// Two consoles on one pair, servers that went back in time, databases that moved or were copied:
// noticed before anything is inferred, and repaired as the operator decides.
#include "sync/core/fault_point.h"
#include "sync/dialect/quote.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

#include <thread>

using namespace causeway;
using namespace causeway::test;

namespace {

/// Every table of one side, as they were.
class Backup {
public:
    Backup(TwoSidedFixture& pair, Side side)
        : m_pair(pair)
        , m_side(side)
        , m_name(quoteIdentifier(pair.database() + u"_backup"))
        , m_tables(pair.tables(side, true))
    {
        m_tables.removeAll(QStringLiteral("db_sync_log")); // computed columns; tells nothing here
        pair.run(side, "DROP DATABASE IF EXISTS " + m_name + "; CREATE DATABASE " + m_name);
        for (const QString& table : m_tables)
            pair.run(side, "CREATE TABLE " + of(table) + " LIKE " + quoteIdentifier(table) +
                               "; INSERT INTO " + of(table) + " SELECT * FROM " +
                               quoteIdentifier(table));
    }
    ~Backup() { m_pair.run(m_side, "DROP DATABASE " + m_name); }
    Backup(const Backup&) = delete;
    Backup& operator=(const Backup&) = delete;

    void restore()
    {
        m_pair.run(m_side, "SET foreign_key_checks=0");
        for (const QString& table : m_tables) {
            m_pair.run(m_side, "DELETE FROM " + quoteIdentifier(table));
            m_pair.run(m_side,
                       "INSERT INTO " + quoteIdentifier(table) + " SELECT * FROM " + of(table));
        }
        m_pair.run(m_side, "SET foreign_key_checks=1");
    }

private:
    [[nodiscard]] QByteArray of(const QString& table) const
    {
        return m_name + '.' + quoteIdentifier(table);
    }

    TwoSidedFixture& m_pair;
    Side m_side;
    QByteArray m_name;
    QStringList m_tables;
};

} // namespace

class TestFence final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void everyRunWithNewsRaisesTheRemote();
    void restoredRemoteDeletesNothing();
    void refilledRemoteGetsItsRowsBack();
    void acceptedRemoteMakesConflicts();
    void restoredLocalIsNoticed();
    void lostStateRowIsNoticed();
    void copiedLocalIsNoticed();
    void movedDatabaseKeepsItsMemory();
    void twoConsolesAtOnce();
    void overtakenRunStops();
    void repairInterruptedHalfWay();
    void dryRunReadsWhatRecoveryWouldSettle();

private:
    SyncReport sync(SyncType type = SyncType::Incremental, Direction direction = Direction::Both);
    void expectError(ErrorCode code);
    void expectEqual();
    [[nodiscard]] QByteArray ids(Side side)
    {
        return m_pair->rows(side, "SELECT id FROM t ORDER BY id").join(',');
    }
    [[nodiscard]] QByteArray openConflicts()
    {
        return m_pair->value(Side::Local,
                             "SELECT COUNT(*) FROM db_sync_conflict WHERE state = 'OPEN'");
    }
    SyncReport refill(Side side);

    std::unique_ptr<TwoSidedFixture> m_pair;
};

void TestFence::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (1,'one'),(2,'two')");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QCOMPARE(sync().status, RunStatus::Success);
}

SyncReport TestFence::sync(SyncType type, Direction direction)
{
    SyncRequest request;
    request.profile = m_pair->profile();
    request.type = type;
    request.direction = direction;
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

void TestFence::expectError(ErrorCode code)
{
    const auto remote = m_pair->checksums(Side::Remote);
    const auto local = m_pair->checksums(Side::Local);
    for (const Direction direction :
         {Direction::Both, Direction::RemoteToLocal, Direction::LocalToRemote}) {
        const SyncReport report = sync(SyncType::Incremental, direction);
        QVERIFY(report.error.has_value());
        QCOMPARE(errorCodeText(report.error->code), errorCodeText(code));
        QCOMPARE(report.status, RunStatus::Failed);
        QVERIFY(!report.error->hint().isEmpty());
    }
    QCOMPARE(m_pair->checksums(Side::Remote), remote);
    QCOMPARE(m_pair->checksums(Side::Local), local);
    const auto condition = examinePair(m_pair->profile());
    QVERIFY(condition.ok());
    QVERIFY(condition->problem.has_value());
    QCOMPARE(errorCodeText(condition->problem->code), errorCodeText(code));
}

void TestFence::expectEqual()
{
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")),
             m_pair->dump(Side::Remote, QStringLiteral("t")));
}

SyncReport TestFence::refill(Side side)
{
    SyncRequest request;
    request.profile = m_pair->profile();
    request.type = SyncType::Full;
    request.direction = side == Side::Local ? Direction::RemoteToLocal : Direction::LocalToRemote;
    request.allowMassDelete = true;
    request.keepLosers = true;
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

/// Also a run that only reads from the remote: else a backup of it could not be told from the
/// present.
void TestFence::everyRunWithNewsRaisesTheRemote()
{
    const QByteArray epoch = "SELECT epoch FROM db_sync_state";
    const auto remote = m_pair->value(Side::Remote, epoch).toInt();
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (3,'three')");
    QCOMPARE(sync(SyncType::Incremental, Direction::RemoteToLocal).status, RunStatus::Success);
    QVERIFY(m_pair->value(Side::Remote, epoch).toInt() > remote);
    QCOMPARE(m_pair->value(Side::Local, "SELECT peer_epoch FROM db_sync_state"),
             m_pair->value(Side::Remote, epoch));
    const auto before = m_pair->checksums(Side::Remote);
    QCOMPARE(sync().status, RunStatus::Success);
    QCOMPARE(m_pair->checksums(Side::Remote), before); // no news, nothing written
}

void TestFence::restoredRemoteDeletesNothing()
{
    Backup backup(*m_pair, Side::Remote);
    m_pair->run(Side::Remote,
                "INSERT INTO t VALUES (3,'three'); UPDATE t SET name='ONE' WHERE id=1;"
                "DELETE FROM t WHERE id=2");
    QCOMPARE(sync().status, RunStatus::Success);
    backup.restore();
    expectError(ErrorCode::SyncWentBack);
    QCOMPARE(ids(Side::Local), QByteArray("1,3"));
    const auto condition = examinePair(m_pair->profile());
    QCOMPARE(condition->wentBack, Side::Remote);
    QVERIFY(!condition->onlyMoved);
}

void TestFence::refilledRemoteGetsItsRowsBack()
{
    Backup backup(*m_pair, Side::Remote);
    m_pair->run(Side::Remote,
                "INSERT INTO t VALUES (3,'three'); UPDATE t SET name='ONE' WHERE id=1;"
                "DELETE FROM t WHERE id=2");
    QCOMPARE(sync().status, RunStatus::Success);
    backup.restore();
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (9,'written after the restore')");
    const auto repaired = acceptPair(m_pair->profile());
    QVERIFY(repaired.ok());
    QVERIFY(!repaired->memoryKept);
    QCOMPARE(refill(Side::Remote).status, RunStatus::Success);
    QCOMPARE(ids(Side::Remote), QByteArray("1,3"));
    expectEqual();
    // What the refill overwrote is kept: the old row 1, the rows 2 and 9.
    QCOMPARE(m_pair->rows(Side::Local, "SELECT row_key FROM db_sync_conflict WHERE state = "
                                       "'SETTLED' AND remote_row IS NOT NULL ORDER BY row_key"),
             (QByteArrayList{R"([["id","1"]])", R"([["id","2"]])", R"([["id","9"]])"}));
    QCOMPARE(openConflicts(), QByteArray("0"));
    QCOMPARE(sync().status, RunStatus::Success);
    QVERIFY(!examinePair(m_pair->profile())->problem);
}

void TestFence::acceptedRemoteMakesConflicts()
{
    Backup backup(*m_pair, Side::Remote);
    m_pair->run(Side::Remote,
                "INSERT INTO t VALUES (3,'three'); UPDATE t SET name='ONE' WHERE id=1");
    QCOMPARE(sync().status, RunStatus::Success);
    backup.restore();
    QVERIFY(acceptPair(m_pair->profile()).ok());
    const SyncReport report = sync();
    QVERIFY(!report.error);
    // Row 2 is equal; of 1 and 3 nobody knows which side is right: nothing was deleted.
    QCOMPARE(ids(Side::Local), QByteArray("1,2,3"));
    QCOMPARE(ids(Side::Remote), QByteArray("1,2"));
    QCOMPARE(openConflicts(), QByteArray("2"));
}

void TestFence::restoredLocalIsNoticed()
{
    Backup backup(*m_pair, Side::Local);
    m_pair->run(Side::Local, "INSERT INTO t VALUES (3,'three')");
    QCOMPARE(sync().status, RunStatus::Success);
    m_pair->run(Side::Local, "INSERT INTO t VALUES (4,'four')");
    QCOMPARE(sync().status, RunStatus::Success);
    backup.restore();
    expectError(ErrorCode::SyncWentBack);
    QCOMPARE(examinePair(m_pair->profile())->wentBack, Side::Local);
    QVERIFY(acceptPair(m_pair->profile()).ok());
    QCOMPARE(refill(Side::Local).status, RunStatus::Success);
    QCOMPARE(ids(Side::Local), QByteArray("1,2,3,4"));
    expectEqual();
}

void TestFence::lostStateRowIsNoticed()
{
    m_pair->run(Side::Remote, "DELETE FROM db_sync_state");
    expectError(ErrorCode::SyncWentBack);
    QVERIFY(acceptPair(m_pair->profile()).ok());
    QCOMPARE(sync().status, RunStatus::Success);
    expectEqual();
}

/// A laptop's disk was cloned: both copies believe to be the local side.
void TestFence::copiedLocalIsNoticed()
{
    Backup clone(*m_pair, Side::Local);
    m_pair->run(Side::Local, "UPDATE t SET name='from the first' WHERE id=1");
    QCOMPARE(sync(SyncType::Incremental, Direction::LocalToRemote).status, RunStatus::Success);
    clone.restore(); // now the other copy works with the remote
    m_pair->run(Side::Local, "UPDATE t SET name='from the second' WHERE id=1");
    const SyncReport report = sync();
    QVERIFY(report.error.has_value());
    QVERIFY(report.error->code == ErrorCode::SyncFenced ||
            report.error->code == ErrorCode::SyncWentBack);
    QCOMPARE(m_pair->value(Side::Remote, "SELECT name FROM t WHERE id=1"),
             QByteArray("from the first"));
    QVERIFY(acceptPair(m_pair->profile()).ok());
    QVERIFY(!sync().error);
    QCOMPARE(openConflicts(), QByteArray("1"));
    QCOMPARE(m_pair->value(Side::Remote, "SELECT name FROM t WHERE id=1"),
             QByteArray("from the first"));
}

void TestFence::movedDatabaseKeepsItsMemory()
{
    m_pair->run(Side::Local, "UPDATE db_sync_state SET peer_uuid = 'the server before'");
    expectError(ErrorCode::SyncFenced);
    QVERIFY(examinePair(m_pair->profile())->onlyMoved);
    const auto repaired = acceptPair(m_pair->profile());
    QVERIFY(repaired.ok());
    QVERIFY(repaired->memoryKept);
    m_pair->run(Side::Remote, "DELETE FROM t WHERE id=2");
    QCOMPARE(sync().status, RunStatus::Success); // a delete, not a conflict: it is remembered
    QCOMPARE(ids(Side::Local), QByteArray("1"));
}

void TestFence::twoConsolesAtOnce()
{
    m_pair->run(Side::Remote,
                "INSERT INTO t WITH RECURSIVE n AS (SELECT 10 AS id UNION ALL SELECT id + 1 FROM n "
                "WHERE id < 900) SELECT id, 'many' FROM n");
    SyncReport reports[2];
    {
        std::jthread first([&] { reports[0] = sync(); });
        std::jthread second([&] { reports[1] = sync(); });
    }
    for (const SyncReport& report : reports) {
        const bool busy = report.error && report.error->code == ErrorCode::SyncBusy;
        QVERIFY2(busy || report.status == RunStatus::Success,
                 report.error ? qPrintable(report.error->message()) : "");
    }
    QVERIFY(reports[0].status == RunStatus::Success || reports[1].status == RunStatus::Success);
    expectEqual();
}

/// The named locks were lost, and somebody else commits while this run looks: the epoch stops it.
void TestFence::overtakenRunStops()
{
    static TwoSidedFixture* overtaken = nullptr;
    static Side where = Side::Local;
    overtaken = m_pair.get();
    for (const Side side : {Side::Local, Side::Remote}) {
        where = side;
        m_pair->run(otherSide(side), "INSERT INTO t SELECT MAX(id) + 1, 'new' FROM t");
        setFaultHook([](FaultPoint point) {
            if (point == FaultPoint::SnapshotAfter)
                overtaken->run(where, "UPDATE db_sync_state SET epoch = epoch + 1, "
                                      "holder = 'another console'");
        });
        const SyncReport report = sync();
        setFaultHook(nullptr);
        QVERIFY(report.error.has_value());
        QVERIFY2(report.error->code == ErrorCode::SyncFenced, qPrintable(report.error->message()));
        QVERIFY(m_pair->dump(Side::Local, QStringLiteral("t")) !=
                m_pair->dump(Side::Remote, QStringLiteral("t"))); // nothing was written
        const auto repaired = acceptPair(m_pair->profile());
        QVERIFY(repaired.ok());
        QVERIFY(!sync().error);
        expectEqual();
    }
}

/// The remote's row was written anew, then the repair was cut off.
void TestFence::repairInterruptedHalfWay()
{
    Backup backup(*m_pair, Side::Remote);
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (3,'three')");
    QCOMPARE(sync().status, RunStatus::Success);
    backup.restore();
    Backup before(*m_pair, Side::Local);
    QVERIFY(acceptPair(m_pair->profile()).ok());
    m_pair->run(Side::Local, "DELETE FROM db_sync_state; INSERT INTO db_sync_state SELECT * FROM " +
                                 quoteIdentifier(m_pair->database() + u"_backup") +
                                 ".db_sync_state");
    const auto condition = examinePair(m_pair->profile());
    QVERIFY(condition.ok());
    QVERIFY(condition->problem.has_value());
    QVERIFY(acceptPair(m_pair->profile()).ok());
    QVERIFY(!examinePair(m_pair->profile())->problem);
}

/// A run was cut off after the remote had committed: the next one adopts what it marked. A dry run
/// may not, but must count on it.
void TestFence::dryRunReadsWhatRecoveryWouldSettle()
{
    m_pair->run(Side::Local, "CREATE TEMPORARY TABLE before_run AS SELECT * FROM db_sync_ledger_1;"
                             "UPDATE t SET name = 'changed' WHERE id = 1");
    QCOMPARE(sync().status, RunStatus::Success);
    const QByteArray epoch = m_pair->value(Side::Remote, "SELECT epoch FROM db_sync_state");
    m_pair->run(Side::Local,
                "UPDATE db_sync_ledger_1 l JOIN before_run b USING (id) SET "
                "l.causeway_pending_remote = l.causeway_remote, "
                "l.causeway_pending_local = l.causeway_local, l.causeway_pending_epoch = " +
                    epoch +
                    ", l.causeway_remote = b.causeway_remote, l.causeway_local = b.causeway_local "
                    "WHERE id = 1; UPDATE db_sync_ledger SET pending_epoch = " +
                    epoch);
    m_pair->run(Side::Local, "UPDATE t SET name = 'changed again' WHERE id = 1");
    SyncRequest request;
    request.profile = m_pair->profile();
    request.dryRun = true;
    ProgressMailbox mailbox;
    const SyncReport told = runSync(request, {}, mailbox);
    QCOMPARE(told.conflicts(), 0);
    QCOMPARE(told.localToRemote().updated, 1);
    const SyncReport done = sync();
    QCOMPARE(done.conflicts(), 0);
    QCOMPARE(done.localToRemote(), told.localToRemote());
    expectEqual();
}

QTEST_GUILESS_MAIN(TestFence)
#include "tst_fence.moc"
