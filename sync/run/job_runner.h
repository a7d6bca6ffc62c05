// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/pause_gate.h"
#include "sync/core/progress.h"
#include "sync/run/sync_report.h"
#include "sync/run/sync_request.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace causeway {

/// Runs sync jobs on QtConcurrent threads, one at a time, in the order they were submitted.
///
/// Thread:    lives in the GUI thread; signals are emitted there, never from within submit() or
///            cancel().
/// Ownership: its destructor asks the job at work to stop and waits for it; jobs that had not
///            finished by then are not reported any more.
class JobRunner final : public QObject {
    Q_OBJECT
public:
    /// The function that does a job; called on a pool thread. runSync() in every program.
    using Work = std::function<SyncReport(const SyncRequest&, const std::stop_token&,
                                          ProgressMailbox&, PauseGate&)>;

    explicit JobRunner(QObject* parent = nullptr);
    explicit JobRunner(Work work, QObject* parent = nullptr);
    ~JobRunner() override;

    /// Queues @p request. @return job number, greater than 0, growing.
    quint64 submit(SyncRequest request);
    /// Stops the job at a safe point, or takes it out of the queue. runFinished() still comes, with
    /// its report. Unknown and finished jobs are ignored.
    void cancel(quint64 job);
    /// Lets the job at work, else the next one, stand still after its batch; it goes on with
    /// resume(), or is stopped when nobody calls that for long.
    void pause();
    void resume();
    [[nodiscard]] PauseGate::State pauseState() const;
    /// How long the job at work, else the last one, has stood still.
    [[nodiscard]] std::chrono::milliseconds stoodStill() const;
    /// A job is at work or waiting.
    [[nodiscard]] bool isBusy() const;
    /// Progress of the job at work, else of the last one; never null.
    [[nodiscard]] std::shared_ptr<const ProgressSnapshot> progress() const;

signals:
    void runStarted(quint64 job);
    /// Exactly once per submitted job, also when it was cancelled in the queue or failed.
    void runFinished(quint64 job, const causeway::SyncReport& report);

private:
    struct Job;
    [[nodiscard]] PauseGate* gate() const; ///< nullptr: nothing to do
    void startNext();
    void finish(const std::shared_ptr<Job>& job, const SyncReport& report);

    Work m_work;
    QThreadPool m_pool;
    std::vector<std::shared_ptr<Job>> m_queue;
    std::shared_ptr<Job> m_current;
    std::shared_ptr<PauseGate> m_pause = std::make_shared<PauseGate>(); ///< of the last job
    std::shared_ptr<ProgressMailbox> m_progress = std::make_shared<ProgressMailbox>();
    quint64 m_lastNumber = 0;
};

} // namespace causeway
