// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/batch_commit.h"
#include "sync/apply/between_batches.h"
#include "sync/apply/retry.h"
#include "sync/apply/strict_statement.h"
#include "sync/core/fault_point.h"
#include "sync/dialect/keyless_sql.h"
#include "sync/keyless/mirror_rows.h"

#include <span>

namespace causeway {
namespace {

struct SourceRow {
    Cells cells;
    quint64 digest;
};
using Rows = std::span<const SourceRow>;

/// Gathers rows as they stream in and writes them in batches.
class Inserter {
public:
    Inserter(const TableTarget& target, MirrorOutcome& outcome)
        : m_target(target)
        , m_outcome(outcome)
    {
    }

    /// Streams the rows of @p query, cells… and digest, from the source's snapshot.
    /// @param wanted which of them to insert
    Status insert(const QByteArray& query, const std::function<bool(quint64 digest)>& wanted);

private:
    bool take(const RowView& row, const std::function<bool(quint64 digest)>& wanted);
    Status flush();
    Status write(Rows rows);
    Status writeOnce(Rows rows);

    const TableTarget& m_target;
    MirrorOutcome& m_outcome;
    std::vector<SourceRow> m_rows;
    qint64 m_bytes = 0;
    Status m_status = okStatus();
};

Status Inserter::insert(const QByteArray& query, const std::function<bool(quint64)>& wanted)
{
    const Side from = otherSide(m_target.side);
    CAUSEWAY_TRY(m_target.session.reading(from).stream(
        query, [&](const RowView& row) { return take(row, wanted); }));
    CAUSEWAY_TRY(m_status);
    return flush();
}

bool Inserter::take(const RowView& row, const std::function<bool(quint64)>& wanted)
{
    const auto columns = static_cast<unsigned>(m_target.sql.shape().columns.size());
    if (row.isNull(columns)) {
        m_status = digestMissing(m_target.own());
        return false;
    }
    const quint64 digest = row.number(columns);
    if (!wanted(digest))
        return true;
    m_rows.push_back({row.cells(0, columns), digest});
    for (const Cell& cell : m_rows.back().cells)
        m_bytes += cell ? cell->size() : 0;
    if (m_rows.size() >= static_cast<std::size_t>(m_target.limits.batchRows) ||
        m_bytes >= m_target.limits.batchBytes)
        m_status = flush();
    return m_status.ok();
}

Status Inserter::flush()
{
    m_bytes = 0;
    const std::vector<SourceRow> rows = std::exchange(m_rows, {});
    return write(rows);
}

/// Halves until the row at fault stands alone.
Status Inserter::write(Rows rows)
{
    if (rows.empty())
        return okStatus();
    CAUSEWAY_TRY(betweenBatches(m_target, otherSide(m_target.side)));
    const Status done =
        withRetries(m_target.stop, std::function<Status()>([&] { return writeOnce(rows); }));
    if (done) {
        const ChangeCounts counts{static_cast<qint64>(rows.size()), 0, 0};
        m_outcome.written += counts;
        if (m_target.progress)
            m_target.progress(counts);
        return okStatus();
    }
    if (!done.error().isRowLevel())
        return done;
    if (rows.size() == 1)
        return m_outcome.refuse(rows.front().digest, 1, done.error());
    const auto half = rows.size() / 2;
    CAUSEWAY_TRY(write(rows.first(half)));
    return write(rows.subspan(half));
}

Status Inserter::writeOnce(Rows rows)
{
    std::vector<const Cells*> cells;
    for (const SourceRow& row : rows)
        cells.push_back(&row.cells);
    auto transaction = beginBatch(m_target);
    CAUSEWAY_TRY(transaction);
    reach(FaultPoint::WriteBefore);
    CAUSEWAY_TRY(executeStrictly(m_target, m_target.own().insertRows(cells)));
    reach(FaultPoint::WriteAfter);
    return commitUserEdit(m_target, *transaction);
}

} // namespace

Status insertMissing(const TableTarget& target, const RowCounts& found, MirrorOutcome& outcome)
{
    const Side source = otherSide(target.side);
    const KeylessSql sql(target.sql.of(source));
    Inserter inserter(target, outcome);
    return found.differences.forEach([&](const std::vector<CountDifference>& some) -> Status {
        WantedRows missing = surplusRows(some, source, found.mask);
        if (missing.left.empty())
            return okStatus();
        return inserter.insert(sql.rows(found.mask, missing.buckets),
                               [&](quint64 digest) { return missing.take(digest); });
    });
}

Status insertAll(const TableTarget& target, MirrorOutcome& outcome)
{
    Inserter inserter(target, outcome);
    return inserter.insert(target.sql.of(otherSide(target.side)).allRows(),
                           [](quint64) { return true; });
}

} // namespace causeway
