// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/doctor/connection_advice.h"

#include "sync/dialect/diagnose_sql.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

constexpr int kUnknownHost = 2005;
constexpr int kTooManyConnections = 1040;

QStringList unknownHost(const SideConfig& side)
{
    return {
        QCoreApplication::translate("causeway::Doctor", "Check the host name %1 for typing errors.")
            .arg(side.host),
        QCoreApplication::translate("causeway::Doctor",
                                    "getent hosts %1 shows whether this machine knows it; if a "
                                    "VPN is needed for that, connect it.")
            .arg(side.host)};
}

QStringList refusedAtSocket(const SideConfig& side)
{
    return {QCoreApplication::translate(
                "causeway::Doctor",
                "See whether the server runs: systemctl status mariadb (or mysql)."),
            QCoreApplication::translate("causeway::Doctor",
                                        "Its configuration names the socket it listens on (socket "
                                        "=); this profile has %1.")
                .arg(side.socket)};
}

QStringList refused(const SideConfig& side)
{
    const QString port = QString::number(side.port);
    return {QCoreApplication::translate("causeway::Doctor",
                                        "On %1, see whether the server runs: systemctl status "
                                        "mariadb (or mysql, or docker ps).")
                .arg(side.host),
            QCoreApplication::translate("causeway::Doctor",
                                        "See whether it listens on port %1: ss -ltn there. If not, "
                                        "look at port, bind-address and skip-networking in its "
                                        "configuration.")
                .arg(port),
            QCoreApplication::translate(
                "causeway::Doctor",
                "See whether a firewall stands between: nc -vz %1 %2 from this machine.")
                .arg(side.host, port)};
}

QStringList timedOut(const SideConfig& side)
{
    return {QCoreApplication::translate("causeway::Doctor",
                                        "See whether the way there works: ping %1; connect the VPN "
                                        "if one is needed.")
                .arg(side.host),
            QCoreApplication::translate("causeway::Doctor",
                                        "A firewall that drops packets looks like this too: have "
                                        "port %1 opened for this machine.")
                .arg(side.port),
            QCoreApplication::translate("causeway::Doctor",
                                        "If the server answers at other times, it is overloaded: "
                                        "look at its load, and sync at a quieter time.")};
}

QStringList loginRefused(const SideConfig& side)
{
    return {QCoreApplication::translate(
                "causeway::Doctor",
                "Check user %1 and its password; an old one in the keychain or in the "
                "environment (CAUSEWAY_…_PASSWORD) goes before the one in .env.")
                .arg(side.user),
            QCoreApplication::translate(
                "causeway::Doctor",
                "On the server, see from where the user may log in (mysql.user, column Host): an "
                "account for localhost is not one for this machine."),
            QCoreApplication::translate(
                "causeway::Doctor",
                "Too many wrong passwords lock an account: ALTER USER … ACCOUNT UNLOCK.")};
}

QStringList noDatabase(const SideConfig& side)
{
    return {QCoreApplication::translate("causeway::Doctor",
                                        "Check the name %1 for typing errors, capitals included. "
                                        "SHOW DATABASES lists those that the user may see.")
                .arg(side.database),
            QCoreApplication::translate("causeway::Doctor",
                                        "If it is to be new: %1, then causewayctl init "
                                        "--create-missing.")
                .arg(QString::fromUtf8(diagnosesql::createDatabase(side.database)))};
}

QStringList noFreeSession()
{
    return {QCoreApplication::translate(
                "causeway::Doctor",
                "An administrator still gets in: SHOW PROCESSLIST tells whose sessions they are."),
            QCoreApplication::translate(
                "causeway::Doctor",
                "End those that only sleep (KILL), and find the application that leaves them open; "
                "its pool may be larger than the server allows."),
            QCoreApplication::translate(
                "causeway::Doctor", "Raise max_connections if the server has memory for more.")};
}

} // namespace

QStringList connectionAdvice(const Error& error, const SideConfig& side)
{
    if (error.serverCode == kTooManyConnections)
        return noFreeSession();
    if (error.serverCode == kUnknownHost)
        return unknownHost(side);
    switch (error.code) {
    case ErrorCode::ConnFailed:
        return side.socket.isEmpty() ? refused(side) : refusedAtSocket(side);
    case ErrorCode::ConnTimeout:
        return timedOut(side);
    case ErrorCode::ConnAuth:
        return loginRefused(side);
    case ErrorCode::ConnNoDatabase:
        return noDatabase(side);
    default:
        return {};
    }
}

} // namespace causeway::doctor
