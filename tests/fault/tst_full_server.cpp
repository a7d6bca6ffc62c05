// SPDX-License-Identifier: GPL-3.0-or-later
// A server that has no connection left, from the start or after the first few: the run says so,
// knocks a few times at most, changes nothing by halves, and works once there is room.
#include "sync/dialect/quote.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kMostAttempts = 12; ///< of one run on one side
constexpr int kSmallServer = 10;  ///< no server can be told fewer
constexpr int kMostNeeded = 9;    ///< connections of a run on one side
constexpr auto kApp = "app";

} // namespace

class TestFullServer final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup();

    void noConnectionLeft_data();
    void noConnectionLeft();

private:
    SyncReport sync();
    void occupy(Side side);
    void leaveFree(Side side, int connections);
    void judge(const SyncReport& report, int attempts);
    [[nodiscard]] QByteArrayList rows(Side side)
    {
        return m_pair->rows(side, "SELECT id, name FROM t ORDER BY id");
    }
    [[nodiscard]] int attempts(Side side);

    std::unique_ptr<TwoSidedFixture> m_pair;
    std::vector<Connection> m_others; ///< who holds the server's connections
    Profile m_profile;
};

void TestFullServer::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (1,'one'),(2,'two'),(3,'three')");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    m_profile = m_pair->profile();
    const QByteArray account = QByteArray("'") + kApp + "'@'localhost'";
    m_pair->runBoth("CREATE USER " + account + " IDENTIFIED BY 'Pw-123456'; GRANT ALL ON " +
                    quoteIdentifier(m_pair->database()) + ".* TO " + account);
    for (SideConfig* side : {&m_profile.remote, &m_profile.local}) {
        side->user = QLatin1String(kApp); // root has a connection of its own in reserve
        side->password = QStringLiteral("Pw-123456");
    }
    QCOMPARE(sync().status, RunStatus::Success);
}

void TestFullServer::cleanup()
{
    m_others.clear();
    m_pair->runBoth("SET GLOBAL max_connections = 100; DROP USER '" + QByteArray(kApp) +
                    "'@'localhost'");
    m_pair.reset();
}

SyncReport TestFullServer::sync()
{
    SyncRequest request;
    request.profile = m_profile;
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

int TestFullServer::attempts(Side side)
{
    return m_pair->rows(side, "SHOW GLOBAL STATUS LIKE 'Connections'")
        .value(0)
        .split('|')
        .value(1)
        .toInt();
}

/// Until the server takes nobody any more.
void TestFullServer::occupy(Side side)
{
    m_pair->run(side, "SET GLOBAL max_connections = " + QByteArray::number(kSmallServer));
    for (;;) {
        auto other = Connection::open(m_profile.side(side), side);
        if (!other) {
            QCOMPARE(other.error().serverCode, 1040);
            return;
        }
        m_others.push_back(std::move(*other));
    }
}

void TestFullServer::leaveFree(Side side, int connections)
{
    QFETCH(bool, ofAccount);
    if (ofAccount) {
        if (m_others.empty())
            m_others.push_back(std::move(Connection::open(m_profile.side(side), side)).value());
        m_pair->run(side, "ALTER USER '" + QByteArray(kApp) +
                              "'@'localhost' WITH MAX_USER_CONNECTIONS " +
                              QByteArray::number(1 + connections));
    } else if (m_others.empty()) {
        occupy(side);
    } else {
        m_others.pop_back();
        // The server counts a connection until its thread has gone.
        const QByteArray left = QByteArray::number(kSmallServer - connections);
        QTRY_VERIFY(m_pair->value(side, "SELECT COUNT(*) FROM information_schema.processlist "
                                        "WHERE user = 'app'") <= left);
    }
}

void TestFullServer::judge(const SyncReport& report, int attempts)
{
    QCOMPARE(report.status, RunStatus::Failed);
    QVERIFY(report.error.has_value());
    QCOMPARE(errorCodeText(report.error->code), QStringLiteral("DB_CONN_001"));
    QVERIFY(report.error->message().contains(u"onnections") ||
            report.error->message().contains(u"max_user_connections"));
    QVERIFY(!report.error->hint().isEmpty());
    QVERIFY2(attempts <= kMostAttempts, QByteArray::number(attempts).constData());
}

void TestFullServer::noConnectionLeft_data()
{
    QTest::addColumn<Side>("side");
    QTest::addColumn<bool>("ofAccount");
    QTest::newRow("remote server") << Side::Remote << false;
    QTest::newRow("remote account") << Side::Remote << true;
    QTest::newRow("local server") << Side::Local << false;
    QTest::newRow("local account") << Side::Local << true;
}

void TestFullServer::noConnectionLeft()
{
    QFETCH(Side, side);
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (4,'four'); DELETE FROM t WHERE id=1");
    m_pair->run(Side::Local, "UPDATE t SET name='TWO' WHERE id=2");
    int free = 0;
    for (; free <= kMostNeeded; ++free) {
        leaveFree(side, free);
        const int before = attempts(side);
        const SyncReport report = sync();
        if (report.status == RunStatus::Success)
            break;
        judge(report, attempts(side) - before);
    }
    QVERIFY(free > 0);
    QVERIFY(free <= kMostNeeded);
    qInfo("%d connections were enough", free);
    QCOMPARE(rows(Side::Remote).join(','), "2|TWO,3|three,4|four");
    QCOMPARE(rows(Side::Local), rows(Side::Remote));
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM db_sync_conflict"), "0");
}

QTEST_GUILESS_MAIN(TestFullServer)
#include "tst_full_server.moc"
