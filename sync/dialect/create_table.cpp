// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/create_table.h"

#include "sync/dialect/create_table_column.h"
#include "sync/dialect/create_table_expression.h"
#include "sync/dialect/quote.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

QByteArray quotedList(const QStringList& names)
{
    QByteArrayList quoted;
    for (const QString& name : names)
        quoted += quoteIdentifier(name);
    return quoted.join(", ");
}

/// Whether the target can have the index at all. One that only makes queries fast is left out then;
/// one that keeps values unique is not.
bool canHave(const TableSchema& table, const IndexSchema& index, const Translation& translation)
{
    if (translation.toMariaDb())
        return std::none_of(index.parts.cbegin(), index.parts.cend(),
                            [](const IndexPart& part) { return part.column.isEmpty(); });
    if (index.kind == QLatin1String("HASH"))
        return false;
    return std::none_of(index.parts.cbegin(), index.parts.cend(), [&table](const IndexPart& part) {
        const ColumnSchema* column = table.column(part.column);
        return column != nullptr && column->type == TypeClass::Json;
    });
}

QByteArray partSql(const IndexPart& part, const Translation& translation)
{
    QByteArray sql = quoteIdentifier(part.column);
    if (part.column.isEmpty())
        sql = '(' +
              translatedExpression(part.expression, translation.from, translation.to).toUtf8() +
              ')';
    if (part.prefix > 0)
        sql += '(' + QByteArray::number(part.prefix) + ')';
    const bool sorts = translation.toMySql() || translation.to.versionNumber >= 100801;
    if (part.descending && sorts)
        sql += " DESC";
    return sql;
}

QByteArray indexKind(const IndexSchema& index)
{
    if (index.kind == QLatin1String("FULLTEXT"))
        return "FULLTEXT KEY ";
    if (index.kind == QLatin1String("SPATIAL"))
        return "SPATIAL KEY ";
    return index.unique ? "UNIQUE KEY " : "KEY ";
}

QByteArray indexSql(const IndexSchema& index, const Translation& translation)
{
    QByteArrayList parts;
    for (const IndexPart& part : index.parts)
        parts += partSql(part, translation);
    const QByteArray head = index.name == QLatin1String("PRIMARY")
                                ? QByteArray("PRIMARY KEY")
                                : indexKind(index) + quoteIdentifier(index.name);
    return head + " (" + parts.join(", ") + ')';
}

Status appendColumns(QByteArrayList& lines, const TableSchema& table,
                     const Translation& translation)
{
    for (const ColumnSchema& column : table.columns) {
        if (isPeriodColumn(column))
            continue;
        auto definition = columnDefinition(column, translation);
        if (!definition.ok())
            return makeError(definition.error().code, table.name, definition.error().detail);
        lines += *definition;
    }
    return okStatus();
}

Status appendIndexes(QByteArrayList& lines, const TableSchema& table,
                     const Translation& translation)
{
    for (const IndexSchema& index : table.indexes) {
        if (canHave(table, index, translation)) {
            lines += indexSql(index, translation);
            continue;
        }
        if (index.unique)
            return makeError(ErrorCode::SyncTypes, table.name,
                             QCoreApplication::translate(
                                 "causeway::Schema",
                                 "The other server cannot have the UNIQUE key %1 of this table.")
                                 .arg(index.name));
    }
    return okStatus();
}

QByteArray foreignKeySql(const ForeignKeySchema& key)
{
    QByteArray parent = quoteIdentifier(key.referencedTable);
    if (!key.referencedSchema.isEmpty())
        parent.prepend(quoteIdentifier(key.referencedSchema) + '.');
    QByteArray sql = "ADD CONSTRAINT " + quoteIdentifier(key.name) + " FOREIGN KEY (" +
                     quotedList(key.columns) + ") REFERENCES " + parent + " (" +
                     quotedList(key.referencedColumns) + ')';
    if (!key.onDelete.isEmpty())
        sql += " ON DELETE " + key.onDelete.toLatin1();
    if (!key.onUpdate.isEmpty())
        sql += " ON UPDATE " + key.onUpdate.toLatin1();
    return sql;
}

} // namespace

Result<QByteArray> createTableSql(const TableSchema& table, ServerFamily from, const ServerInfo& to)
{
    const Translation translation{from, to};
    QByteArrayList lines;
    CAUSEWAY_TRY(appendColumns(lines, table, translation));
    CAUSEWAY_TRY(appendIndexes(lines, table, translation));
    QByteArray sql = "CREATE TABLE " + quoteIdentifier(table.name) + " (\n  " +
                     lines.join(",\n  ") + "\n) ENGINE=InnoDB" +
                     charsetClause(table.charset, table.collation, translation);
    if (!table.comment.isEmpty())
        sql += " COMMENT=" + quoteText(table.comment);
    return sql;
}

QByteArray addForeignKeysSql(const TableSchema& table)
{
    if (table.foreignKeys.empty())
        return {};
    QByteArrayList clauses;
    for (const ForeignKeySchema& key : table.foreignKeys)
        clauses += foreignKeySql(key);
    return "ALTER TABLE " + quoteIdentifier(table.name) + "\n  " + clauses.join(",\n  ");
}

} // namespace causeway
