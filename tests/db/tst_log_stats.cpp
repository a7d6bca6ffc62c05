// SPDX-License-Identifier: GPL-3.0-or-later
// What the history adds up to, on both kinds of server, held against sums made here.
#include "sync/control/control_schema.h"
#include "sync/control/control_store.h"
#include "sync/control/log_stats.h"
#include "sync/control/prune_preview.h"
#include "tests/support/dice.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace causeway;
using namespace causeway::test;

namespace {

// A server that a local side may have: MariaDB, or MySQL where there is one.
struct LocalSide {
    PairKind pair = PairKind::MariaDbMariaDb;
    Side side = Side::Local;
};

template<typename T>
T valueOf(Result<T> result)
{
    if (!result.ok())
        qFatal("%s", qUtf8Printable(result.error().message()));
    return std::move(result).value();
}

QDateTime at(int day, int hour = 0)
{
    return QDateTime(QDate(2026, 3, day), QTime(hour, 0), Qt::UTC);
}

bool isNear(double a, double b)
{
    return qAbs(a - b) < 0.0005;
}

double nearestRank(std::vector<double> sorted, double share)
{
    const double place = std::ceil(static_cast<double>(sorted.size()) * share - 1e-9);
    return sorted[static_cast<std::size_t>(place) - 1];
}

} // namespace

Q_DECLARE_METATYPE(LocalSide)

class TestLogStats final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data();
    void init();
    void cleanup() { m_fixture.reset(); }

    void emptyHistory();
    void missingTablesAreCalledSo();
    void runsAndTablesAreCounted();
    void durationsAsCountedHere();
    void periodIncludesItsBeginningOnly();
    void conflictsPerTableAndDay();
    void previewTellsWhatPruningRemoves();

private:
    void run(const QByteArray& sql) { m_fixture->run(m_local.side, sql); }
    [[nodiscard]] SideConfig config() const { return m_fixture->profile().side(m_local.side); }
    [[nodiscard]] LogStats stats() const
    {
        return valueOf(readLogStats(config(), at(1), at(30), QTimeZone::utc()));
    }
    /// @p more: further assignments. @p table empty: a whole run.
    void addLog(const QByteArray& table, const QByteArray& status, const QByteArray& start,
                const QByteArray& more = "duration=1");
    void addConflict(const QByteArray& table, const QByteArray& found, const QByteArray& settled);

    LocalSide m_local;
    std::unique_ptr<TwoSidedFixture> m_fixture;
};

void TestLogStats::initTestCase_data()
{
    QTest::addColumn<LocalSide>("local");
    QTest::newRow("mariadb") << LocalSide{};
    if (serverPairs().contains(PairKind::MySqlMariaDb))
        QTest::newRow("mysql9") << LocalSide{PairKind::MySqlMariaDb, Side::Remote};
}

void TestLogStats::init()
{
    QFETCH_GLOBAL(LocalSide, local);
    m_local = local;
    m_fixture = std::make_unique<TwoSidedFixture>(local.pair);
    for (const QByteArray& statement : controlTableStatements(Side::Local))
        run(statement);
}

void TestLogStats::addLog(const QByteArray& table, const QByteArray& status,
                          const QByteArray& start, const QByteArray& more)
{
    run("INSERT INTO db_sync_log SET run_id='r',table_name=" +
        (table.isEmpty() ? QByteArray("NULL") : "'" + table + "'") +
        ",sync_type='FULL',sync_direction='BOTH',trigger_source='CLI',status='" + status +
        "',start_time='" + start + "'" + (more.isEmpty() ? QByteArray() : "," + more));
}

void TestLogStats::addConflict(const QByteArray& table, const QByteArray& found,
                               const QByteArray& settled)
{
    const QByteArray state =
        settled.isEmpty() ? QByteArray("state='OPEN'")
                          : "state='SETTLED',settled_how='LOCAL',settled_at='" + settled + "'";
    run("INSERT INTO db_sync_conflict SET run_id='c',table_name='" + table +
        "',row_key='[]',key_hash=REPEAT('x',32),kind='UPDATE_UPDATE',policy='MANUAL',found_at='" +
        found + "'," + state);
}

void TestLogStats::emptyHistory()
{
    const LogStats none = stats();
    QCOMPARE(none.runs.entries, 0);
    QVERIFY(!none.runs.durations && !none.runs.successRate() && !none.runs.rowsPerSecond());
    QVERIFY(none.tables.empty() && none.days.empty());
}

