// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/session_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::sessionsql {
namespace {

/// While one side is read for long, the connections to the other have nothing to do; while a run is
/// paused, a stream of rows stands still.
constexpr std::chrono::seconds kIdle{3600};

QByteArray seconds(std::chrono::seconds time)
{
    return QByteArray::number(static_cast<qint64>(time.count()));
}

} // namespace

QList<QByteArray> setUp(ServerFamily family, std::chrono::seconds lockWait)
{
    // Names per family: statement time limits and the isolation variable are the only differences.
    const QByteArray limit = family == ServerFamily::MariaDb ? QByteArray("max_statement_time=0")
                                                             : QByteArray("max_execution_time=0");
    return {
        "SET NAMES utf8mb4",
        "SET SESSION time_zone='+00:00', sql_mode='" + QByteArray(kSqlMode) +
            "', autocommit=1, foreign_key_checks=1, unique_checks=1, sql_safe_updates=0, "
            "innodb_lock_wait_timeout=" +
            seconds(lockWait) + ", lock_wait_timeout=20, wait_timeout=" + seconds(kIdle) +
            ", net_read_timeout=600, net_write_timeout=" + seconds(kIdle) + ", " + limit,
        "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
        "SET @causeway_sync = 1", // triggers of users can tell our sessions by it: see README
    };
}

QList<QByteArray> boundTransactions(ServerFamily family, std::chrono::seconds idle)
{
    // Waiting for the next part of a statement is idling too.
    QByteArray sql = "SET SESSION net_read_timeout=" + seconds(idle);
    if (family == ServerFamily::MariaDb)
        sql += ", idle_transaction_timeout=" + seconds(idle);
    return {sql};
}

QList<QByteArray> idleBound(ServerFamily family, std::optional<std::chrono::seconds> idle)
{
    if (family == ServerFamily::MariaDb)
        return {};
    return {"SET SESSION wait_timeout=" + seconds(idle.value_or(kIdle))};
}

QByteArray readBack(ServerFamily family)
{
    const QByteArray isolation = family == ServerFamily::MariaDb
                                     ? QByteArray("@@SESSION.tx_isolation")
                                     : QByteArray("@@SESSION.transaction_isolation");
    return "SELECT @@SESSION.time_zone, @@SESSION.sql_mode, @@SESSION.character_set_client, "
           "@@SESSION.character_set_results, " +
           isolation;
}

QByteArray identity(ServerFamily family)
{
    // MariaDB's server_uid is the same for two servers of one machine: the data folder tells them
    // apart. Not the host name: it changes with networks and with every new container.
    const QByteArray uuid = family == ServerFamily::MariaDb
                                ? QByteArray("CONCAT(@@GLOBAL.server_uid,':',"
                                             "LEFT(SHA2(@@GLOBAL.datadir,256),16))")
                                : QByteArray("@@GLOBAL.server_uuid");
    return "SELECT VERSION(), " + uuid +
           ", @@GLOBAL.max_allowed_packet, @@GLOBAL.lower_case_table_names, @@GLOBAL.local_infile, "
           "CONCAT_WS(':'," +
           uuid + ",@@GLOBAL.hostname,@@GLOBAL.port,@@GLOBAL.server_id)";
}

QByteArray startSnapshot()
{
    return "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";
}
QByteArray startTransaction()
{
    return "START TRANSACTION";
}
QByteArray commit()
{
    return "COMMIT";
}
QByteArray rollback()
{
    return "ROLLBACK";
}

QByteArray foreignKeyChecks(bool on)
{
    return on ? QByteArray("SET SESSION foreign_key_checks=1")
              : QByteArray("SET SESSION foreign_key_checks=0");
}

QByteArray killQuery(quint64 threadId)
{
    return "KILL QUERY " + QByteArray::number(threadId);
}

QByteArray getLock(const QString& name)
{
    // A run that has just ended, or was killed, may still be known to the server for a moment.
    return "SELECT GET_LOCK(" + quoteText(name) + ", 2)";
}

QByteArray lockHolder(const QString& name)
{
    return "SELECT IS_USED_LOCK(" + quoteText(name) + ")";
}

QByteArray keepAlive()
{
    return "DO 0";
}

QByteArray showWarnings()
{
    return "SHOW WARNINGS LIMIT 5";
}

} // namespace causeway::sessionsql
