// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/write_attempt.h"

#include "sync/core/portions.h"
#include "sync/db/load_stream.h"
#include "sync/dialect/fence_sql.h"
#include "sync/dialect/session_sql.h"
#include "sync/row/row_json.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

std::vector<KeyBytes> keysOf(const std::vector<PlannedWrite>& writes)
{
    std::vector<KeyBytes> keys;
    keys.reserve(writes.size());
    for (const PlannedWrite& write : writes)
        keys.push_back(write.key);
    return keys;
}

std::optional<quint64> find(const KeyDigests& digests, const KeyBytes& key)
{
    const auto found = digests.find(key);
    return found == digests.end() ? std::nullopt : std::optional(found->second);
}

Error notAsWritten(const TableTarget& target, const KeyBytes& key)
{
    const RowImage image = target.sql.shape().keyImage(key);
    QStringList parts;
    for (qsizetype i = 0; i < image.columns.size(); ++i)
        parts << image.columns[i] + u'=' + cellToDisplay(image.cells[static_cast<std::size_t>(i)]);
    return makeError(ErrorCode::SyncRowRejected, target.sql.shape().table,
                     QCoreApplication::translate("causeway::Apply",
                                                 "the server changed the row %1 while storing it")
                         .arg(parts.join(u", ")));
}

} // namespace

WriteAttempt::WriteAttempt(const TableTarget& target, const std::vector<PlannedWrite>& batch,
                           const FetchedRows& source, WriteMode mode)
    : m_target(target)
    , m_batch(batch)
    , m_source(source)
    , m_mode(mode)
{
}

Result<WriteOutcome> WriteAttempt::run()
{
    auto transaction = Transaction::begin(m_target.connection());
    CAUSEWAY_TRY(transaction);
    CAUSEWAY_TRY(raiseEpoch(m_target.connection(), m_target.session.state, m_target.holder));
    CAUSEWAY_TRY(prepare());
    if (m_writes.empty()) {
        CAUSEWAY_TRY(transaction->rollback());
        return m_outcome;
    }
    CAUSEWAY_TRY(writeRows());
    CAUSEWAY_TRY(readBack());
    collectLedger();
    CAUSEWAY_TRY(m_target.side == Side::Local ? commitLocal(*transaction)
                                              : commitRemote(*transaction));
    countWritten();
    return m_outcome;
}

/// Settles which rows of the batch may be written, and fetches those that will be overruled.
Status WriteAttempt::prepare()
{
    if (m_mode == WriteMode::Load) {
        m_writes = m_batch;
        return okStatus();
    }
    CAUSEWAY_TRY(selectWritable());
    CAUSEWAY_TRY(keepBlockedParents());
    return fetchOverruled();
}

const Cells& WriteAttempt::sourceCells(const PlannedWrite& write) const
{
    return m_source.at(write.key).cells;
}

/// Compare: only what the plan saw may be overwritten.
Status WriteAttempt::selectWritable()
{
    auto current = readDigests(m_target.connection(), m_target.own(),
                               m_target.own().lockByKey(keysOf(m_batch)));
    CAUSEWAY_TRY(current);
    for (const PlannedWrite& write : m_batch) {
        const std::optional<quint64> now = find(*current, write.key);
        const bool sourceGone = write.source && !m_source.contains(write.key);
        if (sourceGone || now != write.expected)
            m_outcome.moved.push_back(write);
        else
            m_writes.push_back(write);
    }
    return okStatus();
}

Status WriteAttempt::keepBlockedParents()
{
    std::vector<KeyBytes> deletes;
    for (const PlannedWrite& write : m_writes) {
        if (write.action() == RowAction::Delete)
            deletes.push_back(write.key);
    }
    auto blocked =
        parentsWithChildren(m_target.connection(), m_target.own(), m_target.children, deletes);
    CAUSEWAY_TRY(blocked);
    std::erase_if(m_writes, [&](const PlannedWrite& write) {
        if (!blocked->contains(write.key))
            return false;
        m_outcome.blocked.push_back(write);
        return true;
    });
    return okStatus();
}

Status WriteAttempt::fetchOverruled()
{
    std::vector<KeyBytes> keys;
    for (const PlannedWrite& write : m_writes) {
        if (write.overrules && write.expected)
            keys.push_back(write.key);
    }
    if (keys.empty())
        return okStatus();
    auto rows = fetchRows(m_target.connection(), m_target.own(), keys);
    CAUSEWAY_TRY(rows);
    m_overruled = std::move(*rows);
    return okStatus();
}

/// Any warning is an error: the session is strict, so a warning means a value that did not fit.
Status WriteAttempt::execute(const QByteArray& sql)
{
    auto done = m_target.connection().execute(sql);
    CAUSEWAY_TRY(done);
    if (done->warnings != 0)
        return warningAsError(m_target.connection(), m_target.sql.shape().table);
    return okStatus();
}

