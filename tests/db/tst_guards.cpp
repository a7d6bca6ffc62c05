// SPDX-License-Identifier: GPL-3.0-or-later
// What stops a table before its first write, to the row: an empty source, a mass delete, a changed
// structure. And how the operator goes on.
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

class TestGuards final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void massDelete_data();
    void massDelete();
    void emptySource_data();
    void emptySource();
    void emptyOnBothSidesIsAgreement();
    void failedReadIsNoEmptySource();
    void changedStructure();
    void otherTablesGoOn();

private:
    SyncReport sync(SyncType type, Direction direction, bool allowed = false);
    void fill(int rows);
    void expectGuard(const SyncReport& report, const QString& numbers);

    std::unique_ptr<TwoSidedFixture> m_pair;
};

void TestGuards::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB;"
                    "CREATE TABLE other (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
}

SyncReport TestGuards::sync(SyncType type, Direction direction, bool allowed)
{
    SyncRequest request;
    request.profile = m_pair->profile();
    request.type = type;
    request.direction = direction;
    request.allowMassDelete = allowed;
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

void TestGuards::fill(int rows)
{
    m_pair->run(Side::Remote, "INSERT INTO t WITH RECURSIVE n AS (SELECT 1 AS id UNION ALL SELECT "
                              "id + 1 FROM n WHERE id < " +
                                  QByteArray::number(rows) + ") SELECT id, 'row' FROM n");
    QCOMPARE(sync(SyncType::Incremental, Direction::Both).status, RunStatus::Success);
}

void TestGuards::expectGuard(const SyncReport& report, const QString& numbers)
{
    const auto table = std::find_if(report.tables.begin(), report.tables.end(),
                                    [](const auto& entry) { return entry.table == u"t"; });
    QVERIFY(table != report.tables.end());
    QVERIFY(table->error.has_value());
    QCOMPARE(errorCodeText(table->error->code), QStringLiteral("SYNC_007"));
    QVERIFY2(table->error->message().contains(numbers), qPrintable(table->error->message()));
    QVERIFY(!table->error->hint().isEmpty());
}

void TestGuards::massDelete_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("deletes");
    QTest::addColumn<bool>("stopped");
    // Stopped above max(50, 10 %) of the target's rows.
    QTest::newRow("50 of 200") << 200 << 50 << false;
    QTest::newRow("51 of 200") << 200 << 51 << true;
    QTest::newRow("60 of 600") << 600 << 60 << false;
    QTest::newRow("61 of 600") << 600 << 61 << true;
    QTest::newRow("29 of 30") << 30 << 29 << false;
}

void TestGuards::massDelete()
{
    QFETCH(int, rows);
    QFETCH(int, deletes);
    QFETCH(bool, stopped);
    for (const Side side : {Side::Remote, Side::Local}) {
        m_pair->runBoth("DELETE FROM t");
        QVERIFY(sync(SyncType::Incremental, Direction::Both, true).status == RunStatus::Success);
        fill(rows);
        m_pair->run(side, "DELETE FROM t WHERE id <= " + QByteArray::number(deletes) +
                              "; INSERT INTO t VALUES (100000, 'new')");
        const auto before = m_pair->dump(otherSide(side), QStringLiteral("t"));
        const SyncReport report = sync(SyncType::Incremental, Direction::Both);
        if (stopped) {
            expectGuard(report, QStringLiteral("%1 of %2").arg(deletes).arg(rows));
            QCOMPARE(m_pair->dump(otherSide(side), QStringLiteral("t")), before);
            QCOMPARE(sync(SyncType::Incremental, Direction::Both, true).status, RunStatus::Success);
        } else {
            QCOMPARE(report.status, RunStatus::Success);
        }
        QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")),
                 m_pair->dump(Side::Remote, QStringLiteral("t")));
        QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM t"),
                 QByteArray::number(rows - deletes + 1));
    }
}

void TestGuards::emptySource_data()
{
    QTest::addColumn<SyncType>("type");
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<Side>("emptied");
    using T = SyncType;
    using D = Direction;
    QTest::newRow("incremental both") << T::Incremental << D::Both << Side::Remote;
    QTest::newRow("incremental both, local") << T::Incremental << D::Both << Side::Local;
    QTest::newRow("incremental to local") << T::Incremental << D::RemoteToLocal << Side::Remote;
    QTest::newRow("full both") << T::Full << D::Both << Side::Local;
    QTest::newRow("full to local") << T::Full << D::RemoteToLocal << Side::Remote;
    QTest::newRow("full to remote") << T::Full << D::LocalToRemote << Side::Local;
}

void TestGuards::emptySource()
{
    QFETCH(SyncType, type);
    QFETCH(Direction, direction);
    QFETCH(Side, emptied);
    fill(3);
    m_pair->run(emptied, "DELETE FROM t");
    expectGuard(sync(type, direction), QStringLiteral("empty"));
    QCOMPARE(m_pair->value(otherSide(emptied), "SELECT COUNT(*) FROM t"), QByteArray("3"));
    QCOMPARE(sync(type, direction, true).status, RunStatus::Success);
    QCOMPARE(m_pair->value(otherSide(emptied), "SELECT COUNT(*) FROM t"), QByteArray("0"));
}

void TestGuards::emptyOnBothSidesIsAgreement()
{
    fill(3);
    m_pair->runBoth("DELETE FROM t");
    QCOMPARE(sync(SyncType::Incremental, Direction::Both).status, RunStatus::Success);
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM db_sync_ledger_2"), QByteArray("0"));
}

/// A table that cannot be read is not an empty one.
void TestGuards::failedReadIsNoEmptySource()
{
    fill(3);
    m_pair->run(Side::Remote, "DROP TABLE t");
    const SyncReport report = sync(SyncType::Full, Direction::RemoteToLocal, true);
    QVERIFY(report.status != RunStatus::Success);
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM t"), QByteArray("3"));
}

void TestGuards::changedStructure()
{
    fill(3);
    m_pair->run(Side::Remote, "ALTER TABLE t ADD COLUMN price INT; UPDATE t SET name = 'x'");
    const auto before = m_pair->dump(Side::Local, QStringLiteral("t"));
    const SyncReport report = sync(SyncType::Incremental, Direction::Both);
    const auto stopped = std::find_if(report.tables.begin(), report.tables.end(),
                                      [](const auto& table) { return table.table == u"t"; });
    QVERIFY(stopped != report.tables.end() && stopped->error);
    QCOMPARE(errorCodeText(stopped->error->code), QStringLiteral("SYNC_001"));
    QVERIFY(stopped->error->message().contains(QLatin1String("price")));
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")), before);
    // The same column on the other side: what was agreed before the change is still known, as far
    // as it can be: equal rows are adopted, changed ones are conflicts, nothing is guessed.
    m_pair->run(Side::Local, "ALTER TABLE t ADD COLUMN price INT");
    QCOMPARE(sync(SyncType::Incremental, Direction::Both).conflicts(), 3);
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")),
             (QByteArrayList{"1|row|NULL", "2|row|NULL", "3|row|NULL"}));
}

void TestGuards::otherTablesGoOn()
{
    fill(3);
    m_pair->run(Side::Remote, "DELETE FROM t; INSERT INTO other VALUES (1, 'goes on')");
    const SyncReport report = sync(SyncType::Incremental, Direction::Both);
    QCOMPARE(report.status, RunStatus::Partial);
    expectGuard(report, QStringLiteral("empty"));
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM other"), QByteArray("1"));
}

QTEST_GUILESS_MAIN(TestGuards)
#include "tst_guards.moc"
