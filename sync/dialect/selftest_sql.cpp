// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/selftest_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::selftestsql {
namespace {

QByteArray marker(const QString& database)
{
    return quoteIdentifier(database) + '.' + quoteIdentifier(markerTable());
}

QByteArray value(const Cell& cell)
{
    if (!cell)
        return "NULL";
    return QString::fromUtf8(*cell).toUtf8() == *cell ? quoteText(*cell) : quoteBytes(*cell);
}

} // namespace

QString markerTable()
{
    return QStringLiteral("db_sync_selftest");
}

QByteArray createMarker(const QString& database)
{
    return "CREATE TABLE " + marker(database) +
           " (database_name varchar(64) NOT NULL, created_at datetime NOT NULL,"
           " PRIMARY KEY (database_name)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"
           " COMMENT='Causeway: made by a self-test, which removes this database'";
}

QByteArray fillMarker(const QString& database)
{
    return "INSERT INTO " + marker(database) + " VALUES (" + quoteText(database) +
           ", UTC_TIMESTAMP())";
}

QByteArray checkMarker(const QString& database)
{
    return "SELECT COUNT(*) FROM " + marker(database) +
           " WHERE database_name = " + quoteText(database);
}

QByteArray markedDatabases()
{
    return "SELECT TABLE_SCHEMA FROM information_schema.TABLES WHERE TABLE_NAME = " +
           quoteText(markerTable());
}

QByteArray emptyDatabases(const QString& prefix)
{
    return "SELECT s.SCHEMA_NAME FROM information_schema.SCHEMATA s WHERE LEFT(s.SCHEMA_NAME, " +
           QByteArray::number(prefix.size()) + ") = " + quoteText(prefix) +
           " AND NOT EXISTS (SELECT 1 FROM information_schema.TABLES t"
           " WHERE t.TABLE_SCHEMA = s.SCHEMA_NAME)"
           " AND NOT EXISTS (SELECT 1 FROM information_schema.ROUTINES r"
           " WHERE r.ROUTINE_SCHEMA = s.SCHEMA_NAME)"
           " AND NOT EXISTS (SELECT 1 FROM information_schema.EVENTS e"
           " WHERE e.EVENT_SCHEMA = s.SCHEMA_NAME)";
}

QByteArray tryLock(const QString& name)
{
    return "SELECT GET_LOCK(" + quoteText(name) + ", 0)";
}

QByteArray releaseLock(const QString& name)
{
    return "SELECT RELEASE_LOCK(" + quoteText(name) + ")";
}

QByteArray stayConnected()
{
    return "SET SESSION wait_timeout = 86400";
}

QByteArray rows(const QString& table)
{
    return "SELECT * FROM " + quoteIdentifier(table) + " ORDER BY id";
}

QByteArray count(const QString& table)
{
    return "SELECT COUNT(*) FROM " + quoteIdentifier(table);
}

QByteArray update(const QString& table, const QStringList& columns, const Cells& cells)
{
    QList<QByteArray> sets;
    for (std::size_t i = 1; i < cells.size(); ++i)
        sets += quoteIdentifier(columns[static_cast<qsizetype>(i)]) + " = " + value(cells[i]);
    return "UPDATE " + quoteIdentifier(table) + " SET " + sets.join(", ") + " WHERE " +
           quoteIdentifier(columns.front()) + " = " + value(cells.front());
}

QByteArray remove(const QString& table, int firstId, int lastId)
{
    return "DELETE FROM " + quoteIdentifier(table) + " WHERE id BETWEEN " +
           QByteArray::number(firstId) + " AND " + QByteArray::number(lastId);
}

QByteArray renameMany(const QString& table, const QString& name, int each)
{
    return "UPDATE " + quoteIdentifier(table) + " SET name = " + quoteText(name) +
           " WHERE MOD(id, " + QByteArray::number(each) + ") = 0";
}

QByteArray lockRow(const QString& table, int id)
{
    return "SELECT id FROM " + quoteIdentifier(table) + " WHERE id = " + QByteArray::number(id) +
           " FOR UPDATE";
}

QByteArray addColumn(const QString& table)
{
    return "ALTER TABLE " + quoteIdentifier(table) + " ADD COLUMN surplus int NOT NULL DEFAULT 0";
}

QByteArray dropColumn(const QString& table)
{
    return "ALTER TABLE " + quoteIdentifier(table) + " DROP COLUMN surplus";
}

QByteArray tables()
{
    return "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()";
}

QByteArray processes()
{
    return "SHOW PROCESSLIST";
}

QByteArray killConnection(quint64 threadId)
{
    return "KILL CONNECTION " + QByteArray::number(threadId);
}

QByteArray logOfRun(const QString& runId)
{
    return "SELECT table_name, status, trigger_source, sync_direction, error_code,"
           " end_time IS NOT NULL, duration, remote_to_local_inserted + remote_to_local_updated +"
           " remote_to_local_deleted, local_to_remote_inserted + local_to_remote_updated +"
           " local_to_remote_deleted FROM db_sync_log WHERE run_id = " +
           quoteText(runId) + " ORDER BY table_name IS NOT NULL, table_name";
}

QList<QByteArray> documentedLogQueries()
{
    return {"SELECT COUNT(*) FROM db_sync_log WHERE status = 'FAILED'",
            "SELECT status, AVG(duration) FROM db_sync_log GROUP BY status",
            "SELECT COUNT(*) FROM db_sync_log WHERE error_message LIKE '%conflict%'",
            "SELECT MIN(start_time) FROM db_sync_log",
            "SELECT COUNT(*) FROM db_sync_log WHERE created_at < DATE_SUB(NOW(), INTERVAL 30 "
            "DAY)"};
}

QByteArray countConflictMessages()
{
    return documentedLogQueries().at(2);
}

QByteArray conflicts()
{
    return "SELECT row_key, kind, state, settled_how, remote_row IS NOT NULL, local_row IS NOT "
           "NULL, policy FROM db_sync_conflict ORDER BY id";
}

QByteArray configs()
{
    return "SELECT table_name, sync_enabled, sync_type, sync_direction, priority, "
           "conflict_resolution FROM db_sync_config ORDER BY table_name";
}

} // namespace causeway::selftestsql
