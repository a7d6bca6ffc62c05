// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/table_apply.h"

#include "sync/apply/batch_writer.h"
#include "sync/apply/bulk_load.h"
#include "sync/run/conflict_recorder.h"
#include "sync/run/left_out.h"
#include "sync/run/preflight.h"
#include "sync/run/progress_reporter.h"
#include "sync/run/waiting_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

/// Whole agreed rows are kept for tables where a person decides and the ledger stays small.
constexpr qint64 kKeepBaseUpTo = 100'000;

const TableJob* findJob(const std::vector<TableJob>& jobs, const QString& table)
{
    const auto found = std::find_if(jobs.begin(), jobs.end(), [&](const TableJob& job) {
        return job.config.table == table && job.sql && !job.keyless;
    });
    return found == jobs.end() ? nullptr : &*found;
}

std::vector<ChildLink> childLinks(const TableJob& job, Side target,
                                  const std::vector<TableJob>& jobs)
{
    std::vector<ChildLink> links;
    for (const ForeignKeySchema& key : job.into(target)) {
        const TableJob* child = findJob(jobs, key.table);
        ChildLink link{key, nullptr, nullptr};
        if (child) {
            link.child = &child->sql->of(target);
            link.plannedDeletes = &child->deletesOn(target);
        }
        links.push_back(link);
    }
    return links;
}

QStringList clearableUnique(const TableSchema& table, const TableShape& shape)
{
    QStringList columns;
    for (const IndexSchema& index : table.indexes) {
        if (!index.unique)
            continue;
        for (const IndexPart& part : index.parts) {
            const ColumnSchema* column = table.column(part.column);
            const auto position = shape.indexOf(part.column);
            if (column && column->nullable && !column->generated && position >= 0 &&
                !shape.isKey(static_cast<std::size_t>(position)) && !columns.contains(part.column))
                columns << part.column;
        }
    }
    return columns;
}

PlannedWrite planned(const Finding& finding, Side target)
{
    const bool toLocal = target == Side::Local;
    const KeyState& state = finding.state;
    return {finding.key, toLocal ? state.remote : state.local, toLocal ? state.local : state.remote,
            finding.decision.conflict,
            AgreedDigests{state.known && state.baseTrusted, state.baseRemote, state.baseLocal}};
}

std::vector<PlannedWrite> plannedFor(const std::vector<Finding>& findings, ApplyStep step)
{
    std::vector<PlannedWrite> writes;
    for (const Finding& finding : findings) {
        const bool isDelete = actionOf(finding) == RowAction::Delete;
        if (targetOf(finding) == step.target && isDelete == (step.stage == ApplyStage::Deletes))
            writes.push_back(planned(finding, step.target));
    }
    return writes;
}

qint64 numberOf(const FindingStore& findings, ApplyStep step)
{
    return step.stage == ApplyStage::Deletes ? findings.deletesOn(step.target)
                                             : findings.upsertsOn(step.target);
}

void account(TableJob& job, Side target, const WriteOutcome& outcome)
{
    (target == Side::Local ? job.outcome.remoteToLocal : job.outcome.localToRemote) +=
        outcome.written;
    if (outcome.written.total() > 0 || !outcome.moved.empty() || !outcome.blocked.empty() ||
        !outcome.refused.empty())
        job.lookAgain = true;
}

Status finish(TableJob& job, Side target, const Status& done, WriteOutcome&& outcome,
              std::vector<LeftOver>& left)
{
    account(job, target, outcome);
    if (!outcome.blocked.empty() || !outcome.refused.empty())
        left.push_back({std::move(outcome.blocked), std::move(outcome.refused), target});
    return done;
}

/// Another row, or a row to come, may make room or give what is missing.
bool mayPass(const Error& error)
{
    return error.code == ErrorCode::SyncDuplicateKey || error.code == ErrorCode::SyncForeignKey;
}

