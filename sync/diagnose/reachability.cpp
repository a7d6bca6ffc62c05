// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/diagnose/reachability.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QLocalSocket>
#include <QNetworkProxy>
#include <QTcpSocket>

namespace causeway {
namespace {

Status reachLocal(const SideConfig& side, const QString& what, int milliseconds)
{
    QLocalSocket socket;
    socket.connectToServer(side.socket, QIODevice::ReadOnly);
    if (socket.waitForConnected(milliseconds))
        return okStatus();
    ErrorCode code = ErrorCode::ConnFailed;
    if (socket.error() == QLocalSocket::SocketAccessError)
        code = ErrorCode::SysPermission;
    else if (socket.error() == QLocalSocket::SocketTimeoutError)
        code = ErrorCode::ConnTimeout;
    return makeError(code, what, socket.errorString());
}

Status reachTcp(const SideConfig& side, const QString& what, int milliseconds)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(side.host, static_cast<quint16>(side.port));
    if (socket.waitForConnected(milliseconds))
        return okStatus();
    const bool timedOut = socket.error() == QAbstractSocket::SocketTimeoutError;
    return makeError(timedOut ? ErrorCode::ConnTimeout : ErrorCode::ConnFailed, what,
                     socket.errorString());
}

} // namespace

Result<QString> lookUpHost(const QString& host, const QString& what)
{
    const QHostInfo info = QHostInfo::fromName(host);
    QStringList addresses;
    for (const QHostAddress& address : info.addresses())
        addresses << address.toString();
    if (!addresses.isEmpty())
        return addresses.join(QLatin1String(", "));
    Error error = makeError(ErrorCode::ConnFailed, what);
    error.serverCode = 2005; // the client library's number for an unknown host
    error.detail = info.errorString();
    return error;
}

Status reach(const SideConfig& side, const QString& what, std::chrono::milliseconds timeout)
{
    const auto milliseconds = static_cast<int>(timeout.count());
    return side.socket.isEmpty() ? reachTcp(side, what, milliseconds)
                                 : reachLocal(side, what, milliseconds);
}

} // namespace causeway