Status WriteAttempt::writeRows()
{
    std::vector<KeyBytes> deletes;
    std::vector<const Cells*> inserts;
    for (const PlannedWrite& write : m_writes) {
        const RowAction action = write.action();
        if (action == RowAction::Delete ||
            (action == RowAction::Update && m_mode == WriteMode::Reinsert))
            deletes.push_back(write.key);
        if (action == RowAction::Insert ||
            (action == RowAction::Update && m_mode == WriteMode::Reinsert))
            inserts.push_back(&sourceCells(write));
    }
    if (m_target.cyclic)
        CAUSEWAY_TRY(execute(sessionsql::foreignKeyChecks(false)));
    Status done = deleteRows(deletes);
    if (done && m_mode != WriteMode::Reinsert)
        done = updateRows();
    if (done)
        done = insertRows(inserts);
    if (m_target.cyclic) {
        const Status restored = execute(sessionsql::foreignKeyChecks(true));
        if (done)
            CAUSEWAY_TRY(restored);
    }
    return done;
}

Status WriteAttempt::deleteRows(const std::vector<KeyBytes>& keys)
{
    return keys.empty() ? okStatus() : execute(m_target.own().deleteRows(keys));
}

Status WriteAttempt::updateRows()
{
    std::vector<const PlannedWrite*> updates;
    std::vector<KeyBytes> keys;
    for (const PlannedWrite& write : m_writes) {
        if (write.action() != RowAction::Update)
            continue;
        updates.push_back(&write);
        keys.push_back(write.key);
    }
    if (m_mode == WriteMode::Park && !keys.empty() && !m_target.clearableUnique.isEmpty())
        CAUSEWAY_TRY(execute(m_target.own().clearColumns(keys, m_target.clearableUnique)));
    for (const PlannedWrite* write : updates)
        CAUSEWAY_TRY(execute(m_target.own().updateRow(write->key, sourceCells(*write))));
    return okStatus();
}

Status WriteAttempt::insertRows(const std::vector<const Cells*>& rows)
{
    if (rows.empty())
        return okStatus();
    if (m_mode == WriteMode::Load)
        return loadStream(m_target.connection(), m_target.own().loadRows(),
                          m_target.own().loadStream(rows));
    return execute(m_target.own().insertRows(rows));
}

/// Long lists of integer keys are asked for as one range; strangers in it do no harm.
Result<KeyDigests> WriteAttempt::digestsNow(const std::vector<KeyBytes>& keys)
{
    const TableSql& sql = m_target.own();
    if (m_mode == WriteMode::Load && hasIntegerKey(sql.shape()))
        return readDigests(m_target.connection(), sql, sql.digestsInRange(keys));
    KeyDigests all;
    CAUSEWAY_TRY(inPortions(keys, 1000, [&](const auto& some) -> Status {
        auto digests = readDigests(m_target.connection(), sql, sql.digestsByKey(some));
        CAUSEWAY_TRY(digests);
        all.merge(*digests);
        return okStatus();
    }));
    return all;
}

/// What the target now holds must be what the source holds: by digest, else by value.
Status WriteAttempt::readBack()
{
    std::vector<KeyBytes> upserts;
    for (const PlannedWrite& write : m_writes) {
        if (write.source)
            upserts.push_back(write.key);
    }
    if (upserts.empty())
        return okStatus();
    auto digests = digestsNow(upserts);
    CAUSEWAY_TRY(digests);
    m_written = std::move(*digests);
    std::vector<KeyBytes> unclear;
    for (const KeyBytes& key : upserts) {
        if (find(m_written, key) != m_source.at(key).digest)
            unclear.push_back(key);
    }
    return unclear.empty() ? okStatus() : checkByValue(unclear);
}

Status WriteAttempt::checkByValue(const std::vector<KeyBytes>& keys)
{
    auto rows = fetchRows(m_target.connection(), m_target.own(), keys);
    CAUSEWAY_TRY(rows);
    for (const KeyBytes& key : keys) {
        const auto stored = rows->find(key);
        if (stored == rows->end() ||
            !rowsEqual(m_target.sql.shape(), stored->second.cells, m_source.at(key).cells))
            return notAsWritten(m_target, key);
    }
    return okStatus();
}

void WriteAttempt::collectLedger()
{
    for (const PlannedWrite& write : m_writes) {
        if (!write.source) {
            m_gone.push_back(write.key);
            continue;
        }
        LedgerEntry entry{write.key, m_source.at(write.key).digest, find(m_written, write.key), {}};
        if (m_target.side == Side::Remote)
            std::swap(entry.remote, entry.local);
        if (m_target.keepBase)
            entry.base = storeRow(m_target.sql.shape().image(sourceCells(write)));
        m_entries.push_back(std::move(entry));
    }
}