/// A blocked parent may lose its children in the first pass; a restored parent helps its children
/// in the second.
constexpr int kPassesForParents = 1;
constexpr int kPassesForRows = 2;

/// The policy prefers the side that still has the parent, and the run may write to the other one.
bool policyKeeps(const TableJob& job, Side keeper)
{
    const Policy winner = keeper == Side::Local ? Policy::LocalWins : Policy::RemoteWins;
    return job.rules.policy == winner && job.writesTo(otherSide(keeper));
}

/// Puts parents that still have children on the keeping side back on the side that deleted them.
Status restoreParents(const RunContext& context, TableJob& job, const std::vector<TableJob>& jobs,
                      const LeftOver& part)
{
    std::vector<PlannedWrite> writes;
    for (const PlannedWrite& write : part.blocked) {
        countConflict(context, job, write.key);
        writes.push_back({write.key, write.expected, std::nullopt, ConflictKind::DeleteChildren});
    }
    const Side target = otherSide(part.target);
    WriteOutcome outcome;
    const Status done = writeRows(makeTarget(context, job, target, jobs), writes, outcome);
    account(job, target, outcome);
    return done;
}

FoundConflict conflictOf(const PlannedWrite& write, Side target, ConflictKind kind)
{
    KeyState state;
    state.remote = target == Side::Local ? write.source : write.expected;
    state.local = target == Side::Local ? write.expected : write.source;
    return {write.key, state, kind, {}, {}};
}

FoundConflict conflictOf(const RefusedRow& row, Side target)
{
    const bool unique = row.error.code == ErrorCode::SyncDuplicateKey;
    FoundConflict conflict =
        conflictOf(row.write, target, unique ? ConflictKind::Unique : ConflictKind::Rejected);
    conflict.message =
        row.error.serverMessage.isEmpty() ? row.error.message() : row.error.serverMessage;
    return conflict;
}

Status settleBlocked(const RunContext& context, TableJob& job, const std::vector<TableJob>& jobs,
                     const LeftOver& part, std::vector<FoundConflict>& found)
{
    if (policyKeeps(job, part.target))
        return restoreParents(context, job, jobs, part);
    for (const PlannedWrite& write : part.blocked) {
        found.push_back(conflictOf(write, part.target, ConflictKind::DeleteChildren));
        job.waitingAbsent(otherSide(part.target)).insert(write.key);
    }
    return okStatus();
}

void settleRefused(const LeftOver& part, int pass, std::vector<FoundConflict>& found)
{
    for (const RefusedRow& row : part.refused) {
        if (pass > kPassesForRows || !mayPass(row.error))
            found.push_back(conflictOf(row, part.target));
    }
}

/// In a run that skips kinds of changes, a row that could not be deleted because of its children,
/// or written for want of a parent or of a free UNIQUE value, may need a change that was skipped:
/// that is no conflict. The next run that takes all kinds tells.
LeftOver withoutThoseInNeed(TableJob& job, const LeftOver& part, int pass)
{
    LeftOver rest{{}, {}, part.target};
    for (const PlannedWrite& write : part.blocked) {
        if (pass <= kPassesForParents)
            rest.blocked.push_back(write);
        else if (job.leftAlone.insert(write.key).second)
            leaveOut(job, 1);
    }
    for (const RefusedRow& row : part.refused) {
        if (pass <= kPassesForRows || !mayPass(row.error))
            rest.refused.push_back(row);
        else if (job.leftAlone.insert(row.write.key).second)
            leaveOut(job, 1);
    }
    return rest;
}

Status forgetNotUndoable(const RunContext& context, const TableJob& job)
{
    if (!context.undo)
        return okStatus();
    return context.undo->forgetTable(context.session.writing(Side::Local), job.config.table);
}

} // namespace

