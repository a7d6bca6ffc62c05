// SPDX-License-Identifier: GPL-3.0-or-later
// The troubleshooter on real pairs that something is wrong with: it finds it, says so, changes
// nothing unasked, and repairs only what is safe.
#include "sync/control/control_schema.h"
#include "sync/doctor/doctor.h"
#include "sync/run/pair_lock.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;
using doctor::DoctorOptions;
using doctor::DoctorReport;
using doctor::Finding;
using doctor::FixKind;
using doctor::Severity;

class TestDoctor final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void soundPairIsSoundAndUntouched();
    void refusedConnection();
    void missingDatabase();
    void wrongPasswordAndMissingRights();
    void controlTablesAreMadeAndNothingIsSwitchedOn();
    void columnsAreAddedWhereThatIsSafe();
    void memoryWithoutStateIsLeftAlone();
    void readOnlyProfileIsNotRepaired();
    void staleRunsAreClosed();
    void runAtWorkIsLeftAlone();
    void runnerThatIsGone();
    void runnerThatLivesIsLeftAlone();
    void scheduleThatNobodyRuns();
    void scheduleThatIsStuckOrFails();
    void conflictsSuggestAPolicy();
    void expiredUndoIsRemoved();
    void structuresThatDiffer();
    void settingsThatEndanger();
    void sessionsNearTheLimit();
    void differencesAreCounted();
    void pairThatIsAnother();
    void slowAndLargeRuns();
    void lastRunFailed();
    void diskIsShort();
    void whatIsIgnoredIsNotTold();

private:
    void setUp() { QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok()); }
    void sync();
    [[nodiscard]] DoctorReport look(const DoctorOptions& options = {}) const
    {
        return doctor::examine(m_pair->profile(), options, {});
    }
    [[nodiscard]] DoctorReport fix() const
    {
        return doctor::examineAndRepair(m_pair->profile(), {}, {});
    }
    static Finding find(const DoctorReport& report, const QString& id);
    void logRow(const QByteArray& values)
    {
        m_pair->run(Side::Local,
                    "INSERT INTO db_sync_log SET sync_type='FULL',sync_direction='BOTH',"
                    "trigger_source='CLI',start_time=UTC_TIMESTAMP(3)," +
                        values);
    }
    [[nodiscard]] QByteArray local(const QByteArray& sql)
    {
        return m_pair->value(Side::Local, sql);
    }

    std::unique_ptr<TwoSidedFixture> m_pair;
};

void TestDoctor::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (1,'one')");
}

void TestDoctor::sync()
{
    SyncRequest request;
    request.profile = m_pair->profile();
    ProgressMailbox mailbox;
    QCOMPARE(runSync(request, {}, mailbox).status, RunStatus::Success);
}

/// An empty Finding when there is none.
Finding TestDoctor::find(const DoctorReport& report, const QString& id)
{
    for (const Finding& finding : report.findings) {
        if (finding.id == id)
            return finding;
    }
    qWarning("no finding %s", qPrintable(id));
    return {};
}

void TestDoctor::soundPairIsSoundAndUntouched()
{
    setUp();
    sync();
    const auto remote = m_pair->checksums(Side::Remote);
    const auto localBefore = m_pair->checksums(Side::Local);
    DoctorOptions options;
    options.compare = true;
    const DoctorReport report = look(options);
    for (const Finding& finding : report.findings) {
        // the servers of the tests are made to forget, and the machine may be busy
        const bool isExpected = finding.id.startsWith(QLatin1String("durability")) ||
                                finding.id.startsWith(QLatin1String("machine"));
        QVERIFY2(finding.severity == Severity::Ok || isExpected,
                 qPrintable(finding.id + QLatin1Char(' ') + finding.what));
        QVERIFY(!finding.what.isEmpty());
        QCOMPARE(finding.fix == FixKind::None, finding.severity == Severity::Ok);
    }
    QCOMPARE(report.notExamined, QStringList());
    QVERIFY(report.repairs.empty() && !report.interrupted);
    for (const char* id : {"connection.local", "clock.remote", "control_tables", "pair", "config",
                           "structure", "stale_runs", "last_run", "consistency", "consistency.now",
                           "scheduler", "speed.rows", "conflicts", "retention.undo"})
        QCOMPARE(find(report, QLatin1String(id)).severity, Severity::Ok);
    QVERIFY(fix().repairs.empty());
    QCOMPARE(m_pair->checksums(Side::Remote), remote);
    QCOMPARE(m_pair->checksums(Side::Local), localBefore);
}

