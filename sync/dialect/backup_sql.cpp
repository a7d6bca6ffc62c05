// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/backup_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::backupsql {

QByteArray databaseDefaults(const QString& database)
{
    return "SELECT DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME "
           "FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = " +
           quoteText(database);
}

QByteArray objectCount(const QString& database)
{
    const QByteArray name = quoteText(database);
    return "SELECT (SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = " + name +
           ") + (SELECT COUNT(*) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = " + name +
           ") + (SELECT COUNT(*) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = " + name + ")";
}

QByteArray tablesOutsideSnapshots(const QString& database)
{
    return "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = " +
           quoteText(database) +
           " AND TABLE_TYPE = 'BASE TABLE' AND ENGINE <> 'InnoDB' ORDER BY TABLE_NAME";
}

QByteArray tablesWithFloats(const QString& database)
{
    return "SELECT DISTINCT TABLE_NAME FROM information_schema.TABLES JOIN "
           "information_schema.COLUMNS USING (TABLE_SCHEMA, TABLE_NAME) WHERE TABLE_SCHEMA = " +
           quoteText(database) +
           " AND TABLE_TYPE = 'BASE TABLE' AND DATA_TYPE = 'float' ORDER BY TABLE_NAME";
}

QByteArray createDatabase(const QString& database, const QString& charset, const QString& collation)
{
    QByteArray sql =
        "CREATE DATABASE " + quoteIdentifier(database) + " CHARACTER SET " + quoteText(charset);
    if (!collation.isEmpty())
        sql += " COLLATE " + quoteText(collation);
    return sql;
}

QByteArray dropDatabase(const QString& database)
{
    return "DROP DATABASE " + quoteIdentifier(database);
}

QByteArray rowCount(const QString& database, const QString& table)
{
    return "SELECT COUNT(*) FROM " + quoteIdentifier(database) + '.' + quoteIdentifier(table);
}

} // namespace causeway::backupsql
