// SPDX-License-Identifier: GPL-3.0-or-later
// Buckets of integer keys: every key falls into the range of its own bucket, at all extremes.
#include "sync/dialect/range_sql.h"
#include "sync/discover/bucket_totals.h"

#include <QTest>

#include <limits>

using namespace causeway;

class TestRangeSql final : public QObject {
    Q_OBJECT

private slots:
    void joinsNeighbours();
    void bucketZeroReachesBelowZero();
    void extremesDoNotOverflow();
    void unsignedOrder();
    void widthCoversTheWholeRange();
};

void TestRangeSql::joinsNeighbours()
{
    const Bucketing bucketing{Bucketing::Kind::IntegerRange, 10, false, 0};
    QCOMPARE(rangesCondition("`k`", bucketing, {1, 2, 4}),
             QByteArray("(`k` BETWEEN 10 AND 29 OR `k` BETWEEN 40 AND 49)"));
}

void TestRangeSql::bucketZeroReachesBelowZero()
{
    const Bucketing bucketing{Bucketing::Kind::IntegerRange, 10, false, 0};
    QCOMPARE(rangesCondition("`k`", bucketing, {-1, 0, 1}), QByteArray("(`k` BETWEEN -19 AND 19)"));
    const Bucketing positive{Bucketing::Kind::IntegerRange, 10, true, 0};
    QCOMPARE(rangesCondition("`k`", positive, {0}), QByteArray("(`k` BETWEEN 0 AND 9)"));
}

void TestRangeSql::extremesDoNotOverflow()
{
    const auto highest = std::numeric_limits<qint64>::max();
    const auto lowest = std::numeric_limits<qint64>::min();
    const Bucketing one{Bucketing::Kind::IntegerRange, 1, false, 0};
    QCOMPARE(rangesCondition("`k`", one, {lowest, highest}),
             QByteArray("(`k` BETWEEN -9223372036854775808 AND -9223372036854775808 OR `k` BETWEEN "
                        "9223372036854775807 AND 9223372036854775807)"));
    const Bucketing wide{Bucketing::Kind::IntegerRange, quint64{1} << 62, false, 0};
    QVERIFY(rangesCondition("`k`", wide, {1}).endsWith("AND 9223372036854775807)"));
}

void TestRangeSql::unsignedOrder()
{
    const Bucketing bucketing{Bucketing::Kind::IntegerRange, 1, true, 0};
    std::vector<BucketId> buckets{static_cast<BucketId>(std::numeric_limits<quint64>::max()), 5};
    sortBuckets(bucketing, buckets);
    QCOMPARE(buckets.front(), BucketId{5});
    QVERIFY(rangesCondition("`k`", bucketing, buckets).endsWith("AND 18446744073709551615)"));
}

void TestRangeSql::widthCoversTheWholeRange()
{
    TableShape shape;
    ColumnSchema key;
    key.name = QStringLiteral("k");
    key.type = TypeClass::Integer;
    shape.columns = {key};
    shape.key = {0};
    const KeyRange all{QByteArray("-9223372036854775808"), QByteArray("9223372036854775807")};
    const Bucketing bucketing = chooseBucketing(shape, 1'000'000, {all, {}});
    QVERIFY(bucketing.kind == Bucketing::Kind::IntegerRange);
    // 2^64 keys in about 31 000 buckets.
    QVERIFY(bucketing.width > std::numeric_limits<quint64>::max() / 40'000);
    QCOMPARE(chooseBucketing(shape, 0, {{}, {}}).width, quint64{1});
}

QTEST_GUILESS_MAIN(TestRangeSql)
#include "tst_range_sql.moc"
