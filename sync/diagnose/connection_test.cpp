// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/connection.h"
#include "sync/diagnose/privilege_check.h"
#include "sync/diagnose/reachability.h"
#include "sync/profile/side_label.h"
#include "sync/run/pair_actions.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>

namespace causeway {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kConnectTimeout{5};
constexpr double kMaxSkewSeconds = 5.0;
constexpr int kOldestMySql = 80000;
constexpr int kOldestMariaDb = 101100;

/// One test from its first step to its last; steps are added in order.
class ConnectionTest final {
public:
    ConnectionTest(const SideConfig& side, Side which, std::stop_token stop)
        : m_side(side)
        , m_which(which)
        , m_what(sideLabel(which, side))
        , m_stop(std::move(stop))
    {
    }

    std::vector<TestStep> run();

private:
    using Part = bool (ConnectionTest::*)();

    bool lookUp();
    bool reachServer();
    bool logIn();
    bool chooseDatabase();
    bool readRights();
    bool readVersion();
    bool readStateAndClock();
    bool readDurability();

    TestStep& add(const char* id, const QString& name, const QString& detail);
    bool fail(const char* id, const QString& name, const Error& error);
    void warn(TestStep& step, const QString& hint);
    void judgeTls();
    void judgeRights(const PrivilegeReport& report);
    void judgeClock(double serverSeconds, double ourSeconds);

    const SideConfig& m_side;
    Side m_which;
    QString m_what;
    std::stop_token m_stop;
    Clock::time_point m_started = Clock::now();
    std::vector<TestStep> m_steps;
    std::optional<Connection> m_connection;
};

std::vector<TestStep> ConnectionTest::run()
{
    for (const Part part : {&ConnectionTest::lookUp, &ConnectionTest::reachServer,
                            &ConnectionTest::logIn, &ConnectionTest::chooseDatabase,
                            &ConnectionTest::readRights, &ConnectionTest::readVersion,
                            &ConnectionTest::readStateAndClock, &ConnectionTest::readDurability}) {
        m_started = Clock::now();
        if (m_stop.stop_requested() || !(this->*part)())
            break;
    }
    return std::move(m_steps);
}

TestStep& ConnectionTest::add(const char* id, const QString& name, const QString& detail)
{
    TestStep step;
    step.id = QLatin1String(id);
    step.name = name;
    step.passed = true;
    step.detail = detail;
    step.duration = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_started);
    m_steps.push_back(std::move(step));
    return m_steps.back();
}

bool ConnectionTest::fail(const char* id, const QString& name, const Error& error)
{
    TestStep& step =
        add(id, name, errorCodeText(error.code) + QLatin1String(": ") + error.message());
    step.passed = false;
    step.hint = error.hint();
    step.error = error;
    return false;
}

void ConnectionTest::warn(TestStep& step, const QString& hint)
{
    step.warning = true;
    step.hint = hint;
}

bool ConnectionTest::lookUp()
{
    if (!m_side.socket.isEmpty())
        return true;
    const QString name = QCoreApplication::translate("ConnectionTest", "Name lookup");
    auto addresses = lookUpHost(m_side.host, m_what);
    if (!addresses)
        return fail("lookup", name, addresses.error());
    add("lookup", name,
        QCoreApplication::translate("ConnectionTest", "%1 is %2").arg(m_side.host, *addresses));
    return true;
}

bool ConnectionTest::reachServer()
{
    const bool isSocket = !m_side.socket.isEmpty();
    const QString name = isSocket ? QCoreApplication::translate("ConnectionTest", "Local socket")
                                  : QCoreApplication::translate("ConnectionTest", "TCP connection");
    if (const Status reached = reach(m_side, m_what, kConnectTimeout); !reached)
        return fail("reach", name, reached.error());
    const QString place =
        isSocket ? m_side.socket
                 : QCoreApplication::translate("ConnectionTest", "port %1").arg(m_side.port);
    add("reach", name, QCoreApplication::translate("ConnectionTest", "%1 answers").arg(place));
    return true;
}

