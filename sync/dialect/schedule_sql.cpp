// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/schedule_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::schedulesql {
namespace {

QByteArray time(const std::optional<QDateTime>& value)
{
    if (!value || !value->isValid())
        return "NULL";
    return quoteText(value->toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")));
}

QByteArray textOrNull(const QString& value)
{
    return value.isEmpty() ? "NULL" : quoteText(value);
}

QByteArray asText(const QByteArray& column)
{
    return ",DATE_FORMAT(" + column + ",'%Y-%m-%d %H:%i:%s.%f') AS " + column;
}

QByteArray update(const QByteArray& assignments)
{
    return "UPDATE db_sync_schedule SET " + assignments + " WHERE id=1";
}

QByteArray heldBy(const QString& holder)
{
    return " AND holder=" + quoteText(holder);
}

/// A time ahead of the server's clock tells of a clock that was set back: not believed for ever.
QByteArray isFresh()
{
    const QByteArray lease = QByteArray::number(kLeaseSeconds);
    return "(holder IS NOT NULL AND holder_seen IS NOT NULL AND holder_seen BETWEEN NOW(3)"
           "-INTERVAL " +
           lease + " SECOND AND NOW(3)+INTERVAL " + lease + " SECOND)";
}

/// next_run as it is unless it still is what the runner knew.
QByteArray nextRun(const std::optional<QDateTime>& next, const std::optional<QDateTime>& known)
{
    return "next_run=IF(enabled AND next_run<=>" + time(known) + "," + time(next) + ",next_run)";
}

} // namespace

QByteArray select()
{
    return "SELECT enabled,interval_minutes,TIME_FORMAT(quiet_from,'%H:%i') AS quiet_from,"
           "TIME_FORMAT(quiet_until,'%H:%i') AS quiet_until" +
           asText("next_run") + asText("last_run") +
           ",last_status,last_error_code,last_error_message,CAST(succeeded AS CHAR) AS succeeded,"
           "CAST(failed AS CHAR) AS failed,failures_in_a_row" +
           asText("alert_since") + ",holder" + asText("holder_seen") + "," + isFresh() +
           " AS is_held FROM db_sync_schedule WHERE id=1";
}

QByteArray insert(bool enabled, int intervalMinutes)
{
    return "INSERT IGNORE INTO db_sync_schedule (id,enabled,interval_minutes) VALUES (1," +
           QByteArray(enabled ? "1" : "0") + "," + QByteArray::number(intervalMinutes) + ")";
}

QByteArray takeLease(const QString& holder)
{
    const QByteArray name = quoteText(holder);
    return update("holder=" + name + ",holder_seen=NOW(3),updated_at=updated_at") +
           " AND (holder=" + name + " OR NOT " + isFresh() + ")";
}

QByteArray releaseLease(const QString& holder)
{
    return update("holder=NULL,holder_seen=NULL,updated_at=updated_at") + heldBy(holder);
}

QByteArray enable(const QDateTime& next)
{
    return update("enabled=1,failures_in_a_row=0,alert_since=NULL,next_run=" + time(next));
}

QByteArray disable()
{
    return update("enabled=0,next_run=NULL");
}

QByteArray skipNext()
{
    const QByteArray interval = " INTERVAL interval_minutes MINUTE";
    return update("next_run=GREATEST(IFNULL(next_run,NOW(3)),NOW(3))+" + interval) +
           " AND enabled=1 AND (next_run IS NULL OR next_run<=NOW(3)+" + interval + ")";
}

QByteArray setInterval(int minutes)
{
    return update("interval_minutes=" + QByteArray::number(minutes));
}

QByteArray setQuietHours(const std::optional<QuietHours>& hours)
{
    if (!hours)
        return update("quiet_from=NULL,quiet_until=NULL");
    const QString format = QStringLiteral("HH:mm:00");
    return update("quiet_from=" + quoteText(hours->from.toString(format)) +
                  ",quiet_until=" + quoteText(hours->until.toString(format)));
}

QByteArray noteBegun(const QString& holder, const QDateTime& begun)
{
    return update("last_run=" + time(begun) +
                  ",last_status='RUNNING',last_error_code=NULL,last_error_message=NULL") +
           heldBy(holder) + " AND enabled=1";
}

QByteArray noteEnded(const QString& holder, const Schedule& after,
                     const std::optional<QDateTime>& known)
{
    const QByteArray status =
        after.lastStatus ? quoteText(toText(*after.lastStatus)) : QByteArray("NULL");
    return update("last_run=" + time(after.lastRun) + ",last_status=" + status +
                  ",last_error_code=" + textOrNull(after.lastErrorCode) +
                  ",last_error_message=" + textOrNull(after.lastErrorMessage) +
                  ",succeeded=" + QByteArray::number(after.succeeded) +
                  ",failed=" + QByteArray::number(after.failed) +
                  ",failures_in_a_row=" + QByteArray::number(after.failuresInARow) +
                  ",alert_since=" + time(after.alertSince) + "," + nextRun(after.nextRun, known)) +
           heldBy(holder);
}

QByteArray showNextRun(const QString& holder, const std::optional<QDateTime>& next,
                       const std::optional<QDateTime>& known)
{
    return update(nextRun(next, known) + ",updated_at=updated_at") + heldBy(holder);
}

} // namespace causeway::schedulesql
