// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/server_folder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace causeway {
namespace {

constexpr qsizetype kLongestSocketPath = 100; // sun_path holds 108 with its end

Error refused(const QString& path, const QString& why)
{
    return makeError(ErrorCode::SysPermission, path, why);
}

/// Makes @p path, mode 0700, or accepts it when it is a real folder of ours or of @p account.
bool makePrivate(const QString& path, const std::optional<ServiceAccount>& account)
{
    const QByteArray name = QFile::encodeName(path);
    if (mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return false;
    struct stat entry {};
    if (lstat(name.constData(), &entry) != 0 || !S_ISDIR(entry.st_mode))
        return false;
    const bool ours = entry.st_uid == geteuid() || (account && entry.st_uid == account->user);
    if (!ours || chmod(name.constData(), 0700) != 0)
        return false;
    return !account || lchown(name.constData(), account->user, account->group) == 0;
}

QString shortNameFor(const QString& path)
{
    const auto digest = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return u"causeway-" + QString::number(geteuid()) + u'-' +
           QString::fromLatin1(digest.toHex().left(12));
}

/// Whether /proc/@p pid is a server (not our watcher shell) of one of @p users on @p data.
bool isServerOn(const QString& pid, const QByteArray& dataArgument,
                const std::optional<ServiceAccount>& account)
{
    const QFileInfo entry(u"/proc/" + pid);
    const bool ours = entry.ownerId() == geteuid() || (account && entry.ownerId() == account->user);
    QFile file(entry.filePath() + u"/cmdline");
    if (!ours || !file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> words = file.readAll().split('\0');
    return words.value(0) != "sh" && words.contains(dataArgument);
}

bool waitForEndOf(int pidHandle, std::chrono::seconds time)
{
    pollfd entry{pidHandle, POLLIN, 0};
    return poll(&entry, 1, static_cast<int>(time.count() * 1000)) == 1;
}

} // namespace

Result<ServerFolder> ServerFolder::open(const QString& wanted)
{
    ServerFolder folder;
    auto account = ServiceAccount::find();
    if (!account)
        return account.error();
    folder.m_account = *account;
    CAUSEWAY_TRY(folder.make(QDir::cleanPath(QFileInfo(wanted).absoluteFilePath())));
    CAUSEWAY_TRY(folder.lock());
    CAUSEWAY_TRY(folder.placeSocket());
    return folder;
}

Status ServerFolder::make(const QString& wanted)
{
    m_path = wanted;
    if (m_account && !m_account->reaches(wanted + u"/data"))
        m_path = u"/var/tmp/" + shortNameFor(wanted);
    QDir().mkpath(QFileInfo(m_path).path());
    if (!makePrivate(m_path, m_account) || !makePrivate(scratch(), m_account))
        return refused(m_path, QCoreApplication::translate(
                                   "PrivateServer",
                                   "the server's folder cannot be made, or is somebody else's"));
    return okStatus();
}

Status ServerFolder::lock()
{
    const QByteArray name = QFile::encodeName(m_path + u"/owner.lock");
    m_lock = FileHandle(::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!m_lock.isOpen())
        return refused(m_path, QCoreApplication::translate(
                                   "PrivateServer", "the server's folder cannot be written"));
    if (flock(m_lock.get(), LOCK_EX | LOCK_NB) != 0)
        return refused(
            m_path, QCoreApplication::translate("PrivateServer",
                                                "another Causeway runs the server in this folder"));
    return okStatus();
}

Status ServerFolder::placeSocket()
{
    m_socket = m_path + u"/server.sock";
    if (QFile::encodeName(m_socket).size() < kLongestSocketPath)
        return okStatus();
    const QString runtime = m_account ? QString() : qEnvironmentVariable("XDG_RUNTIME_DIR");
    QString base = runtime.isEmpty() ? QStringLiteral("/tmp") : runtime;
    if (QFile::encodeName(base).size() > kLongestSocketPath - 50 || !QFileInfo(base).isWritable())
        base = QStringLiteral("/tmp");
    const QString home = base + u'/' + shortNameFor(m_path);
    if (!makePrivate(home, m_account))
        return refused(home, QCoreApplication::translate(
                                 "PrivateServer",
                                 "the server's folder cannot be made, or is somebody else's"));
    m_socket = home + u"/server.sock";
    return okStatus();
}

QString ServerFolder::preparedBy() const
{
    return QFileInfo(data()).isDir() ? read(QStringLiteral("prepared")) : QString();
}

Status ServerFolder::markPrepared(const QString& programId) const
{
    return write(QStringLiteral("prepared"), programId.toUtf8());
}

Status ServerFolder::wipe() const
{
    QFile::remove(m_path + u"/prepared");
    if (!QDir(data()).removeRecursively())
        return refused(data(), QCoreApplication::translate("PrivateServer", "cannot be deleted"));
    return okStatus();
}

Status ServerFolder::handOver() const
{
    return m_account ? m_account->own(m_path) : okStatus();
}

qint64 ServerFolder::runningServer() const
{
    const QByteArray dataArgument = "--datadir=" + QFile::encodeName(data());
    const QStringList entries =
        QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[1-9]*")}, QDir::Dirs);
    for (const QString& pid : entries) {
        if (isServerOn(pid, dataArgument, m_account))
            return pid.toLongLong();
    }
    return 0;
}

Status ServerFolder::endLeftover(std::chrono::seconds patience) const
{
    for (const int signal : {SIGTERM, SIGKILL}) {
        const auto pid = static_cast<pid_t>(runningServer());
        if (pid == 0)
            return okStatus();
        const FileHandle handle = processHandle(pid);
        if (!handle.isOpen() || runningServer() != pid)
            continue; // it ended meanwhile
        ::kill(pid, signal);
        if (waitForEndOf(handle.get(), patience))
            return okStatus();
    }
    if (runningServer() == 0)
        return okStatus();
    return refused(m_path, QCoreApplication::translate(
                               "PrivateServer",
                               "a server of an earlier start still runs here and cannot be ended"));
}

void ServerFolder::removeStaleSocket() const
{
    QFile::remove(m_socket);
    QFile::remove(m_socket + u".lock");
}

void ServerFolder::tidySocket() const
{
    const QString home = QFileInfo(m_socket).path();
    if (home != m_path)
        QDir().rmdir(home);
}

void ServerFolder::rotateLog() const
{
    const QString before = log() + u".1";
    QFile::remove(before);
    QFile::rename(log(), before);
}

QString ServerFolder::logTail() const
{
    QFile file(log());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - 1500));
    return QString::fromUtf8(file.readAll()).trimmed();
}

QString ServerFolder::read(const QString& name) const
{
    QFile file(m_path + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

Status ServerFolder::write(const QString& name, const QByteArray& content) const
{
    const QString path = m_path + u'/' + name;
    QFile::remove(path);
    const FileHandle handle(
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    QFile file;
    if (!handle.isOpen() || !file.open(handle.get(), QIODevice::WriteOnly) ||
        file.write(content) != content.size() || !file.flush())
        return refused(path, QCoreApplication::translate("PrivateServer", "cannot be written"));
    return okStatus();
}

} // namespace causeway
