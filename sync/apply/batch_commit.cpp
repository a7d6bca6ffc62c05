// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/batch_commit.h"

#include "sync/apply/retry.h"
#include "sync/core/fault_point.h"

#include <functional>

namespace causeway {
namespace {

Status recordConflicts(const BatchRecord& record)
{
    return record.conflicts ? record.conflicts() : okStatus();
}

Status noteUndo(const TableTarget& target, const BatchRecord& record,
                std::optional<quint64> pendingEpoch)
{
    if (!target.undo)
        return okStatus();
    const TableShape& shape = target.sql.shape();
    return target.undo->note(target.localConnection(), shape.table, shape.fingerprint(),
                             record.undo, pendingEpoch);
}

/// A local transaction raises the epoch last: several threads take turns at it, and one that comes
/// to nothing has touched neither side's state.
Status commitRaised(const TableTarget& target, Transaction& transaction)
{
    CAUSEWAY_TRY(raiseEpoch(target.localConnection(), target.session.state, target.holder));
    CAUSEWAY_TRY(transaction.commit());
    ++target.session.state.localEpoch;
    return okStatus();
}

Status commitLocal(const TableTarget& target, Transaction& transaction, const BatchRecord& record)
{
    Connection& local = target.localConnection();
    reach(FaultPoint::LocalCommitBefore);
    CAUSEWAY_TRY(agree(local, target.ledger, record.agreed, record.allNew));
    CAUSEWAY_TRY(forget(local, target.ledger, record.gone));
    CAUSEWAY_TRY(recordConflicts(record));
    CAUSEWAY_TRY(noteUndo(target, record, std::nullopt));
    std::unique_lock<std::mutex> turn;
    if (target.turn)
        turn = std::unique_lock(*target.turn);
    CAUSEWAY_TRY(target.session.stamp(target.holder));
    CAUSEWAY_TRY(commitRaised(target, transaction));
    reach(FaultPoint::LocalCommitAfter);
    return okStatus();
}

/// Notes what will hold once the remote has committed.
Status markLedger(const TableTarget& target, const BatchRecord& record)
{
    Connection& local = target.localConnection();
    PairState& state = target.session.state;
    std::vector<LedgerEntry> pending = record.agreed;
    for (const KeyBytes& key : record.gone)
        pending.push_back({key, std::nullopt, std::nullopt, {}});
    reach(FaultPoint::MarkBefore);
    auto transaction = Transaction::begin(local);
    CAUSEWAY_TRY(transaction);
    CAUSEWAY_TRY(raiseEpoch(local, state, target.holder));
    CAUSEWAY_TRY(markPending(local, target.ledger, pending, state.remoteEpoch + 1));
    CAUSEWAY_TRY(recordConflicts(record));
    CAUSEWAY_TRY(noteUndo(target, record, state.remoteEpoch + 1));
    reach(FaultPoint::MarkUncommitted);
    CAUSEWAY_TRY(transaction->commit());
    ++state.localEpoch;
    reach(FaultPoint::MarkAfter);
    return okStatus();
}

/// The remote has committed: pending becomes agreed.
Status settleLedger(const TableTarget& target, const BatchRecord& record)
{
    Connection& local = target.localConnection();
    PairState& state = target.session.state;
    reach(FaultPoint::SettleBefore);
    auto transaction = Transaction::begin(local);
    CAUSEWAY_TRY(transaction);
    // The marked entries are there already: nothing is new to the ledger now.
    CAUSEWAY_TRY(agree(local, target.ledger, record.agreed));
    CAUSEWAY_TRY(forget(local, target.ledger, record.gone));
    CAUSEWAY_TRY(local.execute(target.ledger.setPendingEpoch(std::nullopt)));
    if (target.undo)
        CAUSEWAY_TRY(confirmUndo(local, state.remoteEpoch));
    PairState noted = state;
    CAUSEWAY_TRY(rememberRemoteEpoch(local, noted));
    reach(FaultPoint::SettleUncommitted);
    CAUSEWAY_TRY(transaction->commit());
    reach(FaultPoint::SettleAfter);
    state = noted;
    return okStatus();
}

/// What the ledger has marked must be settled before anything else is decided: a transient error
/// is tried again, and when that does not help, the run ends here and the next one recovers.
/// Cancelling does not cut it short.
Status insist(const TableTarget& target, const std::function<Status()>& settle)
{
    const Status settled = withRetries(std::stop_token(), settle);
    if (settled || settled.error().breaksConnection())
        return settled;
    const Error& error = settled.error();
    return makeError(ErrorCode::SyncInterrupted, target.sql.shape().table,
                     error.serverMessage.isEmpty() ? error.message() : error.serverMessage);
}

Status readRemoteEpoch(const TableTarget& target)
{
    PairState& state = target.session.state;
    auto epoch = readEpochLocked(target.connection(), state.pairId);
    CAUSEWAY_TRY(epoch);
    state.remoteEpoch = *epoch;
    return okStatus();
}

/// The remote has answered COMMIT with an error, and still answers: its epoch tells what happened.
Status recoverFromRefusal(const TableTarget& target, const Error& refusal)
{
    CAUSEWAY_TRY(insist(target, [&]() -> Status {
        CAUSEWAY_TRY(readRemoteEpoch(target));
        CAUSEWAY_TRY(recoverLedger(target.localConnection(), target.ledger.tableName(),
                                   target.session.state.remoteEpoch));
        return target.undo ? recoverUndo(target.localConnection(), target.session.state.remoteEpoch)
                           : okStatus();
    }));
    return refusal;
}

void noteRemoteCommit(const TableTarget& target)
{
    ++target.session.state.remoteEpoch;
    target.session.state.stamped = true;
    reach(FaultPoint::RemoteCommitAfter);
}

Status commitRemote(const TableTarget& target, Transaction& transaction, const BatchRecord& record)
{
    CAUSEWAY_TRY(markLedger(target, record));
    reach(FaultPoint::RemoteCommitBefore);
    const Status committed = transaction.commit();
    if (!committed && committed.error().breaksConnection())
        return committed; // the next run finds out
    if (!committed)
        return recoverFromRefusal(target, committed.error());
    noteRemoteCommit(target);
    return insist(target, [&] { return settleLedger(target, record); });
}

Status commitRemoteEdit(const TableTarget& target, Transaction& transaction)
{
    reach(FaultPoint::RemoteCommitBefore);
    const Status committed = transaction.commit();
    if (committed)
        noteRemoteCommit(target);
    else if (!committed.error().breaksConnection())
        CAUSEWAY_TRY(insist(target, [&] { return readRemoteEpoch(target); }));
    return committed;
}

} // namespace

Result<Transaction> beginBatch(const TableTarget& target)
{
    reach(FaultPoint::BatchBefore);
    const bool remote = target.side == Side::Remote;
    if (remote)
        CAUSEWAY_TRY(rememberRemoteEpoch(target.localConnection(), target.session.state));
    auto transaction = Transaction::begin(target.connection());
    CAUSEWAY_TRY(transaction);
    if (remote)
        CAUSEWAY_TRY(raiseEpoch(target.connection(), target.session.state, target.holder));
    reach(FaultPoint::BatchAfter);
    return transaction;
}

bool leavesLedgerUnsettled(const Error& error)
{
    return error.code == ErrorCode::SyncInterrupted && error.serverCode == 0;
}

Status commitUserEdit(const TableTarget& target, Transaction& transaction)
{
    return target.side == Side::Local ? commitRaised(target, transaction)
                                      : commitRemoteEdit(target, transaction);
}

Status commitBatch(const TableTarget& target, Transaction& transaction, const BatchRecord& record)
{
    return target.side == Side::Local ? commitLocal(target, transaction, record)
                                      : commitRemote(target, transaction, record);
}

} // namespace causeway
