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

Status checkStored(const TableTarget& target, const KeyBytes& key, const Cells& row)
{
    auto stored = fetchRows(target.connection(), target.own(), {key});
    CAUSEWAY_TRY(stored);
    if (stored->contains(key) && rowsEqual(target.sql.shape(), stored->at(key).cells, row))
        return okStatus();
    return makeError(ErrorCode::SyncRowRejected, target.sql.shape().table,
                     QCoreApplication::translate("causeway::Apply",
                                                 "the server stores the merged row differently"));
}

/// Locked, still what was expected, written and read back; the caller ends the transaction.
Status setRow(const TableTarget& target, const KeyBytes& key, std::optional<quint64> expected,
              const Cells& row)
{
    auto current = readDigests(target.connection(), target.own(), target.own().lockByKey({key}));
    CAUSEWAY_TRY(current);
    const auto found = current->find(key);
    const bool unmoved =
        found == current->end() ? !expected : expected && found->second == *expected;
    if (!unmoved)
        return makeError(ErrorCode::SyncConflictMoved, target.sql.shape().table);
    CAUSEWAY_TRY(writeRow(target, key, expected.has_value(), row));
    return checkStored(target, key, row);
}

} // namespace

Status writeMergedRow(const TableTarget& target, const KeyBytes& key,
                      std::optional<quint64> expected, const Cells& row)
{
    auto transaction = beginBatch(target);
    CAUSEWAY_TRY(transaction);
    CAUSEWAY_TRY(setRow(target, key, expected, row));
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
