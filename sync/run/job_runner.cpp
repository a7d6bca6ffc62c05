// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/job_runner.h"

#include "sync/run/sync_engine.h"

#include <QtConcurrent>

#include <algorithm>
#include <exception>

namespace causeway {

struct JobRunner::Job {
    quint64 number = 0;
    SyncRequest request;
    std::stop_source stop;
    std::shared_ptr<ProgressMailbox> progress = std::make_shared<ProgressMailbox>();
    std::shared_ptr<PauseGate> pause = std::make_shared<PauseGate>(stop);
};

namespace {

SyncReport emptyReport(const SyncRequest& request, RunStatus status, Error error)
{
    SyncReport report;
    report.status = status;
    report.type = request.type;
    report.direction = request.direction;
    report.dryRun = request.dryRun;
    report.startedAt = QDateTime::currentDateTimeUtc();
    report.error = std::move(error);
    return report;
}

SyncReport cancelledReport(const SyncRequest& request)
{
    return emptyReport(request, RunStatus::Cancelled,
                       makeError(ErrorCode::SyncInterrupted, request.profile.name));
}

SyncReport failedReport(const SyncRequest& request, const QString& reason)
{
    Error error = makeError(ErrorCode::SysInternal, request.profile.name);
    error.serverMessage = reason;
    return emptyReport(request, RunStatus::Failed, std::move(error));
}

/// The engine promises not to throw; a job must end with a report even if it does.
SyncReport runGuarded(const JobRunner::Work& work, const SyncRequest& request,
                      const std::stop_token& stop, ProgressMailbox& progress, PauseGate& pause)
{
    if (stop.stop_requested())
        return cancelledReport(request);
    try {
        return work(request, stop, progress, pause);
    } catch (const std::exception& exception) {
        return failedReport(request, QString::fromLocal8Bit(exception.what()));
    } catch (...) {
        return failedReport(request, QString());
    }
}

} // namespace

JobRunner::JobRunner(QObject* parent)
    : JobRunner([](const SyncRequest& request, const std::stop_token& stop,
                   ProgressMailbox& progress,
                   PauseGate& pause) { return runSync(request, stop, progress, &pause); },
                parent)
{
}

JobRunner::JobRunner(Work work, QObject* parent)
    : QObject(parent)
    , m_work(std::move(work))
{
    m_pool.setMaxThreadCount(1);
}

JobRunner::~JobRunner()
{
    for (const auto& job : m_queue)
        job->stop.request_stop();
    if (m_current)
        m_current->stop.request_stop();
    m_pool.waitForDone();
}

quint64 JobRunner::submit(SyncRequest request)
{
    auto job = std::make_shared<Job>();
    job->number = ++m_lastNumber;
    job->request = std::move(request);
    m_queue.push_back(job);
    QMetaObject::invokeMethod(this, &JobRunner::startNext, Qt::QueuedConnection);
    return job->number;
}

void JobRunner::cancel(quint64 number)
{
    if (m_current && m_current->number == number) {
        m_current->stop.request_stop();
        return;
    }
    const auto found = std::find_if(m_queue.begin(), m_queue.end(),
                                    [number](const auto& job) { return job->number == number; });
    if (found == m_queue.end())
        return;
    const std::shared_ptr<Job> job = *found;
    m_queue.erase(found);
    QMetaObject::invokeMethod(
        this, [this, job] { emit runFinished(job->number, cancelledReport(job->request)); },
        Qt::QueuedConnection);
}

PauseGate* JobRunner::gate() const
{
    if (m_current)
        return m_current->pause.get();
    return m_queue.empty() ? nullptr : m_queue.front()->pause.get();
}

void JobRunner::pause()
{
    if (PauseGate* wanted = gate())
        wanted->pause();
}

void JobRunner::resume()
{
    if (PauseGate* wanted = gate())
        wanted->resume();
}

PauseGate::State JobRunner::pauseState() const
{
    const PauseGate* wanted = gate();
    return wanted ? wanted->state() : PauseGate::State::Open;
}

std::chrono::milliseconds JobRunner::stoodStill() const
{
    return m_pause->stoodStill();
}

bool JobRunner::isBusy() const
{
    return m_current != nullptr || !m_queue.empty();
}

std::shared_ptr<const ProgressSnapshot> JobRunner::progress() const
{
    return m_progress->latest();
}

void JobRunner::startNext()
{
    if (m_current || m_queue.empty())
        return;
    m_current = m_queue.front();
    m_queue.erase(m_queue.begin());
    m_progress = m_current->progress;
    m_pause = m_current->pause;
    emit runStarted(m_current->number);
    // The worker hands its report over by value to this object's thread; the destructor waits for
    // the worker, and an event for a destroyed object is dropped.
    const auto job = m_current;
    static_cast<void>(QtConcurrent::run(&m_pool, [this, job, work = m_work] {
        const SyncReport report =
            runGuarded(work, job->request, job->stop.get_token(), *job->progress, *job->pause);
        QMetaObject::invokeMethod(
            this, [this, job, report] { finish(job, report); }, Qt::QueuedConnection);
    }));
}

void JobRunner::finish(const std::shared_ptr<Job>& job, const SyncReport& report)
{
    m_current.reset();
    emit runFinished(job->number, report);
    startNext();
}

} // namespace causeway
