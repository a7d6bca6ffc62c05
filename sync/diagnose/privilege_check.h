// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/dialect/diagnose_sql.h"

#include <QStringList>

#include <vector>

namespace causeway {

class Connection;

/// What the user of a connection may do in its database, as far as the engine needs it.
struct PrivilegeReport {
    QStringList missing;    ///< rights held on no table at all, in GRANT's words
    QStringList tablesOnly; ///< rights held on single tables only
    bool canCreate = false;
    bool hasControlTables = false; ///< Causeway's own tables are there already
};

/// Asks the server itself, by statements that can write nothing.
/// Errors: the connection's.
[[nodiscard]] Result<PrivilegeReport> checkPrivileges(Connection& connection);

} // namespace causeway
