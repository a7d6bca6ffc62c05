// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/connection_url.h"

#include <QTest>

using namespace causeway;

class ConnectionUrlTest final : public QObject {
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void goesThereAndBack();
};

void ConnectionUrlTest::reads_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QStringList>(
        "expected"); // user, password, host, port, socket, database, tls, ca
    const auto row = [](const char* name, const char* url, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(url)
                            << QString::fromUtf8(expected).split(QLatin1Char('|'));
    };
    row("plain", "mysql://u:p@db1:3307/shop", "u|p|db1|3307||shop|PREFERRED|");
    row("mariadb, no port", "MariaDB://u@db1/shop", "u||db1|3306||shop|PREFERRED|");
    row("no host", "mysql://u@/shop", "u||127.0.0.1|3306||shop|PREFERRED|");
    row("percent", "mysql://a%40b:p%2F%23%25%3A@db1/%E5%BA%97",
        "a@b|p/#%:|db1|3306||店|PREFERRED|");
    row("at sign in the password", "mysql://u:p@ss@db1/shop", "u|p@ss|db1|3306||shop|PREFERRED|");
    row("colon and hash in the password", "mysql://u:a:b#c@db1/shop",
        "u|a:b#c|db1|3306||shop|PREFERRED|");
    row("plus stays plus", "mysql://u:a+b@db1/shop", "u|a+b|db1|3306||shop|PREFERRED|");
    row("IPv6", "mysql://u@[2001:db8::1]:3310/shop", "u||2001:db8::1|3310||shop|PREFERRED|");
    row("IPv6 without port", "mysql://u@[::1]/shop", "u||::1|3306||shop|PREFERRED|");
    row("socket", "mysql://root@/shop?socket=/run/my%20sql.sock",
        "root|||3306|/run/my sql.sock|shop|PREFERRED|");
    row("socket beside host", "mysql://root@localhost/shop?socket=/s",
        "root||localhost|3306|/s|shop|PREFERRED|");
    row("tls by MySQL's name", "mysql://u@h/d?tls=VERIFY_CA&tls-ca=/etc/ca.pem",
        "u||h|3306||d|VERIFY_CA|/etc/ca.pem");
    row("tls with hyphens", "mysql://u@h/d?ssl-mode=verify-identity",
        "u||h|3306||d|VERIFY_IDENTITY|");
    row("sslmode of other tools", "mysql://u@h/d?sslmode=verify-full",
        "u||h|3306||d|VERIFY_IDENTITY|");
    row("tls=true", "mysql://u@h/d?tls=true", "u||h|3306||d|REQUIRED|");
    row("ssl=0", "mysql://u@h/d?ssl=0", "u||h|3306||d|DISABLED|");
    row("blanks around", "  mysql://u@h/d \n", "u||h|3306||d|PREFERRED|");
}

void ConnectionUrlTest::reads()
{
    QFETCH(QString, url);
    QFETCH(QStringList, expected);
    const auto side = parseConnectionUrl(url);
    QVERIFY2(side.ok(), side.ok() ? "" : qPrintable(side.error().detail));
    const QStringList actual{
        side->user,   side->password, side->host,        QString::number(side->port),
        side->socket, side->database, toText(side->tls), side->tlsCa};
    QCOMPARE(actual, expected);
}

void ConnectionUrlTest::refuses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* url, const char* words) {
        QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(words);
    };
    row("", "begin with mysql://");
    row("postgres://u:canary@h/d", "begin with mysql://");
    row("u:canary@h/d", "begin with mysql://");
    row("mysql://h/d", "user name is missing");
    row("mysql://:canary@h/d", "user name is missing");
    row("mysql://u:canary@h", "database is missing");
    row("mysql://u:canary@h/", "database is missing");
    row("mysql://u:canary@h/a/b", "more than one name");
    row("mysql://u:canary@h:0/d", "port must be");
    row("mysql://u:canary@h:65536/d", "port must be");
    row("mysql://u:canary@h:port/d", "port must be");
    row("mysql://u:canary@h:/d", "port must be");
    row("mysql://u:canary@::1/d", "brackets");
    row("mysql://u:canary@[::1/d", "brackets");
    row("mysql://u:canary@[::1]x/d", "brackets");
    row("mysql://u:canary%@h/d", "percent sign");
    row("mysql://u:canary%zz@h/d", "percent sign");
    row("mysql://u:canary@h/%ff", "UTF-8");
    row("mysql://u:canary@h/a%00b", "UTF-8");
    row("mysql://u:canary@h/d?tls=maybe", "TLS mode \"maybe\"");
    row("mysql://u:canary@h/d?charset=utf8", "option \"charset\"");
}

void ConnectionUrlTest::refuses()
{
    QFETCH(QString, url);
    QFETCH(QString, words);
    const auto side = parseConnectionUrl(url);
    QVERIFY(!side.ok());
    QCOMPARE(side.error().code, ErrorCode::CfgInvalid);
    QVERIFY2(side.error().detail.contains(words), qPrintable(side.error().detail));
    QVERIFY(!side.error().detail.contains(QLatin1String("canary")));
    QVERIFY(!side.error().what.contains(QLatin1String("canary")));
}

void ConnectionUrlTest::goesThereAndBack()
{
    SideConfig side;
    side.user = QStringLiteral("a@b:c");
    side.password = QStringLiteral("canary");
    side.host = QStringLiteral("fe80::1");
    side.port = 3311;
    side.database = QStringLiteral("商店/shop?");
    side.tls = TlsMode::VerifyCa;
    side.tlsCa = QStringLiteral("/a b&c");
    side.socket = QStringLiteral("/run/x=y");
    const QString url = toConnectionUrl(side);
    QVERIFY(!url.contains(QLatin1String("canary")));
    const auto back = parseConnectionUrl(url);
    QVERIFY(back.ok());
    side.password.clear();
    QCOMPARE(*back == side, true);
}

QTEST_GUILESS_MAIN(ConnectionUrlTest)
#include "tst_connection_url.moc"
