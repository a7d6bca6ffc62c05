// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of reconcile() whatever the row, the ledger and the rules are: many random cases,
// and of one that fails the simplest that still does.
#include "tests/support/row_model.h"

#include <QTest>

#include <functional>
#include <set>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kCases = 200'000;
constexpr int kHistories = 50'000;

struct Case {
    RowModel row;
    Rules rules;
    [[nodiscard]] Decision decision() const { return reconcile(row.state(), rules); }
};

using Property = std::function<bool(const Case&)>;

/// Steps towards a simpler case for as long as one of them still fails.
Case simplest(Case failing, const Property& holds)
{
    for (bool found = true; found;) {
        found = false;
        for (const RowModel& row : simpler(failing.row)) {
            const Case candidate{row, failing.rules};
            if (holds(candidate))
                continue;
            failing = candidate;
            found = true;
            break;
        }
    }
    return failing;
}

void check(const char* name, const Property& holds)
{
    Dice dice(20'260'101);
    for (int i = 0; i < kCases; ++i) {
        const Case some{randomRow(dice), randomRules(dice)};
        if (holds(some))
            continue;
        const Case least = simplest(some, holds);
        const QString report = QString::fromLatin1(name) + QStringLiteral(": ") + least.row.text() +
                               QStringLiteral("; ") + text(least.rules) +
                               QStringLiteral(" gives ") + text(least.decision());
        QFAIL(qPrintable(report));
    }
    qInfo("%s: %d cases", name, kCases);
}

bool writes(const Decision& decision, Side side)
{
    return decision.verdict == (side == Side::Local ? Verdict::CopyToLocal : Verdict::CopyToRemote);
}

bool deletedOn(const RowModel& row, Side side)
{
    const auto& now = side == Side::Remote ? row.remote : row.local;
    const auto& base = side == Side::Remote ? row.baseRemote : row.baseLocal;
    return row.known && row.trusted && base && !now;
}

bool changedOn(const RowModel& row, Side side)
{
    return side == Side::Remote ? row.state().remoteChanged() : row.state().localChanged();
}

Verdict swapped(Verdict verdict)
{
    switch (verdict) {
    case Verdict::CopyToLocal:
        return Verdict::CopyToRemote;
    case Verdict::CopyToRemote:
        return Verdict::CopyToLocal;
    case Verdict::AcceptRemote:
        return Verdict::AcceptLocal;
    case Verdict::AcceptLocal:
        return Verdict::AcceptRemote;
    default:
        return verdict;
    }
}

std::optional<ConflictKind> swapped(std::optional<ConflictKind> kind)
{
    if (kind == ConflictKind::UpdateDelete)
        return ConflictKind::DeleteUpdate;
    if (kind == ConflictKind::DeleteUpdate)
        return ConflictKind::UpdateDelete;
    return kind;
}

} // namespace

class TestReconcileProperties final : public QObject {
    Q_OBJECT

private slots:
    void asksForValuesOnlyWhenTheyAreMissing();
    void valuesNeverChangeAnAnswerGivenWithoutThem();
    void oneWayNeverWritesItsSource();
    void applyingADecisionSettlesIt();
    void bothWaysWithAWinnerConverges();
    void swappedSidesGiveTheMirrorImage();
    void noChangedRowIsOverwrittenUnnamed();
    void conflictsAreChangesOfBothSides();
    void deletesStayDeleted();
    void withoutTrustNothingIsOverwrittenUnnamed();
    void noVersionGetsLostInAHistory();
};

void TestReconcileProperties::asksForValuesOnlyWhenTheyAreMissing()
{
    check("asks for values only when they are missing", [](const Case& c) {
        const bool bothThere = c.row.remote && c.row.local;
        const Verdict blind = reconcile(c.row.state(false), c.rules).verdict;
        return c.decision().verdict != Verdict::NeedValues &&
               (bothThere || blind != Verdict::NeedValues);
    });
}

/// An answer without the values may only be "copy what one side changed": then the values can show
/// that there is nothing to copy, but not that something else must happen.
void TestReconcileProperties::valuesNeverChangeAnAnswerGivenWithoutThem()
{
    check("values never change an answer given without them", [](const Case& c) {
        const Decision blind = reconcile(c.row.state(false), c.rules);
        const Decision seeing = c.decision();
        return blind.verdict == Verdict::NeedValues || blind == seeing ||
               c.row.remote == c.row.local;
    });
}

void TestReconcileProperties::oneWayNeverWritesItsSource()
{
    check("one-way runs never write their source", [](const Case& c) {
        const Decision decision = c.decision();
        return (c.rules.direction != Direction::RemoteToLocal || !writes(decision, Side::Remote)) &&
               (c.rules.direction != Direction::LocalToRemote || !writes(decision, Side::Local));
    });
}

void TestReconcileProperties::applyingADecisionSettlesIt()
{
    check("a decision carried out is settled", [](const Case& c) {
        const Decision first = c.decision();
        RowModel row = c.row;
        row.apply(first);
        const Decision second = reconcile(row.state(), c.rules);
        const bool waits = first.verdict == Verdict::Leave || first.verdict == Verdict::Queue;
        return waits ? second == first && row == c.row : second == Decision{};
    });
}

void TestReconcileProperties::bothWaysWithAWinnerConverges()
{
    check("both ways with a winner converges", [](const Case& c) {
        const bool wins =
            c.rules.policy == Policy::RemoteWins || c.rules.policy == Policy::LocalWins;
        const bool agreedAlike = !c.row.known || c.row.baseRemote == c.row.baseLocal;
        if (c.rules.direction != Direction::Both || !wins || !agreedAlike)
            return true;
        RowModel row = c.row;
        row.apply(c.decision());
        return row.remote == row.local;
    });
}

