// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/core/error.h"
#include "sync/row/row_key.h"
#include "sync/run/sync_report.h"

#include <optional>
#include <vector>

namespace causeway {

/// What the ledger holds for a key.
struct AgreedDigests {
    bool known = false; ///< it has an entry, and its digests mean something
    std::optional<quint64> remote;
    std::optional<quint64> local;
};

/// One row to write to a target, decided from what both sides held in their snapshots.
struct PlannedWrite {
    KeyBytes key;
    std::optional<quint64> source;   ///< digest of the source's row; nullopt: delete on the target
    std::optional<quint64> expected; ///< digest that the target must still hold; nullopt: no row
    /// Set when the target's row was changed too and loses: it is kept in db_sync_conflict.
    std::optional<ConflictKind> overrules;
    std::optional<AgreedDigests> agreed = {}; ///< nullopt: not looked up

    [[nodiscard]] RowAction action() const
    {
        if (!source)
            return RowAction::Delete;
        return expected ? RowAction::Update : RowAction::Insert;
    }
};

/// A row that could not be written, and why.
struct RefusedRow {
    PlannedWrite write;
    Error error;
};

/// What became of planned writes. Each write ends in exactly one of these.
struct WriteOutcome {
    ChangeCounts written;
    std::vector<PlannedWrite> moved;   ///< the target changed since the plan: to be decided anew
    std::vector<PlannedWrite> blocked; ///< deletes of parents that still have children there
    std::vector<RefusedRow> refused;
    bool tooLarge = false; ///< nothing was done: the rows to be overwritten do not fit into memory

    void operator+=(WriteOutcome&& other);
};

} // namespace causeway