void TestDoctor::refusedConnection()
{
    Profile profile = m_pair->profile();
    profile.remote.socket.clear();
    profile.remote.host = QStringLiteral("127.0.0.1");
    profile.remote.port = 1;
    const DoctorReport report = doctor::examineAndRepair(profile, {}, {});
    const Finding refused = find(report, QStringLiteral("connection.remote"));
    QCOMPARE(refused.severity, Severity::Problem);
    QCOMPARE(refused.code, std::optional(ErrorCode::ConnFailed));
    QCOMPARE(refused.fix, FixKind::Advice);
    QVERIFY(refused.steps.size() >= 3 && refused.steps.join(QString()).contains(u"127.0.0.1 1"));
    QCOMPARE(find(report, QStringLiteral("connection.local")).severity, Severity::Ok);
    // what one side alone can tell is told
    QCOMPARE(find(report, QStringLiteral("settings.sql_mode.local")).severity, Severity::Ok);
    QVERIFY(report.notExamined.contains(QLatin1String("control_tables")));
    QVERIFY(report.repairs.empty() && !report.isHealthy());
}

void TestDoctor::missingDatabase()
{
    Profile profile = m_pair->profile();
    profile.local.database = QStringLiteral("no_such_place");
    const DoctorReport report = doctor::examine(profile, {}, {});
    const Finding missing = find(report, QStringLiteral("connection.local"));
    QCOMPARE(missing.code, std::optional(ErrorCode::ConnNoDatabase));
    QVERIFY(missing.steps.join(QString()).contains(u"no_such_place"));
    QVERIFY(report.notExamined.contains(QLatin1String("scheduler")));
}

void TestDoctor::wrongPasswordAndMissingRights()
{
    m_pair->run(Side::Remote, "CREATE USER 'reader'@'localhost' IDENTIFIED BY 'right';"
                              "GRANT SELECT ON " +
                                  m_pair->database().toUtf8() + ".* TO 'reader'@'localhost'");
    Profile profile = m_pair->profile();
    profile.remote.user = QStringLiteral("reader");
    profile.remote.password = QStringLiteral("wrong");
    const Finding refused =
        find(doctor::examine(profile, {}, {}), QStringLiteral("connection.remote"));
    profile.remote.password = QStringLiteral("right");
    const DoctorReport report = doctor::examine(profile, {}, {});
    m_pair->run(Side::Remote, "DROP USER 'reader'@'localhost'");
    QCOMPARE(refused.code, std::optional(ErrorCode::ConnAuth));
    QVERIFY(!refused.evidence.join(QString()).contains(u"wrong"));
    const Finding rights = find(report, QStringLiteral("privileges.remote"));
    QCOMPARE(rights.severity, Severity::Problem);
    QCOMPARE(rights.code, std::optional(ErrorCode::SysPermission));
    QVERIFY2(rights.steps.join(QString()).contains(u"INSERT"), qPrintable(rights.what));
}

