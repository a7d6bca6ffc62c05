// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"
#include "sync/dialect/ledger_sql.h"

namespace causeway {

/// How the key columns of a ledger table agree with the table's present row key.
enum class LedgerKey { Same, Retyped, Other };

/// What is there of a table's ledger.
struct LedgerState {
    bool exists = false; ///< and its entries can be read: false for one of other key columns
    LedgerKey key = LedgerKey::Same;
    bool trusted = false; ///< its digests were made from the table's present structure
    bool pending = false; ///< a run ended between marking and settling a batch
};

/// Reads, writing nothing.
[[nodiscard]] Result<LedgerState> readLedgerState(Connection& local, const LedgerSql& sql,
                                                  const QByteArray& fingerprint);

/// Makes the ledger table where it is missing; a @p fresh one is registered with the fingerprint.
[[nodiscard]] Status createLedger(Connection& local, const LedgerSql& sql,
                                  const QByteArray& fingerprint, bool fresh);

/// Makes a ledger whose key is not the table's fit it: takes over the new types, or, with other
/// columns or values that do not fit them, drops it, so that the table is as if never synced. Any
/// other error of the server is returned, and the ledger stays.
/// @pre nothing is pending in it
[[nodiscard]] Status refitLedger(Connection& local, const LedgerSql& sql, LedgerState& state);

/// Settles what an interrupted run left pending: adopted when the remote has reached its epoch,
/// else dropped. One transaction.
[[nodiscard]] Status recoverLedger(Connection& local, const QString& ledgerTable,
                                   quint64 remoteEpoch);
/// Does so for every ledger that has anything pending. Must precede a run's first write: an epoch
/// raised for one table would else speak for what another left pending.
[[nodiscard]] Status recoverAllLedgers(Connection& local, quint64 remoteEpoch);

/// Believes no ledger any more: what is in them, pending entries included, counts as made from
/// another structure. For a side that went back.
[[nodiscard]] Status forgetAgreements(Connection& local);

/// Makes @p entries the agreed state. Large numbers go in by LOAD DATA when @p local may and the
/// keys are known to be new.
[[nodiscard]] Status agree(Connection& local, const LedgerSql& sql,
                           const std::vector<LedgerEntry>& entries, bool allNew = false);
[[nodiscard]] Status forget(Connection& local, const LedgerSql& sql,
                            const std::vector<KeyBytes>& keys);
[[nodiscard]] Status markPending(Connection& local, const LedgerSql& sql,
                                 const std::vector<LedgerEntry>& entries, quint64 epoch);

/// What the ledger holds for those of @p keys that it has; without base rows.
[[nodiscard]] Result<std::vector<LedgerEntry>> readEntries(Connection& local, const LedgerSql& sql,
                                                           const std::vector<KeyBytes>& keys,
                                                           std::size_t keyParts);

/// Base rows by key, as far as they are kept.
[[nodiscard]] Result<std::vector<std::pair<KeyBytes, QByteArray>>>
readBases(Connection& local, const LedgerSql& sql, const std::vector<KeyBytes>& keys,
          std::size_t keyParts);

} // namespace causeway
