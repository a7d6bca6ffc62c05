// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/undo/undo_entry.h"
#include "sync/undo/undo_limits.h"

#include <QByteArrayList>

#include <vector>

namespace causeway {

class Connection;

/// Keeps what one run overwrites and deletes, in db_sync_undo_row. A run that writes more than the
/// limits allow cannot be undone at all: half an undo would be a new mistake.
///
/// Thread:    that of the connections it is given.
/// Errors:    as serverError() maps them.
class UndoJournal final {
public:
    UndoJournal(QString runId, UndoLimits limits);

    /// What was there before is worth reading.
    [[nodiscard]] bool isKeeping() const { return m_limits.rows > 0 && !m_full; }

    /// Part of the local transaction that also writes the ledger. @p pendingEpoch: of the remote,
    /// once it has committed; nullopt: written locally, with this transaction.
    [[nodiscard]] Status note(Connection& local, const QString& table,
                              const QByteArray& fingerprint, const std::vector<UndoEntry>& entries,
                              std::optional<quint64> pendingEpoch);
    /// Says why what the run does to @p table cannot be undone.
    [[nodiscard]] Status noteTable(Connection& local, const QString& table,
                                   const QByteArray& fingerprint, UndoState state);
    /// Nothing was done to @p table after all.
    [[nodiscard]] Status forgetTable(Connection& local, const QString& table);
    /// Removes the rows of runs that were given up, and runs older than the limit.
    /// @param executed where the statements that removed something are noted; may be null.
    [[nodiscard]] Status tidyUp(Connection& local, QByteArrayList* executed = nullptr) const;

private:
    [[nodiscard]] Status insert(Connection& local, const std::vector<UndoEntry>& entries,
                                std::optional<quint64> pendingEpoch);

    QString m_runId;
    UndoLimits m_limits;
    qint64 m_rows = 0;
    qint64 m_bytes = 0;
    bool m_full = false;
};

/// Makes the tables where they are missing. Commits whatever transaction is open.
[[nodiscard]] Status createUndoTables(Connection& local);
/// Settles what was noted for remote commits of which nobody knew whether they happened, as
/// recoverAllLedgers() does: to be called wherever that is.
[[nodiscard]] Status recoverUndo(Connection& local, quint64 remoteEpoch);
/// The remote has committed @p remoteEpoch. Part of the transaction that settles the ledger.
[[nodiscard]] Status confirmUndo(Connection& local, quint64 remoteEpoch);

} // namespace causeway
