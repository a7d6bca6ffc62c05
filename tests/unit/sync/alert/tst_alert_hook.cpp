// SPDX-License-Identifier: GPL-3.0-or-later
// Handing alerts over: to real programs, and to a real listener on this machine.
#include "sync/alert/alert_hook.h"

#include <QFile>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace causeway;
using namespace std::chrono_literals;

namespace {

ActiveAlert someAlert()
{
    ActiveAlert alert;
    alert.rule = AlertRule::OpenConflicts;
    alert.since = QDateTime(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC);
    alert.value = 42;
    alert.limit = 20;
    return alert;
}

QJsonObject message()
{
    return alertMessage(QStringLiteral("店铺 \"a\" $(id)"), someAlert());
}

QString codeOf(const Status& status)
{
    return status.ok() ? QString() : errorCodeText(status.error().code);
}

/// Takes one request and gives one answer, or none.
class Listener final : public QObject {
public:
    explicit Listener(QByteArray answer)
        : m_answer(std::move(answer))
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port to listen at");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(*socket); });
        });
    }
    [[nodiscard]] AlertHook hook(const QString& path = QStringLiteral("/secret-token")) const
    {
        AlertHook hook;
        hook.webhook = QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path);
        hook.timeout = 20s;
        return hook;
    }
    /// Delivers on a thread of its own while the listener answers on this one.
    [[nodiscard]] static Status deliverTo(const AlertHook& hook, const std::stop_token& stop = {})
    {
        auto going = std::async(std::launch::async, [&] { return deliver(hook, message(), stop); });
        while (going.wait_for(1ms) != std::future_status::ready)
            QCoreApplication::processEvents();
        return going.get();
    }
    QByteArray head;
    QByteArray body;
    int requests = 0;

private:
    void take(QTcpSocket& socket)
    {
        m_received += socket.readAll();
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        head = m_received.left(end);
        body = m_received.mid(end + 4);
        const qsizetype at = head.toLower().indexOf("content-length: ");
        if (at < 0 || body.size() < head.mid(at + 16).split('\r').first().toInt())
            return;
        ++requests;
        m_received.clear();
        if (m_answer.isEmpty())
            return;
        socket.write(m_answer);
        socket.disconnectFromHost();
    }

    QTcpServer m_server;
    QByteArray m_answer;
    QByteArray m_received;
};

} // namespace

class TestAlertHook final : public QObject {
    Q_OBJECT
private slots:
    void settingsThatCannotBe_data();
    void settingsThatCannotBe();
    void commandGetsEverythingAndNoShell();
    void commandThatFails();
    void commandThatIsNotThere();
    void commandThatDoesNotReadItsInput();
    void commandThatDoesNotEnd();
    void webhookGetsJson();
    void webhookAnswers_data();
    void webhookAnswers();
    void webhookThatDoesNotAnswer();
    void webhookThatIsNotThere();
    void stopRequestEndsIt();

private:
    [[nodiscard]] QByteArray content(const char* name) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
    }
    QTemporaryDir m_folder;
};

void TestAlertHook::settingsThatCannotBe_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("webhook");
    QTest::addColumn<int>("timeout");
    QTest::newRow("both") << QStringList{QStringLiteral("true")} << "http://a/" << 30;
    QTest::newRow("no program") << QStringList{QStringLiteral(" "), QStringLiteral("x")}
                                << QString() << 30;
    QTest::newRow("file") << QStringList() << "file:///etc/passwd" << 30;
    QTest::newRow("ftp") << QStringList() << "ftp://a/b" << 30;
    QTest::newRow("no scheme") << QStringList() << "a.example/b" << 30;
    QTest::newRow("no host") << QStringList() << "http:///b" << 30;
    QTest::newRow("no time") << QStringList{QStringLiteral("true")} << QString() << 0;
    QTest::newRow("too much time") << QStringList{QStringLiteral("true")} << QString() << 601;
}

void TestAlertHook::settingsThatCannotBe()
{
    QFETCH(QStringList, command);
    QFETCH(QString, webhook);
    QFETCH(int, timeout);
    const AlertHook hook{command, webhook, std::chrono::seconds(timeout)};
    QCOMPARE(codeOf(hook.check()), QStringLiteral("CFG_002"));
    QCOMPARE(codeOf(deliver(hook, message(), {})), QStringLiteral("CFG_002"));
}

