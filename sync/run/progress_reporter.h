// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/pause_gate.h"
#include "sync/core/progress.h"
#include "sync/run/sync_report.h"

#include <deque>

namespace causeway {

/// Keeps the counters of a run and puts a snapshot into the mailbox at every change.
/// Thread: the run's.
class ProgressReporter final {
public:
    /// @param pause time that the run spends there counts neither for speed nor as elapsed.
    explicit ProgressReporter(ProgressMailbox& mailbox, const PauseGate* pause = nullptr);

    void phase(RunPhase phase);
    void tables(int done, int total);
    void table(const QString& name, qint64 rowsToWrite);
    void compared(qint64 rows);
    void planned(qint64 rows); ///< adds to the rows the run will write
    void written(Side target, const ChangeCounts& counts);
    void conflicts(qint64 found); ///< adds

private:
    void publish();
    void measure();

    struct Mark {
        std::chrono::milliseconds at; ///< of the time at work
        qint64 rows;
    };

    ProgressMailbox& m_mailbox;
    ProgressSnapshot m_now;
    WorkTime m_time;
    std::deque<Mark> m_marks; ///< the last few seconds
};

} // namespace causeway
