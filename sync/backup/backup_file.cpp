// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backup/backup_file.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <sys/file.h>
#include <unistd.h>

namespace causeway {
namespace {

constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
const QString kPart = QStringLiteral(".part");

Error fileError(const QFile& file)
{
    ErrorCode code = ErrorCode::SysInternal;
    if (file.error() == QFileDevice::PermissionsError || file.error() == QFileDevice::OpenError)
        code = ErrorCode::SysPermission;
    else if (file.error() == QFileDevice::ResourceError)
        code = ErrorCode::SysDisk;
    Error error = makeError(code, file.fileName());
    error.serverMessage = file.errorString();
    return error;
}

bool lock(const QFile& file)
{
    return flock(file.handle(), LOCK_EX | LOCK_NB) == 0;
}

/// Removes parts whose writer is gone: their lock is free. Only names that makeBackup() gives: the
/// folder may be one where other programs keep parts of theirs.
void removeAbandoned(const QString& folder)
{
    static const QRegularExpression ours(
        QStringLiteral("_(remote|local)_\\d{8}T\\d{9}Z\\.sql\\.gz\\.part$"));
    const QDir directory(folder);
    for (const QString& name : directory.entryList({u'*' + kPart}, QDir::Files)) {
        if (!ours.match(name).hasMatch())
            continue;
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && lock(file))
            file.remove();
    }
}

Status makeFolder(const QString& folder)
{
    if (QFileInfo(folder).isDir())
        return okStatus();
    if (!QDir().mkpath(folder))
        return makeError(ErrorCode::SysPermission, folder);
    QFile::setPermissions(folder, kOwnerOnly | QFileDevice::ExeOwner);
    return okStatus();
}

} // namespace

BackupFile::BackupFile(std::unique_ptr<QFile> file, QString path)
    : m_file(std::move(file))
    , m_path(std::move(path))
{
}

BackupFile::~BackupFile()
{
    if (m_file)
        m_file->remove();
}

Result<BackupFile> BackupFile::create(const QString& folder, const QString& name)
{
    CAUSEWAY_TRY(makeFolder(folder));
    removeAbandoned(folder);
    const QString path = QDir(folder).filePath(name);
    auto file = std::make_unique<QFile>(path + kPart);
    const bool opened = file->open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly);
    if (!opened || !lock(*file)) {
        const Error error = fileError(*file);
        if (opened)
            file->remove();
        return error;
    }
    return BackupFile(std::move(file), path);
}

Status BackupFile::flush()
{
    if (m_file->flush() && fsync(m_file->handle()) == 0)
        return okStatus();
    return fileError(*m_file);
}

Status BackupFile::keep()
{
    // A hard link is refused where the name is taken; a rename would take it over.
    const QByteArray part = QFile::encodeName(m_file->fileName());
    const QByteArray path = QFile::encodeName(m_path);
    const bool linked = link(part.constData(), path.constData()) == 0;
    if (linked || m_file->rename(m_path)) {
        if (linked)
            m_file->remove();
        m_file.reset();
        return okStatus();
    }
    return fileError(*m_file);
}

} // namespace causeway