void TestAlertHook::commandGetsEverythingAndNoShell()
{
    QFile script(m_folder.filePath(QStringLiteral("hook.sh")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(
        "#!/bin/sh\ncd \"$(dirname \"$0\")\" || exit 9\nprintf '%s\\n' \"$@\" > arguments\n"
        "cat > input\nenv | grep -e CAUSEWAY > environment\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    script.close();
    qputenv("CAUSEWAY_REMOTE_PASSWORD", "secret");
    AlertHook hook;
    hook.command = QStringList{script.fileName(), QStringLiteral("$HOME; `id` && x"),
                               QStringLiteral("two words"), QString()};
    const Status taken = deliver(hook, message(), {});
    QVERIFY2(taken.ok(), taken.ok() ? "" : qPrintable(taken.error().message()));
    QCOMPARE(content("arguments"), QByteArray("$HOME; `id` && x\ntwo words\n\n"));
    QCOMPARE(QJsonDocument::fromJson(content("input")).object(), message());
    const QByteArray environment = content("environment");
    for (const char* line :
         {"CAUSEWAY_ALERT_EVENT=alert\n", "CAUSEWAY_ALERT_RULE=open_conflicts\n",
          "CAUSEWAY_ALERT_VALUE=42\n", "CAUSEWAY_ALERT_LIMIT=20\n",
          "CAUSEWAY_ALERT_TEXT=Conflicts that wait for a decision: 42; the limit is 20.\n",
          "CAUSEWAY_ALERT_PROFILE=店铺 \"a\" $(id)\n",
          "CAUSEWAY_ALERT_SINCE=2026-03-01T08:00:00Z\n"})
        QVERIFY2(environment.contains(line), line);
    QVERIFY(!environment.contains("secret"));
    qunsetenv("CAUSEWAY_REMOTE_PASSWORD");
}

void TestAlertHook::commandThatFails()
{
    AlertHook hook;
    hook.command = QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                               QStringLiteral("echo out of paper; exit 3")};
    const Status taken = deliver(hook, message(), {});
    QCOMPARE(codeOf(taken), QStringLiteral("SYS_005"));
    QVERIFY(taken.error().message().contains(QLatin1String("exit code 3")));
    QCOMPARE(taken.error().serverMessage, QStringLiteral("out of paper"));
}

void TestAlertHook::commandThatIsNotThere()
{
    AlertHook hook;
    hook.command = QStringList{QStringLiteral("/nonexistent/program"), QStringLiteral("token")};
    const Status taken = deliver(hook, message(), {});
    QCOMPARE(codeOf(taken), QStringLiteral("SYS_005"));
    QVERIFY(taken.error().message().contains(QLatin1String("/nonexistent/program")));
    QVERIFY(!taken.error().message().contains(QLatin1String("token")));
}

void TestAlertHook::commandThatDoesNotReadItsInput()
{
    AlertHook hook;
    hook.command = QStringList{QStringLiteral("true")};
    for (int i = 0; i < 20; ++i)
        QVERIFY(deliver(hook, message(), {}).ok());
}

void TestAlertHook::commandThatDoesNotEnd()
{
    AlertHook hook;
    hook.command = QStringList{QStringLiteral("sleep"), QStringLiteral("600")};
    hook.timeout = 1s;
    const Status taken = deliver(hook, message(), {});
    QCOMPARE(codeOf(taken), QStringLiteral("SYS_005"));
    QVERIFY(taken.error().message().contains(QLatin1String("1 seconds")));
}

void TestAlertHook::webhookGetsJson()
{
    Listener listener("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    QVERIFY(Listener::deliverTo(listener.hook()).ok());
    QCOMPARE(listener.requests, 1);
    QVERIFY(listener.head.startsWith("POST /secret-token HTTP/1.1"));
    QVERIFY(listener.head.toLower().contains("content-type: application/json"));
    QCOMPARE(QJsonDocument::fromJson(listener.body).object(), message());
}

void TestAlertHook::webhookAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("expected"); // in the message; empty: taken
    const QByteArray close = "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    QTest::newRow("200") << QByteArray("HTTP/1.1 200 OK" + close) << QString();
    QTest::newRow("202 with a body")
        << QByteArray("HTTP/1.1 202 Accepted\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc")
        << QString();
    QTest::newRow("404") << QByteArray("HTTP/1.1 404 Not Found" + close) << "404";
    QTest::newRow("500") << QByteArray("HTTP/1.1 500 Oh" + close) << "500";
    QTest::newRow("redirection is not followed")
        << QByteArray("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd" + close) << "302";
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << "network error";
}

void TestAlertHook::webhookAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, expected);
    Listener listener(answer);
    const Status taken = Listener::deliverTo(listener.hook());
    QCOMPARE(taken.ok(), expected.isEmpty());
    // Qt sends again when a connection ends without an answer
    QVERIFY(answer.startsWith("HTTP") ? listener.requests == 1 : listener.requests >= 1);
    if (taken.ok())
        return;
    QCOMPARE(codeOf(taken), QStringLiteral("SYS_005"));
    QVERIFY2(taken.error().message().contains(expected), qPrintable(taken.error().message()));
    QVERIFY(!taken.error().message().contains(QLatin1String("secret-token")));
}

void TestAlertHook::webhookThatDoesNotAnswer()
{
    Listener listener({});
    AlertHook hook = listener.hook();
    hook.timeout = 1s;
    const Status taken = Listener::deliverTo(hook);
    QCOMPARE(codeOf(taken), QStringLiteral("SYS_005"));
    QVERIFY(taken.error().message().contains(QLatin1String("1 seconds")));
}

void TestAlertHook::webhookThatIsNotThere()
{
    AlertHook hook;
    {
        const Listener gone({});
        hook = gone.hook();
    }
    const Status taken = Listener::deliverTo(hook);
    QCOMPARE(codeOf(taken), QStringLiteral("SYS_005"));
    QVERIFY(!taken.error().message().contains(QLatin1String("secret-token")));
}

void TestAlertHook::stopRequestEndsIt()
{
    Listener listener({});
    std::stop_source source;
    auto stopping = std::async(std::launch::async, [&] { source.request_stop(); });
    QCOMPARE(codeOf(Listener::deliverTo(listener.hook(), source.get_token())),
             QStringLiteral("SYNC_005"));
    AlertHook hook;
    hook.command = QStringList{QStringLiteral("sleep"), QStringLiteral("600")};
    QCOMPARE(codeOf(deliver(hook, message(), source.get_token())), QStringLiteral("SYNC_005"));
}

QTEST_GUILESS_MAIN(TestAlertHook)
#include "tst_alert_hook.moc"
