// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/diagnose_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::diagnosesql {
namespace {

QByteArray missingTable(const QString& database)
{
    return quoteIdentifier(database) + ".`db_sync_probe_no_such_table`";
}

} // namespace

QByteArray rightName(Right right)
{
    switch (right) {
    case Right::Select:
        return "SELECT";
    case Right::Insert:
        return "INSERT";
    case Right::Update:
        return "UPDATE";
    case Right::Delete:
        return "DELETE";
    case Right::Create:
        return "CREATE";
    }
    return {};
}

QByteArray useDatabase(const QString& database)
{
    return "USE " + quoteIdentifier(database);
}

QByteArray createDatabase(const QString& database)
{
    return "CREATE DATABASE " + quoteIdentifier(database) + " CHARACTER SET utf8mb4";
}

QByteArray probe(Right right, const QString& database)
{
    const QByteArray table = missingTable(database);
    switch (right) {
    case Right::Select:
        return "SELECT 1 FROM " + table + " LIMIT 0";
    case Right::Insert:
        return "INSERT INTO " + table + " VALUES (1)";
    case Right::Update:
        return "UPDATE " + table + " SET a = 1 LIMIT 0";
    case Right::Delete:
        return "DELETE FROM " + table + " LIMIT 0";
    case Right::Create:
        return "CREATE TABLE " + table + " LIKE " + quoteIdentifier(database) +
               ".`db_sync_probe_no_such_pattern`";
    }
    return {};
}

QByteArray tableRights(const QString& database)
{
    return "SELECT PRIVILEGE_TYPE, COUNT(DISTINCT TABLE_NAME) FROM "
           "information_schema.TABLE_PRIVILEGES "
           "WHERE TABLE_SCHEMA = " +
           quoteText(database) + " GROUP BY PRIVILEGE_TYPE";
}

QByteArray controlTables(const QString& database)
{
    return "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = " +
           quoteText(database) + " AND TABLE_NAME IN ('db_sync_config', 'db_sync_state')";
}

QByteArray stateAndClock()
{
    return "SELECT @@GLOBAL.read_only, UNIX_TIMESTAMP(NOW(6))";
}

QByteArray durability()
{
    return "SELECT @@GLOBAL.innodb_flush_log_at_trx_commit, @@GLOBAL.log_bin, @@GLOBAL.sync_binlog";
}

} // namespace causeway::diagnosesql
