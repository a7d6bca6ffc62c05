// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/dry_run.h"

#include "sync/core/parallel.h"
#include "sync/core/portions.h"
#include "sync/run/pair_session.h"

namespace causeway {
namespace {

constexpr std::size_t kRowsPerFetch = 500;

Side targetOf(const Finding& finding)
{
    return finding.decision.verdict == Verdict::CopyToLocal ? Side::Local : Side::Remote;
}

RowAction actionOf(const Finding& finding)
{
    const bool toLocal = targetOf(finding) == Side::Local;
    const auto& source = toLocal ? finding.state.remote : finding.state.local;
    const auto& target = toLocal ? finding.state.local : finding.state.remote;
    if (!source)
        return RowAction::Delete;
    return target ? RowAction::Update : RowAction::Insert;
}

void count(TableOutcome& outcome, const Finding& finding)
{
    ChangeCounts& counts =
        targetOf(finding) == Side::Local ? outcome.remoteToLocal : outcome.localToRemote;
    switch (actionOf(finding)) {
    case RowAction::Insert:
        ++counts.inserted;
        break;
    case RowAction::Update:
        ++counts.updated;
        break;
    case RowAction::Delete:
        ++counts.deleted;
        break;
    }
}

std::optional<RowImage> imageOf(const TableShape& shape, const FetchedRows& rows,
                                const KeyBytes& key)
{
    const auto found = rows.find(key);
    if (found == rows.end())
        return std::nullopt;
    return shape.image(found->second.cells);
}

Status listSome(const RunContext& context, TableJob& job, const std::vector<Finding>& some)
{
    std::vector<KeyBytes> keys;
    for (const Finding& finding : some)
        keys.push_back(finding.key);
    PairSession& session = context.session;
    auto [remote, local] =
        runBoth([&] { return fetchRows(session.reading(Side::Remote), job.sql->remote, keys); },
                [&] { return fetchRows(session.reading(Side::Local), job.sql->local, keys); });
    CAUSEWAY_TRY(remote);
    CAUSEWAY_TRY(local);
    const TableShape& shape = job.sql->shape();
    for (const Finding& finding : some) {
        const bool toLocal = targetOf(finding) == Side::Local;
        job.outcome.changes.push_back({targetOf(finding), actionOf(finding),
                                       shape.keyImage(finding.key),
                                       imageOf(shape, toLocal ? *local : *remote, finding.key),
                                       imageOf(shape, toLocal ? *remote : *local, finding.key)});
    }
    return okStatus();
}

} // namespace

Status listChanges(const RunContext& context, TableJob& job)
{
    for (const Finding& finding : job.findings)
        count(job.outcome, finding);
    const auto limit = static_cast<std::size_t>(std::max(0, context.request.limits.listedChanges));
    job.outcome.changesTruncated = job.findings.size() > limit;
    if (job.outcome.changesTruncated)
        job.findings.resize(limit);
    return inPortions(job.findings, kRowsPerFetch,
                      [&](const auto& some) { return listSome(context, job, some); });
}

} // namespace causeway
