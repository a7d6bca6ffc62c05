// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// What alerts are about, asked of the local database; cheap whatever the length of the log.
namespace causeway::alertsql {

/// Newest first: status, start_time, duration of the last @p count whole runs.
[[nodiscard]] QByteArray lastRuns(int count);
/// At most one row: start_time of the oldest whole run.
[[nodiscard]] QByteArray firstRun();
/// One row: enabled tables, those whose log has a sync that left both sides equal, and the end of
/// the one of these that is the longest ago.
[[nodiscard]] QByteArray proofs();
/// Rows of table, end of that sync (NULL: none): one per enabled table, by name.
[[nodiscard]] QByteArray proofOfEach();

} // namespace causeway::alertsql
