// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/write_attempt.h"

#include "sync/apply/read_back.h"
#include "sync/apply/strict_statement.h"
#include "sync/core/fault_point.h"
#include "sync/dialect/children_sql.h"
#include "sync/row/row_json.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

/// Bytes of a row that is kept for an undo: its stored form takes several times as much memory.
constexpr qint64 kLargestKept = 2'000'000;

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
    auto transaction = beginBatch(m_target);
    CAUSEWAY_TRY(transaction);
    CAUSEWAY_TRY(prepare());
    if (m_writes.empty() || m_outcome.tooLarge) {
        CAUSEWAY_TRY(transaction->rollback());
        return m_outcome;
    }
    reach(FaultPoint::WriteBefore);
    CAUSEWAY_TRY(writeAsNeeded());
    reach(FaultPoint::WriteAfter);
    auto record = recordOf();
    CAUSEWAY_TRY(record);
    CAUSEWAY_TRY(commitBatch(m_target, *transaction, *record));
    countWritten();
    forgetSettled();
    return m_outcome;
}

/// Settles which rows of the batch may be written, and fetches what will be overwritten.
Status WriteAttempt::prepare()
{
    CAUSEWAY_TRY(selectWritable());
    if (m_outcome.tooLarge)
        return okStatus();
    CAUSEWAY_TRY(keepBlockedParents());
    CAUSEWAY_TRY(fetchOverruled());
    return keepsUndo() ? readAgreedBefore() : okStatus();
}

bool WriteAttempt::keepsUndo() const
{
    return m_target.undo && m_target.undo->isKeeping();
}

const Cells& WriteAttempt::sourceCells(const PlannedWrite& write) const
{
    return m_source.at(write.key).cells;
}

