// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/undo/undo_journal.h"

#include "sync/control/control_schema.h"
#include "sync/db/connection.h"
#include "sync/db/transaction.h"
#include "sync/dialect/undo_sql.h"

#include <algorithm>

namespace causeway {
namespace {

constexpr qsizetype kStatementBytes = 1'000'000;
constexpr int kRowsPerDelete = 5'000;

Status execute(Connection& local, const QByteArray& sql)
{
    CAUSEWAY_TRY(local.execute(sql));
    return okStatus();
}

/// Runs @p sql and notes it in @p noted, unless that is null or nothing was changed.
Result<quint64> executeNoting(Connection& local, const QByteArray& sql, QByteArrayList* noted)
{
    auto done = local.execute(sql);
    CAUSEWAY_TRY(done);
    if (noted != nullptr && done->affected > 0)
        *noted << sql;
    return done->affected;
}

/// In small transactions: nobody waits for the end of a large one.
Status deleteRun(Connection& local, const QString& runId, bool andTables, QByteArrayList* noted)
{
    for (;;) {
        auto gone = executeNoting(local, undosql::deleteRows(runId, kRowsPerDelete), noted);
        CAUSEWAY_TRY(gone);
        if (*gone < kRowsPerDelete)
            break;
    }
    if (andTables)
        CAUSEWAY_TRY(executeNoting(local, undosql::deleteTables(runId), noted));
    return okStatus();
}

Status deleteRuns(Connection& local, const QByteArray& which, bool andTables, QByteArrayList* noted)
{
    auto runs = local.query(which);
    CAUSEWAY_TRY(runs);
    for (const Cells& row : runs->rows)
        CAUSEWAY_TRY(deleteRun(local, QString::fromUtf8(row.at(0).value_or("")), andTables, noted));
    return okStatus();
}

} // namespace

UndoJournal::UndoJournal(QString runId, UndoLimits limits)
    : m_runId(std::move(runId))
    , m_limits(limits)
{
}

Status UndoJournal::note(Connection& local, const QString& table, const QByteArray& fingerprint,
                         const std::vector<UndoEntry>& entries, std::optional<quint64> pendingEpoch)
{
    if (m_limits.rows <= 0 || (entries.empty() && !m_full))
        return okStatus();
    if (!m_full)
        CAUSEWAY_TRY(insert(local, entries, pendingEpoch));
    if (!m_full)
        return execute(local, undosql::noteTable(m_runId, table, fingerprint, UndoState::Kept));
    // With every batch: the one that gave up may have been rolled back.
    CAUSEWAY_TRY(execute(local, undosql::giveUp(m_runId)));
    return execute(local, undosql::noteTable(m_runId, table, fingerprint, UndoState::TooLarge));
}

Status UndoJournal::insert(Connection& local, const std::vector<UndoEntry>& entries,
                           std::optional<quint64> pendingEpoch)
{
    const auto largest = static_cast<qsizetype>(local.server().maxAllowedPacket / 10 * 9);
    QByteArrayList values;
    qsizetype bytes = 0;
    const auto flush = [&]() -> Status {
        if (values.isEmpty())
            return okStatus();
        m_rows += values.size();
        m_bytes += bytes;
        m_full = m_rows > m_limits.rows || m_bytes > m_limits.bytes;
        bytes = 0;
        return m_full ? okStatus() : execute(local, undosql::insertRows(std::exchange(values, {})));
    };
    for (const UndoEntry& entry : entries) {
        const QByteArray row = undosql::values(m_runId, entry, pendingEpoch, largest);
        if (bytes + row.size() > kStatementBytes)
            CAUSEWAY_TRY(flush());
        if (m_full)
            return okStatus();
        values << row;
        bytes += row.size();
    }
    return flush();
}

Status UndoJournal::noteTable(Connection& local, const QString& table,
                              const QByteArray& fingerprint, UndoState state)
{
    return m_limits.rows <= 0
               ? okStatus()
               : execute(local, undosql::noteTable(m_runId, table, fingerprint, state));
}

Status UndoJournal::forgetTable(Connection& local, const QString& table)
{
    return m_limits.rows <= 0 ? okStatus() : execute(local, undosql::forgetTable(m_runId, table));
}

Status UndoJournal::tidyUp(Connection& local, QByteArrayList* executed) const
{
    CAUSEWAY_TRY(deleteRuns(local, undosql::givenUpRuns(), false, executed));
    return deleteRuns(local, undosql::expiredRuns(std::max(0, m_limits.days)), true, executed);
}

Status createUndoTables(Connection& local)
{
    auto existing = local.query(undosql::existing());
    CAUSEWAY_TRY(existing);
    if (existing->rows.at(0).at(0) == QByteArray("2"))
        return okStatus();
    for (const QByteArray& sql : scriptStatements(QStringLiteral("03-undo.sql")))
        CAUSEWAY_TRY(execute(local, sql));
    return okStatus();
}

Status recoverUndo(Connection& local, quint64 remoteEpoch)
{
    auto pending = local.query(undosql::countPending());
    CAUSEWAY_TRY(pending);
    if (pending->rows.at(0).at(0) == QByteArray("0"))
        return okStatus();
    auto transaction = Transaction::begin(local);
    CAUSEWAY_TRY(transaction);
    for (const QByteArray& sql : undosql::recovery(remoteEpoch))
        CAUSEWAY_TRY(execute(local, sql));
    return transaction->commit();
}

Status confirmUndo(Connection& local, quint64 remoteEpoch)
{
    return execute(local, undosql::confirm(remoteEpoch));
}

} // namespace causeway
