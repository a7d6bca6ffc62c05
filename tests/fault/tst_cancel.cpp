// SPDX-License-Identifier: GPL-3.0-or-later
// A run is stopped at every instant that has a name: it ends soon, says so, and the next run goes
// on from there. Unlike after a kill everything is closed in good order.
#include "tests/fault/battered_pair.h"
#include "tests/fault/fault_options.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kStops = 60;

/// Stops the run at the point; plain data, since the hook is a plain function.
struct Wish {
    std::stop_source source;
    FaultPoint point = FaultPoint::Count;
    std::atomic<int> left{0};
    std::atomic<bool> granted{false};
};
Wish* g_wish = nullptr;

void stopThere(FaultPoint point)
{
    if (point == g_wish->point && --g_wish->left == 0) {
        g_wish->granted = true;
        g_wish->source.request_stop();
    }
}

} // namespace

class TestCancel final : public QObject {
    Q_OBJECT

public:
    explicit TestCancel(const FaultOptions& options)
        : m_options(options)
    {
    }

private slots:
    void initTestCase_data() { addPairRows(); }
    void runIsStopped();
    void cleanupTestCase();

private:
    void tell(FaultPoint point);

    FaultOptions m_options;
    std::unique_ptr<BatteredPair> m_pair;
    int m_stops = 0;
    int m_violations = 0;
};

void TestCancel::tell(FaultPoint point)
{
    const std::array policies{Policy::RemoteWins, Policy::LocalWins, Policy::Manual};
    const Policy policy = policies[m_pair->random().bounded(quint64(policies.size()))];
    const Side empty = m_pair->chance(50) ? Side::Remote : Side::Local;
    m_pair->usersWrite(m_pair->chance(50) ? std::optional(empty) : std::nullopt);
    Wish wish;
    wish.point = point;
    wish.left = 1 + m_pair->random().bounded(2);
    g_wish = &wish;
    setFaultHook(&stopThere);
    const SyncReport report = m_pair->run(policy, wish.source.get_token());
    setFaultHook(nullptr);
    m_stops += wish.granted ? 1 : 0;
    // The wish may come when all is done; else the run must not call itself anything better.
    if (report.status != RunStatus::Success && report.status != RunStatus::Cancelled)
        m_pair->complain("the stopped run ended as " + toText(report.status).toLatin1() + ' ' +
                         (report.error ? report.error->message().toUtf8() : QByteArray()));
    m_pair->runEnded(policy);
    if (m_pair->chance(70))
        m_pair->usersWriteMore();
    m_pair->recover(policy);
    m_pair->settle();
    m_pair->cleanUp();
    for (const QByteArray& violation : m_pair->violations())
        qWarning("VIOLATION: stopped at %s, policy %s: %s", faultPointName(point).data(),
                 qPrintable(toText(policy)), violation.constData());
}

void TestCancel::runIsStopped()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<BatteredPair>(pair, m_options.seed);
    const FaultBudget budget(m_options, static_cast<int>(serverPairs().size()));
    const int before = m_stops;
    for (std::size_t i = 0; budget.goesOn(m_stops - before); ++i) {
        const auto point = static_cast<FaultPoint>(m_pair->random().bounded(quint64(kFaultPoints)));
        QVERIFY(i < 40 * kFaultPoints);
        tell(point);
        const auto violations = static_cast<int>(m_pair->violations().size());
        m_violations += violations;
        QCOMPARE(violations, 0);
    }
    m_pair.reset();
}

void TestCancel::cleanupTestCase()
{
    printf("stops: %d, violations: %d (seed %u)\n", m_stops, m_violations, m_options.seed);
    QVERIFY(m_stops > 0);
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    TestCancel test(FaultOptions::taken(arguments, kStops));
    return QTest::qExec(&test, arguments);
}

#include "tst_cancel.moc"
