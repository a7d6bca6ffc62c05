// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/private_server.h"

#include "sync/db/connection.h"
#include "sync/dialect/server_account_sql.h"
#include "sync/server/data_template.h"
#include "sync/server/server_program.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace causeway {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int kPortTries = 3;
constexpr QLatin1String kPortAccount("causeway");

/// A loopback port that nobody listens on: @p wanted when it is free, else any; 0 when none is.
int freePort(int wanted)
{
    const FileHandle probe(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<quint16>(wanted));
    const int yes = 1; // a port that only old, closed connections remember is free for a server
    setsockopt(probe.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    if (bind(probe.get(), raw, size) != 0)
        return wanted != 0 ? freePort(0) : 0;
    return getsockname(probe.get(), raw, &size) == 0 ? ntohs(address.sin_port) : 0;
}

QString newPassword()
{
    QByteArray bytes(18, '\0');
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding));
}

} // namespace

class PrivateServer::Impl {
public:
    Impl(PrivateServerOptions options, ServerProgram program, ServerFolder folder)
        : m_options(std::move(options))
        , m_program(std::move(program))
        , m_folder(std::move(folder))
    {
    }

    Status start();
    Status stop();
    [[nodiscard]] SideConfig socketLogin(const QString& database) const;

    PrivateServerOptions m_options;
    ServerProgram m_program;
    ServerFolder m_folder;
    WatchedProcess m_process;
    QString m_password;
    int m_port = 0;

private:
    Status prepare();
    Status preparePort();
    Status launch();
    Status waitUntilReady();
    [[nodiscard]] Error failure(const QString& sentence) const;
};

Error PrivateServer::Impl::failure(const QString& sentence) const
{
    Error error = makeError(ErrorCode::SysInternal, m_folder.path(), sentence);
    error.serverMessage = m_folder.logTail();
    return error;
}

Status PrivateServer::Impl::start()
{
    if (m_process.isRunning())
        return okStatus();
    CAUSEWAY_TRY(m_folder.endLeftover(m_options.stopTimeout));
    m_folder.removeStaleSocket();
    m_folder.rotateLog();
    CAUSEWAY_TRY(prepare());
    Status started = okStatus();
    for (int attempt = 0; attempt < kPortTries; ++attempt) {
        CAUSEWAY_TRY(preparePort());
        started = launch();
        // Somebody else may have taken the port between our probe and the server's start.
        const bool portTaken = m_options.listenOnPort && !started && freePort(m_port) != m_port;
        if (!portTaken)
            break;
    }
    return started;
}

Status PrivateServer::Impl::prepare()
{
    const QString by = m_folder.preparedBy();
    if (by.isEmpty())
        return prepareData(m_folder, m_program, m_options.templateFolder);
    if (by.section(u'-', 0, 0) != m_program.id.section(u'-', 0, 0)) {
        return failure(QCoreApplication::translate(
            "PrivateServer", "the folder holds the data of another kind of server"));
    }
    return m_folder.handOver();
}

Status PrivateServer::Impl::preparePort()
{
    if (!m_options.listenOnPort)
        return okStatus();
    const QString kept = m_folder.read(QStringLiteral("port"));
    m_port = freePort(m_options.port != 0 ? m_options.port : kept.toInt());
    if (m_port == 0 || (m_options.port != 0 && m_port != m_options.port)) {
        return failure(
            QCoreApplication::translate("PrivateServer", "port %1 is in use").arg(m_options.port));
    }
    CAUSEWAY_TRY(m_folder.write(QStringLiteral("port"), QByteArray::number(m_port)));
    m_password = m_folder.read(QStringLiteral("password"));
    if (m_password.isEmpty()) {
        m_password = newPassword();
        CAUSEWAY_TRY(m_folder.write(QStringLiteral("password"), m_password.toUtf8()));
    }
    CAUSEWAY_TRY(
        m_folder.write(QStringLiteral("init.sql"), portAccountSql(kPortAccount, m_password)));
    return m_folder.handOver();
}

