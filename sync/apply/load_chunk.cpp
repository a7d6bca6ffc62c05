// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/load_chunk.h"

#include "sync/apply/batch_commit.h"
#include "sync/apply/read_back.h"
#include "sync/apply/strict_statement.h"
#include "sync/core/fault_point.h"
#include "sync/core/portions.h"
#include "sync/db/load_stream.h"
#include "sync/row/row_json.h"

namespace causeway {
namespace {

constexpr std::size_t kKeysPerQuery = 1000;

std::vector<KeyBytes> keysOf(const LoadChunk& chunk)
{
    std::vector<KeyBytes> keys;
    keys.reserve(chunk.writes.size());
    for (const PlannedWrite& write : chunk.writes)
        keys.push_back(write.key);
    return keys;
}

Result<BucketTotal> totalsNow(const TableTarget& target, const std::vector<KeyBytes>& keys)
{
    const TableSql& sql = target.own();
    BucketTotal all;
    const auto add = [&](const QByteArray& query) -> Status {
        auto result = target.connection().query(query);
        CAUSEWAY_TRY(result);
        const Cells& row = result->rows.at(0);
        all.rows += row.at(0).value_or("0").toLongLong();
        all.digests ^= row.at(1).value_or("0").toULongLong();
        return okStatus();
    };
    if (hasIntegerKey(sql.shape()))
        CAUSEWAY_TRY(add(sql.totalsInRange(keys)));
    else
        CAUSEWAY_TRY(inPortions(keys, kKeysPerQuery,
                                [&](const auto& some) { return add(sql.totalsByKey(some)); }));
    return all;
}

/// The target's digests: those of the source when the totals prove it, else read one by one.
Result<KeyDigests> digestsNow(const TableTarget& target, const LoadChunk& chunk)
{
    const std::vector<KeyBytes> keys = keysOf(chunk);
    if (target.own().shape().digestsComparable()) {
        auto totals = totalsNow(target, keys);
        CAUSEWAY_TRY(totals);
        if (*totals == BucketTotal{static_cast<qint64>(keys.size()), chunk.digests})
            return KeyDigests();
    }
    return readBack(target, keys, chunk.fetched());
}

Result<BatchRecord> recordOf(const TableTarget& target, const LoadChunk& chunk)
{
    auto digests = digestsNow(target, chunk);
    CAUSEWAY_TRY(digests);
    BatchRecord record;
    record.allNew = true;
    record.agreed.reserve(chunk.writes.size());
    for (std::size_t i = 0; i < chunk.writes.size(); ++i) {
        const PlannedWrite& write = chunk.writes[i];
        LedgerEntry entry{write.key, write.source, write.source, {}};
        if (!digests->empty())
            (target.side == Side::Local ? entry.local : entry.remote) = digests->at(write.key);
        if (target.keepBase)
            entry.base = storeRow(target.sql.shape().image(chunk.rows.cells(i)));
        record.agreed.push_back(std::move(entry));
    }
    return record;
}

} // namespace

LoadChunk::LoadChunk(const TableShape& shape)
    : rows(static_cast<unsigned>(shape.columns.size()))
{
}

bool LoadChunk::append(const RowView& row, const TableShape& shape)
{
    const auto columns = static_cast<unsigned>(shape.columns.size());
    if (row.isNull(columns))
        return false;
    Cells key;
    key.reserve(shape.key.size());
    for (const std::size_t index : shape.key)
        key.push_back(row.cell(static_cast<unsigned>(index)));
    const quint64 digest = row.number(columns);
    writes.push_back({encodeKey(key), digest, std::nullopt, std::nullopt});
    digests ^= digest;
    rows.append(row);
    return true;
}

bool LoadChunk::isFull(const SyncLimits& limits) const
{
    return writes.size() >= static_cast<std::size_t>(limits.bulkChunkRows) ||
           rows.bytes() >= limits.bulkChunkBytes;
}

FetchedRows LoadChunk::fetched() const
{
    FetchedRows result;
    for (std::size_t i = 0; i < writes.size(); ++i)
        result.emplace(writes[i].key, FetchedRow{rows.cells(i), writes[i].source.value_or(0)});
    return result;
}

Result<WriteOutcome> loadChunk(const TableTarget& target, const LoadChunk& chunk)
{
    auto transaction = beginBatch(target);
    CAUSEWAY_TRY(transaction);
    std::size_t next = 0;
    const auto nextLine = [&](QByteArray& line) {
        if (next == chunk.rows.size())
            return false;
        target.own().appendLoadLine(line, chunk.rows, next++);
        return true;
    };
    reach(FaultPoint::BulkLoadBefore);
    CAUSEWAY_TRY(withChecksAsNeeded(
        target, [&] { return loadLines(target.connection(), target.own().loadRows(), nextLine); }));
    reach(FaultPoint::BulkLoadAfter);
    auto record = recordOf(target, chunk);
    CAUSEWAY_TRY(record);
    CAUSEWAY_TRY(commitBatch(target, *transaction, *record));
    WriteOutcome outcome;
    outcome.written.inserted = static_cast<qint64>(chunk.writes.size());
    return outcome;
}

} // namespace causeway
