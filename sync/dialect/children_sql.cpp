// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/children_sql.h"

#include "sync/dialect/column_sql.h"
#include "sync/dialect/quote.h"

#include <algorithm>

namespace causeway {
namespace {

/// The parent's referenced column under the child's name for it: types must match anyway.
ColumnSchema childColumn(const ForeignKeySchema& key, const TableShape& parent, qsizetype part)
{
    const auto found =
        std::find_if(parent.columns.begin(), parent.columns.end(), [&](const ColumnSchema& column) {
            return column.name.compare(key.referencedColumns[part], Qt::CaseInsensitive) == 0;
        });
    ColumnSchema column = found == parent.columns.end() ? ColumnSchema{} : *found;
    column.name = key.columns[part];
    return column;
}

} // namespace

QByteArray childrenSql(const ForeignKeySchema& key, const TableShape& parent,
                       const TableShape* child, const std::vector<Cells>& parents)
{
    QByteArray list;
    if (child) {
        for (const std::size_t index : child->key)
            list += columnsql::read(child->columns[index]) + ", ";
    }
    std::vector<ColumnSchema> columns;
    for (qsizetype part = 0; part < key.columns.size(); ++part) {
        columns.push_back(childColumn(key, parent, part));
        list += (part == 0 ? "" : ", ") + columnsql::read(columns.back());
    }
    QByteArray condition;
    for (const Cells& cells : parents) {
        condition += condition.isEmpty() ? "(" : " OR (";
        for (std::size_t i = 0; i < columns.size(); ++i)
            condition += (i == 0 ? "" : " AND ") + quoteIdentifier(columns[i].name) + " = " +
                         columnsql::literal(columns[i], cells[i]);
        condition += ')';
    }
    return "SELECT " + list + " FROM " + quoteIdentifier(key.table) + " WHERE " + condition +
           " LOCK IN SHARE MODE";
}

QByteArray danglingSql(const ForeignKeySchema& key)
{
    QByteArray join;
    QByteArray given;
    for (qsizetype part = 0; part < key.columns.size(); ++part) {
        const QByteArray child = "c." + quoteIdentifier(key.columns[part]);
        join += (part == 0 ? "" : " AND ") + child + " = p." +
                quoteIdentifier(key.referencedColumns[part]);
        given += " AND " + child + " IS NOT NULL";
    }
    return "SELECT COUNT(*) FROM " + quoteIdentifier(key.table) + " c LEFT JOIN " +
           quoteIdentifier(key.referencedTable) + " p ON " + join + " WHERE p." +
           quoteIdentifier(key.referencedColumns.first()) + " IS NULL" + given;
}

} // namespace causeway
