// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace causeway::fencesql {

/// Rows of pair_id, epoch, peer_uuid, peer_database, peer_epoch.
[[nodiscard]] QByteArray allPairs();
/// One row of epoch, locked until the transaction ends (waits for a transaction still in flight).
[[nodiscard]] QByteArray lockEpoch(const QString& pairId);
[[nodiscard]] QByteArray raiseEpoch(const QString& pairId, quint64 epoch, const QString& holder);
/// On the local side: the remote's epoch that the ledger has taken in.
[[nodiscard]] QByteArray rememberPeerEpoch(const QString& pairId, quint64 epoch);

} // namespace causeway::fencesql