void TestDoctor::controlTablesAreMadeAndNothingIsSwitchedOn()
{
    const DoctorReport before = look();
    const Finding missing = find(before, QStringLiteral("control_tables"));
    QCOMPARE(missing.code, std::optional(ErrorCode::CfgNotInitialised));
    QCOMPARE(missing.fix, FixKind::Safe);
    QCOMPARE(missing.statements.size(), std::size_t{6});
    QVERIFY(before.notExamined.contains(QLatin1String("scheduler")));
    QCOMPARE(m_pair->tables(Side::Local, true), QStringList{QStringLiteral("t")}); // only looked

    const DoctorReport after = fix();
    QCOMPARE(after.repairs.size(), std::size_t{2}); // the tables, then the row of t
    QCOMPARE(after.repairs[0].check, QStringLiteral("control_tables"));
    const std::vector<doctor::Statement>& done = after.repairs[0].statements;
    QCOMPARE(done.size(), missing.statements.size() + 2); // and a row of db_sync_state per side
    QVERIFY(std::equal(missing.statements.begin(), missing.statements.end(), done.begin()));
    QVERIFY(done.back().side == Side::Remote &&
            done.back().sql.startsWith(QLatin1String("INSERT INTO db_sync_state")));
    QCOMPARE(after.repairs[1].check, QStringLiteral("config"));
    QVERIFY(!after.repairs[0].error && !after.repairs[1].error);
    QCOMPARE(find(after, QStringLiteral("control_tables")).severity, Severity::Ok);
    QCOMPARE(find(after, QStringLiteral("pair")).severity, Severity::Ok);
    for (const QString& name : controlTableNames(Side::Local))
        QVERIFY(m_pair->tables(Side::Local, true).contains(name));
    QCOMPARE(local("SELECT CONCAT(table_name,sync_enabled) FROM db_sync_config"), QByteArray("t0"));
    const DoctorReport again = fix();
    QVERIFY(again.repairs.empty());
    QCOMPARE(find(again, QStringLiteral("structure")).severity,
             Severity::Warn); // nothing is synced
}

void TestDoctor::columnsAreAddedWhereThatIsSafe()
{
    setUp();
    sync();
    m_pair->run(Side::Local, "ALTER TABLE db_sync_log DROP COLUMN rows_inserted, DROP COLUMN "
                             "error_message, DROP COLUMN conflicts");
    const Finding missing = find(look(), QStringLiteral("control_tables"));
    QCOMPARE(missing.fix, FixKind::Safe);
    QCOMPARE(missing.statements.size(), std::size_t{3});
    const DoctorReport after = fix();
    QCOMPARE(after.repairs.size(), std::size_t{1});
    QCOMPARE(find(after, QStringLiteral("control_tables")).severity, Severity::Ok);
    QCOMPARE(local("SELECT CONCAT(rows_inserted,conflicts) FROM db_sync_log WHERE table_name='t'"),
             QByteArray("10"));
    sync();

    m_pair->run(Side::Local, "ALTER TABLE db_sync_config DROP COLUMN sync_direction");
    const DoctorReport decided = fix();
    QCOMPARE(find(decided, QStringLiteral("control_tables")).fix, FixKind::Advice);
    QVERIFY(decided.repairs.empty());
}

void TestDoctor::memoryWithoutStateIsLeftAlone()
{
    setUp();
    sync();
    for (const char* table : {"db_sync_state", "db_sync_config"}) {
        const QByteArray name(table);
        m_pair->run(Side::Local, "RENAME TABLE " + name + " TO kept_aside");
        const DoctorReport report = fix();
        const Finding finding = find(report, QStringLiteral("control_tables"));
        QCOMPARE(finding.severity, Severity::Problem);
        QCOMPARE(finding.fix, FixKind::Confirm);
        QVERIFY(report.repairs.empty());
        QVERIFY(!m_pair->tables(Side::Local, true).contains(QLatin1String(table)));
        m_pair->run(Side::Local, "RENAME TABLE kept_aside TO " + name);
    }
}

void TestDoctor::readOnlyProfileIsNotRepaired()
{
    Profile profile = m_pair->profile();
    profile.readOnly = true;
    const DoctorReport report = doctor::examineAndRepair(profile, {}, {});
    QCOMPARE(find(report, QStringLiteral("control_tables")).severity, Severity::Problem);
    QVERIFY(report.repairs.empty());
    QCOMPARE(m_pair->tables(Side::Local, true), QStringList{QStringLiteral("t")});
}

