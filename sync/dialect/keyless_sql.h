// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/dialect/table_sql.h"

namespace causeway {

/// SQL for the rows of a table without a row key, on one side: a row is known by its digest, and
/// equal rows by their number. Every statement but insertions reads the whole table.
/// A bucket is digest & mask. Immutable; any thread. @p sql is borrowed.
class KeylessSql final {
public:
    explicit KeylessSql(const TableSql& sql)
        : m_sql(sql)
    {
    }

    /// Rows of bucket, rows, rows with a digest, sum of the digests.
    [[nodiscard]] QByteArray aggregate(quint32 mask) const;
    /// Rows of digest, number of rows; of @p buckets.
    [[nodiscard]] QByteArray counts(quint32 mask, const std::vector<BucketId>& buckets) const;
    /// Rows of cells…, digest; of @p buckets.
    [[nodiscard]] QByteArray rows(quint32 mask, const std::vector<BucketId>& buckets) const;
    /// Rows of cells…, digest; the first @p most that the server finds.
    [[nodiscard]] QByteArray firstRows(int most) const;

    /// As counts(), of @p digests, locked for writing until the transaction ends.
    [[nodiscard]] QByteArray lockCounts(const std::vector<quint64>& digests) const;
    [[nodiscard]] QByteArray deleteAll(const std::vector<quint64>& digests) const;
    /// @p number of the rows that all have this digest.
    [[nodiscard]] QByteArray deleteSome(quint64 digest, qint64 number) const;

private:
    [[nodiscard]] QByteArray bucket(quint32 mask) const;
    [[nodiscard]] QByteArray among(const std::vector<quint64>& digests) const;

    const TableSql& m_sql;
};

} // namespace causeway
