// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discover/row_fetch.h"

#include "sync/core/parallel.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

constexpr std::size_t kFirstPortion = 16;
constexpr std::size_t kMostRows = 500;
constexpr qint64 kBytesPerPortion = 4'000'000;

} // namespace

qint64 bytesOf(const Cells& cells)
{
    qint64 bytes = 0;
    for (const Cell& cell : cells)
        bytes += cell ? cell->size() : 0;
    return bytes;
}

Error digestMissing(const TableSql& sql)
{
    return makeError(ErrorCode::SyncServer, sql.shape().table,
                     QCoreApplication::translate(
                         "causeway::Discover",
                         "the server could not compute the digest of a row; a value may be larger "
                         "than max_allowed_packet"));
}

Result<SomeRows> fetchUpTo(Connection& connection, const TableSql& sql,
                           const std::vector<KeyBytes>& keys, qint64 maxBytes, RowLock lock)
{
    SomeRows some;
    if (keys.empty())
        return some;
    const auto columns = static_cast<unsigned>(sql.shape().columns.size());
    bool digested = true;
    const QByteArray query =
        lock == RowLock::ForUpdate ? sql.lockRowsByKey(keys) : sql.rowsByKey(keys);
    CAUSEWAY_TRY(connection.stream(query, [&](const RowView& row) {
        some.complete = some.rows.empty() || some.bytes < maxBytes;
        digested = digested && !row.isNull(columns);
        if (!some.complete || !digested)
            return false;
        Cells cells = row.cells(0, columns);
        some.bytes += bytesOf(cells);
        KeyBytes key = sql.shape().keyOf(cells);
        some.rows.emplace(std::move(key), FetchedRow{std::move(cells), row.number(columns)});
        return true;
    }));
    if (!digested)
        return digestMissing(sql);
    return some;
}

Result<FetchedRows> fetchRows(Connection& connection, const TableSql& sql,
                              const std::vector<KeyBytes>& keys)
{
    auto some = fetchUpTo(connection, sql, keys, std::numeric_limits<qint64>::max());
    CAUSEWAY_TRY(some);
    return std::move(some->rows);
}

PortionSize::PortionSize(std::size_t mostRows, qint64 maxBytes)
    : m_most(std::max<std::size_t>(1, mostRows))
    , m_rows(std::min(m_most, kFirstPortion))
    , m_maxBytes(maxBytes)
{
}

void PortionSize::fitted(qint64 bytes)
{
    if (bytes < m_maxBytes / 2)
        m_rows = std::min(m_most, m_rows * 2);
}

void PortionSize::exceeded(std::size_t rows)
{
    m_rows = std::max<std::size_t>(1, std::min(rows, m_rows - 1));
}

Status fetchBoth(const SideLinks& links, const TableSqlPair& sql, const std::vector<KeyBytes>& keys,
                 const BothRowsWork& work)
{
    PortionSize size(kMostRows, kBytesPerPortion);
    for (std::size_t at = 0; at < keys.size();) {
        const auto first = keys.begin() + static_cast<std::ptrdiff_t>(at);
        const auto count = static_cast<std::ptrdiff_t>(std::min(size.rows(), keys.size() - at));
        const std::vector<KeyBytes> some(first, first + count);
        auto [remote, local] =
            runBoth([&] { return fetchUpTo(links.remote, sql.remote, some, size.bytes()); },
                    [&] { return fetchUpTo(links.local, sql.local, some, size.bytes()); });
        CAUSEWAY_TRY(remote);
        CAUSEWAY_TRY(local);
        if (!remote->complete || !local->complete) {
            size.exceeded(std::min(remote->complete ? some.size() : remote->rows.size(),
                                   local->complete ? some.size() : local->rows.size()));
            continue;
        }
        size.fitted(std::max(remote->bytes, local->bytes));
        CAUSEWAY_TRY(work(some, remote->rows, local->rows));
        at += some.size();
    }
    return okStatus();
}

} // namespace causeway
