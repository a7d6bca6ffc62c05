// SPDX-License-Identifier: GPL-3.0-or-later
// Locks at the wrong moment: others' that keep the ledger from being settled, and ours on a server
// that we have vanished from.
#include "sync/core/fault_point.h"
#include "sync/dialect/quote.h"
#include "tests/fault/battered_pair.h"
#include "tests/support/proxy.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace causeway;
using namespace causeway::test;
using namespace std::chrono_literals;

namespace {

/// What happens at the n-th time that a run comes to a point.
struct Event {
    FaultPoint point;
    int hit;
    std::function<void()> what;
    int hits = 0;
};
std::vector<Event>* g_events = nullptr; // the hook is a plain function

void happen(FaultPoint point)
{
    for (Event& event : *g_events) {
        if (event.point == point && ++event.hits == event.hit)
            event.what();
    }
}

/// Lets events happen during the runs of this thread; none of them may load in bulk.
class Events {
public:
    explicit Events(std::vector<Event> events)
        : m_events(std::move(events))
    {
        g_events = &m_events;
        setFaultHook(&happen);
    }
    Events(const Events&) = delete;
    Events& operator=(const Events&) = delete;
    ~Events() { setFaultHook(nullptr); }

    [[nodiscard]] bool allHappened() const
    {
        return std::all_of(m_events.begin(), m_events.end(),
                           [](const Event& event) { return event.hits >= event.hit; });
    }

private:
    std::vector<Event> m_events;
};

/// Not one of the pair's own connections: those must be gone in the end.
Connection connectTo(const SideConfig& config, Side side)
{
    ConnectionOptions options;
    options.selectDatabase = false;
    auto connection = Connection::open(config, side, options);
    require(connection ? okStatus() : Status(connection.error()), QStringLiteral("connecting"));
    return std::move(*connection);
}

void must(Connection& connection, const QByteArray& sql)
{
    auto done = connection.execute(sql);
    require(done ? okStatus() : Status(done.error()), QString::fromUtf8(sql));
}

Timeouts shortWaits()
{
    Timeouts timeouts;
    timeouts.lock = 1s;
    return timeouts;
}

/// As another program would that reads them all at its leisure.
void lockLedgers(Connection& connection)
{
    must(connection, "START TRANSACTION");
    must(connection, "UPDATE " + quoteIdentifier(connection.config().database) +
                         ".db_sync_ledger SET updated_at = updated_at");
}

} // namespace

class TestLocks final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup();

    void settlingWaitsForALock();
    void settlingThatCannotBeDoneEndsTheRun();
    void vanishedClientFreesItsRows();
    void idleConnectionOutlivesTheBound();

private:
    std::unique_ptr<BatteredPair> m_pair;
};

void TestLocks::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<BatteredPair>(pair, 1);
}

void TestLocks::cleanup()
{
    QVERIFY2(m_pair->violations().isEmpty(), m_pair->violations().join('\n').constData());
    m_pair.reset();
}

/// The lock goes away while the engine tries again: the run succeeds as if nothing had been.
void TestLocks::settlingWaitsForALock()
{
    m_pair->usersWrite();
    Connection other = connectTo(m_pair->pair().profile().local, Side::Local);
    m_pair->setTimeouts(shortWaits());
    const Events events({
        {FaultPoint::RemoteCommitAfter, 1, [&] { lockLedgers(other); }},
        {FaultPoint::SettleBefore, 2, [&] { must(other, "ROLLBACK"); }}, // the second attempt
    });
    const SyncReport report = m_pair->run(Policy::RemoteWins);
    QVERIFY(events.allHappened());
    QCOMPARE(report.status, RunStatus::Success);
    m_pair->runEnded(Policy::RemoteWins);
    m_pair->recover(Policy::RemoteWins);
}

/// It stays: the run must not decide anything on a ledger that lags behind. The next one recovers,
/// and sees what users have written meanwhile as what it is.
void TestLocks::settlingThatCannotBeDoneEndsTheRun()
{
    m_pair->usersWrite();
    Connection other = connectTo(m_pair->pair().profile().local, Side::Local);
    m_pair->setTimeouts(shortWaits());
    const Events events({{FaultPoint::RemoteCommitAfter, 1, [&] { lockLedgers(other); }}});
    const SyncReport report = m_pair->run(Policy::RemoteWins);
    QVERIFY(events.allHappened());
    QCOMPARE(report.status, RunStatus::Failed);
    QVERIFY(report.error.has_value());
    QCOMPARE(errorCodeText(report.error->code), QStringLiteral("SYNC_005"));
    must(other, "ROLLBACK");
    m_pair->runEnded(Policy::RemoteWins);
    m_pair->usersWriteMore();
    m_pair->recover(Policy::RemoteWins);
}

/// The machine falls asleep in the middle of a batch: the remote server does not wait for it.
void TestLocks::vanishedClientFreesItsRows()
{
    m_pair->usersWrite();
    const auto ownedProxy = proxyFor(m_pair->pair().server(Side::Remote));
    FlakyProxy& proxy = *ownedProxy;
    Profile profile = m_pair->profile();
    profile.remote = proxy.through(profile.remote);
    profile.remote.tls = TlsMode::Disabled;
    m_pair->setProfile(profile);
    Timeouts timeouts;
    timeouts.read = 10s; // longer than the server waits
    timeouts.transaction = 2s;
    m_pair->setTimeouts(timeouts);
    Connection user = connectTo(m_pair->pair().profile().remote, Side::Remote);
    must(user, "SET SESSION innodb_lock_wait_timeout = 8");
    qint64 waited = -1;
    const auto vanish = [&] {
        proxy.plan(NetworkFault::HalfOpen, 1);
        // Every row that the batch has locked, and the epoch.
        QElapsedTimer clock;
        clock.start();
        const auto locked = user.query("SELECT * FROM " + quoteIdentifier(user.config().database) +
                                       ".db_sync_state FOR UPDATE");
        waited = locked ? clock.elapsed() : -1;
    };
    const Events events({{FaultPoint::MarkAfter, 1, vanish}});
    const SyncReport report = m_pair->run(Policy::RemoteWins);
    proxy.heal();
    QVERIFY(events.allHappened());
    QVERIFY2(waited >= 0, "the remote server still holds the rows of a client that is gone");
    QVERIFY2(waited < 6000, QByteArray::number(waited).constData());
    QCOMPARE(report.status, RunStatus::Failed);
    QVERIFY(errorCodeText(report.error->code).startsWith(u"DB_CONN_"));
    m_pair->setTimeouts(std::nullopt);
    m_pair->runEnded(Policy::RemoteWins);
    m_pair->usersWriteMore();
    m_pair->recover(Policy::RemoteWins);
}

/// Outside of a transaction nothing is held: a connection may have nothing to do for longer.
void TestLocks::idleConnectionOutlivesTheBound()
{
    m_pair->usersWrite();
    Timeouts timeouts;
    timeouts.transaction = 1s;
    m_pair->setTimeouts(timeouts);
    Connection waiting = connectTo(m_pair->pair().profile().local, Side::Local);
    const Events events({{FaultPoint::SettleAfter, 1, [&] { must(waiting, "DO SLEEP(2.5)"); }}});
    QCOMPARE(m_pair->run(Policy::LocalWins).status, RunStatus::Success);
    QVERIFY(events.allHappened());
    m_pair->runEnded(Policy::LocalWins);
    m_pair->setTimeouts(std::nullopt);
    m_pair->recover(Policy::LocalWins);
}

QTEST_GUILESS_MAIN(TestLocks)
#include "tst_locks.moc"
