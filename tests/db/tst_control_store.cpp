// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_schema.h"
#include "sync/control/control_store.h"
#include "sync/control/run_log.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

#include <memory>
#include <thread>

using namespace causeway;
using namespace causeway::test;

namespace {

// A server that a local side may have: MariaDB, or MySQL where there is one.
struct LocalSide {
    PairKind pair = PairKind::MariaDbMariaDb;
    Side side = Side::Local;
};

QDateTime at(int hour, int minute = 0, int ms = 0)
{
    return QDateTime(QDate(2026, 3, 1), QTime(hour, minute, 0, ms), Qt::UTC);
}

template<typename T>
T valueOf(Result<T> result)
{
    if (!result.ok())
        qFatal("%s", qUtf8Printable(result.error().message()));
    return std::move(result).value();
}

QString codeOf(const Status& status)
{
    return status.ok() ? QString() : errorCodeText(status.error().code);
}

template<typename T>
QString codeOf(const Result<T>& result)
{
    return result.ok() ? QString() : errorCodeText(result.error().code);
}

QByteArray quoted(const QByteArray& text)
{
    return '\'' + QByteArray(text).replace('\'', "''") + '\'';
}

} // namespace

Q_DECLARE_METATYPE(LocalSide)

class TestControlStore final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data();
    void init();
    void cleanup();

    void missingTablesAreCalledSo();
    void makingTheTablesTwiceChangesNothing();
    void configsComeByPriority();
    void savedConfigsComeBack();
    void savingIsAllOrNothing();
    void foreignValuesInConfig_data();
    void foreignValuesInConfig();
    void logIsFilteredAndPaged();
    void pruningKeepsWhatIsNeeded();
    void conflictsComeBackExactly();
    void conflictsAreFilteredAndPaged();
    void damagedConflictIsAnError();
    void runLogWritesRunAndTables();
    void runLogClosesInterruptedRuns();
    void runLogSaysConflict();
    void peoplesQueriesWork();
    void storesWorkSideBySide();

private:
    [[nodiscard]] SideConfig config() const;
    [[nodiscard]] ControlStore store() const { return valueOf(ControlStore::open(config())); }
    [[nodiscard]] Connection& connection() { return m_fixture->on(m_local.side); }
    void makeTables();
    void run(const QByteArray& sql) { m_fixture->run(m_local.side, sql); }
    [[nodiscard]] QByteArray value(const QByteArray& sql)
    {
        return m_fixture->value(m_local.side, sql);
    }
    void addLog(const QByteArray& runId, const QByteArray& table, const QByteArray& status,
                int hour);

    LocalSide m_local;
    std::unique_ptr<TwoSidedFixture> m_fixture;
};

void TestControlStore::initTestCase_data()
{
    QTest::addColumn<LocalSide>("local");
    QTest::newRow("mariadb") << LocalSide{};
    if (serverPairs().contains(PairKind::MySqlMariaDb))
        QTest::newRow("mysql9") << LocalSide{PairKind::MySqlMariaDb, Side::Remote};
}

void TestControlStore::init()
{
    QFETCH_GLOBAL(LocalSide, local);
    m_local = local;
    m_fixture = std::make_unique<TwoSidedFixture>(local.pair);
    makeTables();
}

void TestControlStore::cleanup()
{
    m_fixture.reset();
}

SideConfig TestControlStore::config() const
{
    return m_fixture->profile().side(m_local.side);
}

void TestControlStore::makeTables()
{
    for (const QByteArray& statement : controlTableStatements(Side::Local))
        run(statement);
}

void TestControlStore::addLog(const QByteArray& runId, const QByteArray& table,
                              const QByteArray& status, int hour)
{
    const QByteArray end = status == "RUNNING" ? QByteArray("NULL")
                                               : "'2026-03-01 " + QByteArray::number(hour) + ":30'";
    run("INSERT INTO db_sync_log SET run_id=" + quoted(runId) +
        ",table_name=" + (table.isEmpty() ? QByteArray("NULL") : quoted(table)) +
        ",sync_type='FULL',sync_direction='BOTH',status=" + quoted(status) +
        ",trigger_source='CLI',start_time='2026-03-01 " + QByteArray::number(hour) +
        ":00:00.123',end_time=" + end + ",duration=1.5");
}

