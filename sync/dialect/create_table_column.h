// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/dialect/server_info.h"
#include "sync/schema/table_schema.h"

#include <QByteArray>

namespace causeway {

/// From which family to which server a table is translated.
struct Translation {
    ServerFamily from;
    ServerInfo to;

    [[nodiscard]] bool toMySql() const { return to.family == ServerFamily::MySql; }
    [[nodiscard]] bool toMariaDb() const { return to.family == ServerFamily::MariaDb; }
};

/// "`name` type … COMMENT '…'" for CREATE TABLE. SYNC_003 when the target lacks the type.
[[nodiscard]] Result<QByteArray> columnDefinition(const ColumnSchema& column,
                                                  const Translation& translation);

/// " CHARACTER SET x COLLATE y" in the target's names; empty for an empty charset.
[[nodiscard]] QByteArray charsetClause(const QString& charset, const QString& collation,
                                       const Translation& translation);

/// Start and end of a MariaDB period: made by the server, never copied.
[[nodiscard]] bool isPeriodColumn(const ColumnSchema& column);

} // namespace causeway
