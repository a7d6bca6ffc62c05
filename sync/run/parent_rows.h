// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"
#include "sync/row/row_image.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace causeway {

/// What one side has under a reference.
struct ParentOnSide {
    bool exists = false;
    RowImage row; ///< its telling columns, when it exists
};

/// One reference of a row: values of a foreign key, and the row that they refer to on either side.
struct ParentLookUp {
    QStringList columns; ///< of the child
    QString table;       ///< the parent
    QStringList referencedColumns;
    Cells values;        ///< in the order of the columns, none NULL
    ParentOnSide remote; ///< as of this moment
    ParentOnSide local;
};

/// What the rows @p versions of @p table (as they are on either side, or as somebody would like
/// them) refer to through the foreign keys that have @p column: each different reference once, in
/// the order of the versions. NULL refers to nothing; parents in other databases are left out.
///
/// Reads only. Blocks; opens and closes its own connections on the calling thread.
[[nodiscard]] Result<std::vector<ParentLookUp>>
lookUpParents(const Profile& profile, const QString& table, const QString& column,
              const std::vector<RowImage>& versions, const std::stop_token& stop);

} // namespace causeway
