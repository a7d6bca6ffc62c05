// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

namespace causeway {
namespace {

constexpr int kPatience = 1000; // ms, for each of two steps

QString socketIn(const QString& folder)
{
    return folder % QStringLiteral("/console.sock");
}

} // namespace

SingleInstance::SingleInstance(QString folder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_lock(m_folder % QStringLiteral("/console.lock"))
{
    QDir().mkpath(m_folder);
    m_lock.setStaleLockTime(0); // age says nothing; a dead owner does
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

QString SingleInstance::defaultFolder()
{
    const QString settings =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QByteArray mark =
        QCryptographicHash::hash(settings.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) %
           QStringLiteral("/causeway-") % QLatin1String(mark);
}

SingleInstance::Claim SingleInstance::claim(const QStringList& arguments)
{
    if (m_lock.tryLock()) {
        listen();
        return Claim::First;
    }
    if (m_lock.error() != QLockFile::LockFailedError)
        return Claim::First; // no folder to lock in: better two consoles than none
    return handOver(arguments) ? Claim::HandedOver : Claim::NoAnswer;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(socketIn(m_folder)); // we hold the lock: what is there is dead
    m_server.listen(socketIn(m_folder));
}

bool SingleInstance::handOver(const QStringList& arguments) const
{
    QLocalSocket socket;
    socket.connectToServer(socketIn(m_folder));
    if (!socket.waitForConnected(kPatience))
        return false;
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream << arguments;
    socket.write(message);
    return socket.waitForBytesWritten(kPatience);
}

void SingleInstance::receive()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        const auto read = [this, socket] {
            QDataStream stream(socket);
            QStringList arguments;
            stream.startTransaction();
            stream >> arguments;
            if (stream.commitTransaction())
                emit argumentsReceived(arguments);
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        read(); // what came before anybody listened
    }
}

} // namespace causeway
