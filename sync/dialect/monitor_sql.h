// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace causeway::monitorsql {

/// The shortest question: its answer takes one round trip.
[[nodiscard]] QByteArray ping();
/// One row "name, value": the sessions that the server has now.
[[nodiscard]] QByteArray connections();
/// One row, one column: how many sessions the server lets in.
[[nodiscard]] QByteArray maxConnections();
/// One row: conflicts open, conflicts settled.
[[nodiscard]] QByteArray conflictCounts();

// What is recorded of a run while it goes on, in the local database. Numbers and times are text.
/// At most one row: run id, trigger, type, direction, start, seconds since; the newest said to be
/// at work.
[[nodiscard]] QByteArray runningRun();
/// Rows of table, status, rows written, seconds: tables that the run is done with, in that order.
[[nodiscard]] QByteArray tablesOfRun(const QString& runId);
/// Rows of table, rows: what the run has written so far, as far as it is kept for an undo.
[[nodiscard]] QByteArray keptRowsOfRun(const QString& runId);
/// Rows of table, seconds that its last sync took (NULL: never synced): of each enabled table.
[[nodiscard]] QByteArray lastDurations();

} // namespace causeway::monitorsql
