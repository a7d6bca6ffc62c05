// SPDX-License-Identifier: GPL-3.0-or-later
// A run is killed at every instant that has a name, and at any other: whatever it leaves behind,
// the next run puts right without help.
#include "tests/fault/battered_pair.h"
#include "tests/fault/fault_options.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;
using namespace std::chrono_literals;

namespace {

constexpr int kKills = 212;
constexpr int kShownViolations = 20;

bool isOneOf(FaultPoint point, FaultPoint first, FaultPoint last)
{
    return point >= first && point <= last;
}

/// What has to be going on for a run to come to the point.
enum class Story { Sync, Bulk, Recovery, Resolve };

Story storyOf(FaultPoint point)
{
    if (isOneOf(point, FaultPoint::RecoverBefore, FaultPoint::RecoverAfter))
        return Story::Recovery;
    if (isOneOf(point, FaultPoint::ResolveBefore, FaultPoint::ResolveAfter))
        return Story::Resolve;
    if (isOneOf(point, FaultPoint::LedgerMakeBefore, FaultPoint::LedgerMakeAfter) ||
        isOneOf(point, FaultPoint::BulkLoadBefore, FaultPoint::BulkLoadAfter))
        return Story::Bulk;
    return Story::Sync;
}

} // namespace

class TestKill final : public QObject {
    Q_OBJECT

public:
    explicit TestKill(const FaultOptions& options)
        : m_options(options)
    {
    }

private slots:
    void initTestCase_data() { addPairRows(); }
    void runIsKilled();
    void cleanupTestCase();

private:
    void tell(Story story, const Doom& doom);
    void tellOfSync(Story story, const Doom& doom);
    void tellOfResolving(Doom doom);
    bool kill(const Doom& doom);
    Doom doomAt(std::optional<FaultPoint> point, int hit);
    Policy anyPolicy();
    void judge(const Doom& doom);

    FaultOptions m_options;
    std::unique_ptr<BatteredPair> m_pair;
    std::map<FaultPoint, int> m_deaths;
    int m_kills = 0;
    int m_violations = 0;
};

Policy TestKill::anyPolicy()
{
    const std::array all{Policy::RemoteWins, Policy::LocalWins, Policy::Manual, Policy::Skip};
    return all[m_pair->random().bounded(quint64(all.size()))];
}

Doom TestKill::doomAt(std::optional<FaultPoint> point, int hit)
{
    Doom doom;
    doom.point = point;
    doom.hit = hit;
    doom.policy = anyPolicy();
    if (point && isOneOf(*point, FaultPoint::ConflictBefore, FaultPoint::ConflictAfter))
        doom.policy = m_pair->chance(50) ? Policy::Manual : Policy::Skip;
    if (!point)
        doom.moment = std::chrono::milliseconds(1 + m_pair->random().bounded(500));
    return doom;
}

bool TestKill::kill(const Doom& doom)
{
    const DoomedEnd end = meetDoom(m_pair->profile(), doom);
    if (end.struck) {
        ++m_kills;
        if (doom.point)
            ++m_deaths[*doom.point];
    } else if (end.died) {
        qWarning("a run did not end: %s", doom.point ? faultPointName(*doom.point).data() : "");
        ++m_violations;
    }
    return end.struck;
}

void TestKill::tellOfSync(Story story, const Doom& doom)
{
    const bool bulk = story == Story::Bulk || m_pair->chance(10);
    const Side empty = m_pair->chance(50) ? Side::Remote : Side::Local;
    m_pair->usersWrite(bulk ? std::optional(empty) : std::nullopt);
    if (story == Story::Recovery) {
        const std::array leaveMarks{FaultPoint::MarkAfter, FaultPoint::RemoteCommitBefore,
                                    FaultPoint::RemoteCommitAfter, FaultPoint::SettleBefore,
                                    FaultPoint::SettleUncommitted};
        Doom before = doom;
        before.point = leaveMarks[m_pair->random().bounded(quint64(leaveMarks.size()))];
        before.hit = 1;
        kill(before);
        m_pair->runEnded(doom.policy);
        if (m_pair->chance(50))
            m_pair->usersWriteMore();
    }
    kill(doom);
    m_pair->runEnded(doom.policy);
    if (m_pair->chance(70))
        m_pair->usersWriteMore();
    m_pair->recover(doom.policy);
}

