// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/ledger/ledger_entry.h"
#include "sync/row/row_image.h"

#include <QDateTime>

#include <optional>

namespace causeway {

/// Whether what a run did to a table can be undone. By its name in db_sync_undo.
enum class UndoState {
    Kept,     ///< every row that was written is there
    TooLarge, ///< the run wrote more than is kept
    Loaded,   ///< the table was empty and was loaded whole
    Keyless,  ///< no row key: nobody can say which row is which
};

/// One row that a run wrote, and what there was before.
struct UndoEntry {
    quint64 id = 0;
    QString table;
    Side side = Side::Local; ///< where it was written
    RowImage key;
    std::optional<RowImage> before; ///< nullopt: no row (beforeDigest empty), or too large to keep
    std::optional<quint64> beforeDigest;
    std::optional<quint64> afterDigest; ///< nullopt: the run deleted it
    bool inLedger = false;              ///< both sides had agreed on the key before
    std::optional<quint64> agreedRemote;
    std::optional<quint64> agreedLocal;

    /// The row itself was too large to keep.
    [[nodiscard]] bool isLost() const { return beforeDigest && !before; }
};

/// One table of a run in the journal.
struct UndoTable {
    QString runId;
    QString table;
    QByteArray fingerprint; ///< TableShape::fingerprint() then
    UndoState state = UndoState::Kept;
    QDateTime writtenAt; ///< UTC
    QDateTime undoneAt;  ///< UTC; invalid: not undone
    QString undoneBy;
};

} // namespace causeway