void TestControlStore::missingTablesAreCalledSo()
{
    run("DROP TABLE db_sync_config, db_sync_log, db_sync_conflict");
    ControlStore opened = store();
    QCOMPARE(codeOf(opened.configs()), QStringLiteral("CFG_005"));
    QCOMPARE(codeOf(opened.log({})), QStringLiteral("CFG_005"));
    QCOMPARE(codeOf(opened.pruneLog(at(1), false)), QStringLiteral("CFG_005"));
    QCOMPARE(codeOf(opened.conflicts({})), QStringLiteral("CFG_005"));
    QCOMPARE(codeOf(opened.openConflictCount()), QStringLiteral("CFG_005"));
    QVERIFY(opened.configs().error().message().contains(config().database));
}

void TestControlStore::makingTheTablesTwiceChangesNothing()
{
    run("INSERT INTO db_sync_config (table_name) VALUES ('film')");
    run("INSERT INTO db_sync_state (pair_id, epoch) VALUES ('p', 18446744073709551615)");
    const auto before = m_fixture->checksums(m_local.side);
    makeTables();
    QCOMPARE(m_fixture->checksums(m_local.side), before);
    QStringList names = controlTableNames(Side::Local);
    names.sort();
    QCOMPARE(m_fixture->tables(m_local.side, true), names);
}