/// Keeps the rows that lose, and settles what this batch decides. Part of the local transaction.
Status WriteAttempt::recordConflicts()
{
    const Side source = otherSide(m_target.side);
    const Settlement how = m_target.settledHow.value_or(source == Side::Remote ? Settlement::Remote
                                                                               : Settlement::Local);
    for (const PlannedWrite& write : m_writes) {
        const auto open =
            m_target.open ? m_target.open->find(write.key) : OpenConflicts::const_iterator{};
        const bool isOpen = m_target.open && open != m_target.open->end();
        if (isOpen)
            CAUSEWAY_TRY(settleConflict(m_target.localConnection(), open->second.id, how,
                                        m_target.settledBy));
        if (!write.overrules || isOpen)
            continue;
        ConflictRow row;
        row.runId = m_target.runId;
        row.table = m_target.sql.shape().table;
        row.key = m_target.sql.shape().keyImage(write.key);
        row.kind = *write.overrules;
        row.policy = m_target.policy;
        row.state = ConflictState::Settled;
        row.settledHow = how;
        row.settledBy = m_target.settledBy;
        const auto imageIn = [&](const FetchedRows& rows) -> std::optional<RowImage> {
            const auto found = rows.find(write.key);
            if (found == rows.end())
                return std::nullopt;
            return m_target.sql.shape().image(found->second.cells);
        };
        row.remote = imageIn(source == Side::Remote ? m_source : m_overruled);
        row.local = imageIn(source == Side::Remote ? m_overruled : m_source);
        row.remoteDigest = (source == Side::Remote ? write.source : write.expected).value_or(0);
        row.localDigest = (source == Side::Remote ? write.expected : write.source).value_or(0);
        CAUSEWAY_TRY(insertConflict(m_target.localConnection(), row));
    }
    return okStatus();
}

/// The agreed state and what was decided; the caller's transaction makes both hold.
Status WriteAttempt::writeLedger()
{
    Connection& local = m_target.localConnection();
    CAUSEWAY_TRY(agree(local, m_target.ledger, m_entries, m_mode == WriteMode::Load));
    return forget(local, m_target.ledger, m_gone);
}

Status WriteAttempt::commitLocal(Transaction& transaction)
{
    CAUSEWAY_TRY(writeLedger());
    CAUSEWAY_TRY(recordConflicts());
    CAUSEWAY_TRY(transaction.commit());
    ++m_target.session.state.localEpoch;
    return okStatus();
}

/// First the local side notes what will hold once the remote has committed, then the remote
/// commits.
Status WriteAttempt::commitRemote(Transaction& transaction)
{
    CAUSEWAY_TRY(markLedger());
    PairState& state = m_target.session.state;
    if (const Status committed = transaction.commit(); !committed) {
        // Refused for sure: what was marked did not happen. Else the next run finds out.
        if (!committed.error().outcomeUnknown())
            CAUSEWAY_TRY(recoverLedger(m_target.localConnection(), m_target.ledger.tableName(),
                                       state.remoteEpoch));
        return committed;
    }
    ++state.remoteEpoch;
    return settleLedger();
}

Status WriteAttempt::markLedger()
{
    Connection& local = m_target.localConnection();
    std::vector<LedgerEntry> pending = m_entries;
    for (const KeyBytes& key : m_gone)
        pending.push_back({key, std::nullopt, std::nullopt, {}});
    auto transaction = Transaction::begin(local);
    CAUSEWAY_TRY(transaction);
    CAUSEWAY_TRY(raiseEpoch(local, m_target.session.state, m_target.holder));
    CAUSEWAY_TRY(
        markPending(local, m_target.ledger, pending, m_target.session.state.remoteEpoch + 1));
    CAUSEWAY_TRY(recordConflicts());
    CAUSEWAY_TRY(transaction->commit());
    ++m_target.session.state.localEpoch;
    return okStatus();
}

/// The remote has committed: pending becomes agreed.
Status WriteAttempt::settleLedger()
{
    Connection& local = m_target.localConnection();
    auto transaction = Transaction::begin(local);
    CAUSEWAY_TRY(transaction);
    // The marked entries are there already: nothing is new to the ledger now.
    CAUSEWAY_TRY(agree(local, m_target.ledger, m_entries));
    CAUSEWAY_TRY(forget(local, m_target.ledger, m_gone));
    CAUSEWAY_TRY(local.execute(m_target.ledger.setPendingEpoch(std::nullopt)));
    CAUSEWAY_TRY(local.execute(fencesql::rememberPeerEpoch(m_target.session.state.pairId,
                                                           m_target.session.state.remoteEpoch)));
    return transaction->commit();
}

void WriteAttempt::countWritten()
{
    for (const PlannedWrite& write : m_writes) {
        switch (write.action()) {
        case RowAction::Insert:
            ++m_outcome.written.inserted;
            break;
        case RowAction::Update:
            ++m_outcome.written.updated;
            break;
        case RowAction::Delete:
            ++m_outcome.written.deleted;
            break;
        }
    }
}

} // namespace causeway
