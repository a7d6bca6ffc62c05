// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/sample_sql.h"

#include "sync/monitor/sample.h"

namespace causeway::samplesql {
namespace {

// Every metric's column, each between @p before and @p after.
QByteArray columns(const QByteArray& before = {}, const QByteArray& after = {})
{
    QList<QByteArray> names;
    for (std::size_t i = 0; i < kMetricCount; ++i)
        names += before + metricKey(static_cast<Metric>(i)) + after;
    return names.join(',');
}

QByteArray createTable(const QByteArray& table)
{
    return "CREATE TABLE IF NOT EXISTS " + table + " (at INTEGER PRIMARY KEY," +
           columns({}, " REAL NULL") + ")";
}

QByteArray range(qint64 from, qint64 to)
{
    return " WHERE at BETWEEN " + QByteArray::number(from) + " AND " + QByteArray::number(to);
}

} // namespace

QList<QByteArray> session()
{
    return {"PRAGMA busy_timeout=3000", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL"};
}

QByteArray begin()
{
    return "BEGIN IMMEDIATE";
}

QByteArray commit()
{
    return "COMMIT";
}

QByteArray rollback()
{
    return "ROLLBACK";
}

QList<QByteArray> tables()
{
    return {"sample", "minute"};
}

QList<QByteArray> createTables()
{
    return {createTable("sample"), createTable("minute")};
}

QByteArray columnsOf(const QByteArray& table)
{
    return "PRAGMA table_info(" + table + ")";
}

QByteArray addColumn(const QByteArray& table, const QByteArray& column)
{
    return "ALTER TABLE " + table + " ADD COLUMN " + column + " REAL NULL";
}

QByteArray insertSample()
{
    QByteArray marks = "?";
    for (std::size_t i = 0; i < kMetricCount; ++i)
        marks += ",?";
    return "INSERT OR IGNORE INTO sample (at," + columns() + ") VALUES (" + marks + ")";
}

QByteArray selectSamples(qint64 from, qint64 to)
{
    return "SELECT at," + columns() + " FROM minute" + range(from, to) + " UNION ALL SELECT at," +
           columns() + " FROM sample" + range(from, to) + " ORDER BY at";
}

QList<QByteArray> trim(qint64 rawBefore, qint64 minutesBefore, int maxRows)
{
    const QByteArray old = " WHERE at<" + QByteArray::number(rawBefore / 60'000 * 60'000);
    return {"INSERT OR IGNORE INTO minute (at," + columns() + ") SELECT at/60000*60000+30000," +
                columns("AVG(", ")") + " FROM sample" + old + " GROUP BY at/60000",
            "DELETE FROM sample" + old,
            "DELETE FROM minute WHERE at<" + QByteArray::number(minutesBefore),
            "DELETE FROM sample WHERE at<=(SELECT at FROM sample ORDER BY at DESC LIMIT 1 OFFSET " +
                QByteArray::number(maxRows) + ")"};
}

} // namespace causeway::samplesql