void TestDoctor::staleRunsAreClosed()
{
    setUp();
    logRow("run_id='cut-1',status='RUNNING'");
    logRow("run_id='cut-2',status='RUNNING'");
    const Finding stale = find(look(), QStringLiteral("stale_runs"));
    QCOMPARE(stale.severity, Severity::Problem);
    QCOMPARE(stale.code, std::optional(ErrorCode::SyncInterrupted));
    QCOMPARE(stale.fix, FixKind::Safe);
    QVERIFY(stale.evidence.join(QString()).contains(u"cut-2"));
    QCOMPARE(local("SELECT COUNT(*) FROM db_sync_log WHERE status='RUNNING'"), QByteArray("2"));
    const DoctorReport after = fix();
    QCOMPARE(after.repairs.size(), std::size_t{1});
    QCOMPARE(after.repairs[0].statements.size(), std::size_t{1});
    QCOMPARE(local("SELECT GROUP_CONCAT(DISTINCT status,error_code) FROM db_sync_log"),
             QByteArray("FAILEDSYNC_005"));
    QCOMPARE(find(after, QStringLiteral("stale_runs")).severity, Severity::Ok);
}

void TestDoctor::runAtWorkIsLeftAlone()
{
    setUp();
    logRow("run_id='alive',status='RUNNING'");
    m_pair->run(Side::Local, "INSERT INTO db_sync_schedule SET id=1,enabled=1,holder='a',"
                             "holder_seen=NOW(3)-INTERVAL 1 HOUR,last_status='RUNNING'");
    const QByteArray lock = pairLockName(m_pair->database()).toUtf8();
    QCOMPARE(local("SELECT GET_LOCK('" + lock + "',0)"), QByteArray("1"));
    const DoctorReport report = fix();
    QCOMPARE(find(report, QStringLiteral("stale_runs")).severity, Severity::Ok);
    QCOMPARE(find(report, QStringLiteral("scheduler")).severity, Severity::Ok);
    QVERIFY(report.repairs.empty());
    QCOMPARE(local("SELECT status FROM db_sync_log"), QByteArray("RUNNING"));
    QCOMPARE(local("SELECT holder FROM db_sync_schedule"), QByteArray("a"));
    QCOMPARE(local("SELECT RELEASE_LOCK('" + lock + "')"), QByteArray("1"));
}

void TestDoctor::runnerThatIsGone()
{
    setUp();
    m_pair->run(Side::Local, "INSERT INTO db_sync_schedule SET id=1,enabled=1,holder='gone:1',"
                             "holder_seen=NOW(3)-INTERVAL 1 HOUR,last_status='RUNNING',"
                             "last_run=UTC_TIMESTAMP(3)-INTERVAL 1 HOUR,"
                             "next_run=UTC_TIMESTAMP(3)-INTERVAL 1 HOUR");
    const Finding gone = find(look(), QStringLiteral("scheduler"));
    QCOMPARE(gone.severity, Severity::Problem);
    QCOMPARE(gone.fix, FixKind::Safe);
    QVERIFY(gone.what.contains(u"gone:1"));
    const DoctorReport after = fix();
    QCOMPARE(after.repairs.size(), std::size_t{1});
    QCOMPARE(after.repairs[0].statements.size(), std::size_t{3});
    QCOMPARE(local("SELECT CONCAT_WS('|',IFNULL(holder,'-'),last_status,last_error_code,failed,"
                   "failures_in_a_row,enabled) FROM db_sync_schedule"),
             QByteArray("-|FAILED|SYNC_005|1|1|1"));
    // nobody runs it, which only a person can change
    const Finding remaining = find(after, QStringLiteral("scheduler"));
    QCOMPARE(remaining.severity, Severity::Problem);
    QCOMPARE(remaining.fix, FixKind::Advice);
    QVERIFY(fix().repairs.empty());
}

void TestDoctor::runnerThatLivesIsLeftAlone()
{
    setUp();
    m_pair->run(Side::Local, "INSERT INTO db_sync_schedule SET id=1,enabled=1,holder='alive:1',"
                             "holder_seen=UTC_TIMESTAMP(3),last_status='RUNNING',"
                             "next_run=UTC_TIMESTAMP(3)");
    const DoctorReport report = fix();
    QCOMPARE(find(report, QStringLiteral("scheduler")).severity, Severity::Ok);
    QVERIFY(report.repairs.empty());
    QCOMPARE(local("SELECT CONCAT(holder,last_status) FROM db_sync_schedule"),
             QByteArray("alive:1RUNNING"));
}

