// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"
#include "sync/schedule/schedule.h"

#include <memory>

namespace causeway {

class ControlSession;

/// db_sync_schedule of one local database: what people change, and what a runner notes.
///
/// Thread:    belongs to the thread that opened it.
/// Ownership: owns one connection.
/// Errors:    DB_CONN_* when the server cannot be reached, CFG_005 when the table is missing.
class ScheduleStore final {
public:
    /// @p defaults are what the schedule is until somebody changes it: the first write makes the
    /// row.
    [[nodiscard]] static Result<ScheduleStore> open(const SideConfig& local,
                                                    const SyncDefaults& defaults);
    ScheduleStore(ScheduleStore&&) noexcept;
    ScheduleStore& operator=(ScheduleStore&&) noexcept;
    ~ScheduleStore();

    [[nodiscard]] Result<Schedule> read();

    /// Enables, or enables again: failures, back-off and alert are forgotten. The next run is due
    /// at @p nextRun, at once when that is nullopt.
    [[nodiscard]] Status enable(const std::optional<QDateTime>& nextRun);
    /// A run that is going on ends as it would; no other begins.
    [[nodiscard]] Status disable();
    /// Leaves out the next run. @return false when it is left out already, or nothing is scheduled.
    [[nodiscard]] Result<bool> skipNext();
    [[nodiscard]] Status setInterval(int minutes);
    [[nodiscard]] Status setQuietHours(const std::optional<QuietHours>& hours);

    /// Takes the lease or renews it. @return false when another holder has it.
    [[nodiscard]] Result<bool> takeLease(const QString& holder);
    [[nodiscard]] Status releaseLease(const QString& holder);
    /// @return false when the schedule is no longer enabled or no longer @p holder's.
    [[nodiscard]] Result<bool> noteBegun(const QString& holder, const QDateTime& time);
    /// Notes @p after; next_run only while it is what @p before says.
    [[nodiscard]] Status noteEnded(const QString& holder, const Schedule& before,
                                   const Schedule& after);
    [[nodiscard]] Status showNextRun(const QString& holder, const Schedule& before,
                                     const std::optional<QDateTime>& time);

private:
    ScheduleStore(std::unique_ptr<ControlSession> session, const SyncDefaults& defaults);
    [[nodiscard]] Result<qint64> write(const QByteArray& sql);

    std::unique_ptr<ControlSession> m_session;
    SyncDefaults m_defaults;
    bool m_rowIsThere = false;
};

} // namespace causeway
