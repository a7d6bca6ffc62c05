// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_schema.h"
#include "sync/run/pair_actions.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

QString str(const char* text)
{
    return QString::fromUtf8(text);
}

InitOptions creating()
{
    InitOptions options;
    options.createMissing = true;
    return options;
}

/// Initialises, and ends the test program when that fails.
InitReport initialised(const Profile& profile, const InitOptions& options = {})
{
    auto report = initialisePair(profile, options, {});
    require(report.ok() ? okStatus() : Status(report.error()), str("initialising"));
    return *report;
}

QStringList sqlOf(const InitReport& report)
{
    QStringList result;
    for (const InitStatement& statement : report.statements)
        result += statement.sql;
    return result;
}

const QByteArray kState = "SELECT pair_id, epoch, peer_uuid, peer_database, peer_epoch "
                          "FROM db_sync_state ORDER BY pair_id";

} // namespace

class TestInitialisePair final : public QObject {
    Q_OBJECT
private slots:
    void freshPair_data() { addPairRows(); }
    void freshPair();
    void again_data() { addPairRows(); }
    void again();
    void defaultsComeFromTheProfile();
    void createsMissingTables_data() { addPairRows(); }
    void createsMissingTables();
    void listsWhatItDoesNotCreate();
    void leavesOutWhatCannotBe();
    void showsBeforeItActs_data() { addPairRows(); }
    void showsBeforeItActs();
    void tellsWithoutDoing();
    void stopsWhenAsked();
    void anotherRemoteIsRefused_data() { addPairRows(); }
    void anotherRemoteIsRefused();
    void oneDatabaseIsNoPair();
    void missingRightsOnTheRemote_data() { addPairRows(); }
    void missingRightsOnTheRemote();
    void aStatementThatFailsIsNamed();
    void finishesAnInterruptedStart();
};

void TestInitialisePair::freshPair()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth("CREATE TABLE b (id INT PRIMARY KEY); CREATE TABLE a (id INT PRIMARY KEY);"
                    "CREATE VIEW v AS SELECT * FROM a; INSERT INTO a VALUES (1)");
    const InitReport report = initialised(fixture.profile());
    QCOMPARE(report.configured, (QStringList{str("a"), str("b")}));
    QVERIFY(report.skippedTables.isEmpty());
    QCOMPARE(report.statements.size(), std::size_t{6});
    for (const QString& table : controlTableNames(Side::Local))
        QVERIFY2(fixture.tables(Side::Local, true).contains(table), qPrintable(table));
    QCOMPARE(fixture.tables(Side::Remote, true),
             (QStringList{str("a"), str("b"), str("db_sync_state")}));
    QCOMPARE(fixture.rows(Side::Local,
                          "SELECT table_name, sync_enabled, sync_type, sync_direction, "
                          "priority, conflict_resolution, last_sync_time, "
                          "ABS(TIMESTAMPDIFF(SECOND, created_at, UTC_TIMESTAMP())) < 60 "
                          "FROM db_sync_config ORDER BY table_name"),
             (QByteArrayList{"a|1|INCREMENTAL|BOTH|50|MANUAL|NULL|1",
                             "b|1|INCREMENTAL|BOTH|50|MANUAL|NULL|1"}));

    const QByteArray id = fixture.value(Side::Local, "SELECT pair_id FROM db_sync_state");
    QCOMPARE(id.size(), 36);
    const auto row = [&](Side peer) {
        return QByteArrayList{id + "|0|" + fixture.on(peer).server().uuid.toUtf8() + '|' +
                              fixture.database().toUtf8() + "|0"};
    };
    QCOMPARE(fixture.rows(Side::Local, kState), row(Side::Remote));
    QCOMPARE(fixture.rows(Side::Remote, kState), row(Side::Local));
    QCOMPARE(fixture.dump(Side::Local, str("a")), QByteArrayList{"1"});
}

