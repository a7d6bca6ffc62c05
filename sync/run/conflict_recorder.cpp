// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/conflict_recorder.h"

#include "sync/core/fault_point.h"
#include "sync/db/transaction.h"
#include "sync/row/row_json.h"
#include "sync/run/pair_session.h"
#include "sync/run/progress_reporter.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

using Bases = std::map<KeyBytes, QByteArray>;

/// What the ledger kept of the rows that both sides once agreed on.
Result<Bases> fetchBases(const RunContext& context, const TableJob& job,
                         const std::vector<KeyBytes>& keys)
{
    Bases result;
    if (!job.ledgerState.exists)
        return result;
    auto bases = readBases(context.session.writing(Side::Local), *job.ledger, keys,
                           job.sql->shape().key.size());
    CAUSEWAY_TRY(bases);
    for (auto& [key, base] : *bases)
        result.emplace(key, base);
    return result;
}

/// Both sides' rows around some conflicts, and their base.
struct RowsAround {
    const FetchedRows& remote;
    const FetchedRows& local;
    Bases base;
};

std::optional<RowImage> imageOf(const TableShape& shape, const FetchedRows& rows,
                                const KeyBytes& key)
{
    const auto found = rows.find(key);
    if (found == rows.end())
        return std::nullopt;
    return shape.image(found->second.cells);
}

ConflictRow makeRow(const RunContext& context, const TableJob& job, const FoundConflict& conflict,
                    const RowsAround& rows)
{
    const TableShape& shape = job.sql->shape();
    ConflictRow row;
    row.runId = context.runId;
    row.table = shape.table;
    row.key = shape.keyImage(conflict.key);
    row.kind = conflict.kind;
    row.remote = imageOf(shape, rows.remote, conflict.key);
    row.local = imageOf(shape, rows.local, conflict.key);
    if (const auto base = rows.base.find(conflict.key); base != rows.base.end())
        row.base = restoreRow(base->second);
    row.policy = job.rules.policy;
    row.message = conflict.message;
    row.remoteDigest = conflict.state.remote.value_or(0);
    row.localDigest = conflict.state.local.value_or(0);
    if (conflict.how) {
        row.state = ConflictState::Settled;
        row.settledHow = conflict.how;
        row.settledBy = toText(job.rules.policy);
    }
    return row;
}

bool standsUnchanged(const OpenConflict& open, const TableJob& job, const FoundConflict& conflict)
{
    return open.remote == conflict.state.remote && open.local == conflict.state.local &&
           open.kind == conflict.kind && open.policy == job.rules.policy &&
           open.message == conflict.message;
}

qint64 bytesOf(const std::optional<RowImage>& image)
{
    qint64 bytes = 0;
    for (const Cell& cell : image ? image->cells : Cells())
        bytes += cell ? cell->size() : 0;
    return bytes;
}

/// A statement may not hold more than max_allowed_packet, escapes included: of larger rows only the
/// keys are kept. Both sides still have them.
void keepWhatFits(const Connection& local, ConflictRow& row)
{
    const qint64 bytes = bytesOf(row.remote) + bytesOf(row.local) + bytesOf(row.base);
    const qint64 most = local.server().maxAllowedPacket / 4;
    if (bytes <= most)
        return;
    for (std::optional<RowImage>* image : {&row.remote, &row.local}) {
        if (*image)
            *image = row.key;
    }
    row.base.reset();
    if (!row.message.isEmpty())
        row.message += u' ';
    row.message += QCoreApplication::translate("causeway::Run",
                                               "The rows are too large to be shown: %1 bytes.")
                       .arg(bytes);
}

Status note(const RunContext& context, const TableJob& job, const FoundConflict& conflict,
            const RowsAround& rows)
{
    Connection& local = context.session.writing(Side::Local);
    ConflictRow row = makeRow(context, job, conflict, rows);
    keepWhatFits(local, row);
    const auto open = job.open.find(conflict.key);
    if (open == job.open.end())
        return insertConflict(local, row);
    row.id = open->second.id;
    CAUSEWAY_TRY(
        refreshConflict(local, row)); // also when it ends now: the loser's last row is kept
    return conflict.how ? settleConflict(local, row.id, *conflict.how, row.settledBy) : okStatus();
}

std::vector<FoundConflict> changedOnes(const TableJob& job, const std::vector<FoundConflict>& found)
{
    std::vector<FoundConflict> result;
    for (const FoundConflict& conflict : found) {
        const auto open = job.open.find(conflict.key);
        if (conflict.how || open == job.open.end() || !standsUnchanged(open->second, job, conflict))
            result.push_back(conflict);
    }
    return result;
}

LedgerEntry agreedEntry(const KeyBytes& key, const KeyState& state)
{
    return {key, state.remote, state.local, {}};
}

} // namespace

