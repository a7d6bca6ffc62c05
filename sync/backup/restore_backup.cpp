// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backup/restore_backup.h"

#include "sync/backup/client_tools.h"
#include "sync/backup/dump_reader.h"
#include "sync/backup/gzip_stream.h"
#include "sync/backup/tool_run.h"
#include "sync/db/connection.h"
#include "sync/dialect/backup_sql.h"
#include "sync/profile/side_label.h"

#include <QCoreApplication>

namespace causeway {
namespace {

constexpr int kDatabaseExists = 1007;
constexpr int kUnknownCollation = 1273;
constexpr int kDropAttempts = 12; // each waits for locks of the client that was ended

/// One restore. Used once.
class Restore final {
public:
    Restore(const RestoreRequest& request, const std::stop_token& stop,
            const BackupProgressSink& progress)
        : m_request(request)
        , m_manifest(request.backup.manifest)
        , m_stop(stop)
        , m_progress(progress)
        , m_label(sideLabel(request.side, request.target))
    {
    }
    Result<Restored> run();

private:
    Status prepareDatabase();
    Status createDatabase(Connection& connection) const;
    Status work();
    Status feed();
    Status compareCounts();
    [[nodiscard]] Error undone(Error error) const;
    [[nodiscard]] Result<Connection> connect() const;
    [[nodiscard]] Error notEmpty() const
    {
        return makeError(ErrorCode::CfgNotEmpty, m_request.target.display());
    }

    const RestoreRequest& m_request;
    const BackupManifest& m_manifest;
    const std::stop_token& m_stop;
    const BackupProgressSink& m_progress;
    QString m_label;
    Restored m_restored;
};

Result<Connection> Restore::connect() const
{
    ConnectionOptions options;
    options.selectDatabase = false;
    return Connection::open(m_request.target, m_request.side, options);
}

Status Restore::createDatabase(Connection& connection) const
{
    const QString& name = m_request.target.database;
    auto done = connection.execute(
        backupsql::createDatabase(name, m_manifest.charset, m_manifest.collation));
    if (!done && done.error().serverCode == kUnknownCollation) // of the other family
        done = connection.execute(backupsql::createDatabase(name, m_manifest.charset, {}));
    if (done)
        return okStatus();
    return done.error().serverCode == kDatabaseExists ? notEmpty() : done.error();
}

Status Restore::prepareDatabase()
{
    auto connection = connect();
    CAUSEWAY_TRY(connection);
    const QString& name = m_request.target.database;
    const auto there = connection->query(backupsql::databaseDefaults(name));
    CAUSEWAY_TRY(there);
    if (there->rows.empty()) {
        CAUSEWAY_TRY(createDatabase(*connection));
        m_restored.created = true;
        return okStatus();
    }
    const auto objects = connection->query(backupsql::objectCount(name));
    CAUSEWAY_TRY(objects);
    return objects->rows[0][0] == QByteArray("0") ? okStatus() : Status(notEmpty());
}

Status Restore::feed()
{
    const auto tool = findRestoreTool(m_manifest.family);
    CAUSEWAY_TRY(tool);
    const auto login = LoginFile::make(loginOptions(m_request.target, tool->family));
    CAUSEWAY_TRY(login);
    QFile file(m_request.backup.path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::SysBackup, m_request.backup.path, file.errorString());
    GzipReader reader(file);
    BackupProgress progress;
    ToolRun run;
    // Binary mode: nothing in the file is a command to the client, except for delimiters.
    run.command = tool->command + QStringList{u"--defaults-file=" + login->path(),
                                              QStringLiteral("--binary-mode"),
                                              QStringLiteral("--default-character-set=utf8mb4"),
                                              QStringLiteral("--max-allowed-packet=1G"),
                                              u"--database=" + m_request.target.database};
    run.login = &*login;
    run.label = m_label;
    run.nextInput = [this, &reader, &progress]() -> Result<QByteArray> {
        auto piece = reader.read();
        CAUSEWAY_TRY(piece);
        progress.bytes += piece->size();
        if (m_progress)
            m_progress(progress);
        return piece;
    };
    return runTool(run, m_stop);
}

Status Restore::compareCounts()
{
    auto connection = connect();
    CAUSEWAY_TRY(connection);
    for (const BackupTable& table : m_manifest.tables) {
        const auto count =
            connection->query(backupsql::rowCount(m_request.target.database, table.name));
        CAUSEWAY_TRY(count);
        const qint64 rows = count->rows[0][0].value_or(QByteArray()).toLongLong();
        if (rows != table.rows) {
            return makeError(
                ErrorCode::SysBackup, m_request.backup.path,
                QCoreApplication::translate(
                    "Backup", "The table %1 has %2 rows after the restore instead of %3.")
                    .arg(table.name)
                    .arg(rows)
                    .arg(table.rows));
        }
        ++m_restored.tables;
        m_restored.rows += rows;
        if (m_stop.stop_requested())
            return makeError(ErrorCode::SyncInterrupted, m_label);
    }
    return okStatus();
}

/// @p error, after the database that was made here is dropped again.
Error Restore::undone(Error error) const
{
    const auto add = [&error](const QString& sentence) {
        error.detail += (error.detail.isEmpty() ? QString() : QStringLiteral(" ")) + sentence;
    };
    if (!m_restored.created) {
        add(QCoreApplication::translate(
                "Backup", "%1 was there before; it may hold a part of the backup now.")
                .arg(m_request.target.database));
        return error;
    }
    for (int attempt = 0; attempt < kDropAttempts; ++attempt) {
        auto connection = connect();
        if (!connection)
            continue;
        if (connection->execute(backupsql::dropDatabase(m_request.target.database)))
            return error;
    }
    add(QCoreApplication::translate("Backup",
                                    "%1 was made by the restore and could not be dropped again.")
            .arg(m_request.target.database));
    return error;
}

Status Restore::work()
{
    CAUSEWAY_TRY(feed());
    return compareCounts();
}

Result<Restored> Restore::run()
{
    CAUSEWAY_TRY(findRestoreTool(m_manifest.family));
    CAUSEWAY_TRY(verifyBackup(m_request.backup));
    CAUSEWAY_TRY(prepareDatabase());
    const Status worked = work();
    return worked ? Result<Restored>(m_restored) : Result<Restored>(undone(worked.error()));
}

} // namespace

Result<Restored> restoreBackup(const RestoreRequest& request, const std::stop_token& stop,
                               const BackupProgressSink& progress)
{
    return Restore(request, stop, progress).run();
}

} // namespace causeway
