// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/pair_session.h"

#include "sync/control/pair_check.h"
#include "sync/core/fault_point.h"
#include "sync/core/parallel.h"
#include "sync/dialect/session_sql.h"
#include "sync/ledger/ledger.h"
#include "sync/run/pair_lock.h"
#include "sync/undo/undo_journal.h"

#include <QCoreApplication>

namespace causeway {
namespace {

Status lockOne(Connection& connection)
{
    auto rows = connection.query(sessionsql::getLock(pairLockName(connection.config().database)));
    CAUSEWAY_TRY(rows);
    if (rows->rows.at(0).at(0) != QByteArray("1"))
        return makeError(ErrorCode::SyncBusy, connection.label());
    return okStatus();
}

Status startSnapshot(Connection& connection)
{
    CAUSEWAY_TRY(connection.execute(sessionsql::rollback()));
    CAUSEWAY_TRY(connection.execute(sessionsql::startSnapshot()));
    return okStatus();
}

Status refuseSelfSync(const Connection& remote, const Connection& local)
{
    if (remote.server().uuid != local.server().uuid ||
        remote.config().database != local.config().database)
        return okStatus();
    return makeError(
        ErrorCode::CfgInvalid, remote.label(),
        QCoreApplication::translate("causeway::PairSession", "both sides are the same database"));
}

} // namespace

PairSession::PairSession(Connection remoteReading, Connection localReading, Connection localWriting)
    : m_remoteReading(std::move(remoteReading))
    , m_localReading(std::move(localReading))
    , m_localWriting(std::move(localWriting))
{
}

Result<PairSession> PairSession::open(const Profile& profile, Access access,
                                      const Timeouts& timeouts)
{
    if (access == Access::Write && profile.readOnly)
        return makeError(ErrorCode::CfgReadOnly, profile.name);
    ConnectionOptions reader;
    reader.timeouts = timeouts;
    ConnectionOptions writer = reader;
    writer.bulkLoad = access == Access::Write;
    auto [remote, local] =
        runBoth([&] { return Connection::open(profile.remote, Side::Remote, reader); },
                [&] { return Connection::open(profile.local, Side::Local, reader); });
    CAUSEWAY_TRY(remote);
    CAUSEWAY_TRY(local);
    writer.instance = local->server().instance;
    auto localWriting = Connection::open(profile.local, Side::Local, writer);
    CAUSEWAY_TRY(localWriting);
    PairSession session(std::move(*remote), std::move(*local), std::move(*localWriting));
    session.m_timeouts = timeouts;
    CAUSEWAY_TRY(refuseSelfSync(session.m_remoteReading, session.m_localReading));
    if (access == Access::Write) {
        writer.instance = session.m_remoteReading.server().instance;
        writer.boundTransactions = true; // nobody may wait for a machine that fell asleep
        auto remoteWriting = Connection::open(profile.remote, Side::Remote, writer);
        CAUSEWAY_TRY(remoteWriting);
        session.m_remoteWriting.emplace(std::move(*remoteWriting));
    }
    return session;
}

Connection& PairSession::reading(Side side)
{
    return side == Side::Remote ? m_remoteReading : m_localReading;
}

Connection& PairSession::writing(Side side)
{
    return side == Side::Remote ? *m_remoteWriting : m_localWriting;
}

ReadingLinks PairSession::readingLinks()
{
    return {m_remoteReading, m_localReading, m_localWriting};
}

Status PairSession::startSnapshots()
{
    reach(FaultPoint::SnapshotBefore);
    state.stamped = false;
    CAUSEWAY_TRY(startSnapshot(m_remoteReading));
    reach(FaultPoint::SnapshotBetween);
    CAUSEWAY_TRY(startSnapshot(m_localReading));
    reach(FaultPoint::SnapshotAfter);
    return okStatus();
}

Status PairSession::readState(Connection& remote, bool lock)
{
    auto facts = readPairFacts(remote, m_localWriting, lock);
    CAUSEWAY_TRY(facts);
    if (const PairProblem problem = findProblem(*facts); problem != PairProblem::None)
        return problemError(problem, *facts, remote, m_localWriting);
    state = {facts->local->pairId, facts->remote->epoch, facts->local->epoch,
             facts->local->peerEpoch};
    return okStatus();
}

Status PairSession::examine()
{
    return readState(m_remoteReading, false);
}

Status PairSession::takeOver()
{
    CAUSEWAY_TRY(lock());
    reach(FaultPoint::EpochBefore);
    CAUSEWAY_TRY(readState(*m_remoteWriting, true));
    reach(FaultPoint::EpochAfter);
    CAUSEWAY_TRY(createUndoTables(m_localWriting));
    CAUSEWAY_TRY(recoverAllLedgers(m_localWriting, state.remoteEpoch));
    CAUSEWAY_TRY(recoverUndo(m_localWriting, state.remoteEpoch));
    return rememberRemoteEpoch(m_localWriting, state);
}

Status PairSession::stamp(const QString& holder)
{
    if (state.stamped)
        return okStatus();
    if (!m_localStamping) {
        ConnectionOptions options;
        options.timeouts = m_timeouts;
        options.instance = m_localWriting.server().instance;
        auto connection = Connection::open(m_localWriting.config(), Side::Local, options);
        CAUSEWAY_TRY(connection);
        m_localStamping.emplace(std::move(*connection));
    }
    return stampRemote(*m_remoteWriting, *m_localStamping, state, holder);
}

Status PairSession::keepAlive(std::optional<Side> streaming)
{
    const auto use = [](Connection& connection) -> Status {
        CAUSEWAY_TRY(connection.execute(sessionsql::keepAlive()));
        return okStatus();
    };
    for (const Side side : {Side::Remote, Side::Local}) {
        if (side != streaming)
            CAUSEWAY_TRY(use(reading(side)));
    }
    for (std::optional<Connection>* connection : {&m_remoteWriting, &m_localStamping}) {
        if (*connection)
            CAUSEWAY_TRY(use(**connection));
    }
    return okStatus();
}

Status PairSession::lock()
{
    reach(FaultPoint::LockBefore);
    CAUSEWAY_TRY(lockOne(m_localWriting));
    reach(FaultPoint::LockBetween);
    CAUSEWAY_TRY(lockOne(*m_remoteWriting));
    reach(FaultPoint::LockAfter);
    return okStatus();
}

std::vector<PairSession::Link> PairSession::links() const
{
    std::vector<Link> links;
    const auto add = [&](const Connection& connection) {
        links.push_back({connection.config(), connection.side(), connection.server().instance,
                         connection.threadId()});
    };
    add(m_remoteReading);
    add(m_localReading);
    add(m_localWriting);
    if (m_remoteWriting)
        add(*m_remoteWriting);
    return links;
}

} // namespace causeway
