// SPDX-License-Identifier: GPL-3.0-or-later
// A run over a network that does its worst, on either side: it ends within its time-outs, says what
// happened by a documented code, and the next run over a network that is well puts all right.
#include "tests/fault/battered_pair.h"
#include "tests/fault/fault_options.h"
#include "tests/support/proxy.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;
using namespace std::chrono_literals;

namespace {

constexpr int kTimesEach = 20;
constexpr int kMostTries = 4; ///< a fault planned for too late in a run does not strike
constexpr int kShownViolations = 12;

struct FaultKind {
    NetworkFault fault;
    const char* name;
    int latest; ///< strikes at a request (or COMMIT) up to this one
    bool harmless = false;
};

constexpr std::array kKinds{
    FaultKind{NetworkFault::Refuse, "refuse", 1},
    FaultKind{NetworkFault::ResetBeforeRequest, "reset-before", 90},
    FaultKind{NetworkFault::ResetAfterRequest, "reset-after", 90},
    FaultKind{NetworkFault::DropCommitAnswer, "drop-commit-answer", 4},
    FaultKind{NetworkFault::RefuseCommit, "refuse-commit", 6},
    FaultKind{NetworkFault::LateCommit, "late-commit", 4},
    FaultKind{NetworkFault::DropAll, "drop-all", 90},
    FaultKind{NetworkFault::Delay, "delay", 1, true},
    FaultKind{NetworkFault::Throttle, "throttle", 1, true},
    FaultKind{NetworkFault::SplitBytes, "split-bytes", 1, true},
    FaultKind{NetworkFault::TruncatePacket, "truncate-packet", 90},
    FaultKind{NetworkFault::HalfOpen, "half-open", 90},
    FaultKind{NetworkFault::WrongGreeting, "wrong-greeting", 6},
    FaultKind{NetworkFault::SlowLoris, "slow-loris", 1},
};

bool isDocumented(const QString& code)
{
    return code.startsWith(u"DB_CONN_") || code.startsWith(u"SYNC_");
}

QByteArray wordsOf(const std::vector<Error>& errors)
{
    QByteArray words;
    for (const Error& error : errors)
        words += ' ' + errorCodeText(error.code).toLatin1() + ": " + error.message().toUtf8();
    return words;
}

/// Waiting is what these do to their victim.
bool keepsWaiting(NetworkFault fault)
{
    return fault == NetworkFault::HalfOpen || fault == NetworkFault::SlowLoris ||
           fault == NetworkFault::WrongGreeting;
}

} // namespace

class TestProxy final : public QObject {
    Q_OBJECT

public:
    explicit TestProxy(const FaultOptions& options)
        : m_options(options)
    {
    }

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void networkFails_data();
    void networkFails();
    void cleanup();
    void cleanupTestCase();

private:
    void tell(const FaultKind& kind, Side side);
    void judgeRun(const FaultKind& kind, const SyncReport& report);
    void judge(const FaultKind& kind, Side side, Policy policy);
    Policy anyPolicy();

    FaultOptions m_options;
    std::unique_ptr<BatteredPair> m_pair;
    std::map<Side, std::unique_ptr<FlakyProxy>> m_proxies;
    std::map<QByteArray, int> m_strikes;
    int m_violations = 0;
    int m_stories = 0;
};

Policy TestProxy::anyPolicy()
{
    const std::array all{Policy::RemoteWins, Policy::LocalWins, Policy::Manual};
    return all[m_pair->random().bounded(quint64(all.size()))];
}

void TestProxy::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    const quint32 seed = m_options.seed + static_cast<quint32>(++m_stories);
    m_pair = std::make_unique<BatteredPair>(pair, seed);
    Profile profile = m_pair->pair().profile();
    for (const Side side : {Side::Remote, Side::Local}) {
        m_proxies[side] = proxyFor(m_pair->pair().server(side));
        profile.side(side) = m_proxies[side]->through(profile.side(side));
        profile.side(side).tls = TlsMode::Disabled;
    }
    m_pair->setProfile(profile);
}

void TestProxy::cleanup()
{
    m_pair.reset();
    m_proxies.clear();
}

void TestProxy::networkFails_data()
{
    QTest::addColumn<int>("kind");
    for (std::size_t i = 0; i < kKinds.size(); ++i)
        QTest::newRow(kKinds[i].name) << static_cast<int>(i);
}