TableTarget makeTarget(const RunContext& context, TableJob& job, Side target,
                       const std::vector<TableJob>& jobs)
{
    const TableSchema& schema = job.schema(target);
    TableTarget result{context.session, target, *job.sql, *job.ledger};
    result.children = childLinks(job, target, jobs);
    result.cyclic = job.cyclic;
    result.references = schema.foreignKeys;
    result.hasTriggers = !schema.triggers.empty();
    result.clearableUnique = clearableUnique(schema, job.sql->shape());
    result.keepBase = job.rules.policy == Policy::Manual && job.estimatedRows() <= kKeepBaseUpTo;
    result.open = &job.open;
    result.runId = context.runId;
    result.holder = context.holder;
    result.policy = job.rules.policy;
    result.settledBy = toText(job.rules.policy);
    result.undo = context.undo;
    result.limits = context.request.limits;
    result.stop = context.stop;
    result.pause = context.pause;
    result.rows = [&context, &job, target](const std::vector<KeyBytes>& keys, qint64 maxBytes) {
        const Side source = otherSide(target);
        return fetchUpTo(context.session.reading(source), job.sql->of(source), keys, maxBytes);
    };
    result.progress = [&context, target](const ChangeCounts& written) {
        context.progress.written(target, written);
    };
    return result;
}

Status applyFindings(const RunContext& context, TableJob& job, ApplyStep step,
                     const std::vector<TableJob>& jobs, std::vector<LeftOver>& left)
{
    const qint64 rows = numberOf(job.findings, step);
    if (rows == 0)
        return okStatus();
    context.progress.table(job.config.table, rows);
    WriteOutcome outcome;
    const TableTarget target = makeTarget(context, job, step.target, jobs);
    const Status done = job.findings.forEach([&](const std::vector<Finding>& some) -> Status {
        std::vector<PlannedWrite> writes = plannedFor(some, step);
        if (step.stage == ApplyStage::Upserts)
            CAUSEWAY_TRY(holdBack(context, job, jobs, step.target, writes));
        if (!writes.empty())
            CAUSEWAY_TRY(preflightWrites(context, job, step.target));
        return writeRows(target, writes, outcome);
    });
    return finish(job, step.target, done, std::move(outcome), left);
}

Status noteNotUndoable(const RunContext& context, const TableJob& job, UndoState why)
{
    if (!context.undo)
        return okStatus();
    return context.undo->noteTable(context.session.writing(Side::Local), job.config.table,
                                   job.sql->shape().fingerprint(), why);
}

Status applyBulk(const RunContext& context, TableJob& job, const std::vector<TableJob>& jobs,
                 std::vector<LeftOver>& left)
{
    const Side target = *job.bulkInto;
    CAUSEWAY_TRY(preflightWrites(context, job, target));
    context.progress.table(job.config.table, job.estimatedRows());
    WriteOutcome outcome;
    CAUSEWAY_TRY(noteNotUndoable(context, job, UndoState::Loaded));
    TableTarget into = makeTarget(context, job, target, jobs);
    into.undo = nullptr;
    const Status done = bulkLoad(into, outcome);
    if (done && outcome.written.total() == 0) // every row was refused
        CAUSEWAY_TRY(forgetNotUndoable(context, job));
    job.lookAgain = true;
    return finish(job, target, done, std::move(outcome), left);
}

Status settleLeftOvers(const RunContext& context, TableJob& job, const std::vector<TableJob>& jobs,
                       const std::vector<LeftOver>& left, int pass)
{
    std::vector<FoundConflict> found;
    for (const LeftOver& leftOver : left) {
        const LeftOver part =
            context.request.skipped.any() ? withoutThoseInNeed(job, leftOver, pass) : leftOver;
        if (pass > kPassesForParents)
            CAUSEWAY_TRY(settleBlocked(context, job, jobs, part, found));
        settleRefused(part, pass, found);
    }
    for (const FoundConflict& conflict : found) {
        job.leftAlone.insert(conflict.key);
        if (conflict.kind != ConflictKind::DeleteChildren)
            ++job.outcome.rejected;
    }
    return recordConflicts(context, job, found);
}

} // namespace causeway
