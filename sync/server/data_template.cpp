// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/data_template.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace causeway {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes kPrepareTimeout{3};

bool copyTree(const QString& from, const QString& to)
{
    std::error_code error;
    fs::copy(QFile::encodeName(from).toStdString(), QFile::encodeName(to).toStdString(),
             fs::copy_options::recursive, error);
    return !error;
}

/// What must not be the same on two servers.
void forgetIdentity(const QString& data)
{
    QFile::remove(data + u"/auto.cnf"); // MySQL makes a new server_uuid
}

/// Keeps a copy of our fresh data; failing is no error. Renaming makes it appear whole or not at
/// all.
void keepTemplate(const ServerFolder& folder, const QString& kept)
{
    const QString draft = kept + u".new-" + QString::number(QCoreApplication::applicationPid());
    QDir().mkpath(QFileInfo(kept).path());
    if (!copyTree(folder.data(), draft) || !QDir().rename(draft, kept))
        QDir(draft).removeRecursively();
}

Status runPreparer(const ServerFolder& folder, const ServerProgram& program)
{
    auto process = WatchedProcess::start(program.prepareCommand(folder), folder.log(),
                                         std::chrono::seconds(1));
    if (!process)
        return process.error();
    if (process->waitForEnd(kPrepareTimeout) && process->exitCode() == 0)
        return okStatus();
    process->kill();
    Error error = makeError(
        ErrorCode::SysInternal, folder.path(),
        QCoreApplication::translate("PrivateServer", "the data folder could not be prepared"));
    error.serverMessage = folder.logTail();
    return error;
}

} // namespace

Status prepareData(const ServerFolder& folder, const ServerProgram& program,
                   const QString& templateFolder)
{
    CAUSEWAY_TRY(folder.wipe());
    const QString kept = templateFolder.isEmpty() ? QString() : templateFolder + u'/' + program.id;
    const bool copied = !kept.isEmpty() && QFileInfo(kept).isDir() && copyTree(kept, folder.data());
    if (!copied) {
        CAUSEWAY_TRY(folder.wipe());
        CAUSEWAY_TRY(runPreparer(folder, program));
        if (!kept.isEmpty())
            keepTemplate(folder, kept);
    }
    forgetIdentity(folder.data());
    CAUSEWAY_TRY(folder.markPrepared(program.id));
    return folder.handOver();
}

} // namespace causeway
