// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/core/result.h"
#include "sync/profile/profile.h"
#include "sync/row/row_image.h"
#include "sync/run/sync_report.h"

#include <QDateTime>
#include <QStringList>

#include <chrono>
#include <functional>
#include <stop_token>
#include <vector>

/// @file The actions on a pair other than a run. All block; call them from a worker thread.
/// None throws; each opens and closes its own connections on the calling thread.

namespace causeway {

/// A statement that init will execute, shown to the operator first.
struct InitStatement {
    Side side = Side::Local;
    QString table; ///< empty for control tables
    QString sql;
};
struct InitReport {
    std::vector<InitStatement> statements; ///< what was (or, without execute, would be) executed
    std::vector<InitStatement> records;    ///< rows that were written into the control tables
    QStringList configured;                ///< tables that got a config row now
    QStringList skippedTables;             ///< translated "table: reason" lines
};
struct InitOptions {
    bool createMissing = false;
    bool execute = true;       ///< false: only tell what would be done
    bool addConfigs = true;    ///< false: no table gets a config row
    bool enableConfigs = true; ///< false: the rows that are added are switched off
    /// Called with all statements before the first is executed; returning false executes nothing.
    std::function<bool(const std::vector<InitStatement>&)> approve;
};
/// Makes the control tables, a config row for every base table both sides have and, when asked,
/// the tables that only one side has.
[[nodiscard]] Result<InitReport> initialisePair(const Profile& profile, const InitOptions& options,
                                                std::stop_token stop);

struct TableComparison {
    QString table;
    bool equal = false;
    qint64 remoteRows = 0;
    qint64 localRows = 0;
    qint64 onlyRemote = 0;
    qint64 onlyLocal = 0;
    qint64 different = 0;
    std::optional<Error> error;
};
struct CompareReport {
    bool equal = false; ///< every table compared and equal by value
    std::vector<TableComparison> tables;
};
/// Compares by value, without the ledger, writing nothing. Empty @p tables: every enabled one.
[[nodiscard]] Result<CompareReport> comparePair(const Profile& profile, const QStringList& tables,
                                                std::stop_token stop);

/// A person's decision on one open conflict.
struct ConflictDecision {
    qint64 conflictId = 0;
    Settlement use = Settlement::Remote; ///< Remote, Local or Merged
    /// Merged: columns whose value is taken from here; all others keep the local row's, or the
    /// remote row's where there is no local one.
    RowImage merged{};
    /// ConflictRow::updatedAt of the entry that the person saw; invalid: whatever is recorded now.
    /// When the entry was refreshed since, the decision is refused with SYNC_014.
    QDateTime seenAt{};
    bool operator==(const ConflictDecision&) const = default;
};
struct DecisionOutcome {
    qint64 conflictId = 0;
    bool applied = false;
    std::optional<Error> error; ///< SYNC_014 when a side moved since it was recorded; it stays open
};
/// Applies decisions one by one, each re-checked against both sides before it is written.
/// @param decidedBy recorded as settled_by.
[[nodiscard]] Result<std::vector<DecisionOutcome>>
resolveConflicts(const Profile& profile, const std::vector<ConflictDecision>& decisions,
                 const QString& decidedBy, std::stop_token stop);

/// Whether two databases are still the pair they were, and what an operator needs to decide.
struct PairCondition {
    std::optional<Error> problem; ///< SYNC_008 or SYNC_009; nullopt: runs may go on
    std::optional<Side> wentBack; ///< the side that lost commits, where one did
    bool onlyMoved = false;       ///< another server or name, but nothing is missing on either side
    QString remote;               ///< labels of what the profile leads to now
    QString local;
};
/// Looks only. CFG_005 when the pair was never initialised.
[[nodiscard]] Result<PairCondition> examinePair(const Profile& profile);

struct PairRepair {
    /// false: what was agreed before is not believed any more. The next run takes equal rows for
    /// agreed, and everything else for a conflict, also rows that only one side has: nothing is
    /// deleted or overwritten unasked.
    bool memoryKept = true;
};
/// Accepts both databases as what they are now, after examinePair() found a problem: records their
/// identities and epochs anew. Keeps what was agreed only when onlyMoved. Does nothing to a pair
/// without a problem. Crash safe: the problem stands until everything is done.
/// SYNC_010 while a run is going on.
[[nodiscard]] Result<PairRepair> acceptPair(const Profile& profile);

/// A row that an undo left as it is.
struct LeftRow {
    Side side = Side::Local;
    RowImage key;
    QString why; ///< translated; empty: it was changed after the run
};
/// What an undo did (or would do) to one table.
struct UndoneTable {
    QString table;
    ChangeCounts remote; ///< rows written back on each side
    ChangeCounts local;
    std::vector<LeftRow> left; ///< at most kListedLeftRows of them
    qint64 leftRows = 0;
    std::optional<Error> error; ///< nothing of this table was (or could be) undone, or not all
};
inline constexpr std::size_t kListedLeftRows = 1'000;
struct UndoReport {
    QString runId;     ///< of the run that was undone
    QString undoRunId; ///< by which the undo can be undone; empty for a dry run
    bool dryRun = false;
    std::vector<UndoneTable> tables;
    [[nodiscard]] qint64 leftRows() const;
    [[nodiscard]] bool complete() const; ///< no row was left, no table failed
};
/// Puts back what a run overwrote and deleted, and removes what it inserted, on both sides, row by
/// row where the row still is as the run left it. Both sides and what is remembered of them are
/// then as they were before the run: the next run would do the same again unless something else
/// changes. Can be repeated; rows that are back already are passed over.
/// @param dryRun only tells what would be done.
/// Errors: CFG_010 when nothing was kept of such a run; as a run's otherwise.
[[nodiscard]] Result<UndoReport> undoRun(const Profile& profile, const QString& runId, bool dryRun,
                                         const QString& doneBy, std::stop_token stop);

/// A run that wrote rows, and whether it can be undone.
struct UndoableRun {
    QString runId;
    QDateTime writtenAt; ///< UTC
    QDateTime undoneAt;  ///< UTC; invalid: not undone
    QString undoneBy;
    QStringList tables;        ///< whose rows are kept
    QStringList tablesNotKept; ///< "table: reason" lines, translated
    qint64 rows = 0;           ///< kept
};
/// Newest first.
[[nodiscard]] Result<std::vector<UndoableRun>> undoableRuns(const SideConfig& local);

/// One line of a connection test.
struct TestStep {
    QString id;   ///< stable: lookup, reach, tls, login, database, privileges, version, clock,
                  ///< read_only, durability
    QString name; ///< translated: "Name lookup", "TCP connection", …
    bool passed = false;
    bool warning = false;       ///< passed, but worth reading
    QString detail;             ///< translated
    QString hint;               ///< translated; what to do when not passed
    std::optional<Error> error; ///< when not passed
    std::chrono::milliseconds duration{0};
};
/// Name lookup, TCP, login, TLS, database, privileges, version, clock. Stops at the first failure
/// that makes the rest pointless. Writes nothing.
[[nodiscard]] std::vector<TestStep> testConnection(const SideConfig& side, Side which,
                                                   std::stop_token stop);

} // namespace causeway
