// SPDX-License-Identifier: GPL-3.0-or-later
// A remote side with a replica: what its log leaves out is found all the same, what a run writes is
// in its log, and a replica that lags behind is never read as if rows had been deleted.
#include "sync/dialect/quote.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/proxy.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr auto kApp = "app";
constexpr auto kPassword = "Pw-123456";

/// Replicates what sessions of @p database do on @p primary, as statements; read-only.
class Replica {
public:
    Replica(PrivateServer& primary, Connection& onPrimary, const QString& database)
    {
        PrivateServerOptions options =
            testServerOptions(ServerKind::MariaDb, QStringLiteral("replica_of_") + database);
        options.extraArguments << QStringLiteral("--server-id=2") << QStringLiteral("--read-only")
                               << u"--replicate-do-db=" + database;
        auto started = PrivateServer::start(options);
        require(started ? okStatus() : Status(started.error()), QStringLiteral("the replica"));
        m_server = std::move(*started);
        auto opened = Connection::open(m_server->sideConfig(QStringLiteral("mysql")), Side::Remote);
        require(opened ? okStatus() : Status(opened.error()), QStringLiteral("the replica"));
        m_connection = std::make_unique<Connection>(std::move(*opened));
        auto at = onPrimary.query("SELECT @@GLOBAL.gtid_binlog_pos");
        require(at ? okStatus() : Status(at.error()), QStringLiteral("the primary's position"));
        run("CREATE DATABASE " + quoteIdentifier(database));
        run("SET GLOBAL gtid_slave_pos = '" + at->rows.at(0).at(0).value_or("") + '\'');
        run("CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT=" +
            QByteArray::number(primary.port()) + ", MASTER_USER='" + kApp + "', MASTER_PASSWORD='" +
            kPassword + "', MASTER_CONNECT_RETRY=1, MASTER_USE_GTID=slave_pos");
        run("START SLAVE");
    }

    void run(const QByteArray& sql)
    {
        const auto done = m_connection->execute(sql);
        require(done ? okStatus() : Status(done.error()), QString::fromUtf8(sql));
    }
    [[nodiscard]] QByteArray value(const QByteArray& sql)
    {
        auto rows = m_connection->query(sql);
        require(rows ? okStatus() : Status(rows.error()), QString::fromUtf8(sql));
        return rows->rows.empty() ? QByteArray() : rows->rows[0][0].value_or("NULL");
    }
    /// Waits until everything that is in the log of @p primary by now has arrived.
    [[nodiscard]] bool catchUp(TwoSidedFixture& primary)
    {
        const QByteArray at = primary.value(Side::Remote, "SELECT @@GLOBAL.gtid_binlog_pos");
        return value("SELECT MASTER_GTID_WAIT('" + at + "', 60)") == "0";
    }
    [[nodiscard]] PrivateServer& server() { return *m_server; }

private:
    std::unique_ptr<PrivateServer> m_server;
    std::unique_ptr<Connection> m_connection;
};

} // namespace

class TestReplica final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void everyWriteIsInTheLog();
    void changesThatTheLogLeavesOutAreFound();
    void aReplicaBehindTheSameAddressIsRefused();
    void aStaleReplicaIsNoPrimary();

private:
    SyncReport sync(const Profile& profile, Direction direction = Direction::Both);
    [[nodiscard]] Profile profileBy(int port) const;
    [[nodiscard]] QByteArray ids(Side side)
    {
        return m_pair->rows(side, "SELECT id, name FROM t ORDER BY id").join(',');
    }
    [[nodiscard]] QByteArray idsOfReplica()
    {
        return m_replica->value("SELECT GROUP_CONCAT(id, '|', name ORDER BY id) FROM " +
                                quoteIdentifier(m_pair->database()) + ".t");
    }

    std::unique_ptr<TwoSidedFixture> m_pair;
    std::unique_ptr<Replica> m_replica;
};

void TestReplica::initTestCase()
{
    adjustSharedServers([](PrivateServerOptions& options) {
        options.listenOnPort = true;
        options.extraArguments << QStringLiteral("--log-bin=changes")
                               << QStringLiteral("--server-id=1")
                               << QStringLiteral("--binlog-format=STATEMENT");
    });
}

void TestReplica::init()
{
    m_pair = std::make_unique<TwoSidedFixture>(PairKind::MariaDbMariaDb);
    const QByteArray account = QByteArray("'") + kApp + "'@";
    for (const char* host : {"'localhost'", "'127.0.0.1'"})
        m_pair->run(Side::Remote, "CREATE OR REPLACE USER " + account + host + " IDENTIFIED BY '" +
                                      kPassword + "'; GRANT REPLICATION SLAVE ON *.* TO " +
                                      account + host + "; GRANT ALL ON " +
                                      quoteIdentifier(m_pair->database()) + ".* TO " + account +
                                      host);
    m_replica = std::make_unique<Replica>(m_pair->server(Side::Remote), m_pair->on(Side::Remote),
                                          m_pair->database());
    m_replica->run("CREATE USER " + account + "'localhost' IDENTIFIED BY '" + kPassword + '\'');
    m_replica->run("GRANT ALL ON " + quoteIdentifier(m_pair->database()) + ".* TO " + account +
                   "'localhost'");
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    m_pair->run(Side::Local, "INSERT INTO t VALUES (1,'one'),(2,'two'),(3,'three')");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QCOMPARE(sync(m_pair->profile()).status, RunStatus::Success);
    QVERIFY(m_replica->catchUp(*m_pair));
}

