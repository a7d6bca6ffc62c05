// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace causeway::monitorsql {

/// The shortest question: its answer takes one round trip.
[[nodiscard]] QByteArray ping();
/// One row "name, value": the sessions that the server has now.
[[nodiscard]] QByteArray connections();
/// One row, one column: how many sessions the server lets in.
[[nodiscard]] QByteArray maxConnections();
/// One row: conflicts open, conflicts settled.
[[nodiscard]] QByteArray conflictCounts();

} // namespace causeway::monitorsql
