// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"

#include <QByteArray>
#include <QString>

/// @file What initialising a pair asks of and writes into the control tables.

namespace causeway::statesql {

/// Rows of one name: tables of the session's database that are Causeway's own.
[[nodiscard]] QByteArray controlTables();
/// Rows of one name: tables that have a config row.
[[nodiscard]] QByteArray configuredTables();
/// A config row: priority 50, MANUAL.
[[nodiscard]] QByteArray insertConfig(const QString& table, SyncType type, Direction direction,
                                      bool enabled);

/// The other end of a pair, as one side knows it.
struct Peer {
    QString serverUuid;
    QString database;
    bool operator==(const Peer&) const = default;
};
/// A fresh row of db_sync_state, epoch 0.
[[nodiscard]] QByteArray insertPair(const QString& pairId, const Peer& peer);

} // namespace causeway::statesql
