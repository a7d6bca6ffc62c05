// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/fence.h"

#include "sync/core/fault_point.h"
#include "sync/db/transaction.h"
#include "sync/dialect/fence_sql.h"

#include <QCoreApplication>

namespace causeway {
namespace {

Error overtaken(const Connection& connection)
{
    return makeError(ErrorCode::SyncFenced, connection.label(),
                     QCoreApplication::translate("causeway::Fence",
                                                 "another console has written here meanwhile"));
}

Status executed(Connection& connection, const QByteArray& sql)
{
    CAUSEWAY_TRY(connection.execute(sql));
    return okStatus();
}

} // namespace

Result<quint64> readEpochLocked(Connection& connection, const QString& pairId)
{
    auto rows = connection.query(fencesql::lockEpoch(pairId));
    CAUSEWAY_TRY(rows);
    if (rows->rows.empty())
        return makeError(ErrorCode::SyncWentBack, connection.label());
    return rows->rows.front().front().value_or(QByteArray()).toULongLong();
}

Status holdEpoch(Connection& connection, const PairState& state)
{
    auto found = readEpochLocked(connection, state.pairId);
    CAUSEWAY_TRY(found);
    return *found == state.epoch(connection.side()) ? okStatus() : overtaken(connection);
}

Status raiseEpoch(Connection& connection, const PairState& state, const QString& holder)
{
    CAUSEWAY_TRY(holdEpoch(connection, state));
    const Side side = connection.side();
    const quint64 expected = state.epoch(side);
    return executed(connection,
                    side == Side::Remote
                        ? fencesql::raiseBoth(state.pairId, expected + 1, state.localEpoch, holder)
                        : fencesql::raiseEpoch(state.pairId, expected + 1, holder));
}

Status rememberRemoteEpoch(Connection& local, PairState& state)
{
    if (state.remembered == state.remoteEpoch)
        return okStatus();
    CAUSEWAY_TRY(executed(local, fencesql::rememberPeerEpoch(state.pairId, state.remoteEpoch)));
    state.remembered = state.remoteEpoch;
    return okStatus();
}

Status stampRemote(Connection& remote, Connection& local, PairState& state, const QString& holder)
{
    if (state.stamped)
        return okStatus();
    CAUSEWAY_TRY(rememberRemoteEpoch(local, state));
    // The local side names the holder first: should this end half way, the next run knows whose
    // epoch it finds on the remote.
    reach(FaultPoint::StampBefore);
    CAUSEWAY_TRY(executed(local, fencesql::announce(state.pairId, holder)));
    reach(FaultPoint::StampAnnounced);
    auto transaction = Transaction::begin(remote);
    CAUSEWAY_TRY(transaction);
    CAUSEWAY_TRY(raiseEpoch(remote, state, holder));
    reach(FaultPoint::StampUncommitted);
    CAUSEWAY_TRY(transaction->commit());
    ++state.remoteEpoch;
    state.stamped = true;
    reach(FaultPoint::StampCommitted);
    CAUSEWAY_TRY(rememberRemoteEpoch(local, state));
    reach(FaultPoint::StampAfter);
    return okStatus();
}

} // namespace causeway
