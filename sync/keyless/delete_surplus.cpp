// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/batch_commit.h"
#include "sync/apply/between_batches.h"
#include "sync/apply/retry.h"
#include "sync/core/fault_point.h"
#include "sync/dialect/keyless_sql.h"
#include "sync/keyless/mirror_rows.h"

#include <span>

namespace causeway {
namespace {

// Every statement reads the whole table: many digests at once, but not too many locks and undo.
constexpr std::size_t kDigestsAtOnce = 5'000;
constexpr qint64 kRowsAtOnce = 20'000;

using Surplus = std::span<const CountDifference>;

class Deleter {
public:
    Deleter(const TableTarget& target, MirrorOutcome& outcome)
        : m_target(target)
        , m_sql(target.own())
        , m_outcome(outcome)
    {
    }

    Status take(const CountDifference& difference);
    Status finish() { return deleteWhole(std::exchange(m_whole, {})); }

private:
    Status deleteWhole(Surplus surplus);
    Status deletePart(const CountDifference& difference);
    Result<qint64> deleteUnmoved(Surplus surplus);
    Result<qint64> deleteOf(const CountDifference& difference, qint64 expected, qint64 number);
    Result<std::unordered_map<quint64, qint64>> lockCounts(const std::vector<quint64>& digests);
    Status commit(Transaction& transaction, const QByteArray& sql, qint64 rows);
    void account(qint64 rows);

    [[nodiscard]] qint64 there(const CountDifference& difference) const
    {
        return difference.of(m_target.side);
    }

    const TableTarget& m_target;
    KeylessSql m_sql;
    MirrorOutcome& m_outcome;
    std::vector<CountDifference> m_whole; ///< all of these rows go
    qint64 m_wholeRows = 0;
};

Status Deleter::take(const CountDifference& difference)
{
    if (difference.surplusOn(m_target.side) == 0)
        return okStatus();
    if (difference.of(otherSide(m_target.side)) > 0 || there(difference) > kRowsAtOnce)
        return deletePart(difference);
    m_whole.push_back(difference);
    m_wholeRows += there(difference);
    if (m_whole.size() < kDigestsAtOnce && m_wholeRows < kRowsAtOnce)
        return okStatus();
    m_wholeRows = 0;
    return finish();
}

/// Halves until the row at fault stands alone.
Status Deleter::deleteWhole(Surplus surplus)
{
    if (surplus.empty())
        return okStatus();
    CAUSEWAY_TRY(betweenBatches(m_target));
    qint64 deleted = 0;
    const Status done = withRetries(m_target.stop, [&]() -> Status {
        auto rows = deleteUnmoved(surplus);
        CAUSEWAY_TRY(rows);
        deleted = *rows;
        return okStatus();
    });
    if (done) {
        account(deleted);
        return okStatus();
    }
    if (!done.error().isRowLevel())
        return done;
    if (surplus.size() == 1)
        return m_outcome.refuse(surplus.front().digest, there(surplus.front()), done.error());
    const auto half = surplus.size() / 2;
    CAUSEWAY_TRY(deleteWhole(surplus.first(half)));
    return deleteWhole(surplus.subspan(half));
}

/// Some of many equal rows, a bounded number in each transaction.
Status Deleter::deletePart(const CountDifference& difference)
{
    qint64 present = there(difference);
    for (qint64 left = difference.surplusOn(m_target.side); left > 0;) {
        CAUSEWAY_TRY(betweenBatches(m_target));
        const qint64 number = std::min(left, kRowsAtOnce);
        qint64 deleted = 0;
        const Status done = withRetries(m_target.stop, [&]() -> Status {
            auto rows = deleteOf(difference, present, number);
            CAUSEWAY_TRY(rows);
            deleted = *rows;
            return okStatus();
        });
        if (!done && done.error().isRowLevel())
            return m_outcome.refuse(difference.digest, left, done.error());
        CAUSEWAY_TRY(done);
        account(deleted);
        if (deleted == 0)
            return okStatus(); // moved
        present -= number;
        left -= number;
    }
    return okStatus();
}

Result<std::unordered_map<quint64, qint64>> Deleter::lockCounts(const std::vector<quint64>& digests)
{
    std::unordered_map<quint64, qint64> counts;
    reach(FaultPoint::RowLockBefore);
    auto rows = m_target.connection().query(m_sql.lockCounts(digests));
    CAUSEWAY_TRY(rows);
    for (const Cells& row : rows->rows)
        counts.emplace(row.at(0).value_or("0").toULongLong(), row.at(1).value_or("0").toLongLong());
    reach(FaultPoint::RowLockAfter);
    return counts;
}

/// @return rows deleted; those whose number has changed stay.
Result<qint64> Deleter::deleteUnmoved(Surplus surplus)
{
    auto transaction = beginBatch(m_target);
    CAUSEWAY_TRY(transaction);
    std::vector<quint64> digests;
    for (const CountDifference& difference : surplus)
        digests.push_back(difference.digest);
    auto counts = lockCounts(digests);
    CAUSEWAY_TRY(counts);
    digests.clear();
    qint64 rows = 0;
    for (const CountDifference& difference : surplus) {
        const auto now = counts->find(difference.digest);
        if (now == counts->end() || now->second != there(difference))
            continue;
        digests.push_back(difference.digest);
        rows += now->second;
    }
    if (!digests.empty())
        CAUSEWAY_TRY(commit(*transaction, m_sql.deleteAll(digests), rows));
    return rows;
}

Result<qint64> Deleter::deleteOf(const CountDifference& difference, qint64 expected, qint64 number)
{
    auto transaction = beginBatch(m_target);
    CAUSEWAY_TRY(transaction);
    auto counts = lockCounts({difference.digest});
    CAUSEWAY_TRY(counts);
    const auto now = counts->find(difference.digest);
    if (now == counts->end() || now->second != expected)
        return 0;
    CAUSEWAY_TRY(commit(*transaction, m_sql.deleteSome(difference.digest, number), number));
    return number;
}

Status Deleter::commit(Transaction& transaction, const QByteArray& sql, qint64 rows)
{
    reach(FaultPoint::WriteBefore);
    // A server that logs statements notes that LIMIT picks any row: here they are all equal.
    auto done = m_target.connection().execute(sql);
    CAUSEWAY_TRY(done);
    reach(FaultPoint::WriteAfter);
    if (static_cast<qint64>(done->affected) != rows)
        return makeError(ErrorCode::SyncRowRejected, m_target.sql.shape().table);
    return commitUserEdit(m_target, transaction);
}

void Deleter::account(qint64 rows)
{
    const ChangeCounts counts{0, 0, rows};
    m_outcome.written += counts;
    if (m_target.progress)
        m_target.progress(counts);
}

} // namespace

Status deleteSurplus(const TableTarget& target, const RowCounts& found, MirrorOutcome& outcome)
{
    Deleter deleter(target, outcome);
    CAUSEWAY_TRY(found.differences.forEach([&](const std::vector<CountDifference>& some) -> Status {
        for (const CountDifference& difference : some)
            CAUSEWAY_TRY(deleter.take(difference));
        return okStatus();
    }));
    return deleter.finish();
}

} // namespace causeway
