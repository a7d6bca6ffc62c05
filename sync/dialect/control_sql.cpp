// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/control_sql.h"

#include "sync/dialect/quote.h"
#include "sync/dialect/session_sql.h"

namespace causeway::controlsql {
namespace {

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

QByteArray time(const QDateTime& value)
{
    if (!value.isValid())
        return "NULL";
    return quoteText(value.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")));
}

QByteArray time(const std::optional<QDateTime>& value)
{
    return value ? time(*value) : "NULL";
}

QByteArray textOrNull(const QString& value)
{
    return value.isNull() ? "NULL" : quoteText(value);
}

// A time as text, under its own name. DATE_FORMAT of a zero date is text as well.
QByteArray asText(const QByteArray& column)
{
    return "DATE_FORMAT(" + column + ",'%Y-%m-%d %H:%i:%s.%f') AS " + column;
}

QByteArray conjunction(const QList<QByteArray>& conditions)
{
    return conditions.isEmpty() ? QByteArray() : " WHERE " + conditions.join(" AND ");
}

QByteArray countAssignments(const LogRow& row)
{
    return "rows_read_remote=" + number(row.remoteRows) +
           ",rows_read_local=" + number(row.localRows) +
           ",remote_to_local_inserted=" + number(row.remoteToLocal.inserted) +
           ",remote_to_local_updated=" + number(row.remoteToLocal.updated) +
           ",remote_to_local_deleted=" + number(row.remoteToLocal.deleted) +
           ",local_to_remote_inserted=" + number(row.localToRemote.inserted) +
           ",local_to_remote_updated=" + number(row.localToRemote.updated) +
           ",local_to_remote_deleted=" + number(row.localToRemote.deleted) +
           ",rows_skipped=" + number(row.skipped) + ",conflicts=" + number(row.conflicts);
}

QByteArray outcomeAssignments(const LogRow& row)
{
    const QByteArray duration =
        row.endTime ? QByteArray::number(row.durationSeconds, 'f', 3) : QByteArray("NULL");
    return "sync_type=" + quoteText(toText(row.type)) +
           ",sync_direction=" + quoteText(toText(row.direction)) +
           ",status=" + quoteText(toText(row.status)) +
           ",trigger_source=" + quoteText(toText(row.trigger)) +
           ",start_time=" + time(row.startTime) + ",end_time=" + time(row.endTime) +
           ",duration=" + duration + "," + countAssignments(row) +
           ",error_code=" + textOrNull(row.errorCode) +
           ",error_message=" + textOrNull(row.errorMessage);
}

// Rows of runs that ended long ago; not those of a run that is still going, nor those of the last
// run of any table (the summary's table is NULL, a group of its own), nor those of a run whose
// conflicts wait for a person.
QByteArray oldLogRows(const QDateTime& before)
{
    return " FROM db_sync_log AS l LEFT JOIN (SELECT DISTINCT run_id FROM db_sync_log"
           " WHERE status='RUNNING' OR id IN (SELECT newest FROM (SELECT MAX(id) AS newest"
           " FROM db_sync_log GROUP BY table_name) AS latest) OR run_id IN (SELECT run_id FROM"
           " db_sync_conflict WHERE state='OPEN')) AS kept ON kept.run_id=l.run_id"
           " WHERE kept.run_id IS NULL AND l.end_time<" +
           time(before);
}

QByteArray ofTable(const LogFilter& filter)
{
    QList<QByteArray> conditions;
    if (!filter.table.isEmpty())
        conditions += "table_name=" + quoteText(filter.table);
    if (filter.direction)
        conditions += "sync_direction=" + quoteText(toText(*filter.direction));
    return conditions.join(" AND ");
}

QByteArray ofText(const LogFilter& filter)
{
    if (filter.text.isEmpty())
        return {};
    const QByteArray holds = " LIKE " + quoteContaining(filter.text);
    return "(run_id" + holds + " OR table_name COLLATE utf8mb4_general_ci" + holds +
           " OR error_code" + holds + " OR error_message" + holds + ")";
}

QByteArray conflictColumns()
{
    return "SELECT CAST(id AS CHAR) AS id,run_id,table_name,row_key,kind,remote_row,local_row,"
           "base_row,CAST(remote_digest AS CHAR) AS remote_digest,"
           "CAST(local_digest AS CHAR) AS "
           "local_digest,policy,state,settled_how,settled_by,message," +
           asText("settled_at") + "," + asText("found_at") + "," + asText("updated_at") +
           " FROM db_sync_conflict";
}

} // namespace

QList<QByteArray> session()
{
    return {"SET NAMES utf8mb4", "SET SESSION time_zone='+00:00',innodb_lock_wait_timeout=5,"
                                 "lock_wait_timeout=20,sql_mode=" +
                                     quoteText(QByteArray(sessionsql::kSqlMode))};
}

QByteArray tlsCipher()
{
    return "SHOW SESSION STATUS LIKE 'Ssl_cipher'";
}

QByteArray selectConfigs()
{
    return "SELECT id,table_name,sync_enabled,sync_type,sync_direction," +
           asText("last_sync_time") + ",last_sync_position,priority,conflict_resolution," +
           asText("created_at") + "," + asText("updated_at") +
           " FROM db_sync_config ORDER BY priority DESC,table_name";
}

QByteArray updateConfig(const TableConfig& config)
{
    return "UPDATE db_sync_config SET sync_enabled=" + number(config.enabled ? 1 : 0) +
           ",sync_type=" + quoteText(toText(config.type)) +
           ",sync_direction=" + quoteText(toText(config.direction)) +
           ",priority=" + number(config.priority) +
           ",conflict_resolution=" + quoteText(toText(config.policy)) +
           " WHERE id=" + number(config.id) + " AND table_name=" + quoteText(config.table);
}

QByteArray noteSynced(const QString& table, const QDateTime& at, const QString& position)
{
    return "UPDATE db_sync_config SET last_sync_time=" + time(at) +
           ",last_sync_position=" + textOrNull(position) +
           ",updated_at=updated_at WHERE table_name=" + quoteText(table);
}

QByteArray selectLog(const LogFilter& filter)
{
    QList<QByteArray> conditions;
    if (!filter.runId.isEmpty())
        conditions += "run_id=" + quoteText(filter.runId);
    if (filter.status)
        conditions += "status=" + quoteText(toText(*filter.status));
    for (const QByteArray& condition : {ofTable(filter), ofText(filter)}) {
        if (condition.isEmpty())
            continue;
        conditions += filter.summariesOnly
                          ? "run_id IN (SELECT run_id FROM db_sync_log WHERE " + condition + ")"
                          : condition;
    }
    if (filter.summariesOnly)
        conditions += "table_name IS NULL";
    if (filter.since.isValid())
        conditions += "start_time>=" + time(filter.since);
    if (filter.beforeId > 0)
        conditions += "id<" + number(filter.beforeId);
    return "SELECT CAST(id AS CHAR) AS id,run_id,table_name,sync_type,sync_direction,status,"
           "trigger_source," +
           asText("start_time") + "," + asText("end_time") +
           ",CAST(duration AS CHAR) AS duration,rows_read_remote,rows_read_local,"
           "remote_to_local_inserted,remote_to_local_updated,remote_to_local_deleted,"
           "local_to_remote_inserted,local_to_remote_updated,local_to_remote_deleted,rows_skipped,"
           "conflicts,error_code,error_message," +
           asText("created_at") + " FROM db_sync_log" + conjunction(conditions) +
           " ORDER BY db_sync_log.id DESC LIMIT " + number(filter.limit);
}

QByteArray insertLog(const LogRow& row)
{
    return "INSERT INTO db_sync_log SET run_id=" + quoteText(row.runId) +
           ",table_name=" + textOrNull(row.table) + "," + outcomeAssignments(row);
}

QByteArray updateSummary(const LogRow& row)
{
    return "UPDATE db_sync_log SET " + outcomeAssignments(row) +
           " WHERE run_id=" + quoteText(row.runId) + " AND table_name IS NULL";
}

QByteArray closeStaleRuns(const QString& runId, const QDateTime& now, const QString& errorCode,
                          const QString& message)
{
    return "UPDATE db_sync_log SET status='FAILED',end_time=" + time(now) +
           ",duration=GREATEST(0,TIMESTAMPDIFF(MICROSECOND,start_time," + time(now) +
           ")/1000000),error_code=" + quoteText(errorCode) +
           ",error_message=" + quoteText(message) + " WHERE status='RUNNING' AND run_id<>" +
           quoteText(runId);
}

QByteArray countOldLog(const QDateTime& before)
{
    return "SELECT COUNT(*)" + oldLogRows(before);
}

QByteArray describeOldLog(const QDateTime& before)
{
    const QByteArray format = ",'%Y-%m-%d %H:%i:%s.%f')";
    return "SELECT COUNT(*),COUNT(DISTINCT l.run_id),DATE_FORMAT(MIN(l.start_time)" + format +
           ",DATE_FORMAT(MAX(l.start_time)" + format + oldLogRows(before);
}

QByteArray countEndedBefore(const QDateTime& before)
{
    return "SELECT COUNT(*) FROM db_sync_log WHERE end_time<" + time(before);
}

QByteArray deleteOldLog(const QDateTime& before)
{
    return "DELETE l" + oldLogRows(before);
}

QByteArray selectConflicts(const ConflictFilter& filter)
{
    QList<QByteArray> conditions;
    if (filter.state)
        conditions += "state=" + quoteText(toText(*filter.state));
    if (!filter.table.isEmpty())
        conditions += "table_name=" + quoteText(filter.table);
    if (filter.kind)
        conditions += "kind=" + quoteText(toText(*filter.kind));
    if (filter.afterId > 0)
        conditions += "id>" + number(filter.afterId);
    return conflictColumns() + conjunction(conditions) + " ORDER BY db_sync_conflict.id LIMIT " +
           number(filter.limit);
}

QByteArray selectConflictsById(const std::vector<qint64>& ids)
{
    QList<QByteArray> wanted{"0"}; // no row has it; keeps the list non-empty
    for (const qint64 id : ids)
        wanted += number(id);
    return conflictColumns() + " WHERE id IN (" + wanted.join(',') +
           ") ORDER BY db_sync_conflict.id";
}

QByteArray countOpenConflicts()
{
    return "SELECT COUNT(*) FROM db_sync_conflict WHERE state='OPEN'";
}

} // namespace causeway::controlsql
