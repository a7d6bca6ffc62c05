// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/dry_run.h"

#include "sync/run/pair_session.h"

namespace causeway {
namespace {

/// Values listed beyond this many bytes are of no use to a reader, and of harm to memory.
constexpr qint64 kListedBytes = 32'000'000;

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

qint64 bytesOf(const std::optional<RowImage>& image)
{
    qint64 bytes = 0;
    if (image) {
        for (const Cell& cell : image->cells)
            bytes += cell ? cell->size() : 0;
    }
    return bytes;
}

PlannedChange changeOf(const TableShape& shape, const Finding& finding, const FetchedRows& remote,
                       const FetchedRows& local)
{
    const bool toLocal = targetOf(finding) == Side::Local;
    return {targetOf(finding), actionOf(finding), shape.keyImage(finding.key),
            imageOf(shape, toLocal ? local : remote, finding.key),
            imageOf(shape, toLocal ? remote : local, finding.key)};
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
    std::vector<KeyBytes> keys;
    for (const Finding& finding : job.findings)
        keys.push_back(finding.key);
    auto next = job.findings.begin();
    qint64 bytes = 0;
    const auto listSome = [&](const std::vector<KeyBytes>& some, const FetchedRows& remote,
                              const FetchedRows& local) {
        for (std::size_t i = 0; i < some.size(); ++i) {
            PlannedChange change = changeOf(job.sql->shape(), *next++, remote, local);
            bytes += bytesOf(change.before) + bytesOf(change.after);
            if (bytes <= kListedBytes)
                job.outcome.changes.push_back(std::move(change));
            else
                job.outcome.changesTruncated = true;
        }
        return okStatus();
    };
    return fetchBoth(context.session.sideLinks(), *job.sql, keys, listSome);
}

} // namespace causeway