void TestLogStats::missingTablesAreCalledSo()
{
    run("DROP TABLE db_sync_conflict");
    const auto refused = readLogStats(config(), at(1), at(30), QTimeZone::utc());
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == ErrorCode::CfgNotInitialised);
}

void TestLogStats::runsAndTablesAreCounted()
{
    addLog("", "SUCCESS", "2026-03-02 01:00:00",
           "duration=2,remote_to_local_inserted=5,local_to_remote_deleted=3,rows_read_remote=100,"
           "rows_read_local=90");
    addLog("film", "SUCCESS", "2026-03-02 01:00:00",
           "duration=1.5,remote_to_local_inserted=5,local_to_remote_deleted=3");
    addLog("actor", "SUCCESS", "2026-03-02 01:00:01", "duration=0.25");
    addLog("", "FAILED", "2026-03-02 02:00:00", "duration=10");
    addLog("film", "FAILED", "2026-03-02 02:00:00", "duration=10");
    addLog("", "PARTIAL", "2026-03-03 02:00:00", "duration=4,local_to_remote_updated=4");
    addLog("", "CANCELLED", "2026-03-03 03:00:00", "duration=1");
    addLog("", "RUNNING", "2026-03-03 04:00:00", "");
    const LogStats all = stats();
    const LogGroup& runs = all.runs;
    QCOMPARE((QList<qint64>{runs.entries, runs.success, runs.partial, runs.failed, runs.cancelled,
                            runs.running, runs.rowsWritten, runs.rowsRead}),
             (QList<qint64>{5, 1, 1, 1, 1, 1, 12, 190}));
    QVERIFY(isNear(*runs.successRate(), 1.0 / 3));
    QVERIFY(isNear(*runs.rowsPerSecond(), 2)); // 12 rows in the 6 seconds of those that wrote
    QVERIFY(runs.durations == (std::optional<DurationStats>{{4.25, 3, 10, 10}}));
    QCOMPARE(all.tables.size(), std::size_t{2});
    QCOMPARE(all.tables[0].table, QStringLiteral("actor"));
    QVERIFY(!all.tables[0].group.rowsPerSecond());
    QCOMPARE(all.tables[1].group.failed, 1);
    QVERIFY(isNear(*all.tables[1].group.rowsPerSecond(), 8 / 1.5));
    QCOMPARE(all.days.size(), std::size_t{28});
    QVERIFY(all.days[0] == (DayStats{QDate(2026, 3, 2), 2, 1, 0, 0, 0}));
    QVERIFY(all.days[1] == (DayStats{QDate(2026, 3, 3), 3, 0, 0, 0, 0}));
    QVERIFY(all.days.back() == (DayStats{QDate(2026, 3, 29), 0, 0, 0, 0, 0}));
}

