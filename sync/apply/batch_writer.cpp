// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/batch_writer.h"

#include "sync/apply/write_attempt.h"
#include "sync/core/portions.h"

#include <condition_variable>
#include <mutex>
#include <random>

namespace causeway {
namespace {

using namespace std::chrono_literals;

constexpr int kAttempts = 6;

/// Waits a random while that doubles with each attempt; ends early when stopped.
void backOff(int attempt, const std::stop_token& stop)
{
    static thread_local std::minstd_rand random{std::random_device{}()};
    const auto longest = 20ms * (1 << attempt);
    std::uniform_int_distribution<int> pick(5, static_cast<int>(longest.count()));
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, std::chrono::milliseconds(pick(random)), [] { return false; });
}

Result<WriteOutcome> attempt(const TableTarget& target, const std::vector<PlannedWrite>& batch,
                             const FetchedRows& source, WriteMode mode)
{
    for (int number = 0;; ++number) {
        auto outcome = WriteAttempt(target, batch, source, mode).run();
        if (outcome || outcome.error().outcomeUnknown() || outcome.error().breaksConnection())
            return outcome;
        if (!outcome.error().isRetryable() || number + 1 == kAttempts ||
            target.stop.stop_requested())
            return outcome;
        backOff(number, target.stop);
    }
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

qint64 bytesOf(const FetchedRows& rows)
{
    qint64 bytes = 0;
    for (const auto& [key, row] : rows) {
        for (const Cell& cell : row.cells)
            bytes += cell ? cell->size() : 0;
    }
    return bytes;
}

Result<WriteOutcome> writeBatch(const TableTarget& target, const std::vector<PlannedWrite>& batch)
{
    std::vector<KeyBytes> keys;
    for (const PlannedWrite& write : batch) {
        if (write.source)
            keys.push_back(write.key);
    }
    FetchedRows source;
    if (!keys.empty()) {
        auto rows = target.rows(keys);
        CAUSEWAY_TRY(rows);
        source = std::move(*rows);
    }
    if (batch.size() == 1 || bytesOf(source) <= target.limits.batchBytes)
        return isolate(target, batch, source);
    WriteOutcome total;
    source.clear();
    CAUSEWAY_TRY(inPortions(batch, (batch.size() + 1) / 2, [&](const auto& half) -> Status {
        auto part = writeBatch(target, half);
        CAUSEWAY_TRY(part);
        total += std::move(*part);
        return okStatus();
    }));
    return total;
}

} // namespace

Status writeRows(const TableTarget& target, const std::vector<PlannedWrite>& writes,
                 WriteOutcome& total)
{
    const auto size = static_cast<std::size_t>(std::max(1, target.limits.batchRows));
    return inPortions(writes, size, [&](const auto& batch) -> Status {
        if (target.stop.stop_requested())
            return makeError(ErrorCode::SyncInterrupted, target.sql.shape().table);
        auto outcome = writeBatch(target, batch);
        CAUSEWAY_TRY(outcome);
        const ChangeCounts written = outcome->written;
        total += std::move(*outcome);
        if (target.progress)
            target.progress(written);
        return okStatus();
    });
}

Result<WriteOutcome> writeFetched(const TableTarget& target, const std::vector<PlannedWrite>& batch,
                                  const FetchedRows& source, bool load)
{
    if (load) {
        auto loaded = attempt(target, batch, source, WriteMode::Load);
        if (loaded || !loaded.error().isRowLevel())
            return loaded;
    }
    return isolate(target, batch, source);
}

} // namespace causeway
