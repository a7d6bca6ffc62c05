// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/batch_commit.h"

namespace causeway {
namespace {

Status recordConflicts(const BatchRecord& record)
{
    return record.conflicts ? record.conflicts() : okStatus();
}

Status commitLocal(const TableTarget& target, Transaction& transaction, const BatchRecord& record)
{
    Connection& local = target.localConnection();
    CAUSEWAY_TRY(agree(local, target.ledger, record.agreed, record.allNew));
    CAUSEWAY_TRY(forget(local, target.ledger, record.gone));
    CAUSEWAY_TRY(recordConflicts(record));
    std::unique_lock<std::mutex> turn;
    if (target.turn) {
        turn = std::unique_lock(*target.turn);
        CAUSEWAY_TRY(raiseEpoch(local, target.session.state, target.holder));
    }
    CAUSEWAY_TRY(transaction.commit());
    ++target.session.state.localEpoch;
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
    auto transaction = Transaction::begin(local);
    CAUSEWAY_TRY(transaction);
    CAUSEWAY_TRY(raiseEpoch(local, state, target.holder));
    CAUSEWAY_TRY(markPending(local, target.ledger, pending, state.remoteEpoch + 1));
    CAUSEWAY_TRY(recordConflicts(record));
    CAUSEWAY_TRY(transaction->commit());
    ++state.localEpoch;
    return okStatus();
}

/// The remote has committed: pending becomes agreed.
Status settleLedger(const TableTarget& target, const BatchRecord& record)
{
    Connection& local = target.localConnection();
    PairState& state = target.session.state;
    auto transaction = Transaction::begin(local);
    CAUSEWAY_TRY(transaction);
    // The marked entries are there already: nothing is new to the ledger now.
    CAUSEWAY_TRY(agree(local, target.ledger, record.agreed));
    CAUSEWAY_TRY(forget(local, target.ledger, record.gone));
    CAUSEWAY_TRY(local.execute(target.ledger.setPendingEpoch(std::nullopt)));
    PairState noted = state;
    CAUSEWAY_TRY(rememberRemoteEpoch(local, noted));
    CAUSEWAY_TRY(transaction->commit());
    state = noted;
    return okStatus();
}

Status commitRemote(const TableTarget& target, Transaction& transaction, const BatchRecord& record)
{
    CAUSEWAY_TRY(markLedger(target, record));
    PairState& state = target.session.state;
    if (const Status committed = transaction.commit(); !committed) {
        // Refused for sure: what was marked did not happen. Else the next run finds out.
        if (!committed.error().outcomeUnknown())
            CAUSEWAY_TRY(recoverLedger(target.localConnection(), target.ledger.tableName(),
                                       state.remoteEpoch));
        return committed;
    }
    ++state.remoteEpoch;
    state.stamped = true;
    return settleLedger(target, record);
}

} // namespace

Result<Transaction> beginBatch(const TableTarget& target)
{
    if (target.side == Side::Remote)
        CAUSEWAY_TRY(rememberRemoteEpoch(target.localConnection(), target.session.state));
    else if (!target.turn)
        CAUSEWAY_TRY(target.session.stamp(target.holder));
    auto transaction = Transaction::begin(target.connection());
    CAUSEWAY_TRY(transaction);
    if (!target.turn)
        CAUSEWAY_TRY(raiseEpoch(target.connection(), target.session.state, target.holder));
    return transaction;
}

Status commitBatch(const TableTarget& target, Transaction& transaction, const BatchRecord& record)
{
    return target.side == Side::Local ? commitLocal(target, transaction, record)
                                      : commitRemote(target, transaction, record);
}

} // namespace causeway
