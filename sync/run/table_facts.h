// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"
#include "sync/schema/table_schema.h"

#include <optional>
#include <stop_token>

namespace causeway {

/// One table as it is on each side.
struct TableFacts {
    std::optional<TableSchema> remote; ///< nullopt: no such table there
    std::optional<TableSchema> local;
    qint64 remoteRows = 0; ///< counted now; 0 without a table
    qint64 localRows = 0;
    std::optional<Error> problem; ///< why rows of the one cannot live in the other: compareTables()
};

/// Reads both catalogues and counts the rows of @p table on both sides, writing nothing. Blocks;
/// opens and closes its own connections on the calling thread.
[[nodiscard]] Result<TableFacts> examineTable(const Profile& profile, const QString& table,
                                              std::stop_token stop);

} // namespace causeway
