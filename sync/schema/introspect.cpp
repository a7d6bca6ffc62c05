// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schema/introspect.h"

#include "sync/db/connection.h"
#include "sync/dialect/catalog_sql.h"
#include "sync/dialect/type_names.h"
#include "sync/schema/read_column.h"

#include <algorithm>

namespace causeway {
namespace {

using Tables = std::map<QString, TableSchema>;
using catalogsql::Scope;

QString text(const Cells& row, std::size_t index)
{
    return QString::fromUtf8(row[index].value_or(QByteArray()));
}

/// The table that @p row (whose first cell names it) belongs to; nullptr for views and our own
/// tables.
TableSchema* tableOf(Tables& tables, const Cells& row)
{
    const auto found = tables.find(text(row, 0));
    return found == tables.end() ? nullptr : &found->second;
}

Result<Scope> resolveScope(Connection& connection, const QStringList& only)
{
    for (const QByteArray& statement : catalogsql::prepare(connection.server())) {
        if (auto done = connection.execute(statement); !done.ok())
            return done.error();
    }
    auto answer = connection.query(catalogsql::currentDatabase());
    if (!answer.ok())
        return answer.error();
    if (answer->rows.empty() || !answer->rows.front().front())
        return makeError(ErrorCode::ConnNoDatabase, connection.config().display());
    return Scope{text(answer->rows.front(), 0), only};
}

/// Feeds every row of @p sql to @p use.
template<typename Use>
Status forEachRow(Connection& connection, const QByteArray& sql, Use use)
{
    auto answer = connection.query(sql);
    if (!answer.ok())
        return answer.error();
    for (const Cells& row : answer->rows)
        use(row);
    return okStatus();
}

void addTable(Tables& tables, const Cells& row)
{
    TableSchema table;
    table.name = text(row, 0);
    if (table.name.startsWith(QLatin1String("db_sync_"), Qt::CaseInsensitive))
        return;
    table.systemVersioned = text(row, 1) == QLatin1String("SYSTEM VERSIONED");
    table.engine = text(row, 2);
    table.collation = normalisedCharset(text(row, 3));
    table.charset = table.collation.section(QLatin1Char('_'), 0, 0);
    table.comment = text(row, 4);
    table.estimatedRows = text(row, 5).toLongLong();
    tables.emplace(table.name, table);
}

void addIndexPart(Tables& tables, const Cells& row)
{
    TableSchema* table = tableOf(tables, row);
    if (table == nullptr)
        return;
    const QString name = text(row, 1);
    if (table->indexes.empty() || table->indexes.back().name != name) {
        const bool unique = text(row, 2) == QLatin1String("0");
        table->indexes.push_back({name, unique, text(row, 3), {}});
    }
    IndexSchema& index = table->indexes.back();
    IndexPart part{text(row, 4), text(row, 5).toInt(), text(row, 6) == QLatin1String("D")};
    part.expression = withoutEscapes(text(row, 7));
    if (index.kind == QLatin1String("SPATIAL"))
        part.prefix = 0; // the size of a bounding box, nobody's choice
    index.parts.push_back(part);
}

void addForeignKeyPart(std::vector<ForeignKeySchema>& keys, const Cells& row, const Scope& scope)
{
    const QString table = text(row, 0);
    const QString name = text(row, 1);
    if (keys.empty() || keys.back().name != name || keys.back().table != table) {
        ForeignKeySchema key;
        key.name = name;
        key.table = table;
        const QString schema = text(row, 3);
        if (schema.compare(scope.database, Qt::CaseInsensitive) != 0)
            key.referencedSchema = schema;
        key.referencedTable = text(row, 4);
        key.onDelete = text(row, 6);
        key.onUpdate = text(row, 7);
        keys.push_back(key);
    }
    keys.back().columns += text(row, 2);
    keys.back().referencedColumns += text(row, 5);
}

/// MariaDB adds the end of a row's period to the keys of a versioned table; nobody wrote it there.
void dropPeriodParts(TableSchema& table)
{
    const auto isPeriodEnd = [&table](const IndexPart& part) {
        const ColumnSchema* column = table.column(part.column);
        return column != nullptr && column->generationExpression == QLatin1String("ROW END");
    };
    for (IndexSchema& index : table.indexes)
        std::erase_if(index.parts, isPeriodEnd);
}

Result<std::vector<ForeignKeySchema>> readForeignKeys(Connection& connection, const Scope& scope)
{
    std::vector<ForeignKeySchema> keys;
    CAUSEWAY_TRY(forEachRow(connection, catalogsql::foreignKeys(scope),
                            [&](const Cells& row) { addForeignKeyPart(keys, row, scope); }));
    return keys;
}

Status readColumns(Connection& connection, const Scope& scope, Tables& tables)
{
    const ServerFamily family = connection.server().family;
    std::map<QString, QStringList> checks;
    if (family == ServerFamily::MariaDb) {
        CAUSEWAY_TRY(forEachRow(connection, catalogsql::checks(scope),
                                [&](const Cells& row) { checks[text(row, 0)] += text(row, 1); }));
    }
    return forEachRow(connection, catalogsql::columns(scope), [&](const Cells& row) {
        if (TableSchema* table = tableOf(tables, row))
            table->columns.push_back(readColumn(row, family, checks[table->name]));
    });
}

QStringList primaryKey(const TableSchema& table)
{
    QStringList columns;
    for (const IndexSchema& index : table.indexes) {
        for (const IndexPart& part : index.parts) {
            if (index.name == QLatin1String("PRIMARY"))
                columns += part.column;
        }
    }
    return columns;
}

/// Whether @p answer told every default of @p columns; if so, they are set.
bool takeExactDefaults(const std::vector<ColumnSchema*>& columns, const ResultSet& answer)
{
    if (answer.rows.empty())
        return false;
    const Cells& row = answer.rows.front();
    const auto end = row.begin() + static_cast<std::ptrdiff_t>(columns.size());
    if (std::any_of(row.begin(), end, [](const Cell& cell) { return !cell; }))
        return false;
    for (std::size_t i = 0; i < columns.size(); ++i)
        setExactDefault(*columns[i], *row[i]);
    return true;
}

/// Asks the server itself for defaults that its catalogue cannot spell. Rare: no query for most
/// tables.
Status readExactDefaults(Connection& connection, TableSchema& table)
{
    std::vector<ColumnSchema*> columns;
    QStringList names;
    for (ColumnSchema& column : table.columns) {
        if (!needsExactDefault(column))
            continue;
        columns.push_back(&column);
        names += column.name;
    }
    if (columns.empty())
        return okStatus();
    const QList<QByteArray> attempts =
        catalogsql::exactDefaults(table.name, names, primaryKey(table));
    for (const QByteArray& sql : attempts) {
        auto answer = connection.query(sql);
        CAUSEWAY_TRY(answer);
        if (takeExactDefaults(columns, *answer))
            return okStatus();
    }
    for (ColumnSchema* column : columns)
        column->defaultValue = noDefault(*column); // rather none than a wrong one
    return okStatus();
}

Status readConstraints(Connection& connection, const Scope& scope, Tables& tables)
{
    CAUSEWAY_TRY(forEachRow(connection, catalogsql::indexes(scope, connection.server().family),
                            [&](const Cells& row) { addIndexPart(tables, row); }));
    for (auto& [name, table] : tables) {
        if (table.systemVersioned)
            dropPeriodParts(table);
    }
    auto keys = readForeignKeys(connection, scope);
    if (!keys.ok())
        return keys.error();
    for (const ForeignKeySchema& key : *keys) {
        if (const auto table = tables.find(key.table); table != tables.end())
            table->second.foreignKeys.push_back(key);
    }
    return forEachRow(connection, catalogsql::triggers(scope), [&](const Cells& row) {
        if (TableSchema* table = tableOf(tables, row))
            table->triggers.push_back(text(row, 1));
    });
}

} // namespace

Result<Tables> introspect(Connection& connection, const QStringList& only)
{
    auto scope = resolveScope(connection, only);
    if (!scope.ok())
        return scope.error();
    Tables tables;
    CAUSEWAY_TRY(forEachRow(connection, catalogsql::tables(*scope),
                            [&tables](const Cells& row) { addTable(tables, row); }));
    CAUSEWAY_TRY(readColumns(connection, *scope, tables));
    CAUSEWAY_TRY(readConstraints(connection, *scope, tables));
    for (auto& [name, table] : tables)
        CAUSEWAY_TRY(readExactDefaults(connection, table));
    return tables;
}

Result<std::vector<ForeignKeySchema>> foreignKeysInto(Connection& connection)
{
    auto scope = resolveScope(connection, {});
    if (!scope.ok())
        return scope.error();
    auto keys = readForeignKeys(connection, *scope);
    if (!keys.ok())
        return keys.error();
    std::erase_if(*keys,
                  [](const ForeignKeySchema& key) { return !key.referencedSchema.isEmpty(); });
    return keys;
}

} // namespace causeway
