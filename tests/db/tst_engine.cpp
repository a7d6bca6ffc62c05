// SPDX-License-Identifier: GPL-3.0-or-later
// The engine end to end on real servers: what a run copies, what it calls a conflict, what it
// leaves alone.
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

#include <optional>

using namespace causeway;
using namespace causeway::test;

namespace {

const QByteArray kSchema = R"(
CREATE TABLE parent (id INT PRIMARY KEY, name VARCHAR(50) NOT NULL, code VARCHAR(20) UNIQUE) ENGINE=InnoDB;
CREATE TABLE child (a INT NOT NULL, b VARCHAR(20) NOT NULL, parent_id INT NULL, note TEXT,
  PRIMARY KEY (a, b), CONSTRAINT fk_child FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE) ENGINE=InnoDB;
)";
const QByteArray kRows = R"(
INSERT INTO parent VALUES (1,'one','a'),(2,'two','b'),(3,'three',NULL),(-5,'minus five','m'),(100000,'far','z');
INSERT INTO child VALUES (1,'x',1,'first'),(1,'xx ',1,NULL),(2,'y',2,''),(3,'雪',3,'emoji 😀');
)";

} // namespace

class TestEngine final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void fullIntoEmpty();
    void incrementalBothWays();
    void secondRunWritesNothing();
    void deletes();
    void policies();
    void openConflictSettledByPolicyKeepsTheLastLoser_data();
    void openConflictSettledByPolicyKeepsTheLastLoser();
    void sideThatWonAOneWayRunStaysNews();
    void deleteOfADisputedRowIsNotUndone();
    void dryRunTellsAndWritesNothing();
    void dryRunBeforeTheFirstRunMakesNothing();
    void uniqueValuesChangeHands();
    void guardStopsMassDelete();
    void readOnlyProfileIsNotWrittenTo();
    void decisionOnWhatIsNotThereAnyMoreIsRefused();
    void oneWayLeavesTheTargetsOwnChanges();

private:
    SyncReport sync(SyncType type, Direction direction, bool dryRun = false,
                    std::optional<Policy> policy = {});
    void synced();
    void expectEqual();

    std::unique_ptr<TwoSidedFixture> m_pair;
};

void TestEngine::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth(kSchema);
    m_pair->run(Side::Remote, kRows);
    const auto initialised = initialisePair(m_pair->profile(), {}, {});
    QVERIFY2(initialised.ok(), initialised.ok() ? "" : qPrintable(initialised.error().message()));
}

SyncReport TestEngine::sync(SyncType type, Direction direction, bool dryRun,
                            std::optional<Policy> policy)
{
    SyncRequest request;
    request.profile = m_pair->profile();
    request.type = type;
    request.direction = direction;
    request.dryRun = dryRun;
    request.policy = policy;
    ProgressMailbox mailbox;
    SyncReport report = runSync(request, {}, mailbox);
    if (report.error)
        qWarning("run: %s %s", qPrintable(report.error->message()),
                 qPrintable(report.error->serverMessage));
    for (const TableOutcome& table : report.tables) {
        if (table.error)
            qWarning("%s: %s %s", qPrintable(table.table), qPrintable(table.error->message()),
                     qPrintable(table.error->serverMessage));
    }
    return report;
}

void TestEngine::synced()
{
    const SyncReport report = sync(SyncType::Full, Direction::RemoteToLocal);
    QCOMPARE(report.status, RunStatus::Success);
    expectEqual();
}

void TestEngine::expectEqual()
{
    for (const QString& table : {QStringLiteral("parent"), QStringLiteral("child")})
        QCOMPARE(m_pair->dump(Side::Local, table), m_pair->dump(Side::Remote, table));
}

void TestEngine::fullIntoEmpty()
{
    const SyncReport report = sync(SyncType::Full, Direction::RemoteToLocal);
    QCOMPARE(report.status, RunStatus::Success);
    QCOMPARE(report.remoteToLocal().inserted, 9);
    QCOMPARE(report.localToRemote().total(), 0);
    for (const TableOutcome& table : report.tables)
        QVERIFY2(table.verified, qPrintable(table.table));
    expectEqual();
}

