// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/dialect/bucketing.h"
#include "sync/row/row_block.h"
#include "sync/row/table_shape.h"

#include <vector>

namespace causeway {

/// All SQL for the rows of one synced table. Both servers understand every statement.
/// Immutable; any thread.
class TableSql final {
public:
    explicit TableSql(TableShape shape);

    [[nodiscard]] const TableShape& shape() const { return m_shape; }

    /// One row when the table holds any row.
    [[nodiscard]] QByteArray anyRow() const;
    /// One row: smallest and greatest key; NULLs when empty. Only for a single integer key.
    [[nodiscard]] QByteArray keyRange() const;
    /// Rows of bucket, count, XOR of digests.
    [[nodiscard]] QByteArray aggregate(const Bucketing& bucketing) const;
    /// Rows of key cells…, digest; only those of @p buckets (sorted).
    [[nodiscard]] QByteArray keyDigests(const Bucketing& bucketing,
                                        const std::vector<BucketId>& buckets) const;
    /// Rows of cells…, digest.
    [[nodiscard]] QByteArray allRows() const;
    [[nodiscard]] QByteArray rowsByKey(const std::vector<KeyBytes>& keys) const;
    /// As rowsByKey(), and locks the rows for the transaction.
    [[nodiscard]] QByteArray lockRowsByKey(const std::vector<KeyBytes>& keys) const;
    /// Rows of key cells…, digest; locked for writing until the transaction ends.
    [[nodiscard]] QByteArray lockByKey(const std::vector<KeyBytes>& keys) const;
    /// As lockByKey(), without the lock.
    [[nodiscard]] QByteArray digestsByKey(const std::vector<KeyBytes>& keys) const;

    /// One row: number and XOR of the digests.
    [[nodiscard]] QByteArray totalsByKey(const std::vector<KeyBytes>& keys) const;
    /// The same of everything between the smallest and the greatest of @p keys: one range, however
    /// many they are. Only for a single integer key.
    [[nodiscard]] QByteArray totalsInRange(const std::vector<KeyBytes>& keys) const;

    [[nodiscard]] QByteArray insertRows(const std::vector<const Cells*>& rows) const;
    /// Sets every stored column that is not part of the key.
    [[nodiscard]] QByteArray updateRow(const KeyBytes& key, const Cells& row) const;
    /// Does what @p action does to no row: fails when the session may not do it at all.
    [[nodiscard]] QByteArray writeNothing(RowAction action) const;
    [[nodiscard]] QByteArray deleteRows(const std::vector<KeyBytes>& keys) const;
    /// Sets the given columns NULL (to free their UNIQUE values).
    [[nodiscard]] QByteArray clearColumns(const std::vector<KeyBytes>& keys,
                                          const QStringList& columns) const;
    [[nodiscard]] QByteArray loadRows() const;
    /// Appends row @p index of @p rows as one line for LOAD DATA.
    void appendLoadLine(QByteArray& line, const RowBlock& rows, std::size_t index) const;

    /// "(`k` = 1) OR (`k` = 2)"; row constructors would not use the index on every server.
    [[nodiscard]] QByteArray whereKeys(const std::vector<KeyBytes>& keys) const;
    /// Bucket expression over this table's key columns.
    [[nodiscard]] QByteArray bucket(const Bucketing& bucketing) const;
    /// Condition that selects @p buckets (sorted, not empty).
    [[nodiscard]] QByteArray whereBuckets(const Bucketing& bucketing,
                                          const std::vector<BucketId>& buckets) const;
    [[nodiscard]] const QByteArray& keyList() const { return m_keyList; } ///< column names
    [[nodiscard]] const QByteArray& keyRead() const { return m_keyRead; } ///< read expressions
    [[nodiscard]] const QByteArray& name() const { return m_name; }       ///< quoted
    [[nodiscard]] const QByteArray& digest() const { return m_digest; }   ///< expression

private:
    [[nodiscard]] QByteArray totals(const QByteArray& condition) const;
    [[nodiscard]] QByteArray whereKey(const KeyBytes& key) const;

    TableShape m_shape;
    QByteArray m_name;
    QByteArray m_columnList; ///< names, for INSERT
    QByteArray m_readList;   ///< read expressions of all columns
    QByteArray m_keyRead;    ///< read expressions of the key columns
    QByteArray m_keyList;    ///< names of the key columns
    QByteArray m_digest;
};

/// The SQL of one table for either side.
struct TableSqlPair {
    TableSql remote;
    TableSql local;

    [[nodiscard]] const TableSql& of(Side side) const
    {
        return side == Side::Remote ? remote : local;
    }
    /// For what is the same on both sides: names, types, key.
    [[nodiscard]] const TableShape& shape() const { return remote.shape(); }
};

/// Number of rows of @p table, exactly.
[[nodiscard]] QByteArray countRowsSql(const QString& table);

} // namespace causeway