void TestLogStats::durationsAsCountedHere()
{
    Dice dice(20260301);
    for (const int count : {1, 2, 3, 19, 20, 21, 40, 101}) {
        run("DELETE FROM db_sync_log");
        std::vector<double> durations;
        QByteArray rows;
        for (int i = 0; i < count; ++i) {
            const int ms = dice.below(90'000);
            durations.push_back(ms / 1000.0);
            rows += (i > 0 ? QByteArray(",") : QByteArray()) +
                    "('r',NULL,'FULL','BOTH','SUCCESS','CLI','2026-03-02'," +
                    QByteArray::number(ms / 1000.0, 'f', 3) + ")";
        }
        run("INSERT INTO db_sync_log (run_id,table_name,sync_type,sync_direction,status,"
            "trigger_source,start_time,duration) VALUES " +
            rows);
        std::sort(durations.begin(), durations.end());
        const std::size_t half = durations.size() / 2;
        const double median = durations.size() % 2 == 1
                                  ? durations[half]
                                  : (durations[half - 1] + durations[half]) / 2;
        double sum = 0;
        for (const double one : durations)
            sum += one;
        const DurationStats found = stats().runs.durations.value();
        QVERIFY2(isNear(found.median, median), qPrintable(QString::number(count)));
        QVERIFY2(isNear(found.p95, nearestRank(durations, 0.95)),
                 qPrintable(QString::number(count)));
        QVERIFY2(isNear(found.longest, durations.back()), qPrintable(QString::number(count)));
        QVERIFY2(isNear(found.average, sum / count), qPrintable(QString::number(count)));
    }
}

void TestLogStats::periodIncludesItsBeginningOnly()
{
    addLog("", "SUCCESS", "2026-02-28 23:59:59.999");
    addLog("", "SUCCESS", "2026-03-01 00:00:00");
    addLog("", "SUCCESS", "2026-03-29 23:59:59.999");
    addLog("", "SUCCESS", "2026-03-30 00:00:00");
    QCOMPARE(stats().runs.entries, 2);
}

void TestLogStats::conflictsPerTableAndDay()
{
    addConflict("film", "2026-02-20 10:00:00", "");                    // open since before
    addConflict("film", "2026-02-21 10:00:00", "2026-02-22 10:00:00"); // all before
    addConflict("film", "2026-02-21 10:00:00", "2026-03-03 09:00:00"); // settled in it
    addConflict("film", "2026-03-02 10:00:00", "2026-03-02 11:00:00");
    addConflict("actor", "2026-03-02 10:00:00", "");
    addConflict("actor", "2026-03-03 10:00:00", "2026-04-02 11:00:00"); // settled after it
    addLog("store", "SUCCESS", "2026-03-02 01:00:00");
    const LogStats all = stats();
    QCOMPARE(all.runs.conflictsFound, 3);
    QCOMPARE(all.runs.conflictsSettled, 2);
    QCOMPARE(all.runs.conflictsOpen, 2);
    QCOMPARE(all.tables.size(), std::size_t{3}); // actor, film, store
    QCOMPARE(all.tables[0].group.conflictsFound, 2);
    QCOMPARE(all.tables[1].group.conflictsSettled, 2);
    QCOMPARE(all.tables[1].group.conflictsOpen, 1);
    QCOMPARE(all.tables[2].group.conflictsFound, 0);
    QVERIFY(all.days.at(0) == (DayStats{QDate(2026, 3, 2), 0, 0, 2, 1, 3}));
    QVERIFY(all.days.at(1) == (DayStats{QDate(2026, 3, 3), 0, 0, 1, 1, 3}));
}

/// The rules of pruning: the last run of each table stays, and runs whose conflicts are open, and
/// every conflict.
void TestLogStats::previewTellsWhatPruningRemoves()
{
    const auto add = [this](const QByteArray& runId, const QByteArray& table, int day) {
        const QByteArray date = "'2026-03-0" + QByteArray::number(day);
        run("INSERT INTO db_sync_log SET run_id='" + runId + "',table_name=" + table +
            ",sync_type='FULL',sync_direction='BOTH',status='SUCCESS',trigger_source='CLI',"
            "start_time=" +
            date + " 10:00:00.500',end_time=" + date + " 10:00:30',duration=29.5");
    };
    for (const QByteArray& table : {QByteArray("NULL"), QByteArray("'film'")}) {
        add("r1", table, 1);
        add("c", table, 2); // has an open conflict
        add("r3", table, 3);
        add("s", table, 4); // its conflict is settled
        add("r5", table, 5);
    }
    add("r1", "'gone'", 1); // a table that took part in that run only
    add("r6", "'actor'", 6);
    addConflict("film", "2026-03-02 10:00:10", "");
    run("UPDATE db_sync_conflict SET run_id='c'");
    addConflict("film", "2026-03-04 10:00:10", "2026-03-04 11:00:00");
    run("UPDATE db_sync_conflict SET run_id='s' WHERE state='SETTLED'");

    const PrunePreview preview = valueOf(previewPrune(config(), at(20)));
    QCOMPARE(preview.rows, 4); // r3 and s
    QCOMPARE(preview.runs, 2);
    QCOMPARE(preview.first, std::optional(at(3, 10).addMSecs(500)));
    QCOMPARE(preview.last, std::optional(at(4, 10).addMSecs(500)));
    QCOMPARE(preview.keptRows, 8);
    QCOMPARE(m_fixture->value(m_local.side, "SELECT COUNT(*) FROM db_sync_log"), QByteArray("12"));
    ControlStore store = valueOf(ControlStore::open(config()));
    QCOMPARE(valueOf(store.pruneLog(at(20), false)), preview.rows);
    QCOMPARE(
        m_fixture->value(m_local.side,
                         "SELECT GROUP_CONCAT(DISTINCT run_id ORDER BY run_id) FROM db_sync_log"),
        QByteArray("c,r1,r5,r6"));
    QCOMPARE(m_fixture->value(m_local.side, "SELECT COUNT(*) FROM db_sync_conflict"),
             QByteArray("2"));
    const PrunePreview again = valueOf(previewPrune(config(), at(20)));
    QVERIFY(again.rows == 0 && again.runs == 0 && !again.first && !again.last);
}

QTEST_GUILESS_MAIN(TestLogStats)
#include "tst_log_stats.moc"
