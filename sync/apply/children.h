// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"
#include "sync/dialect/table_sql.h"
#include "sync/discover/discover.h"

namespace causeway {

/// A foreign key of the target that points at the table being written.
struct ChildLink {
    ForeignKeySchema key;
    const TableSql* child = nullptr; ///< nullptr: the child takes no part in this run
    const KeySet* plannedDeletes =
        nullptr; ///< rows of the child that this run deletes too; may be nullptr
};

/// Which of @p keys, rows of @p parent on @p target, are referred to by rows that are not being
/// deleted as well. Must run inside the transaction that locked the parents: children that exist
/// are locked, new ones have to wait for the parent's lock. Never trusts the server to cascade.
[[nodiscard]] Result<KeySet> parentsWithChildren(Connection& target, const TableSql& parent,
                                                 const std::vector<ChildLink>& links,
                                                 const std::vector<KeyBytes>& keys);

} // namespace causeway
