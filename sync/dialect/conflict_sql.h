// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"

#include <QByteArray>

namespace causeway::conflictsql {

/// Rows of id, row_key, kind, policy, remote_digest, local_digest, message of a table's open
/// conflicts.
[[nodiscard]] QByteArray open(const QString& table);
[[nodiscard]] QByteArray countOpen(const QString& table);
/// Digests are NULL where the row is not there.
[[nodiscard]] QByteArray insert(const ConflictRow& row);
/// Takes rows, digests, kind, policy, run and message of @p row over into conflict row.id.
[[nodiscard]] QByteArray refresh(const ConflictRow& row);
[[nodiscard]] QByteArray settle(qint64 id, std::optional<Settlement> how, const QString& by);

} // namespace causeway::conflictsql
