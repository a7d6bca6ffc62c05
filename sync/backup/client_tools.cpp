// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backup/client_tools.h"

#include "sync/backup/backup_manifest.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace causeway {
namespace {

constexpr int kVersionMs = 10'000;

struct Wanted {
    ServerFamily family;
    QStringList names; ///< in the order of preference
    const char* package;
};

/// "program  Ver 10.19 Distrib 10.11.19-MariaDB …"; empty when it does not run.
QString versionOf(const QStringList& command)
{
    QProcess process;
    process.start(command.first(), command.mid(1) + QStringList{QStringLiteral("--version")});
    if (!process.waitForFinished(kVersionMs) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        process.kill();
        process.waitForFinished(kVersionMs);
        return {};
    }
    QString text = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    const QString folder = QFileInfo(command.last()).path() + u'/';
    return text.startsWith(folder) ? text.mid(folder.size()) : text;
}

ServerFamily familyOf(const QString& version)
{
    return version.contains(QLatin1String("MariaDB"), Qt::CaseInsensitive) ? ServerFamily::MariaDb
                                                                           : ServerFamily::MySql;
}

QString installed(const QString& name)
{
    const QString found = QStandardPaths::findExecutable(name);
    if (!found.isEmpty())
        return found;
    return QStandardPaths::findExecutable(
        name, {QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin"),
               QStringLiteral("/usr/local/mysql/bin"), QStringLiteral("/opt/mysql/bin")});
}

/// A program of the unpacked MySQL, with the loader that runs it; empty when there is none.
QStringList unpacked(const QString& name)
{
    const QString root = qEnvironmentVariable("CAUSEWAY_MYSQL_ROOT");
    const QString program = root + u"/usr/bin/" + name;
    if (root.isEmpty() || !QFileInfo::exists(program))
        return {};
    const QDir libraries(root + u"/usr/lib");
    for (const QString& folder : libraries.entryList({QStringLiteral("*-linux-*")}, QDir::Dirs)) {
        const QDir here(libraries.filePath(folder));
        for (const QString& loader : here.entryList({QStringLiteral("ld-linux*.so.*")}))
            return {here.filePath(loader), QStringLiteral("--library-path"), here.path(), program};
    }
    return {};
}

QList<QStringList> candidates(const Wanted& wanted)
{
    QList<QStringList> commands;
    for (const QString& name : wanted.names) {
        if (const QString program = installed(name); !program.isEmpty())
            commands << QStringList{program};
        if (const QStringList command = unpacked(name); !command.isEmpty())
            commands << command;
    }
    return commands;
}

Error notFound(const Wanted& wanted, const QStringList& others)
{
    QString detail =
        QCoreApplication::translate("Backup", "A backup of %1 needs %1's own program; the package "
                                              "%2 has it.")
            .arg(familyName(wanted.family), QLatin1String(wanted.package));
    if (!others.isEmpty()) {
        detail += u' ' + QCoreApplication::translate("Backup", "Found, but of another family: %1.")
                             .arg(others.join(QLatin1String(", ")));
    }
    return makeError(ErrorCode::SysNoProgram, wanted.names.first(), detail);
}

Result<ClientTool> find(const Wanted& wanted)
{
    QStringList others;
    for (const QStringList& command : candidates(wanted)) {
        const QString version = versionOf(command);
        if (!version.isEmpty() && familyOf(version) == wanted.family)
            return ClientTool{command, version, wanted.family};
        others << command.last();
    }
    return notFound(wanted, others);
}

} // namespace

Result<ClientTool> findDumpTool(ServerFamily family)
{
    if (family == ServerFamily::MySql)
        return find({family, {QStringLiteral("mysqldump")}, "mysql-client"});
    return find(
        {family, {QStringLiteral("mariadb-dump"), QStringLiteral("mysqldump")}, "mariadb-client"});
}

Result<ClientTool> findRestoreTool(ServerFamily family)
{
    const Wanted mariaDb{ServerFamily::MariaDb,
                         {QStringLiteral("mariadb"), QStringLiteral("mysql")},
                         "mariadb-client"};
    if (family == ServerFamily::MariaDb)
        return find(mariaDb);
    const auto own = find({family, {QStringLiteral("mysql")}, "mysql-client"});
    if (own)
        return own;
    // MariaDB's client reads what mysqldump wrote; the other way round its first line stops it.
    const auto other = find(mariaDb);
    return other ? other : own;
}

} // namespace causeway
