// SPDX-License-Identifier: GPL-3.0-or-later
// The remote takes every statement and refuses the COMMIT, as clusters do and servers that are set
// read-only meanwhile: nothing counts as done, and the next run does it.
#include "sync/control/control_store.h"
#include "sync/core/fault_point.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

Connection* g_administrator = nullptr; ///< of the remote

/// In the middle of a transaction that has written: its COMMIT fails with 1290 then.
void becomeReadOnly(FaultPoint point)
{
    if (point == FaultPoint::RemoteCommitBefore && g_administrator)
        (void)std::exchange(g_administrator, nullptr)->execute("SET GLOBAL read_only = 1");
}

} // namespace

class TestRefusedCommit final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup();

    void runIsTakenBack();
    void decisionIsTakenBack();
    void mirrorWithoutKeysIsTakenBack();

private:
    SyncReport sync(std::optional<Policy> policy = {});
    template<typename Action>
    auto refused(Action action);
    void expectNothingPending();
    [[nodiscard]] std::vector<ConflictRow> conflicts(ConflictState state);

    std::unique_ptr<TwoSidedFixture> m_pair;
    Profile m_profile;
};

void TestRefusedCommit::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(20)) ENGINE=InnoDB;"
                    "INSERT INTO t VALUES (1,'a'),(2,'b'),(3,'c')");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    m_profile = m_pair->profile();
    QCOMPARE(sync().status, RunStatus::Success);
    m_pair->run(Side::Remote, "CREATE USER 'app'@'localhost' IDENTIFIED BY 'Pw-123456';"
                              "GRANT ALL ON `" +
                                  m_pair->database().toUtf8() + "`.* TO 'app'@'localhost'");
    m_profile.remote.user = QStringLiteral("app");
    m_profile.remote.password = QStringLiteral("Pw-123456");
}

void TestRefusedCommit::cleanup()
{
    setFaultHook(nullptr);
    m_pair->run(Side::Remote, "SET GLOBAL read_only = 0; DROP USER 'app'@'localhost'");
    m_pair.reset();
}

SyncReport TestRefusedCommit::sync(std::optional<Policy> policy)
{
    SyncRequest request;
    request.profile = m_profile;
    request.policy = policy;
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

/// @p action, whose first COMMIT on the remote is refused.
template<typename Action>
auto TestRefusedCommit::refused(Action action)
{
    g_administrator = &m_pair->on(Side::Remote);
    setFaultHook(&becomeReadOnly);
    auto result = action();
    setFaultHook(nullptr);
    m_pair->run(Side::Remote, "SET GLOBAL read_only = 0");
    return result;
}

void TestRefusedCommit::expectNothingPending()
{
    QCOMPARE(m_pair->value(Side::Local,
                           "SELECT COUNT(*) FROM db_sync_ledger WHERE pending_epoch IS NOT NULL"),
             QByteArray("0"));
}

std::vector<ConflictRow> TestRefusedCommit::conflicts(ConflictState state)
{
    auto store = ControlStore::open(m_profile.local);
    require(store ? okStatus() : Status(store.error()), QStringLiteral("the control store"));
    ConflictFilter filter;
    filter.state = state;
    return *store->conflicts(filter);
}

void TestRefusedCommit::runIsTakenBack()
{
    m_pair->run(Side::Remote, "UPDATE t SET v = 'theirs' WHERE id = 2");
    m_pair->run(Side::Local, "UPDATE t SET v = 'mine' WHERE id = 2; INSERT INTO t VALUES (4,'d');"
                             "DELETE FROM t WHERE id = 3");
    const auto before = m_pair->dump(Side::Remote, QStringLiteral("t"));
    const SyncReport report = refused([&] { return sync(Policy::LocalWins); });
    QCOMPARE(report.status, RunStatus::Failed);
    QVERIFY(report.error.has_value());
    QVERIFY2(report.error->message().contains(QStringLiteral("read-only")),
             qPrintable(report.error->message()));
    QCOMPARE(m_pair->dump(Side::Remote, QStringLiteral("t")), before);

    QCOMPARE(sync(Policy::LocalWins).status, RunStatus::Success);
    expectNothingPending();
    QCOMPARE(m_pair->dump(Side::Remote, QStringLiteral("t")),
             m_pair->dump(Side::Local, QStringLiteral("t")));
    QCOMPARE(m_pair->value(Side::Remote, "SELECT v FROM t WHERE id = 2"), QByteArray("mine"));
    const auto kept = conflicts(ConflictState::Settled);
    QVERIFY(!kept.empty());
    QCOMPARE(*kept.back().remote->find(QStringLiteral("v")), Cell(QByteArray("theirs")));
}

void TestRefusedCommit::decisionIsTakenBack()
{
    m_pair->run(Side::Remote, "UPDATE t SET v = 'theirs' WHERE id = 2");
    m_pair->run(Side::Local, "UPDATE t SET v = 'mine' WHERE id = 2");
    QCOMPARE(exitCodeFor(sync()), 1);
    const auto open = conflicts(ConflictState::Open);
    QCOMPARE(open.size(), std::size_t{1});
    ConflictDecision decision;
    decision.conflictId = open.front().id;
    decision.use = Settlement::Local;
    const auto decided = refused(
        [&] { return resolveConflicts(m_profile, {decision}, QStringLiteral("tester"), {}); });
    QVERIFY(decided.ok());
    QVERIFY(!decided->front().applied && decided->front().error);
    QCOMPARE(m_pair->value(Side::Remote, "SELECT v FROM t WHERE id = 2"), QByteArray("theirs"));
    QCOMPARE(m_pair->value(Side::Local, "SELECT v FROM t WHERE id = 2"), QByteArray("mine"));
    // Nothing was decided: the conflict waits for a person, and another decision works.
    QCOMPARE(exitCodeFor(sync()), 1);
    expectNothingPending();
    const auto again = conflicts(ConflictState::Open);
    QCOMPARE(again.size(), std::size_t{1});
    decision.conflictId = again.front().id;
    const auto applied = resolveConflicts(m_profile, {decision}, QStringLiteral("tester"), {});
    QVERIFY(applied.ok() && applied->front().applied);
    QCOMPARE(m_pair->value(Side::Remote, "SELECT v FROM t WHERE id = 2"), QByteArray("mine"));
}

void TestRefusedCommit::mirrorWithoutKeysIsTakenBack()
{
    m_pair->runBoth("CREATE TABLE log (what VARCHAR(20)) ENGINE=InnoDB");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    m_pair->run(Side::Local, "INSERT INTO log VALUES ('x'), ('x'), ('y')");
    SyncRequest request;
    request.profile = m_profile;
    request.type = SyncType::Full;
    request.direction = Direction::LocalToRemote;
    request.tables = {QStringLiteral("log")};
    ProgressMailbox mailbox;
    const SyncReport report = refused([&] { return runSync(request, {}, mailbox); });
    QCOMPARE(report.status, RunStatus::Failed);
    QCOMPARE(m_pair->value(Side::Remote, "SELECT COUNT(*) FROM log"), QByteArray("0"));
    const SyncReport next = runSync(request, {}, mailbox);
    QVERIFY2(next.status == RunStatus::Success,
             next.error ? qPrintable(next.error->message()) : "");
    QCOMPARE(m_pair->value(Side::Remote, "SELECT COUNT(*) FROM log"), QByteArray("3"));
}

QTEST_MAIN(TestRefusedCommit)
#include "tst_refused_commit.moc"
