// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/connection.h"
#include "tests/support/test_servers.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

// The five TLS modes against a server with a certificate that its own authority has signed.
class TestTls final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void modes_data();
    void modes();

private:
    std::unique_ptr<PrivateServer> m_server;
    QString m_dataFolder;
};

void TestTls::initTestCase()
{
    if (!serverKinds().contains(ServerKind::MySql9))
        return; // said loudly: MySQL makes itself a certificate, MariaDB 10.11 does not
    PrivateServerOptions options = testServerOptions(ServerKind::MySql9, QStringLiteral("tls"));
    options.listenOnPort = true;
    auto started = PrivateServer::start(options);
    require(started ? okStatus() : Status(started.error()), QStringLiteral("starting a server"));
    m_server = std::move(*started);
    auto connection = Connection::open(m_server->sideConfig(QStringLiteral("mysql")), Side::Remote);
    require(connection ? okStatus() : Status(connection.error()), QStringLiteral("connecting"));
    const auto folder = connection->query("SELECT @@datadir");
    QVERIFY(folder.ok());
    m_dataFolder = QString::fromUtf8(*folder->rows.at(0).at(0));
}

void TestTls::modes_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, TlsMode mode, const char* authority, const char* code) {
        QTest::newRow(name) << static_cast<int>(mode) << QString::fromLatin1(authority)
                            << QString::fromLatin1(code);
    };
    row("required", TlsMode::Required, "", "");
    row("authority known", TlsMode::VerifyCa, "ca.pem", "");
    row("authority unknown", TlsMode::VerifyCa, "", "DB_CONN_005");
    row("authority not there", TlsMode::VerifyCa, "no-such.pem", "DB_CONN_005");
    row("another name", TlsMode::VerifyIdentity, "ca.pem", "DB_CONN_005");
    row("identity of a stranger", TlsMode::VerifyIdentity, "", "DB_CONN_005");
}

void TestTls::modes()
{
    QFETCH(int, mode);
    QFETCH(QString, authority);
    QFETCH(QString, code);
    if (!m_server)
        return;
    SideConfig config = m_server->portConfig(QStringLiteral("mysql"));
    config.tls = static_cast<TlsMode>(mode);
    if (!authority.isEmpty())
        config.tlsCa = m_dataFolder + authority;
    const auto opened = Connection::open(config, Side::Remote);
    QCOMPARE(opened.ok() ? QString() : errorCodeText(opened.error().code), code);
    if (opened)
        QVERIFY(!opened->tlsCipher().isEmpty());
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