void TestEngine::incrementalBothWays()
{
    synced();
    m_pair->run(
        Side::Remote,
        "UPDATE parent SET name='ONE' WHERE id=1; INSERT INTO parent VALUES (7,'seven','s');"
        "INSERT INTO child VALUES (7,'r',7,'remote');");
    m_pair->run(
        Side::Local,
        "UPDATE child SET note='local' WHERE a=2; INSERT INTO parent VALUES (8,'eight','e');"
        "INSERT INTO child VALUES (8,'l',8,'x');");
    const SyncReport report = sync(SyncType::Incremental, Direction::Both);
    QCOMPARE(report.status, RunStatus::Success);
    QCOMPARE(report.remoteToLocal(), (ChangeCounts{2, 1, 0}));
    QCOMPARE(report.localToRemote(), (ChangeCounts{2, 1, 0}));
    expectEqual();
}

void TestEngine::secondRunWritesNothing()
{
    synced();
    m_pair->run(Side::Local, "UPDATE parent SET name='zwei' WHERE id=2");
    QCOMPARE(sync(SyncType::Incremental, Direction::Both).status, RunStatus::Success);
    const QByteArray ledger =
        "SELECT table_name FROM information_schema.tables WHERE table_schema=DATABASE() "
        "AND table_name LIKE 'db\\_sync\\_ledger%'";
    const auto ledgers = m_pair->checksums(Side::Local);
    m_pair->startCounting();
    const SyncReport report = sync(SyncType::Incremental, Direction::Both);
    QCOMPARE(report.status, RunStatus::Success);
    QCOMPARE(m_pair->writes(Side::Remote).total(), 0);
    const auto after = m_pair->checksums(Side::Local);
    for (const QByteArray& row : m_pair->rows(Side::Local, ledger)) {
        const QString name = QString::fromUtf8(row);
        QCOMPARE(after.value(name), ledgers.value(name));
    }
    QCOMPARE(after.value(QStringLiteral("parent")), ledgers.value(QStringLiteral("parent")));
}

void TestEngine::deletes()
{
    synced();
    m_pair->run(Side::Remote, "DELETE FROM parent WHERE id=100000");
    m_pair->run(Side::Local, "DELETE FROM child WHERE a=3; DELETE FROM parent WHERE id=3");
    // Deleted on remote with its child, edited on local: must not vanish by cascade.
    m_pair->run(Side::Remote, "DELETE FROM child WHERE a=2; DELETE FROM parent WHERE id=2");
    m_pair->run(Side::Local, "UPDATE child SET note='edited' WHERE a=2");
    const SyncReport report = sync(SyncType::Incremental, Direction::Both);
    QCOMPARE(report.remoteToLocal().deleted, 1);
    QCOMPARE(report.localToRemote().deleted, 2);
    QCOMPARE(m_pair->value(Side::Local, "SELECT note FROM child WHERE a=2"), QByteArray("edited"));
    QCOMPARE(m_pair->value(Side::Remote, "SELECT COUNT(*) FROM child WHERE a=2"), QByteArray("0"));
    QCOMPARE(
        m_pair->rows(Side::Local,
                     "SELECT table_name, kind, state FROM db_sync_conflict ORDER BY table_name"),
        (QByteArrayList{"child|DELETE_UPDATE|OPEN", "parent|DELETE_CHILDREN|OPEN"}));
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM parent WHERE id=3"), QByteArray("0"));
    QCOMPARE(m_pair->value(Side::Remote, "SELECT COUNT(*) FROM parent WHERE id=3"),
             QByteArray("0"));
}