bool ConnectionTest::logIn()
{
    const QString login = QCoreApplication::translate("ConnectionTest", "Login");
    ConnectionOptions options;
    options.timeouts.connect = kConnectTimeout;
    options.timeouts.read = std::chrono::seconds(30);
    options.selectDatabase = false;
    auto connection = Connection::open(m_side, m_which, options);
    if (!connection) {
        const bool isTls = connection.error().code == ErrorCode::ConnInsecure;
        return fail(isTls ? "tls" : "login",
                    isTls ? QCoreApplication::translate("ConnectionTest", "Encryption (TLS)")
                          : login,
                    connection.error());
    }
    m_connection.emplace(std::move(*connection));
    judgeTls();
    add("login", login,
        QCoreApplication::translate("ConnectionTest", "logged in as %1").arg(m_side.user));
    return true;
}

void ConnectionTest::judgeTls()
{
    const QString cipher = m_connection->tlsCipher();
    const QString detail =
        cipher.isEmpty() ? QCoreApplication::translate("ConnectionTest", "not encrypted (%1)")
                               .arg(toText(m_side.tls))
                         : QCoreApplication::translate("ConnectionTest", "encrypted with %1 (%2)")
                               .arg(cipher, toText(m_side.tls));
    TestStep& step =
        add("tls", QCoreApplication::translate("ConnectionTest", "Encryption (TLS)"), detail);
    step.duration = std::chrono::milliseconds(0);
    const bool isVerified =
        m_side.tls == TlsMode::VerifyCa || m_side.tls == TlsMode::VerifyIdentity;
    const bool isNear = !m_side.socket.isEmpty() || m_side.host == QLatin1String("127.0.0.1") ||
                        m_side.host == QLatin1String("::1") ||
                        m_side.host == QLatin1String("localhost");
    if (isNear || isVerified)
        return;
    warn(step,
         cipher.isEmpty()
             ? QCoreApplication::translate(
                   "ConnectionTest", "Everybody on the way can read the data. Switch TLS on at the "
                                     "server and choose REQUIRED or better.")
             : QCoreApplication::translate(
                   "ConnectionTest",
                   "The server's certificate is not checked. Choose VERIFY_IDENTITY "
                   "with the CA file of the server to rule out an impostor."));
}

bool ConnectionTest::chooseDatabase()
{
    const QString name = QCoreApplication::translate("ConnectionTest", "Database");
    const auto chosen = m_connection->execute(diagnosesql::useDatabase(m_side.database));
    if (!chosen)
        return fail("database", name, chosen.error());
    add("database", name,
        QCoreApplication::translate("ConnectionTest", "%1 is there").arg(m_side.database));
    return true;
}

bool ConnectionTest::readRights()
{
    auto report = checkPrivileges(*m_connection);
    if (!report)
        return fail("privileges", QCoreApplication::translate("ConnectionTest", "Privileges"),
                    report.error());
    judgeRights(*report);
    return true;
}

void ConnectionTest::judgeRights(const PrivilegeReport& report)
{
    const QString name = QCoreApplication::translate("ConnectionTest", "Privileges");
    const QString comma = QStringLiteral(", ");
    if (!report.missing.isEmpty()) {
        Error error = makeError(ErrorCode::SysPermission, m_what,
                                QCoreApplication::translate("ConnectionTest", "Missing: %1.")
                                    .arg(report.missing.join(comma)));
        fail("privileges", name, error);
        m_steps.back().hint =
            QCoreApplication::translate("ConnectionTest", "Grant %1 on the database %2 to %3.")
                .arg(report.missing.join(comma), m_side.database, m_side.user);
        return;
    }
    if (!report.tablesOnly.isEmpty()) {
        TestStep& step =
            add("privileges", name,
                QCoreApplication::translate("ConnectionTest", "%1 on single tables only")
                    .arg(report.tablesOnly.join(comma)));
        warn(step, QCoreApplication::translate(
                       "ConnectionTest",
                       "Tables without these rights cannot be synced; grant them on the "
                       "whole database if all tables shall be."));
        return;
    }
    QString held = QStringLiteral("SELECT, INSERT, UPDATE, DELETE");
    if (report.canCreate)
        held += QStringLiteral(", CREATE");
    TestStep& step = add("privileges", name, held);
    if (!report.canCreate && !report.hasControlTables) {
        warn(step, QCoreApplication::translate(
                       "ConnectionTest",
                       "CREATE is missing: the set-up cannot make Causeway's own tables "
                       "here. Grant it for the set-up, or have them made for you."));
    }
}

