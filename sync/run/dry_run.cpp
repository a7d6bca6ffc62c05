// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/dry_run.h"

#include "sync/run/pair_session.h"

namespace causeway {
namespace {

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

/// Counts every finding of a table and lists the first ones with their values.
class Lister {
public:
    Lister(const RunContext& context, TableJob& job)
        : m_context(context)
        , m_job(job)
        , m_left(static_cast<std::size_t>(std::max(0, context.request.limits.listedChanges)))
    {
    }

    Status take(const std::vector<Finding>& findings)
    {
        for (const Finding& finding : findings)
            count(m_job.outcome, finding);
        const std::size_t number = std::min(m_left, findings.size());
        m_job.outcome.changesTruncated |= number < findings.size();
        m_left -= number;
        std::vector<KeyBytes> keys;
        for (std::size_t i = 0; i < number; ++i)
            keys.push_back(findings[i].key);
        auto next = findings.begin();
        const auto listSome = [&](const std::vector<KeyBytes>& some, const FetchedRows& remote,
                                  const FetchedRows& local) {
            for (std::size_t i = 0; i < some.size(); ++i)
                list(changeOf(m_job.sql->shape(), *next++, remote, local));
            return okStatus();
        };
        return fetchBoth(m_context.session.sideLinks(), *m_job.sql, keys, listSome);
    }

private:
    void list(PlannedChange&& change)
    {
        m_bytes += bytesOf(change.before) + bytesOf(change.after);
        if (m_bytes <= kListedBytes)
            m_job.outcome.changes.push_back(std::move(change));
        else
            m_job.outcome.changesTruncated = true;
    }

    const RunContext& m_context;
    TableJob& m_job;
    std::size_t m_left;
    qint64 m_bytes = 0;
};

} // namespace

Status listChanges(const RunContext& context, TableJob& job)
{
    Lister lister(context, job);
    return job.findings.forEach(
        [&](const std::vector<Finding>& some) { return lister.take(some); });
}

} // namespace causeway
