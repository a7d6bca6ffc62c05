// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/monitor_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::monitorsql {

QByteArray ping()
{
    return "SELECT 1";
}

QByteArray connections()
{
    return "SHOW GLOBAL STATUS LIKE 'Threads_connected'";
}

QByteArray maxConnections()
{
    return "SELECT @@GLOBAL.max_connections";
}

QByteArray conflictCounts()
{
    return "SELECT COUNT(CASE WHEN state='OPEN' THEN 1 END),"
           "COUNT(CASE WHEN state='SETTLED' THEN 1 END) FROM db_sync_conflict";
}

QByteArray runningRun()
{
    return "SELECT run_id,trigger_source,sync_type,sync_direction,"
           "DATE_FORMAT(start_time,'%Y-%m-%d %H:%i:%s.%f'),"
           "CAST(GREATEST(0,TIMESTAMPDIFF(MICROSECOND,start_time,NOW(6)))/1000000 AS CHAR) FROM "
           "db_sync_log WHERE status='RUNNING' AND table_name IS NULL ORDER BY db_sync_log.id DESC "
           "LIMIT 1";
}

QByteArray tablesOfRun(const QString& runId)
{
    return "SELECT table_name,status,CAST(rows_inserted+rows_updated+rows_deleted AS "
           "CHAR),CAST(duration AS CHAR) FROM db_sync_log WHERE table_name IS NOT NULL AND "
           "run_id=" +
           quoteText(runId) + " ORDER BY db_sync_log.id";
}

QByteArray keptRowsOfRun(const QString& runId)
{
    return "SELECT table_name,CAST(COUNT(*) AS CHAR) FROM db_sync_undo_row WHERE run_id=" +
           quoteText(runId) + " GROUP BY table_name ORDER BY MIN(id)";
}

QByteArray lastDurations()
{
    return "SELECT c.table_name,(SELECT CAST(l.duration AS CHAR) FROM db_sync_log AS l WHERE "
           "l.table_name=c.table_name AND l.status IN ('SUCCESS','PARTIAL') ORDER BY l.id DESC "
           "LIMIT 1) FROM db_sync_config AS c WHERE c.sync_enabled=1 ORDER BY c.table_name";
}

} // namespace causeway::monitorsql
