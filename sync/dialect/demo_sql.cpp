// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/demo_sql.h"

#include "sync/dialect/quote.h"

namespace causeway::demosql {
namespace {

constexpr std::size_t kRowsPerStatement = 200;

QByteArray value(const Cell& cell)
{
    if (!cell)
        return "NULL";
    return QString::fromUtf8(*cell).toUtf8() == *cell ? quoteText(*cell) : quoteBytes(*cell);
}

QByteArray tuple(const Cells& cells)
{
    QList<QByteArray> values;
    for (const Cell& cell : cells)
        values += value(cell);
    return '(' + values.join(',') + ')';
}

QByteArray insertHead(const SampleTable& table)
{
    QList<QByteArray> columns;
    for (const QString& column : table.columns)
        columns += quoteIdentifier(column);
    return "INSERT INTO " + quoteIdentifier(table.name) + " (" + columns.join(',') + ") VALUES ";
}

} // namespace

QByteArray dropDatabase(const QString& name)
{
    return "DROP DATABASE IF EXISTS " + quoteIdentifier(name);
}

QByteArray createDatabase(const QString& name)
{
    return "CREATE DATABASE " + quoteIdentifier(name) + " CHARACTER SET utf8mb4";
}

QByteArray useDatabase(const QString& name)
{
    return "USE " + quoteIdentifier(name);
}

QList<QByteArray> insertRows(const SampleTable& table)
{
    const QByteArray head = insertHead(table);
    QList<QByteArray> statements;
    for (std::size_t begin = 0; begin < table.rows.size(); begin += kRowsPerStatement) {
        const std::size_t end = std::min(begin + kRowsPerStatement, table.rows.size());
        QList<QByteArray> tuples;
        for (std::size_t i = begin; i < end; ++i)
            tuples += tuple(table.rows[i]);
        statements += head + tuples.join(',');
    }
    return statements;
}

} // namespace causeway::demosql
