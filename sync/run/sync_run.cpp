// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/sync_run.h"

#include "sync/apply/batch_commit.h"
#include "sync/dialect/children_sql.h"
#include "sync/dialect/session_sql.h"
#include "sync/run/dry_run.h"
#include "sync/run/keyless_table.h"
#include "sync/run/structure_watch.h"
#include "sync/run/table_discovery.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace causeway {
namespace {

bool cascades(const ForeignKeySchema& key)
{
    const auto acts = [](const QString& rule) { return rule == u"CASCADE" || rule == u"SET NULL"; };
    return acts(key.onUpdate) || acts(key.onDelete);
}

/// Children whose rows the server may have changed on its own when their parents were written.
QSet<QString> cascadedInto(const std::vector<TableJob>& jobs)
{
    QSet<QString> children;
    for (const TableJob& job : jobs) {
        for (const auto* keys : {&job.intoRemote, &job.intoLocal}) {
            for (const ForeignKeySchema& key : *keys) {
                if (job.lookAgain && cascades(key))
                    children.insert(key.table);
            }
        }
    }
    return children;
}

/// Nothing of the run makes sense after these.
bool endsRun(const Error& error)
{
    return error.breaksConnection() || error.outcomeUnknown() || leavesLedgerUnsettled(error) ||
           error.code == ErrorCode::SyncFenced || error.code == ErrorCode::SyncWentBack ||
           error.code == ErrorCode::SysDisk || error.code == ErrorCode::SysMemory;
}

} // namespace

SyncPasses::SyncPasses(const RunContext& context, std::vector<TableJob>& jobs)
    : m_context(context)
    , m_jobs(jobs)
    , m_left(jobs.size())
{
}

Status SyncPasses::run()
{
    const int last = std::max(2, m_context.request.limits.maxPasses);
    for (m_pass = 1; m_pass <= last; ++m_pass) {
        m_context.progress.phase(m_pass == 1 ? RunPhase::Discovering : RunPhase::Verifying);
        CAUSEWAY_TRY(m_context.session.startSnapshots());
        CAUSEWAY_TRY(holdStructures(m_context, m_jobs));
        CAUSEWAY_TRY(lookAtTables());
        if (m_context.request.dryRun || !anythingToWrite())
            break;
        if (m_pass == last)
            break; // writers are busier than we are: the rest waits for the next run
        m_context.progress.phase(RunPhase::Transferring);
        CAUSEWAY_TRY(writeTables());
    }
    conclude();
    return okStatus();
}

/// A pause asked for while tables are compared begins here.
Status SyncPasses::betweenTables()
{
    if (!m_context.pause)
        return okStatus();
    return m_context.pause->hold(m_context.stop, [this]() -> Status {
        CAUSEWAY_TRY(m_context.session.writing(Side::Local).execute(sessionsql::keepAlive()));
        return m_context.session.keepAlive();
    });
}

Status SyncPasses::failTable(TableJob& job, const Error& error)
{
    if (m_context.stop.stop_requested())
        return makeError(ErrorCode::SyncInterrupted, job.config.table);
    if (endsRun(error))
        return error;
    job.outcome.error = error;
    job.findings = {};
    job.bulkInto.reset();
    if (job.keyless)
        job.keyless->found = {};
    return okStatus();
}

Status SyncPasses::lookAtTables()
{
    int done = 0;
    for (TableJob& job : m_jobs) {
        m_context.progress.tables(done++, static_cast<int>(m_jobs.size()));
        if (job.failed() || !job.lookAgain)
            continue;
        CAUSEWAY_TRY(betweenTables());
        if (m_context.stop.stop_requested())
            return makeError(ErrorCode::SyncInterrupted, job.config.table);
        job.lookAgain = false;
        const WorkTime atWork(m_context.pause);
        m_context.progress.table(job.config.table, 0);
        Status seen = lookAt(m_context, job, m_pass == 1);
        if (seen && m_context.request.dryRun)
            seen = job.keyless ? listKeylessChanges(m_context, job) : listChanges(m_context, job);
        job.outcome.duration += atWork.spent();
        if (!seen)
            CAUSEWAY_TRY(failTable(job, seen.error()));
    }
    return okStatus();
}

