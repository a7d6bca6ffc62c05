// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"
#include "sync/dialect/table_sql.h"

#include <functional>
#include <limits>
#include <unordered_map>

namespace causeway {

struct KeyHash {
    std::size_t operator()(const KeyBytes& key) const noexcept { return qHash(key, 0x9e3779b9); }
};

/// One row of one side, with its digest.
struct FetchedRow {
    Cells cells;
    quint64 digest = 0;
};
using FetchedRows = std::unordered_map<KeyBytes, FetchedRow, KeyHash>;

/// Bytes of all values.
[[nodiscard]] qint64 bytesOf(const Cells& cells);

/// Rows as far as they were wanted.
struct SomeRows {
    FetchedRows rows;
    qint64 bytes = 0;     ///< of all values together
    bool complete = true; ///< false: there are more; which ones is not known
};

enum class RowLock { None, ForUpdate };

/// Rows by key from one side. Memory: @p maxBytes of values and one row; at least one row comes.
[[nodiscard]] Result<SomeRows> fetchUpTo(Connection& connection, const TableSql& sql,
                                         const std::vector<KeyBytes>& keys, qint64 maxBytes,
                                         RowLock lock = RowLock::None);

/// All of them, for few keys.
[[nodiscard]] Result<FetchedRows> fetchRows(Connection& connection, const TableSql& sql,
                                            const std::vector<KeyBytes>& keys);

/// The error of a row whose digest came as NULL.
[[nodiscard]] Error digestMissing(const TableSql& sql);

/// How many rows to ask for at once so that their values stay within a number of bytes, whatever
/// the rows' sizes: begins with few and learns.
class PortionSize final {
public:
    PortionSize(std::size_t mostRows, qint64 maxBytes);

    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] qint64 bytes() const { return m_maxBytes; }
    /// A portion came whole.
    void fitted(qint64 bytes);
    /// Only @p rows of it came.
    void exceeded(std::size_t rows);

private:
    std::size_t m_most;
    std::size_t m_rows;
    qint64 m_maxBytes;
};

/// Where the rows of both sides are read.
struct SideLinks {
    Connection& remote;
    Connection& local;
};

/// Hands the rows of @p keys on both sides to @p work, portion by portion: with the keys it is
/// about, and what either side holds of them. Both sides are read at the same time.
/// Memory: a few megabytes of values, whatever the number of keys.
using BothRowsWork = std::function<Status(const std::vector<KeyBytes>& keys,
                                          const FetchedRows& remote, const FetchedRows& local)>;
[[nodiscard]] Status fetchBoth(const SideLinks& links, const TableSqlPair& sql,
                               const std::vector<KeyBytes>& keys, const BothRowsWork& work);

} // namespace causeway
