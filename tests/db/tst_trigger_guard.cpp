// SPDX-License-Identifier: GPL-3.0-or-later
// A user's trigger can skip itself for rows that a sync writes: our sessions set @causeway_sync.
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

const QByteArray kTables = R"(
CREATE TABLE t (id INT PRIMARY KEY, v INT);
CREATE TABLE audit (id INT AUTO_INCREMENT PRIMARY KEY, what VARCHAR(20));
)";

/// Notes every change of t that a user makes, and none that a sync makes.
const QByteArray kTriggers = R"(
DELIMITER //
CREATE TRIGGER t_ai AFTER INSERT ON t FOR EACH ROW
  IF @causeway_sync IS NULL THEN INSERT INTO audit (what) VALUES (CONCAT('insert ', NEW.id)); END IF//
CREATE TRIGGER t_au AFTER UPDATE ON t FOR EACH ROW
  IF @causeway_sync IS NULL THEN INSERT INTO audit (what) VALUES (CONCAT('update ', NEW.id)); END IF//
CREATE TRIGGER t_ad AFTER DELETE ON t FOR EACH ROW
  IF @causeway_sync IS NULL THEN INSERT INTO audit (what) VALUES (CONCAT('delete ', OLD.id)); END IF//
DELIMITER ;
)";

} // namespace

class TestTriggerGuard final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void syncedRowsFireNoGuardedTrigger();

private:
    void sync(TwoSidedFixture& pair, SyncType type);
};

void TestTriggerGuard::sync(TwoSidedFixture& pair, SyncType type)
{
    SyncRequest request;
    request.profile = pair.profile();
    request.type = type;
    request.direction = Direction::Both;
    request.tables = {QStringLiteral("t")};
    ProgressMailbox progress;
    const SyncReport report = runSync(request, {}, progress);
    QVERIFY2(report.status == RunStatus::Success,
             report.error ? qPrintable(report.error->message()) : "see the table's error");
}

void TestTriggerGuard::syncedRowsFireNoGuardedTrigger()
{
    QFETCH_GLOBAL(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth("SET @causeway_sync = NULL"); // here speaks a user, not one of our sessions
    fixture.runBoth(kTables + kTriggers);
    QVERIFY(initialisePair(fixture.profile(), {}, {}).ok());
    // The first rows arrive by the bulk load, the later ones one by one.
    fixture.run(Side::Remote, "INSERT INTO t VALUES (1, 1), (2, 2), (3, 3)");
    sync(fixture, SyncType::Full);
    fixture.run(Side::Remote, "UPDATE t SET v = 20 WHERE id = 2; DELETE FROM t WHERE id = 3;"
                              "INSERT INTO t VALUES (4, 4)");
    fixture.run(Side::Local, "UPDATE t SET v = 10 WHERE id = 1; INSERT INTO t VALUES (5, 5)");
    sync(fixture, SyncType::Incremental);
    for (const Side side : {Side::Remote, Side::Local})
        QCOMPARE(fixture.rows(side, "SELECT * FROM t ORDER BY id"),
                 (QByteArrayList{"1|10", "2|20", "4|4", "5|5"}));
    // Only what the users did themselves is noted, each on the side where they did it.
    QCOMPARE(
        fixture.rows(Side::Remote, "SELECT what FROM audit ORDER BY id"),
        (QByteArrayList{"insert 1", "insert 2", "insert 3", "update 2", "delete 3", "insert 4"}));
    QCOMPARE(fixture.rows(Side::Local, "SELECT what FROM audit ORDER BY id"),
             (QByteArrayList{"update 1", "insert 5"}));
}

QTEST_GUILESS_MAIN(TestTriggerGuard)
#include "tst_trigger_guard.moc"
