// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/log_stats_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::logstatssql {
namespace {

QByteArray time(const QDateTime& value)
{
    return quoteText(value.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")));
}

QByteArray within(const QByteArray& column, const QDateTime& since, const QDateTime& until)
{
    return column + ">=" + time(since) + " AND " + column + "<" + time(until);
}

QByteArray asText(const QByteArray& expression, const QByteArray& name)
{
    return ",CAST(" + expression + " AS CHAR) AS " + name;
}

QByteArray quarterOf(const QByteArray& column)
{
    return "SELECT TIMESTAMPDIFF(SECOND,'1970-01-01 00:00:00'," + column + ") DIV 900 AS quarter,";
}

} // namespace

QByteArray groups(const QDateTime& since, const QDateTime& until)
{
    const QByteArray written = "remote_to_local_inserted+remote_to_local_updated"
                               "+remote_to_local_deleted+local_to_remote_inserted"
                               "+local_to_remote_updated+local_to_remote_deleted";
    // Ranked from the longest on, so that those without a duration come last: one sort is enough.
    const QByteArray period = " WHERE " + within("start_time", since, until);
    const QByteArray ranked =
        "SELECT l.table_name,status,duration AS seconds," + written +
        " AS written,rows_read_remote+rows_read_local AS seen,counted.timed,ROW_NUMBER() OVER "
        "(PARTITION BY l.table_name ORDER BY duration DESC) AS place FROM db_sync_log AS l JOIN "
        "(SELECT table_name,COUNT(duration) AS timed FROM db_sync_log" +
        period + " GROUP BY table_name) AS counted ON counted.table_name<=>l.table_name" + period;
    return "SELECT table_name" + asText("COUNT(*)", "entries") +
           asText("SUM(status='SUCCESS')", "success") + asText("SUM(status='PARTIAL')", "partial") +
           asText("SUM(status='FAILED')", "failed") +
           asText("SUM(status='CANCELLED')", "cancelled") +
           asText("SUM(status='RUNNING')", "running") + asText("SUM(written)", "rows_written") +
           asText("SUM(seen)", "rows_read") +
           asText("SUM(CASE WHEN written>0 THEN seconds END)", "busy_seconds") +
           asText("AVG(seconds)", "average") +
           asText("AVG(CASE WHEN place IN (FLOOR((timed+1)/2),FLOOR((timed+2)/2)) THEN seconds "
                  "END)",
                  "median") +
           asText("MAX(CASE WHEN place=timed+1-CEIL(timed*0.95) THEN seconds END)", "p95") +
           asText("MAX(seconds)", "longest") + " FROM (" + ranked +
           ") AS entry GROUP BY table_name ORDER BY table_name";
}

QByteArray conflicts(const QDateTime& since, const QDateTime& until)
{
    return "SELECT table_name" + asText("SUM(" + within("found_at", since, until) + ")", "found") +
           asText("SUM(IFNULL(state='SETTLED' AND " + within("settled_at", since, until) + ",0))",
                  "settled") +
           asText("SUM(state='OPEN')", "open") +
           " FROM db_sync_conflict GROUP BY table_name ORDER BY table_name";
}

QByteArray quarters(const QDateTime& since, const QDateTime& until)
{
    return "SELECT quarter,CAST(SUM(runs) AS CHAR) AS runs,CAST(SUM(failed) AS CHAR) AS failed,"
           "CAST(SUM(found) AS CHAR) AS found,CAST(SUM(settled) AS CHAR) AS settled FROM (" +
           quarterOf("start_time") +
           "1 AS runs,status='FAILED' AS failed,0 AS found,0 AS settled FROM db_sync_log WHERE "
           "table_name IS NULL AND " +
           within("start_time", since, until) + " UNION ALL " + quarterOf("found_at") +
           "0,0,1,0 FROM db_sync_conflict WHERE " + within("found_at", since, until) +
           " UNION ALL " + quarterOf("settled_at") +
           "0,0,0,1 FROM db_sync_conflict WHERE state='SETTLED' AND " +
           within("settled_at", since, until) + ") AS event GROUP BY quarter ORDER BY quarter";
}

QByteArray openAt(const QDateTime& moment)
{
    return "SELECT COUNT(*) FROM db_sync_conflict WHERE found_at<" + time(moment) +
           " AND (state='OPEN' OR settled_at>=" + time(moment) + ")";
}

} // namespace causeway::logstatssql
