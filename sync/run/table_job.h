// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/planned_write.h"
#include "sync/control/conflict_log.h"
#include "sync/control/control_rows.h"
#include "sync/discover/discover.h"
#include "sync/keyless/mirror_rows.h"
#include "sync/ledger/ledger.h"
#include "sync/run/finding_store.h"
#include "sync/run/sync_request.h"

namespace causeway {

class PairSession;
class PauseGate;
class ProgressReporter;
class UndoJournal;

/// What every step of a run may use. Borrowed; lives as long as the run.
struct RunContext {
    const SyncRequest& request;
    std::stop_token stop;
    PairSession& session;
    ProgressReporter& progress;
    QString runId;
    QString holder;              ///< "host:pid run-id", for db_sync_state
    UndoJournal* undo = nullptr; ///< keeps what the run overwrites; nullptr: nobody does
    PauseGate* pause = nullptr;  ///< where the run waits while it is paused; nullptr: nowhere
};

/// A table without a row key, in a run that mirrors it.
struct KeylessWork {
    RowCounts found; ///< by the last look
    MirrorOutcome tried;
};

/// One table of a run, from plan to outcome.
struct TableJob {
    TableConfig config;
    Rules rules;
    TableSchema remote;
    TableSchema local;
    bool cyclic = false;                      ///< on a cycle of foreign keys
    std::vector<ForeignKeySchema> intoRemote; ///< foreign keys of any table that point here
    std::vector<ForeignKeySchema> intoLocal;
    std::optional<TableSqlPair> sql; ///< empty when the table cannot be synced: see outcome.error
    std::optional<LedgerSql> ledger;
    LedgerState ledgerState;
    TableOutcome outcome;

    // What the last look found.
    FindingStore findings;                ///< rows to copy
    std::optional<Side> bulkInto;         ///< this side is empty: load it whole
    std::optional<KeylessWork> keyless;   ///< instead of findings and ledger: it has no row key
    KeySet plannedDeletes[2];             ///< by target; only for cyclic tables
    bool preflighted[2] = {false, false}; ///< remote, local: the right to write was proved
    bool lookAgain = true;                ///< the next pass has to look at it
    bool lookWidely = false;              ///< and not only at the keys that were written

    OpenConflicts open;
    KeySet leftAlone;    ///< keys this run does not touch (again): held or refused
    KeySet absent[2];    ///< by side: those of them that wait for a person and are not there
    KeySet conflictKeys; ///< keys counted as conflicts of this run
    qint64 stillMoving = 0;

    [[nodiscard]] bool failed() const { return outcome.error.has_value(); }
    /// Rows that the last look found to be written, or keyless rows that are not in step.
    [[nodiscard]] qint64 unwritten() const
    {
        return keyless ? keyless->found.onlyOnRemote + keyless->found.onlyOnLocal : findings.size();
    }
    [[nodiscard]] const TableSchema& schema(Side side) const
    {
        return side == Side::Remote ? remote : local;
    }
    [[nodiscard]] const std::vector<ForeignKeySchema>& into(Side side) const
    {
        return side == Side::Remote ? intoRemote : intoLocal;
    }
    [[nodiscard]] KeySet& deletesOn(Side side)
    {
        return plannedDeletes[side == Side::Remote ? 0 : 1];
    }
    [[nodiscard]] const KeySet& deletesOn(Side side) const
    {
        return plannedDeletes[side == Side::Remote ? 0 : 1];
    }
    [[nodiscard]] KeySet& waitingAbsent(Side side) { return absent[side == Side::Remote ? 0 : 1]; }
    [[nodiscard]] const KeySet& waitingAbsent(Side side) const
    {
        return absent[side == Side::Remote ? 0 : 1];
    }
    void wait(const KeyBytes& key, const KeyState& state)
    {
        leftAlone.insert(key);
        for (const Side side : {Side::Remote, Side::Local}) {
            if (!(side == Side::Remote ? state.remote : state.local))
                waitingAbsent(side).insert(key);
        }
    }
    [[nodiscard]] bool writesTo(Side side) const
    {
        return rules.direction == Direction::Both ||
               (side == Side::Local) == (rules.direction == Direction::RemoteToLocal);
    }
    [[nodiscard]] TableReader reader() const
    {
        return {*sql, ledgerState.exists ? &*ledger : nullptr, ledgerState.trusted};
    }
    [[nodiscard]] qint64 estimatedRows() const
    {
        return std::max(remote.estimatedRows, local.estimatedRows);
    }
};

} // namespace causeway
