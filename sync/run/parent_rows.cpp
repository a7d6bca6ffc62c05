// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/parent_rows.h"

#include "sync/db/connection.h"
#include "sync/dialect/parents_sql.h"
#include "sync/schema/introspect.h"

#include <algorithm>

namespace causeway {
namespace {

using Catalogue = std::map<QString, TableSchema>;

bool isSameKey(const ParentLookUp& one, const ForeignKeySchema& key)
{
    return one.columns == key.columns && one.table == key.referencedTable &&
           one.referencedColumns == key.referencedColumns;
}

/// nullopt: a part is NULL or not known.
std::optional<Cells> valuesOf(const ForeignKeySchema& key, const RowImage& row)
{
    Cells values;
    for (const QString& column : key.columns) {
        const Cell* cell = row.find(column);
        if (!cell || !cell->has_value())
            return std::nullopt;
        values.push_back(*cell);
    }
    return values;
}

std::vector<ForeignKeySchema> keysWith(const Catalogue& catalogue, const QString& table,
                                       const QString& column)
{
    std::vector<ForeignKeySchema> keys;
    const auto found = catalogue.find(table);
    if (found == catalogue.end())
        return keys;
    std::copy_if(found->second.foreignKeys.begin(), found->second.foreignKeys.end(),
                 std::back_inserter(keys), [&column](const ForeignKeySchema& key) {
                     return key.referencedSchema.isEmpty() &&
                            key.columns.contains(column, Qt::CaseInsensitive);
                 });
    return keys;
}

void addReferences(const std::vector<ForeignKeySchema>& keys, const std::vector<RowImage>& versions,
                   std::vector<ParentLookUp>& lookUps)
{
    for (const ForeignKeySchema& key : keys) {
        for (const RowImage& row : versions) {
            const auto values = valuesOf(key, row);
            const bool isKnown =
                values && std::any_of(lookUps.begin(), lookUps.end(), [&](const auto& one) {
                    return isSameKey(one, key) && one.values == *values;
                });
            if (values && !isKnown)
                lookUps.push_back(
                    {key.columns, key.referencedTable, key.referencedColumns, *values, {}, {}});
        }
    }
}

Result<ParentOnSide> parentOn(Connection& connection, const Catalogue& parents,
                              const ParentLookUp& lookUp)
{
    ParentOnSide result;
    const auto parent = parents.find(lookUp.table);
    if (parent == parents.end())
        return result;
    ForeignKeySchema key;
    key.columns = lookUp.columns;
    key.referencedColumns = lookUp.referencedColumns;
    const std::vector<ColumnSchema> shown = tellingColumns(parent->second);
    auto rows = connection.query(parentSql(key, parent->second, shown, lookUp.values));
    CAUSEWAY_TRY(rows);
    if (rows->rows.empty())
        return result;
    result.exists = true;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        result.row.columns << shown[i].name;
        result.row.cells.push_back(rows->rows.front()[i]);
    }
    return result;
}

Status fill(Connection& connection, std::vector<ParentLookUp>& lookUps,
            ParentOnSide ParentLookUp::*side)
{
    QStringList names;
    for (const ParentLookUp& lookUp : lookUps)
        names << lookUp.table;
    names.removeDuplicates();
    if (names.isEmpty())
        return okStatus();
    auto parents = introspect(connection, names);
    CAUSEWAY_TRY(parents);
    for (ParentLookUp& lookUp : lookUps) {
        auto found = parentOn(connection, *parents, lookUp);
        CAUSEWAY_TRY(found);
        lookUp.*side = std::move(*found);
    }
    return okStatus();
}

} // namespace

Result<std::vector<ParentLookUp>> lookUpParents(const Profile& profile, const QString& table,
                                                const QString& column,
                                                const std::vector<RowImage>& versions,
                                                const std::stop_token& stop)
{
    auto remote = Connection::open(profile.remote, Side::Remote);
    CAUSEWAY_TRY(remote);
    auto local = Connection::open(profile.local, Side::Local);
    CAUSEWAY_TRY(local);
    std::vector<ParentLookUp> lookUps;
    for (Connection* connection : {&*remote, &*local}) {
        if (stop.stop_requested())
            return makeError(ErrorCode::SyncInterrupted, table);
        auto catalogue = introspect(*connection, {table});
        CAUSEWAY_TRY(catalogue);
        addReferences(keysWith(*catalogue, table, column), versions, lookUps);
    }
    CAUSEWAY_TRY(fill(*remote, lookUps, &ParentLookUp::remote));
    CAUSEWAY_TRY(fill(*local, lookUps, &ParentLookUp::local));
    return lookUps;
}

} // namespace causeway