void TestInitialisePair::again()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth("CREATE TABLE a (id INT PRIMARY KEY)");
    (void)initialised(fixture.profile());
    fixture.run(Side::Local, "UPDATE db_sync_config SET sync_enabled=0, priority=9, "
                             "conflict_resolution='SKIP', sync_type='FULL'");
    const auto local = fixture.checksums(Side::Local);
    const auto remote = fixture.checksums(Side::Remote);
    fixture.startCounting();
    const InitReport report = initialised(fixture.profile(), creating());
    QVERIFY(report.statements.empty());
    QVERIFY(report.configured.isEmpty());
    QCOMPARE(fixture.writes(Side::Local).total(), 0);
    QCOMPARE(fixture.writes(Side::Remote).total(), 0);
    QCOMPARE(fixture.checksums(Side::Local), local);
    QCOMPARE(fixture.checksums(Side::Remote), remote);

    fixture.runBoth("CREATE TABLE late (id INT PRIMARY KEY)");
    QCOMPARE(initialised(fixture.profile()).configured, QStringList{str("late")});
    QCOMPARE(fixture.value(Side::Local,
                           "SELECT CONCAT(sync_enabled, priority, conflict_resolution, "
                           "sync_type) FROM db_sync_config WHERE table_name='a'"),
             QByteArray("09SKIPFULL"));
}

void TestInitialisePair::defaultsComeFromTheProfile()
{
    TwoSidedFixture fixture(PairKind::MariaDbMariaDb);
    fixture.runBoth("CREATE TABLE a (id INT PRIMARY KEY)");
    Profile profile = fixture.profile();
    profile.defaults.type = SyncType::Full;
    profile.defaults.direction = Direction::LocalToRemote;
    (void)initialised(profile);
    QCOMPARE(fixture.rows(Side::Local, "SELECT sync_type, sync_direction FROM db_sync_config"),
             QByteArrayList{"FULL|LOCAL_TO_REMOTE"});
}

void TestInitialisePair::createsMissingTables()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth("CREATE TABLE both_have (id INT PRIMARY KEY)");
    fixture.run(Side::Remote, R"(
        CREATE TABLE a_staff (id INT PRIMARY KEY, store INT, boss INT, name VARCHAR(9) DEFAULT 'x');
        CREATE TABLE b_store (id INT PRIMARY KEY, manager INT, place POINT,
            CONSTRAINT f1 FOREIGN KEY (manager) REFERENCES a_staff (id),
            CONSTRAINT f4 FOREIGN KEY (id) REFERENCES both_have (id));
        ALTER TABLE a_staff ADD CONSTRAINT f2 FOREIGN KEY (store) REFERENCES b_store (id) ON DELETE CASCADE,
            ADD CONSTRAINT f3 FOREIGN KEY (boss) REFERENCES a_staff (id) ON DELETE SET NULL)");
    fixture.run(Side::Local, "CREATE TABLE `odd``name` (`k``ey` INT PRIMARY KEY, j JSON)");
    const InitReport report = initialised(fixture.profile(), creating());
    const QStringList all{str("a_staff"), str("b_store"), str("both_have"), str("odd`name")};
    QCOMPARE(report.configured, all);
    QVERIFY2(report.skippedTables.isEmpty(), qPrintable(report.skippedTables.join(u'\n')));
    QCOMPARE(fixture.tables(Side::Local), all);
    QCOMPARE(fixture.tables(Side::Remote), all);
    QCOMPARE(fixture.value(Side::Local,
                           "SELECT COUNT(*) FROM information_schema."
                           "REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA=DATABASE()"),
             QByteArray("4"));
    QVERIFY(initialised(fixture.profile(), creating()).statements.empty());
}

void TestInitialisePair::listsWhatItDoesNotCreate()
{
    TwoSidedFixture fixture(PairKind::MariaDbMariaDb);
    fixture.run(Side::Remote, "CREATE TABLE r (id INT PRIMARY KEY)");
    fixture.run(Side::Local, "CREATE TABLE l (id INT PRIMARY KEY)");
    const InitReport report = initialised(fixture.profile());
    QVERIFY(report.configured.isEmpty());
    QCOMPARE(report.skippedTables, (QStringList{str("r: only the remote side has it"),
                                                str("l: only the local side has it")}));
    QCOMPARE(fixture.tables(Side::Local), QStringList{str("l")});
}

