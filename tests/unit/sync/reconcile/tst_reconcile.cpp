// SPDX-License-Identifier: GPL-3.0-or-later
// reconcile() over its whole table: every state of one key, under every type, direction and policy.
#include "sync/reconcile/reconcile.h"

#include <QTest>

using namespace causeway;

Q_DECLARE_METATYPE(causeway::KeyState)
Q_DECLARE_METATYPE(causeway::Verdict)

namespace {

const std::vector<SyncType> kTypes{SyncType::Full, SyncType::Incremental};
const std::vector<Direction> kDirections{Direction::Both, Direction::RemoteToLocal,
                                         Direction::LocalToRemote};
const std::vector<Policy> kPolicies{Policy::RemoteWins, Policy::LocalWins, Policy::Skip,
                                    Policy::Manual};

using Digest = std::optional<quint64>;

/// Versions 1 and 2 of a row; nullopt: not there. Rows are equal exactly when their versions are.
const std::vector<Digest> kVersions{std::nullopt, 1, 2, 3};

KeyState stateOf(bool known, Digest base, Digest remote, Digest local)
{
    KeyState state;
    state.known = known;
    state.baseRemote = state.baseLocal = base;
    state.remote = remote;
    state.local = local;
    if (remote && local)
        state.equal = remote == local;
    return state;
}

Decision decide(const KeyState& state, SyncType type, Direction direction, Policy policy)
{
    return reconcile(state, {type, direction, policy});
}

template<typename Check>
void forEveryState(Check check)
{
    for (const Digest& remote : kVersions) {
        for (const Digest& local : kVersions) {
            check(stateOf(false, std::nullopt, remote, local));
            check(stateOf(true, 1, remote, local));
        }
    }
}

template<typename Check>
void forEveryRule(Check check)
{
    for (const SyncType type : kTypes)
        for (const Direction direction : kDirections)
            for (const Policy policy : kPolicies)
                check(Rules{type, direction, policy});
}

bool writesLocal(Verdict verdict)
{
    return verdict == Verdict::CopyToLocal;
}
bool writesRemote(Verdict verdict)
{
    return verdict == Verdict::CopyToRemote;
}

} // namespace

class TestReconcile final : public QObject {
    Q_OBJECT

private slots:
    void decidesTheTableOfTheDesign_data();
    void decidesTheTableOfTheDesign();
    void equalRowsAreNeverWritten();
    void oneWayNeverWritesItsSource();
    void bothChangedIsAlwaysAConflict();
    void fullOneWayMirrors();
    void asksForValuesOnlyWhenTheyDecide();
    void distrustedBaseInfersNoDelete();
    void swappedSidesGiveSwappedVerdicts();
    void oneWayLoserIsTakenNoteOf();
};

void TestReconcile::decidesTheTableOfTheDesign_data()
{
    QTest::addColumn<KeyState>("state");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char* name, const KeyState& state, Verdict verdict) {
        QTest::newRow(name) << state << verdict;
    };
    row("same, same", stateOf(true, 1, 1, 1), Verdict::Nothing);
    row("changed, same", stateOf(true, 1, 2, 1), Verdict::CopyToLocal);
    row("deleted, same", stateOf(true, 1, {}, 1), Verdict::CopyToLocal);
    row("same, changed", stateOf(true, 1, 1, 2), Verdict::CopyToRemote);
    row("same, deleted", stateOf(true, 1, 1, {}), Verdict::CopyToRemote);
    row("both to the same", stateOf(true, 1, 2, 2), Verdict::Adopt);
    row("both deleted", stateOf(true, 1, {}, {}), Verdict::Forget);
    row("both to different", stateOf(true, 1, 2, 3), Verdict::Queue);
    row("deleted, changed", stateOf(true, 1, {}, 2), Verdict::Queue);
    row("changed, deleted", stateOf(true, 1, 2, {}), Verdict::Queue);
    row("new on remote", stateOf(false, {}, 1, {}), Verdict::CopyToLocal);
    row("new on local", stateOf(false, {}, {}, 1), Verdict::CopyToRemote);
    row("new on both, equal", stateOf(false, {}, 1, 1), Verdict::Adopt);
    row("new on both, different", stateOf(false, {}, 1, 2), Verdict::Queue);
    row("nowhere", stateOf(false, {}, {}, {}), Verdict::Nothing);
}

void TestReconcile::decidesTheTableOfTheDesign()
{
    QFETCH(KeyState, state);
    QFETCH(Verdict, verdict);
    QCOMPARE(decide(state, SyncType::Incremental, Direction::Both, Policy::Manual).verdict,
             verdict);
    QCOMPARE(decide(state, SyncType::Full, Direction::Both, Policy::Manual).verdict, verdict);
}

