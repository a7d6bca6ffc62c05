// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/progress.h"
#include "sync/run/sync_report.h"
#include "sync/run/sync_request.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace causeway {

/// Runs sync jobs on QtConcurrent threads, one at a time, in the order they were submitted.
///
/// Thread:    lives in the GUI thread; signals are emitted there.
/// Ownership: its destructor asks the job at work to stop and waits for it.
class JobRunner final : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;

    /// Queues @p request. @return job number, greater than 0, growing.
    quint64 submit(SyncRequest request);
    /// Stops the job at a safe point. runFinished() still comes, with its report.
    void cancel(quint64 job);
    [[nodiscard]] bool isBusy() const;
    /// Progress of the job at work; never null.
    [[nodiscard]] std::shared_ptr<const ProgressSnapshot> progress() const;

signals:
    void runStarted(quint64 job);
    /// Exactly once per submitted job, also when it was cancelled in the queue or failed.
    void runFinished(quint64 job, const causeway::SyncReport& report);

private:
    struct Job;
    void startNext();
    void finish(const std::shared_ptr<Job>& job, const SyncReport& report);

    QThreadPool m_pool;
    std::vector<std::shared_ptr<Job>> m_queue;
    std::shared_ptr<Job> m_current;
    quint64 m_lastNumber = 0;
};

} // namespace causeway
