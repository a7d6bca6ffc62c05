// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/service_account.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace causeway {
namespace {

std::optional<ServiceAccount> accountNamed(const QString& name)
{
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 4096> buffer{};
    const QByteArray bytes = name.toLocal8Bit();
    getpwnam_r(bytes.constData(), &entry, buffer.data(), buffer.size(), &found);
    if (!found || found->pw_uid == 0)
        return std::nullopt;
    return ServiceAccount{name, found->pw_uid, found->pw_gid};
}

bool mayPass(const ServiceAccount& account, const QString& folder)
{
    struct stat entry {};
    if (stat(QFile::encodeName(folder).constData(), &entry) != 0)
        return true; // not there yet: it will be ours
    if (entry.st_uid == account.user)
        return (entry.st_mode & S_IXUSR) != 0;
    if (entry.st_gid == account.group)
        return (entry.st_mode & S_IXGRP) != 0;
    return (entry.st_mode & S_IXOTH) != 0;
}

} // namespace

Result<std::optional<ServiceAccount>> ServiceAccount::find()
{
    if (geteuid() != 0)
        return std::optional<ServiceAccount>();
    const QString wanted = qEnvironmentVariable("CAUSEWAY_SERVER_USER");
    const QStringList names = wanted.isEmpty()
                                  ? QStringList{QStringLiteral("mysql"), QStringLiteral("nobody")}
                                  : QStringList{wanted};
    for (const QString& name : names) {
        if (auto account = accountNamed(name))
            return account;
    }
    return makeError(
        ErrorCode::SysPermission, names.join(u", "),
        QCoreApplication::translate("PrivateServer",
                                    "no such ordinary account; a server does not run as root"));
}

bool ServiceAccount::reaches(const QString& path) const
{
    QString folder = QFileInfo(path).absolutePath();
    for (; folder != u"/"; folder = QFileInfo(folder).absolutePath()) {
        if (!mayPass(*this, folder))
            return false;
    }
    return true;
}

Status ServiceAccount::own(const QString& path) const
{
    const auto give = [this](const QString& entry) {
        return lchown(QFile::encodeName(entry).constData(), user, group) == 0;
    };
    QDirIterator below(path, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    bool done = give(path);
    while (done && below.hasNext())
        done = give(below.next());
    if (!done)
        return makeError(
            ErrorCode::SysPermission, path,
            QCoreApplication::translate("PrivateServer", "cannot be given to %1").arg(name));
    return okStatus();
}

} // namespace causeway
