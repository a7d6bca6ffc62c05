// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/catalog_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::catalogsql {
namespace {

/// WHERE of a catalogue view whose columns are named @p schemaColumn and @p tableColumn.
QByteArray where(const Scope& scope, const QByteArray& schemaColumn, const QByteArray& tableColumn)
{
    QByteArray sql = " WHERE " + schemaColumn + " = " + quoteText(scope.database);
    if (scope.only.isEmpty())
        return sql;
    QByteArrayList names;
    for (const QString& name : scope.only)
        names += quoteText(name);
    return sql + " AND " + tableColumn + " IN (" + names.join(", ") + ')';
}

} // namespace

QList<QByteArray> prepare(const ServerInfo& server)
{
    if (server.family == ServerFamily::MariaDb)
        return {};
    QList<QByteArray> statements{"SET SESSION information_schema_stats_expiry=0"};
    if (server.versionNumber >= 80030)
        statements += "SET SESSION show_gipk_in_create_table_and_information_schema=ON";
    return statements;
}

QByteArray currentDatabase()
{
    return "SELECT DATABASE()";
}

QByteArray tables(const Scope& scope)
{
    return "SELECT TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_COLLATION, TABLE_COMMENT, TABLE_ROWS"
           " FROM information_schema.TABLES" +
           where(scope, "TABLE_SCHEMA", "TABLE_NAME") +
           " AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY TABLE_NAME";
}

QByteArray columns(const Scope& scope)
{
    return "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, COLUMN_DEFAULT, IS_NULLABLE, "
           "EXTRA,"
           " CHARACTER_SET_NAME, COLLATION_NAME, CHARACTER_MAXIMUM_LENGTH, COLUMN_COMMENT,"
           " GENERATION_EXPRESSION FROM information_schema.COLUMNS" +
           where(scope, "TABLE_SCHEMA", "TABLE_NAME") + " ORDER BY TABLE_NAME, ORDINAL_POSITION";
}

QByteArray indexes(const Scope& scope, ServerFamily family)
{
    const QByteArray expression = family == ServerFamily::MySql ? "EXPRESSION" : "NULL";
    return "SELECT TABLE_NAME, INDEX_NAME, NON_UNIQUE, INDEX_TYPE, COLUMN_NAME, SUB_PART, "
           "COLLATION, " +
           expression + " FROM information_schema.STATISTICS" +
           where(scope, "TABLE_SCHEMA", "TABLE_NAME") +
           " ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX";
}

QByteArray foreignKeys(const Scope& scope)
{
    return "SELECT k.TABLE_NAME, k.CONSTRAINT_NAME, k.COLUMN_NAME, k.REFERENCED_TABLE_SCHEMA,"
           " k.REFERENCED_TABLE_NAME, k.REFERENCED_COLUMN_NAME, r.DELETE_RULE, r.UPDATE_RULE"
           " FROM information_schema.KEY_COLUMN_USAGE k"
           " JOIN information_schema.REFERENTIAL_CONSTRAINTS r"
           " ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME"
           " AND r.TABLE_NAME = k.TABLE_NAME" +
           where(scope, "k.TABLE_SCHEMA", "k.TABLE_NAME") +
           " AND r.CONSTRAINT_SCHEMA = " + quoteText(scope.database) +
           " AND k.REFERENCED_TABLE_NAME IS NOT NULL"
           " ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION";
}

QByteArray triggers(const Scope& scope)
{
    return "SELECT EVENT_OBJECT_TABLE, TRIGGER_NAME FROM information_schema.TRIGGERS" +
           where(scope, "EVENT_OBJECT_SCHEMA", "EVENT_OBJECT_TABLE") +
           " ORDER BY EVENT_OBJECT_TABLE, TRIGGER_NAME";
}

QByteArray checks(const Scope& scope)
{
    return "SELECT TABLE_NAME, CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS" +
           where(scope, "CONSTRAINT_SCHEMA", "TABLE_NAME");
}

QList<QByteArray> exactDefaults(const QString& table, const QStringList& columns,
                                const QStringList& primaryKey)
{
    QByteArrayList defaults;
    for (const QString& column : columns)
        defaults += "DEFAULT(t." + quoteIdentifier(column) + ')';
    const QByteArray list = "SELECT " + defaults.join(", ");
    const QByteArray name = quoteIdentifier(table) + " t";
    QList<QByteArray> attempts{list + " FROM " + name + " LIMIT 1", // not empty
                               list + ", COUNT(*) FROM " + name};   // empty, MySQL
    QByteArray nowhere = "FALSE";
    for (const QString& column : primaryKey)
        nowhere.prepend("t." + quoteIdentifier(column) + " IS NULL AND ");
    attempts +=
        list + " FROM (SELECT 1 AS one) one LEFT JOIN " + name + " ON " + nowhere; // MariaDB
    return attempts;
}

} // namespace causeway::catalogsql
