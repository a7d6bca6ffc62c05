// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/server_program.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace causeway {
namespace {

QString programNamed(const QString& name)
{
    const QString found = QStandardPaths::findExecutable(name);
    if (!found.isEmpty())
        return found;
    return QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"),
                                                 QStringLiteral("/usr/local/sbin"),
                                                 QStringLiteral("/usr/libexec")});
}

/// Changes whenever the program file does.
QString buildId(const QString& kind, const QString& program)
{
    const QFileInfo file(program);
    const QString facts = file.canonicalFilePath() + u'|' + QString::number(file.size()) + u'|' +
                          file.lastModified().toUTC().toString(Qt::ISODate);
    const auto digest = QCryptographicHash::hash(facts.toUtf8(), QCryptographicHash::Sha256);
    return kind + u'-' + QString::fromLatin1(digest.toHex().left(12));
}

Error missing(const QString& what, const QString& how)
{
    return makeError(ErrorCode::SysInternal, what, how);
}

Result<ServerProgram> findMariaDb()
{
    const QString server = programNamed(QStringLiteral("mariadbd"));
    const QString prepare = programNamed(QStringLiteral("mariadb-install-db"));
    if (server.isEmpty() || prepare.isEmpty()) {
        return missing(
            server.isEmpty() ? QStringLiteral("mariadbd") : QStringLiteral("mariadb-install-db"),
            QCoreApplication::translate(
                "PrivateServer", "program not found; install the package mariadb-server-core"));
    }
    ServerProgram program;
    program.server = QStringList{server, QStringLiteral("--no-defaults")};
    program.prepare =
        QStringList{prepare, QStringLiteral("--no-defaults"),
                    QStringLiteral("--auth-root-authentication-method=normal"),
                    QStringLiteral("--skip-test-db"), QStringLiteral("--skip-name-resolve")};
    program.id = buildId(QStringLiteral("mariadb"), server);
    return program;
}

/// The loader of the unpacked system, empty when there is none.
QString loaderIn(const QString& root)
{
    const QDir libraries(root + u"/usr/lib");
    for (const QString& folder : libraries.entryList({QStringLiteral("*-linux-*")}, QDir::Dirs)) {
        const QDir candidates(libraries.filePath(folder));
        for (const QString& name : candidates.entryList({QStringLiteral("ld-linux*.so.*")}))
            return candidates.filePath(name);
    }
    return {};
}

Result<ServerProgram> findMySql()
{
    const QString root = qEnvironmentVariable("CAUSEWAY_MYSQL_ROOT");
    if (root.isEmpty()) {
        return missing(QStringLiteral("MySQL"),
                       QCoreApplication::translate(
                           "PrivateServer", "CAUSEWAY_MYSQL_ROOT names no unpacked MySQL server"));
    }
    const QString loader = loaderIn(root);
    const QString server = root + u"/usr/sbin/mysqld";
    if (loader.isEmpty() || !QFileInfo::exists(server)) {
        return missing(server, QCoreApplication::translate(
                                   "PrivateServer", "program not found; CAUSEWAY_MYSQL_ROOT must "
                                                    "name an unpacked MySQL server"));
    }
    ServerProgram program;
    program.kind = ServerKind::MySql9;
    program.server = QStringList{loader,
                                 QStringLiteral("--library-path"),
                                 QFileInfo(loader).path(),
                                 server,
                                 QStringLiteral("--no-defaults"),
                                 u"--basedir=" + root + u"/usr",
                                 u"--lc-messages-dir=" + root + u"/usr/share/mysql",
                                 u"--character-sets-dir=" + root + u"/usr/share/mysql/charsets",
                                 u"--plugin-dir=" + root + u"/usr/lib/mysql/plugin",
                                 QStringLiteral("--secure-file-priv=NULL"),
                                 QStringLiteral("--mysqlx=0")};
    program.prepare = program.server + QStringList{QStringLiteral("--initialize-insecure")};
    program.id = buildId(QStringLiteral("mysql"), server);
    return program;
}

/// What a fresh data folder and its server must agree about.
QStringList commonArguments(const ServerFolder& folder, ServerKind kind)
{
    QStringList arguments{u"--datadir=" + folder.data(), u"--tmpdir=" + folder.scratch(),
                          QStringLiteral("--performance-schema=OFF"),
                          kind == ServerKind::MariaDb
                              ? QStringLiteral("--innodb-log-file-size=32M")
                              : QStringLiteral("--innodb-redo-log-capacity=64M")};
    if (folder.account())
        arguments << u"--user=" + folder.account()->name;
    return arguments;
}

QStringList networkArguments(const PrivateServerOptions& options, int port)
{
    if (!options.listenOnPort)
        return {QStringLiteral("--skip-networking")};
    return {u"--port=" + QString::number(port), QStringLiteral("--bind-address=127.0.0.1")};
}

/// What a server of this kind does by default, said aloud. MySQL keeps its own default collation.
QStringList standardMode(ServerKind kind)
{
    if (kind == ServerKind::MySql9)
        return {QStringLiteral("--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,"
                               "NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION")};
    return {QStringLiteral("--collation-server=utf8mb4_unicode_ci"),
            QStringLiteral("--sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,"
                           "NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION")};
}

} // namespace

Result<ServerProgram> ServerProgram::find(ServerKind kind)
{
    return kind == ServerKind::MariaDb ? findMariaDb() : findMySql();
}

QStringList ServerProgram::prepareCommand(const ServerFolder& folder) const
{
    return prepare + commonArguments(folder, kind);
}

QStringList ServerProgram::serverCommand(const ServerFolder& folder,
                                         const PrivateServerOptions& options, int port) const
{
    QStringList command = server + commonArguments(folder, kind) + networkArguments(options, port);
    command << u"--socket=" + folder.socket() << u"--pid-file=" + folder.pidFile()
            << QStringLiteral("--character-set-server=utf8mb4")
            << QStringLiteral("--default-time-zone=+00:00") << QStringLiteral("--local-infile=1")
            << QStringLiteral("--skip-name-resolve") << QStringLiteral("--max-connections=100")
            << QStringLiteral("--innodb-buffer-pool-size=64M");
    command += standardMode(kind);
    if (options.listenOnPort)
        command << u"--init-file=" + folder.initFile();
    if (!options.durable)
        command << QStringLiteral("--innodb-flush-log-at-trx-commit=2")
                << QStringLiteral("--sync-binlog=0");
    return command + options.extraArguments;
}

} // namespace causeway
