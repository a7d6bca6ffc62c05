// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/table_sql.h"

#include "sync/dialect/column_sql.h"
#include "sync/dialect/quote.h"
#include "sync/dialect/range_sql.h"

#include <algorithm>

namespace causeway {
namespace {

/// First argument of a CONCAT that makes it work on bytes: the servers refuse to mix some
/// collations, such as that of an ASCII column with that of a hash.
constexpr const char* kAsBytes = "CAST('' AS BINARY),";

QByteArray joined(const std::vector<QByteArray>& parts, const QByteArray& separator)
{
    QByteArray result;
    for (const QByteArray& part : parts)
        result += (result.isEmpty() ? QByteArray() : separator) + part;
    return result;
}

} // namespace

TableSql::TableSql(TableShape shape)
    : m_shape(std::move(shape))
    , m_name(quoteIdentifier(m_shape.table))
{
    std::vector<QByteArray> names;
    std::vector<QByteArray> reads;
    std::vector<QByteArray> canonical;
    for (const ColumnSchema& column : m_shape.columns) {
        names.push_back(quoteIdentifier(column.name));
        reads.push_back(columnsql::read(column));
        canonical.push_back(columnsql::canonical(column));
    }
    std::vector<QByteArray> keyNames;
    std::vector<QByteArray> keyReads;
    for (const std::size_t index : m_shape.key) {
        keyNames.push_back(names[index]);
        keyReads.push_back(reads[index]);
    }
    m_columnList = joined(names, ", ");
    m_readList = joined(reads, ", ");
    m_keyList = joined(keyNames, ", ");
    m_keyRead = joined(keyReads, ", ");
    // A digest that the server could not compute must never pass for "unchanged": it becomes a
    // random one, so that its bucket is looked at, where a NULL is then an error.
    m_digest = "CAST(CONV(LEFT(SHA2(CONCAT(" + (kAsBytes + joined(canonical, ",")) +
               "),256),16),16,10) AS UNSIGNED)";
}

QByteArray TableSql::anyRow() const
{
    return "SELECT 1 FROM " + m_name + " LIMIT 1";
}

QByteArray TableSql::keyRange() const
{
    return "SELECT MIN(" + m_keyList + "), MAX(" + m_keyList + ") FROM " + m_name;
}

QByteArray TableSql::bucket(const Bucketing& bucketing) const
{
    if (bucketing.kind == Bucketing::Kind::IntegerRange)
        return m_keyList + " DIV " + QByteArray::number(bucketing.width);
    std::vector<QByteArray> parts;
    for (const std::size_t index : m_shape.key)
        parts.push_back(columnsql::canonical(m_shape.columns[index]));
    return "CRC32(CONCAT(" + (kAsBytes + joined(parts, ",")) + ")) & " +
           QByteArray::number(bucketing.mask);
}

QByteArray TableSql::whereBuckets(const Bucketing& bucketing,
                                  const std::vector<BucketId>& buckets) const
{
    if (bucketing.kind == Bucketing::Kind::IntegerRange)
        return rangesCondition(m_keyList, bucketing, buckets);
    return "(" + bucket(bucketing) + ") IN (" + numberList(buckets) + ")";
}

QByteArray TableSql::aggregate(const Bucketing& bucketing) const
{
    return "SELECT " + bucket(bucketing) + " AS causeway_bucket, COUNT(*), BIT_XOR(COALESCE(" +
           m_digest + ",CAST(FLOOR(RAND()*1e15) AS UNSIGNED))) FROM " + m_name +
           " GROUP BY causeway_bucket";
}

QByteArray TableSql::keyDigests(const Bucketing& bucketing,
                                const std::vector<BucketId>& buckets) const
{
    return "SELECT " + m_keyRead + ", " + m_digest + " FROM " + m_name + " WHERE " +
           whereBuckets(bucketing, buckets);
}

QByteArray TableSql::allRows() const
{
    return "SELECT " + m_readList + ", " + m_digest + " FROM " + m_name;
}

QByteArray TableSql::rowsByKey(const std::vector<KeyBytes>& keys) const
{
    return allRows() + " WHERE " + whereKeys(keys);
}

QByteArray TableSql::digestsByKey(const std::vector<KeyBytes>& keys) const
{
    return "SELECT " + m_keyRead + ", " + m_digest + " FROM " + m_name + " WHERE " +
           whereKeys(keys);
}

QByteArray TableSql::lockByKey(const std::vector<KeyBytes>& keys) const
{
    return digestsByKey(keys) + " FOR UPDATE";
}

QByteArray TableSql::lockRowsByKey(const std::vector<KeyBytes>& keys) const
{
    return rowsByKey(keys) + " FOR UPDATE";
}

QByteArray TableSql::totals(const QByteArray& condition) const
{
    return "SELECT COUNT(" + m_digest + "), BIT_XOR(" + m_digest + ") FROM " + m_name + " WHERE " +
           condition;
}

QByteArray TableSql::totalsByKey(const std::vector<KeyBytes>& keys) const
{
    return totals(whereKeys(keys));
}

QByteArray TableSql::totalsInRange(const std::vector<KeyBytes>& keys) const
{
    const auto less = [](const KeyBytes& a, const KeyBytes& b) {
        const bool negative = a.startsWith('-');
        if (negative != b.startsWith('-'))
            return negative;
        const bool smaller = a.size() != b.size() ? a.size() < b.size() : a < b;
        return a != b && smaller != negative;
    };
    const auto [low, high] = std::minmax_element(keys.begin(), keys.end(), less);
    return totals(m_keyList + " BETWEEN " + *low + " AND " + *high);
}

QByteArray TableSql::insertRows(const std::vector<const Cells*>& rows) const
{
    QByteArray sql = "INSERT INTO " + m_name + " (" + m_columnList + ") VALUES ";
    const char* rowSeparator = "(";
    for (const Cells* row : rows) {
        sql += rowSeparator;
        for (std::size_t i = 0; i < row->size(); ++i)
            sql += (i == 0 ? "" : ",") + columnsql::literal(m_shape.columns[i], (*row)[i]);
        sql += ')';
        rowSeparator = ",(";
    }
    return sql;
}

QByteArray TableSql::updateRow(const KeyBytes& key, const Cells& row) const
{
    QByteArray assignments;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (m_shape.isKey(i))
            continue;
        assignments += (assignments.isEmpty() ? "" : ", ") +
                       quoteIdentifier(m_shape.columns[i].name) + " = " +
                       columnsql::literal(m_shape.columns[i], row[i]);
    }
    return "UPDATE " + m_name + " SET " + assignments + " WHERE " + whereKey(key);
}

