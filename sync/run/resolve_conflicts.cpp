// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/batch_commit.h"
#include "sync/apply/batch_writer.h"
#include "sync/apply/merged_row.h"
#include "sync/control/control_store.h"
#include "sync/control/run_log.h"
#include "sync/core/fault_point.h"
#include "sync/run/conflict_recorder.h"
#include "sync/run/pair_actions.h"
#include "sync/run/plan_tables.h"
#include "sync/run/progress_reporter.h"
#include "sync/run/query_killer.h"
#include "sync/run/table_apply.h"
#include "sync/undo/undo_journal.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <chrono>

namespace causeway {
namespace {

constexpr qsizetype kDeciderLength = 200; ///< leaves room for the run's id, which makes it unique

Error moved(const ConflictRow& conflict)
{
    return makeError(ErrorCode::SyncConflictMoved, conflict.table);
}

Error unknownConflict(qint64 id)
{
    return makeError(ErrorCode::CfgInvalid, QString::number(id),
                     QCoreApplication::translate("causeway::Resolve",
                                                 "there is no open conflict with this number"));
}

/// The row a person put together: the columns given, over the local (else the remote) row.
Result<RowImage> mergedRow(const ConflictRow& conflict, const RowImage& given)
{
    RowImage row = conflict.local ? *conflict.local : conflict.remote.value_or(RowImage{});
    for (qsizetype i = 0; i < given.columns.size(); ++i) {
        const auto at = row.columns.indexOf(given.columns[i]);
        const Cell* key = conflict.key.find(given.columns[i]);
        if (at < 0 || (key && *key != given.cells[static_cast<std::size_t>(i)]))
            return makeError(
                ErrorCode::CfgInvalid, given.columns[i],
                QCoreApplication::translate(
                    "causeway::Resolve", "not a column of %1 that can be set (key columns cannot)")
                    .arg(conflict.table));
        row.cells[static_cast<std::size_t>(at)] = given.cells[static_cast<std::size_t>(i)];
    }
    return row;
}

/// Applies a person's decisions on one locked session.
class Resolver {
public:
    Resolver(const RunContext& context, std::vector<TableJob>& jobs, QString decidedBy)
        : m_context(context)
        , m_jobs(jobs)
        , m_decidedBy(std::move(decidedBy))
    {
    }

    Status apply(const ConflictDecision& decision, const ConflictRow& conflict);

private:
    Status decide(TableJob& job, const ConflictDecision& decision, const ConflictRow& conflict);
    Status applyMerged(TableJob& job, const ConflictDecision& decision, const ConflictRow& conflict,
                       KeyState& state);
    Status copy(TableJob& job, Side target, const KeyBytes& key, const KeyState& state,
                Settlement how);
    Result<KeyState> look(TableJob& job, const KeyBytes& key);
    TableTarget targetFor(TableJob& job, Side side, Settlement how);

    const RunContext& m_context;
    std::vector<TableJob>& m_jobs;
    QString m_decidedBy;
};

Status Resolver::apply(const ConflictDecision& decision, const ConflictRow& conflict)
{
    const auto job = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const TableJob& candidate) {
        return candidate.config.table == conflict.table;
    });
    if (job == m_jobs.end())
        return makeError(ErrorCode::CfgNoTable, conflict.table);
    if (job->failed())
        return *job->outcome.error;
    if (conflict.key.columns != job->sql->shape().keyNames())
        return moved(conflict);
    if (decision.seenAt.isValid() && decision.seenAt != conflict.updatedAt)
        return moved(conflict);
    return decide(*job, decision, conflict);
}

Result<KeyState> Resolver::look(TableJob& job, const KeyBytes& key)
{
    CAUSEWAY_TRY(m_context.session.startSnapshots());
    auto states = readKeys(m_context.session.readingLinks(), job.reader(), {key});
    CAUSEWAY_TRY(states);
    return states->at(key);
}

