// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/dialect/state_sql.h"

namespace causeway::fencesql {

/// Rows of pair_id, epoch, peer_uuid, peer_database, peer_epoch, holder.
[[nodiscard]] QByteArray allPairs();
/// The same, under the rows' locks (waits for a transaction still in flight).
[[nodiscard]] QByteArray lockAllPairs();
/// The same, of one pair.
[[nodiscard]] QByteArray pairRow(const QString& pairId);
/// The same, under the row's lock.
[[nodiscard]] QByteArray lockPair(const QString& pairId);
/// One row of epoch, locked until the transaction ends.
[[nodiscard]] QByteArray lockEpoch(const QString& pairId);
[[nodiscard]] QByteArray raiseEpoch(const QString& pairId, quint64 epoch, const QString& holder);
/// On the remote: notes the local side's epoch as well.
[[nodiscard]] QByteArray raiseBoth(const QString& pairId, quint64 epoch, quint64 peerEpoch,
                                   const QString& holder);
/// On the local side: who is about to raise the remote's epoch.
[[nodiscard]] QByteArray announce(const QString& pairId, const QString& holder);
/// On the local side: the remote's epoch that the ledger has taken in.
[[nodiscard]] QByteArray rememberPeerEpoch(const QString& pairId, quint64 epoch);
/// Records another peer, everything else unchanged.
[[nodiscard]] QByteArray recordPeer(const QString& pairId, const statesql::Peer& peer);
/// Makes the row what it is given as, whether it is there or not.
[[nodiscard]] QByteArray replacePair(const QString& pairId, quint64 epoch,
                                     const statesql::Peer& peer, quint64 peerEpoch);

} // namespace causeway::fencesql
