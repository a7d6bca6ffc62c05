// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/run/sync_report.h"
#include "sync/run/sync_request.h"

#include <functional>

namespace causeway {

class Connection;

/// Writes db_sync_log for one run, and the last sync of each table into db_sync_config.
///
/// Every method is one short statement or two, each committed by itself: call it outside of any
/// transaction of the connection. A failure to log must not fail the data: the caller reports it.
///
/// Thread:    that of its connection.
/// Ownership: borrows the connection to the local side.
/// Errors:    CFG_005 when a control table is missing, else as serverError() maps them.
class RunLog final {
public:
    using Now = std::function<QDateTime()>;
    explicit RunLog(Connection& local, Now now = &QDateTime::currentDateTimeUtc);

    /// Closes runs that never ended as FAILED with SYNC_005, and notes that this one began. The
    /// caller holds the lock of the pair: no other run can be alive.
    [[nodiscard]] Status begin(const QString& runId, const SyncRequest& request);
    /// Notes what became of one table. @p position: for last_sync_position; null QString: the run's
    /// id.
    [[nodiscard]] Status tableFinished(const TableOutcome& outcome, const QString& position = {});
    /// Notes a run that never began, because a side could not be reached: one row, complete.
    [[nodiscard]] Status noteUnreached(const SyncReport& report, const SyncRequest& request);
    /// Completes the run's summary row.
    [[nodiscard]] Status finish(const SyncReport& report);

private:
    void remember(const QString& runId, const QDateTime& startedAt, const SyncRequest& request);
    [[nodiscard]] Status execute(const QByteArray& sql);

    Connection& m_local;
    Now m_now;
    QString m_runId;
    QDateTime m_startedAt;
    SyncType m_type = SyncType::Incremental;
    Direction m_direction = Direction::Both;
    TriggerSource m_trigger = TriggerSource::Manual;
};

/// What error_message says about conflicts, always in English and always with the word "conflict":
/// people search for it. Empty when there is none.
[[nodiscard]] QString conflictNote(qint64 conflicts, qint64 openConflicts);

} // namespace causeway
