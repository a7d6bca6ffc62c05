// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "tests/random/journal.h"
#include "tests/random/random_schema.h"

#include <QStringList>

#include <set>

namespace causeway::test {

/// An entry of db_sync_conflict in the words of the journal.
struct KeptConflict {
    qint64 id = 0;
    std::size_t table = 0;
    RowId row;
    ConflictKind kind = ConflictKind::UpdateUpdate;
    ConflictState state = ConflictState::Open;
    bool held = false; ///< open, and the row takes no part in a run until a person decides
    Version remote;
    Version local;
    QString message;
};
/// @return nullopt for a table that is not in @p schema.
[[nodiscard]] std::optional<KeptConflict> keptConflict(const RandomSchema& schema,
                                                       const ConflictRow& row);

/// A one-way FULL run: what its target held may be gone without a word.
struct Mirror {
    std::size_t table = 0;
    Side target = Side::Local;
    std::size_t until = 0; ///< length of the journal when it ended
};

/// Everything that is known at the end of a scenario.
struct History {
    const RandomSchema& schema;
    std::vector<UserWrite> writes;
    std::vector<Mirror> mirrors;
    std::vector<KeptConflict> conflicts;
    std::vector<TableRows> remote; ///< by table
    std::vector<TableRows> local;
    /// By table: the journal's length when the first whole run ended. Before that nothing was
    /// agreed on, so a row missing on one side was not a delete but never there.
    std::vector<std::size_t> firstAgreed;
};

/// Sentences about everything that must not be:
/// a version of a row that a user wrote and that is neither there, nor built upon by a later write,
/// nor kept in db_sync_conflict; a deleted row that is back; a row or value that nobody wrote; a
/// conflict between a version and its own successor.
[[nodiscard]] QStringList violationsOf(const History& history);

} // namespace causeway::test