void TestKill::tellOfResolving(Doom doom)
{
    m_pair->usersWrite();
    m_pair->run(Policy::Manual);
    m_pair->runEnded(Policy::Manual);
    const auto open = m_pair->openConflicts();
    const auto merges = [&] {
        return std::any_of(open.begin(), open.end(), [&](const ConflictRow& conflict) {
            return decisionOn(conflict, doom.decisions).use == Settlement::Merged;
        });
    };
    do {
        doom.decisions = m_pair->random().generate();
    } while (!open.empty() && !merges());
    doom.action = Doom::Action::Resolve;
    kill(doom);
    m_pair->resolvingEnded(open, doom.decisions);
    if (m_pair->chance(50))
        m_pair->usersWriteMore();
    m_pair->recover(Policy::Manual);
}

void TestKill::tell(Story story, const Doom& doom)
{
    if (story == Story::Resolve)
        tellOfResolving(doom);
    else
        tellOfSync(story, doom);
    m_pair->settle();
    m_pair->cleanUp();
    judge(doom);
}

/// After a violation the next story begins on a new pair.
void TestKill::judge(const Doom& doom)
{
    const QByteArrayList violations = m_pair->violations();
    if (violations.isEmpty())
        return;
    m_violations += static_cast<int>(violations.size());
    QByteArray where =
        "after " + QByteArray::number(qint64(doom.moment.value_or(0ms).count())) + " ms";
    if (doom.point)
        where = faultPointName(*doom.point).data() + (" hit " + QByteArray::number(doom.hit));
    qWarning("VIOLATION: killed at %s, policy %s", where.constData(),
             qPrintable(toText(doom.policy)));
    for (const QByteArray& violation : violations.mid(0, kShownViolations))
        qWarning("    %s", violation.constData());
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<BatteredPair>(pair, m_options.seed + quint32(m_kills));
}

void TestKill::runIsKilled()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<BatteredPair>(pair, m_options.seed);
    const int before = m_kills;
    const FaultBudget budget(m_options, static_cast<int>(serverPairs().size()));
    for (int round = 0; budget.goesOn(m_kills - before); ++round) {
        for (std::size_t i = 0; i < kFaultPoints && budget.goesOn(m_kills - before); ++i) {
            const auto point = static_cast<FaultPoint>(i);
            if (!m_options.only.isEmpty() && faultPointNamed(m_options.only.toStdString()) != point)
                continue;
            const int hit = round == 0 || storyOf(point) == Story::Recovery
                                ? 1
                                : 1 + m_pair->random().bounded(4);
            tell(storyOf(point), doomAt(point, hit));
            if (i % 4 == 0)
                tell(Story::Sync, doomAt({}, 1));
        }
    }
    m_pair.reset();
}

void TestKill::cleanupTestCase()
{
    for (std::size_t i = 0; i < kFaultPoints; ++i) {
        const auto point = static_cast<FaultPoint>(i);
        if (m_deaths[point] == 0)
            qWarning("never killed at %s", faultPointName(point).data());
    }
    const auto struck = std::count_if(m_deaths.begin(), m_deaths.end(),
                                      [](const auto& entry) { return entry.second > 0; });
    printf("kills: %d at %d points, violations: %d (seed %u)\n", m_kills, static_cast<int>(struck),
           m_violations, m_options.seed);
    QCOMPARE(m_violations, 0);
    if (m_options.count >= kKills && m_options.only.isEmpty())
        QCOMPARE(struck, static_cast<std::ptrdiff_t>(kFaultPoints));
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    int code = 0;
    if (isDoomed(arguments, code))
        return code;
    TestKill test(FaultOptions::taken(arguments, kKills));
    return QTest::qExec(&test, arguments);
}

#include "tst_kill.moc"
