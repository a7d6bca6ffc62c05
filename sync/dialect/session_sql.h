// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/dialect/server_info.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

namespace causeway::sessionsql {

/// The sql_mode of every session of ours: strict, keeps id 0, accepts the zero and invalid dates
/// that a source may hold.
inline constexpr const char* kSqlMode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ALLOW_INVALID_DATES,"
                                        "NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION";

/// Statements that give a new connection its session. @p lockWait: longest wait for a row's lock.
[[nodiscard]] QList<QByteArray> setUp(ServerFamily family, std::chrono::seconds lockWait);
/// For a connection whose transactions shall not idle longer than @p idle.
[[nodiscard]] QList<QByteArray> boundTransactions(ServerFamily family, std::chrono::seconds idle);
/// Around each such transaction, where the server tells no transaction from other idling: bounds
/// the idle time of the whole connection; nullopt: as it was.
[[nodiscard]] QList<QByteArray> idleBound(ServerFamily family,
                                          std::optional<std::chrono::seconds> idle);
/// One row: time_zone, sql_mode, character_set_client, character_set_results, transaction
/// isolation.
[[nodiscard]] QByteArray readBack(ServerFamily family);
/// One row: version, server id, max_allowed_packet, lower_case_table_names, local_infile, instance.
[[nodiscard]] QByteArray identity(ServerFamily family);

[[nodiscard]] QByteArray startSnapshot();
[[nodiscard]] QByteArray startTransaction();
[[nodiscard]] QByteArray commit();
[[nodiscard]] QByteArray rollback();
[[nodiscard]] QByteArray foreignKeyChecks(bool on);
[[nodiscard]] QByteArray killQuery(quint64 threadId);
/// One row, one column: 1 when the lock is ours, 0 when another session holds it.
[[nodiscard]] QByteArray getLock(const QString& name);
/// One row, one column: the session that holds the lock; NULL for none.
[[nodiscard]] QByteArray lockHolder(const QString& name);
/// Does nothing: the server sees that the session is in use.
[[nodiscard]] QByteArray keepAlive();
/// Up to five rows of level, code, message.
[[nodiscard]] QByteArray showWarnings();

} // namespace causeway::sessionsql
