// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/merged_row.h"

#include "sync/apply/batch_commit.h"
#include "sync/apply/strict_statement.h"

#include <QCoreApplication>

namespace causeway {
namespace {

Status writeRow(const TableTarget& target, const KeyBytes& key, bool exists, const Cells& row)
{
    return executeStrictly(target, exists ? target.own().updateRow(key, row)
                                          : target.own().insertRows({&row}));
}

/// What the row was before, if there was one, and the digest of what it is now.
struct Setting {
    std::optional<RowImage> before;
    quint64 after = 0;
};

Result<quint64> checkStored(const TableTarget& target, const KeyBytes& key, const Cells& row)
{
    auto stored = fetchRows(target.connection(), target.own(), {key});
    CAUSEWAY_TRY(stored);
    if (stored->contains(key) && rowsEqual(target.sql.shape(), stored->at(key).cells, row))
        return stored->at(key).digest;
    return makeError(ErrorCode::SyncRowRejected, target.sql.shape().table,
                     QCoreApplication::translate("causeway::Apply",
                                                 "the server stores the merged row differently"));
}

/// Locked, still what was expected, written and read back; the caller ends the transaction.
Result<Setting> setRow(const TableTarget& target, const KeyBytes& key,
                       std::optional<quint64> expected, const Cells& row)
{
    auto current = readDigests(target.connection(), target.own(), target.own().lockByKey({key}));
    CAUSEWAY_TRY(current);
    const auto found = current->find(key);
    const bool unmoved =
        found == current->end() ? !expected : expected && found->second == *expected;
    if (!unmoved)
        return makeError(ErrorCode::SyncConflictMoved, target.sql.shape().table);
    auto before = fetchRows(target.connection(), target.own(), {key});
    CAUSEWAY_TRY(before);
    CAUSEWAY_TRY(writeRow(target, key, expected.has_value(), row));
    auto stored = checkStored(target, key, row);
    CAUSEWAY_TRY(stored);
    Setting setting{std::nullopt, *stored};
    if (const auto old = before->find(key); old != before->end())
        setting.before = target.sql.shape().image(old->second.cells);
    return setting;
}

/// The ledger does not know of the row yet: an undo leaves it as it is.
Status noteUndo(const TableTarget& target, const KeyBytes& key, std::optional<quint64> expected,
                const Setting& setting)
{
    if (!target.undo)
        return okStatus();
    const TableShape& shape = target.sql.shape();
    auto agreed = readEntries(target.localConnection(), target.ledger, {key}, shape.key.size());
    CAUSEWAY_TRY(agreed);
    UndoEntry entry;
    entry.table = shape.table;
    entry.side = target.side;
    entry.key = shape.keyImage(key);
    entry.before = setting.before;
    entry.beforeDigest = expected;
    entry.afterDigest = setting.after;
    entry.inLedger = !agreed->empty();
    if (entry.inLedger) {
        entry.agreedRemote = agreed->front().remote;
        entry.agreedLocal = agreed->front().local;
    }
    return target.undo->note(target.localConnection(), shape.table, shape.fingerprint(), {entry},
                             std::nullopt);
}

} // namespace

Status writeMergedRow(const TableTarget& target, const KeyBytes& key,
                      std::optional<quint64> expected, const Cells& row)
{
    auto transaction = beginBatch(target);
    CAUSEWAY_TRY(transaction);
    auto setting = setRow(target, key, expected, row);
    CAUSEWAY_TRY(setting);
    if (target.side == Side::Local)
        CAUSEWAY_TRY(noteUndo(target, key, expected, *setting));
    return commitUserEdit(target, *transaction);
}

Status rehearseMergedRow(const TableTarget& target, const KeyBytes& key,
                         std::optional<quint64> expected, const Cells& row)
{
    auto transaction = beginBatch(target);
    CAUSEWAY_TRY(transaction);
    CAUSEWAY_TRY(setRow(target, key, expected, row));
    return transaction->rollback();
}

} // namespace causeway
