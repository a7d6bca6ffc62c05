// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/undo/undo_entry.h"

#include <QByteArrayList>

#include <vector>

/// Statements for db_sync_undo and db_sync_undo_row, in the local database.
namespace causeway::undosql {

/// Public spelling, as in the column.
[[nodiscard]] QByteArray name(UndoState state);

/// Makes the table's row, or sets its state where the new one is not Kept.
[[nodiscard]] QByteArray noteTable(const QString& runId, const QString& table,
                                   const QByteArray& fingerprint, UndoState state);
/// Removes what noteTable() made.
[[nodiscard]] QByteArray forgetTable(const QString& runId, const QString& table);
/// Every table of the run: nothing of it can be undone.
[[nodiscard]] QByteArray giveUp(const QString& runId);
/// One row of values, for insertRows(). @p maxBytes: a row before that is larger is left out.
[[nodiscard]] QByteArray values(const QString& runId, const UndoEntry& entry,
                                std::optional<quint64> pendingEpoch, qsizetype maxBytes);
[[nodiscard]] QByteArray insertRows(const QByteArrayList& values);

/// One row, one column: how many of the two tables there are.
[[nodiscard]] QByteArray existing();
/// One row, one column: rows that the remote has not confirmed.
[[nodiscard]] QByteArray countPending();
/// The remote has committed up to @p epoch.
[[nodiscard]] QByteArray confirm(quint64 epoch);
/// confirm(), and what it never committed is removed.
[[nodiscard]] QByteArrayList recovery(quint64 epoch);

/// Rows of run id, table, fingerprint, state, created, undone at, undone by; oldest first. An empty
/// @p runId: of all runs.
[[nodiscard]] QByteArray tables(const QString& runId);
/// Rows of id, bytes: those with ids below @p below, newest first.
[[nodiscard]] QByteArray sizes(const QString& runId, quint64 below, int limit);
/// Rows of id, table, side, row key, row before, digest before, digest after, in ledger, agreed
/// remote, agreed local: those with ids from @p lowest to below @p below, newest first.
[[nodiscard]] QByteArray rows(const QString& runId, quint64 lowest, quint64 below);
/// Rows of run id, count.
[[nodiscard]] QByteArray counts();
[[nodiscard]] QByteArray noteUndone(const QString& runId, const QString& table, const QString& by);

/// Runs that are older than @p days by the server's clock: rows of run id.
[[nodiscard]] QByteArray expiredRuns(int days);
/// Rows of run id: runs of which a table was given up while rows of it are still there.
[[nodiscard]] QByteArray givenUpRuns();
[[nodiscard]] QByteArray deleteRows(const QString& runId, int limit);
[[nodiscard]] QByteArray deleteTables(const QString& runId);

} // namespace causeway::undosql
