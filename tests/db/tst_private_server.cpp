// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/connection.h"
#include "tests/support/test_servers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace causeway;
using namespace causeway::test;

namespace {

QByteArray ask(const SideConfig& config, const QByteArray& sql)
{
    ConnectionOptions options;
    options.selectDatabase = false;
    auto connection = Connection::open(config, Side::Local, options);
    if (!connection)
        return "error " + QByteArray::number(connection.error().serverCode);
    auto result = connection->query(sql);
    if (!result)
        return "error " + QByteArray::number(result.error().serverCode);
    return result->rows.empty() ? QByteArray() : result->rows.front().at(0).value_or("NULL");
}

bool isAlive(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
    return file.open(QIODevice::ReadOnly) && !file.readAll().isEmpty();
}

/// Any process, watchers too, that names @p folder on its command line.
QStringList processesOf(const QString& folder)
{
    QStringList found;
    for (const QString& pid : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[1-9]*")})) {
        QFile file(u"/proc/" + pid + u"/cmdline");
        if (pid.toLongLong() != getpid() && file.open(QIODevice::ReadOnly) &&
            file.readAll().contains(QFile::encodeName(folder)))
            found << pid;
    }
    return found;
}

std::unique_ptr<PrivateServer> startServer(const PrivateServerOptions& options)
{
    auto server = PrivateServer::start(options);
    require(server ? okStatus() : Status(server.error()), QStringLiteral("starting"));
    return std::move(*server);
}

constexpr const char* kOwn = "--own";

/// What the killed owner of the tests below does: starts a server, tells its process id, waits.
int ownUntilKilled(const QString& kind, const QString& folder, const QString& templates)
{
    PrivateServerOptions options;
    options.kind = kind == u"mysql9" ? ServerKind::MySql9 : ServerKind::MariaDb;
    options.folder = folder;
    options.templateFolder = templates;
    options.durable = false;
    const auto server = startServer(options);
    (void)ask(server->sideConfig({}), "CREATE DATABASE kept");
    printf("%lld\n", static_cast<long long>(server->processId()));
    fflush(stdout);
    return getchar();
}

/// A process of its own that owns a server.
struct Owner {
    QProcess process;
    qint64 serverPid = 0;

    Owner(ServerKind kind, const QString& folder)
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(),
                      {QLatin1String(kOwn), QLatin1String(kindName(kind)), folder,
                       testServerOptions(kind, {}).templateFolder});
        while (serverPid == 0 && process.waitForReadyRead(120'000))
            serverPid = process.readLine().trimmed().toLongLong();
    }
};

} // namespace

class TestPrivateServer final : public QObject {
    Q_OBJECT
private slots:
    void init() { m_name = QStringLiteral("server-%1").arg(++m_count); }

    void startsAndStopsCleanly_data() { addKinds(); }
    void startsAndStopsCleanly();
    void keepsDataOverStopCrashAndRestart_data() { addKinds(); }
    void keepsDataOverStopCrashAndRestart();
    void resetStartsFresh_data() { addKinds(); }
    void resetStartsFresh();
    void diesWithItsKilledOwner_data() { addKinds(); }
    void diesWithItsKilledOwner();
    void nextOwnerTakesOver_data() { addKinds(); }
    void nextOwnerTakesOver();
    void portWantsThePassword_data() { addKinds(); }
    void portWantsThePassword();
    void folderHasOneOwner();
    void longFolderGetsAShortSocket();
    void survivesTheThreadThatStartedIt();
    void folderIsPrivateAndServerIsNoRoot();
    void failingServerTellsItsLog();
    void otherKindsDataIsRefused();

private:
    static void addKinds();
    [[nodiscard]] PrivateServerOptions options(ServerKind kind) const
    {
        return testServerOptions(kind, m_name);
    }

    QString m_name;
    int m_count = 0;
};

void TestPrivateServer::addKinds()
{
    QTest::addColumn<ServerKind>("kind");
    for (const ServerKind kind : serverKinds())
        QTest::newRow(kindName(kind)) << kind;
}

