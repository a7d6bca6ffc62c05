// SPDX-License-Identifier: GPL-3.0-or-later
// Statements that go to a server together do what they do one by one, and nothing but what they
// were is let through.
#include "sync/db/connection.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

class TestTogether final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void sumsOfAll();
    void theFirstThatFailsIsTheLast();
    void notBeyondTheCall();
    void warningsOfAll();

private:
    [[nodiscard]] Connection open(Side side);

    std::unique_ptr<TwoSidedFixture> m_pair;
};

void TestTogether::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, v INT) ENGINE=InnoDB");
}

Connection TestTogether::open(Side side)
{
    auto connection = Connection::open(m_pair->profile().side(side), side);
    require(connection ? okStatus() : Status(connection.error()), QStringLiteral("connecting"));
    return std::move(*connection);
}

void TestTogether::sumsOfAll()
{
    for (const Side side : {Side::Remote, Side::Local}) {
        Connection connection = open(side);
        const auto done =
            connection.executeTogether({"INSERT INTO t VALUES (1,1),(2,2)", "UPDATE t SET v = 2",
                                        "SELECT v FROM t", "DELETE FROM t WHERE id = 2"});
        QVERIFY2(done.ok(), qPrintable(done ? QString() : done.error().serverMessage));
        QCOMPARE(done->warnings, 0U);
        QCOMPARE(m_pair->rows(side, "SELECT id, v FROM t"), QByteArrayList{"1|2"});
    }
}

void TestTogether::theFirstThatFailsIsTheLast()
{
    for (const Side side : {Side::Remote, Side::Local}) {
        Connection connection = open(side);
        const auto done =
            connection.executeTogether({"INSERT INTO t VALUES (1,1)", "INSERT INTO t VALUES (1,1)",
                                        "INSERT INTO t VALUES (2,2)"});
        QVERIFY(!done.ok());
        QCOMPARE(done.error().code, ErrorCode::SyncDuplicateKey);
        QCOMPARE(m_pair->rows(side, "SELECT id FROM t"), QByteArrayList{"1"});
        QVERIFY(connection.execute("INSERT INTO t VALUES (3,3)").ok());
    }
}

void TestTogether::notBeyondTheCall()
{
    for (const Side side : {Side::Remote, Side::Local}) {
        Connection connection = open(side);
        const auto two = [&] { return connection.execute("DO 1; DELETE FROM t"); };
        m_pair->run(side, "INSERT INTO t VALUES (1,1)");
        QVERIFY(!two().ok());
        QVERIFY(connection.executeTogether({"DO 1", "DO 2"}).ok());
        QVERIFY(!two().ok());
        QVERIFY(!connection.executeTogether({"DO 1", "DO nothing of the kind"}).ok());
        QVERIFY(!two().ok());
        QCOMPARE(m_pair->rows(side, "SELECT id FROM t"), QByteArrayList{"1"});
    }
}

/// Of many statements the server itself would only tell the last one's.
void TestTogether::warningsOfAll()
{
    for (const Side side : {Side::Remote, Side::Local}) {
        Connection connection = open(side);
        m_pair->run(side, "INSERT INTO t VALUES (1,1)");
        const auto done =
            connection.executeTogether({"INSERT IGNORE INTO t VALUES (1,2)", "DO 1", "DO 2"});
        QVERIFY(done.ok());
        QCOMPARE(done->warnings, 1U);
    }
}

QTEST_GUILESS_MAIN(TestTogether)

#include "tst_together.moc"