bool SyncPasses::anythingToWrite() const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(),
                       [](const TableJob& job) { return job.bulkInto || job.unwritten() > 0; });
}

/// Deletes come first, children before parents; then the rest, parents before children.
Status SyncPasses::writeTables()
{
    CAUSEWAY_TRY(applyStage(ApplyStage::Deletes));
    CAUSEWAY_TRY(applyStage(ApplyStage::Upserts));
    CAUSEWAY_TRY(proveReferences());
    CAUSEWAY_TRY(settleLeft());
    widenForSideEffects();
    return okStatus();
}

Status SyncPasses::applyStage(ApplyStage stage)
{
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        const std::size_t index = stage == ApplyStage::Deletes ? m_jobs.size() - 1 - i : i;
        for (const Side target : {Side::Local, Side::Remote})
            CAUSEWAY_TRY(applyOne(index, target, stage));
    }
    return okStatus();
}

Status SyncPasses::applyOne(std::size_t index, Side target, ApplyStage stage)
{
    TableJob& job = m_jobs[index];
    if (job.failed())
        return okStatus();
    CAUSEWAY_TRY(betweenTables());
    const WorkTime atWork(m_context.pause);
    Status done = okStatus();
    if (job.keyless)
        done = applyKeyless(m_context, job, {target, stage}, m_jobs);
    else if (!job.bulkInto)
        done = applyFindings(m_context, job, {target, stage}, m_jobs, m_left[index]);
    else if (stage == ApplyStage::Upserts && *job.bulkInto == target)
        done = applyBulk(m_context, job, m_jobs, m_left[index]);
    job.outcome.duration += atWork.spent();
    return done ? okStatus() : failTable(job, done.error());
}

/// What could not be written may pass once the other rows are there, but not for ever.
Status SyncPasses::settleLeft()
{
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        const std::vector<LeftOver> left = std::exchange(m_left[i], {});
        const Status settled = settleLeftOvers(m_context, m_jobs[i], m_jobs, left, m_pass);
        if (!settled)
            CAUSEWAY_TRY(failTable(m_jobs[i], settled.error()));
    }
    return okStatus();
}

/// Tables on a cycle were written with the server's checks off: prove that no reference dangles.
Status SyncPasses::proveReferences()
{
    for (TableJob& job : m_jobs) {
        if (!job.cyclic || !job.lookAgain || job.failed())
            continue;
        for (const Side side : {Side::Local, Side::Remote}) {
            for (const ForeignKeySchema& key : job.schema(side).foreignKeys) {
                auto dangling = m_context.session.writing(side).query(danglingSql(key));
                CAUSEWAY_TRY(dangling);
                const qint64 rows = dangling->rows.at(0).at(0).value_or("0").toLongLong();
                if (rows > 0)
                    job.outcome.error = makeError(
                        ErrorCode::SyncForeignKey, job.config.table,
                        QCoreApplication::translate(
                            "causeway::Run", "%1 rows refer through %2 to rows that are not there")
                            .arg(rows)
                            .arg(key.name));
            }
        }
    }
    return okStatus();
}

/// What servers do besides what they are told: a trigger may have written to any table, a foreign
/// key to its child. Those tables are looked at again as a whole.
void SyncPasses::widenForSideEffects()
{
    const auto lookWidely = [](TableJob& job) { job.lookAgain = job.lookWidely = true; };
    const bool fired = std::any_of(m_jobs.begin(), m_jobs.end(), [](const TableJob& job) {
        return job.lookAgain && (!job.remote.triggers.empty() || !job.local.triggers.empty());
    });
    if (fired)
        std::for_each(m_jobs.begin(), m_jobs.end(), lookWidely);
    for (const QString& child : cascadedInto(m_jobs)) {
        for (TableJob& job : m_jobs) {
            if (job.config.table == child)
                lookWidely(job);
        }
    }
}

void SyncPasses::conclude()
{
    for (TableJob& job : m_jobs) {
        if (m_context.request.dryRun || job.failed())
            continue;
        job.stillMoving = job.unwritten();
        job.outcome.skipped += job.stillMoving;
        job.outcome.verified = job.stillMoving == 0 && job.outcome.leftOut == 0;
    }
}

} // namespace causeway
