// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/dialect/server_info.h"
#include "sync/run/pair_actions.h"
#include "sync/schema/table_schema.h"

#include <map>

namespace causeway {

/// The base tables of both sides, and which servers they live on.
struct PairCatalogue {
    std::map<QString, TableSchema> remote;
    std::map<QString, TableSchema> local;
    ServerInfo remoteServer;
    ServerInfo localServer;

    [[nodiscard]] const std::map<QString, TableSchema>& tables(Side side) const
    {
        return side == Side::Remote ? remote : local;
    }
    [[nodiscard]] const ServerInfo& server(Side side) const
    {
        return side == Side::Remote ? remoteServer : localServer;
    }
};

/// How to make the tables that only one side has on the other. Pure.
struct MissingTables {
    std::vector<InitStatement> statements; ///< all tables first, then their foreign keys
    QStringList created;                   ///< tables that both sides will have afterwards
    QStringList skipped;                   ///< translated "table: reason" lines
};

/// @param create false: only names in `skipped` what one side lacks.
[[nodiscard]] MissingTables planMissingTables(const PairCatalogue& catalogue, bool create);

} // namespace causeway
