// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/doctor_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::doctorsql {
namespace {

QByteArray time(const QDateTime& value)
{
    return quoteText(value.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")));
}

QByteArray ownTables(const QByteArray& column)
{
    return " TABLE_SCHEMA = DATABASE() AND " + column + " LIKE 'db\\_sync\\_%'";
}

QByteArray written()
{
    return "remote_to_local_inserted+remote_to_local_updated+remote_to_local_deleted"
           "+local_to_remote_inserted+local_to_remote_updated+local_to_remote_deleted";
}

} // namespace

QByteArray settings()
{
    return "SELECT @@GLOBAL.sql_mode, @@GLOBAL.time_zone, @@GLOBAL.system_time_zone, "
           "CAST(TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(), CONVERT_TZ(UTC_TIMESTAMP(), '+00:00', "
           "@@GLOBAL.time_zone)) AS CHAR), CAST(@@GLOBAL.max_allowed_packet AS CHAR), "
           "DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME, "
           "CAST(@@GLOBAL.lower_case_table_names AS CHAR) FROM information_schema.SCHEMATA WHERE "
           "SCHEMA_NAME = DATABASE()";
}

QByteArray sessionHistory()
{
    return "SHOW GLOBAL STATUS WHERE Variable_name IN ('Connection_errors_max_connections', "
           "'Max_used_connections')";
}

QByteArray ownColumns()
{
    return "SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS WHERE" +
           ownTables("TABLE_NAME");
}

QByteArray addColumn(const QString& table, const QByteArray& definition)
{
    return "ALTER TABLE " + quoteIdentifier(table) + " ADD COLUMN " + definition;
}

QByteArray countLedgers()
{
    return "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND "
           "TABLE_NAME LIKE 'db\\_sync\\_ledger\\_%'";
}

QByteArray runningRuns()
{
    return "SELECT run_id, trigger_source, DATE_FORMAT(start_time, '%Y-%m-%d %H:%i:%s.%f') FROM "
           "db_sync_log WHERE status = 'RUNNING' AND table_name IS NULL ORDER BY id";
}

QByteArray tablesInTrouble()
{
    return "SELECT l.table_name, l.status, l.error_code, l.error_message FROM db_sync_config AS c "
           "JOIN db_sync_log AS l ON l.id = (SELECT MAX(id) FROM db_sync_log WHERE table_name = "
           "c.table_name) WHERE c.sync_enabled = 1 AND l.status IN ('FAILED', 'PARTIAL') ORDER BY "
           "l.table_name";
}

QByteArray writtenByTable(const QDateTime& since, int least)
{
    return "SELECT table_name, CAST(SUM(" + written() +
           ") AS CHAR), CAST(SUM(duration) AS CHAR), "
           "CAST(MAX(" +
           written() +
           ") AS CHAR), CAST(COUNT(*) AS CHAR) FROM db_sync_log WHERE "
           "table_name IS NOT NULL AND duration IS NOT NULL AND start_time >= " +
           time(since) + " AND " + written() + " >= " + QByteArray::number(least) +
           " GROUP BY table_name ORDER BY table_name";
}

QByteArray averageRun(const QDateTime& since)
{
    return "SELECT CAST(COUNT(*) AS CHAR), CAST(AVG(duration) AS CHAR) FROM db_sync_log WHERE "
           "table_name IS NULL AND status IN ('SUCCESS', 'PARTIAL') AND start_time >= " +
           time(since);
}

QByteArray conflictsByTable()
{
    const QByteArray decided = "SUM(f.state = 'SETTLED' AND f.policy = 'MANUAL' AND f.settled_how ";
    return "SELECT f.table_name, CAST(SUM(f.state = 'OPEN') AS CHAR), CAST(IFNULL(" + decided +
           "= 'REMOTE'), 0) AS CHAR), CAST(IFNULL(" + decided +
           "= 'LOCAL'), 0) AS CHAR), MAX(c.conflict_resolution) FROM db_sync_conflict AS f LEFT "
           "JOIN db_sync_config AS c ON c.table_name = f.table_name GROUP BY f.table_name HAVING "
           "SUM(f.state = 'OPEN') > 0 ORDER BY SUM(f.state = 'OPEN') DESC, f.table_name";
}

QByteArray undoGivenUp()
{
    return "SELECT CAST(COUNT(DISTINCT run_id) AS CHAR) FROM db_sync_undo WHERE state = "
           "'TOO_LARGE'";
}

QByteArray ownMegabytes()
{
    return "SELECT CAST(IFNULL(SUM(DATA_LENGTH + INDEX_LENGTH), 0) / 1048576 AS CHAR) FROM "
           "information_schema.TABLES WHERE" +
           ownTables("TABLE_NAME");
}

} // namespace causeway::doctorsql
