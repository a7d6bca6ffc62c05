// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace causeway {
namespace {

constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error fileError(const QFileDevice& file, const QString& path)
{
    ErrorCode code = ErrorCode::SysInternal;
    if (file.error() == QFileDevice::PermissionsError)
        code = ErrorCode::SysPermission;
    else if (file.error() == QFileDevice::ResourceError)
        code = ErrorCode::SysDisk;
    Error error = makeError(code, path);
    error.serverMessage = file.errorString();
    return error;
}

Status makeFolderOf(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (QFileInfo(folder).isDir())
        return okStatus();
    if (!QDir().mkpath(folder))
        return makeError(ErrorCode::SysPermission, folder);
    QFile::setPermissions(folder, kOwnerOnly | QFileDevice::ExeOwner);
    return okStatus();
}

/// The file that takes the place of @p path gets its owner too: an application that reads its
/// `.env` as another user still does.
Status keepOwner(QSaveFile& file, const QString& path)
{
    struct stat before {};
    struct stat now {};
    if (stat(QFile::encodeName(path).constData(), &before) != 0 ||
        fstat(file.handle(), &now) != 0 ||
        (before.st_uid == now.st_uid && before.st_gid == now.st_gid) ||
        fchown(file.handle(), before.st_uid, before.st_gid) == 0)
        return okStatus();
    return makeError(ErrorCode::SysPermission, path,
                     QCoreApplication::translate(
                         "File", "It belongs to another user, and this one cannot keep it so."));
}

/// The folder's own entry reaches the disk. Best effort: some file systems cannot.
void syncFolderOf(const QString& path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

} // namespace

Result<QByteArray> readSmallFile(const QString& path, qint64 maxBytes)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return makeError(ErrorCode::CfgFile, path,
                         QCoreApplication::translate("File", "There is no such file."));
    }
    if (info.isDir()) {
        return makeError(ErrorCode::CfgFile, path,
                         QCoreApplication::translate("File", "This is a folder, not a file."));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file, path);
    const QByteArray content = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return fileError(file, path);
    if (content.size() > maxBytes) {
        return makeError(
            ErrorCode::CfgFile, path,
            QCoreApplication::translate("File", "The file is larger than %1 bytes.").arg(maxBytes));
    }
    return content;
}

Status writeFileAtomically(const QString& path, const QByteArray& content)
{
    CAUSEWAY_TRY(makeFolderOf(path));
    const bool isNew = !QFileInfo::exists(path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fileError(file, path);
    if (isNew)
        file.setPermissions(kOwnerOnly);
    CAUSEWAY_TRY(keepOwner(file, path));
    if (file.write(content) != content.size() || !file.commit())
        return fileError(file, path);
    syncFolderOf(path);
    return okStatus();
}

bool isReadableByOthers(const QString& path)
{
    return (QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) != 0;
}

} // namespace causeway
