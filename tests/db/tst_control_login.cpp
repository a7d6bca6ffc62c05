// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_store.h"
#include "tests/support/test_servers.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

// How opening the control tables fails, over a port as a person's own server is reached.
class TestControlLogin final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void goodLoginOpens();
    void failures_data();
    void failures();
    void verifyingModeIsRefusedOverTheNetwork();
    void pathThatCannotBeToldIsRefused();
    void requiredTlsIsDemanded();

private:
    [[nodiscard]] SideConfig side() const
    {
        return m_server->portConfig(QStringLiteral("information_schema"));
    }
    [[nodiscard]] static QString codeOf(const SideConfig& config);

    std::unique_ptr<PrivateServer> m_server;
};

QString TestControlLogin::codeOf(const SideConfig& config)
{
    const auto opened = ControlStore::open(config);
    if (opened.ok())
        return {};
    const QString message = opened.error().message();
    if (!config.password.isEmpty() && message.contains(config.password))
        return QStringLiteral("password told");
    return errorCodeText(opened.error().code);
}

void TestControlLogin::initTestCase()
{
    PrivateServerOptions options = testServerOptions(ServerKind::MariaDb, QStringLiteral("login"));
    options.listenOnPort = true;
    auto started = PrivateServer::start(options);
    require(started ? okStatus() : Status(started.error()), QStringLiteral("starting a server"));
    m_server = std::move(*started);
}

void TestControlLogin::goodLoginOpens()
{
    QCOMPARE(codeOf(side()), QString());
    QCOMPARE(codeOf(m_server->sideConfig(QStringLiteral("mysql"))), QString());
}

void TestControlLogin::failures_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* field, const char* value, const char* code) {
        QTest::newRow(field) << QString::fromLatin1(field) << QString::fromLatin1(value)
                             << QString::fromLatin1(code);
    };
    row("password", "wrong one", "DB_CONN_003");
    row("user", "nobody-here", "DB_CONN_003");
    row("database", "no_such_database", "DB_CONN_004");
    row("socket", "/nonexistent/server.sock", "DB_CONN_001");
    row("host", "no-such-host.invalid", "DB_CONN_001");
    row("port", "closed", "DB_CONN_001");
}

void TestControlLogin::failures()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, code);
    SideConfig config = side();
    if (field == QLatin1String("database")) // root sees that it is missing
        config = m_server->sideConfig(value);
    if (field == QLatin1String("port"))
        config.port = 1; // nobody listens there
    for (const auto& [name, member] :
         {std::pair{"password", &SideConfig::password}, std::pair{"user", &SideConfig::user},
          std::pair{"socket", &SideConfig::socket}, std::pair{"host", &SideConfig::host}}) {
        if (field == QLatin1String(name))
            config.*member = value;
    }
    QCOMPARE(codeOf(config), code);
}

void TestControlLogin::verifyingModeIsRefusedOverTheNetwork()
{
    SideConfig config = side();
    config.host = QStringLiteral("db.example.invalid");
    for (const TlsMode mode : {TlsMode::VerifyCa, TlsMode::VerifyIdentity}) {
        config.tls = mode;
        QCOMPARE(codeOf(config), QStringLiteral("DB_CONN_005"));
    }
    SideConfig loopback = side();
    loopback.tls = TlsMode::VerifyIdentity;
    QCOMPARE(codeOf(loopback), QString());
}

void TestControlLogin::pathThatCannotBeToldIsRefused()
{
    SideConfig config = side();
    config.socket = QStringLiteral("/tmp/a;MYSQL_OPT_RECONNECT=1");
    QCOMPARE(codeOf(config), QStringLiteral("CFG_002"));
}

void TestControlLogin::requiredTlsIsDemanded()
{
    SideConfig config = side();
    config.tls = TlsMode::Required;
    QCOMPARE(codeOf(config), QStringLiteral("DB_CONN_005")); // this server has no certificate
}

QTEST_GUILESS_MAIN(TestControlLogin)
#include "tst_control_login.moc"