void TestPrivateServer::startsAndStopsCleanly()
{
    QFETCH(ServerKind, kind);
    auto server = startServer(options(kind));
    const SideConfig login = server->sideConfig({});
    QVERIFY(server->isRunning());
    QVERIFY(isAlive(server->processId()));
    QCOMPARE(server->port(), 0);
    QVERIFY(ask(login, "SELECT @@GLOBAL.sql_mode").contains("STRICT_TRANS_TABLES"));
    QCOMPARE(ask(login, "SELECT @@GLOBAL.character_set_server"), QByteArray("utf8mb4"));
    QCOMPARE(ask(login, "SELECT @@GLOBAL.performance_schema"), QByteArray("0"));
    QCOMPARE(ask(login, "SELECT @@GLOBAL.skip_networking"), QByteArray("1"));
    const qint64 pid = server->processId();
    QVERIFY(server->stop().ok());
    QVERIFY(!server->isRunning());
    QVERIFY(!isAlive(pid));
    QVERIFY(server->stop().ok()); // again: no error
    QFile log(server->logFile());
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(log.readAll().toLower().contains("shutdown complete"));
    QTRY_VERIFY(processesOf(testFolder() + u'/' + m_name).isEmpty());
}

void TestPrivateServer::keepsDataOverStopCrashAndRestart()
{
    QFETCH(ServerKind, kind);
    auto server = startServer(options(kind));
    (void)ask(server->sideConfig({}), "CREATE DATABASE one");
    QVERIFY(server->stop().ok());
    QVERIFY(server->restart().ok());
    (void)ask(server->sideConfig({}), "CREATE DATABASE two");
    server->kill();
    QVERIFY(!server->isRunning());
    QVERIFY(server->restart().ok());
    QCOMPARE(ask(server->sideConfig({}), "SELECT COUNT(*) FROM information_schema.schemata WHERE "
                                         "schema_name IN ('one','two')"),
             QByteArray("2"));
}

void TestPrivateServer::resetStartsFresh()
{
    QFETCH(ServerKind, kind);
    auto server = startServer(options(kind));
    (void)ask(server->sideConfig({}), "CREATE DATABASE gone");
    QVERIFY(server->reset().ok());
    QVERIFY(server->isRunning());
    QCOMPARE(ask(server->sideConfig({}),
                 "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name='gone'"),
             QByteArray("0"));
}

