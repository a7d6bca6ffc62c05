// SPDX-License-Identifier: GPL-3.0-or-later
// A *server* dies in the middle of a run and comes back: what it had committed is there, what it
// had not is not, and the next run puts the pair right.
#include "tests/fault/battered_pair.h"
#include "tests/fault/fault_options.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kKills = 20;
constexpr int kMostTries = 4;
constexpr int kShownViolations = 12;

// Where a server that forgets or remembers makes a difference.
constexpr std::array kPoints{
    FaultPoint::MarkAfter,           FaultPoint::RemoteCommitBefore, FaultPoint::RemoteCommitAfter,
    FaultPoint::SettleUncommitted,   FaultPoint::SettleAfter,        FaultPoint::LocalCommitBefore,
    FaultPoint::LocalCommitAfter,    FaultPoint::WriteAfter,         FaultPoint::MarkUncommitted,
    FaultPoint::ConflictUncommitted,
};

} // namespace

class TestServerKill final : public QObject {
    Q_OBJECT

public:
    explicit TestServerKill(const FaultOptions& options)
        : m_options(options)
    {
    }

private slots:
    void initTestCase_data() { addPairRows(); }
    void serverIsKilled_data();
    void serverIsKilled();
    void cleanupTestCase();

private:
    bool tell(const Doom& doom, Side side);
    void judge(const DoomedEnd& end);

    FaultOptions m_options;
    std::unique_ptr<BatteredPair> m_pair;
    int m_kills = 0;
    int m_violations = 0;
};

void TestServerKill::serverIsKilled_data()
{
    QTest::addColumn<Side>("side");
    QTest::newRow("remote") << Side::Remote;
    QTest::newRow("local") << Side::Local;
}

bool TestServerKill::tell(const Doom& doom, Side side)
{
    PrivateServer& server = m_pair->pair().server(side);
    m_pair->usersWrite();
    Doom fatal = doom;
    fatal.process = server.processId();
    const DoomedEnd end = meetDoom(m_pair->profile(), fatal);
    if (end.struck) {
        ++m_kills;
        server.kill(); // it is dead: now its owner knows too
        require(server.restart(), QStringLiteral("starting a server again"));
        m_pair->pair().reconnect(side);
    }
    m_pair->runEnded(doom.policy);
    judge(end);
    m_pair->usersWriteMore();
    m_pair->recover(doom.policy);
    m_pair->settle();
    return end.struck;
}

/// The run has noticed, in time, and says so.
void TestServerKill::judge(const DoomedEnd& end)
{
    constexpr std::chrono::seconds kLongest{30};
    if (end.died)
        m_pair->complain("the run did not end by itself");
    if (end.duration > kLongest)
        m_pair->complain("the run took too long to end");
    if (!end.errorCode.isEmpty() && !end.errorCode.startsWith("DB_CONN_") &&
        !end.errorCode.startsWith("SYNC_"))
        m_pair->complain("the run's error is " + end.errorCode);
}

void TestServerKill::serverIsKilled()
{
    QFETCH_GLOBAL(PairKind, pair);
    QFETCH(Side, side);
    m_pair = std::make_unique<BatteredPair>(pair, m_options.seed);
    const int times = std::max(1, m_options.count / 2 / static_cast<int>(serverPairs().size()));
    const std::array policies{Policy::RemoteWins, Policy::LocalWins, Policy::Manual};
    int struck = 0;
    for (int i = 0; i < times * kMostTries && struck < times; ++i) {
        Doom doom;
        doom.point = kPoints[static_cast<std::size_t>(i) % kPoints.size()];
        doom.hit = i < static_cast<int>(kPoints.size()) ? 1 : 1 + m_pair->random().bounded(3);
        doom.policy = *doom.point == FaultPoint::ConflictUncommitted
                          ? Policy::Manual
                          : policies[m_pair->random().bounded(quint64(policies.size()))];
        struck += tell(doom, side) ? 1 : 0;
        const QByteArrayList violations = m_pair->violations();
        for (const QByteArray& violation : violations.mid(0, kShownViolations))
            qWarning("VIOLATION at %s: %s", faultPointName(*doom.point).data(),
                     violation.constData());
        m_violations += static_cast<int>(violations.size());
        QVERIFY(violations.isEmpty());
    }
    m_pair.reset();
    QCOMPARE(struck, times);
}

void TestServerKill::cleanupTestCase()
{
    printf("server kills: %d, violations: %d (seed %u)\n", m_kills, m_violations, m_options.seed);
    QCOMPARE(m_violations, 0);
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    int code = 0;
    if (isDoomed(arguments, code))
        return code;
    adjustSharedServers([](PrivateServerOptions& options) { options.durable = true; });
    TestServerKill test(FaultOptions::taken(arguments, kKills));
    return QTest::qExec(&test, arguments);
}

#include "tst_server_kill.moc"
