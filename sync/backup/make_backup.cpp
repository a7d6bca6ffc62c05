// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backup/make_backup.h"

#include "sync/backup/backup_file.h"
#include "sync/backup/backup_list.h"
#include "sync/backup/client_tools.h"
#include "sync/backup/dump_reader.h"
#include "sync/backup/gzip_stream.h"
#include "sync/backup/tool_run.h"
#include "sync/db/connection.h"
#include "sync/dialect/backup_sql.h"
#include "sync/profile/private_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace causeway {
namespace {

/// Letters and digits of @p text that any file system takes.
QString slug(const QString& text)
{
    QString result;
    for (const QChar c : text) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            result += c;
        else if (!result.isEmpty() && !result.endsWith(u'-'))
            result += u'-';
    }
    return result.isEmpty() ? QStringLiteral("database") : result.left(40);
}

QString fileName(const Profile& profile, Side side, const QDateTime& when)
{
    return slug(profile.name) + u'_' + slug(profile.side(side).database) + u'_' + toText(side) +
           u'_' + when.toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'")) + kBackupSuffix;
}

QStringList dumpArguments(ServerFamily family, const QString& database)
{
    QStringList arguments{QStringLiteral("--single-transaction"),
                          QStringLiteral("--quick"),
                          QStringLiteral("--skip-add-drop-table"),
                          QStringLiteral("--routines"),
                          QStringLiteral("--triggers"),
                          QStringLiteral("--hex-blob"),
                          QStringLiteral("--tz-utc"),
                          QStringLiteral("--no-tablespaces"),
                          QStringLiteral("--default-character-set=utf8mb4"),
                          QStringLiteral("--max-allowed-packet=1G")};
    if (family == ServerFamily::MySql)
        arguments << QStringLiteral("--set-gtid-purged=OFF")
                  << QStringLiteral("--column-statistics=0");
    return arguments << QStringLiteral("--") << database;
}

Result<QStringList> names(Connection& connection, const QByteArray& query)
{
    const auto result = connection.query(query);
    CAUSEWAY_TRY(result);
    QStringList list;
    for (const Cells& row : result->rows)
        list << QString::fromUtf8(row[0].value_or(QByteArray()));
    return list;
}

/// One backup from the first look at the server to the manifest. Used once.
class Backup final {
public:
    Backup(const Profile& profile, Side side, const std::stop_token& stop,
           const BackupProgressSink& progress)
        : m_config(profile.side(side))
        , m_stop(stop)
        , m_progress(progress)
    {
        m_manifest.profile = profile.name;
        m_manifest.side = side;
        m_manifest.address = m_config.display();
        m_manifest.database = m_config.database;
        m_manifest.takenAt = QDateTime::currentDateTimeUtc();
        m_manifest.file = fileName(profile, side, m_manifest.takenAt);
    }

    Result<BackupManifest> into(const QString& folder);

private:
    Status lookAtServer();
    Status dump(QFile& file);
    Status checkContent(const QString& path) const;
    Status describe(BackupFile& file);
    void tell() const;

    const SideConfig& m_config;
    const std::stop_token& m_stop;
    const BackupProgressSink& m_progress;
    BackupManifest m_manifest;
    DumpReader m_reader;
    QString m_label;
    qint64 m_bytes = 0;
};

Status Backup::lookAtServer()
{
    auto connection = Connection::open(m_config, m_manifest.side);
    CAUSEWAY_TRY(connection);
    m_label = connection->label();
    m_manifest.family = connection->server().family;
    m_manifest.serverVersion = connection->server().version;
    const auto defaults = connection->query(backupsql::databaseDefaults(m_config.database));
    CAUSEWAY_TRY(defaults);
    if (defaults->rows.empty())
        return makeError(ErrorCode::ConnNoDatabase, m_label);
    m_manifest.charset = QString::fromUtf8(defaults->rows[0][0].value_or(QByteArray()));
    m_manifest.collation = QString::fromUtf8(defaults->rows[0][1].value_or(QByteArray()));
    const auto outside = names(*connection, backupsql::tablesOutsideSnapshots(m_config.database));
    CAUSEWAY_TRY(outside);
    m_manifest.outsideSnapshot = *outside;
    const auto rounded = names(*connection, backupsql::tablesWithFloats(m_config.database));
    CAUSEWAY_TRY(rounded);
    m_manifest.rounded = *rounded;
    return okStatus();
}

void Backup::tell() const
{
    if (!m_progress)
        return;
    BackupProgress progress;
    progress.bytes = m_bytes;
    for (const BackupTable& table : m_reader.tables()) {
        progress.table = table.name;
        progress.rows += table.rows;
    }
    m_progress(progress);
}

Status Backup::dump(QFile& file)
{
    const auto tool = findDumpTool(m_manifest.family);
    CAUSEWAY_TRY(tool);
    m_manifest.tool = tool->version;
    const auto login = LoginFile::make(loginOptions(m_config, tool->family));
    CAUSEWAY_TRY(login);
    GzipWriter writer(file);
    ToolRun run;
    run.command = tool->command + QStringList{u"--defaults-file=" + login->path()} +
                  dumpArguments(m_manifest.family, m_config.database);
    run.login = &*login;
    run.label = m_label;
    run.onOutput = [this, &writer](const QByteArray& output) {
        m_reader.take(output.constData(), output.size());
        m_bytes += output.size();
        tell();
        return writer.write(output.constData(), output.size());
    };
    CAUSEWAY_TRY(runTool(run, m_stop));
    return writer.finish();
}

/// Reads back what is on the disk: every byte can be restored, and the end is there.
Status Backup::checkContent(const QString& path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::SysBackup, path, file.errorString());
    GzipReader reader(file);
    DumpReader again;
    for (;;) {
        const auto piece = reader.read();
        CAUSEWAY_TRY(piece);
        if (piece->isEmpty())
            break;
        again.take(piece->constData(), piece->size());
        if (m_stop.stop_requested())
            return makeError(ErrorCode::SyncInterrupted, m_label);
    }
    if (again.isComplete() && again.tables() == m_reader.tables())
        return okStatus();
    return makeError(
        ErrorCode::SysBackup, path,
        QCoreApplication::translate("Backup", "The end of the dump is missing in it."));
}

Status Backup::describe(BackupFile& file)
{
    const QString part = file.device().fileName();
    CAUSEWAY_TRY(file.flush());
    CAUSEWAY_TRY(checkContent(part));
    const auto digest = fileDigest(part);
    CAUSEWAY_TRY(digest);
    m_manifest.sha256 = *digest;
    m_manifest.bytes = QFileInfo(part).size();
    m_manifest.tables = m_reader.tables();
    return okStatus();
}

Result<BackupManifest> Backup::into(const QString& folder)
{
    CAUSEWAY_TRY(lookAtServer());
    auto file = BackupFile::create(folder, m_manifest.file);
    CAUSEWAY_TRY(file);
    CAUSEWAY_TRY(dump(file->device()));
    CAUSEWAY_TRY(describe(*file));
    CAUSEWAY_TRY(file->keep());
    // Until its manifest is there, no list shows it.
    const Status described = writeFileAtomically(manifestPathOf(file->finalPath()),
                                                 QJsonDocument(toJson(m_manifest)).toJson());
    if (described)
        return m_manifest;
    QFile::remove(file->finalPath());
    return described.error();
}

} // namespace

Result<BackupManifest> makeBackup(const Profile& profile, Side side, const QString& folder,
                                  const std::stop_token& stop, const BackupProgressSink& progress)
{
    return Backup(profile, side, stop, progress).into(folder);
}

} // namespace causeway
