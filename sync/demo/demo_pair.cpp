// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/demo/demo_pair.h"

#include "sync/control/control_schema.h"
#include "sync/db/connection.h"
#include "sync/demo/sample_shop.h"
#include "sync/dialect/demo_sql.h"
#include "sync/dialect/session_sql.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace causeway {
namespace {

constexpr quint32 kSeed = 20260101;
constexpr int kSteps = 6;

QString translated(const char* text)
{
    return QCoreApplication::translate("causeway::Demo", text);
}

QString database()
{
    return QStringLiteral("shop");
}

// Its presence tells that the demo was made to the end.
QString markerPath(const QString& folder)
{
    return folder + QLatin1String("/complete");
}

Status writeMarker(const QString& folder)
{
    QFile marker(markerPath(folder));
    if (marker.open(QIODevice::WriteOnly))
        return okStatus();
    return makeError(ErrorCode::SysPermission, marker.fileName(), marker.errorString());
}

// Tells the steps, and stops between them.
class Steps final {
public:
    Steps(const DemoProgress& progress, std::stop_token stop)
        : m_progress(progress)
        , m_stop(std::move(stop))
    {
    }

    Status next(const char* step)
    {
        if (m_stop.stop_requested())
            return makeError(ErrorCode::SyncInterrupted, translated("The demo"));
        if (m_progress)
            m_progress(translated(step), m_done, kSteps);
        ++m_done;
        return okStatus();
    }

    [[nodiscard]] std::stop_token stop() const { return m_stop; }

private:
    const DemoProgress& m_progress;
    std::stop_token m_stop;
    int m_done = 0;
};

Result<std::unique_ptr<PrivateServer>> startServer(const QString& folder, Side side)
{
    PrivateServerOptions options;
    options.folder = folder + u'/' + toText(side);
    options.templateFolder = folder + QLatin1String("/templates");
    options.durable = false;
    return PrivateServer::start(options);
}

Profile demoProfile(const DemoState& state)
{
    Profile profile;
    profile.name = QStringLiteral("Demo");
    profile.environment = Environment::Demo;
    profile.remote = state.remoteServer->sideConfig(database());
    profile.local = state.localServer->sideConfig(database());
    profile.readOnly = false;
    return profile;
}

Status executeAll(Connection& connection, const QList<QByteArray>& statements)
{
    for (const QByteArray& statement : statements) {
        if (const Result<Executed> done = connection.execute(statement); !done.ok())
            return done.error();
    }
    return okStatus();
}

Result<Connection> connect(const Profile& profile, Side side, bool selectDatabase = true)
{
    ConnectionOptions options;
    options.selectDatabase = selectDatabase;
    return Connection::open(profile.side(side), side, options);
}

Status fillShop(const Profile& profile, Side side)
{
    Result<Connection> connection = connect(profile, side, false);
    if (!connection.ok())
        return connection.error();
    CAUSEWAY_TRY(executeAll(*connection,
                            {demosql::dropDatabase(database()), demosql::createDatabase(database()),
                             demosql::useDatabase(database())}));
    CAUSEWAY_TRY(executeAll(*connection, scriptStatements(QStringLiteral("demo/shop.sql"))));
    QList<QByteArray> inserts{sessionsql::startTransaction()};
    for (const SampleTable& table : sampleShop(kSeed))
        inserts += demosql::insertRows(table);
    inserts += sessionsql::commit();
    return executeAll(*connection, inserts);
}

Status makeChanges(const Profile& profile, Side side)
{
    Result<Connection> connection = connect(profile, side);
    if (!connection.ok())
        return connection.error();
    const QString script = QLatin1String("demo/changes-") + toText(side) + QLatin1String(".sql");
    return executeAll(*connection, scriptStatements(script));
}

Status setUp(const Profile& profile, std::stop_token stop)
{
    const Result<InitReport> report = initialisePair(profile, InitOptions{}, std::move(stop));
    return report.ok() ? okStatus() : Status(report.error());
}

// After this both sides' ledger knows every row as agreed.
Status firstSync(const Profile& profile, std::stop_token stop)
{
    SyncRequest request;
    request.profile = profile;
    ProgressMailbox progress;
    const SyncReport report = runSync(request, std::move(stop), progress);
    if (report.error)
        return *report.error;
    for (const TableOutcome& table : report.tables) {
        if (table.error)
            return *table.error;
    }
    return okStatus();
}

Status fillDemo(const Profile& profile, const QString& folder, Steps& steps)
{
    CAUSEWAY_TRY(steps.next(QT_TRANSLATE_NOOP("causeway::Demo", "Filling the sample shop")));
    for (const Side side : {Side::Remote, Side::Local})
        CAUSEWAY_TRY(fillShop(profile, side));
    CAUSEWAY_TRY(steps.next(QT_TRANSLATE_NOOP("causeway::Demo", "Setting the pair up")));
    CAUSEWAY_TRY(setUp(profile, steps.stop()));
    CAUSEWAY_TRY(steps.next(QT_TRANSLATE_NOOP("causeway::Demo", "Bringing both sides in step")));
    CAUSEWAY_TRY(firstSync(profile, steps.stop()));
    CAUSEWAY_TRY(steps.next(QT_TRANSLATE_NOOP("causeway::Demo", "Changing rows on both sides")));
    for (const Side side : {Side::Remote, Side::Local})
        CAUSEWAY_TRY(makeChanges(profile, side));
    return writeMarker(folder);
}

Status startServers(DemoState& state, const QString& folder, Steps& steps)
{
    CAUSEWAY_TRY(steps.next(QT_TRANSLATE_NOOP("causeway::Demo", "Starting the remote server")));
    Result<std::unique_ptr<PrivateServer>> remote = startServer(folder, Side::Remote);
    if (!remote.ok())
        return remote.error();
    state.remoteServer = std::move(remote).value();
    CAUSEWAY_TRY(steps.next(QT_TRANSLATE_NOOP("causeway::Demo", "Starting the local server")));
    Result<std::unique_ptr<PrivateServer>> local = startServer(folder, Side::Local);
    if (!local.ok())
        return local.error();
    state.localServer = std::move(local).value();
    return okStatus();
}

} // namespace

Result<DemoState> prepareDemo(const QString& folder, const DemoProgress& progress,
                              std::stop_token stop)
{
    if (!QDir().mkpath(folder))
        return makeError(ErrorCode::SysPermission, folder);
    Steps steps(progress, std::move(stop));
    DemoState state;
    CAUSEWAY_TRY(startServers(state, folder, steps));
    state.profile = demoProfile(state);
    state.fresh = !QFile::exists(markerPath(folder));
    if (state.fresh)
        CAUSEWAY_TRY(fillDemo(state.profile, folder, steps));
    return state;
}

Status resetDemo(DemoState& state, const QString& folder, const DemoProgress& progress,
                 std::stop_token stop)
{
    Steps steps(progress, std::move(stop));
    QFile::remove(markerPath(folder));
    CAUSEWAY_TRY(steps.next(QT_TRANSLATE_NOOP("causeway::Demo", "Emptying the remote server")));
    CAUSEWAY_TRY(state.remoteServer->reset());
    CAUSEWAY_TRY(steps.next(QT_TRANSLATE_NOOP("causeway::Demo", "Emptying the local server")));
    CAUSEWAY_TRY(state.localServer->reset());
    state.profile = demoProfile(state);
    state.fresh = true;
    return fillDemo(state.profile, folder, steps);
}

} // namespace causeway
