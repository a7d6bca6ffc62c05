// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/fence.h"

#include "sync/dialect/fence_sql.h"
#include "sync/dialect/session_sql.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

constexpr int kNoSuchTable = 1146;

QString text(const Cell& cell)
{
    return QString::fromUtf8(cell.value_or(QByteArray()));
}

Result<ResultSet> readPairs(Connection& connection)
{
    auto pairs = connection.query(fencesql::allPairs());
    if (!pairs && pairs.error().serverCode == kNoSuchTable)
        return makeError(ErrorCode::CfgNotInitialised, connection.label());
    return pairs;
}

Error anotherRemote(const Connection& local, const Connection& remote)
{
    return makeError(ErrorCode::SyncFenced, local.label(),
                     QCoreApplication::translate("causeway::Fence",
                                                 "its ledger belongs to another remote than %1")
                         .arg(remote.label()));
}

Error wentBack(const Connection& side, quint64 remembered, quint64 found)
{
    return makeError(ErrorCode::SyncWentBack, side.label(),
                     QCoreApplication::translate(
                         "causeway::Fence", "the ledger remembers epoch %1, the server is at %2")
                         .arg(remembered)
                         .arg(found));
}

} // namespace

Result<PairState> readPairState(Connection& remote, Connection& local)
{
    auto localPairs = readPairs(local);
    CAUSEWAY_TRY(localPairs);
    if (localPairs->rows.empty())
        return makeError(ErrorCode::CfgNotInitialised, local.label());
    const auto own =
        std::find_if(localPairs->rows.begin(), localPairs->rows.end(), [&](const Cells& row) {
            return text(row[2]) == remote.server().uuid && text(row[3]) == remote.config().database;
        });
    if (own == localPairs->rows.end())
        return anotherRemote(local, remote);

    PairState state;
    state.pairId = text((*own)[0]);
    state.localEpoch = text((*own)[1]).toULongLong();
    state.rememberedEpoch = text((*own)[4]).toULongLong();
    auto remotePairs = readPairs(remote);
    CAUSEWAY_TRY(remotePairs);
    const auto peer = std::find_if(remotePairs->rows.begin(), remotePairs->rows.end(),
                                   [&](const Cells& row) { return text(row[0]) == state.pairId; });
    if (peer == remotePairs->rows.end())
        return wentBack(remote, state.rememberedEpoch, 0);
    state.remoteEpoch = text((*peer)[1]).toULongLong();
    if (state.remoteEpoch < state.rememberedEpoch)
        return wentBack(remote, state.rememberedEpoch, state.remoteEpoch);
    return state;
}

Status raiseEpoch(Connection& connection, const PairState& state, const QString& holder)
{
    const quint64 expected =
        connection.side() == Side::Remote ? state.remoteEpoch : state.localEpoch;
    auto found = readEpochLocked(connection, state.pairId);
    CAUSEWAY_TRY(found);
    if (*found != expected) {
        return makeError(ErrorCode::SyncFenced, connection.label(),
                         QCoreApplication::translate("causeway::Fence",
                                                     "another console has written here meanwhile"));
    }
    auto raised = connection.execute(fencesql::raiseEpoch(state.pairId, expected + 1, holder));
    CAUSEWAY_TRY(raised);
    return okStatus();
}

Result<quint64> readEpochLocked(Connection& connection, const QString& pairId)
{
    auto rows = connection.query(fencesql::lockEpoch(pairId));
    CAUSEWAY_TRY(rows);
    if (rows->rows.empty())
        return wentBack(connection, 0, 0);
    return text(rows->rows.front().front()).toULongLong();
}

} // namespace causeway