void TestProxy::networkFails()
{
    QFETCH(int, kind);
    const FaultKind& fault = kKinds[static_cast<std::size_t>(kind)];
    const int pairs = static_cast<int>(serverPairs().size());
    const int times = std::max(1, m_options.count / pairs);
    const int already = m_strikes[fault.name];
    for (int i = 0; i < times * kMostTries && m_strikes[fault.name] - already < times; ++i)
        tell(fault, i % 2 == 0 ? Side::Remote : Side::Local);
    QVERIFY2(m_strikes[fault.name] - already >= times, "the fault has not struck often enough");
}

void TestProxy::tell(const FaultKind& kind, Side side)
{
    const Policy policy = anyPolicy();
    const bool bulk = m_pair->chance(15);
    m_pair->usersWrite(bulk ? std::optional(m_pair->chance(50) ? Side::Remote : Side::Local)
                            : std::nullopt);
    FlakyProxy& proxy = *m_proxies[side];
    Timeouts timeouts;
    timeouts.connect = timeouts.read = timeouts.write = keepsWaiting(kind.fault) ? 1s : 20s;
    m_pair->setTimeouts(timeouts);
    proxy.plan(kind.fault, 1 + m_pair->random().bounded(kind.latest));
    const SyncReport report = m_pair->run(policy);
    m_strikes[kind.name] += proxy.strikes() > 0 ? 1 : 0;
    proxy.heal();
    m_pair->setTimeouts(std::nullopt);
    // Users may be kept waiting by a COMMIT on its way, and then write on top of it: the oracle
    // would have to know. Without them, the next run is the one that has to wait.
    const bool more = kind.fault == NetworkFault::DropCommitAnswer || m_pair->chance(70);
    if (more)
        proxy.waitForLateOnes();
    m_pair->runEnded(policy);
    judgeRun(kind, report);
    if (more)
        m_pair->usersWriteMore();
    m_pair->recover(policy);
    m_pair->settle();
    m_pair->cleanUp();
    judge(kind, side, policy);
}

void TestProxy::judgeRun(const FaultKind& kind, const SyncReport& report)
{
    std::vector<Error> errors;
    if (report.error)
        errors.push_back(*report.error);
    for (const TableOutcome& table : report.tables) {
        if (table.error)
            errors.push_back(*table.error);
    }
    // One connection after the other may have to wait: reader and writer of a side, and the log.
    // A login has one bound for all its waits, however often a byte comes.
    const auto longest = kind.fault == NetworkFault::SlowLoris ? 5s : 15s;
    if (report.duration > longest)
        m_pair->complain("the run took " + QByteArray::number(qint64(report.duration.count())) +
                         " ms" + wordsOf(errors));
    if (report.status == RunStatus::Success)
        return;
    if (kind.harmless)
        m_pair->complain("a slow network failed the run" + wordsOf(errors));
    if (errors.empty())
        m_pair->complain("the run failed without an error");
    for (const Error& error : errors) {
        if (!isDocumented(errorCodeText(error.code)))
            m_pair->complain("an undocumented code:" + wordsOf({error}));
    }
}

/// After a violation the next story begins on a new pair.
void TestProxy::judge(const FaultKind& kind, Side side, Policy policy)
{
    const QByteArrayList violations = m_pair->violations();
    if (violations.isEmpty())
        return;
    m_violations += static_cast<int>(violations.size());
    qWarning("VIOLATION: %s on %s, %s", kind.name, qPrintable(toText(side)),
             qPrintable(toText(policy)));
    for (const QByteArray& violation : violations.mid(0, kShownViolations))
        qWarning("    %s", violation.constData());
    cleanup();
    init();
}

void TestProxy::cleanupTestCase()
{
    int least = m_options.count;
    for (const FaultKind& kind : kKinds)
        least = std::min(least, m_strikes[kind.name]);
    printf("proxy faults: %zu kinds x %d, violations: %d (seed %u)\n", kKinds.size(), least,
           m_violations, m_options.seed);
    QCOMPARE(m_violations, 0);
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    TestProxy test(FaultOptions::taken(arguments, kTimesEach));
    return QTest::qExec(&test, arguments);
}

#include "tst_proxy.moc"
