// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/dialect/server_info.h"
#include "sync/schema/table_schema.h"

#include <QByteArray>

namespace causeway {

/// CREATE TABLE of @p table for a server of another (or the same) family, without its foreign keys.
/// Types, charsets, collations, defaults, generated columns and indexes are translated; what has no
/// counterpart is an error (SYNC_003) that names it.
[[nodiscard]] Result<QByteArray> createTableSql(const TableSchema& table, ServerFamily from,
                                                const ServerInfo& to);
/// ALTER TABLE … ADD CONSTRAINT for every foreign key; empty when there is none. Run after all
/// tables exist.
[[nodiscard]] QByteArray addForeignKeysSql(const TableSchema& table);

} // namespace causeway