Status Resolver::decide(TableJob& job, const ConflictDecision& decision,
                        const ConflictRow& conflict)
{
    const KeyBytes key = encodeKey(conflict.key.cells);
    auto state = look(job, key);
    CAUSEWAY_TRY(state);
    const auto recorded = [](const std::optional<RowImage>& row, quint64 digest) {
        return row ? std::optional(digest) : std::nullopt;
    };
    if (state->remote != recorded(conflict.remote, conflict.remoteDigest) ||
        state->local != recorded(conflict.local, conflict.localDigest)) {
        // What the person saw is not there any more: show what is.
        CAUSEWAY_TRY(reviewOpenConflicts(m_context, job));
        return moved(conflict);
    }
    if (decision.use == Settlement::Merged)
        return applyMerged(job, decision, conflict, *state);
    const Side target = decision.use == Settlement::Remote ? Side::Local : Side::Remote;
    return copy(job, target, key, *state, decision.use);
}

/// First the merged row becomes the local one, then the remote follows. What the remote would not
/// take is refused before anything changes; a crash in between leaves the conflict open, with the
/// merged row as its local side.
Status Resolver::applyMerged(TableJob& job, const ConflictDecision& decision,
                             const ConflictRow& conflict, KeyState& state)
{
    const KeyBytes key = encodeKey(conflict.key.cells);
    auto row = mergedRow(conflict, decision.merged);
    CAUSEWAY_TRY(row);
    const Cells cells = job.sql->shape().cells(*row);
    CAUSEWAY_TRY(rehearseMergedRow(targetFor(job, Side::Remote, Settlement::Merged), key,
                                   state.remote, cells));
    CAUSEWAY_TRY(
        writeMergedRow(targetFor(job, Side::Local, Settlement::Merged), key, state.local, cells));
    reach(FaultPoint::ResolveBetween);
    auto now = look(job, key);
    CAUSEWAY_TRY(now);
    if (now->remote != state.remote)
        return moved(conflict);
    return copy(job, Side::Remote, key, *now, Settlement::Merged);
}

TableTarget Resolver::targetFor(TableJob& job, Side side, Settlement how)
{
    TableTarget target = makeTarget(m_context, job, side, m_jobs);
    target.settledBy = m_decidedBy;
    target.settledHow = how;
    return target;
}

Status Resolver::copy(TableJob& job, Side target, const KeyBytes& key, const KeyState& state,
                      Settlement how)
{
    const bool toLocal = target == Side::Local;
    const PlannedWrite write{key, toLocal ? state.remote : state.local,
                             toLocal ? state.local : state.remote, std::nullopt};
    if (!write.source && !write.expected)
        return reviewOpenConflicts(m_context, job); // gone on both sides: settled as agreed
    WriteOutcome outcome;
    CAUSEWAY_TRY(writeRows(targetFor(job, target, how), {write}, outcome));
    (toLocal ? job.outcome.remoteToLocal : job.outcome.localToRemote) += outcome.written;
    if (!outcome.refused.empty())
        return outcome.refused.front().error;
    if (!outcome.blocked.empty())
        return makeError(ErrorCode::SyncForeignKey, job.config.table,
                         QCoreApplication::translate(
                             "causeway::Resolve",
                             "rows of other tables still refer to the row that would be deleted"));
    if (!outcome.moved.empty())
        return makeError(ErrorCode::SyncConflictMoved, job.config.table);
    return okStatus();
}

struct Gathered {
    std::vector<TableConfig> configs;
    std::map<qint64, ConflictRow> conflicts;
    QStringList tables;
};

Result<Gathered> gather(const Profile& profile, const std::vector<ConflictDecision>& decisions)
{
    auto store = ControlStore::open(profile.local);
    CAUSEWAY_TRY(store);
    auto configs = store->configs();
    CAUSEWAY_TRY(configs);
    std::vector<qint64> ids;
    for (const ConflictDecision& decision : decisions)
        ids.push_back(decision.conflictId);
    auto rows = store->conflictsById(ids);
    CAUSEWAY_TRY(rows);
    Gathered gathered;
    for (const TableConfig& config : *configs)
        gathered.configs.push_back(config);
    for (ConflictRow& row : *rows) {
        if (row.state != ConflictState::Open)
            continue;
        const bool known = std::any_of(configs->begin(), configs->end(), [&](const auto& config) {
            return config.table == row.table;
        });
        if (known && !gathered.tables.contains(row.table))
            gathered.tables << row.table;
        gathered.conflicts.emplace(row.id, std::move(row));
    }
    return gathered;
}

