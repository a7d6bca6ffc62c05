// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

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
    if (file.write(content) != content.size() || !file.commit())
        return fileError(file, path);
    return okStatus();
}

bool isReadableByOthers(const QString& path)
{
    return (QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) != 0;
}

} // namespace causeway
