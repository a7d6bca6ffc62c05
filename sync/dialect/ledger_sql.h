// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/dialect/server_info.h"
#include "sync/dialect/table_sql.h"
#include "sync/ledger/ledger_entry.h"

#include <QByteArrayList>

namespace causeway {

/// All SQL for one ledger table, db_sync_ledger_<config id>, and its row in db_sync_ledger.
/// Unchanged once it is in use; any thread.
class LedgerSql final {
public:
    /// @param family of the local server, which holds the ledger.
    LedgerSql(int configId, const TableShape& shape, ServerFamily family);

    /// From here on the queries tell what the ledger would hold once recoverLedger() had settled
    /// its pending entries at @p remoteEpoch. For a dry run, which may not settle them.
    void readAsRecovered(quint64 remoteEpoch);

    [[nodiscard]] QString tableName() const;
    [[nodiscard]] QByteArray create() const;
    /// Gives the key columns the types they would be created with; their names are the same.
    [[nodiscard]] QByteArray retype() const;
    [[nodiscard]] QByteArray drop() const;

    /// One row: the comment of the ledger table; no row when there is none.
    [[nodiscard]] QByteArray readComment() const;
    /// What that comment says of a table made by create(): which columns the key has, and of which
    /// types.
    [[nodiscard]] QByteArray keyNamesMark() const;
    [[nodiscard]] QByteArray comment() const;
    /// One row of fingerprint, pending epoch (NULL: none); no row when never recorded.
    [[nodiscard]] QByteArray readMeta() const;
    [[nodiscard]] QByteArray writeMeta(const QByteArray& fingerprint) const;
    [[nodiscard]] QByteArray setPendingEpoch(std::optional<quint64> epoch) const;

    /// As TableSql::keyRange().
    [[nodiscard]] QByteArray keyRange() const;
    [[nodiscard]] QByteArray anyRow() const;
    /// Rows of bucket, remote count, remote XOR, local count, local XOR.
    [[nodiscard]] QByteArray aggregate(const Bucketing& bucketing) const;
    /// Rows of key cells…, remote digest, local digest.
    [[nodiscard]] QByteArray entries(const Bucketing& bucketing,
                                     const std::vector<BucketId>& buckets) const;
    [[nodiscard]] QByteArray entriesByKey(const std::vector<KeyBytes>& keys) const;
    /// Rows of key cells…, base row.
    [[nodiscard]] QByteArray bases(const std::vector<KeyBytes>& keys) const;

    /// Makes @p entries the agreed state, pending marks gone.
    [[nodiscard]] QByteArray agree(const std::vector<LedgerEntry>& entries) const;
    [[nodiscard]] QByteArray forget(const std::vector<KeyBytes>& keys) const;
    /// Notes what @p entries will be once the remote has committed @p epoch.
    [[nodiscard]] QByteArray markPending(const std::vector<LedgerEntry>& entries,
                                         quint64 epoch) const;
    /// LOAD DATA for agreed entries, and its stream.
    [[nodiscard]] QByteArray load() const;
    void appendLoadLine(QByteArray& line, const LedgerEntry& entry) const;

private:
    [[nodiscard]] QByteArrayList keyDefinitions() const;
    [[nodiscard]] QByteArray keyLiterals(const KeyBytes& key) const;

    int m_configId;
    TableSql m_keys; ///< the ledger table seen as a table of key columns only
    QByteArray m_name;
    ServerFamily m_family;
    QByteArray m_remote{"causeway_remote"}; ///< what the queries take for the agreed digests
    QByteArray m_local{"causeway_local"};
    QByteArray m_present; ///< " AND …" that leaves out entries which recovery would delete
};

[[nodiscard]] QString ledgerTableName(int configId);

/// The registry of ledger tables: CREATE TABLE IF NOT EXISTS db_sync_ledger.
[[nodiscard]] QByteArray createLedgerRegistrySql();
/// One row, one column: whether it exists.
[[nodiscard]] QByteArray ledgerRegistryExistsSql();
/// Rows of config id: ledgers that a run left with pending entries.
[[nodiscard]] QByteArray pendingLedgersSql();
/// Takes from every ledger the fingerprint of the structure that it was made from.
[[nodiscard]] QByteArray distrustLedgersSql();
/// The statements, for one transaction, that adopt what was pending at or before @p epoch and drop
/// what was pending after it.
[[nodiscard]] QList<QByteArray> ledgerRecoverySql(const QString& ledgerTable, quint64 epoch);

} // namespace causeway
