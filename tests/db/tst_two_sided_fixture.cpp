// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

/// The fixture itself: what other tests rest on.
class TestTwoSidedFixture final : public QObject {
    Q_OBJECT
private slots:
    void everyCaseGetsFreshDatabases_data() { addPairRows(); }
    void everyCaseGetsFreshDatabases();
    void countsOnlyWhatWrites_data() { addPairRows(); }
    void countsOnlyWhatWrites();
    void checksumsSeeOneChangedValue_data() { addPairRows(); }
    void checksumsSeeOneChangedValue();
    void serversOfAPairAreTwoServers_data() { addPairRows(); }
    void serversOfAPairAreTwoServers();
};

void TestTwoSidedFixture::everyCaseGetsFreshDatabases()
{
    QFETCH(PairKind, pair);
    QString first;
    {
        TwoSidedFixture fixture(pair);
        first = fixture.database();
        fixture.runBoth("CREATE TABLE t (id INT PRIMARY KEY, name TEXT, raw VARBINARY(9));"
                        "INSERT INTO t VALUES (2, '二', NULL), (1, 'a;b', x'00ff')");
        const QByteArrayList expected{"1|a;b|0x00ff", "2|二|NULL"};
        QCOMPARE(fixture.dump(Side::Remote, QStringLiteral("t")), expected);
        QCOMPARE(fixture.dump(Side::Local, QStringLiteral("t")), expected);
    }
    TwoSidedFixture fixture(pair);
    QVERIFY(fixture.database() != first);
    QVERIFY(fixture.tables(Side::Remote, true).isEmpty());
    QVERIFY(fixture.tables(Side::Local, true).isEmpty());
}

void TestTwoSidedFixture::countsOnlyWhatWrites()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth("CREATE TABLE t (id INT PRIMARY KEY)");
    fixture.startCounting();
    (void)fixture.dump(Side::Remote, QStringLiteral("t"));
    (void)fixture.checksums(Side::Local);
    QCOMPARE(fixture.writes(Side::Remote).total(), 0);
    QCOMPARE(fixture.writes(Side::Local).total(), 0);
    fixture.run(Side::Local, "INSERT INTO t VALUES (1); DELETE FROM t; DELETE FROM t");
    QCOMPARE(fixture.writes(Side::Remote).total(), 0);
    const QMap<QByteArray, qint64> expected{{"delete", 2}, {"insert", 1}};
    QCOMPARE(fixture.writes(Side::Local).counts, expected);
}

void TestTwoSidedFixture::checksumsSeeOneChangedValue()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth("CREATE TABLE t (id INT PRIMARY KEY, v DECIMAL(20,6), w TEXT);"
                    "INSERT INTO t VALUES (1, 1.000001, 'x'), (2, 2, NULL)");
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto before = fixture.checksums(side);
        QCOMPARE(before.size(), 1);
        QCOMPARE(fixture.checksums(side), before);
        fixture.run(side, "UPDATE t SET v=1.000002 WHERE id=1");
        QVERIFY(fixture.checksums(side) != before);
    }
}

void TestTwoSidedFixture::serversOfAPairAreTwoServers()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    const auto remote = fixture.on(Side::Remote).server();
    const auto local = fixture.on(Side::Local).server();
    QVERIFY(!remote.uuid.isEmpty());
    QVERIFY(remote.uuid != local.uuid);
    QCOMPARE(local.family, ServerFamily::MariaDb);
    QCOMPARE(remote.family == ServerFamily::MySql, pair == PairKind::MySqlMariaDb);
}

QTEST_GUILESS_MAIN(TestTwoSidedFixture)
#include "tst_two_sided_fixture.moc"
