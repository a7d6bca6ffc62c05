// SPDX-License-Identifier: GPL-3.0-or-later
// A run is paused in its midst: nothing moves, users edit on, and it ends right all the same.
#include "sync/core/fault_point.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

#include <future>

using namespace causeway;
using namespace causeway::test;
using namespace std::chrono_literals;

namespace {

/// Asks for the pause at the first instant of that name; plain data, as the hook is a function.
struct Wish {
    PauseGate* gate = nullptr;
    FaultPoint point = FaultPoint::Count;
};
Wish g_wish;

void pauseThere(FaultPoint point)
{
    if (g_wish.gate && point == g_wish.point)
        std::exchange(g_wish.gate, nullptr)->pause();
}

QByteArray rowsFrom(int first, int last, const char* value)
{
    QByteArrayList rows;
    for (int id = first; id <= last; ++id)
        rows << "(" + QByteArray::number(id) + ",'" + value + "')";
    return "INSERT INTO t VALUES " + rows.join(',') + ";";
}

} // namespace

class TestPause final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup();

    void nothingMovesAndEditsSurvive_data();
    void nothingMovesAndEditsSurvive();
    void loadIsPausedBetweenChunks();
    void stopEndsAPausedRun();
    void connectionsAreUsedMeanwhile();

private:
    using Running = std::future<SyncReport>;
    [[nodiscard]] Running start(const SyncRequest& request, FaultPoint pauseAt,
                                std::stop_source stop = {}, PauseBounds bounds = {});
    void setUp();
    [[nodiscard]] SyncRequest request() const;
    [[nodiscard]] QByteArray number(Side side, const char* where);

    std::unique_ptr<TwoSidedFixture> m_pair;
    std::unique_ptr<PauseGate> m_gate;
    ProgressMailbox m_mailbox;
};

void TestPause::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
}

void TestPause::cleanup()
{
    setFaultHook(nullptr);
    g_wish = {};
    m_pair.reset();
}

void TestPause::setUp()
{
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(20));" + rowsFrom(1, 5, "old"));
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QCOMPARE(runSync(request(), {}, m_mailbox).status, RunStatus::Success);
}

SyncRequest TestPause::request() const
{
    SyncRequest request;
    request.profile = m_pair->profile();
    request.limits.batchRows = 10;
    request.limits.bulkChunkRows = 10;
    return request;
}

TestPause::Running TestPause::start(const SyncRequest& request, FaultPoint pauseAt,
                                    std::stop_source stop, PauseBounds bounds)
{
    m_gate = std::make_unique<PauseGate>(stop, bounds);
    g_wish = {m_gate.get(), pauseAt};
    setFaultHook(&pauseThere);
    return std::async(std::launch::async, [this, request, stop] {
        return runSync(request, stop.get_token(), m_mailbox, m_gate.get());
    });
}

QByteArray TestPause::number(Side side, const char* where)
{
    return m_pair->value(side, QByteArray("SELECT COUNT(*) FROM t WHERE ") + where);
}

void TestPause::nothingMovesAndEditsSurvive_data()
{
    QTest::addColumn<Side>("target");
    QTest::addColumn<FaultPoint>("point");
    QTest::newRow("to local") << Side::Local << FaultPoint::LocalCommitAfter;
    QTest::newRow("to remote") << Side::Remote << FaultPoint::SettleAfter;
}

