// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/conflict_sql.h"

#include "sync/dialect/quote.h"
#include "sync/row/row_json.h"

#include <QCryptographicHash>

namespace causeway::conflictsql {
namespace {

QByteArray rowLiteral(const std::optional<RowImage>& row)
{
    return row ? quoteText(storeRow(*row)) : QByteArray("NULL");
}

QByteArray digestLiteral(const std::optional<RowImage>& row, quint64 digest)
{
    return row ? QByteArray::number(digest) : QByteArray("NULL");
}

QByteArray settledLiteral(const ConflictRow& row)
{
    if (row.state == ConflictState::Open)
        return "NULL, NULL, NULL";
    return quoteText(toText(row.settledHow.value_or(Settlement::Agreed))) + ", NOW(6), " +
           quoteText(row.settledBy);
}

} // namespace

QByteArray open(const QString& table)
{
    return "SELECT id, row_key, kind, policy, remote_digest, local_digest, message "
           "FROM db_sync_conflict WHERE state = 'OPEN' AND table_name = " +
           quoteText(table);
}

QByteArray countOpen(const QString& table)
{
    return "SELECT COUNT(*) FROM db_sync_conflict WHERE state = 'OPEN' AND table_name = " +
           quoteText(table);
}

QByteArray insert(const ConflictRow& row)
{
    const QByteArray key = storeRow(row.key);
    return "INSERT INTO db_sync_conflict (run_id, table_name, row_key, key_hash, kind, remote_row, "
           "local_row, base_row, remote_digest, local_digest, policy, state, settled_how, "
           "settled_at, settled_by, message, found_at, updated_at) VALUES (" +
           quoteText(row.runId) + ", " + quoteText(row.table) + ", " + quoteText(key) + ", " +
           quoteBytes(QCryptographicHash::hash(key, QCryptographicHash::Sha256)) + ", " +
           quoteText(toText(row.kind)) + ", " + rowLiteral(row.remote) + ", " +
           rowLiteral(row.local) + ", " + rowLiteral(row.base) + ", " +
           digestLiteral(row.remote, row.remoteDigest) + ", " +
           digestLiteral(row.local, row.localDigest) + ", " + quoteText(toText(row.policy)) + ", " +
           quoteText(toText(row.state)) + ", " + settledLiteral(row) + ", " +
           (row.message.isEmpty() ? QByteArray("NULL") : quoteText(row.message)) +
           ", NOW(6), NOW(6))";
}

QByteArray refresh(const ConflictRow& row)
{
    return "UPDATE db_sync_conflict SET run_id = " + quoteText(row.runId) +
           ", kind = " + quoteText(toText(row.kind)) + ", remote_row = " + rowLiteral(row.remote) +
           ", local_row = " + rowLiteral(row.local) +
           ", remote_digest = " + digestLiteral(row.remote, row.remoteDigest) +
           ", local_digest = " + digestLiteral(row.local, row.localDigest) +
           ", policy = " + quoteText(toText(row.policy)) +
           ", message = " + (row.message.isEmpty() ? QByteArray("NULL") : quoteText(row.message)) +
           ", updated_at = NOW(6) WHERE id = " + QByteArray::number(row.id);
}

QByteArray settle(qint64 id, std::optional<Settlement> how, const QString& by)
{
    return "UPDATE db_sync_conflict SET state = 'SETTLED', settled_how = " +
           (how ? quoteText(toText(*how)) : QByteArray("NULL")) +
           ", settled_at = NOW(6), settled_by = " + quoteText(by) +
           ", updated_at = NOW(6) WHERE state = 'OPEN' AND id = " + QByteArray::number(id);
}

} // namespace causeway::conflictsql
