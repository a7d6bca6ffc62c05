// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"
#include "sync/dialect/state_sql.h"

namespace causeway {

/// One side's row of db_sync_state.
struct StateRow {
    QString pairId;
    quint64 epoch = 0;
    statesql::Peer peer;   ///< the other side, as it was when recorded
    quint64 peerEpoch = 0; ///< the other side's epoch that this side knows of
    QString holder;        ///< who raised the epoch last: one name per run
};

/// Everything that tells whether two databases are still the pair they were.
struct PairFacts {
    std::optional<StateRow> local;  ///< nullopt: never initialised
    std::optional<StateRow> remote; ///< the row of the same pair; nullopt: the remote has none
    statesql::Peer localIs;         ///< what the connections lead to now
    statesql::Peer remoteIs;
};

enum class PairProblem {
    None,
    NotInitialised,
    RemoteMoved,    ///< another server or database than the one recorded
    LocalMoved,     ///< the same, seen from the remote
    RemoteWentBack, ///< it has forgotten commits that the ledger remembers
    LocalWentBack,  ///< it has forgotten commits of which the remote knows
    ForeignWriter,  ///< somebody with another copy of the ledger has worked with this remote
};

/// Pure. At most one epoch of the remote may be unknown to the ledger: the one that its own last
/// holder was committing when it was interrupted.
[[nodiscard]] PairProblem findProblem(const PairFacts& facts);

/// @param lock reads each row under its lock, which every transaction of a run holds when it ends:
///             one still in flight on a dead connection is waited for. Needs UPDATE there.
/// CFG_005 when a state table is missing.
[[nodiscard]] Result<PairFacts> readPairFacts(Connection& remote, Connection& local, bool lock);

/// SYNC_008, SYNC_009 or CFG_005 with its sentence; @p problem is not None.
[[nodiscard]] Error problemError(PairProblem problem, const PairFacts& facts,
                                 const Connection& remote, const Connection& local);

} // namespace causeway
