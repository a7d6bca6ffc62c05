// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/bulk_load.h"

#include "sync/apply/batch_writer.h"
#include "sync/apply/between_batches.h"
#include "sync/apply/load_chunk.h"
#include "sync/apply/retry.h"
#include "sync/core/bounded_queue.h"

#include <QCoreApplication>

#include <future>

namespace causeway {
namespace {

using Chunks = BoundedQueue<LoadChunk>;

constexpr std::size_t kChunksAhead = 1;

class ChunkReader {
public:
    ChunkReader(const TableTarget& target, Chunks& chunks)
        : m_target(target)
        , m_chunks(chunks)
        , m_chunk(target.sql.shape())
    {
    }

    Status run()
    {
        const Side from = otherSide(m_target.side);
        Status read = m_target.session.reading(from).stream(
            m_target.sql.of(from).allRows(), [this](const RowView& row) { return take(row); });
        if (read && !m_complete)
            read = makeError(ErrorCode::SyncServer, m_target.sql.shape().table,
                             QCoreApplication::translate(
                                 "causeway::Apply", "the server could not compute a row's digest"));
        if (read && !m_chunk.writes.empty())
            m_chunks.push(std::move(m_chunk));
        m_chunks.close();
        return read;
    }

private:
    bool take(const RowView& row)
    {
        m_complete = m_chunk.append(row, m_target.sql.shape());
        if (!m_complete || m_target.stop.stop_requested())
            return false;
        return !m_chunk.isFull(m_target.limits) ||
               m_chunks.push(std::exchange(m_chunk, LoadChunk(m_target.sql.shape())));
    }

    const TableTarget& m_target;
    Chunks& m_chunks;
    LoadChunk m_chunk;
    bool m_complete = true;
};

/// What several writers have done together.
class SharedOutcome {
public:
    SharedOutcome(const TableTarget& target, WriteOutcome& total)
        : m_target(target)
        , m_total(total)
    {
    }

    /// Held by whoever must not work beside the others.
    [[nodiscard]] std::unique_lock<std::mutex> alone() { return std::unique_lock(m_alone); }

    void add(WriteOutcome&& outcome)
    {
        const std::scoped_lock lock(m_mutex);
        const ChangeCounts written = outcome.written;
        m_total += std::move(outcome);
        if (m_target.progress)
            m_target.progress(written);
    }

private:
    const TableTarget& m_target;
    WriteOutcome& m_total;
    std::mutex m_mutex;
    std::mutex m_alone;
};

Status writeChunk(const TableTarget& target, const LoadChunk& chunk, WriteOutcome& outcome)
{
    if (target.connection().canLoad()) {
        auto loaded = withRetries(target.stop, [&] { return loadChunk(target, chunk); });
        if (loaded) {
            outcome = std::move(*loaded);
            return okStatus();
        }
        if (!loaded.error().isRowLevel())
            return loaded.error();
    }
    return writeFetched(target, chunk.writes, chunk.fetched(), outcome);
}

/// Such rows are loaded by one connection at a time: each load holds several copies of a row.
bool hasLargeRows(const LoadChunk& chunk)
{
    constexpr qsizetype kLargeRow = 1'000'000;
    return chunk.rows.bytes() >= kLargeRow * static_cast<qsizetype>(chunk.rows.size());
}

Status writeChunks(const TableTarget& target, Chunks& chunks, SharedOutcome& total)
{
    while (auto chunk = chunks.pop()) {
        CAUSEWAY_TRY(betweenBatches(target, otherSide(target.side)));
        std::unique_lock<std::mutex> alone;
        if (hasLargeRows(*chunk))
            alone = total.alone();
        WriteOutcome outcome;
        const Status written = writeChunk(target, *chunk, outcome);
        total.add(std::move(outcome));
        if (!written) {
            chunks.close();
            return written;
        }
    }
    return okStatus();
}

/// Two connections load at once: while one stores rows, the other reads back, writes the ledger and
/// commits. Only into the local side: there rows and ledger are one transaction.
Status writeTogether(const TableTarget& target, Connection& second, Chunks& chunks,
                     SharedOutcome& total)
{
    std::mutex turn;
    TableTarget mine = target;
    TableTarget other = target;
    mine.turn = other.turn = &turn;
    mine.ownLocal = &target.session.writing(Side::Local);
    other.ownLocal = &second;
    auto others = std::async(std::launch::async, [&] {
        const PauseGate::Worker atWork(target.pause);
        return writeChunks(other, chunks, total);
    });
    const Status written = writeChunks(mine, chunks, total);
    const Status alsoWritten = others.get();
    return written ? alsoWritten : written;
}

Status writeAll(const TableTarget& target, Chunks& chunks, SharedOutcome& total)
{
    if (target.side == Side::Local && target.connection().canLoad()) {
        ConnectionOptions options;
        options.timeouts = target.limits.timeouts;
        options.bulkLoad = true;
        options.instance = target.connection().server().instance;
        auto second = Connection::open(target.connection().config(), Side::Local, options);
        if (second) // else one connection has to do
            return writeTogether(target, *second, chunks, total);
    }
    return writeChunks(target, chunks, total);
}

} // namespace

Status bulkLoad(const TableTarget& target, WriteOutcome& total)
{
    Chunks chunks(kChunksAhead);
    SharedOutcome outcome(target, total);
    auto reading =
        std::async(std::launch::async, [&] { return ChunkReader(target, chunks).run(); });
    const Status written = writeAll(target, chunks, outcome);
    chunks.close();
    const Status read = reading.get();
    CAUSEWAY_TRY(written);
    CAUSEWAY_TRY(read);
    if (target.stop.stop_requested())
        return makeError(ErrorCode::SyncInterrupted, target.sql.shape().table);
    return okStatus();
}

} // namespace causeway
