// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"

namespace causeway {

/// Epochs of a pair, as db_sync_state on both sides tells them.
struct PairState {
    QString pairId;
    quint64 remoteEpoch = 0; ///< raised by every transaction of ours on the remote
    quint64 localEpoch = 0;  ///< the same for the local side
    quint64 remembered = 0;  ///< the remote's epoch that the local side has noted as taken in
    bool stamped = false;    ///< the remote's epoch was raised since the snapshots began

    [[nodiscard]] quint64 epoch(Side side) const
    {
        return side == Side::Remote ? remoteEpoch : localEpoch;
    }
    [[nodiscard]] quint64 peerEpoch(Side side) const
    {
        return side == Side::Remote ? localEpoch : remoteEpoch;
    }
};

/// Inside a transaction on @p connection: locks the side's state row, makes sure that nobody else
/// raised the epoch since @p state was read (else SYNC_008), and raises it. The remote notes the
/// local epoch with it.
/// @p state stays as it is: the caller raises it once the transaction is committed.
[[nodiscard]] Status raiseEpoch(Connection& connection, const PairState& state,
                                const QString& holder);

/// The side's epoch, read under its lock, so that a transaction in flight on a dead connection has
/// ended. SYNC_009 when the pair's row is gone.
[[nodiscard]] Result<quint64> readEpochLocked(Connection& connection, const QString& pairId);

/// As raiseEpoch(), but raises nothing: for a transaction whose rows are no part of the ledger. It
/// holds the state row when it ends, so a run to come waits for it.
[[nodiscard]] Status holdEpoch(Connection& connection, const PairState& state);

/// Notes on the local side that the ledger has taken in the remote's present epoch, unless it has
/// been noted. Must precede the next transaction on the remote: at most one epoch there may be
/// unknown to the ledger.
[[nodiscard]] Status rememberRemoteEpoch(Connection& local, PairState& state);

/// Before the ledger takes in anything that the present snapshots have shown: raises the remote's
/// epoch and remembers it, once per pair of snapshots. A remote that is restored to a moment before
/// the snapshot then has a lower epoch than the ledger remembers. Must be called outside of any
/// transaction of the two connections; nobody may hold the local state row.
[[nodiscard]] Status stampRemote(Connection& remote, Connection& local, PairState& state,
                                 const QString& holder);

} // namespace causeway