void TestReconcile::equalRowsAreNeverWritten()
{
    forEveryState([](const KeyState& state) {
        if (state.remote != state.local)
            return;
        forEveryRule([&](const Rules& rules) {
            const Verdict verdict = reconcile(state, rules).verdict;
            QVERIFY(verdict == Verdict::Nothing || verdict == Verdict::Adopt ||
                    verdict == Verdict::Forget);
        });
    });
}

void TestReconcile::oneWayNeverWritesItsSource()
{
    forEveryState([](const KeyState& state) {
        forEveryRule([&](const Rules& rules) {
            const Verdict verdict = reconcile(state, rules).verdict;
            QVERIFY(rules.direction != Direction::RemoteToLocal || !writesRemote(verdict));
            QVERIFY(rules.direction != Direction::LocalToRemote || !writesLocal(verdict));
        });
    });
}

void TestReconcile::bothChangedIsAlwaysAConflict()
{
    forEveryState([](const KeyState& state) {
        const bool both = state.remoteChanged() && state.localChanged();
        if (!both || state.remote == state.local)
            return;
        forEveryRule([&](const Rules& rules) {
            const bool mirror = rules.type == SyncType::Full && rules.direction != Direction::Both;
            if (!mirror || state.known)
                QVERIFY(reconcile(state, rules).conflict.has_value());
        });
    });
}

void TestReconcile::fullOneWayMirrors()
{
    forEveryState([](const KeyState& state) {
        if (state.remote == state.local)
            return;
        for (const Policy policy : kPolicies) {
            QCOMPARE(decide(state, SyncType::Full, Direction::RemoteToLocal, policy).verdict,
                     Verdict::CopyToLocal);
            QCOMPARE(decide(state, SyncType::Full, Direction::LocalToRemote, policy).verdict,
                     Verdict::CopyToRemote);
        }
    });
}

void TestReconcile::asksForValuesOnlyWhenTheyDecide()
{
    forEveryState([](KeyState state) {
        const bool bothThere = state.remote && state.local;
        state.equal.reset();
        forEveryRule([&](const Rules& rules) {
            const Verdict verdict = reconcile(state, rules).verdict;
            if (!bothThere)
                QVERIFY(verdict != Verdict::NeedValues);
        });
        const bool oneChanged = state.remoteChanged() != state.localChanged();
        if (oneChanged)
            QVERIFY(decide(state, SyncType::Incremental, Direction::Both, Policy::Manual).verdict !=
                    Verdict::NeedValues);
    });
}

/// After a change of structure old digests mean nothing: a row missing on one side is a question
/// for a person, neither a delete to carry over nor an insert to undo it.
void TestReconcile::distrustedBaseInfersNoDelete()
{
    KeyState state = stateOf(true, 1, 2, std::nullopt);
    state.baseTrusted = false;
    QCOMPARE(decide(state, SyncType::Incremental, Direction::Both, Policy::Manual),
             (Decision{Verdict::Queue, ConflictKind::UpdateDelete}));
    state = stateOf(true, 1, 2, 2);
    state.baseTrusted = false;
    QCOMPARE(decide(state, SyncType::Incremental, Direction::Both, Policy::Manual).verdict,
             Verdict::Adopt);
}

void TestReconcile::swappedSidesGiveSwappedVerdicts()
{
    forEveryState([](const KeyState& state) {
        KeyState swapped = state;
        std::swap(swapped.remote, swapped.local);
        for (const SyncType type : kTypes) {
            const Verdict here = decide(state, type, Direction::Both, Policy::RemoteWins).verdict;
            const Verdict there = decide(swapped, type, Direction::Both, Policy::LocalWins).verdict;
            QCOMPARE(writesLocal(here), writesRemote(there));
            QCOMPARE(writesRemote(here), writesLocal(there));
        }
    });
}

void TestReconcile::oneWayLoserIsTakenNoteOf()
{
    const KeyState state = stateOf(true, 1, 2, 3);
    QCOMPARE(
        decide(state, SyncType::Incremental, Direction::RemoteToLocal, Policy::LocalWins).verdict,
        Verdict::AcceptRemote);
    QCOMPARE(
        decide(state, SyncType::Incremental, Direction::LocalToRemote, Policy::RemoteWins).verdict,
        Verdict::AcceptLocal);
}

QTEST_GUILESS_MAIN(TestReconcile)
#include "tst_reconcile.moc"