void TestDoctor::scheduleThatNobodyRuns()
{
    setUp();
    m_pair->run(Side::Local, "INSERT INTO db_sync_schedule SET id=1,enabled=1");
    const DoctorReport report = fix();
    const Finding finding = find(report, QStringLiteral("scheduler"));
    QCOMPARE(finding.severity, Severity::Problem);
    QCOMPARE(finding.fix, FixKind::Advice);
    QVERIFY(finding.steps.join(QString()).contains(u"scheduler run"));
    QVERIFY(report.repairs.empty());
}

void TestDoctor::scheduleThatIsStuckOrFails()
{
    setUp();
    m_pair->run(Side::Local, "INSERT INTO db_sync_schedule SET id=1,enabled=1,holder='h:1',"
                             "holder_seen=UTC_TIMESTAMP(3),last_status='SUCCESS',"
                             "next_run=UTC_TIMESTAMP(3)-INTERVAL 2 HOUR");
    QCOMPARE(find(look(), QStringLiteral("scheduler")).fix, FixKind::Confirm);
    m_pair->run(Side::Local, "UPDATE db_sync_schedule SET next_run=UTC_TIMESTAMP(3)+INTERVAL 1 "
                             "HOUR,alert_since=UTC_TIMESTAMP(3),failures_in_a_row=4,"
                             "last_status='FAILED',last_error_code='DB_CONN_002',"
                             "holder_seen=UTC_TIMESTAMP(3)");
    const Finding failing = find(look(), QStringLiteral("scheduler"));
    QCOMPARE(failing.severity, Severity::Problem);
    QVERIFY(failing.evidence.join(QString()).contains(u"DB_CONN_002"));
}

void TestDoctor::conflictsSuggestAPolicy()
{
    setUp();
    const auto add = [this](int count, const QByteArray& state) {
        for (int i = 0; i < count; ++i)
            m_pair->run(Side::Local, "INSERT INTO db_sync_conflict SET run_id='r',table_name='t',"
                                     "row_key='{}',key_hash='',kind='UPDATE_UPDATE',"
                                     "policy='MANUAL'," +
                                         state);
    };
    add(3, "state='OPEN'");
    const Finding few = find(look(), QStringLiteral("conflicts"));
    QCOMPARE(few.severity, Severity::Warn);
    QCOMPARE(few.evidence, QStringList{QStringLiteral("t: 3")});
    add(20, "state='OPEN'");
    add(9, "state='SETTLED',settled_how='REMOTE'");
    add(1, "state='SETTLED',settled_how='LOCAL'");
    const Finding many = find(look(), QStringLiteral("conflicts.t"));
    QCOMPARE(many.severity, Severity::Problem);
    QCOMPARE(many.fix, FixKind::Confirm);
    QVERIFY(many.what.contains(u"23"));
    QVERIFY2(many.steps.last().contains(u"conflict_resolution=REMOTE_WINS") &&
                 many.steps.last().contains(u"9 of 10"),
             qPrintable(many.steps.last()));
}

void TestDoctor::expiredUndoIsRemoved()
{
    setUp();
    sync();
    QVERIFY(local("SELECT COUNT(*) FROM db_sync_undo") != "0");
    m_pair->run(Side::Local, "INSERT INTO db_sync_undo SET run_id='old',table_name='t',"
                             "fingerprint='x',created_at=NOW(6)-INTERVAL 8 DAY;"
                             "INSERT INTO db_sync_undo_row SET run_id='old',table_name='t',"
                             "side='LOCAL',row_key='1',in_ledger=0");
    const QByteArray others = local("SELECT COUNT(*) FROM db_sync_undo WHERE run_id<>'old'");
    QCOMPARE(find(look(), QStringLiteral("retention.undo")).fix, FixKind::Safe);
    const DoctorReport after = fix();
    QCOMPARE(after.repairs.size(), std::size_t{1});
    QCOMPARE(after.repairs[0].statements.size(), std::size_t{2});
    QCOMPARE(local("SELECT COUNT(*) FROM db_sync_undo"), others);
    QCOMPARE(local("SELECT COUNT(*) FROM db_sync_undo_row WHERE run_id='old'"), QByteArray("0"));
}

