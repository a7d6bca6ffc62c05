// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ledger/ledger.h"

#include "sync/core/fault_point.h"
#include "sync/core/portions.h"
#include "sync/db/load_stream.h"
#include "sync/db/transaction.h"

namespace causeway {
namespace {

constexpr std::size_t kEntriesPerStatement = 1000;
constexpr std::size_t kWorthLoading = 2000;

Status executeAll(Connection& local, const QList<QByteArray>& statements)
{
    for (const QByteArray& sql : statements)
        CAUSEWAY_TRY(local.execute(sql));
    return okStatus();
}

LedgerKey keyOf(const LedgerSql& sql, const QByteArray& comment)
{
    if (comment == sql.comment())
        return LedgerKey::Same;
    return comment.startsWith(sql.keyNamesMark()) ? LedgerKey::Retyped : LedgerKey::Other;
}

} // namespace

Result<LedgerState> readLedgerState(Connection& local, const LedgerSql& sql,
                                    const QByteArray& fingerprint)
{
    LedgerState state;
    auto comment = local.query(sql.readComment());
    CAUSEWAY_TRY(comment);
    if (comment->rows.empty())
        return state;
    state.key = keyOf(sql, comment->rows.at(0).at(0).value_or(QByteArray()));
    if (state.key == LedgerKey::Other)
        return state;
    state.exists = true;
    auto meta = local.query(sql.readMeta());
    CAUSEWAY_TRY(meta);
    if (meta->rows.empty())
        return state;
    state.trusted = meta->rows.front().at(0) == fingerprint;
    state.pending = meta->rows.front().at(1).has_value();
    return state;
}

Status createLedger(Connection& local, const LedgerSql& sql, const QByteArray& fingerprint,
                    bool fresh)
{
    reach(FaultPoint::LedgerMakeBefore);
    CAUSEWAY_TRY(executeAll(local, {createLedgerRegistrySql(), sql.create()}));
    reach(FaultPoint::LedgerMakeBetween);
    if (fresh)
        CAUSEWAY_TRY(executeAll(local, {sql.writeMeta(fingerprint)}));
    reach(FaultPoint::LedgerMakeAfter);
    return okStatus();
}

Status refitLedger(Connection& local, const LedgerSql& sql, LedgerState& state)
{
    if (state.key == LedgerKey::Same)
        return okStatus();
    bool retyped = false;
    if (state.key == LedgerKey::Retyped) {
        const auto done = local.execute(sql.retype());
        if (!done && !done.error().isRowLevel())
            return done.error(); // no word about the values: what is known must not go
        retyped = done.ok();
    }
    if (!retyped) {
        CAUSEWAY_TRY(local.execute(sql.drop()));
        state.exists = state.trusted = false;
    }
    state.key = LedgerKey::Same;
    return okStatus();
}

Status recoverLedger(Connection& local, const QString& ledgerTable, quint64 remoteEpoch)
{
    reach(FaultPoint::RecoverBefore);
    auto transaction = Transaction::begin(local);
    CAUSEWAY_TRY(transaction);
    CAUSEWAY_TRY(executeAll(local, ledgerRecoverySql(ledgerTable, remoteEpoch)));
    reach(FaultPoint::RecoverUncommitted);
    CAUSEWAY_TRY(transaction->commit());
    reach(FaultPoint::RecoverAfter);
    return okStatus();
}

Status recoverAllLedgers(Connection& local, quint64 remoteEpoch)
{
    auto exists = local.query(ledgerRegistryExistsSql());
    CAUSEWAY_TRY(exists);
    if (exists->rows.at(0).at(0) == QByteArray("0"))
        return okStatus();
    auto pending = local.query(pendingLedgersSql());
    CAUSEWAY_TRY(pending);
    for (const Cells& row : pending->rows)
        CAUSEWAY_TRY(recoverLedger(local, ledgerTableName(row.at(0)->toInt()), remoteEpoch));
    return okStatus();
}

Status forgetAgreements(Connection& local)
{
    auto exists = local.query(ledgerRegistryExistsSql());
    CAUSEWAY_TRY(exists);
    if (exists->rows.at(0).at(0) == QByteArray("0"))
        return okStatus();
    CAUSEWAY_TRY(
        recoverAllLedgers(local, 0)); // no epoch is reached: all that is pending is dropped
    return executeAll(local, {distrustLedgersSql()});
}

Status agree(Connection& local, const LedgerSql& sql, const std::vector<LedgerEntry>& entries,
             bool allNew)
{
    if (allNew && local.canLoad() && entries.size() >= kWorthLoading)
        return loadLines(local, sql.load(), [&, next = entries.begin()](QByteArray& line) mutable {
            if (next == entries.end())
                return false;
            sql.appendLoadLine(line, *next++);
            return true;
        });
    return inPortions(entries, kEntriesPerStatement, [&](const auto& some) -> Status {
        CAUSEWAY_TRY(local.execute(sql.agree(some)));
        return okStatus();
    });
}

Status forget(Connection& local, const LedgerSql& sql, const std::vector<KeyBytes>& keys)
{
    return inPortions(keys, kEntriesPerStatement, [&](const auto& some) -> Status {
        CAUSEWAY_TRY(local.execute(sql.forget(some)));
        return okStatus();
    });
}

Status markPending(Connection& local, const LedgerSql& sql, const std::vector<LedgerEntry>& entries,
                   quint64 epoch)
{
    CAUSEWAY_TRY(local.execute(sql.setPendingEpoch(epoch)));
    return inPortions(entries, kEntriesPerStatement, [&](const auto& some) -> Status {
        CAUSEWAY_TRY(local.execute(sql.markPending(some, epoch)));
        return okStatus();
    });
}

Result<std::vector<LedgerEntry>> readEntries(Connection& local, const LedgerSql& sql,
                                             const std::vector<KeyBytes>& keys,
                                             std::size_t keyParts)
{
    std::vector<LedgerEntry> entries;
    const auto parts = static_cast<unsigned>(keyParts);
    const auto digest = [](const RowView& row, unsigned column) {
        return row.isNull(column) ? std::nullopt : std::optional(row.number(column));
    };
    CAUSEWAY_TRY(inPortions(keys, kEntriesPerStatement, [&](const auto& some) {
        return local.stream(sql.entriesByKey(some), [&](const RowView& row) {
            entries.push_back({encodeKey(row.cells(0, parts)), digest(row, parts),
                               digest(row, parts + 1), QByteArray()});
            return true;
        });
    }));
    return entries;
}

Result<std::vector<std::pair<KeyBytes, QByteArray>>> readBases(Connection& local,
                                                               const LedgerSql& sql,
                                                               const std::vector<KeyBytes>& keys,
                                                               std::size_t keyParts)
{
    std::vector<std::pair<KeyBytes, QByteArray>> bases;
    const auto parts = static_cast<unsigned>(keyParts);
    CAUSEWAY_TRY(inPortions(keys, kEntriesPerStatement, [&](const auto& some) {
        return local.stream(sql.bases(some), [&](const RowView& row) {
            if (!row.isNull(parts))
                bases.emplace_back(encodeKey(row.cells(0, parts)), row.bytes(parts).toByteArray());
            return true;
        });
    }));
    return bases;
}

} // namespace causeway
