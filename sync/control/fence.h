// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"

namespace causeway {

/// Identity and epochs of a pair, as db_sync_state on both sides tells them.
struct PairState {
    QString pairId;
    quint64 remoteEpoch = 0;     ///< raised by every transaction of ours on the remote
    quint64 localEpoch = 0;      ///< the same for the local side
    quint64 rememberedEpoch = 0; ///< the remote epoch that the ledger has taken in

    [[nodiscard]] quint64& epoch(Side side)
    {
        return side == Side::Remote ? remoteEpoch : localEpoch;
    }
};

/// Reads and checks both sides' state.
/// CFG_005: not initialised. SYNC_008: the local side belongs to another remote.
/// SYNC_009: the remote has forgotten commits that the ledger remembers.
[[nodiscard]] Result<PairState> readPairState(Connection& remote, Connection& local);

/// Inside a transaction on @p connection: locks the side's state row, makes sure that nobody else
/// raised the epoch since @p state was read (else SYNC_008), and raises it.
/// @p state stays as it is: the caller raises it once the transaction is committed.
[[nodiscard]] Status raiseEpoch(Connection& connection, const PairState& state,
                                const QString& holder);

/// The remote's epoch, read under its lock, so that a transaction in flight on a dead connection
/// has ended.
[[nodiscard]] Result<quint64> readEpochLocked(Connection& connection, const QString& pairId);

} // namespace causeway
