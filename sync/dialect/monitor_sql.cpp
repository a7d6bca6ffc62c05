// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/monitor_sql.h"

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

} // namespace causeway::monitorsql