void TestReconcileProperties::swappedSidesGiveTheMirrorImage()
{
    check("swapped sides give the mirror image", [](const Case& c) {
        const Decision here = c.decision();
        const Decision there = reconcile(c.row.swapped().state(), swapped(c.rules));
        return there.verdict == swapped(here.verdict) && there.conflict == swapped(here.conflict);
    });
}

void TestReconcileProperties::noChangedRowIsOverwrittenUnnamed()
{
    check("no changed row is overwritten unnamed", [](const Case& c) {
        const Decision decision = c.decision();
        for (const Side side : {Side::Remote, Side::Local}) {
            if (!writes(decision, side) || !changedOn(c.row, side))
                continue;
            const bool otherToo = changedOn(c.row, otherSide(side));
            const Policy winner = side == Side::Local ? Policy::RemoteWins : Policy::LocalWins;
            if (isMirror(c.rules) ? c.row.known && otherToo && !decision.conflict
                                  : !decision.conflict || c.rules.policy != winner)
                return false;
        }
        return true;
    });
}

void TestReconcileProperties::conflictsAreChangesOfBothSides()
{
    check("conflicts are changes of both sides to different values", [](const Case& c) {
        const bool both = changedOn(c.row, Side::Remote) && changedOn(c.row, Side::Local);
        const bool differ = c.row.remote != c.row.local;
        const bool caughtOut = c.rules.type == SyncType::Full && !isMirror(c.rules) &&
                               c.row.known && c.row.baseRemote != c.row.baseLocal;
        const bool unknownMirror = isMirror(c.rules) && !c.row.known;
        return unknownMirror || caughtOut || c.decision().conflict.has_value() == (both && differ);
    });
}

/// A delete that the other side has not answered with a change is never undone, but by a mirror.
void TestReconcileProperties::deletesStayDeleted()
{
    check("deletes stay deleted", [](const Case& c) {
        for (const Side side : {Side::Remote, Side::Local}) {
            const bool undisputed = deletedOn(c.row, side) && !changedOn(c.row, otherSide(side));
            if (undisputed && !isMirror(c.rules) && writes(c.decision(), side))
                return false;
        }
        return true;
    });
}

void TestReconcileProperties::withoutTrustNothingIsOverwrittenUnnamed()
{
    check("without trust nothing is overwritten unnamed", [](const Case& c) {
        if (c.row.trusted || !c.row.known || isMirror(c.rules))
            return true;
        const Decision decision = c.decision();
        const bool writesAny = writes(decision, Side::Remote) || writes(decision, Side::Local);
        return !writesAny || decision.conflict.has_value();
    });
}

namespace {

/// A life of one row: edits on both sides between runs of every kind. Every value is new.
class Life {
public:
    explicit Life(quint64 seed)
        : m_dice(seed)
    {
    }

    /// Empty, or what went wrong.
    QString run();

private:
    void edit(Side side);
    void sync(const Rules& rules);
    void lose(Side side);
    QString missing() const;

    Dice m_dice;
    RowModel m_row;
    int m_next = 1;
    std::set<int> m_owed; ///< written by somebody, overwritten by nobody who saw it
    QStringList m_story;
};

void Life::edit(Side side)
{
    auto& value = side == Side::Remote ? m_row.remote : m_row.local;
    if (value)
        m_owed.erase(*value); // whoever writes here has seen it
    if (m_dice.percent(70))
        m_owed.insert(*(value = m_next++));
    else
        value.reset();
    m_story << toText(side) + QStringLiteral(" edits: ") + m_row.text();
}

/// The row of @p side is about to be overwritten by a decision that keeps it.
void Life::lose(Side side)
{
    const auto& value = side == Side::Remote ? m_row.remote : m_row.local;
    if (value)
        m_owed.erase(*value);
}

void Life::sync(const Rules& rules)
{
    const Decision decision = reconcile(m_row.state(), rules);
    const bool named = decision.conflict.has_value() || isMirror(rules);
    for (const Side side : {Side::Remote, Side::Local}) {
        // An overwritten row is accounted for when it is kept, or was seen and agreed on before.
        if (writes(decision, side) && (named || !changedOn(m_row, side)))
            lose(side);
    }
    m_row.apply(decision);
    m_story << text(rules) + QStringLiteral(": ") + text(decision) + QStringLiteral(": ") +
                   m_row.text();
}

QString Life::missing() const
{
    for (const int value : m_owed) {
        if (m_row.remote != value && m_row.local != value)
            return QStringLiteral("%1 is lost:\n").arg(value) + m_story.join(u'\n');
    }
    return {};
}

QString Life::run()
{
    for (int i = m_dice.between(2, 12); i > 0; --i) {
        if (m_dice.percent(60))
            edit(m_dice.pick({Side::Remote, Side::Local}));
        else
            sync(randomRules(m_dice));
        if (const QString wrong = missing(); !wrong.isEmpty())
            return wrong;
    }
    sync({SyncType::Incremental, Direction::Both, Policy::RemoteWins});
    if (m_row.remote != m_row.local)
        return QStringLiteral("not converged:\n") + m_story.join(u'\n');
    return missing();
}

} // namespace

/// Nothing that somebody wrote disappears unless somebody saw it first, or it is named as loser;
/// and one last run in both directions leaves the sides equal.
void TestReconcileProperties::noVersionGetsLostInAHistory()
{
    for (quint64 seed = 1; seed <= kHistories; ++seed) {
        const QString wrong = Life(seed).run();
        if (!wrong.isEmpty())
            QFAIL(qPrintable(QStringLiteral("history %1: ").arg(seed) + wrong));
    }
    qInfo("no version gets lost in a history: %d cases", kHistories);
}

QTEST_GUILESS_MAIN(TestReconcileProperties)
#include "tst_reconcile_properties.moc"