void TestPrivateServer::diesWithItsKilledOwner()
{
    QFETCH(ServerKind, kind);
    const QString folder = options(kind).folder;
    Owner owner(kind, folder);
    QVERIFY(isAlive(owner.serverPid));
    owner.process.kill(); // SIGKILL
    QVERIFY(owner.process.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(processesOf(folder).isEmpty(), 60'000);
    QFile log(folder + u"/server.log");
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(log.readAll().toLower().contains("shutdown complete")); // not shot: shut down
}

void TestPrivateServer::nextOwnerTakesOver()
{
    QFETCH(ServerKind, kind);
    const QString folder = options(kind).folder;
    Owner owner(kind, folder);
    QVERIFY(isAlive(owner.serverPid));
    // Watcher and owner die at once: the server is left alone, until the next start.
    for (const QString& pid : processesOf(folder)) {
        if (pid.toLongLong() != owner.serverPid && pid.toLongLong() != owner.process.processId())
            ::kill(static_cast<pid_t>(pid.toLongLong()), SIGKILL);
    }
    owner.process.kill();
    QVERIFY(owner.process.waitForFinished());
    QVERIFY(isAlive(owner.serverPid));
    auto server = startServer(options(kind));
    QVERIFY(server->processId() != owner.serverPid);
    QVERIFY(!isAlive(owner.serverPid));
    QCOMPARE(ask(server->sideConfig({}),
                 "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name='kept'"),
             QByteArray("1"));
}

void TestPrivateServer::portWantsThePassword()
{
    QFETCH(ServerKind, kind);
    PrivateServerOptions wanted = options(kind);
    wanted.listenOnPort = true;
    auto server = startServer(wanted);
    const int port = server->port();
    QVERIFY(port > 0);
    SideConfig login = server->portConfig({});
    QCOMPARE(ask(login, "SELECT CURRENT_USER()"), QByteArray("causeway@127.0.0.1"));
    login.password += u'x';
    QCOMPARE(ask(login, "SELECT 1"), QByteArray("error 1045"));
    login.user = QStringLiteral("root");
    login.password.clear();
    const QByteArray asRoot = ask(login, "SELECT 1");
    QVERIFY2(asRoot.startsWith("error 1"), asRoot.constData());
    QVERIFY(server->stop().ok());
    QVERIFY(server->restart().ok());
    QCOMPARE(server->port(), port); // a profile that names the port stays right
    QCOMPARE(ask(server->portConfig({}), "SELECT 1"), QByteArray("1"));
}

void TestPrivateServer::folderHasOneOwner()
{
    auto server = startServer(options(ServerKind::MariaDb));
    const auto second = PrivateServer::start(options(ServerKind::MariaDb));
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, ErrorCode::SysPermission);
    QCOMPARE(ask(server->sideConfig({}), "SELECT 1"), QByteArray("1")); // and the first goes on
}

void TestPrivateServer::longFolderGetsAShortSocket()
{
    PrivateServerOptions wanted = options(ServerKind::MariaDb);
    wanted.folder += u'/' + QString(120, u'd');
    QVERIFY(QDir().mkpath(QFileInfo(wanted.folder).path()));
    QFile::setPermissions(QFileInfo(wanted.folder).path(),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther);
    auto server = startServer(wanted);
    QVERIFY(server->socketPath().toUtf8().size() < 100);
    struct stat entry {};
    const QByteArray home = QFile::encodeName(QFileInfo(server->socketPath()).path());
    QCOMPARE(stat(home.constData(), &entry), 0);
    QCOMPARE(entry.st_mode & 0777, 0700U);
    QCOMPARE(ask(server->sideConfig({}), "SELECT 1"), QByteArray("1"));
    server.reset();
    QVERIFY(stat(home.constData(), &entry) != 0); // nothing stays outside the folder
}

void TestPrivateServer::survivesTheThreadThatStartedIt()
{
    std::unique_ptr<PrivateServer> server;
    std::thread([&] { server = startServer(options(ServerKind::MariaDb)); }).join();
    QVERIFY(server->isRunning());
    QCOMPARE(ask(server->sideConfig({}), "SELECT 1"), QByteArray("1"));
    bool stopped = false;
    std::thread([&] { stopped = server->stop().ok(); }).join();
    QVERIFY(stopped);
}

void TestPrivateServer::folderIsPrivateAndServerIsNoRoot()
{
    auto server = startServer(options(ServerKind::MariaDb));
    struct stat entry {};
    QCOMPARE(stat(QFile::encodeName(testFolder() + u'/' + m_name).constData(), &entry), 0);
    QCOMPARE(entry.st_mode & 0777, 0700U);
    const QFileInfo process(QStringLiteral("/proc/%1").arg(server->processId()));
    QVERIFY(process.ownerId() != 0);
    if (geteuid() != 0)
        QCOMPARE(process.ownerId(), geteuid());
}

void TestPrivateServer::failingServerTellsItsLog()
{
    PrivateServerOptions wanted = options(ServerKind::MariaDb);
    wanted.extraArguments << QStringLiteral("--no-such-option");
    const auto server = PrivateServer::start(wanted);
    QVERIFY(!server.ok());
    QCOMPARE(server.error().code, ErrorCode::SysInternal);
    QVERIFY(server.error().serverMessage.contains(QStringLiteral("no-such-option")));
    QTRY_VERIFY(processesOf(wanted.folder).isEmpty());
}

void TestPrivateServer::otherKindsDataIsRefused()
{
    const QString folder = options(ServerKind::MariaDb).folder;
    QVERIFY(QDir().mkpath(folder + u"/data"));
    QFile mark(folder + u"/prepared");
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.write("mysql-000000000000");
    mark.close();
    const auto server = PrivateServer::start(options(ServerKind::MariaDb));
    QVERIFY(!server.ok());
    QVERIFY(QDir(folder + u"/data").exists()); // and nothing was deleted
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 5 && words[1] == QLatin1String(kOwn))
        return ownUntilKilled(words[2], words[3], words[4]);
    TestPrivateServer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_private_server.moc"
