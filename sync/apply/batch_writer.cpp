// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/batch_writer.h"

#include "sync/apply/retry.h"
#include "sync/apply/write_attempt.h"
#include "sync/core/portions.h"

namespace causeway {
namespace {

Result<WriteOutcome> attempt(const TableTarget& target, const std::vector<PlannedWrite>& batch,
                             const FetchedRows& source, WriteMode mode)
{
    return withRetries(target.stop,
                       [&] { return WriteAttempt(target, batch, source, mode).run(); });
}

bool mayChangeHands(const TableTarget& target, const Error& error)
{
    return error.code == ErrorCode::SyncDuplicateKey &&
           (target.mayReinsert || !target.clearableUnique.isEmpty());
}

Result<WriteOutcome> isolate(const TableTarget& target, const std::vector<PlannedWrite>& batch,
                             const FetchedRows& source)
{
    auto outcome = attempt(target, batch, source, WriteMode::Plain);
    if (outcome || !outcome.error().isRowLevel())
        return outcome;
    if (batch.size() == 1) {
        WriteOutcome refused;
        refused.refused.push_back({batch.front(), outcome.error()});
        return refused;
    }
    if (mayChangeHands(target, outcome.error())) {
        auto swapped = attempt(target, batch, source,
                               target.mayReinsert ? WriteMode::Reinsert : WriteMode::Park);
        if (swapped || !swapped.error().isRowLevel())
            return swapped;
    }
    WriteOutcome total;
    CAUSEWAY_TRY(inPortions(batch, (batch.size() + 1) / 2, [&](const auto& half) -> Status {
        auto part = isolate(target, half, source);
        CAUSEWAY_TRY(part);
        total += std::move(*part);
        return okStatus();
    }));
    return total;
}

std::size_t batchSize(const TableTarget& target)
{
    return static_cast<std::size_t>(std::max(1, target.limits.batchRows));
}

std::vector<KeyBytes> keysToFetch(const std::vector<PlannedWrite>& batch)
{
    std::vector<KeyBytes> keys;
    for (const PlannedWrite& write : batch) {
        if (write.source)
            keys.push_back(write.key);
    }
    return keys;
}

} // namespace

Status writeRows(const TableTarget& target, const std::vector<PlannedWrite>& writes,
                 WriteOutcome& total)
{
    PortionSize size(batchSize(target), target.limits.batchBytes);
    for (std::size_t at = 0; at < writes.size();) {
        if (target.stop.stop_requested())
            return makeError(ErrorCode::SyncInterrupted, target.sql.shape().table);
        const auto first = writes.begin() + static_cast<std::ptrdiff_t>(at);
        const auto count = static_cast<std::ptrdiff_t>(std::min(size.rows(), writes.size() - at));
        const std::vector<PlannedWrite> batch(first, first + count);
        auto source = target.rows(keysToFetch(batch), size.bytes());
        CAUSEWAY_TRY(source);
        if (!source->complete) {
            size.exceeded(source->rows.size());
            continue;
        }
        size.fitted(source->bytes);
        auto outcome = isolate(target, batch, source->rows);
        CAUSEWAY_TRY(outcome);
        const ChangeCounts written = outcome->written;
        total += std::move(*outcome);
        if (target.progress)
            target.progress(written);
        at += batch.size();
    }
    return okStatus();
}

Status writeFetched(const TableTarget& target, const std::vector<PlannedWrite>& writes,
                    const FetchedRows& source, WriteOutcome& total)
{
    return inPortions(writes, batchSize(target), [&](const auto& batch) -> Status {
        auto outcome = isolate(target, batch, source);
        CAUSEWAY_TRY(outcome);
        total += std::move(*outcome);
        return okStatus();
    });
}

} // namespace causeway