void TestInitialisePair::leavesOutWhatCannotBe()
{
    TwoSidedFixture fixture(PairKind::MariaDbMariaDb);
    fixture.run(Side::Remote,
                "CREATE TABLE m (id INT PRIMARY KEY) ENGINE=MyISAM;"
                "CREATE TABLE v (id INT PRIMARY KEY, u INT UNIQUE) ENGINE=InnoDB;"
                "CREATE TABLE db_sync_notes (id INT PRIMARY KEY);"
                "SET foreign_key_checks=0; CREATE TABLE c (id INT PRIMARY KEY, m INT, v INT,"
                " CONSTRAINT fm FOREIGN KEY (m) REFERENCES gone (id),"
                " CONSTRAINT fv FOREIGN KEY (v) REFERENCES v (id)); SET foreign_key_checks=1");
    const InitReport report = initialised(fixture.profile(), creating());
    QCOMPARE(report.configured, (QStringList{str("c"), str("v")}));
    QCOMPARE(fixture.tables(Side::Local), (QStringList{str("c"), str("v")}));
    const QString reasons = report.skippedTables.join(u'\n');
    QCOMPARE(report.skippedTables.size(), 2);
    QVERIFY2(reasons.contains(str("MyISAM")), qPrintable(reasons));
    QVERIFY2(reasons.contains(str("c: made without the foreign key fm")), qPrintable(reasons));
    QVERIFY(fixture.value(Side::Local, "SHOW CREATE TABLE c").size() > 0);
    QCOMPARE(fixture.value(Side::Local,
                           "SELECT GROUP_CONCAT(CONSTRAINT_NAME) FROM information_schema."
                           "REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA=DATABASE()"),
             QByteArray("fv"));
}

void TestInitialisePair::showsBeforeItActs()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.run(Side::Remote, "CREATE TABLE r (id INT PRIMARY KEY)");
    std::vector<InitStatement> shown;
    bool answer = false;
    InitOptions options = creating();
    options.approve = [&](const std::vector<InitStatement>& statements) {
        shown = statements;
        return answer;
    };
    QVERIFY(initialised(fixture.profile(), options).statements.empty());
    QCOMPARE(shown.size(), std::size_t{7});
    QVERIFY(shown.back().sql.startsWith(str("CREATE TABLE `r`")));
    QCOMPARE(shown.back().side, Side::Local);
    QCOMPARE(shown.back().table, str("r"));
    QVERIFY(fixture.tables(Side::Local, true).isEmpty());
    QCOMPARE(fixture.tables(Side::Remote, true), QStringList{str("r")});
    answer = true;
    const InitReport report = initialised(fixture.profile(), options);
    QCOMPARE(report.statements.size(), shown.size());
    QCOMPARE(fixture.tables(Side::Local), QStringList{str("r")});
    shown.clear();
    (void)initialised(fixture.profile(), options);
    QVERIFY(shown.empty()); // nothing to do, nothing to ask
}

void TestInitialisePair::tellsWithoutDoing()
{
    TwoSidedFixture fixture(PairKind::MariaDbMariaDb);
    fixture.run(Side::Remote, "CREATE TABLE r (id INT PRIMARY KEY)");
    InitOptions options = creating();
    options.execute = false;
    const InitReport told = initialised(fixture.profile(), options);
    QCOMPARE(told.configured, QStringList{str("r")});
    QVERIFY(fixture.tables(Side::Local, true).isEmpty());
    QCOMPARE(fixture.tables(Side::Remote, true), QStringList{str("r")});
    QCOMPARE(sqlOf(initialised(fixture.profile(), creating())), sqlOf(told));
}

void TestInitialisePair::stopsWhenAsked()
{
    TwoSidedFixture fixture(PairKind::MariaDbMariaDb);
    std::stop_source stop;
    InitOptions options;
    options.approve = [&stop](const auto&) { return stop.request_stop(); };
    const auto report = initialisePair(fixture.profile(), options, stop.get_token());
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, ErrorCode::SyncInterrupted);
    QVERIFY(fixture.tables(Side::Local, true).isEmpty());
}

void TestInitialisePair::anotherRemoteIsRefused()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    TwoSidedFixture elsewhere(pair);
    (void)initialised(fixture.profile());
    Profile profile = fixture.profile();
    profile.remote = elsewhere.profile().remote;
    const auto report = initialisePair(profile, creating(), {});
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, ErrorCode::SyncFenced);
    QVERIFY(report.error().detail.contains(fixture.database()));
    QVERIFY(elsewhere.tables(Side::Remote, true).isEmpty());
    // One remote may have several locals.
    profile = elsewhere.profile();
    profile.remote = fixture.profile().remote;
    (void)initialised(profile);
    QCOMPARE(fixture.rows(Side::Remote, kState).size(), 2);
}