void TestDoctor::structuresThatDiffer()
{
    m_pair->runBoth("CREATE TABLE k (a INT) ENGINE=InnoDB;"
                    "CREATE TABLE lost (id INT PRIMARY KEY) ENGINE=InnoDB");
    setUp();
    m_pair->run(Side::Remote, "ALTER TABLE t ADD COLUMN more INT; DROP TABLE lost");
    const DoctorReport report = fix();
    QCOMPARE(find(report, QStringLiteral("structure.t")).code,
             std::optional(ErrorCode::SyncStructure));
    QVERIFY(find(report, QStringLiteral("structure.t")).what.contains(u"more"));
    QCOMPARE(find(report, QStringLiteral("structure.k")).code, std::optional(ErrorCode::SyncNoKey));
    QCOMPARE(find(report, QStringLiteral("structure.lost")).severity, Severity::Problem);
    QVERIFY(report.repairs.empty());
}

void TestDoctor::settingsThatEndanger()
{
    const QByteArray before =
        m_pair->value(Side::Remote, "SELECT CONCAT_WS('|',@@GLOBAL.sql_mode,@@GLOBAL.time_zone,"
                                    "@@GLOBAL.max_allowed_packet)");
    m_pair->run(Side::Remote, "SET GLOBAL sql_mode='NO_ENGINE_SUBSTITUTION';"
                              "SET GLOBAL time_zone='+05:30';"
                              "SET GLOBAL max_allowed_packet=1048576;"
                              "ALTER DATABASE CHARACTER SET latin1");
    const DoctorReport report = look();
    const QList<QByteArray> parts = before.split('|');
    m_pair->run(Side::Remote, "SET GLOBAL sql_mode='" + parts[0] + "';SET GLOBAL time_zone='" +
                                  parts[1] + "';SET GLOBAL max_allowed_packet=" + parts[2]);
    for (const char* id : {"settings.sql_mode.remote", "settings.packet.remote",
                           "settings.charset.remote", "settings.time_zone"}) {
        const Finding finding = find(report, QLatin1String(id));
        QVERIFY2(finding.severity == Severity::Warn, id);
        QVERIFY2(!finding.steps.isEmpty(), id);
    }
    QVERIFY(find(report, QStringLiteral("settings.time_zone")).what.contains(u"330"));
    QCOMPARE(find(report, QStringLiteral("settings.sql_mode.local")).severity, Severity::Ok);
}

void TestDoctor::sessionsNearTheLimit()
{
    const QByteArray limit = m_pair->value(Side::Remote, "SELECT @@GLOBAL.max_connections");
    std::vector<Connection> held;
    for (int i = 0; i < 12; ++i) {
        auto opened = Connection::open(m_pair->profile().remote, Side::Remote);
        QVERIFY(opened.ok());
        held.push_back(std::move(*opened));
    }
    const int taken = m_pair->rows(Side::Remote, "SHOW GLOBAL STATUS LIKE 'Threads_connected'")
                          .first()
                          .split('|')
                          .last()
                          .toInt();
    m_pair->run(Side::Remote, "SET GLOBAL max_connections=" + QByteArray::number(taken + 3));
    const DoctorReport report = look();
    m_pair->run(Side::Remote, "SET GLOBAL max_connections=" + limit);
    const Finding finding = find(report, QStringLiteral("sessions.remote"));
    QVERIFY2(finding.severity != Severity::Ok, qPrintable(finding.what));
    QVERIFY(finding.what.contains(QString::number(taken + 3)));
    QVERIFY(!finding.steps.isEmpty());
}

void TestDoctor::differencesAreCounted()
{
    setUp();
    QCOMPARE(find(look(), QStringLiteral("consistency")).severity, Severity::Warn); // never synced
    sync();
    QCOMPARE(find(look(), QStringLiteral("consistency")).severity, Severity::Ok);
    m_pair->run(Side::Local, "UPDATE db_sync_log SET start_time=start_time-INTERVAL 2 DAY,"
                             "end_time=end_time-INTERVAL 2 DAY");
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (2,'two'),(3,'three')");
    DoctorOptions options;
    options.compare = true;
    const DoctorReport report = look(options);
    QCOMPARE(find(report, QStringLiteral("consistency")).severity, Severity::Warn);
    const Finding now = find(report, QStringLiteral("consistency.now"));
    QCOMPARE(now.severity, Severity::Warn);
    QCOMPARE(now.fix, FixKind::Confirm);
    QVERIFY2(now.evidence.first().startsWith(QLatin1String("t: 2 only on remote")),
             qPrintable(now.evidence.first()));
}

