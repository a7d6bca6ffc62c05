// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/children.h"
#include "sync/apply/planned_write.h"
#include "sync/control/conflict_log.h"
#include "sync/core/pause_gate.h"
#include "sync/ledger/ledger.h"
#include "sync/run/pair_session.h"
#include "sync/run/sync_request.h"
#include "sync/undo/undo_journal.h"

#include <functional>
#include <mutex>
#include <stop_token>

namespace causeway {

/// Where the rows to write come from: those with the given keys, of at most so many bytes.
using RowSource = std::function<Result<SomeRows>(const std::vector<KeyBytes>&, qint64 maxBytes)>;

/// Ledger entries by key.
using AgreedBefore = std::unordered_map<KeyBytes, LedgerEntry, KeyHash>;

/// Everything that writing to one table of one side needs to know. Borrowed references outlive it.
struct TableTarget {
    PairSession& session;
    Side side;
    const TableSqlPair& sql;
    const LedgerSql& ledger;
    std::vector<ChildLink> children{};          ///< foreign keys of the target that point here
    std::vector<ForeignKeySchema> references{}; ///< foreign keys of the target's table itself
    bool cyclic = false; ///< on a cycle of foreign keys: checks off, proved afterwards
    bool hasTriggers = false;
    QStringList clearableUnique{}; ///< nullable columns of UNIQUE keys that are not the row key
    bool keepBase = false;         ///< the agreed row goes into the ledger
    OpenConflicts* open = nullptr; ///< of the table; those that a batch settles are taken out
    QString runId{};
    QString holder{};    ///< who writes, for db_sync_state
    QString settledBy{}; ///< who decides conflicts: the policy's name or a person
    std::optional<Settlement> settledHow{}; ///< empty: by the row of the side that wins
    Policy policy = Policy::Manual;         ///< recorded with overruled rows
    UndoJournal* undo = nullptr;            ///< keeps what is overwritten; nullptr: nobody does
    /// An undo: what the ledger shall hold again for the rows written, instead of what was written.
    /// Keys that it lacks are forgotten.
    const AgreedBefore* restoring = nullptr;
    SyncLimits limits{};
    std::stop_token stop{};
    PauseGate* pause = nullptr; ///< where to wait between batches; nullptr: nowhere
    RowSource rows{};
    std::function<void(const ChangeCounts&)> progress{}; ///< called after every batch
    /// Several threads write to the local side, each through a connection of its own, and take
    /// turns at committing. Both nullptr: one thread, the session's connection.
    Connection* ownLocal = nullptr;
    std::mutex* turn = nullptr;

    /// No foreign key and no trigger would notice delete + insert.
    [[nodiscard]] bool mayReinsert() const { return children.empty() && !hasTriggers; }
    [[nodiscard]] const TableSql& own() const { return sql.of(side); }
    [[nodiscard]] Connection& connection() const
    {
        return side == Side::Local ? localConnection() : session.writing(side);
    }
    [[nodiscard]] Connection& localConnection() const
    {
        return ownLocal ? *ownLocal : session.writing(Side::Local);
    }
};

} // namespace causeway