void TestEngine::policies()
{
    synced();
    const auto edit = [&] {
        m_pair->run(Side::Remote, "UPDATE parent SET name=CONCAT(name,'r') WHERE id=1");
        m_pair->run(Side::Local, "UPDATE parent SET name=CONCAT(name,'l') WHERE id=1");
    };
    const auto name = [&](Side side) {
        return m_pair->value(side, "SELECT name FROM parent WHERE id=1");
    };
    edit();
    SyncReport report = sync(SyncType::Incremental, Direction::Both, false, Policy::RemoteWins);
    QCOMPARE(report.conflicts(), 1);
    QCOMPARE(name(Side::Local), QByteArray("oner"));
    QCOMPARE(name(Side::Remote), QByteArray("oner"));
    QCOMPARE(m_pair->value(Side::Local,
                           "SELECT COUNT(*) FROM db_sync_conflict WHERE state='SETTLED' AND "
                           "settled_how='REMOTE' AND local_row LIKE '%onel%'"),
             QByteArray("1"));
    edit();
    report = sync(SyncType::Incremental, Direction::Both, false, Policy::LocalWins);
    QCOMPARE(name(Side::Remote), QByteArray("onerl"));
    edit();
    report = sync(SyncType::Incremental, Direction::Both, false, Policy::Skip);
    QCOMPARE(report.conflicts(), 1);
    QCOMPARE(name(Side::Remote), QByteArray("onerlr"));
    QCOMPARE(name(Side::Local), QByteArray("onerll"));
    report = sync(SyncType::Incremental, Direction::Both, false, Policy::Manual);
    report = sync(SyncType::Incremental, Direction::Both, false, Policy::Manual);
    QCOMPARE(report.openConflicts(), 1);
    QCOMPARE(m_pair->value(
                 Side::Local,
                 "SELECT COUNT(*) FROM db_sync_conflict WHERE state='OPEN' AND policy='MANUAL'"),
             QByteArray("1"));
    m_pair->run(Side::Local, "UPDATE parent SET name='later' WHERE id=1");
    report = sync(SyncType::Incremental, Direction::Both);
    QCOMPARE(m_pair->value(Side::Local,
                           "SELECT COUNT(*) FROM db_sync_conflict WHERE state='OPEN' AND "
                           "local_row LIKE '%later%' AND remote_row LIKE '%onerlr%'"),
             QByteArray("1"));
    // The sides come to agree by themselves.
    m_pair->run(Side::Remote, "UPDATE parent SET name='later' WHERE id=1");
    report = sync(SyncType::Incremental, Direction::Both);
    QCOMPARE(report.openConflicts(), 0);
    QCOMPARE(report.remoteToLocal().total() + report.localToRemote().total(), 0);
}

void TestEngine::openConflictSettledByPolicyKeepsTheLastLoser_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::newRow("overwritten") << Direction::Both;
    QTest::newRow("only taken note of") << Direction::LocalToRemote;
}

/// Noted as open under SKIP, edited again, then settled by another policy: what loses is the last
/// version, not the one that was noted.
void TestEngine::openConflictSettledByPolicyKeepsTheLastLoser()
{
    QFETCH(Direction, direction);
    synced();
    m_pair->run(Side::Remote, "UPDATE parent SET name='r1' WHERE id=1");
    m_pair->run(Side::Local, "UPDATE parent SET name='l1' WHERE id=1");
    QCOMPARE(sync(SyncType::Incremental, Direction::Both, false, Policy::Skip).conflicts(), 1);
    m_pair->run(Side::Remote, "UPDATE parent SET name='r2' WHERE id=1");
    m_pair->run(Side::Local, "UPDATE parent SET name='l2' WHERE id=1");
    QCOMPARE(sync(SyncType::Incremental, direction, false, Policy::RemoteWins).conflicts(), 1);
    QCOMPARE(m_pair->rows(Side::Local,
                          "SELECT state, settled_how, remote_row LIKE '%r2%', local_row LIKE "
                          "'%l2%' FROM db_sync_conflict"),
             (QByteArrayList{"SETTLED|REMOTE|1|1"}));
}

/// Remote won, but the run could not write local: whatever remote does next, local follows, also
/// when remote goes back to what both sides once had (here: nothing).
void TestEngine::sideThatWonAOneWayRunStaysNews()
{
    synced();
    m_pair->run(Side::Remote, "INSERT INTO parent VALUES (80,'r',NULL)");
    m_pair->run(Side::Local, "INSERT INTO parent VALUES (80,'l',NULL)");
    const SyncReport report =
        sync(SyncType::Incremental, Direction::LocalToRemote, false, Policy::RemoteWins);
    QCOMPARE(report.conflicts(), 1);
    m_pair->run(Side::Remote, "DELETE FROM parent WHERE id=80");
    QCOMPARE(sync(SyncType::Incremental, Direction::Both).remoteToLocal(), (ChangeCounts{0, 0, 1}));
    expectEqual();
}

/// Never agreed on, noted as a conflict, then deleted on one side: the other side's row is no news
/// that would have to be copied back.
void TestEngine::deleteOfADisputedRowIsNotUndone()
{
    synced();
    m_pair->run(Side::Remote, "INSERT INTO parent VALUES (81,'r',NULL)");
    m_pair->run(Side::Local, "INSERT INTO parent VALUES (81,'l',NULL)");
    QCOMPARE(sync(SyncType::Incremental, Direction::Both, false, Policy::Skip).conflicts(), 1);
    m_pair->run(Side::Remote, "DELETE FROM parent WHERE id=81");
    const SyncReport report = sync(SyncType::Incremental, Direction::Both, false, Policy::Skip);
    QCOMPARE(report.localToRemote().total(), 0);
    QCOMPARE(m_pair->rows(Side::Local, "SELECT kind, state FROM db_sync_conflict"),
             (QByteArrayList{"DELETE_UPDATE|OPEN"}));
    (void)sync(SyncType::Incremental, Direction::Both, false, Policy::RemoteWins);
    expectEqual();
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM parent WHERE id=81"),
             QByteArray("0"));
}

