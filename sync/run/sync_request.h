// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/core/timeouts.h"
#include "sync/profile/profile.h"
#include "sync/run/skipped_kinds.h"
#include "sync/undo/undo_limits.h"

#include <QStringList>

#include <optional>

namespace causeway {

/// Limits of one run. Every value is a bound, none a target.
struct SyncLimits {
    int batchRows = 500;               ///< rows of one transaction
    qint64 batchBytes = 4'000'000;     ///< bytes of row values in one transaction
    int bulkChunkRows = 20'000;        ///< rows of one LOAD DATA statement
    qint64 bulkChunkBytes = 4'000'000; ///< bytes of row values in one LOAD DATA statement
    int maxPasses = 4; ///< discover-and-apply rounds before a busy table is left for the next run
    qint64 massDeleteFloor = 50;   ///< deletes up to this many never trip the guard
    double massDeleteShare = 0.10; ///< deletes above this share of the target's rows do
    int listedChanges = 10'000;    ///< rows per table that a dry run lists with their values
    UndoLimits undo;               ///< how much is kept of what the run overwrites
    Timeouts timeouts;             ///< of every connection of the run
};

/// What one run shall do. The sides and the defaults come from the profile.
struct SyncRequest {
    Profile profile;
    std::optional<SyncType> type;       ///< empty: each table's own
    std::optional<Direction> direction; ///< empty: each table's own
    std::optional<Policy> policy;       ///< empty: each table's own
    QStringList tables;                 ///< empty: every enabled table
    SkippedKinds skipped;               ///< changes that wait for another run
    bool dryRun = false;
    bool allowMassDelete = false; ///< the operator has seen the numbers
    /// One-way FULL only: every row that the target loses is kept in db_sync_conflict, also where
    /// nobody knows of a change.
    bool keepLosers = false;
    /// Of the sides that are written to: true, whatever the types; false, not; empty: as the
    /// profile says.
    std::optional<bool> backUpFirst;
    TriggerSource trigger = TriggerSource::Manual;
    SyncLimits limits;
};

} // namespace causeway