void TestControlStore::configsComeByPriority()
{
    run(QString::fromUtf8(
            "INSERT INTO db_sync_config (table_name, priority) VALUES ('b', 50), ('a', "
            "50), ('订单', 90), ('A', 50)")
            .toUtf8());
    const std::vector<TableConfig> rows = valueOf(store().configs());
    QStringList names;
    for (const TableConfig& row : rows)
        names << row.table;
    QCOMPARE(names, (QStringList{QString::fromUtf8("订单"), QStringLiteral("A"),
                                 QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(rows.at(0).enabled && rows.at(0).policy == Policy::Manual);
    QVERIFY(!rows.at(0).lastSyncTime && rows.at(0).lastSyncPosition.isNull());
    QVERIFY(qAbs(rows.at(0).createdAt.secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

void TestControlStore::savedConfigsComeBack()
{
    run("INSERT INTO db_sync_config (table_name, last_sync_time, last_sync_position, updated_at) "
        "VALUES ('film', '2026-03-01 02:30:00', 'p', '2020-01-01'), ('actor', NULL, NULL, "
        "'2020-01-01')");
    ControlStore opened = store();
    std::vector<TableConfig> rows = valueOf(opened.configs());
    QCOMPARE(rows.at(1).lastSyncTime, std::optional(at(2, 30)));
    rows[1].enabled = false;
    rows[1].type = SyncType::Full;
    rows[1].direction = Direction::LocalToRemote;
    rows[1].priority = -7;
    rows[1].policy = Policy::Skip;
    QVERIFY(opened.saveConfigs(rows).ok());
    const std::vector<TableConfig> saved = valueOf(store().configs());
    QVERIFY(saved.at(0) == rows.at(0)); // untouched, its updated_at too
    rows[1].updatedAt = saved.at(1).updatedAt;
    QVERIFY(saved.at(1) == rows.at(1));
    QVERIFY(saved.at(1).updatedAt > at(0));
}

void TestControlStore::savingIsAllOrNothing()
{
    run("INSERT INTO db_sync_config (table_name) VALUES ('actor'), ('film')");
    ControlStore opened = store();
    std::vector<TableConfig> rows = valueOf(opened.configs());
    rows[0].priority = 99;
    rows[1].id = 4711;
    QCOMPARE(codeOf(opened.saveConfigs(rows)), QStringLiteral("CFG_003"));
    QCOMPARE(value("SELECT MAX(priority) FROM db_sync_config"), QByteArray("50"));
    QVERIFY(opened.saveConfigs({rows[0]}).ok());
    QCOMPARE(value("SELECT MAX(priority) FROM db_sync_config"), QByteArray("99"));
}

void TestControlStore::foreignValuesInConfig_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("type") << QByteArray("sync_type") << QByteArray("UPSERT")
                          << QStringLiteral("CFG_002");
    QTest::newRow("type empty") << QByteArray("sync_type") << QByteArray("")
                                << QStringLiteral("CFG_002");
    QTest::newRow("policy") << QByteArray("conflict_resolution") << QByteArray("NEWEST_WINS")
                            << QStringLiteral("CFG_002");
    QTest::newRow("direction") << QByteArray("sync_direction") << QByteArray("SIDEWAYS")
                               << QStringLiteral("CFG_004");
    QTest::newRow("direction empty")
        << QByteArray("sync_direction") << QByteArray("") << QStringLiteral("CFG_004");
}

void TestControlStore::foreignValuesInConfig()
{
    QFETCH(QByteArray, column);
    QFETCH(QByteArray, value);
    QFETCH(QString, code);
    run("ALTER TABLE db_sync_config MODIFY " + column + " varchar(40)");
    run("INSERT INTO db_sync_config (table_name," + column + ") VALUES ('film'," + quoted(value) +
        ")");
    const auto rows = store().configs();
    QCOMPARE(codeOf(rows), code);
    const QString message = rows.error().message();
    QVERIFY2(message.contains(QLatin1String("film")), qPrintable(message));
    QVERIFY2(message.contains(QLatin1String(column)), qPrintable(message));
    QVERIFY2(message.contains(u'"' + QLatin1String(value) + u'"'), qPrintable(message));
}

void TestControlStore::logIsFilteredAndPaged()
{
    addLog("r1", "", "SUCCESS", 1);
    addLog("r1", "film", "SUCCESS", 1);
    addLog("r2", "", "FAILED", 2);
    addLog("r2", "film", "FAILED", 2);
    addLog("r3", "", "RUNNING", 3);
    ControlStore opened = store();
    const auto ids = [&](const LogFilter& filter) {
        QString text;
        for (const LogRow& row : valueOf(opened.log(filter)))
            text += QString::number(row.id) + u' ';
        return text.trimmed();
    };
    QCOMPARE(ids({}), QStringLiteral("5 4 3 2 1"));
    LogFilter filter;
    filter.limit = 2;
    QCOMPARE(ids(filter), QStringLiteral("5 4"));
    filter.beforeId = 4;
    QCOMPARE(ids(filter), QStringLiteral("3 2"));
    filter = {};
    filter.summariesOnly = true;
    QCOMPARE(ids(filter), QStringLiteral("5 3 1"));
    filter.status = RunStatus::Failed;
    QCOMPARE(ids(filter), QStringLiteral("3"));
    filter = {};
    filter.table = QStringLiteral("film");
    filter.runId = QStringLiteral("r1");
    QCOMPARE(ids(filter), QStringLiteral("2"));
    filter = {};
    filter.since = at(2, 0, 123);
    QCOMPARE(ids(filter), QStringLiteral("5 4 3"));
    filter.since = at(2, 0, 124);
    QCOMPARE(ids(filter), QStringLiteral("5"));
    const LogRow running = valueOf(opened.log({})).at(0);
    QVERIFY(running.table.isNull() && !running.endTime);
    QCOMPARE(running.startTime, at(3, 0, 123));
}

void TestControlStore::pruningKeepsWhatIsNeeded()
{
    addLog("r1", "", "SUCCESS", 1); // 1: goes
    addLog("r1", "film", "SUCCESS", 1);
    addLog("r2", "", "SUCCESS", 2); // kept: last run of actor
    addLog("r2", "actor", "SUCCESS", 2);
    addLog("r3", "", "RUNNING", 3); // kept: still going
    addLog("r3", "store", "SUCCESS", 3);
    addLog("r3b", "store", "SUCCESS", 4); // kept: last of store
    addLog("r4", "film", "SUCCESS", 5);   // goes
    addLog("r5", "", "SUCCESS", 6);       // kept: last summary, last of film
    addLog("r5", "film", "SUCCESS", 6);
    ControlStore opened = store();
    QCOMPARE(valueOf(opened.pruneLog(at(23), true)), 3);
    QCOMPARE(value("SELECT COUNT(*) FROM db_sync_log"), QByteArray("10"));
    QCOMPARE(valueOf(opened.pruneLog(at(1), true)), 0);
    QCOMPARE(valueOf(opened.pruneLog(at(2), false)), 2);
    QCOMPARE(valueOf(opened.pruneLog(at(23), false)), 1);
    QCOMPARE(value("SELECT GROUP_CONCAT(id ORDER BY id) FROM db_sync_log"),
             QByteArray("3,4,5,6,7,9,10"));
}

void TestControlStore::conflictsComeBackExactly()
{
    const QByteArray key = QString::fromUtf8("[[\"id\",\"7\"],[\"名\",\"it's \\\\ 🍵\"]]").toUtf8();
    run("INSERT INTO db_sync_conflict SET run_id='r1',table_name='film',row_key=" +
        QByteArray(quoted(key)).replace("\\", "\\\\") +
        ",key_hash=UNHEX(REPEAT('ab',32)),kind='UPDATE_DELETE',remote_row='[[\"z\",null],"
        "[\"a\",{\"hex\":\"ff00\"}]]',remote_digest=18446744073709551615,policy='MANUAL',"
        "found_at='2026-03-01 01:00:00.123456',updated_at='2026-03-01 02:00:00.5',message='no'");
    const ConflictRow row = valueOf(store().conflicts({})).at(0);
    const RowImage wanted{{QStringLiteral("id"), QString::fromUtf8("名")},
                          {Cell{QByteArray("7")}, Cell{QString::fromUtf8("it's \\ 🍵").toUtf8()}}};
    QVERIFY(row.key == wanted);
    QVERIFY(row.remote == (RowImage{{QStringLiteral("z"), QStringLiteral("a")},
                                    {Cell{}, Cell{QByteArray::fromHex("ff00")}}}));
    QVERIFY(!row.local && !row.base && !row.settledHow && !row.settledAt);
    QCOMPARE(row.remoteDigest, std::numeric_limits<quint64>::max());
    QCOMPARE(toText(row.kind), QStringLiteral("UPDATE_DELETE"));
    QCOMPARE(row.foundAt, at(1, 0, 123));
    QCOMPARE(row.updatedAt, at(2, 0, 500));
    QCOMPARE(row.message, QStringLiteral("no"));
}

void TestControlStore::conflictsAreFilteredAndPaged()
{
    const QByteArray head = "INSERT INTO db_sync_conflict (run_id,table_name,row_key,key_hash,kind,"
                            "policy,state,settled_how,settled_at,settled_by) VALUES ";
    const QByteArray hash = "UNHEX(REPEAT('00',32))";
    run(head + "('r','film','[]'," + hash + ",'UNIQUE','MANUAL','OPEN',NULL,NULL,NULL)," +
        "('r','film','[]'," + hash + ",'REJECTED','SKIP','OPEN',NULL,NULL,NULL)," +
        "('r','actor','[]'," + hash +
        ",'UNIQUE','MANUAL','SETTLED','MERGED','2026-03-01 04:00','ann')," + "('r','actor','[]'," +
        hash + ",'INSERT_INSERT','MANUAL','OPEN',NULL,NULL,NULL)");
    ControlStore opened = store();
    const auto ids = [&](const ConflictFilter& filter) {
        QString text;
        for (const ConflictRow& row : valueOf(opened.conflicts(filter)))
            text += QString::number(row.id) + u' ';
        return text.trimmed();
    };
    QCOMPARE(ids({}), QStringLiteral("1 2 3 4"));
    QCOMPARE(ids({ConflictState::Open, {}, {}, 2, 1}), QStringLiteral("2 4"));
    QCOMPARE(ids({{}, QStringLiteral("actor"), {}, 200, 0}), QStringLiteral("3 4"));
    QCOMPARE(ids({{}, {}, ConflictKind::Unique, 200, 0}), QStringLiteral("1 3"));
    QCOMPARE(valueOf(opened.openConflictCount()), 3);
    QCOMPARE(valueOf(opened.conflictsById({})).size(), std::size_t{0});
    const auto some = valueOf(opened.conflictsById({3, 99, 1}));
    QCOMPARE(some.size(), std::size_t{2});
    QCOMPARE(some.at(1).settledHow, std::optional(Settlement::Merged));
    QCOMPARE(some.at(1).settledBy, QStringLiteral("ann"));
    QCOMPARE(some.at(1).settledAt, std::optional(at(4)));
}

void TestControlStore::damagedConflictIsAnError()
{
    run("INSERT INTO db_sync_conflict SET run_id='r',table_name='film',row_key='[]',kind='UNIQUE',"
        "key_hash=UNHEX(REPEAT('00',32)),remote_row='[[\"a\"',policy='MANUAL'");
    const auto rows = store().conflicts({});
    QCOMPARE(codeOf(rows), QStringLiteral("CFG_002"));
    QVERIFY(rows.error().message().contains(QLatin1String("remote_row")));
}

void TestControlStore::runLogWritesRunAndTables()
{
    run("INSERT INTO db_sync_config (table_name, updated_at) VALUES ('film', '2020-01-01'), "
        "('actor', "
        "'2020-01-01')");
    QDateTime now = at(5);
    RunLog log(connection(), [&] { return now; });
    SyncRequest request;
    request.trigger = TriggerSource::Schedule;
    request.type = SyncType::Full;
    QVERIFY(log.begin(QStringLiteral("run-1"), request).ok());
    QCOMPARE(value("SELECT CONCAT_WS('|',status,trigger_source,sync_type,sync_direction,start_time,"
                   "IFNULL(end_time,'-'),IFNULL(duration,'-')) FROM db_sync_log"),
             QByteArray("RUNNING|SCHEDULE|FULL|BOTH|2026-03-01 05:00:00.000|-|-"));

    SyncReport report;
    TableOutcome film;
    film.table = QStringLiteral("film");
    film.remoteToLocal = {1, 2, 3};
    film.localToRemote = {10, 20, 30};
    film.remoteRows = 1000;
    film.localRows = 998;
    film.skipped = 4;
    film.duration = std::chrono::milliseconds(1250);
    TableOutcome actor;
    actor.table = QStringLiteral("actor");
    actor.status = RunStatus::Failed;
    actor.error = makeError(ErrorCode::SyncStructure, actor.table);
    report.tables = {film, actor};
    report.status = RunStatus::Partial;
    report.duration = std::chrono::milliseconds(2500);
    now = at(6);
    QVERIFY(log.tableFinished(film).ok());
    QVERIFY(log.tableFinished(actor).ok());
    QVERIFY(log.finish(report).ok());

    const std::vector<LogRow> rows = valueOf(store().log({}));
    QCOMPARE(rows.size(), std::size_t{3});
    const LogRow& summary = rows.at(2);
    QVERIFY(summary.table.isNull() && summary.status == RunStatus::Partial);
    QCOMPARE(summary.startTime, at(5));
    QCOMPARE(summary.endTime, std::optional(at(6)));
    QCOMPARE(summary.durationSeconds, 2.5);
    QCOMPARE(summary.remoteRows, 1000);
    QVERIFY(summary.localToRemote == (ChangeCounts{10, 20, 30}));
    QCOMPARE(summary.errorCode, QStringLiteral("SYNC_001"));
    const LogRow& filmRow = rows.at(1);
    QVERIFY(filmRow.table == film.table && filmRow.remoteToLocal == film.remoteToLocal);
    QCOMPARE(filmRow.startTime, at(6).addMSecs(-1250));
    QCOMPARE(filmRow.durationSeconds, 1.25);
    QCOMPARE(filmRow.localRows, 998);
    QVERIFY(filmRow.errorCode.isNull() && filmRow.errorMessage.isNull());
    QCOMPARE(rows.at(0).errorMessage, actor.error->message());
    QCOMPARE(value("SELECT CONCAT_WS('|',rows_inserted,rows_updated,rows_deleted) FROM db_sync_log "
                   "WHERE table_name='film'"),
             QByteArray("11|22|33"));
    QCOMPARE(m_fixture->rows(m_local.side, "SELECT table_name,last_sync_time,last_sync_position,"
                                           "updated_at FROM db_sync_config ORDER BY 1"),
             (QByteArrayList{"actor|NULL|NULL|2020-01-01 00:00:00",
                             "film|2026-03-01 06:00:00|run-1|2020-01-01 00:00:00"}));
}

void TestControlStore::runLogClosesInterruptedRuns()
{
    addLog("dead", "", "RUNNING", 3);
    addLog("done", "", "SUCCESS", 2);
    RunLog log(connection(), [] { return at(5); });
    QVERIFY(log.begin(QStringLiteral("run-1"), SyncRequest{}).ok());
    const std::vector<LogRow> rows = valueOf(store().log({}));
    QCOMPARE(toText(rows.at(0).status), QStringLiteral("RUNNING"));
    const LogRow& dead = rows.at(2);
    QCOMPARE(toText(dead.status), QStringLiteral("FAILED"));
    QCOMPARE(dead.errorCode, QStringLiteral("SYNC_005"));
    QVERIFY(dead.errorMessage.contains(QLatin1String("interrupted")));
    QCOMPARE(dead.endTime, std::optional(at(5)));
    QCOMPARE(dead.durationSeconds, 7199.877);
    QCOMPARE(toText(rows.at(1).status), QStringLiteral("SUCCESS"));
}

void TestControlStore::runLogSaysConflict()
{
    QCOMPARE(conflictNote(0, 0), QString());
    QCOMPARE(conflictNote(1, 0), QStringLiteral("1 conflict was settled"));
    QCOMPARE(conflictNote(5, 1), QStringLiteral("1 conflict waits for a decision"));
    RunLog log(connection());
    QVERIFY(log.begin(QStringLiteral("run-1"), SyncRequest{}).ok());
    SyncReport report;
    TableOutcome film;
    film.table = QStringLiteral("film");
    film.conflicts = 4;
    film.openConflicts = 3;
    film.error = makeError(ErrorCode::SyncGuard, QStringLiteral("film"));
    report.tables = {film};
    QVERIFY(log.tableFinished(film).ok() && log.finish(report).ok());
    QCOMPARE(value("SELECT COUNT(*) FROM db_sync_log WHERE error_message LIKE '%conflict%'"),
             QByteArray("2"));
    QVERIFY(value("SELECT error_message FROM db_sync_log WHERE table_name='film'")
                .endsWith("; 3 conflicts wait for a decision"));
}

void TestControlStore::peoplesQueriesWork()
{
    addLog("r1", "", "SUCCESS", 1);
    addLog("r2", "", "FAILED", 2);
    QCOMPARE(value("SELECT COUNT(*) FROM db_sync_log WHERE status = 'FAILED'"), QByteArray("1"));
    QCOMPARE(value("SELECT AVG(duration) FROM db_sync_log WHERE status='FAILED' GROUP BY status"),
             QByteArray("1.5000000"));
    QCOMPARE(
        value("SELECT COUNT(*) FROM db_sync_log WHERE created_at < DATE_SUB(NOW(), INTERVAL 30 "
              "DAY)"),
        QByteArray("0"));
    QCOMPARE(value("SELECT run_id FROM db_sync_log ORDER BY start_time DESC LIMIT 1"),
             QByteArray("r2"));
}

void TestControlStore::storesWorkSideBySide()
{
    run("INSERT INTO db_sync_config (table_name) VALUES ('film')");
    const auto work = [side = config()](std::size_t& found) {
        for (int i = 0; i < 20; ++i) {
            auto opened = ControlStore::open(side);
            found += opened.ok() ? valueOf(opened->configs()).size() : 0;
        }
    };
    std::size_t first = 0;
    std::size_t second = 0;
    {
        const std::jthread one(work, std::ref(first));
        const std::jthread two(work, std::ref(second));
    }
    QCOMPARE(first, std::size_t{20});
    QCOMPARE(second, std::size_t{20});
}

QTEST_GUILESS_MAIN(TestControlStore)
#include "tst_control_store.moc"
