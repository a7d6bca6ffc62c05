// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_store.h"
#include "sync/discover/discover.h"
#include "sync/run/pair_actions.h"
#include "sync/run/plan_tables.h"
#include "sync/run/progress_reporter.h"
#include "sync/run/query_killer.h"

#include <algorithm>

namespace causeway {
namespace {

/// Neither direction nor policy matter: every key that differs is to be reported.
constexpr Rules kReportAll{SyncType::Full, Direction::Both, Policy::Skip};

void count(const Finding& finding, TableComparison& comparison)
{
    if (!finding.state.local)
        ++comparison.onlyRemote;
    else if (!finding.state.remote)
        ++comparison.onlyLocal;
    else if (!finding.state.equal.value_or(false))
        ++comparison.different;
}

void compareKeyless(const RunContext& context, const TableJob& job, TableComparison& comparison)
{
    auto found =
        countRows(context.session.sideLinks(), *job.sql, job.estimatedRows(), {}, context.stop);
    if (!found) {
        comparison.error = found.error();
        return;
    }
    comparison.onlyRemote = found->onlyOnRemote;
    comparison.onlyLocal = found->onlyOnLocal;
    comparison.remoteRows = found->rows.remoteRows;
    comparison.localRows = found->rows.localRows;
}

void compareKeyed(const RunContext& context, const TableJob& job, TableComparison& comparison)
{
    const TableReader withoutLedger{*job.sql, nullptr, true};
    DiscoverTask task{context.session.readingLinks(), withoutLedger, kReportAll,
                      job.estimatedRows(), nullptr};
    task.sidesOnly = true;
    auto totals = discover(
        task,
        [&](Finding&& finding) {
            count(finding, comparison);
            return okStatus();
        },
        context.stop);
    if (!totals) {
        comparison.error = totals.error();
        return;
    }
    comparison.remoteRows = totals->remoteRows;
    comparison.localRows = totals->localRows;
}

TableComparison compareTable(const RunContext& context, const TableJob& job)
{
    TableComparison comparison;
    comparison.table = job.config.table;
    comparison.error = job.outcome.error;
    if (!comparison.error)
        (job.keyless ? compareKeyless : compareKeyed)(context, job, comparison);
    comparison.equal = !comparison.error && comparison.onlyRemote == 0 &&
                       comparison.onlyLocal == 0 && comparison.different == 0;
    return comparison;
}

} // namespace

Result<CompareReport> comparePair(const Profile& profile, const QStringList& tables,
                                  std::stop_token stop)
{
    auto session = PairSession::open(profile, PairSession::Access::Read);
    CAUSEWAY_TRY(session);
    auto store = ControlStore::open(profile.local);
    CAUSEWAY_TRY(store);
    auto configs = store->configs();
    CAUSEWAY_TRY(configs);
    SyncRequest request;
    request.profile = profile;
    request.tables = tables;
    request.dryRun = true;
    // A table without a row key can be compared as one that is mirrored.
    request.type = SyncType::Full;
    request.direction = Direction::RemoteToLocal;
    ProgressMailbox mailbox;
    ProgressReporter progress(mailbox);
    const RunContext context{request, stop, *session, progress, {}, {}};
    const QueryKiller killer(*session, stop);
    auto jobs = planTables(context, *configs);
    CAUSEWAY_TRY(jobs);
    CAUSEWAY_TRY(session->startSnapshots());
    CompareReport report;
    for (const TableJob& job : *jobs) {
        if (stop.stop_requested())
            return makeError(ErrorCode::SyncInterrupted, profile.name);
        report.tables.push_back(compareTable(context, job));
    }
    report.equal = std::all_of(report.tables.begin(), report.tables.end(),
                               [](const TableComparison& table) { return table.equal; });
    return report;
}

} // namespace causeway