void TestReplica::cleanup()
{
    m_replica.reset();
    m_pair.reset();
}

SyncReport TestReplica::sync(const Profile& profile, Direction direction)
{
    SyncRequest request;
    request.profile = profile;
    request.direction = direction;
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

/// The remote side by a port, as the application's account: nobody who may write to a replica.
Profile TestReplica::profileBy(int port) const
{
    Profile profile = m_pair->profile();
    profile.remote.socket.clear();
    profile.remote.host = QStringLiteral("127.0.0.1");
    profile.remote.port = port;
    profile.remote.user = QLatin1String(kApp);
    profile.remote.password = QLatin1String(kPassword);
    profile.remote.tls = TlsMode::Disabled;
    return profile;
}

/// The replica only follows sessions that chose the database, as binlog_do_db would have it.
void TestReplica::everyWriteIsInTheLog()
{
    QCOMPARE(idsOfReplica(), ids(Side::Remote)); // the first, loaded rows
    m_pair->run(Side::Local, "INSERT INTO t VALUES (4,'four'); UPDATE t SET name='TWO' WHERE id=2;"
                             "DELETE FROM t WHERE id=1");
    QCOMPARE(sync(m_pair->profile()).status, RunStatus::Success);
    QVERIFY(m_replica->catchUp(*m_pair));
    QCOMPARE(ids(Side::Remote), "2|TWO,3|three,4|four");
    QCOMPARE(idsOfReplica(), ids(Side::Remote));
}

void TestReplica::changesThatTheLogLeavesOutAreFound()
{
    const QByteArray table = quoteIdentifier(m_pair->database()) + ".t";
    m_pair->run(Side::Remote, "USE mysql; INSERT INTO " + table + " VALUES (9,'nine'); UPDATE " +
                                  table + " SET name='TWO' WHERE id=2; DELETE FROM " + table +
                                  " WHERE id=1; USE " + quoteIdentifier(m_pair->database()));
    QVERIFY(m_replica->catchUp(*m_pair));
    QCOMPARE(idsOfReplica(), "1|one,2|two,3|three"); // the log had nothing for it
    QCOMPARE(sync(m_pair->profile()).status, RunStatus::Success);
    QCOMPARE(ids(Side::Local), "2|TWO,3|three,9|nine");
}

/// Rows of the last run have not reached the replica: read there, they would look deleted.
void TestReplica::aReplicaBehindTheSameAddressIsRefused()
{
    m_replica->run("STOP SLAVE");
    m_pair->run(Side::Local, "INSERT INTO t VALUES (4,'four')");
    QCOMPARE(sync(m_pair->profile()).status, RunStatus::Success);
    const auto balancer = proxyFor(m_pair->server(Side::Remote));
    const Profile profile = profileBy(balancer->port());
    QCOMPARE(sync(profile).status, RunStatus::Success);
    const QByteArray replica = m_replica->server().socketPath().toUtf8();
    for (const int toReplica : {1, 2}) { // whoever reads, whoever writes
        balancer->alsoServe(replica, [=](int number) { return number == toReplica; });
        const SyncReport report = sync(profile);
        QCOMPARE(report.status, RunStatus::Failed);
        QCOMPARE(errorCodeText(report.error->code), QStringLiteral("DB_CONN_006"));
        QVERIFY(!report.error->hint().isEmpty());
        QCOMPARE(ids(Side::Local), "1|one,2|two,3|three,4|four");
        QCOMPARE(ids(Side::Remote), ids(Side::Local));
    }
    balancer->alsoServe({}, {});
    QCOMPARE(sync(profile).status, RunStatus::Success);
}

/// The whole address leads to the replica now. One that takes no writes says so; one that does is
/// not the server that the pair was made with.
void TestReplica::aStaleReplicaIsNoPrimary()
{
    m_replica->run("STOP SLAVE");
    m_pair->run(Side::Local, "INSERT INTO t VALUES (4,'four')");
    QCOMPARE(sync(m_pair->profile()).status, RunStatus::Success);
    const auto address = proxyFor(m_pair->server(Side::Remote));
    address->alsoServe(m_replica->server().socketPath().toUtf8(), [](int) { return true; });
    for (const bool readOnly : {true, false}) {
        m_replica->run(readOnly ? "SET GLOBAL read_only = 1" : "SET GLOBAL read_only = 0");
        for (const Direction direction :
             {Direction::Both, Direction::RemoteToLocal, Direction::LocalToRemote}) {
            const SyncReport report = sync(profileBy(address->port()), direction);
            QCOMPARE(report.status, RunStatus::Failed);
            QCOMPARE(errorCodeText(report.error->code),
                     readOnly ? QStringLiteral("SYS_004") : QStringLiteral("SYNC_008"));
            QCOMPARE(ids(Side::Local), "1|one,2|two,3|three,4|four");
            QCOMPARE(idsOfReplica(), "1|one,2|two,3|three");
        }
    }
}

QTEST_GUILESS_MAIN(TestReplica)
#include "tst_replica.moc"
