// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/table_discovery.h"

#include "sync/db/transaction.h"
#include "sync/row/row_json.h"
#include "sync/run/conflict_recorder.h"
#include "sync/run/guards.h"
#include "sync/run/keyless_table.h"
#include "sync/run/left_out.h"
#include "sync/run/pair_session.h"
#include "sync/run/progress_reporter.h"

namespace causeway {
namespace {

constexpr std::size_t kAdoptAtOnce = 5000;

/// Sorts findings: copies are kept for later, agreements go into the ledger, conflicts are noted.
class FindingSorter {
public:
    FindingSorter(const RunContext& context, TableJob& job)
        : m_context(context)
        , m_job(job)
    {
    }

    Status take(Finding&& finding);
    Status finish();

private:
    Status flushLedger();
    [[nodiscard]] bool isLeftOut(const Finding& finding) const
    {
        return leavesOut(m_context.request, m_job, targetOf(finding), actionOf(finding));
    }

    const RunContext& m_context;
    TableJob& m_job;
    std::vector<LedgerEntry> m_agreed;
    std::vector<KeyBytes> m_gone;
    std::vector<FoundConflict> m_conflicts;
};

Status FindingSorter::take(Finding&& finding)
{
    const KeyState& state = finding.state;
    const auto conflict = [&](std::optional<Settlement> how) {
        m_conflicts.push_back({finding.key, state, *finding.decision.conflict, {}, how});
    };
    switch (finding.decision.verdict) {
    case Verdict::Nothing:
    case Verdict::NeedValues:
        break;
    case Verdict::CopyToLocal:
    case Verdict::CopyToRemote:
        if (isLeftOut(finding)) {
            leaveOut(m_job, 1);
            break;
        }
        if (finding.decision.conflict)
            countConflict(m_context, m_job, finding.key);
        CAUSEWAY_TRY(m_job.findings.append(std::move(finding)));
        break;
    case Verdict::Adopt:
        m_agreed.push_back({finding.key, state.remote, state.local, {}});
        break;
    case Verdict::Forget:
        m_gone.push_back(finding.key);
        break;
    case Verdict::AcceptRemote:
        conflict(Settlement::Local);
        m_agreed.push_back({finding.key, state.remote, kNeverAgreed, {}});
        break;
    case Verdict::AcceptLocal:
        conflict(Settlement::Remote);
        m_agreed.push_back({finding.key, kNeverAgreed, state.local, {}});
        break;
    case Verdict::Leave:
    case Verdict::Queue:
        conflict({});
        ++m_job.outcome.skipped;
        m_job.wait(finding.key, state);
        break;
    }
    return m_agreed.size() + m_gone.size() >= kAdoptAtOnce ? flushLedger() : okStatus();
}

Status FindingSorter::flushLedger()
{
    if (!m_context.request.dryRun)
        CAUSEWAY_TRY(takeIntoLedger(m_context, m_job, m_agreed, m_gone));
    m_agreed.clear();
    m_gone.clear();
    return okStatus();
}

Status FindingSorter::finish()
{
    CAUSEWAY_TRY(recordConflicts(m_context, m_job, m_conflicts));
    return flushLedger();
}

/// The ledger table is there from the first real run on; a changed structure gets its new
/// fingerprint once everything was looked at with the old digests distrusted.
Status makeLedger(const RunContext& context, TableJob& job)
{
    if (context.request.dryRun || (job.ledgerState.exists && job.ledgerState.trusted))
        return okStatus();
    if (job.ledgerState.key == LedgerKey::Other)
        CAUSEWAY_TRY(supersedeConflicts(context.session.writing(Side::Local), job.config.table,
                                        job.sql->shape().keyNames()));
    CAUSEWAY_TRY(refitLedger(context.session.writing(Side::Local), *job.ledger, job.ledgerState));
    const bool fresh = !job.ledgerState.exists;
    CAUSEWAY_TRY(createLedger(context.session.writing(Side::Local), *job.ledger,
                              job.sql->shape().fingerprint(), fresh));
    job.ledgerState.exists = true;
    job.ledgerState.trusted = fresh;
    return okStatus();
}

Status trustLedger(const RunContext& context, TableJob& job)
{
    if (context.request.dryRun || job.ledgerState.trusted)
        return okStatus();
    CAUSEWAY_TRY(context.session.writing(Side::Local)
                     .execute(job.ledger->writeMeta(job.sql->shape().fingerprint())));
    job.ledgerState.trusted = true;
    return okStatus();
}

Status collectDeletes(TableJob& job)
{
    if (!job.cyclic)
        return okStatus();
    for (const Side target : {Side::Remote, Side::Local})
        job.deletesOn(target).clear();
    return job.findings.forEach([&](const std::vector<Finding>& some) {
        for (const Finding& finding : some) {
            if (actionOf(finding) == RowAction::Delete)
                job.deletesOn(targetOf(finding)).insert(finding.key);
        }
        return okStatus();
    });
}

DiscoverTask taskOf(const RunContext& context, const TableJob& job)
{
    DiscoverTask task{context.session.readingLinks(), job.reader(), job.rules, job.estimatedRows(),
                      &job.leftAlone};
    for (const auto& [key, open] : job.open) {
        if (open.isOfBothSides())
            task.disputed.insert(key);
    }
    return task;
}

/// @param look tells what to look at: discover() or discoverKeys() with a sink.
template<typename Look>
Result<TableTotals> lookThrough(const RunContext& context, FindingSorter& sorter, Look look)
{
    auto totals = look([&](Finding&& finding) { return sorter.take(std::move(finding)); });
    CAUSEWAY_TRY(totals);
    context.progress.compared(totals->remoteRows + totals->localRows);
    return totals;
}

Status conclude(const RunContext& context, TableJob& job, FindingSorter& sorter)
{
    CAUSEWAY_TRY(sorter.finish());
    CAUSEWAY_TRY(collectDeletes(job));
    context.progress.planned(job.findings.size());
    return trustLedger(context, job);
}

/// @param justRead side that a bulk load has read whole, row by row, in this run
Status search(const RunContext& context, TableJob& job, bool firstPass,
              std::optional<Side> justRead = {})
{
    leaveOut(job, -job.outcome.leftOut); // everything is looked at again
    FindingSorter sorter(context, job);
    DiscoverTask task = taskOf(context, job);
    task.justRead = justRead;
    auto totals = lookThrough(context, sorter, [&](const FindingSink& sink) {
        return discover(task, sink, context.stop);
    });
    CAUSEWAY_TRY(totals);
    job.outcome.remoteRows = totals->remoteRows;
    job.outcome.localRows = totals->localRows;
    if (firstPass)
        CAUSEWAY_TRY(guardMassDelete(job, *totals, context.request));
    return conclude(context, job, sorter);
}

/// Verifies what the last pass wrote, key by key, from fresh snapshots.
Status searchAgain(const RunContext& context, TableJob& job, const FindingStore& before)
{
    FindingSorter sorter(context, job);
    CAUSEWAY_TRY(before.forEach([&](const std::vector<Finding>& some) -> Status {
        std::vector<KeyBytes> keys;
        keys.reserve(some.size());
        for (const Finding& finding : some) {
            keys.push_back(finding.key);
            job.outcome.remoteRows -= finding.state.remote ? 1 : 0;
            job.outcome.localRows -= finding.state.local ? 1 : 0;
        }
        auto totals = lookThrough(context, sorter, [&](const FindingSink& sink) {
            return discoverKeys(taskOf(context, job), keys, sink, context.stop);
        });
        CAUSEWAY_TRY(totals);
        job.outcome.remoteRows += totals->remoteRows;
        job.outcome.localRows += totals->localRows;
        return okStatus();
    }));
    return conclude(context, job, sorter);
}

} // namespace

Status lookAt(const RunContext& context, TableJob& job, bool firstPass)
{
    if (job.keyless)
        return lookAtKeyless(context, job, firstPass);
    const FindingStore before = std::exchange(job.findings, {});
    const std::optional<Side> loaded = std::exchange(job.bulkInto, {});
    const bool widely = std::exchange(job.lookWidely, false);
    if (firstPass) {
        auto empty = emptiness(context, job);
        CAUSEWAY_TRY(empty);
        CAUSEWAY_TRY(guardEmptySource(job, *empty, context.request));
        CAUSEWAY_TRY(makeLedger(context, job));
        if (!job.open.empty())
            CAUSEWAY_TRY(reviewOpenConflicts(context, job));
        job.bulkInto = bulkTarget(job, *empty);
        if (job.bulkInto && leavesOut(context.request, job, *job.bulkInto, RowAction::Insert))
            job.bulkInto.reset();
        if (job.bulkInto) {
            context.progress.planned(job.estimatedRows());
            return context.request.dryRun ? search(context, job, false) : trustLedger(context, job);
        }
    }
    if (loaded && !widely)
        return search(context, job, firstPass, otherSide(*loaded));
    if (firstPass || widely || loaded || job.rules.type == SyncType::Full)
        return search(context, job, firstPass);
    return searchAgain(context, job, before);
}

} // namespace causeway