/// There is no ledger yet, and a preview must not make one.
void TestEngine::dryRunBeforeTheFirstRunMakesNothing()
{
    const QStringList tables = m_pair->tables(Side::Local, true);
    const auto local = m_pair->checksums(Side::Local);
    for (const SyncType type : {SyncType::Incremental, SyncType::Full}) {
        const SyncReport plan = sync(type, Direction::Both, true);
        QCOMPARE(plan.remoteToLocal(), (ChangeCounts{9, 0, 0}));
    }
    QCOMPARE(m_pair->tables(Side::Local, true), tables);
    QCOMPARE(m_pair->checksums(Side::Local), local);
}

void TestEngine::dryRunTellsAndWritesNothing()
{
    synced();
    m_pair->run(Side::Remote,
                "UPDATE parent SET name='ONE' WHERE id=1; DELETE FROM parent WHERE id=100000;");
    m_pair->run(
        Side::Local,
        "INSERT INTO child VALUES (9,'new',1,'n'); UPDATE parent SET name='zwei' WHERE id=2;");
    m_pair->run(Side::Remote, "UPDATE parent SET name='deux' WHERE id=2;");
    const auto remote = m_pair->checksums(Side::Remote);
    const auto local = m_pair->checksums(Side::Local);
    m_pair->startCounting();
    const SyncReport plan = sync(SyncType::Incremental, Direction::Both, true);
    QCOMPARE(m_pair->writes(Side::Remote).total(), 0);
    QCOMPARE(m_pair->writes(Side::Local).total(), 0);
    QCOMPARE(m_pair->checksums(Side::Remote), remote);
    QCOMPARE(m_pair->checksums(Side::Local), local);
    const SyncReport real = sync(SyncType::Incremental, Direction::Both);
    QCOMPARE(plan.remoteToLocal(), real.remoteToLocal());
    QCOMPARE(plan.localToRemote(), real.localToRemote());
    QCOMPARE(plan.conflicts(), real.conflicts());
    QCOMPARE(plan.remoteToLocal(), (ChangeCounts{0, 1, 1}));
    std::size_t listed = 0;
    for (const TableOutcome& table : plan.tables)
        listed += table.changes.size();
    QCOMPARE(listed, std::size_t{3});
}

void TestEngine::uniqueValuesChangeHands()
{
    synced();
    m_pair->run(Side::Remote,
                "UPDATE parent SET code=NULL WHERE id=1; UPDATE parent SET code='a' WHERE id=2;"
                "UPDATE parent SET code='b' WHERE id=1;");
    m_pair->run(
        Side::Remote,
        "INSERT INTO parent VALUES (50,'takes m','q');"
        "UPDATE parent SET code='swap' WHERE id=-5; UPDATE parent SET code='m' WHERE id=50;");
    const SyncReport report = sync(SyncType::Incremental, Direction::Both);
    QCOMPARE(report.status, RunStatus::Success);
    expectEqual();
    // A true clash: two different rows want one value.
    m_pair->run(Side::Remote, "INSERT INTO parent VALUES (60,'r','same')");
    m_pair->run(Side::Local, "INSERT INTO parent VALUES (61,'l','same')");
    const SyncReport clash = sync(SyncType::Incremental, Direction::Both);
    QCOMPARE(clash.status, RunStatus::Partial);
    QCOMPARE(m_pair->rows(Side::Local, "SELECT kind, state FROM db_sync_conflict"),
             (QByteArrayList{"UNIQUE|OPEN", "UNIQUE|OPEN"}));
}

