// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/schema/table_schema.h"

namespace causeway {

/// Whether rows of the one table can live in the other, value for value. SYNC_001 when columns,
/// keys or nullability differ, SYNC_003 when types do, SYNC_013 when either is no InnoDB base
/// table. The error's detail names the columns. Collations, indexes that are not unique, comments,
/// defaults, column order and generated columns may differ.
[[nodiscard]] Status compareStructures(const TableSchema& remote, const TableSchema& local);
/// The same, and that rows are known by a key: SYNC_006 when there is none.
[[nodiscard]] Status compareTables(const TableSchema& remote, const TableSchema& local);

/// Names with parents before children where a foreign key of either side demands it, else by
/// descending priority, then name. Tables on a cycle keep that order and are listed in `cyclic`
/// (self references included).
struct DependencyOrder {
    std::vector<QString> tables;
    QStringList cyclic;
};
struct PrioritisedTable {
    QString name;
    int priority = 50;
};
[[nodiscard]] DependencyOrder dependencyOrder(const std::vector<PrioritisedTable>& tables,
                                              const std::vector<ForeignKeySchema>& foreignKeys);

} // namespace causeway
