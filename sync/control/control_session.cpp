// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_session.h"

#include "sync/core/server_error.h"
#include "sync/dialect/control_sql.h"
#include "sync/profile/side_label.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QSqlError>

#include <algorithm>
#include <atomic>
#include <chrono>

namespace causeway {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kLongestWait{60}; ///< these statements are short
constexpr int kNoSuchTable = 1146;

QString nextConnectionName()
{
    static std::atomic<quint64> number = 0;
    return QLatin1String("causeway_control_") + QString::number(++number);
}

bool staysOnThisMachine(const SideConfig& side)
{
    return !side.socket.isEmpty() || side.host.compare(u"localhost", Qt::CaseInsensitive) == 0 ||
           QHostAddress(side.host).isLoopback();
}

bool verifies(TlsMode mode)
{
    return mode == TlsMode::VerifyCa || mode == TlsMode::VerifyIdentity;
}

// QMYSQL cuts its options at ';' and '='; such a path cannot be told to it.
bool fitsAnOption(const QString& path)
{
    return !path.contains(u';') && !path.contains(u'=');
}

Status checkSide(const SideConfig& local, const QString& label)
{
    if (!fitsAnOption(local.socket) || !fitsAnOption(local.tlsCa)) {
        return makeError(ErrorCode::CfgInvalid, label,
                         QCoreApplication::translate(
                             "causeway::ControlStore",
                             "The paths of socket and CA file must not contain ; or =."));
    }
    if (verifies(local.tls) && !staysOnThisMachine(local)) {
        return makeError(ErrorCode::ConnInsecure, label,
                         QCoreApplication::translate(
                             "causeway::ControlStore",
                             "The control tables are reached through Qt's MySQL driver, "
                             "which cannot verify a server over the network: use a socket, "
                             "a loopback address or a tunnel for the local side."));
    }
    return okStatus();
}

QString option(QLatin1String name, std::chrono::seconds value)
{
    return name + u'=' + QString::number(static_cast<qint64>(value.count()));
}

QString connectOptions(const SideConfig& local, const Timeouts& timeouts)
{
    QStringList options{
        QStringLiteral("CLIENT_FOUND_ROWS=1"),
        option(QLatin1String("MYSQL_OPT_CONNECT_TIMEOUT"), timeouts.connect),
        option(QLatin1String("MYSQL_OPT_READ_TIMEOUT"), std::min(timeouts.read, kLongestWait)),
        option(QLatin1String("MYSQL_OPT_WRITE_TIMEOUT"), std::min(timeouts.write, kLongestWait))};
    if (!local.socket.isEmpty())
        return (options << QLatin1String("UNIX_SOCKET=") + local.socket).join(u';');
    // Connector/C speaks TLS only when some TLS option is set.
    if (local.tls != TlsMode::Disabled)
        options << QStringLiteral("SSL_CIPHER=DEFAULT");
    if (local.tls != TlsMode::Disabled && !local.tlsCa.isEmpty())
        options << QLatin1String("SSL_CA=") + local.tlsCa;
    return options.join(u';');
}

} // namespace

ControlSession::ControlSession(const SideConfig& local)
    : m_name(nextConnectionName())
    , m_label(sideLabel(Side::Local, local))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QMYSQL"), m_name))
{
}

ControlSession::~ControlSession()
{
    m_database.close();
    m_database = QSqlDatabase(); // the last copy must be gone before its name is
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<ControlSession>> ControlSession::open(const SideConfig& local,
                                                             const Timeouts& timeouts)
{
    std::unique_ptr<ControlSession> session(new ControlSession(local));
    CAUSEWAY_TRY(checkSide(local, session->m_label));
    CAUSEWAY_TRY(session->connect(local, timeouts));
    CAUSEWAY_TRY(session->demandTls(local));
    for (const QByteArray& sql : controlsql::session()) {
        if (const Result<qint64> done = session->execute(sql); !done.ok())
            return done.error();
    }
    return session;
}

Status ControlSession::connect(const SideConfig& local, const Timeouts& timeouts)
{
    if (!m_database.isValid()) {
        return makeError(
            ErrorCode::SysInternal, QStringLiteral("QMYSQL"),
            QCoreApplication::translate("causeway::ControlStore",
                                        "Qt's MySQL driver is not installed (libqt6sql6-mysql)."));
    }
    m_database.setHostName(local.socket.isEmpty() ? local.host : QString());
    m_database.setPort(local.port);
    m_database.setDatabaseName(local.database);
    m_database.setUserName(local.user);
    m_database.setPassword(local.password);
    m_database.setConnectOptions(connectOptions(local, timeouts));
    const auto begin = Clock::now();
    if (m_database.open())
        return okStatus();
    Error error = errorOf(m_database.lastError());
    if (error.code == ErrorCode::ConnFailed && Clock::now() - begin >= timeouts.connect)
        error.code = ErrorCode::ConnTimeout;
    return error;
}

Status ControlSession::demandTls(const SideConfig& local)
{
    if (local.tls != TlsMode::Required || !local.socket.isEmpty())
        return okStatus();
    QString cipher;
    CAUSEWAY_TRY(select(controlsql::tlsCipher(), [&](const QSqlQuery& row) {
        cipher = row.value(1).toString();
        return okStatus();
    }));
    if (!cipher.isEmpty())
        return okStatus();
    return makeError(ErrorCode::ConnInsecure, m_label,
                     QCoreApplication::translate("causeway::ControlStore",
                                                 "The server does not encrypt this connection."));
}

Status ControlSession::run(QSqlQuery& query, const QByteArray& sql)
{
    query.setForwardOnly(true);
    return query.exec(QString::fromUtf8(sql)) ? okStatus() : Status(errorOf(query.lastError()));
}

Status ControlSession::select(const QByteArray& sql,
                              const std::function<Status(const QSqlQuery&)>& onRow)
{
    QSqlQuery query(m_database);
    CAUSEWAY_TRY(run(query, sql));
    while (query.next())
        CAUSEWAY_TRY(onRow(query));
    return okStatus();
}

Result<qint64> ControlSession::execute(const QByteArray& sql)
{
    QSqlQuery query(m_database);
    CAUSEWAY_TRY(run(query, sql));
    return qint64{query.numRowsAffected()};
}

Result<qint64> ControlSession::count(const QByteArray& sql)
{
    qint64 number = 0;
    CAUSEWAY_TRY(select(sql, [&](const QSqlQuery& row) {
        number = row.value(0).toLongLong();
        return okStatus();
    }));
    return number;
}

Status ControlSession::transaction(const std::function<Status()>& work)
{
    if (!m_database.transaction())
        return errorOf(m_database.lastError());
    if (Status done = work(); !done.ok()) {
        m_database.rollback();
        return done;
    }
    if (m_database.commit())
        return okStatus();
    const Error error = errorOf(m_database.lastError());
    m_database.rollback();
    return error;
}

Error ControlSession::errorOf(const QSqlError& failure) const
{
    const int number = failure.nativeErrorCode().toInt();
    Error error = serverError(number, QString(), failure.databaseText(), m_label);
    if (number == kNoSuchTable)
        error.code = ErrorCode::CfgNotInitialised;
    return error;
}

} // namespace causeway
