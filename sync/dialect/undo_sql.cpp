// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/undo_sql.h"

#include "sync/dialect/quote.h"
#include "sync/row/row_json.h"

namespace causeway::undosql {
namespace {

QByteArray number(const std::optional<quint64>& value)
{
    return value ? QByteArray::number(*value) : QByteArray("NULL");
}

QByteArray ofRun(const QString& runId)
{
    return " WHERE run_id = " + quoteText(runId);
}

} // namespace

QByteArray name(UndoState state)
{
    switch (state) {
    case UndoState::Kept:
        return "KEPT";
    case UndoState::TooLarge:
        return "TOO_LARGE";
    case UndoState::Loaded:
        return "LOADED";
    case UndoState::Keyless:
        return "KEYLESS";
    }
    Q_UNREACHABLE();
}

QByteArray noteTable(const QString& runId, const QString& table, const QByteArray& fingerprint,
                     UndoState state)
{
    const QByteArray kept = state == UndoState::Kept ? QByteArray("state") : quoteText(name(state));
    return "INSERT INTO db_sync_undo (run_id, table_name, fingerprint, state, created_at) VALUES "
           "(" +
           quoteText(runId) + ", " + quoteText(table) + ", " + quoteText(fingerprint) + ", " +
           quoteText(name(state)) + ", NOW(6)) ON DUPLICATE KEY UPDATE state = " + kept;
}

QByteArray forgetTable(const QString& runId, const QString& table)
{
    return "DELETE FROM db_sync_undo" + ofRun(runId) + " AND table_name = " + quoteText(table);
}

QByteArray giveUp(const QString& runId)
{
    return "UPDATE db_sync_undo SET state = 'TOO_LARGE'" + ofRun(runId) + " AND state = 'KEPT'";
}

QByteArray values(const QString& runId, const UndoEntry& entry, std::optional<quint64> pendingEpoch,
                  qsizetype maxBytes)
{
    QByteArray before = entry.before ? quoteText(storeRow(*entry.before)) : QByteArray("NULL");
    if (before.size() > maxBytes)
        before = "NULL";
    return '(' + quoteText(runId) + ", " + quoteText(entry.table) + ", " +
           quoteText(toText(entry.side).toUpper()) + ", " + quoteText(storeRow(entry.key)) + ", " +
           before + ", " + number(entry.beforeDigest) + ", " + number(entry.afterDigest) + ", " +
           (entry.inLedger ? "1" : "0") + ", " + number(entry.agreedRemote) + ", " +
           number(entry.agreedLocal) + ", " + number(pendingEpoch) + ')';
}

QByteArray insertRows(const QByteArrayList& values)
{
    return "INSERT INTO db_sync_undo_row (run_id, table_name, side, row_key, before_row, "
           "before_digest, after_digest, in_ledger, agreed_remote, agreed_local, pending_epoch) "
           "VALUES " +
           values.join(", ");
}

QByteArray existing()
{
    return "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND "
           "TABLE_NAME IN ('db_sync_undo', 'db_sync_undo_row')";
}

QByteArray countPending()
{
    return "SELECT COUNT(*) FROM db_sync_undo_row WHERE pending_epoch IS NOT NULL";
}

QByteArray confirm(quint64 epoch)
{
    return "UPDATE db_sync_undo_row SET pending_epoch = NULL WHERE pending_epoch <= " +
           QByteArray::number(epoch);
}

QByteArrayList recovery(quint64 epoch)
{
    return {confirm(epoch),
            "DELETE FROM db_sync_undo_row WHERE pending_epoch > " + QByteArray::number(epoch)};
}

QByteArray tables(const QString& runId)
{
    return "SELECT run_id, table_name, fingerprint, state, created_at, undone_at, undone_by FROM "
           "db_sync_undo" +
           (runId.isEmpty() ? QByteArray() : ofRun(runId)) + " ORDER BY created_at, table_name";
}

QByteArray sizes(const QString& runId, quint64 below, int limit)
{
    return "SELECT id, LENGTH(row_key) + COALESCE(LENGTH(before_row), 0) FROM db_sync_undo_row" +
           ofRun(runId) + " AND pending_epoch IS NULL AND id < " + QByteArray::number(below) +
           " ORDER BY id DESC LIMIT " + QByteArray::number(limit);
}

QByteArray rows(const QString& runId, quint64 lowest, quint64 below)
{
    return "SELECT id, table_name, side, row_key, before_row, before_digest, after_digest, "
           "in_ledger, agreed_remote, agreed_local FROM db_sync_undo_row" +
           ofRun(runId) + " AND pending_epoch IS NULL AND id >= " + QByteArray::number(lowest) +
           " AND id < " + QByteArray::number(below) + " ORDER BY id DESC";
}

QByteArray counts()
{
    return "SELECT run_id, COUNT(*) FROM db_sync_undo_row GROUP BY run_id";
}

QByteArray noteUndone(const QString& runId, const QString& table, const QString& by)
{
    return "UPDATE db_sync_undo SET undone_at = NOW(6), undone_by = " + quoteText(by.left(255)) +
           ofRun(runId) + " AND table_name = " + quoteText(table);
}

QByteArray expiredRuns(int days)
{
    return "SELECT run_id FROM db_sync_undo GROUP BY run_id HAVING MAX(created_at) < NOW(6) - "
           "INTERVAL " +
           QByteArray::number(days) + " DAY";
}

QByteArray givenUpRuns()
{
    return "SELECT DISTINCT run_id FROM db_sync_undo WHERE state = 'TOO_LARGE' AND EXISTS (SELECT "
           "1 "
           "FROM db_sync_undo_row WHERE db_sync_undo_row.run_id = db_sync_undo.run_id)";
}

QByteArray deleteRows(const QString& runId, int limit)
{
    return "DELETE FROM db_sync_undo_row" + ofRun(runId) + " LIMIT " + QByteArray::number(limit);
}

QByteArray deleteTables(const QString& runId)
{
    return "DELETE FROM db_sync_undo" + ofRun(runId);
}

} // namespace causeway::undosql
