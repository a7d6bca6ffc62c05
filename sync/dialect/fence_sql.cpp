// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/fence_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::fencesql {

QByteArray allPairs()
{
    return "SELECT pair_id, epoch, peer_uuid, peer_database, peer_epoch FROM db_sync_state";
}

QByteArray lockEpoch(const QString& pairId)
{
    return "SELECT epoch FROM db_sync_state WHERE pair_id = " + quoteText(pairId) + " FOR UPDATE";
}

QByteArray raiseEpoch(const QString& pairId, quint64 epoch, const QString& holder)
{
    return "UPDATE db_sync_state SET epoch = " + QByteArray::number(epoch) +
           ", holder = " + quoteText(holder) +
           ", updated_at = NOW(6) WHERE pair_id = " + quoteText(pairId);
}

QByteArray rememberPeerEpoch(const QString& pairId, quint64 epoch)
{
    return "UPDATE db_sync_state SET peer_epoch = " + QByteArray::number(epoch) +
           ", updated_at = NOW(6) WHERE pair_id = " + quoteText(pairId);
}

} // namespace causeway::fencesql
