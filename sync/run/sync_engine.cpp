// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/sync_engine.h"

#include "sync/control/control_store.h"
#include "sync/control/run_log.h"
#include "sync/core/fault_point.h"
#include "sync/profile/side_label.h"
#include "sync/run/backup_first.h"
#include "sync/run/plan_tables.h"
#include "sync/run/query_killer.h"
#include "sync/run/sync_run.h"
#include "sync/undo/undo_journal.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QUuid>

#include <algorithm>

namespace causeway {
namespace {

QString holderName(const QString& runId)
{
    return QSysInfo::machineHostName() + u':' +
           QString::number(QCoreApplication::applicationPid()) + u' ' + runId;
}

bool isOutOfReach(const Error& error)
{
    switch (error.code) {
    case ErrorCode::ConnFailed:
    case ErrorCode::ConnTimeout:
    case ErrorCode::ConnAuth:
    case ErrorCode::ConnNoDatabase:
    case ErrorCode::ConnInsecure:
        return true;
    default:
        return false;
    }
}

RunStatus statusOf(const TableJob& job)
{
    if (job.failed())
        return RunStatus::Failed;
    return job.outcome.rejected > 0 || job.stillMoving > 0 ? RunStatus::Partial
                                                           : RunStatus::Success;
}

RunStatus statusOf(const std::vector<TableOutcome>& tables)
{
    const auto is = [](RunStatus status) {
        return [status](const TableOutcome& table) { return table.status == status; };
    };
    if (!tables.empty() && std::all_of(tables.begin(), tables.end(), is(RunStatus::Failed)))
        return RunStatus::Failed;
    return std::all_of(tables.begin(), tables.end(), is(RunStatus::Success)) ? RunStatus::Success
                                                                             : RunStatus::Partial;
}

/// One run from connecting to the report. Used once.
class Run {
public:
    Run(const SyncRequest& request, std::stop_token stop, ProgressMailbox& mailbox,
        PauseGate* pause)
        : m_request(request)
        , m_stop(std::move(stop))
        , m_pause(pause)
        , m_progress(mailbox, pause)
    {
    }

    SyncReport execute();

private:
    Status backUp();
    Status prepare();
    Status work();
    void conclude(const Status& worked);
    void collectTables();
    void log();
    void logUnreached();
    void warn(const Status& status)
    {
        if (!status)
            m_report.warnings << status.error().message();
    }
    Connection& local() { return m_session->writing(Side::Local); }

