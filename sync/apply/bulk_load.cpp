// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/bulk_load.h"

#include "sync/apply/batch_writer.h"
#include "sync/core/bounded_queue.h"

#include <QCoreApplication>

#include <future>

namespace causeway {
namespace {

/// Rows as they are read, in order, with their writes.
struct Chunk {
    std::vector<PlannedWrite> writes;
    FetchedRows rows;
    qint64 bytes = 0;
};
using Chunks = BoundedQueue<Chunk>;

constexpr std::size_t kChunksAhead = 1;

class ChunkReader {
public:
    ChunkReader(const TableTarget& target, Chunks& chunks)
        : m_target(target)
        , m_sql(target.sql.of(otherSide(target.side)))
        , m_chunks(chunks)
    {
    }

    Status run()
    {
        Connection& source = m_target.session.reading(otherSide(m_target.side));
        Status read =
            source.stream(m_sql.allRows(), [this](const RowView& row) { return take(row); });
        if (read && !m_complete)
            read = makeError(ErrorCode::SyncServer, m_sql.shape().table,
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
        const auto columns = static_cast<unsigned>(m_sql.shape().columns.size());
        m_complete = !row.isNull(columns);
        if (!m_complete || m_target.stop.stop_requested())
            return false;
        FetchedRow fetched{row.cells(0, columns), row.bytes(columns).toByteArray().toULongLong()};
        for (const Cell& cell : fetched.cells)
            m_chunk.bytes += cell ? cell->size() : 0;
        KeyBytes key = m_sql.shape().keyOf(fetched.cells);
        m_chunk.writes.push_back({key, fetched.digest, std::nullopt, std::nullopt});
        m_chunk.rows.emplace(std::move(key), std::move(fetched));
        return !isFull() || m_chunks.push(std::exchange(m_chunk, {}));
    }
    [[nodiscard]] bool isFull() const
    {
        return m_chunk.writes.size() >= static_cast<std::size_t>(m_target.limits.bulkChunkRows) ||
               m_chunk.bytes >= m_target.limits.bulkChunkBytes;
    }

    const TableTarget& m_target;
    const TableSql& m_sql;
    Chunks& m_chunks;
    Chunk m_chunk;
    bool m_complete = true;
};

Status writeChunks(const TableTarget& target, Chunks& chunks, WriteOutcome& total)
{
    const bool load = target.connection().canLoad();
    while (auto chunk = chunks.pop()) {
        if (target.stop.stop_requested())
            return makeError(ErrorCode::SyncInterrupted, target.sql.shape().table);
        auto outcome = writeFetched(target, chunk->writes, chunk->rows, load);
        CAUSEWAY_TRY(outcome);
        const ChangeCounts written = outcome->written;
        total += std::move(*outcome);
        if (target.progress)
            target.progress(written);
    }
    return okStatus();
}

} // namespace

Status bulkLoad(const TableTarget& target, WriteOutcome& total)
{
    Chunks chunks(kChunksAhead);
    auto reading =
        std::async(std::launch::async, [&] { return ChunkReader(target, chunks).run(); });
    const Status written = writeChunks(target, chunks, total);
    chunks.close();
    const Status read = reading.get();
    CAUSEWAY_TRY(written);
    CAUSEWAY_TRY(read);
    if (target.stop.stop_requested())
        return makeError(ErrorCode::SyncInterrupted, target.sql.shape().table);
    return okStatus();
}

} // namespace causeway
