// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/keyless_table.h"

#include "sync/dialect/keyless_sql.h"
#include "sync/run/guards.h"
#include "sync/run/left_out.h"
#include "sync/run/pair_session.h"
#include "sync/run/preflight.h"
#include "sync/run/progress_reporter.h"
#include "sync/schema/compare_schema.h"

#include <QCoreApplication>

namespace causeway {
namespace {

Side targetOf(const TableJob& job)
{
    return job.rules.direction == Direction::RemoteToLocal ? Side::Local : Side::Remote;
}

Error noKey(const TableJob& job, const QString& why)
{
    return makeError(ErrorCode::SyncNoKey, job.config.table, why);
}

/// A table loaded whole is not compared first: all rows of the source are missing.
Status countAll(const RunContext& context, TableJob& job)
{
    const Side source = otherSide(targetOf(job));
    auto rows = context.session.reading(source).query(countRowsSql(job.config.table));
    CAUSEWAY_TRY(rows);
    const qint64 number = rows->rows.at(0).at(0).value_or("0").toLongLong();
    RowCounts& found = job.keyless->found;
    (source == Side::Remote ? found.onlyOnRemote : found.onlyOnLocal) = number;
    (source == Side::Remote ? found.rows.remoteRows : found.rows.localRows) = number;
    return okStatus();
}

Status count(const RunContext& context, TableJob& job)
{
    if (job.bulkInto)
        return countAll(context, job);
    auto found = countRows(context.session.sideLinks(), *job.sql, job.estimatedRows(),
                           job.keyless->tried.refusedDigests, context.stop);
    CAUSEWAY_TRY(found);
    job.keyless->found = std::move(*found);
    return okStatus();
}

/// Without a row key an update is a delete and an insert: kinds cannot be told apart.
void leaveWholeTableOut(TableJob& job)
{
    job.outcome.remoteRows = job.keyless->found.rows.remoteRows;
    job.outcome.localRows = job.keyless->found.rows.localRows;
    leaveOut(job, job.unwritten() - job.outcome.leftOut);
    job.keyless->found = {};
    job.bulkInto.reset();
}

} // namespace

Status checkKeyless(const TableJob& job, const SyncRequest& request)
{
    if (job.rules.type != SyncType::Full || job.rules.direction == Direction::Both)
        return compareTables(job.remote, job.local);
    if (request.keepLosers)
        return noKey(job, QCoreApplication::translate(
                              "causeway::Keyless",
                              "Without a row key a refill could not keep the rows that it "
                              "overwrites. Leave the table out, and mirror it afterwards."));
    if (!job.sql->shape().digestsDecide())
        return noKey(job, QCoreApplication::translate(
                              "causeway::Keyless",
                              "It has no row key, and its JSON or floating-point columns may be "
                              "spelled differently by the two servers: its rows cannot be told "
                              "apart by their values either."));
    if (const auto& into = job.into(targetOf(job)); !into.empty())
        return noKey(job, QCoreApplication::translate(
                              "causeway::Keyless",
                              "It has no row key, and the foreign key %1 of %2 points at it: "
                              "deleting a row could take others with it.")
                              .arg(into.front().name, into.front().table));
    return okStatus();
}

Status lookAtKeyless(const RunContext& context, TableJob& job, bool firstPass)
{
    const Side target = targetOf(job);
    job.bulkInto.reset();
    job.keyless->found = {};
    if (firstPass) {
        auto empty = emptiness(context, job);
        CAUSEWAY_TRY(empty);
        CAUSEWAY_TRY(guardEmptySource(job, *empty, context.request));
        job.bulkInto = bulkTarget(job, *empty);
    }
    CAUSEWAY_TRY(count(context, job));
    if (context.request.skipped.anyOn(target)) {
        leaveWholeTableOut(job);
        return okStatus();
    }
    const RowCounts& found = job.keyless->found;
    job.outcome.remoteRows = found.rows.remoteRows;
    job.outcome.localRows = found.rows.localRows;
    context.progress.compared(found.rows.remoteRows + found.rows.localRows);
    const qint64 rows =
        found.rows.*(target == Side::Remote ? &TableTotals::remoteRows : &TableTotals::localRows);
    if (firstPass)
        CAUSEWAY_TRY(
            guardDeletes(job.config.table, target, found.onlyOn(target), rows, context.request));
    context.progress.planned(job.unwritten());
    return okStatus();
}

Status applyKeyless(const RunContext& context, TableJob& job, ApplyStep step,
                    const std::vector<TableJob>& jobs)
{
    const bool deletes = step.stage == ApplyStage::Deletes;
    const RowCounts& found = job.keyless->found;
    const qint64 rows = found.onlyOn(deletes ? step.target : otherSide(step.target));
    if (step.target != targetOf(job) || rows == 0)
        return okStatus();
    CAUSEWAY_TRY(preflightWrites(context, job, step.target));
    context.progress.table(job.config.table, rows);
    CAUSEWAY_TRY(noteNotUndoable(context, job, UndoState::Keyless));
    const TableTarget target = makeTarget(context, job, step.target, jobs);
    CAUSEWAY_TRY(context.session.stamp(target.holder));
    MirrorOutcome& tried = job.keyless->tried;
    const ChangeCounts before = std::exchange(tried.written, {});
    const Status done = deletes        ? deleteSurplus(target, found, tried)
                        : job.bulkInto ? insertAll(target, tried)
                                       : insertMissing(target, found, tried);
    (step.target == Side::Local ? job.outcome.remoteToLocal : job.outcome.localToRemote) +=
        tried.written;
    tried.written += before;
    job.outcome.rejected = tried.refused;
    job.lookAgain = true;
    return done;
}

} // namespace causeway
