// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/doctor/examination.h"

namespace causeway::doctor {

/// What must be there for a check to make sense.
enum class Needs {
    Nothing,
    AnySide,      ///< a database; each one that can be reached is looked at by itself
    Local,        ///< the local database
    BothSides,    ///< both databases
    ControlTables ///< both databases, and the control tables in them
};

/// One thing that the troubleshooter looks at. A file of its own in sync/doctor/checks/.
struct Check {
    const char* id; ///< the ids of its findings are this, or begin with this and a dot
    Needs needs = Needs::Nothing;
    /// Looks only. Never empty.
    std::vector<Finding> (*look)(Examination&) = nullptr;
    /// Repairs what it found to be Safe, and tells every statement that it executed, also when it
    /// ends with an error after some of them. nullptr: none of its findings is ever Safe.
    Status (*repair)(Examination&, std::vector<Statement>& done) = nullptr;
};

/// All of them, in an order in which causes come before what follows from them.
[[nodiscard]] const std::vector<Check>& allChecks();

// One per file of sync/doctor/checks/.
[[nodiscard]] Check connectionCheck();    ///< both sides, step by step; TLS, rights, clock, …
[[nodiscard]] Check settingsCheck();      ///< server settings that endanger a sync
[[nodiscard]] Check sessionsCheck();      ///< connections against max_connections
[[nodiscard]] Check machineCheck();       ///< memory, disk and load of this machine
[[nodiscard]] Check controlTablesCheck(); ///< missing or incomplete control tables
[[nodiscard]] Check pairCheck();          ///< a side went back in time, or moved
[[nodiscard]] Check configCheck();        ///< tables without a config row
[[nodiscard]] Check structureCheck();     ///< configured tables that differ, or have no key
[[nodiscard]] Check staleRunsCheck();     ///< runs that never ended
[[nodiscard]] Check lastRunCheck();       ///< how the last runs ended
[[nodiscard]] Check consistencyCheck();   ///< data that differs after a sync
[[nodiscard]] Check schedulerCheck();     ///< not running, stuck, runner gone
[[nodiscard]] Check speedCheck();         ///< slow tables, large runs
[[nodiscard]] Check conflictsCheck();     ///< many in one table
[[nodiscard]] Check retentionCheck();     ///< log and undo that have grown or expired

} // namespace causeway::doctor