void TestPause::nothingMovesAndEditsSurvive()
{
    QFETCH(Side, target);
    QFETCH(FaultPoint, point);
    setUp();
    const Side source = otherSide(target);
    m_pair->run(source, rowsFrom(11, 60, "new"));
    m_pair->run(source, "UPDATE t SET v='newer' WHERE id=5;");
    Running running = start(request(), point, {}, {1ms, 10min});
    QTRY_COMPARE_WITH_TIMEOUT(m_gate->state(), PauseGate::State::Paused, 60'000);
    const QByteArray before = number(target, "id > 10");
    QVERIFY(before.toInt() < 50);
    m_pair->startCounting();

    // Users go on meanwhile, also with rows that the run has planned to write.
    m_pair->run(target, "UPDATE t SET v='users' WHERE id=1;");
    m_pair->run(target, "INSERT INTO t VALUES (60,'users');");
    m_pair->run(source, "UPDATE t SET v='later' WHERE id=59;");
    QCOMPARE(number(target, "id BETWEEN 11 AND 59"), before);
    QCOMPARE(m_pair->writes(target).total(), 2);
    QCOMPARE(m_pair->writes(source).total(), 1);
    const auto other = runSync(request(), {}, m_mailbox);
    QVERIFY(other.error && other.error->code == ErrorCode::SyncBusy); // the pair is still held

    m_gate->resume();
    const SyncReport report = running.get();
    QVERIFY(!report.error);
    QVERIFY(report.paused > 0ms);
    QCOMPARE(number(target, "id BETWEEN 11 AND 59"), QByteArray("49"));
    QCOMPARE(m_pair->value(target, "SELECT v FROM t WHERE id=60"), QByteArray("users"));
    QCOMPARE(m_pair->value(source, "SELECT v FROM t WHERE id=60"), QByteArray("new"));
    QCOMPARE(report.openConflicts(), 1); // row 60, on both sides meanwhile

    const SyncReport next = runSync(request(), {}, m_mailbox);
    QVERIFY(!next.error);
    QCOMPARE(m_pair->value(source, "SELECT v FROM t WHERE id=1"), QByteArray("users"));
    QCOMPARE(m_pair->value(target, "SELECT v FROM t WHERE id=59"), QByteArray("later"));
    QCOMPARE(m_pair->value(target, "SELECT v FROM t WHERE id=5"), QByteArray("newer"));
    QCOMPARE(next.openConflicts(), 1);
}

void TestPause::loadIsPausedBetweenChunks()
{
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(20));");
    m_pair->run(Side::Remote, rowsFrom(1, 500, "new"));
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    Running running = start(request(), FaultPoint::LocalCommitAfter, {}, {1ms, 10min});
    QTRY_COMPARE_WITH_TIMEOUT(m_gate->state(), PauseGate::State::Paused, 60'000);
    const QByteArray loaded = number(Side::Local, "1");
    QVERIFY(loaded.toInt() >= 10 && loaded.toInt() < 500);
    m_pair->run(Side::Local, "INSERT INTO t VALUES (500,'users');");
    QCOMPARE(number(Side::Local, "id < 500"), loaded);
    m_gate->resume();
    const SyncReport report = running.get();
    QVERIFY(!report.error);
    QCOMPARE(number(Side::Local, "1"), QByteArray("500"));
    QCOMPARE(m_pair->value(Side::Local, "SELECT v FROM t WHERE id=500"), QByteArray("users"));
    QCOMPARE(m_pair->value(Side::Remote, "SELECT v FROM t WHERE id=500"), QByteArray("new"));
}

void TestPause::stopEndsAPausedRun()
{
    setUp();
    m_pair->run(Side::Remote, rowsFrom(11, 60, "new"));
    const std::stop_source stop;
    Running running = start(request(), FaultPoint::LocalCommitAfter, stop);
    QTRY_COMPARE_WITH_TIMEOUT(m_gate->state(), PauseGate::State::Paused, 60'000);
    std::stop_source(stop).request_stop();
    QCOMPARE(running.get().status, RunStatus::Cancelled);
    QCOMPARE(number(Side::Local, "id > 10"), QByteArray("10")); // one batch, and it stays
    QCOMPARE(runSync(request(), {}, m_mailbox).status, RunStatus::Success);
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")),
             m_pair->dump(Side::Remote, QStringLiteral("t")));
}

void TestPause::connectionsAreUsedMeanwhile()
{
    setUp();
    m_pair->run(Side::Remote, rowsFrom(11, 60, "new"));
    const auto uses = [this](Side side) {
        return m_pair->rows(side, "SHOW GLOBAL STATUS LIKE 'Com_do'")
            .front()
            .split('|')
            .last()
            .toLongLong();
    };
    Running running = start(request(), FaultPoint::LocalCommitAfter, {}, {1ms, 10min});
    QTRY_COMPARE_WITH_TIMEOUT(m_gate->state(), PauseGate::State::Paused, 60'000);
    const qint64 remote = uses(Side::Remote);
    const qint64 local = uses(Side::Local);
    QTRY_VERIFY_WITH_TIMEOUT(uses(Side::Remote) > remote + 20 && uses(Side::Local) > local + 20,
                             60'000);
    m_gate->resume();
    QCOMPARE(running.get().status, RunStatus::Success);
    QCOMPARE(number(Side::Local, "id > 10"), QByteArray("50"));
}

QTEST_GUILESS_MAIN(TestPause)
#include "tst_pause.moc"