    const SyncRequest& m_request;
    std::stop_token m_stop;
    PauseGate* m_pause;
    ProgressReporter m_progress;
    SyncReport m_report;
    std::optional<PairSession> m_session;
    std::vector<TableConfig> m_configs;
    std::vector<TableJob> m_jobs;
    std::optional<UndoJournal> m_undo;
    std::optional<RunLog> m_log; ///< from its begin() on: it remembers the run
};

SyncReport Run::execute()
{
    const WorkTime atWork(m_pause);
    m_report.runId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_report.type = m_request.type;
    m_report.direction = m_request.direction;
    m_report.dryRun = m_request.dryRun;
    m_report.startedAt = QDateTime::currentDateTimeUtc();
    m_progress.phase(RunPhase::Preparing);
    Status worked = backUp();
    if (worked)
        worked = prepare();
    if (worked)
        worked = work();
    m_progress.phase(RunPhase::Cleaning);
    conclude(worked);
    m_report.duration = atWork.spent();
    m_report.paused = atWork.stoodStill();
    log();
    m_progress.phase(RunPhase::Finished);
    return m_report;
}

/// Before the pair is locked: a large backup may take longer than the servers let a session idle.
Status Run::backUp()
{
    const BackupOptions& options = m_request.profile.backup;
    const bool mayBeWanted =
        m_request.backUpFirst.value_or(options.beforeFull) ||
        (options.everyDays > 0 && m_request.trigger == TriggerSource::Schedule);
    if (m_request.dryRun || m_request.profile.readOnly || !mayBeWanted)
        return okStatus();
    auto store = ControlStore::open(m_request.profile.local, m_request.limits.timeouts);
    CAUSEWAY_TRY(store);
    auto configs = store->configs();
    CAUSEWAY_TRY(configs);
    m_progress.phase(RunPhase::BackingUp);
    QString shown;
    const auto made =
        backUpFirst(m_request, *configs, m_stop, [this, &shown](const BackupProgress& progress) {
            if (std::exchange(shown, progress.table) != progress.table)
                m_progress.table(progress.table, 0);
        });
    CAUSEWAY_TRY(made);
    m_progress.table({}, 0);
    m_progress.phase(RunPhase::Preparing);
    m_report.backups = made->files;
    m_report.warnings << made->warnings;
    return okStatus();
}

Status Run::prepare()
{
    using Access = PairSession::Access;
    const Timeouts& timeouts = m_request.limits.timeouts;
    auto session = PairSession::open(m_request.profile,
                                     m_request.dryRun ? Access::Read : Access::Write, timeouts);
    CAUSEWAY_TRY(session);
    m_session.emplace(std::move(*session));
    CAUSEWAY_TRY(m_request.dryRun ? m_session->examine() : m_session->takeOver());
    auto store = ControlStore::open(m_request.profile.local, timeouts);
    CAUSEWAY_TRY(store);
    auto configs = store->configs();
    CAUSEWAY_TRY(configs);
    m_configs = std::move(*configs);
    if (m_request.dryRun)
        return okStatus();
    m_log.emplace(local());
    return m_log->begin(m_report.runId, m_request);
}

Status Run::work()
{
    m_undo.emplace(m_report.runId, m_request.limits.undo);
    const RunContext context{m_request,  m_stop,         *m_session,
                             m_progress, m_report.runId, holderName(m_report.runId),
                             &*m_undo,   m_pause};
    const QueryKiller killer(*m_session, m_stop);
    auto jobs = planTables(context, m_configs);
    CAUSEWAY_TRY(jobs);
    m_jobs = std::move(*jobs);
    m_progress.tables(0, static_cast<int>(m_jobs.size()));
    return SyncPasses(context, m_jobs).run();
}

void Run::conclude(const Status& worked)
{
    const bool cancelled = m_stop.stop_requested();
    if (!worked)
        m_report.error = cancelled ? makeError(ErrorCode::SyncInterrupted, m_request.profile.name)
                                   : worked.error();
    collectTables();
    if (!worked)
        m_report.status = cancelled ? RunStatus::Cancelled : RunStatus::Failed;
    else
        m_report.status = statusOf(m_report.tables);
}

void Run::collectTables()
{
    for (TableJob& job : m_jobs) {
        TableOutcome& outcome = job.outcome;
        outcome.status = m_report.error && !job.failed() && !outcome.verified
                             ? (m_stop.stop_requested() ? RunStatus::Cancelled : RunStatus::Failed)
                             : statusOf(job);
        outcome.openConflicts = static_cast<qint64>(job.open.size());
        if (m_request.dryRun) {
            outcome.openConflicts = static_cast<qint64>(job.leftAlone.size());
        } else if (const auto open = countOpenConflicts(local(), job.config.table); open) {
            outcome.openConflicts = *open;
        }
        if (job.stillMoving > 0)
            m_report.warnings << QCoreApplication::translate(
                                     "causeway::Run",
                                     "%1: %2 rows changed during the run and wait for the next one")
                                     .arg(job.config.table)
                                     .arg(job.stillMoving);
        if (outcome.leftOut > 0)
            m_report.warnings << QCoreApplication::translate(
                                     "causeway::Run",
                                     "%1: %2 changes were left out, as asked, and wait for a run "
                                     "that takes them")
                                     .arg(job.config.table)
                                     .arg(outcome.leftOut);
        if (job.keyless && job.keyless->tried.refusal)
            m_report.warnings << QCoreApplication::translate(
                                     "causeway::Run",
                                     "%1: the target refused %2 rows, the first one so: %3")
                                     .arg(job.config.table)
                                     .arg(job.keyless->tried.refused)
                                     .arg(job.keyless->tried.refusal->message());
        m_report.tables.push_back(outcome);
    }
    if (const qint64 leftOut = m_report.leftOut(); leftOut > 0)
        m_report.logNote = QStringLiteral("changes left out as asked: %1").arg(leftOut);
}

/// A log that cannot be written must not fail the data: it is reported.
void Run::log()
{
    if (!m_log)
        return logUnreached();
    const QString position = QStringLiteral("remote:%1 local:%2")
                                 .arg(m_session->state.remoteEpoch)
                                 .arg(m_session->state.localEpoch);
    for (const TableOutcome& outcome : m_report.tables)
        warn(m_log->tableFinished(outcome, position));
    warn(m_log->finish(m_report));
    if (m_undo)
        warn(m_undo->tidyUp(local()));
}

/// People look for failures in the log: also for that of a run which could not reach the remote.
void Run::logUnreached()
{
    const Profile& pair = m_request.profile;
    if (m_request.dryRun || pair.readOnly || !m_report.error || !isOutOfReach(*m_report.error) ||
        m_report.error->what == sideLabel(Side::Local, pair.local))
        return;
    ConnectionOptions options;
    options.timeouts = m_request.limits.timeouts;
    auto reached = Connection::open(pair.local, Side::Local, options);
    if (!reached)
        return;
    const Status noted = RunLog(*reached).noteUnreached(m_report, m_request);
    if (!noted && noted.error().code != ErrorCode::CfgNotInitialised)
        warn(noted);
}

} // namespace

SyncReport runSync(const SyncRequest& request, std::stop_token stop, ProgressMailbox& progress,
                   PauseGate* pause)
{
    return Run(request, std::move(stop), progress, pause).execute();
}

} // namespace causeway
