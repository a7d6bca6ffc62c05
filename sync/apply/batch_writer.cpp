// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/batch_writer.h"

#include "sync/apply/between_batches.h"
#include "sync/apply/retry.h"
#include "sync/apply/write_attempt.h"
#include "sync/core/portions.h"

#include <algorithm>
#include <utility>

namespace causeway {
namespace {

Result<WriteOutcome> attempt(const TableTarget& target, const std::vector<PlannedWrite>& batch,
                             const FetchedRows& source, WriteMode mode)
{
    return withRetries(target.stop,
                       [&] { return WriteAttempt(target, batch, source, mode).run(); });
}

/// A child refers to a column that would be NULL for a moment: it would notice.
bool childrenSeeClearing(const TableTarget& target)
{
    return std::any_of(
        target.children.begin(), target.children.end(), [&target](const ChildLink& link) {
            return std::any_of(link.key.referencedColumns.begin(), link.key.referencedColumns.end(),
                               [&target](const QString& column) {
                                   return target.clearableUnique.contains(column,
                                                                          Qt::CaseInsensitive);
                               });
        });
}

/// Ways in which UNIQUE values may change hands within a batch, the gentlest first.
std::vector<WriteMode> waysAround(const TableTarget& target, const Error& error)
{
    if (error.code != ErrorCode::SyncDuplicateKey)
        return {};
    if (target.mayReinsert())
        return {WriteMode::Reinsert};
    std::vector<WriteMode> modes;
    if (!target.clearableUnique.isEmpty() && !childrenSeeClearing(target))
        modes.push_back(WriteMode::Park);
    if (!target.hasTriggers)
        modes.push_back(WriteMode::ReinsertUnchecked);
    return modes;
}

Result<WriteOutcome> inHalves(const TableTarget& target, const std::vector<PlannedWrite>& batch,
                              const FetchedRows& source);

Result<WriteOutcome> isolate(const TableTarget& target, const std::vector<PlannedWrite>& batch,
                             const FetchedRows& source)
{
    auto outcome = attempt(target, batch, source, WriteMode::Plain);
    if (outcome ? !outcome->tooLarge : !outcome.error().isRowLevel())
        return outcome;
    if (outcome)
        return inHalves(target, batch, source);
    if (batch.size() == 1) {
        WriteOutcome refused;
        refused.refused.push_back({batch.front(), outcome.error()});
        return refused;
    }
    for (const WriteMode mode : waysAround(target, outcome.error())) {
        auto swapped = attempt(target, batch, source, mode);
        if (swapped ? !swapped->tooLarge : !swapped.error().isRowLevel())
            return swapped;
    }
    return inHalves(target, batch, source);
}

Result<WriteOutcome> inHalves(const TableTarget& target, const std::vector<PlannedWrite>& batch,
                              const FetchedRows& source)
{
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

Status writeInBatches(const TableTarget& target, const std::vector<PlannedWrite>& writes,
                      WriteOutcome& total)
{
    PortionSize size(batchSize(target), target.limits.batchBytes);
    for (std::size_t at = 0; at < writes.size();) {
        CAUSEWAY_TRY(betweenBatches(target));
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

bool clashes(const RefusedRow& row)
{
    return row.error.code == ErrorCode::SyncDuplicateKey;
}

std::vector<PlannedWrite> takeClashing(WriteOutcome& outcome)
{
    std::vector<PlannedWrite> clashing;
    for (const RefusedRow& row : outcome.refused) {
        if (clashes(row))
            clashing.push_back(row.write);
    }
    std::erase_if(outcome.refused, clashes);
    return clashing;
}

} // namespace

/// Rows that exchange UNIQUE values need each other in one batch. A row at fault beside them, or
/// the end of a batch, may have split them apart: those that clashed are tried once more together,
/// for as long as that helps some of them.
Status writeRows(const TableTarget& target, const std::vector<PlannedWrite>& writes,
                 WriteOutcome& total)
{
    CAUSEWAY_TRY(writeInBatches(target, writes, total));
    auto clashing = std::count_if(total.refused.begin(), total.refused.end(), clashes);
    while (clashing > 1) {
        const std::vector<PlannedWrite> again = takeClashing(total);
        CAUSEWAY_TRY(writeInBatches(target, again, total));
        const auto before = std::exchange(
            clashing, std::count_if(total.refused.begin(), total.refused.end(), clashes));
        if (clashing >= before)
            break;
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