bool ConnectionTest::readVersion()
{
    const ServerInfo& server = m_connection->server();
    const bool isMySql = server.family == ServerFamily::MySql;
    const QString family = isMySql ? QStringLiteral("MySQL ") : QStringLiteral("MariaDB ");
    TestStep& step = add("version", QCoreApplication::translate("ConnectionTest", "Server version"),
                         family + QString(server.version).remove(QLatin1String("-MariaDB")));
    if (server.versionNumber < (isMySql ? kOldestMySql : kOldestMariaDb)) {
        warn(step, QCoreApplication::translate(
                       "ConnectionTest",
                       "This version is older than those Causeway is made for (MySQL 8.0, "
                       "MariaDB 10.11). Try it with a dry run first."));
    }
    return true;
}

bool ConnectionTest::readStateAndClock()
{
    const double before = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0;
    auto rows = m_connection->query(diagnosesql::stateAndClock());
    const double after = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0;
    const QString name = QCoreApplication::translate("ConnectionTest", "Clock");
    if (!rows)
        return fail("clock", name, rows.error());
    const Cells& row = rows->rows.at(0);
    judgeClock(row.at(1).value_or(QByteArray()).toDouble(), (before + after) / 2);
    if (row.at(0).value_or(QByteArray()).toInt() != 0) {
        TestStep& step =
            add("read_only", QCoreApplication::translate("ConnectionTest", "Write access"),
                QCoreApplication::translate("ConnectionTest", "the server is read-only"));
        step.duration = std::chrono::milliseconds(0);
        warn(step,
             QCoreApplication::translate(
                 "ConnectionTest", "Only users with special rights can write here; point this "
                                   "side at the primary server to sync towards it."));
    }
    return true;
}

void ConnectionTest::judgeClock(double serverSeconds, double ourSeconds)
{
    const double skew = serverSeconds - ourSeconds;
    const QString number = QString::number(std::abs(skew), 'f', 1);
    const QString detail =
        skew >= 0
            ? QCoreApplication::translate("ConnectionTest", "the server is %1 s ahead").arg(number)
            : QCoreApplication::translate("ConnectionTest", "the server is %1 s behind")
                  .arg(number);
    TestStep& step = add("clock", QCoreApplication::translate("ConnectionTest", "Clock"), detail);
    if (std::abs(skew) > kMaxSkewSeconds) {
        warn(step, QCoreApplication::translate(
                       "ConnectionTest",
                       "Set both clocks by a time service (NTP). Syncing does not depend on "
                       "clocks, but times in logs will not match."));
    }
}

/// A server that may forget commits after a crash looks, afterwards, as if somebody had deleted
/// rows.
bool ConnectionTest::readDurability()
{
    const QString name = QCoreApplication::translate("ConnectionTest", "Durability");
    auto rows = m_connection->query(diagnosesql::durability());
    if (!rows)
        return fail("durability", name, rows.error());
    const auto number = [&rows](std::size_t column) {
        return rows->rows.at(0).at(column).value_or(QByteArray()).toInt();
    };
    QStringList settings;
    if (number(0) != 1)
        settings << QStringLiteral("innodb_flush_log_at_trx_commit = %1").arg(number(0));
    if (number(1) != 0 && number(2) != 1)
        settings << QStringLiteral("sync_binlog = %1").arg(number(2));
    if (settings.isEmpty()) {
        add("durability", name,
            QCoreApplication::translate("ConnectionTest", "commits survive a crash"));
        return true;
    }
    TestStep& step = add("durability", name, settings.join(QStringLiteral(", ")));
    warn(step, QCoreApplication::translate(
                   "ConnectionTest",
                   "After a crash of the server or a failover its last commits may be missing. "
                   "Causeway notices that and stops (SYNC_009); set both to 1 to be spared it."));
    return true;
}

} // namespace

std::vector<TestStep> testConnection(const SideConfig& side, Side which, std::stop_token stop)
{
    return ConnectionTest(side, which, std::move(stop)).run();
}

} // namespace causeway
