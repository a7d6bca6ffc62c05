// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/children.h"

#include "sync/dialect/children_sql.h"

#include <algorithm>

namespace causeway {
namespace {

/// Referenced values of one foreign key, folded so that a collation that ignores case finds them
/// again.
QByteArray folded(const Cells& cells)
{
    Cells result;
    for (const Cell& cell : cells)
        result.emplace_back(QString::fromUtf8(cell.value_or(QByteArray())).toCaseFolded().toUtf8());
    return encodeKey(result);
}

/// Cells of @p row that @p key refers to; empty when one is NULL (nothing can refer to it).
Cells referencedCells(const TableShape& parent, const ForeignKeySchema& key, const Cells& row)
{
    Cells cells;
    for (const QString& name : key.referencedColumns) {
        const auto found = std::find_if(
            parent.columns.begin(), parent.columns.end(), [&](const ColumnSchema& column) {
                return column.name.compare(name, Qt::CaseInsensitive) == 0;
            });
        if (found == parent.columns.end())
            return {};
        const Cell& cell = row[static_cast<std::size_t>(found - parent.columns.begin())];
        if (!cell)
            return {};
        cells.push_back(cell);
    }
    return cells;
}

struct Referenced {
    std::vector<Cells> values;
    std::unordered_map<QByteArray, KeyBytes, KeyHash> owners; ///< folded value -> parent key
};

Referenced referencedValues(const TableShape& parent, const ForeignKeySchema& key,
                            const FetchedRows& rows)
{
    Referenced result;
    for (const auto& [parentKey, row] : rows) {
        Cells cells = referencedCells(parent, key, row.cells);
        if (cells.empty())
            continue;
        result.owners.emplace(folded(cells), parentKey);
        result.values.push_back(std::move(cells));
    }
    return result;
}

Status addBlocked(Connection& target, const TableShape& parent, const ChildLink& link,
                  const FetchedRows& rows, KeySet& blocked)
{
    const Referenced referenced = referencedValues(parent, link.key, rows);
    if (referenced.values.empty())
        return okStatus();
    const TableShape* child = link.child ? &link.child->shape() : nullptr;
    const auto keyParts = static_cast<unsigned>(child ? child->key.size() : 0);
    return target.stream(
        childrenSql(link.key, parent, child, referenced.values), [&](const RowView& row) {
            const KeyBytes childKey = keyParts > 0 ? encodeKey(row.cells(0, keyParts)) : KeyBytes();
            if (keyParts > 0 && link.plannedDeletes && link.plannedDeletes->contains(childKey))
                return true;
            const auto owner =
                referenced.owners.find(folded(row.cells(keyParts, row.count - keyParts)));
            if (owner != referenced.owners.end()) {
                blocked.insert(owner->second);
            } else {
                // A collation stranger than case folding: rather block them all than lose a child.
                for (const auto& [value, key] : referenced.owners)
                    blocked.insert(key);
            }
            return true;
        });
}

} // namespace

Result<KeySet> parentsWithChildren(Connection& target, const TableSql& parent,
                                   const std::vector<ChildLink>& links,
                                   const std::vector<KeyBytes>& keys)
{
    KeySet blocked;
    if (links.empty() || keys.empty())
        return blocked;
    auto rows = fetchRows(target, parent, keys);
    CAUSEWAY_TRY(rows);
    for (const ChildLink& link : links)
        CAUSEWAY_TRY(addBlocked(target, parent.shape(), link, *rows, blocked));
    return blocked;
}

} // namespace causeway
