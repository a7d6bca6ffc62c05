// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/random/mortal_run.h"

#include "sync/profile/connection_url.h"
#include "sync/run/sync_engine.h"
#include "tests/support/test_servers.h"

#include <QCoreApplication>

namespace causeway::test {
namespace {

const QString kMark = QStringLiteral("mortal-run");

} // namespace

MortalRun::MortalRun(const SyncRequest& request)
{
    m_child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_child.start(
        QCoreApplication::applicationFilePath(),
        {kMark, toConnectionUrl(request.profile.remote), toConnectionUrl(request.profile.local),
         QString::number(request.limits.batchRows), QString::number(request.limits.bulkChunkRows),
         QString::number(request.allowMassDelete ? 1 : 0)});
    if (!m_child.waitForStarted())
        qFatal("a run cannot be started: %s", qPrintable(m_child.errorString()));
}

void MortalRun::wait(const std::stop_token& death)
{
    constexpr int kLookAgain = 2; // milliseconds
    while (!m_child.waitForFinished(kLookAgain) && m_child.state() != QProcess::NotRunning) {
        if (death.stop_requested())
            m_child.kill();
    }
}

bool MortalRun::isOne(const QStringList& arguments)
{
    if (arguments.value(1) != kMark)
        return false;
    const auto remote = parseConnectionUrl(arguments.value(2));
    const auto local = parseConnectionUrl(arguments.value(3));
    require(remote ? okStatus() : Status(remote.error()), kMark);
    require(local ? okStatus() : Status(local.error()), kMark);
    SyncRequest request;
    request.profile.name = kMark;
    request.profile.readOnly = false;
    request.profile.remote = *remote;
    request.profile.local = *local;
    request.limits.batchRows = arguments.value(4).toInt();
    request.limits.bulkChunkRows = arguments.value(5).toInt();
    request.allowMassDelete = arguments.value(6) == u"1";
    ProgressMailbox mailbox;
    (void)runSync(request, {}, mailbox);
    return true;
}

} // namespace causeway::test