void TestEngine::guardStopsMassDelete()
{
    m_pair->run(
        Side::Remote,
        "INSERT INTO parent SELECT seq, 'n', NULL FROM (WITH RECURSIVE s(seq) AS (SELECT 1000 "
        "UNION ALL SELECT seq+1 FROM s WHERE seq < 1300) SELECT seq FROM s) q;");
    synced();
    m_pair->run(Side::Remote, "DELETE FROM parent WHERE id BETWEEN 1000 AND 1200");
    SyncReport report = sync(SyncType::Incremental, Direction::Both);
    QCOMPARE(report.status, RunStatus::Partial);
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM parent WHERE id >= 1000"),
             QByteArray("302"));
    SyncRequest request;
    request.profile = m_pair->profile();
    request.allowMassDelete = true;
    ProgressMailbox mailbox;
    report = runSync(request, {}, mailbox);
    QCOMPARE(report.status, RunStatus::Success);
    expectEqual();
}

void TestEngine::oneWayLeavesTheTargetsOwnChanges()
{
    synced();
    m_pair->run(
        Side::Local,
        "INSERT INTO parent VALUES (70,'mine',NULL); UPDATE parent SET name='mine' WHERE id=3");
    m_pair->run(Side::Remote, "UPDATE parent SET name='theirs' WHERE id=1");
    const SyncReport report = sync(SyncType::Incremental, Direction::RemoteToLocal);
    QCOMPARE(report.status, RunStatus::Success);
    QCOMPARE(report.localToRemote().total(), 0);
    QCOMPARE(report.remoteToLocal(), (ChangeCounts{0, 1, 0}));
    QCOMPARE(m_pair->value(Side::Local, "SELECT name FROM parent WHERE id=3"), QByteArray("mine"));
    // FULL in one direction makes the target what the source is.
    QCOMPARE(sync(SyncType::Full, Direction::RemoteToLocal).status, RunStatus::Success);
    expectEqual();
}

void TestEngine::readOnlyProfileIsNotWrittenTo()
{
    synced();
    m_pair->run(Side::Remote, "UPDATE parent SET name='ONE' WHERE id=1");
    SyncRequest request;
    request.profile = m_pair->profile();
    request.profile.readOnly = true;
    const auto remote = m_pair->checksums(Side::Remote);
    const auto local = m_pair->checksums(Side::Local);
    ProgressMailbox mailbox;
    const SyncReport refused = runSync(request, {}, mailbox);
    QVERIFY(refused.error.has_value());
    QCOMPARE(errorCodeText(refused.error->code), QStringLiteral("CFG_008"));
    const auto decided = resolveConflicts(request.profile, {}, QStringLiteral("tester"), {});
    QVERIFY(!decided.ok());
    QCOMPARE(errorCodeText(decided.error().code), QStringLiteral("CFG_008"));
    QCOMPARE(m_pair->checksums(Side::Remote), remote);
    QCOMPARE(m_pair->checksums(Side::Local), local);
    request.dryRun = true; // looking is allowed
    const SyncReport preview = runSync(request, {}, mailbox);
    QVERIFY(!preview.error);
    QCOMPARE(preview.remoteToLocal(), (ChangeCounts{0, 1, 0}));
}

/// The person saw two rows; one of them is another by now.
void TestEngine::decisionOnWhatIsNotThereAnyMoreIsRefused()
{
    synced();
    m_pair->run(Side::Remote, "UPDATE parent SET name='theirs' WHERE id=1");
    m_pair->run(Side::Local, "UPDATE parent SET name='mine' WHERE id=1");
    QCOMPARE(sync(SyncType::Incremental, Direction::Both, false, Policy::Manual).conflicts(), 1);
    const QByteArray id = m_pair->value(Side::Local, "SELECT id FROM db_sync_conflict");
    for (const Side moved : {Side::Local, Side::Remote}) {
        const QByteArray newer = "newer on " + toText(moved).toLatin1();
        m_pair->run(moved, "UPDATE parent SET name='" + newer + "' WHERE id=1");
        ConflictDecision decision;
        decision.conflictId = id.toLongLong();
        decision.use = moved == Side::Local ? Settlement::Remote : Settlement::Local;
        const auto decided =
            resolveConflicts(m_pair->profile(), {decision}, QStringLiteral("tester"), {});
        QVERIFY(decided.ok() && !decided->front().applied);
        QCOMPARE(errorCodeText(decided->front().error->code), QStringLiteral("SYNC_014"));
        QCOMPARE(m_pair->value(moved, "SELECT name FROM parent WHERE id=1"), newer);
        // The queue shows what is there now.
        QVERIFY(m_pair
                    ->value(Side::Local, QByteArray("SELECT ") +
                                             (moved == Side::Local ? "local_row" : "remote_row") +
                                             " FROM db_sync_conflict WHERE id=" + id)
                    .contains(newer));
    }
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