void countConflict(const RunContext& context, TableJob& job, const KeyBytes& key)
{
    if (!job.conflictKeys.insert(key).second)
        return;
    ++job.outcome.conflicts;
    context.progress.conflicts(1);
}

Status takeIntoLedger(const RunContext& context, const TableJob& job,
                      const std::vector<LedgerEntry>& entries, const std::vector<KeyBytes>& gone)
{
    if (entries.empty() && gone.empty())
        return okStatus();
    CAUSEWAY_TRY(context.session.stamp(context.holder));
    Connection& local = context.session.writing(Side::Local);
    reach(FaultPoint::AdoptBefore);
    auto transaction = Transaction::begin(local);
    CAUSEWAY_TRY(transaction);
    CAUSEWAY_TRY(raiseEpoch(local, context.session.state, context.holder));
    CAUSEWAY_TRY(agree(local, *job.ledger, entries));
    CAUSEWAY_TRY(forget(local, *job.ledger, gone));
    reach(FaultPoint::AdoptUncommitted);
    CAUSEWAY_TRY(transaction->commit());
    ++context.session.state.localEpoch;
    reach(FaultPoint::AdoptAfter);
    return okStatus();
}

Status recordConflicts(const RunContext& context, TableJob& job,
                       const std::vector<FoundConflict>& found)
{
    for (const FoundConflict& conflict : found)
        countConflict(context, job, conflict.key);
    if (context.request.dryRun)
        return okStatus();
    const std::vector<FoundConflict> changed = changedOnes(job, found);
    std::vector<KeyBytes> keys;
    for (const FoundConflict& conflict : changed)
        keys.push_back(conflict.key);
    auto next = changed.begin();
    const auto noteSome = [&](const std::vector<KeyBytes>& some, const FetchedRows& remote,
                              const FetchedRows& local) -> Status {
        auto bases = fetchBases(context, job, some);
        CAUSEWAY_TRY(bases);
        const RowsAround rows{remote, local, std::move(*bases)};
        reach(FaultPoint::ConflictBefore);
        auto transaction = Transaction::begin(context.session.writing(Side::Local));
        CAUSEWAY_TRY(transaction);
        for (std::size_t i = 0; i < some.size(); ++i)
            CAUSEWAY_TRY(note(context, job, *next++, rows));
        CAUSEWAY_TRY(holdEpoch(context.session.writing(Side::Local), context.session.state));
        reach(FaultPoint::ConflictUncommitted);
        CAUSEWAY_TRY(transaction->commit());
        reach(FaultPoint::ConflictAfter);
        return okStatus();
    };
    CAUSEWAY_TRY(fetchBoth(context.session.sideLinks(), *job.sql, keys, noteSome));
    for (const FoundConflict& conflict : changed) {
        if (conflict.how)
            job.open.erase(conflict.key); // settled: a later one is another entry
    }
    return okStatus();
}

Status reviewOpenConflicts(const RunContext& context, TableJob& job)
{
    std::vector<KeyBytes> keys;
    for (const auto& [key, open] : job.open)
        keys.push_back(key);
    auto states = readKeys(context.session.readingLinks(), job.reader(), keys);
    CAUSEWAY_TRY(states);
    std::vector<KeyBytes> unclear;
    for (const auto& [key, state] : *states) {
        if (state.remote && state.local && !state.equal)
            unclear.push_back(key);
    }
    CAUSEWAY_TRY(compareValues(context.session.readingLinks(), *job.sql, unclear, *states));

    std::vector<FoundConflict> waiting;
    std::vector<LedgerEntry> agreed;
    std::vector<KeyBytes> gone;
    std::vector<qint64> settled;
    for (const auto& [key, open] : job.open) {
        const KeyState& state = (*states)[key];
        const bool absent = !state.remote && !state.local;
        if (absent || state.equal.value_or(false)) {
            settled.push_back(open.id);
            if (absent)
                gone.push_back(key);
            else
                agreed.push_back(agreedEntry(key, state));
        } else if (open.isHeld()) {
            waiting.push_back({key, state, open.kind, open.message, {}});
            job.wait(key, state);
        }
    }
    job.outcome.skipped = static_cast<qint64>(job.leftAlone.size());
    if (context.request.dryRun)
        return okStatus();
    CAUSEWAY_TRY(takeIntoLedger(context, job, agreed, gone));
    for (const qint64 id : settled)
        CAUSEWAY_TRY(settleConflict(context.session.writing(Side::Local), id, Settlement::Agreed,
                                    context.holder));
    std::erase_if(job.open, [&](const auto& entry) {
        return std::find(settled.begin(), settled.end(), entry.second.id) != settled.end();
    });
    const qint64 before = job.outcome.conflicts;
    const Rules rules =
        std::exchange(job.rules, {job.rules.type, job.rules.direction, Policy::Manual});
    const Status recorded = recordConflicts(context, job, waiting);
    job.rules = rules;
    job.outcome.conflicts = before; // found by an earlier run
    return recorded;
}

} // namespace causeway
