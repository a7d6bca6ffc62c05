// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/schedule/schedule.h"

#include <QByteArray>

/// The statements over db_sync_schedule, for MySQL and MariaDB alike, in a session in UTC. Leases
/// are measured by the server's clock alone: two runners may disagree about the time.
namespace causeway::schedulesql {

/// One row at most. Columns named as those of the table; times as text; and `is_held`.
[[nodiscard]] QByteArray select();
/// Makes the row unless it is there.
[[nodiscard]] QByteArray insert(bool enabled, int intervalMinutes);

/// Gives the lease to @p holder if nobody holds it, or renews it: finds no row when another does.
[[nodiscard]] QByteArray takeLease(const QString& holder);
[[nodiscard]] QByteArray releaseLease(const QString& holder);

/// Enables: forgets failures and the alert. @p nextRun invalid: at once.
[[nodiscard]] QByteArray enable(const QDateTime& nextRun);
[[nodiscard]] QByteArray disable();
/// next_run, or now, and one interval more: finds no row when that was done already.
[[nodiscard]] QByteArray skipNext();
[[nodiscard]] QByteArray setInterval(int minutes);
/// nullopt: no quiet hours.
[[nodiscard]] QByteArray setQuietHours(const std::optional<QuietHours>& hours);

// The rest finds no row unless @p holder has the schedule.
/// Finds no row either when the schedule was disabled meanwhile.
[[nodiscard]] QByteArray noteBegun(const QString& holder, const QDateTime& time);
/// Everything that afterRun() decides. next_run stays when it is no longer @p known: somebody
/// enabled, disabled or restarted the schedule meanwhile.
[[nodiscard]] QByteArray noteEnded(const QString& holder, const Schedule& after,
                                   const std::optional<QDateTime>& known);
[[nodiscard]] QByteArray showNextRun(const QString& holder, const std::optional<QDateTime>& time,
                                     const std::optional<QDateTime>& known);

/// How long a holder that does not show itself is believed to live.
inline constexpr int kLeaseSeconds = 60;

} // namespace causeway::schedulesql
