// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_servers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <future>
#include <sys/file.h>

namespace causeway::test {
namespace {

void announceMissingMySql(const Error& error)
{
    const QString text =
        QStringLiteral("NO MYSQL SERVER: this run proves nothing about MySQL. %1: %2 %3")
            .arg(error.what, error.detail, error.serverMessage);
    const QByteArray line = text.toUtf8();
    fprintf(stderr, "\n**** %s ****\n\n", line.constData());
    qWarning("**** %s ****", line.constData());
}

/// Where packaging/dev unpacks MySQL, unless the environment names another place.
void nameDefaultMySql()
{
    if (qEnvironmentVariableIsEmpty("CAUSEWAY_MYSQL_ROOT") &&
        QFile::exists(QStringLiteral(CAUSEWAY_MYSQL_FOLDER)))
        qputenv("CAUSEWAY_MYSQL_ROOT", CAUSEWAY_MYSQL_FOLDER);
}

bool mySqlIsThere()
{
    static const bool there = [] {
        nameDefaultMySql();
        const Status status = PrivateServer::available(ServerKind::MySql9);
        if (!status)
            announceMissingMySql(status.error());
        return status.ok();
    }();
    return there;
}

std::function<void(PrivateServerOptions&)>& adjustment()
{
    static std::function<void(PrivateServerOptions&)> adjust;
    return adjust;
}

/// Creating a table forces files to the disk, whatever the server's options: in memory that costs
/// nothing, and half the time of most tests goes there.
QString placeForFolders()
{
    constexpr qint64 kRoom = 6LL << 30; // for several programs at once
    const QStorageInfo memory(QStringLiteral("/dev/shm"));
    const bool roomy = memory.isValid() && memory.fileSystemType() == "tmpfs" &&
                       !memory.isReadOnly() && memory.bytesAvailable() >= kRoom;
    return roomy ? memory.rootPath() : QStringLiteral("/tmp");
}

/// A fresh folder, removed at the end. A lock tells other programs that its owner lives: what a
/// killed one left behind is removed by the next.
class OwnedFolder final {
public:
    explicit OwnedFolder(const QString& place)
        : m_folder(place + u'/' + kPrefix + u"XXXXXX")
        , m_lock(m_folder.filePath(kLock))
    {
        removeAbandoned(place);
        const bool passable = QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner |
                                                                QFile::ExeOwner | QFile::ExeOther);
        if (!m_folder.isValid() || !passable || !m_lock.open(QFile::ReadWrite) ||
            flock(m_lock.handle(), LOCK_EX | LOCK_NB) != 0)
            qFatal("no temporary folder: %s", qUtf8Printable(m_folder.errorString()));
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    static constexpr QLatin1String kPrefix{"causeway-test-"};
    static constexpr QLatin1String kLock{"owner"};

    static void removeAbandoned(const QString& place)
    {
        const QStringList names = QDir(place).entryList({kPrefix + u'*'}, QDir::Dirs);
        for (const QString& name : names) {
            QDir folder(place + u'/' + name);
            QFile lock(folder.filePath(kLock)); // not there yet: somebody is just beginning
            if (lock.open(QFile::ReadOnly) && flock(lock.handle(), LOCK_EX | LOCK_NB) == 0)
                folder.removeRecursively();
        }
    }

    QTemporaryDir m_folder;
    QFile m_lock;
};

/// A server whose data nobody needs after the program.
struct ScratchServer {
    std::unique_ptr<PrivateServer> server;

    ScratchServer() = default;
    ScratchServer(const ScratchServer&) = delete;
    ScratchServer& operator=(const ScratchServer&) = delete;
    ~ScratchServer()
    {
        if (server)
            server->kill(); // a clean shutdown would take a second, for nothing
    }
};

} // namespace

const char* pairName(PairKind pair)
{
    return pair == PairKind::MySqlMariaDb ? "mysql9+mariadb" : "mariadb+mariadb";
}

const char* kindName(ServerKind kind)
{
    return kind == ServerKind::MySql9 ? "mysql9" : "mariadb";
}

QList<ServerKind> serverKinds()
{
    if (mySqlIsThere())
        return {ServerKind::MySql9, ServerKind::MariaDb};
    return {ServerKind::MariaDb};
}

QList<PairKind> serverPairs()
{
    if (mySqlIsThere())
        return {PairKind::MySqlMariaDb, PairKind::MariaDbMariaDb};
    return {PairKind::MariaDbMariaDb};
}

QString testFolder()
{
    static const OwnedFolder folder(placeForFolders());
    return folder.path();
}

PrivateServerOptions testServerOptions(ServerKind kind, const QString& name)
{
    PrivateServerOptions options;
    options.kind = kind;
    options.folder = testFolder() + u'/' + name;
    options.templateFolder = QStringLiteral(CAUSEWAY_SERVER_TEMPLATES);
    options.durable = false;
    return options;
}

void adjustSharedServers(std::function<void(PrivateServerOptions&)> adjust)
{
    adjustment() = std::move(adjust);
}

PrivateServer& sharedServer(PairKind pair, Side side)
{
    (void)testFolder(); // made before, removed after the servers
    static std::array<ScratchServer, 3> servers;
    const bool mySql = pair == PairKind::MySqlMariaDb && side == Side::Remote;
    const std::size_t index = mySql ? 2 : (side == Side::Remote ? 1 : 0);
    auto& server = servers.at(index).server;
    if (server && !server->isRunning())
        require(server->restart(), QStringLiteral("starting a server again"));
    if (server)
        return *server;
    PrivateServerOptions options = testServerOptions(
        mySql ? ServerKind::MySql9 : ServerKind::MariaDb, QStringLiteral("shared-%1").arg(index));
    if (adjustment())
        adjustment()(options);
    auto started = PrivateServer::start(options);
    require(started ? okStatus() : Status(started.error()), QStringLiteral("starting a server"));
    server = std::move(*started);
    return *server;
}

void startSharedServers()
{
    (void)testFolder();
    // One thread per kind: two servers of one kind would prepare the same template.
    auto mySql = std::async(std::launch::async, [] {
        if (serverPairs().contains(PairKind::MySqlMariaDb))
            (void)sharedServer(PairKind::MySqlMariaDb, Side::Remote);
    });
    for (const Side side : {Side::Local, Side::Remote})
        (void)sharedServer(PairKind::MariaDbMariaDb, side);
    mySql.get();
}

void require(const Status& status, const QString& doing)
{
    if (status)
        return;
    const Error& error = status.error();
    qFatal("%s: %s: %s %s [%d]", qUtf8Printable(doing), qUtf8Printable(error.what),
           qUtf8Printable(error.detail), qUtf8Printable(error.serverMessage), error.serverCode);
}

} // namespace causeway::test
