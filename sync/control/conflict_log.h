// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "sync/db/connection.h"
#include "sync/row/row_key.h"

#include <map>

namespace causeway {

/// An open conflict as a run needs to know it.
struct OpenConflict {
    qint64 id = 0;
    KeyBytes key;
    ConflictKind kind = ConflictKind::UpdateUpdate;
    Policy policy = Policy::Manual;
    std::optional<quint64> remote; ///< digests of the recorded rows; nullopt: not there
    std::optional<quint64> local;
    QString message;

    /// Each side had a row with this key once.
    [[nodiscard]] bool isOfBothSides() const;
    /// Waits for a person: the row takes no part in a run until it is settled.
    [[nodiscard]] bool isHeld() const;
};

/// By key; at most one open conflict per key.
using OpenConflicts = std::map<KeyBytes, OpenConflict>;

/// The engine's view of db_sync_conflict, on its own connection so that entries commit with the
/// rows they speak of. Statements run in whatever transaction @p local is in.
/// @param keyColumns of the table's row key: entries about another key are left out.
[[nodiscard]] Result<OpenConflicts> readOpenConflicts(Connection& local, const QString& table,
                                                      const QStringList& keyColumns);
[[nodiscard]] Result<qint64> countOpenConflicts(Connection& local, const QString& table);
/// Settles the entries about another key than @p keyColumns: nobody can tell any more which rows
/// they speak of. Those that still differ are found anew.
[[nodiscard]] Status supersedeConflicts(Connection& local, const QString& table,
                                        const QStringList& keyColumns);
[[nodiscard]] Status insertConflict(Connection& local, const ConflictRow& row);
[[nodiscard]] Status refreshConflict(Connection& local, const ConflictRow& row);
/// @param how nullopt: neither row was chosen
[[nodiscard]] Status settleConflict(Connection& local, qint64 id, std::optional<Settlement> how,
                                    const QString& by);

} // namespace causeway
