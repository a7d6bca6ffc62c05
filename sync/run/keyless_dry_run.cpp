// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/keyless_sql.h"
#include "sync/run/dry_run.h"
#include "sync/run/keyless_table.h"
#include "sync/run/pair_session.h"

#include <algorithm>

namespace causeway {
namespace {

/// Lists the rows of one side that the other lacks, as far as there is room.
class RowLister {
public:
    RowLister(const RunContext& context, TableJob& job, Side side, Side target)
        : m_context(context)
        , m_job(job)
        , m_side(side)
        , m_target(target)
    {
    }

    Status listAll();
    Status listSome(const std::vector<CountDifference>& some);

private:
    [[nodiscard]] bool full() const
    {
        return m_job.outcome.changes.size() >=
                   static_cast<std::size_t>(std::max(0, m_context.request.limits.listedChanges)) ||
               m_bytes > kListedBytes;
    }
    void list(const RowView& row);
    Status read(const QByteArray& query, const std::function<bool(quint64)>& wanted);

    const RunContext& m_context;
    TableJob& m_job;
    Side m_side;
    Side m_target;
    qint64 m_bytes = 0;
};

void RowLister::list(const RowView& row)
{
    const TableShape& shape = m_job.sql->shape();
    PlannedChange change;
    change.target = m_target;
    change.action = m_side == m_target ? RowAction::Delete : RowAction::Insert;
    RowImage image = shape.image(row.cells(0, static_cast<unsigned>(shape.columns.size())));
    for (const Cell& cell : image.cells)
        m_bytes += cell ? cell->size() : 0;
    (m_side == m_target ? change.before : change.after) = std::move(image);
    m_job.outcome.changes.push_back(std::move(change));
}

Status RowLister::read(const QByteArray& query, const std::function<bool(quint64)>& wanted)
{
    const auto columns = static_cast<unsigned>(m_job.sql->shape().columns.size());
    return m_context.session.reading(m_side).stream(query, [&](const RowView& row) {
        if (wanted(row.number(columns)))
            list(row);
        return !full();
    });
}

Status RowLister::listAll()
{
    const KeylessSql sql(m_job.sql->of(m_side));
    return read(sql.firstRows(std::max(0, m_context.request.limits.listedChanges)),
                [](quint64) { return true; });
}

Status RowLister::listSome(const std::vector<CountDifference>& some)
{
    WantedRows wanted = surplusRows(some, m_side, m_job.keyless->found.mask);
    if (wanted.left.empty() || full())
        return okStatus();
    const KeylessSql sql(m_job.sql->of(m_side));
    return read(sql.rows(m_job.keyless->found.mask, wanted.buckets),
                [&](quint64 digest) { return wanted.take(digest); });
}

} // namespace

Status listKeylessChanges(const RunContext& context, TableJob& job)
{
    const Side target = job.writesTo(Side::Local) ? Side::Local : Side::Remote;
    const RowCounts& found = job.keyless->found;
    ChangeCounts& counts =
        target == Side::Local ? job.outcome.remoteToLocal : job.outcome.localToRemote;
    counts.deleted += found.onlyOn(target);
    counts.inserted += found.onlyOn(otherSide(target));
    for (const Side side : {target, otherSide(target)}) {
        RowLister lister(context, job, side, target);
        if (job.bulkInto && side != target)
            CAUSEWAY_TRY(lister.listAll());
        CAUSEWAY_TRY(found.differences.forEach(
            [&](const std::vector<CountDifference>& some) { return lister.listSome(some); }));
    }
    job.outcome.changesTruncated =
        static_cast<qint64>(job.outcome.changes.size()) < counts.deleted + counts.inserted;
    return okStatus();
}

} // namespace causeway
