// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/fence_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::fencesql {
namespace {

constexpr qsizetype kHolderLength = 255; ///< characters, as the column has

QByteArray ofPair(const QString& pairId)
{
    return " WHERE pair_id = " + quoteText(pairId);
}

QByteArray update(const QByteArray& assignments, const QString& pairId)
{
    return "UPDATE db_sync_state SET " + assignments + ", updated_at = NOW(6)" + ofPair(pairId);
}

QByteArray holderIs(const QString& holder)
{
    return "holder = " + quoteText(holder.left(kHolderLength));
}

} // namespace

QByteArray allPairs()
{
    return "SELECT pair_id, epoch, peer_uuid, peer_database, peer_epoch, holder FROM db_sync_state";
}

QByteArray lockAllPairs()
{
    return allPairs() + " FOR UPDATE";
}

QByteArray pairRow(const QString& pairId)
{
    return allPairs() + ofPair(pairId);
}

QByteArray lockPair(const QString& pairId)
{
    return pairRow(pairId) + " FOR UPDATE";
}

QByteArray lockEpoch(const QString& pairId)
{
    return "SELECT epoch FROM db_sync_state" + ofPair(pairId) + " FOR UPDATE";
}

QByteArray raiseEpoch(const QString& pairId, quint64 epoch, const QString& holder)
{
    return update("epoch = " + QByteArray::number(epoch) + ", " + holderIs(holder), pairId);
}

QByteArray raiseBoth(const QString& pairId, quint64 epoch, quint64 peerEpoch, const QString& holder)
{
    return update("epoch = " + QByteArray::number(epoch) +
                      ", peer_epoch = " + QByteArray::number(peerEpoch) + ", " + holderIs(holder),
                  pairId);
}

QByteArray announce(const QString& pairId, const QString& holder)
{
    return update(holderIs(holder), pairId);
}

QByteArray rememberPeerEpoch(const QString& pairId, quint64 epoch)
{
    return update("peer_epoch = " + QByteArray::number(epoch), pairId);
}

QByteArray recordPeer(const QString& pairId, const statesql::Peer& peer)
{
    return update("peer_uuid = " + quoteText(peer.serverUuid) +
                      ", peer_database = " + quoteText(peer.database),
                  pairId);
}

QByteArray replacePair(const QString& pairId, quint64 epoch, const statesql::Peer& peer,
                       quint64 peerEpoch)
{
    return "REPLACE INTO db_sync_state (pair_id, epoch, peer_uuid, peer_database, peer_epoch) "
           "VALUES (" +
           quoteText(pairId) + ", " + QByteArray::number(epoch) + ", " +
           quoteText(peer.serverUuid) + ", " + quoteText(peer.database) + ", " +
           QByteArray::number(peerEpoch) + ")";
}

} // namespace causeway::fencesql