Status PrivateServer::Impl::launch()
{
    auto process = WatchedProcess::start(m_program.serverCommand(m_folder, m_options, m_port),
                                         m_folder.log(), m_options.stopTimeout);
    if (!process)
        return process.error();
    m_process = std::move(*process);
    Status ready = waitUntilReady();
    if (!ready)
        m_process.kill();
    return ready;
}

Status PrivateServer::Impl::waitUntilReady()
{
    const auto end = Clock::now() + m_options.startTimeout;
    ConnectionOptions options;
    options.selectDatabase = false;
    Error last;
    while (Clock::now() < end) {
        auto connection = Connection::open(socketLogin({}), Side::Local, options);
        if (connection)
            return okStatus();
        last = connection.error();
        if (m_process.waitForEnd(25ms)) {
            return failure(
                QCoreApplication::translate("PrivateServer", "the server ended while starting"));
        }
    }
    return failure(
        QCoreApplication::translate("PrivateServer", "the server was not ready in time: %1")
            .arg(last.serverMessage));
}

Status PrivateServer::Impl::stop()
{
    m_process.askToEnd();
    if (m_process.waitForEnd(m_options.stopTimeout + 5s))
        return okStatus();
    m_process.kill();
    return failure(QCoreApplication::translate("PrivateServer",
                                               "the server did not stop in time and was killed"));
}

SideConfig PrivateServer::Impl::socketLogin(const QString& database) const
{
    SideConfig config;
    config.socket = m_folder.socket();
    config.user = QStringLiteral("root");
    config.database = database;
    config.tls = TlsMode::Disabled;
    return config;
}

PrivateServer::PrivateServer(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

PrivateServer::~PrivateServer()
{
    (void)stop();
    m_impl->m_folder.tidySocket();
}

Status PrivateServer::available(ServerKind kind)
{
    const auto program = ServerProgram::find(kind);
    return program ? okStatus() : Status(program.error());
}

Result<std::unique_ptr<PrivateServer>> PrivateServer::start(const PrivateServerOptions& options)
{
    auto program = ServerProgram::find(options.kind);
    if (!program)
        return program.error();
    auto folder = ServerFolder::open(options.folder);
    if (!folder)
        return folder.error();
    auto impl = std::make_unique<Impl>(options, std::move(*program), std::move(*folder));
    CAUSEWAY_TRY(impl->start());
    return std::unique_ptr<PrivateServer>(new PrivateServer(std::move(impl)));
}

Status PrivateServer::stop()
{
    return m_impl->stop();
}

Status PrivateServer::restart()
{
    return m_impl->start();
}

Status PrivateServer::reset()
{
    CAUSEWAY_TRY(m_impl->stop());
    CAUSEWAY_TRY(m_impl->m_folder.wipe());
    return m_impl->start();
}

void PrivateServer::kill()
{
    m_impl->m_process.kill();
}

bool PrivateServer::isRunning() const
{
    return m_impl->m_process.isRunning();
}

SideConfig PrivateServer::sideConfig(const QString& database) const
{
    return m_impl->socketLogin(database);
}

SideConfig PrivateServer::portConfig(const QString& database) const
{
    SideConfig config;
    config.host = QStringLiteral("127.0.0.1");
    config.port = port();
    config.user = kPortAccount;
    config.password = m_impl->m_password;
    config.database = database;
    return config;
}

QString PrivateServer::socketPath() const
{
    return m_impl->m_folder.socket();
}

int PrivateServer::port() const
{
    return m_impl->m_options.listenOnPort ? m_impl->m_port : 0;
}

ServerKind PrivateServer::kind() const
{
    return m_impl->m_options.kind;
}

qint64 PrivateServer::processId() const
{
    return m_impl->m_folder.runningServer();
}

QString PrivateServer::logFile() const
{
    return m_impl->m_folder.log();
}

} // namespace causeway
