// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/private_pair.h"

#include "sync/server/server_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace causeway {
namespace {

constexpr int kPlaces = 8;
constexpr std::chrono::seconds kPatience{20};

QString placeName(const QString& base, int number)
{
    return base + QStringLiteral("/pair-%1").arg(number);
}

/// Removes what is left of a pair whose owner is gone; a place in use stays.
void clear(const QString& place)
{
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto folder = ServerFolder::open(place + u'/' + toText(side));
        if (!folder || !folder->endLeftover(kPatience))
            return;
        folder->removeStaleSocket();
        folder->tidySocket();
        QDir(folder->path()).removeRecursively();
    }
    QDir(place).removeRecursively();
}

Result<std::unique_ptr<PrivateServer>> startServer(const QString& place, Side side)
{
    PrivateServerOptions options;
    options.folder = place + u'/' + toText(side);
    options.templateFolder = place + QLatin1String("/templates");
    options.durable = false;
    return PrivateServer::start(options);
}

void removeServer(std::unique_ptr<PrivateServer>& server)
{
    if (!server)
        return;
    const QString folder = QFileInfo(server->logFile()).path();
    server.reset();
    QDir(folder).removeRecursively();
}

} // namespace

Result<std::unique_ptr<PrivatePair>> PrivatePair::start(const QString& folder, std::stop_token stop)
{
    for (int i = 0; i < kPlaces; ++i) {
        if (QFileInfo(placeName(folder, i)).isDir())
            clear(placeName(folder, i));
    }
    for (int i = 0; i < kPlaces; ++i) {
        if (QFileInfo(placeName(folder, i)).isDir())
            continue; // of a self-test that runs now
        std::unique_ptr<PrivatePair> pair(new PrivatePair);
        pair->m_base = folder;
        CAUSEWAY_TRY(pair->startIn(placeName(folder, i), stop));
        return pair;
    }
    return makeError(ErrorCode::SysPermission, folder);
}

Status PrivatePair::startIn(const QString& place, std::stop_token stop)
{
    if (!QDir().mkpath(place))
        return makeError(ErrorCode::SysPermission, place);
    m_place = place;
    for (const Side side : {Side::Remote, Side::Local}) {
        if (stop.stop_requested())
            return makeError(ErrorCode::SyncInterrupted,
                             QCoreApplication::translate("SelfTest", "The self-test"));
        auto server = startServer(place, side);
        CAUSEWAY_TRY(server);
        (side == Side::Remote ? m_remote : m_local) = std::move(server).value();
    }
    return okStatus();
}

PrivatePair::~PrivatePair()
{
    removeServer(m_remote);
    removeServer(m_local);
    if (!m_place.isEmpty())
        QDir(m_place).removeRecursively();
    QDir().rmdir(m_base); // when no other pair is there
}

Profile PrivatePair::profile() const
{
    Profile profile;
    profile.name = QStringLiteral("selftest");
    profile.environment = Environment::Test;
    profile.readOnly = false;
    profile.remote = m_remote->sideConfig(QString());
    profile.local = m_local->sideConfig(QString());
    return profile;
}

} // namespace causeway