/// Compare: only what the plan saw may be overwritten.
Status WriteAttempt::selectWritable()
{
    reach(FaultPoint::RowLockBefore);
    auto current = lockRows();
    CAUSEWAY_TRY(current);
    reach(FaultPoint::RowLockAfter);
    if (m_outcome.tooLarge)
        return okStatus();
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

/// The digests of what is there. For an undo the rows come with them; those that do not fit into
/// memory together are not written together.
Result<KeyDigests> WriteAttempt::lockRows()
{
    const std::vector<KeyBytes> keys = keysOf(m_batch);
    if (!keepsUndo())
        return readDigests(m_target.connection(), m_target.own(), m_target.own().lockByKey(keys));
    auto rows = fetchUpTo(m_target.connection(), m_target.own(), keys, m_target.limits.batchBytes,
                          RowLock::ForUpdate);
    CAUSEWAY_TRY(rows);
    m_outcome.tooLarge = !rows->complete;
    KeyDigests digests;
    for (const auto& [key, row] : rows->rows)
        digests.emplace(key, row.digest);
    m_before = std::move(rows->rows);
    return digests;
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

/// Rows that lose are kept.
Status WriteAttempt::fetchOverruled()
{
    if (keepsUndo())
        return okStatus(); // they are there already
    std::vector<KeyBytes> keys;
    for (const PlannedWrite& write : m_writes) {
        if (write.overrules && write.expected)
            keys.push_back(write.key);
    }
    if (keys.empty())
        return okStatus();
    auto rows = fetchRows(m_target.connection(), m_target.own(), keys);
    CAUSEWAY_TRY(rows);
    m_before = std::move(*rows);
    return okStatus();
}

/// For writes of which the plan did not know it.
Status WriteAttempt::readAgreedBefore()
{
    std::vector<KeyBytes> keys;
    for (const PlannedWrite& write : m_writes) {
        if (!write.agreed)
            keys.push_back(write.key);
    }
    if (keys.empty())
        return okStatus();
    auto entries = readEntries(m_target.localConnection(), m_target.ledger, keys,
                               m_target.sql.shape().key.size());
    CAUSEWAY_TRY(entries);
    std::unordered_map<KeyBytes, AgreedDigests, KeyHash> known;
    for (const LedgerEntry& entry : *entries)
        known.emplace(entry.key, AgreedDigests{true, entry.remote, entry.local});
    for (PlannedWrite& write : m_writes) {
        if (write.agreed)
            continue;
        const auto found = known.find(write.key);
        write.agreed = found == known.end() ? AgreedDigests{} : found->second;
    }
    return okStatus();
}

bool WriteAttempt::reinserts() const
{
    return m_mode == WriteMode::Reinsert || m_mode == WriteMode::ReinsertUnchecked;
}

Status WriteAttempt::writeAsNeeded()
{
    const auto write = [this] { return writeRows(); };
    if (m_mode != WriteMode::ReinsertUnchecked)
        return withChecksAsNeeded(m_target, write);
    CAUSEWAY_TRY(withoutChecks(m_target, write));
    return proveReferences();
}

Status WriteAttempt::proveReferences()
{
    std::vector<ForeignKeySchema> keys = m_target.references;
    for (const ChildLink& link : m_target.children)
        keys.push_back(link.key);
    for (const ForeignKeySchema& key : keys) {
        auto dangling = m_target.connection().query(danglingSql(key));
        CAUSEWAY_TRY(dangling);
        if (dangling->rows.at(0).at(0).value_or("0") != "0")
            return makeError(ErrorCode::SyncRowRejected, m_target.sql.shape().table, key.name);
    }
    return okStatus();
}

Status WriteAttempt::writeRows()
{
    std::vector<KeyBytes> deletes;
    std::vector<const Cells*> inserts;
    for (const PlannedWrite& write : m_writes) {
        const RowAction action = write.action();
        if (action == RowAction::Delete || (action == RowAction::Update && reinserts()))
            deletes.push_back(write.key);
        if (action == RowAction::Insert || (action == RowAction::Update && reinserts()))
            inserts.push_back(&sourceCells(write));
    }
    CAUSEWAY_TRY(deleteRows(deletes));
    if (!reinserts())
        CAUSEWAY_TRY(updateRows());
    return insertRows(inserts);
}

Status WriteAttempt::deleteRows(const std::vector<KeyBytes>& keys)
{
    return keys.empty() ? okStatus() : executeStrictly(m_target, m_target.own().deleteRows(keys));
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
        CAUSEWAY_TRY(
            executeStrictly(m_target, m_target.own().clearColumns(keys, m_target.clearableUnique)));
    auto next = updates.begin();
    return executeAllStrictly(m_target, [&] {
        if (next == updates.end())
            return QByteArray();
        const PlannedWrite& write = **next++;
        return m_target.own().updateRow(write.key, sourceCells(write));
    });
}

Status WriteAttempt::insertRows(const std::vector<const Cells*>& rows)
{
    return rows.empty() ? okStatus() : executeStrictly(m_target, m_target.own().insertRows(rows));
}

/// Reads back what was written, and tells what both sides agree on now.
Result<BatchRecord> WriteAttempt::recordOf()
{
    BatchRecord record;
    std::vector<KeyBytes> upserts;
    for (const PlannedWrite& write : m_writes)
        (write.source ? upserts : record.gone).push_back(write.key);
    auto stored = readBack(m_target, upserts, m_source);
    CAUSEWAY_TRY(stored);
    for (const KeyBytes& key : upserts) {
        const FetchedRow& row = m_source.at(key);
        LedgerEntry entry{key, row.digest, stored->at(key), {}};
        if (m_target.side == Side::Remote)
            std::swap(entry.remote, entry.local);
        if (m_target.keepBase)
            entry.base = storeRow(m_target.sql.shape().image(row.cells));
        record.agreed.push_back(std::move(entry));
    }
    if (m_target.restoring)
        restoreLedger(record);
    if (keepsUndo()) {
        for (const PlannedWrite& write : m_writes)
            record.undo.push_back(undoEntry(write, *stored));
    }
    record.conflicts = [this] { return recordConflicts(); };
    return record;
}

/// The ledger holds what it held before the rows were written that are being undone.
void WriteAttempt::restoreLedger(BatchRecord& record) const
{
    record.agreed.clear();
    record.gone.clear();
    for (const PlannedWrite& write : m_writes) {
        const auto before = m_target.restoring->find(write.key);
        if (before == m_target.restoring->end())
            record.gone.push_back(write.key);
        else
            record.agreed.push_back(before->second);
    }
}

UndoEntry WriteAttempt::undoEntry(const PlannedWrite& write, const KeyDigests& stored) const
{
    const TableShape& shape = m_target.sql.shape();
    UndoEntry entry;
    entry.table = shape.table;
    entry.side = m_target.side;
    entry.key = shape.keyImage(write.key);
    entry.beforeDigest = write.expected;
    const auto before = m_before.find(write.key);
    if (before != m_before.end() && bytesOf(before->second.cells) <= kLargestKept)
        entry.before = shape.image(before->second.cells);
    if (write.source)
        entry.afterDigest = stored.at(write.key);
    const AgreedDigests agreed = write.agreed.value_or(AgreedDigests{});
    entry.inLedger = agreed.known;
    if (agreed.known) {
        entry.agreedRemote = agreed.remote;
        entry.agreedLocal = agreed.local;
    }
    return entry;
}

/// Keeps the rows that lose, and settles what this batch decides. Part of the local transaction.
Status WriteAttempt::recordConflicts()
{
    Connection& local = m_target.localConnection();
    for (const PlannedWrite& write : m_writes) {
        const OpenConflict* open = openConflict(write.key);
        if (!open && !write.overrules)
            continue;
        if (!write.overrules) {
            CAUSEWAY_TRY(settleConflict(local, open->id, settledHow(), m_target.settledBy));
            continue;
        }
        ConflictRow row = conflictRow(write);
        if (!open) {
            CAUSEWAY_TRY(insertConflict(local, row));
            continue;
        }
        // It may have been noted with older rows: what is kept is what loses now.
        row.id = open->id;
        CAUSEWAY_TRY(refreshConflict(local, row));
        CAUSEWAY_TRY(settleConflict(local, row.id, settledHow(), m_target.settledBy));
    }
    return okStatus();
}

const OpenConflict* WriteAttempt::openConflict(const KeyBytes& key) const
{
    if (!m_target.open)
        return nullptr;
    const auto open = m_target.open->find(key);
    return open == m_target.open->end() ? nullptr : &open->second;
}

Settlement WriteAttempt::settledHow() const
{
    const bool fromRemote = m_target.side == Side::Local;
    return m_target.settledHow.value_or(fromRemote ? Settlement::Remote : Settlement::Local);
}

ConflictRow WriteAttempt::conflictRow(const PlannedWrite& write) const
{
    const bool fromRemote = m_target.side == Side::Local;
    const TableShape& shape = m_target.sql.shape();
    const auto imageIn = [&](const FetchedRows& rows) -> std::optional<RowImage> {
        const auto found = rows.find(write.key);
        if (found == rows.end())
            return std::nullopt;
        return shape.image(found->second.cells);
    };
    ConflictRow row;
    row.runId = m_target.runId;
    row.table = shape.table;
    row.key = shape.keyImage(write.key);
    row.kind = *write.overrules;
    row.policy = m_target.policy;
    row.state = ConflictState::Settled;
    row.settledHow = settledHow();
    row.settledBy = m_target.settledBy;
    row.remote = imageIn(fromRemote ? m_source : m_before);
    row.local = imageIn(fromRemote ? m_before : m_source);
    row.remoteDigest = (fromRemote ? write.source : write.expected).value_or(0);
    row.localDigest = (fromRemote ? write.expected : write.source).value_or(0);
    return row;
}

/// A later conflict over the same row, in the same run, is another entry.
void WriteAttempt::forgetSettled()
{
    if (!m_target.open || m_target.open->empty())
        return;
    for (const PlannedWrite& write : m_writes)
        m_target.open->erase(write.key);
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
