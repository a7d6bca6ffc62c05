// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/pair_check.h"

#include "sync/dialect/fence_sql.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

constexpr int kNoSuchTable = 1146;

QString text(const Cell& cell)
{
    return QString::fromUtf8(cell.value_or(QByteArray()));
}

Result<std::vector<StateRow>> readRows(Connection& connection, const QByteArray& sql)
{
    auto pairs = connection.query(sql);
    if (!pairs && pairs.error().serverCode == kNoSuchTable)
        return makeError(ErrorCode::CfgNotInitialised, connection.label());
    CAUSEWAY_TRY(pairs);
    std::vector<StateRow> rows;
    for (const Cells& row : pairs->rows)
        rows.push_back({text(row[0]),
                        text(row[1]).toULongLong(),
                        {text(row[2]), text(row[3])},
                        text(row[4]).toULongLong(),
                        text(row[5])});
    return rows;
}

statesql::Peer identityOf(const Connection& connection)
{
    return {connection.server().uuid, connection.config().database};
}

Error movedError(const Connection& found, const statesql::Peer& recorded)
{
    return makeError(
        ErrorCode::SyncFenced, found.label(),
        QCoreApplication::translate(
            "causeway::Fence",
            "This pair was recorded with database %1 on another server (or under another name).")
            .arg(recorded.database));
}

Error wentBackError(const Connection& side, quint64 remembered, quint64 found)
{
    return makeError(ErrorCode::SyncWentBack, side.label(),
                     QCoreApplication::translate(
                         "causeway::Fence",
                         "The other side remembers epoch %1, this one is at %2. Nothing was "
                         "written, and nothing is taken for deleted or changed there.")
                         .arg(remembered)
                         .arg(found));
}

} // namespace

PairProblem findProblem(const PairFacts& facts)
{
    if (!facts.local)
        return PairProblem::NotInitialised;
    const StateRow& local = *facts.local;
    if (local.peer != facts.remoteIs)
        return PairProblem::RemoteMoved;
    if (!facts.remote) {
        const bool neverRan = local.epoch == 0 && local.peerEpoch == 0;
        return neverRan ? PairProblem::NotInitialised : PairProblem::RemoteWentBack;
    }
    const StateRow& remote = *facts.remote;
    if (remote.peer != facts.localIs)
        return PairProblem::LocalMoved;
    if (remote.epoch < local.peerEpoch)
        return PairProblem::RemoteWentBack;
    if (local.epoch < remote.peerEpoch)
        return PairProblem::LocalWentBack;
    const bool interrupted = remote.epoch == local.peerEpoch + 1 && remote.holder == local.holder;
    return remote.epoch == local.peerEpoch || interrupted ? PairProblem::None
                                                          : PairProblem::ForeignWriter;
}

Result<PairFacts> readPairFacts(Connection& remote, Connection& local, bool lock)
{
    PairFacts facts;
    facts.localIs = identityOf(local);
    facts.remoteIs = identityOf(remote);
    auto locals = readRows(local, lock ? fencesql::lockAllPairs() : fencesql::allPairs());
    CAUSEWAY_TRY(locals);
    if (locals->empty())
        return facts;
    facts.local = locals->front();
    const QString& pairId = facts.local->pairId;
    auto remotes = readRows(remote, lock ? fencesql::lockPair(pairId) : fencesql::pairRow(pairId));
    CAUSEWAY_TRY(remotes);
    if (!remotes->empty())
        facts.remote = remotes->front();
    return facts;
}

Error problemError(PairProblem problem, const PairFacts& facts, const Connection& remote,
                   const Connection& local)
{
    switch (problem) {
    case PairProblem::RemoteMoved:
        return movedError(remote, facts.local->peer);
    case PairProblem::LocalMoved:
        return movedError(local, facts.remote->peer);
    case PairProblem::RemoteWentBack:
        return wentBackError(remote, facts.local->peerEpoch,
                             facts.remote ? facts.remote->epoch : 0);
    case PairProblem::LocalWentBack:
        return wentBackError(local, facts.remote->peerEpoch, facts.local->epoch);
    case PairProblem::ForeignWriter:
        return makeError(
            ErrorCode::SyncFenced, remote.label(),
            QCoreApplication::translate(
                "causeway::Fence",
                "It was last written to by %1, with another copy of the local database. What this "
                "copy remembers is older than what was agreed on since.")
                .arg(facts.remote->holder));
    case PairProblem::None:
    case PairProblem::NotInitialised:
        break;
    }
    return makeError(ErrorCode::CfgNotInitialised, facts.local ? remote.label() : local.label());
}

} // namespace causeway
