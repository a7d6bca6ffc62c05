// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/demo/sample_shop.h"

#include <QByteArray>
#include <QList>

/// Statements that fill a database of our own with sample rows.
namespace causeway::demosql {

[[nodiscard]] QByteArray dropDatabase(const QString& name);
/// utf8mb4.
[[nodiscard]] QByteArray createDatabase(const QString& name);
[[nodiscard]] QByteArray useDatabase(const QString& name);
/// INSERT statements of at most 200 rows each.
[[nodiscard]] QList<QByteArray> insertRows(const SampleTable& table);

} // namespace causeway::demosql
