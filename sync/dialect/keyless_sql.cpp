// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/keyless_sql.h"

#include "sync/dialect/range_sql.h"

namespace causeway {

QByteArray KeylessSql::bucket(quint32 mask) const
{
    return "(" + m_sql.digest() + " & " + QByteArray::number(mask) + ")";
}

QByteArray KeylessSql::aggregate(quint32 mask) const
{
    // A sum, for the XOR of two equal rows is that of none.
    return "SELECT " + bucket(mask) + " AS causeway_bucket, COUNT(*), COUNT(" + m_sql.digest() +
           "), SUM(" + m_sql.digest() + ") FROM " + m_sql.name() + " GROUP BY causeway_bucket";
}

QByteArray KeylessSql::counts(quint32 mask, const std::vector<BucketId>& buckets) const
{
    return "SELECT " + m_sql.digest() + " AS causeway_digest, COUNT(*) FROM " + m_sql.name() +
           " WHERE " + bucket(mask) + " IN (" + numberList(buckets) + ") GROUP BY causeway_digest";
}

QByteArray KeylessSql::rows(quint32 mask, const std::vector<BucketId>& buckets) const
{
    return m_sql.allRows() + " WHERE " + bucket(mask) + " IN (" + numberList(buckets) + ")";
}

QByteArray KeylessSql::firstRows(int most) const
{
    return m_sql.allRows() + " LIMIT " + QByteArray::number(most);
}

QByteArray KeylessSql::among(const std::vector<quint64>& digests) const
{
    QByteArray list;
    for (const quint64 digest : digests)
        list += (list.isEmpty() ? "" : ",") + QByteArray::number(digest);
    return m_sql.name() + " WHERE " + m_sql.digest() + " IN (" + list + ")";
}

QByteArray KeylessSql::lockCounts(const std::vector<quint64>& digests) const
{
    return "SELECT " + m_sql.digest() + " AS causeway_digest, COUNT(*) FROM " + among(digests) +
           " GROUP BY causeway_digest FOR UPDATE";
}

QByteArray KeylessSql::deleteAll(const std::vector<quint64>& digests) const
{
    return "DELETE FROM " + among(digests);
}

QByteArray KeylessSql::deleteSome(quint64 digest, qint64 number) const
{
    return "DELETE FROM " + among({digest}) + " LIMIT " + QByteArray::number(number);
}

} // namespace causeway
