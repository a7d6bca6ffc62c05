// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "sync/profile/env_file.h"
#include "sync/profile/profile.h"

#include <functional>
#include <optional>
#include <vector>

/// @file What each setting is in the end, and which of the layers says so: global, table, run.

namespace causeway {

enum class ConfigOrigin {
    Default,     ///< nobody says anything
    Profile,     ///< the stored profile
    EnvFile,     ///< the `.env` that was named
    Environment, ///< variables of this process
    CommandLine, ///< a URL
    Table,       ///< the row of db_sync_config
    Run,         ///< chosen for this run
};
/// "default", "profile", "env_file", "environment", "command_line", "table", "run".
[[nodiscard]] QString toText(ConfigOrigin origin);

struct EffectiveValue {
    QString name;  ///< of the variable, or of the column of db_sync_config
    QString value; ///< a password is shown as asterisks; empty: not set
    ConfigOrigin origin = ConfigOrigin::Default;
    QString where;      ///< file and line; empty where the origin says all
    QString overridden; ///< what the layer below says instead, where it says something else
};

/// The global layer as it was chosen.
struct GlobalSources {
    Profile profile;                             ///< what counts
    ConfigOrigin origin = ConfigOrigin::Profile; ///< of it as a whole
    std::optional<EnvFile> file;                 ///< named, or followed by the profile
    std::function<std::optional<QString>(const QString&)> environment;
};
/// DB_ENV, DB_REMOTE_*, DB_LOCAL_*, DB_SYNC_* and MARIADB_*, in this order.
[[nodiscard]] std::vector<EffectiveValue> effectiveGlobals(const GlobalSources& sources);

/// What the operator chose for one run.
struct RunChoice {
    std::optional<SyncType> type;
    std::optional<Direction> direction;
    std::optional<Policy> policy;
};
/// The columns of db_sync_config for one table. @p row nullopt: the table has none yet, and gets
/// what `init` would write.
[[nodiscard]] std::vector<EffectiveValue> effectiveTable(const std::optional<TableConfig>& row,
                                                         const SyncDefaults& defaults,
                                                         const RunChoice& run);

} // namespace causeway
