// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/parents_sql.h"

#include "sync/dialect/column_sql.h"
#include "sync/dialect/quote.h"

#include <algorithm>

namespace causeway {
namespace {

constexpr std::size_t kMostColumns = 6;
constexpr qint64 kLongText = 1000;

bool isShort(const ColumnSchema& column)
{
    switch (column.type) {
    case TypeClass::Binary:
    case TypeClass::Json:
    case TypeClass::Geometry:
    case TypeClass::Unsupported:
        return false;
    default:
        return column.length <= kLongText;
    }
}

bool isPrimary(const TableSchema& table, const QString& column)
{
    for (const IndexSchema& index : table.indexes) {
        if (index.name != QLatin1String("PRIMARY"))
            continue;
        return std::any_of(index.parts.begin(), index.parts.end(),
                           [&column](const IndexPart& part) { return part.column == column; });
    }
    return false;
}

} // namespace

std::vector<ColumnSchema> tellingColumns(const TableSchema& parent)
{
    std::vector<ColumnSchema> shown;
    std::copy_if(parent.columns.begin(), parent.columns.end(), std::back_inserter(shown), isShort);
    std::stable_partition(shown.begin(), shown.end(), [&parent](const ColumnSchema& column) {
        return isPrimary(parent, column.name);
    });
    if (shown.size() > kMostColumns)
        shown.resize(kMostColumns);
    return shown;
}

QByteArray parentSql(const ForeignKeySchema& key, const TableSchema& parent,
                     const std::vector<ColumnSchema>& shown, const Cells& values)
{
    QByteArray list;
    for (const ColumnSchema& column : shown)
        list += (list.isEmpty() ? "" : ", ") + columnsql::read(column);
    QByteArray condition;
    for (qsizetype part = 0; part < key.referencedColumns.size(); ++part) {
        const ColumnSchema* column = parent.column(key.referencedColumns[part]);
        condition += (part == 0 ? "" : " AND ") + quoteIdentifier(key.referencedColumns[part]) +
                     " = " +
                     columnsql::literal(column ? *column : ColumnSchema{},
                                        values[static_cast<std::size_t>(part)]);
    }
    return "SELECT " + (list.isEmpty() ? QByteArray("1") : list) + " FROM " +
           quoteIdentifier(parent.name) + " WHERE " + condition + " LIMIT 1";
}

} // namespace causeway
