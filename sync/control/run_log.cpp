// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/run_log.h"

#include "sync/core/fault_point.h"
#include "sync/db/connection.h"
#include "sync/dialect/control_sql.h"

#include <QCoreApplication>

namespace causeway {
namespace {

constexpr int kNoSuchTable = 1146;
constexpr qsizetype kMessageLimit = 4000; // characters; the column holds 64 KiB

double seconds(std::chrono::milliseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

QString counted(qint64 number, const char* one, const char* many)
{
    return QString::number(number) + QLatin1String(number == 1 ? one : many);
}

void setError(LogRow& row, const std::optional<Error>& error, const QString& note)
{
    QStringList parts;
    if (error) {
        row.errorCode = errorCodeText(error->code);
        parts << error->message();
    }
    if (!note.isEmpty())
        parts << note;
    if (!parts.isEmpty())
        row.errorMessage = parts.join(QLatin1String("; ")).left(kMessageLimit);
}

bool wasSynced(const TableOutcome& outcome)
{
    return outcome.status == RunStatus::Success || outcome.status == RunStatus::Partial;
}

qint64 sumOf(const SyncReport& report, qint64 TableOutcome::*count)
{
    qint64 sum = 0;
    for (const TableOutcome& table : report.tables)
        sum += table.*count;
    return sum;
}

// The run's own error, or else that of the first table that failed.
std::optional<Error> firstError(const SyncReport& report)
{
    std::optional<Error> error = report.error;
    for (const TableOutcome& table : report.tables) {
        if (!error)
            error = table.error;
    }
    return error;
}

LogRow rowOf(const TableOutcome& outcome)
{
    LogRow row;
    row.table = outcome.table;
    row.type = outcome.type;
    row.direction = outcome.direction;
    row.status = outcome.status;
    row.durationSeconds = seconds(outcome.duration);
    row.remoteRows = outcome.remoteRows;
    row.localRows = outcome.localRows;
    row.remoteToLocal = outcome.remoteToLocal;
    row.localToRemote = outcome.localToRemote;
    row.skipped = outcome.skipped;
    row.conflicts = outcome.conflicts;
    setError(row, outcome.error, conflictNote(outcome.conflicts, outcome.openConflicts));
    return row;
}

LogRow rowOf(const SyncReport& report)
{
    LogRow row;
    row.status = report.status;
    row.durationSeconds = seconds(report.duration);
    row.remoteRows = sumOf(report, &TableOutcome::remoteRows);
    row.localRows = sumOf(report, &TableOutcome::localRows);
    row.remoteToLocal = report.remoteToLocal();
    row.localToRemote = report.localToRemote();
    row.skipped = report.skipped();
    row.conflicts = report.conflicts();
    QStringList notes{conflictNote(report.conflicts(), report.openConflicts()), report.logNote};
    notes.removeAll(QString());
    setError(row, firstError(report), notes.join(QLatin1String("; ")));
    return row;
}

} // namespace

QString conflictNote(qint64 conflicts, qint64 openConflicts)
{
    if (openConflicts > 0) {
        return counted(openConflicts, " conflict waits for a decision",
                       " conflicts wait for a decision");
    }
    return conflicts > 0 ? counted(conflicts, " conflict was settled", " conflicts were settled")
                         : QString();
}

RunLog::RunLog(Connection& local, Now now)
    : m_local(local)
    , m_now(std::move(now))
{
}

Status RunLog::execute(const QByteArray& sql)
{
    const Result<Executed> done = m_local.execute(sql);
    if (done.ok())
        return okStatus();
    Error error = done.error();
    if (error.serverCode == kNoSuchTable)
        error.code = ErrorCode::CfgNotInitialised;
    return error;
}

void RunLog::remember(const QString& runId, const QDateTime& startedAt, const SyncRequest& request)
{
    m_runId = runId;
    m_startedAt = startedAt;
    m_type = request.type.value_or(request.profile.defaults.type);
    m_direction = request.direction.value_or(request.profile.defaults.direction);
    m_trigger = request.trigger;
}

Status RunLog::noteUnreached(const SyncReport& report, const SyncRequest& request)
{
    remember(report.runId, report.startedAt, request);
    LogRow row = rowOf(report);
    row.runId = m_runId;
    row.type = m_type;
    row.direction = m_direction;
    row.trigger = m_trigger;
    row.startTime = m_startedAt;
    row.endTime = m_now();
    return execute(controlsql::insertLog(row));
}

Status RunLog::begin(const QString& runId, const SyncRequest& request)
{
    remember(runId, m_now(), request);
    reach(FaultPoint::LogBeginBefore);
    const Error stale = makeError(ErrorCode::SyncInterrupted,
                                  QCoreApplication::translate("causeway::RunLog", "The run"));
    CAUSEWAY_TRY(execute(controlsql::closeStaleRuns(runId, m_startedAt, errorCodeText(stale.code),
                                                    stale.message())));
    reach(FaultPoint::LogBeginBetween);
    LogRow row;
    row.runId = m_runId;
    row.type = m_type;
    row.direction = m_direction;
    row.trigger = m_trigger;
    row.startTime = m_startedAt;
    CAUSEWAY_TRY(execute(controlsql::insertLog(row)));
    reach(FaultPoint::LogBeginAfter);
    return okStatus();
}

Status RunLog::tableFinished(const TableOutcome& outcome, const QString& position)
{
    reach(FaultPoint::LogTableBefore);
    const QDateTime end = m_now();
    LogRow row = rowOf(outcome);
    row.runId = m_runId;
    row.trigger = m_trigger;
    row.startTime = end.addMSecs(-outcome.duration.count());
    row.endTime = end;
    CAUSEWAY_TRY(execute(controlsql::insertLog(row)));
    reach(FaultPoint::LogTableAfter);
    if (!wasSynced(outcome))
        return okStatus();
    return execute(
        controlsql::noteSynced(outcome.table, end, position.isNull() ? m_runId : position));
}

Status RunLog::finish(const SyncReport& report)
{
    reach(FaultPoint::LogFinishBefore);
    LogRow row = rowOf(report);
    row.runId = m_runId;
    row.type = m_type;
    row.direction = m_direction;
    row.trigger = m_trigger;
    row.startTime = m_startedAt;
    row.endTime = m_now();
    CAUSEWAY_TRY(execute(controlsql::updateSummary(row)));
    reach(FaultPoint::LogFinishAfter);
    return okStatus();
}

} // namespace causeway
