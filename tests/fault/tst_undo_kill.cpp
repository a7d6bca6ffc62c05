// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept for an undo survives a kill of the run that wrote it, and a kill of the undo itself:
// both sides are as before the run in the end, and the next run does the same again.
#include "tests/fault/battered_pair.h"
#include "tests/fault/fault_options.h"

#include <QDeadlineTimer>
#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kKills = 48;
constexpr std::size_t kLeastPoints = 12;
constexpr qsizetype kShown = 10;
constexpr std::chrono::seconds kPatience{30};

const QString kMe = QStringLiteral("test");

/// Rows in which the two differ.
QByteArrayList differences(const Contents& wanted, const Contents& found)
{
    QByteArrayList lines;
    const auto compare = [&](const Contents& here, const Contents& there, bool missingOnly) {
        for (const auto& [id, rows] : here) {
            const auto other = there.find(id);
            if (other == there.end() ? rows != RowPair{} : !missingOnly && other->second != rows)
                lines << printed(id) + ": " + printed(rows) + " / " +
                             printed(other == there.end() ? RowPair{} : other->second);
        }
    };
    compare(wanted, found, false);
    compare(found, wanted, true);
    return lines;
}

} // namespace

class TestUndoKill final : public QObject {
    Q_OBJECT

public:
    explicit TestUndoKill(const FaultOptions& options)
        : m_options(options)
    {
    }

private slots:
    void initTestCase_data() { addPairRows(); }
    void runAndUndoAreKilled();
    void cleanupTestCase();

private:
    enum class Victim { Undo, Run };
    void tell(Victim victim, std::optional<FaultPoint> point);
    void killUndo(Doom doom);
    void killRun(const Doom& doom);
    void kill(const Doom& doom);
    /// Undoes every run since the story began, the newest first.
    void undoAll();
    void undoUntilDone(const QString& runId);
    void expect(const char* what, const Contents& wanted);
    [[nodiscard]] QStringList runsToUndo();
    SyncReport sync();

    FaultOptions m_options;
    std::unique_ptr<BatteredPair> m_pair;
    QStringList m_earlier; ///< runs of other stories
    Policy m_policy = Policy::Manual;
    std::set<FaultPoint> m_points;
    int m_kills = 0;
    int m_violations = 0;
    QByteArray m_where;
};

SyncReport TestUndoKill::sync()
{
    const QDeadlineTimer deadline(kPatience);
    SyncReport report = m_pair->run(m_policy);
    while (report.error && report.error->code == ErrorCode::SyncBusy && !deadline.hasExpired())
        report = m_pair->run(m_policy); // the server has not noticed yet that its client is dead
    return report;
}

QStringList TestUndoKill::runsToUndo()
{
    const auto runs = undoableRuns(m_pair->profile().local);
    QStringList ids;
    for (const UndoableRun& run : runs ? *runs : std::vector<UndoableRun>{}) {
        if (!m_earlier.contains(run.runId))
            ids << run.runId;
    }
    return ids;
}

void TestUndoKill::expect(const char* what, const Contents& wanted)
{
    const QByteArrayList lines = differences(wanted, m_pair->look());
    if (lines.isEmpty())
        return;
    ++m_violations;
    qWarning("VIOLATION: %s, policy %s: %s", m_where.constData(), qPrintable(toText(m_policy)),
             what);
    for (const QByteArray& line : lines.mid(0, kShown))
        qWarning("    %s", line.constData());
}

void TestUndoKill::kill(const Doom& doom)
{
    const DoomedEnd end = meetDoom(m_pair->profile(), doom);
    if (!end.struck)
        return;
    ++m_kills;
    if (doom.point)
        m_points.insert(*doom.point);
}

void TestUndoKill::undoUntilDone(const QString& runId)
{
    const QDeadlineTimer deadline(kPatience);
    auto report = undoRun(m_pair->profile(), runId, false, kMe, {});
    while (!report && report.error().code == ErrorCode::SyncBusy && !deadline.hasExpired())
        report = undoRun(m_pair->profile(), runId, false, kMe, {});
    if (report && report->complete())
        return;
    ++m_violations;
    qWarning("VIOLATION: %s: the undo %s", m_where.constData(),
             report ? "left rows" : qPrintable(report.error().message()));
}

void TestUndoKill::undoAll()
{
    for (const QString& runId : runsToUndo())
        undoUntilDone(runId);
}

void TestUndoKill::killUndo(Doom doom)
{
    const QString runId = sync().runId;
    if (!runsToUndo().contains(runId))
        return; // nothing was written
    doom.action = Doom::Action::Undo;
    doom.runId = runId;
    kill(doom);
    undoUntilDone(runId);
}

/// What the dead run had done by then can be undone, with what the next one did.
void TestUndoKill::killRun(const Doom& doom)
{
    kill(doom);
    if (m_pair->chance(50))
        (void)sync();
    undoAll();
}

void TestUndoKill::tell(Victim victim, std::optional<FaultPoint> point)
{
    m_earlier += runsToUndo();
    const std::array policies{Policy::RemoteWins, Policy::LocalWins, Policy::Manual, Policy::Skip};
    m_policy = policies[m_pair->random().bounded(quint64(policies.size()))];
    Doom doom;
    doom.policy = m_policy;
    doom.point = point;
    doom.hit = 1 + m_pair->random().bounded(6);
    if (!point)
        doom.moment = std::chrono::milliseconds(20 + m_pair->random().bounded(300));
    m_where = victim == Victim::Undo ? "undo killed at " : "run killed at ";
    m_where += point ? faultPointName(*point).data() : "some moment";
    m_where += ", hit " + QByteArray::number(doom.hit);
    m_pair->usersWrite();
    const Contents before = m_pair->look();
    if (victim == Victim::Undo)
        killUndo(doom);
    else
        killRun(doom);
    expect("not as before the run", before);
    m_pair->runEnded(m_policy);
    m_pair->recover(m_policy);
    m_pair->settle();
    const QByteArrayList found = m_pair->violations();
    for (const QByteArray& line : found.mid(0, kShown))
        qWarning("VIOLATION: %s: the next run: %s", m_where.constData(), line.constData());
    m_violations += static_cast<int>(found.size());
}

void TestUndoKill::runAndUndoAreKilled()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<BatteredPair>(pair, m_options.seed);
    m_earlier.clear();
    const int before = m_kills;
    const FaultBudget budget(m_options, static_cast<int>(serverPairs().size()));
    while (budget.goesOn(m_kills - before)) {
        const Victim victim = m_pair->chance(60) ? Victim::Undo : Victim::Run;
        const int pick = m_pair->random().bounded(static_cast<int>(kFaultPoints) + 10);
        tell(victim, pick < static_cast<int>(kFaultPoints)
                         ? std::optional(static_cast<FaultPoint>(pick))
                         : std::nullopt);
        if (m_violations > 0)
            break;
    }
    m_pair.reset();
}

void TestUndoKill::cleanupTestCase()
{
    printf("undo: kills %d at %d points, violations %d (seed %u)\n", m_kills,
           static_cast<int>(m_points.size()), m_violations, m_options.seed);
    QCOMPARE(m_violations, 0);
    if (m_options.count >= kKills)
        QVERIFY(m_points.size() >= kLeastPoints);
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    int code = 0;
    if (isDoomed(arguments, code))
        return code;
    TestUndoKill test(FaultOptions::taken(arguments, kKills));
    return QTest::qExec(&test, arguments);
}

#include "tst_undo_kill.moc"