QByteArray TableSql::deleteRows(const std::vector<KeyBytes>& keys) const
{
    return "DELETE FROM " + m_name + " WHERE " + whereKeys(keys);
}

QByteArray TableSql::writeNothing(RowAction action) const
{
    if (action == RowAction::Insert)
        return "INSERT INTO " + m_name + " (" + m_columnList + ") SELECT " + m_columnList +
               " FROM " + m_name + " WHERE FALSE";
    const QByteArray first = quoteIdentifier(m_shape.columns.front().name);
    if (action == RowAction::Update)
        return "UPDATE " + m_name + " SET " + first + " = " + first + " WHERE FALSE";
    return "DELETE FROM " + m_name + " WHERE FALSE";
}

QByteArray TableSql::clearColumns(const std::vector<KeyBytes>& keys,
                                  const QStringList& columns) const
{
    QByteArray assignments;
    for (const QString& column : columns)
        assignments += (assignments.isEmpty() ? "" : ", ") + quoteIdentifier(column) + " = NULL";
    return "UPDATE " + m_name + " SET " + assignments + " WHERE " + whereKeys(keys);
}

QByteArray TableSql::loadRows() const
{
    QByteArray targets;
    QByteArray assignments;
    for (std::size_t i = 0; i < m_shape.columns.size(); ++i) {
        const ColumnSchema& column = m_shape.columns[i];
        const bool variable = columnsql::loadsThroughVariable(column);
        const int number = static_cast<int>(i);
        targets += (i == 0 ? "" : ", ") +
                   (variable ? "@c" + QByteArray::number(number) : quoteIdentifier(column.name));
        if (variable)
            assignments += (assignments.isEmpty() ? " SET " : ", ") +
                           columnsql::loadAssignment(column, number);
    }
    return "LOAD DATA LOCAL INFILE 'causeway' INTO TABLE " + m_name + " CHARACTER SET utf8mb4 (" +
           targets + ")" + assignments;
}

void TableSql::appendLoadLine(QByteArray& line, const RowBlock& rows, std::size_t index) const
{
    for (unsigned i = 0; i < m_shape.columns.size(); ++i) {
        if (i != 0)
            line += '\t';
        columnsql::appendLoadField(line, m_shape.columns[i], rows.cell(index, i));
    }
    line += '\n';
}

QByteArray TableSql::whereKey(const KeyBytes& key) const
{
    const Cells cells = decodeKey(key, m_shape.key.size());
    QByteArray condition;
    for (std::size_t i = 0; i < m_shape.key.size(); ++i) {
        const ColumnSchema& column = m_shape.columns[m_shape.key[i]];
        condition += (i == 0 ? "" : " AND ") + quoteIdentifier(column.name) + " = " +
                     columnsql::literal(column, cells[i]);
    }
    return condition;
}

QByteArray TableSql::whereKeys(const std::vector<KeyBytes>& keys) const
{
    if (m_shape.key.size() == 1) {
        const ColumnSchema& column = m_shape.columns[m_shape.key.front()];
        QByteArray list;
        for (const KeyBytes& key : keys)
            list += (list.isEmpty() ? "" : ",") + columnsql::literal(column, key);
        return quoteIdentifier(column.name) + " IN (" + list + ")";
    }
    QByteArray condition;
    for (const KeyBytes& key : keys)
        condition += (condition.isEmpty() ? "(" : " OR (") + whereKey(key) + ")";
    return condition;
}

QByteArray countRowsSql(const QString& table)
{
    return "SELECT COUNT(*) FROM " + quoteIdentifier(table);
}

} // namespace causeway