void TestDoctor::pairThatIsAnother()
{
    setUp();
    sync();
    m_pair->run(Side::Local, "UPDATE db_sync_state SET peer_uuid='another'");
    const DoctorReport report = fix();
    const Finding finding = find(report, QStringLiteral("pair"));
    QCOMPARE(finding.severity, Severity::Problem);
    QCOMPARE(finding.code, std::optional(ErrorCode::SyncFenced));
    QCOMPARE(finding.fix, FixKind::Confirm);
    QVERIFY(finding.steps.first().contains(u"causewayctl repair"));
    QVERIFY(report.repairs.empty());
}

void TestDoctor::slowAndLargeRuns()
{
    setUp();
    logRow("run_id='r',status='SUCCESS',table_name='t',remote_to_local_inserted=1000,duration=100,"
           "end_time=UTC_TIMESTAMP(3)");
    logRow("run_id='r',status='SUCCESS',duration=100,end_time=UTC_TIMESTAMP(3)");
    m_pair->run(Side::Local, "INSERT INTO db_sync_schedule SET id=1,enabled=1,interval_minutes=1");
    DoctorReport report = look();
    QCOMPARE(find(report, QStringLiteral("speed.rows")).severity, Severity::Warn);
    QVERIFY(find(report, QStringLiteral("speed.rows")).evidence.first().contains(u"10 rows/s"));
    QCOMPARE(find(report, QStringLiteral("speed.batches")).severity, Severity::Ok);
    QCOMPARE(find(report, QStringLiteral("speed.interval")).severity, Severity::Warn);
    m_pair->run(Side::Local, "UPDATE db_sync_log SET remote_to_local_inserted=300000 WHERE "
                             "table_name='t';UPDATE db_sync_schedule SET interval_minutes=60");
    report = look();
    QCOMPARE(find(report, QStringLiteral("speed.rows")).severity, Severity::Ok);
    QCOMPARE(find(report, QStringLiteral("speed.batches")).severity, Severity::Warn);
    QCOMPARE(find(report, QStringLiteral("speed.interval")).severity, Severity::Ok);
}

void TestDoctor::lastRunFailed()
{
    setUp();
    QCOMPARE(find(look(), QStringLiteral("last_run")).severity, Severity::Ok);
    logRow("run_id='bad',status='FAILED',error_code='SYNC_001',error_message='tables differ'");
    logRow("run_id='bad',status='FAILED',table_name='t',error_code='SYNC_001'");
    const Finding finding = find(look(), QStringLiteral("last_run"));
    QCOMPARE(finding.severity, Severity::Problem);
    QCOMPARE(finding.evidence, (QStringList{QStringLiteral("SYNC_001 tables differ"),
                                            QStringLiteral("t: FAILED SYNC_001")}));
}

void TestDoctor::diskIsShort()
{
    DoctorOptions options;
    options.limits.set(AlertRule::DiskFree, 1e9);
    const Finding finding = find(look(options), QStringLiteral("machine.disk"));
    QCOMPARE(finding.severity, Severity::Problem);
    QCOMPARE(finding.code, std::optional(ErrorCode::SysDisk));
}

void TestDoctor::whatIsIgnoredIsNotTold()
{
    DoctorOptions options;
    options.ignored = QStringList{QStringLiteral("durability"), QStringLiteral("machine.load"),
                                  QStringLiteral("clock.local"), QStringLiteral("sessions")};
    const DoctorReport report = look(options);
    for (const Finding& finding : report.findings)
        QVERIFY2(!finding.id.startsWith(QLatin1String("durability")) &&
                     finding.id != QLatin1String("machine.load") &&
                     finding.id != QLatin1String("clock.local") &&
                     !finding.id.startsWith(QLatin1String("sessions")),
                 qPrintable(finding.id));
    QVERIFY(!find(report, QStringLiteral("clock.remote")).what.isEmpty());
    QVERIFY(!find(report, QStringLiteral("machine.disk")).what.isEmpty());
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