/// One row of the log for all decisions of a person: what they did can be undone like a run.
class DecisionLog {
public:
    DecisionLog(const RunContext& context, const QString& decidedBy)
        : m_context(context)
        , m_decidedBy(decidedBy)
        , m_log(context.session.writing(Side::Local))
    {
    }

    Status begin() { return m_log.begin(m_context.runId, m_context.request); }

    /// A log that cannot be written must not make the decisions look refused: they are made.
    void finish(const Result<std::vector<DecisionOutcome>>& outcomes,
                const std::vector<TableJob>& jobs)
    {
        SyncReport report;
        report.runId = m_context.runId;
        report.duration = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - m_begin);
        for (const TableJob& job : jobs)
            report.tables.push_back(job.outcome);
        if (!outcomes) {
            report.error = outcomes.error();
            report.status = RunStatus::Failed;
        } else {
            const auto applied = std::count_if(outcomes->begin(), outcomes->end(),
                                               [](const auto& one) { return one.applied; });
            report.status = static_cast<std::size_t>(applied) == outcomes->size()
                                ? RunStatus::Success
                                : RunStatus::Partial;
            report.logNote = QStringLiteral("conflict decisions applied: %1, by %2")
                                 .arg(applied)
                                 .arg(m_decidedBy);
        }
        static_cast<void>(m_log.finish(report));
    }

private:
    const RunContext& m_context;
    QString m_decidedBy;
    RunLog m_log;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

Result<std::vector<DecisionOutcome>> decideAll(Resolver resolver,
                                               const std::vector<ConflictDecision>& decisions,
                                               const std::map<qint64, ConflictRow>& conflicts)
{
    std::vector<DecisionOutcome> outcomes;
    std::optional<Error> ended; ///< nothing more may be decided
    for (const ConflictDecision& decision : decisions) {
        reach(FaultPoint::ResolveBefore);
        const auto conflict = conflicts.find(decision.conflictId);
        Status applied = ended ? Status(*ended) : okStatus();
        if (applied)
            applied = conflict == conflicts.end() ? Status(unknownConflict(decision.conflictId))
                                                  : resolver.apply(decision, conflict->second);
        reach(FaultPoint::ResolveAfter);
        outcomes.push_back({decision.conflictId, applied.ok(),
                            applied ? std::nullopt : std::optional(applied.error())});
        if (!applied && applied.error().breaksConnection())
            return applied.error();
        if (!applied && leavesLedgerUnsettled(applied.error()))
            ended = applied.error();
    }
    return outcomes;
}

} // namespace

Result<std::vector<DecisionOutcome>>
resolveConflicts(const Profile& profile, const std::vector<ConflictDecision>& decisions,
                 const QString& decidedBy, std::stop_token stop)
{
    auto session = PairSession::open(profile, PairSession::Access::Write);
    CAUSEWAY_TRY(session);
    CAUSEWAY_TRY(session->takeOver());
    auto gathered = gather(profile, decisions);
    CAUSEWAY_TRY(gathered);
    SyncRequest request;
    request.profile = profile;
    request.tables = gathered->tables;
    ProgressMailbox mailbox;
    ProgressReporter progress(mailbox);
    const QString runId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    UndoJournal journal(runId, request.limits.undo);
    const RunContext context{request,  stop,  *session,
                             progress, runId, decidedBy.left(kDeciderLength) + u' ' + runId,
                             &journal};
    const QueryKiller killer(*session, stop);
    std::vector<TableJob> jobs;
    if (!gathered->tables.isEmpty()) {
        auto planned = planTables(context, gathered->configs);
        CAUSEWAY_TRY(planned);
        jobs = std::move(*planned);
    }
    DecisionLog log(context, decidedBy);
    CAUSEWAY_TRY(log.begin());
    auto outcomes = decideAll(Resolver(context, jobs, decidedBy), decisions, gathered->conflicts);
    log.finish(outcomes, jobs);
    return outcomes;
}

} // namespace causeway
