// SPDX-License-Identifier: GPL-3.0-or-later
// The queries that people wrote for db_sync_log by hand, as they wrote them, after real runs.
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

class TestPeoplesQueries final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void failedRuns();
    void averageDurationByStatus();
    void runsWithConflicts();
    void newestFirstByStartTime();
    void rowsOlderThanThirtyDays();
    void sideThatCannotBeReachedIsAFailedRun();
    void previewOfAnUnreachableSideIsNotLogged();

private:
    SyncReport sync(const Profile& profile, bool dryRun = false);
    SyncReport sync() { return sync(m_pair->profile()); }
    /// A run that failed, one with a conflict and one without, in this order after a first one.
    void runThemAll();
    [[nodiscard]] QByteArrayList rows(const QByteArray& query)
    {
        return m_pair->rows(Side::Local, query);
    }

    std::unique_ptr<TwoSidedFixture> m_pair;
    QString m_first;
    QString m_failed;
    QString m_conflicting;
    QString m_last;
};

void TestPeoplesQueries::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (1,'one'),(2,'two')");
    const auto initialised = initialisePair(m_pair->profile(), {}, {});
    QVERIFY2(initialised.ok(), initialised.ok() ? "" : qPrintable(initialised.error().message()));
}

SyncReport TestPeoplesQueries::sync(const Profile& profile, bool dryRun)
{
    SyncRequest request;
    request.profile = profile;
    request.dryRun = dryRun;
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

void TestPeoplesQueries::runThemAll()
{
    m_first = sync().runId;
    m_pair->run(Side::Remote, "ALTER TABLE t ADD COLUMN extra INT");
    const SyncReport failed = sync();
    QCOMPARE(failed.status, RunStatus::Failed);
    m_failed = failed.runId;
    m_pair->run(Side::Remote, "ALTER TABLE t DROP COLUMN extra");
    m_pair->run(Side::Remote, "UPDATE t SET name='uno' WHERE id=1");
    m_pair->run(Side::Local, "UPDATE t SET name='eins' WHERE id=1");
    const SyncReport conflicting = sync();
    QCOMPARE(conflicting.conflicts(), 1);
    m_conflicting = conflicting.runId;
    m_pair->run(Side::Local, "UPDATE t SET name='uno' WHERE id=1");
    const SyncReport last = sync();
    QCOMPARE(last.openConflicts(), 0);
    m_last = last.runId;
}

void TestPeoplesQueries::failedRuns()
{
    runThemAll();
    const QByteArrayList failed = rows("SELECT run_id, IFNULL(table_name,'-'), error_code FROM "
                                       "db_sync_log WHERE status = 'FAILED' ORDER BY id");
    QCOMPARE(failed, (QByteArrayList{m_failed.toLatin1() + "|-|SYNC_001",
                                     m_failed.toLatin1() + "|t|SYNC_001"}));
}

void TestPeoplesQueries::averageDurationByStatus()
{
    runThemAll();
    const QByteArrayList found =
        rows("SELECT status, AVG(duration), COUNT(*) FROM db_sync_log GROUP BY status");
    QMap<QByteArray, QByteArrayList> byStatus;
    for (const QByteArray& row : found)
        byStatus.insert(row.split('|').first(), row.split('|'));
    QCOMPARE(byStatus.keys(), (QByteArrayList{"FAILED", "SUCCESS"}));
    QCOMPARE(byStatus["SUCCESS"].at(2), QByteArray("6"));
    for (const QByteArrayList& row : byStatus) {
        bool isNumber = false;
        const double average = row.at(1).toDouble(&isNumber);
        QVERIFY2(isNumber && average > 0 && average < 60, row.at(1).constData());
    }
}

void TestPeoplesQueries::runsWithConflicts()
{
    runThemAll();
    const QByteArrayList found =
        rows("SELECT run_id, IFNULL(table_name,'-') FROM db_sync_log WHERE error_message LIKE "
             "'%conflict%' ORDER BY id");
    QCOMPARE(found,
             (QByteArrayList{m_conflicting.toLatin1() + "|-", m_conflicting.toLatin1() + "|t"}));
}

void TestPeoplesQueries::newestFirstByStartTime()
{
    runThemAll();
    const QByteArrayList found = rows("SELECT run_id FROM db_sync_log WHERE table_name IS NULL "
                                      "ORDER BY start_time DESC LIMIT 10");
    QCOMPARE(found, (QByteArrayList{m_last.toLatin1(), m_conflicting.toLatin1(),
                                    m_failed.toLatin1(), m_first.toLatin1()}));
    QCOMPARE(rows("SELECT COUNT(*) FROM db_sync_log WHERE start_time > DATE_SUB(NOW(), INTERVAL 1 "
                  "HOUR)"),
             QByteArrayList{"8"});
}

void TestPeoplesQueries::rowsOlderThanThirtyDays()
{
    runThemAll();
    const QByteArray old = "created_at < DATE_SUB(NOW(), INTERVAL 30 DAY)";
    QCOMPARE(rows("SELECT COUNT(*) FROM db_sync_log WHERE " + old), QByteArrayList{"0"});
    m_pair->run(Side::Local, "UPDATE db_sync_log SET created_at = created_at - INTERVAL 31 DAY "
                             "WHERE run_id = '" +
                                 m_first.toLatin1() + "'");
    QCOMPARE(rows("SELECT COUNT(*) FROM db_sync_log WHERE " + old), QByteArrayList{"2"});
    m_pair->run(Side::Local, "DELETE FROM db_sync_log WHERE " + old);
    QCOMPARE(rows("SELECT COUNT(*) FROM db_sync_log"), QByteArrayList{"6"});
    QCOMPARE(sync().status, RunStatus::Success);
}

void TestPeoplesQueries::sideThatCannotBeReachedIsAFailedRun()
{
    Profile broken = m_pair->profile();
    broken.remote.database = QStringLiteral("gone");
    const SyncReport report = sync(broken);
    QCOMPARE(report.status, RunStatus::Failed);
    QCOMPARE(rows("SELECT run_id, IFNULL(table_name,'-'), error_code, end_time >= start_time, "
                  "duration >= 0, conflicts FROM db_sync_log WHERE status = 'FAILED'"),
             QByteArrayList{report.runId.toLatin1() + "|-|DB_CONN_004|1|1|0"});
    QCOMPARE(sync().status, RunStatus::Success);
}

void TestPeoplesQueries::previewOfAnUnreachableSideIsNotLogged()
{
    Profile broken = m_pair->profile();
    broken.remote.database = QStringLiteral("gone");
    QCOMPARE(sync(broken, true).status, RunStatus::Failed);
    broken.readOnly = true;
    QCOMPARE(sync(broken).status, RunStatus::Failed);
    QCOMPARE(rows("SELECT COUNT(*) FROM db_sync_log"), QByteArrayList{"0"});
}

QTEST_GUILESS_MAIN(TestPeoplesQueries)
#include "tst_peoples_queries.moc"
