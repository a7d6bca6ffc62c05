// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/connection.h"

#include "sync/core/server_error.h"
#include "sync/db/login_deadline.h"
#include "sync/db/tls_options.h"
#include "sync/dialect/session_sql.h"
#include "sync/profile/side_label.h"

#include <QCoreApplication>

#include <errmsg.h>
#include <mysql.h>

namespace causeway {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kConnectTimes = 2; ///< connect time-outs that a whole login may take

/// What the client library's local-infile callbacks see. It answers only while load() is at work,
/// and only from memory: the file name that the server sends is never looked at.
struct LocalSource {
    const std::function<int(char*, unsigned)>* read = nullptr;
};

int localInit(void** state, const char* /*fileName: whatever the server names, ignored*/,
              void* user)
{
    auto* source = static_cast<LocalSource*>(user);
    *state = source;
    return source->read ? 0 : 1;
}
int localRead(void* state, char* buffer, unsigned capacity)
{
    return (*static_cast<LocalSource*>(state)->read)(buffer, capacity);
}
void localEnd(void* /*state*/) {}
int localError(void* /*state*/, char* message, unsigned capacity)
{
    qstrncpy(message, "local data refused or aborted", capacity);
    return CR_UNKNOWN_ERROR;
}

int versionNumber(const QString& version)
{
    const QStringList parts = version.section(u'-', 0, 0).split(u'.');
    const auto part = [&](int index) { return index < parts.size() ? parts[index].toInt() : 0; };
    return part(0) * 10000 + part(1) * 100 + part(2);
}

} // namespace

class Connection::Impl {
public:
    ~Impl()
    {
        if (m_handle)
            mysql_close(m_handle);
    }

    Status connect(const SideConfig& config, Side side, const ConnectionOptions& options);
    Status prepareSession();
    Status readIdentity();
    Result<Executed> run(const QByteArray& sql);
    Result<Executed> runOneByOne(const QByteArrayList& statements);
    Result<Executed> runJoined(const QByteArray& statements);
    Status takeAnswer(Executed& total);
    Status send(const QByteArray& sql);
    [[nodiscard]] Error lastError() const
    {
        return serverError(static_cast<int>(mysql_errno(m_handle)),
                           QString::fromLatin1(mysql_sqlstate(m_handle)),
                           QString::fromUtf8(mysql_error(m_handle)), label());
    }
    [[nodiscard]] QString label() const { return sideLabel(m_side, m_config); }

    MYSQL* m_handle = nullptr;
    SideConfig m_config;
    Side m_side = Side::Local;
    ServerInfo m_server;
    LocalSource m_local;
    std::optional<std::chrono::seconds> m_idleTransaction;
    std::chrono::seconds m_lockWait{};
    bool m_bulk = false;
    QString m_wantedInstance;
    bool m_canLoad = false;

private:
    void setOptions(const ConnectionOptions& options);
};

