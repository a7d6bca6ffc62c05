// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schema/table_schema.h"

#include <algorithm>

namespace causeway {
namespace {

/// Whether values of @p column can identify a row on either server: exact, whole, stored, never
/// NULL.
bool canIdentify(const ColumnSchema& column)
{
    switch (column.type) {
    case TypeClass::Float:
    case TypeClass::Double:
    case TypeClass::Json:
    case TypeClass::Geometry:
    case TypeClass::Unsupported:
        return false;
    default:
        break;
    }
    const bool isLarge = column.dataType.endsWith(QLatin1String("text")) ||
                         column.dataType.endsWith(QLatin1String("blob"));
    return !isLarge && !column.nullable && !column.generated;
}

bool isRowKey(const TableSchema& table, const IndexSchema& index)
{
    if (!index.unique || index.kind == QLatin1String("HASH")) // MariaDB's UNIQUE over long values
        return false;
    return std::all_of(index.parts.cbegin(), index.parts.cend(), [&table](const IndexPart& part) {
        const ColumnSchema* column = part.prefix == 0 ? table.column(part.column) : nullptr;
        return column != nullptr && canIdentify(*column);
    });
}

QStringList columnsOf(const IndexSchema& index)
{
    QStringList columns;
    for (const IndexPart& part : index.parts)
        columns += part.column;
    return columns;
}

/// Order of choice that does not depend on index names or catalogue order, which differ by server.
bool isBetterKey(const QStringList& candidate, const QStringList& than)
{
    return candidate.size() != than.size() ? candidate.size() < than.size() : candidate < than;
}

} // namespace

const ColumnSchema* TableSchema::column(const QString& columnName) const
{
    const auto found =
        std::find_if(columns.cbegin(), columns.cend(), [&columnName](const ColumnSchema& column) {
            return column.name.compare(columnName, Qt::CaseInsensitive) == 0;
        });
    return found == columns.cend() || columnName.isEmpty() ? nullptr : &*found;
}

QStringList TableSchema::rowKey() const
{
    QStringList best;
    for (const IndexSchema& index : indexes) {
        if (!isRowKey(*this, index))
            continue;
        const QStringList candidate = columnsOf(index);
        if (index.name == QLatin1String("PRIMARY"))
            return candidate;
        if (best.isEmpty() || isBetterKey(candidate, best))
            best = candidate;
    }
    return best;
}

} // namespace causeway
