// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/state_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::statesql {

QByteArray controlTables()
{
    return "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"
           " AND TABLE_NAME LIKE 'db\\_sync\\_%'";
}

QByteArray configuredTables()
{
    return "SELECT table_name FROM db_sync_config";
}

QByteArray insertConfig(const QString& table, SyncType type, Direction direction, bool enabled)
{
    return "INSERT INTO db_sync_config (table_name, sync_enabled, sync_type, sync_direction, "
           "priority,"
           " conflict_resolution) VALUES (" +
           quoteText(table) + (enabled ? ", 1, " : ", 0, ") + quoteText(toText(type)) + ", " +
           quoteText(toText(direction)) + ", 50, " + quoteText(toText(Policy::Manual)) + ')';
}

QByteArray insertPair(const QString& pairId, const Peer& peer)
{
    return "INSERT INTO db_sync_state (pair_id, epoch, peer_uuid, peer_database, peer_epoch) "
           "VALUES (" +
           quoteText(pairId) + ", 0, " + quoteText(peer.serverUuid) + ", " +
           quoteText(peer.database) + ", 0)";
}

} // namespace causeway::statesql
