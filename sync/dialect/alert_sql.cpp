// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/alert_sql.h"

#include <QStringBuilder>

namespace causeway::alertsql {
namespace {

QByteArray asText(const QByteArray& expression)
{
    return "DATE_FORMAT(" + expression + ",'%Y-%m-%d %H:%i:%s.%f')";
}

// A one-way INCREMENTAL leaves alone what only its target has: it proves nothing about both sides.
QByteArray proofByTable()
{
    return "SELECT c.table_name,(SELECT l.end_time FROM db_sync_log AS l WHERE "
           "l.table_name=c.table_name AND l.status='SUCCESS' AND l.rows_skipped=0 AND "
           "(l.sync_direction='BOTH' OR l.sync_type='FULL') ORDER BY l.id DESC LIMIT 1) AS proved "
           "FROM db_sync_config AS c WHERE c.sync_enabled=1";
}

} // namespace

QByteArray lastRuns(int count)
{
    return "SELECT status," + asText("start_time") +
           ",CAST(duration AS CHAR) FROM db_sync_log WHERE table_name IS NULL ORDER BY "
           "db_sync_log.id DESC LIMIT " +
           QByteArray::number(count);
}

QByteArray firstRun()
{
    return "SELECT " + asText("start_time") +
           " FROM db_sync_log WHERE table_name IS NULL ORDER BY db_sync_log.id LIMIT 1";
}

QByteArray proofs()
{
    return "SELECT COUNT(*),COUNT(proved)," + asText("MIN(proved)") + " FROM (" + proofByTable() +
           ") AS proof";
}

QByteArray proofOfEach()
{
    return "SELECT table_name," + asText("proved") + " FROM (" + proofByTable() +
           ") AS proof ORDER BY table_name";
}

} // namespace causeway::alertsql