void Connection::Impl::setOptions(const ConnectionOptions& options)
{
    const auto seconds = [](std::chrono::seconds value) {
        return static_cast<unsigned>(value.count());
    };
    const unsigned connectTimeout = seconds(options.timeouts.connect);
    const unsigned readTimeout = seconds(options.timeouts.read);
    const unsigned writeTimeout = seconds(options.timeouts.write);
    const unsigned localInfile = options.bulkLoad ? 1 : 0;
    const size_t packet = size_t{1} << 30;
    const my_bool no = 0;
    mysql_optionsv(m_handle, MYSQL_OPT_CONNECT_TIMEOUT, &connectTimeout);
    mysql_optionsv(m_handle, MYSQL_OPT_READ_TIMEOUT, &readTimeout);
    mysql_optionsv(m_handle, MYSQL_OPT_WRITE_TIMEOUT, &writeTimeout);
    mysql_optionsv(m_handle, MYSQL_OPT_RECONNECT, &no);
    mysql_optionsv(m_handle, MYSQL_OPT_LOCAL_INFILE, &localInfile);
    mysql_optionsv(m_handle, MYSQL_OPT_MAX_ALLOWED_PACKET, &packet);
    mysql_optionsv(m_handle, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    mysql_set_local_infile_handler(m_handle, localInit, localRead, localEnd, localError, &m_local);
}

Status Connection::Impl::connect(const SideConfig& config, Side side,
                                 const ConnectionOptions& options)
{
    m_config = config;
    m_side = side;
    m_bulk = options.bulkLoad;
    m_wantedInstance = options.instance;
    m_lockWait = options.timeouts.lock;
    if (options.boundTransactions)
        m_idleTransaction = options.timeouts.transaction;
    m_handle = mysql_init(nullptr);
    if (!m_handle)
        return makeError(ErrorCode::SysMemory, label());
    setOptions(options);
    LoginDeadline::letDeadlinesRule(m_handle);
    const LoginDeadline deadline(kConnectTimes * options.timeouts.connect);
    CAUSEWAY_TRY(setTlsOptions(m_handle, config, label()));
    const auto begin = Clock::now();
    const bool socket = !config.socket.isEmpty();
    const QByteArray database = options.selectDatabase ? config.database.toUtf8() : QByteArray();
    const bool connected =
        mysql_real_connect(m_handle, socket ? "localhost" : config.host.toUtf8().constData(),
                           config.user.toUtf8().constData(), config.password.toUtf8().constData(),
                           database.isEmpty() ? nullptr : database.constData(),
                           socket ? 0 : static_cast<unsigned>(config.port),
                           socket ? config.socket.toUtf8().constData() : nullptr,
                           CLIENT_FOUND_ROWS) != nullptr;
    if (!connected) {
        Error error = lastError();
        if (error.code == ErrorCode::ConnFailed && Clock::now() - begin >= options.timeouts.connect)
            error.code = ErrorCode::ConnTimeout;
        return error;
    }
    CAUSEWAY_TRY(checkTls(m_handle, config, label()));
    CAUSEWAY_TRY(readIdentity());
    if (!m_wantedInstance.isEmpty() && m_server.instance != m_wantedInstance)
        return makeError(ErrorCode::ConnOtherServer, label());
    return prepareSession();
}

Status Connection::Impl::readIdentity()
{
    m_server.version = QString::fromLatin1(mysql_get_server_info(m_handle));
    m_server.family = m_server.version.contains(u"MariaDB", Qt::CaseInsensitive)
                          ? ServerFamily::MariaDb
                          : ServerFamily::MySql;
    m_server.versionNumber = versionNumber(m_server.version);
    const QByteArray sql = sessionsql::identity(m_server.family);
    if (mysql_real_query(m_handle, sql.constData(), static_cast<unsigned long>(sql.size())) != 0)
        return lastError();
    MYSQL_RES* result = mysql_store_result(m_handle);
    if (!result)
        return lastError();
    if (MYSQL_ROW row = mysql_fetch_row(result)) {
        m_server.uuid = QString::fromLatin1(row[1]);
        m_server.maxAllowedPacket = QByteArray(row[2]).toLongLong();
        m_server.lowerCaseTableNames = QByteArray(row[3]).toInt();
        m_canLoad = m_bulk && QByteArray(row[4]).toInt() == 1;
        m_server.instance = QString::fromUtf8(row[5]);
    }
    mysql_free_result(result);
    return okStatus();
}

Status Connection::Impl::prepareSession()
{
    QList<QByteArray> statements = sessionsql::setUp(m_server.family, m_lockWait);
    if (m_idleTransaction)
        statements << sessionsql::boundTransactions(m_server.family, *m_idleTransaction);
    for (const QByteArray& sql : statements) {
        if (auto done = run(sql); !done)
            return done.error();
    }
    return okStatus();
}

/// A statement beyond max_allowed_packet would make the server hang up: it is not even sent.
Status Connection::Impl::send(const QByteArray& sql)
{
    constexpr qint64 kHeader = 16;
    if (m_server.maxAllowedPacket > 0 && sql.size() + kHeader > m_server.maxAllowedPacket)
        return makeError(
            ErrorCode::SyncRowRejected, label(),
            QCoreApplication::translate("causeway::Connection",
                                        "a statement of %1 bytes is more than the server takes "
                                        "(max_allowed_packet = %2)")
                .arg(sql.size())
                .arg(m_server.maxAllowedPacket));
    if (mysql_real_query(m_handle, sql.constData(), static_cast<unsigned long>(sql.size())) != 0)
        return lastError();
    return okStatus();
}

Result<Executed> Connection::Impl::run(const QByteArray& sql)
{
    CAUSEWAY_TRY(send(sql));
    Executed done;
    CAUSEWAY_TRY(takeAnswer(done));
    return done;
}

/// A statement may still answer with a result (CALL, CHECK TABLE …): read and drop it.
Status Connection::Impl::takeAnswer(Executed& total)
{
    if (MYSQL_RES* result = mysql_store_result(m_handle))
        mysql_free_result(result);
    else if (mysql_errno(m_handle) != 0)
        return lastError();
    total.affected += mysql_affected_rows(m_handle);
    total.warnings += mysql_warning_count(m_handle);
    return okStatus();
}

Result<Executed> Connection::Impl::runOneByOne(const QByteArrayList& statements)
{
    Executed total;
    for (const QByteArray& sql : statements) {
        CAUSEWAY_TRY(send(sql));
        CAUSEWAY_TRY(takeAnswer(total));
    }
    return total;
}

Result<Executed> Connection::Impl::runJoined(const QByteArray& statements)
{
    CAUSEWAY_TRY(send(statements));
    Executed total;
    for (int next = 0; next == 0; next = mysql_next_result(m_handle))
        CAUSEWAY_TRY(takeAnswer(total));
    if (mysql_errno(m_handle) != 0)
        return lastError();
    return total;
}

Connection::Connection(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::open(const SideConfig& config, Side side,
                                    const ConnectionOptions& options)
{
    auto impl = std::make_unique<Impl>();
    CAUSEWAY_TRY(impl->connect(config, side, options));
    Connection connection(std::move(impl));
    auto session = connection.query(sessionsql::readBack(connection.server().family));
    if (!session)
        return session.error();
    const Cells& row = session->rows.at(0);
    const auto modes = row.at(1).value_or(QByteArray());
    if (row.at(0) != QByteArray("+00:00") || row.at(2) != QByteArray("utf8mb4") ||
        !modes.contains("STRICT_ALL_TABLES") || !modes.contains("NO_AUTO_VALUE_ON_ZERO") ||
        row.at(4) != QByteArray("REPEATABLE-READ")) {
        return makeError(
            ErrorCode::SyncServer, connection.label(),
            QCoreApplication::translate("causeway::Connection",
                                        "the server did not take the session settings"));
    }
    return connection;
}

Result<Executed> Connection::execute(const QByteArray& sql)
{
    return m_impl->run(sql);
}

Result<Executed> Connection::executeTogether(const QByteArrayList& statements)
{
    MYSQL* handle = m_impl->m_handle;
    if (statements.size() < 2 ||
        mysql_set_server_option(handle, MYSQL_OPTION_MULTI_STATEMENTS_ON) != 0)
        return m_impl->runOneByOne(statements); // a lost connection is told by the first of them
    auto done = m_impl->runJoined(statements.join(';'));
    if (done && mysql_set_server_option(handle, MYSQL_OPTION_MULTI_STATEMENTS_OFF) != 0)
        return m_impl->lastError();
    if (!done && !done.error().breaksConnection())
        (void)mysql_set_server_option(handle, MYSQL_OPTION_MULTI_STATEMENTS_OFF);
    return done;
}

Result<ResultSet> Connection::query(const QByteArray& sql)
{
    ResultSet result;
    CAUSEWAY_TRY(stream(sql, [&](const RowView& row) {
        result.rows.push_back(row.cells(0, row.count));
        return true;
    }));
    return result;
}

Status Connection::stream(const QByteArray& sql, const std::function<bool(const RowView&)>& onRow)
{
    MYSQL* handle = m_impl->m_handle;
    CAUSEWAY_TRY(m_impl->send(sql));
    MYSQL_RES* result = mysql_use_result(handle);
    if (!result)
        return mysql_errno(handle) != 0 ? Status(m_impl->lastError()) : okStatus();
    const unsigned columns = mysql_num_fields(result);
    bool wanted = true;
    while (MYSQL_ROW row = mysql_fetch_row(result)) {
        if (wanted)
            wanted = onRow(RowView{row, mysql_fetch_lengths(result), columns});
    }
    const bool failed = mysql_errno(handle) != 0;
    const Error error = failed ? m_impl->lastError() : Error{};
    mysql_free_result(result);
    return failed ? Status(error) : okStatus();
}

Result<Executed> Connection::load(const QByteArray& sql,
                                  const std::function<int(char*, unsigned)>& source)
{
    m_impl->m_local.read = &source;
    auto done = m_impl->run(sql);
    m_impl->m_local.read = nullptr;
    return done;
}

Side Connection::side() const
{
    return m_impl->m_side;
}
const ServerInfo& Connection::server() const
{
    return m_impl->m_server;
}
quint64 Connection::threadId() const
{
    return mysql_thread_id(m_impl->m_handle);
}
const SideConfig& Connection::config() const
{
    return m_impl->m_config;
}
QString Connection::label() const
{
    return m_impl->label();
}
bool Connection::canLoad() const
{
    return m_impl->m_canLoad;
}

std::optional<std::chrono::seconds> Connection::idleTransaction() const
{
    return m_impl->m_idleTransaction;
}

QString Connection::tlsCipher() const
{
    const char* cipher = mysql_get_ssl_cipher(m_impl->m_handle);
    return cipher ? QString::fromLatin1(cipher) : QString();
}

} // namespace causeway
