// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/pair_check.h"
#include "sync/db/transaction.h"
#include "sync/dialect/fence_sql.h"
#include "sync/ledger/ledger.h"
#include "sync/run/pair_actions.h"
#include "sync/run/pair_session.h"
#include "sync/undo/undo_journal.h"

namespace causeway {
namespace {

std::optional<Side> sideThatWentBack(PairProblem problem)
{
    if (problem == PairProblem::RemoteWentBack)
        return Side::Remote;
    if (problem == PairProblem::LocalWentBack)
        return Side::Local;
    return std::nullopt;
}

/// The facts as they were if both databases were where they were recorded.
bool onlyMoved(PairFacts facts)
{
    if (!facts.local || !facts.remote)
        return false;
    facts.local->peer = facts.remoteIs;
    facts.remote->peer = facts.localIs;
    return findProblem(facts) == PairProblem::None;
}

Result<PairFacts> initialisedFacts(Connection& remote, Connection& local, bool lock)
{
    auto facts = readPairFacts(remote, local, lock);
    CAUSEWAY_TRY(facts);
    if (findProblem(*facts) == PairProblem::NotInitialised)
        return problemError(PairProblem::NotInitialised, *facts, remote, local);
    return facts;
}

/// In an order that leaves the pair with a problem until the last statement.
Status recordAnew(const PairFacts& facts, Connection& remote, Connection& local)
{
    const StateRow& own = *facts.local;
    const StateRow peer = facts.remote.value_or(StateRow{});
    const quint64 localEpoch = std::max(own.epoch, peer.peerEpoch) + 1;
    const quint64 remoteEpoch = std::max(peer.epoch, own.peerEpoch) + 1;
    CAUSEWAY_TRY(forgetAgreements(local));
    CAUSEWAY_TRY(createUndoTables(local));
    CAUSEWAY_TRY(recoverUndo(local, 0));
    CAUSEWAY_TRY(
        remote.execute(fencesql::replacePair(own.pairId, remoteEpoch, facts.localIs, localEpoch)));
    CAUSEWAY_TRY(
        local.execute(fencesql::replacePair(own.pairId, localEpoch, facts.remoteIs, remoteEpoch)));
    return okStatus();
}

Status recordPeers(const PairFacts& facts, Connection& remote, Connection& local)
{
    const QString& pairId = facts.local->pairId;
    CAUSEWAY_TRY(remote.execute(fencesql::recordPeer(pairId, facts.localIs)));
    CAUSEWAY_TRY(local.execute(fencesql::recordPeer(pairId, facts.remoteIs)));
    return okStatus();
}

} // namespace

Result<PairCondition> examinePair(const Profile& profile)
{
    auto session = PairSession::open(profile, PairSession::Access::Read);
    CAUSEWAY_TRY(session);
    Connection& remote = session->reading(Side::Remote);
    Connection& local = session->reading(Side::Local);
    auto facts = initialisedFacts(remote, local, false);
    CAUSEWAY_TRY(facts);
    PairCondition condition;
    condition.remote = remote.label();
    condition.local = local.label();
    const PairProblem problem = findProblem(*facts);
    if (problem == PairProblem::None)
        return condition;
    condition.problem = problemError(problem, *facts, remote, local);
    condition.wentBack = sideThatWentBack(problem);
    condition.onlyMoved = onlyMoved(*facts);
    return condition;
}

Result<PairRepair> acceptPair(const Profile& profile)
{
    auto session = PairSession::open(profile, PairSession::Access::Write);
    CAUSEWAY_TRY(session);
    CAUSEWAY_TRY(session->lock());
    Connection& remote = session->writing(Side::Remote);
    Connection& local = session->writing(Side::Local);
    auto facts = initialisedFacts(remote, local, true);
    CAUSEWAY_TRY(facts);
    if (findProblem(*facts) == PairProblem::None)
        return PairRepair{};
    if (onlyMoved(*facts)) {
        CAUSEWAY_TRY(recordPeers(*facts, remote, local));
        return PairRepair{};
    }
    CAUSEWAY_TRY(recordAnew(*facts, remote, local));
    return PairRepair{false};
}

} // namespace causeway
