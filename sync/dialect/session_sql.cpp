// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/session_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::sessionsql {

QList<QByteArray> setUp(ServerFamily family)
{
    // Names per family: statement time limits and the isolation variable are the only differences.
    const QByteArray limit = family == ServerFamily::MariaDb ? QByteArray("max_statement_time=0")
                                                             : QByteArray("max_execution_time=0");
    return {
        "SET NAMES utf8mb4",
        "SET SESSION time_zone='+00:00', sql_mode='" + QByteArray(kSqlMode) +
            "', autocommit=1, foreign_key_checks=1, unique_checks=1, sql_safe_updates=0, "
            "innodb_lock_wait_timeout=5, lock_wait_timeout=20, wait_timeout=3600, "
            "net_read_timeout=600, net_write_timeout=600, " +
            limit,
        "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
    };
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
    // apart.
    const QByteArray uuid =
        family == ServerFamily::MariaDb
            ? QByteArray("CONCAT(@@GLOBAL.server_uid,':',"
                         "LEFT(SHA2(CONCAT(@@GLOBAL.hostname,@@GLOBAL.datadir),256),16))")
            : QByteArray("@@GLOBAL.server_uuid");
    return "SELECT VERSION(), " + uuid +
           ", @@GLOBAL.max_allowed_packet, @@GLOBAL.lower_case_table_names, @@GLOBAL.local_infile";
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
    return "SELECT GET_LOCK(" + quoteText(name) + ", 0)";
}

QByteArray releaseLock(const QString& name)
{
    return "DO RELEASE_LOCK(" + quoteText(name) + ")";
}

QByteArray showWarnings()
{
    return "SHOW WARNINGS LIMIT 5";
}

} // namespace causeway::sessionsql