void TestInitialisePair::oneDatabaseIsNoPair()
{
    TwoSidedFixture fixture(PairKind::MariaDbMariaDb);
    Profile profile = fixture.profile();
    profile.remote = profile.local;
    const auto report = initialisePair(profile, {}, {});
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, ErrorCode::CfgInvalid);
    QVERIFY(fixture.tables(Side::Local, true).isEmpty());
}

void TestInitialisePair::missingRightsOnTheRemote()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    const QByteArray account = "'limited_" + fixture.database().toUtf8().right(6) + "'@'%'";
    fixture.runBoth("CREATE TABLE a (id INT PRIMARY KEY)");
    fixture.run(Side::Remote, "CREATE USER " + account +
                                  " IDENTIFIED BY 'Pw-123456';"
                                  "GRANT SELECT, INSERT, UPDATE, DELETE ON `" +
                                  fixture.database().toUtf8() + "`.* TO " + account);
    Profile profile = fixture.profile();
    profile.remote.user = QString::fromUtf8(account.mid(1, account.indexOf('\'', 1) - 1));
    profile.remote.password = str("Pw-123456");
    const auto refused = initialisePair(profile, {}, {});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::SysPermission);
    QVERIFY2(refused.error().detail.contains(str("CREATE TABLE IF NOT EXISTS db_sync_state")),
             qPrintable(refused.error().detail));
    // Somebody who may executes what the error hands out; then the limited account is enough.
    const QString ddl =
        refused.error().detail.mid(refused.error().detail.indexOf(str("CREATE TABLE")));
    fixture.run(Side::Remote, ddl.toUtf8());
    QVERIFY(initialised(profile).statements.empty());
    QCOMPARE(fixture.rows(Side::Remote, kState).size(), 1);
    fixture.run(Side::Remote, "DROP USER " + account);
}

void TestInitialisePair::aStatementThatFailsIsNamed()
{
    TwoSidedFixture fixture(PairKind::MariaDbMariaDb);
    // A table that the other side's server cannot have: its parent's key is of another type there.
    fixture.run(Side::Remote,
                "CREATE TABLE p (id BIGINT PRIMARY KEY); CREATE TABLE a (id INT PRIMARY KEY);"
                "CREATE TABLE z (id BIGINT PRIMARY KEY, CONSTRAINT fz FOREIGN KEY (id) "
                "REFERENCES p (id))");
    fixture.run(Side::Local, "CREATE TABLE p (id VARCHAR(9) PRIMARY KEY)");
    const auto report = initialisePair(fixture.profile(), creating(), {});
    QVERIFY(!report.ok());
    QVERIFY2(report.error().what.startsWith(str("z · ")), qPrintable(report.error().what));
    QVERIFY(report.error().detail.contains(str("ADD CONSTRAINT `fz`")));
    QVERIFY(!report.error().detail.contains(str("CREATE TABLE `a`"))); // that one is done
    QVERIFY(!report.error().serverMessage.isEmpty());
    QCOMPARE(fixture.tables(Side::Local), (QStringList{str("a"), str("p"), str("z")}));
}

void TestInitialisePair::finishesAnInterruptedStart()
{
    TwoSidedFixture fixture(PairKind::MariaDbMariaDb);
    fixture.runBoth("CREATE TABLE a (id INT PRIMARY KEY)");
    (void)initialised(fixture.profile());
    const QByteArray id = fixture.value(Side::Local, "SELECT pair_id FROM db_sync_state");
    fixture.run(Side::Remote, "DELETE FROM db_sync_state");
    fixture.run(Side::Local, "DELETE FROM db_sync_config");
    (void)initialised(fixture.profile());
    QCOMPARE(fixture.value(Side::Remote, "SELECT pair_id FROM db_sync_state"), id);
    QCOMPARE(fixture.value(Side::Local, "SELECT pair_id FROM db_sync_state"), id);
    QCOMPARE(fixture.value(Side::Local, "SELECT COUNT(*) FROM db_sync_config"), QByteArray("1"));
}

QTEST_GUILESS_MAIN(TestInitialisePair)
#include "tst_initialise_pair.moc"
