// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/waiting_rows.h"

#include "sync/run/conflict_recorder.h"
#include "sync/run/pair_session.h"

#include <algorithm>

namespace causeway {
namespace {

/// A foreign key to another table's row key.
struct ParentLink {
    const KeySet& waiting;            ///< keys of the parent that wait and are not there
    std::vector<std::size_t> columns; ///< of the child, in the order of the parent's key
};

std::optional<std::size_t> columnOf(const TableShape& child, const ForeignKeySchema& key,
                                    const QString& referenced)
{
    for (qsizetype i = 0; i < key.referencedColumns.size(); ++i) {
        if (key.referencedColumns[i].compare(referenced, Qt::CaseInsensitive) != 0)
            continue;
        for (std::size_t column = 0; column < child.columns.size(); ++column) {
            if (child.columns[column].name.compare(key.columns[i], Qt::CaseInsensitive) == 0)
                return column;
        }
    }
    return std::nullopt;
}

/// nullopt: the key refers to something else than the parent's row key, or no parent row waits.
std::optional<ParentLink> linkOf(const TableShape& child, const ForeignKeySchema& key,
                                 const std::vector<TableJob>& jobs, Side target)
{
    const auto parent = std::find_if(jobs.begin(), jobs.end(), [&](const TableJob& job) {
        return job.sql && key.referencedSchema.isEmpty() && job.config.table == key.referencedTable;
    });
    if (parent == jobs.end() || parent->waitingAbsent(target).empty())
        return std::nullopt;
    ParentLink link{parent->waitingAbsent(target), {}};
    const TableShape& shape = parent->sql->shape();
    for (const std::size_t part : shape.key) {
        const auto column = columnOf(child, key, shape.columns[part].name);
        if (!column)
            return std::nullopt;
        link.columns.push_back(*column);
    }
    return link;
}

bool hangsOn(const ParentLink& link, const Cells& row)
{
    Cells parentKey;
    for (const std::size_t column : link.columns) {
        if (!row[column])
            return false;
        parentKey.push_back(row[column]);
    }
    return link.waiting.contains(encodeKey(parentKey));
}

/// Rows of which a policy would have decided between two versions: that both sides had one is kept
/// in mind, for the case that one of them is deleted before the row may be written.
std::vector<FoundConflict> disputesAmong(const std::vector<PlannedWrite>& writes,
                                         const KeySet& waiting, Side target)
{
    std::vector<FoundConflict> found;
    for (const PlannedWrite& write : writes) {
        if (!write.overrules || !waiting.contains(write.key))
            continue;
        KeyState state;
        state.remote = target == Side::Local ? write.source : write.expected;
        state.local = target == Side::Local ? write.expected : write.source;
        found.push_back({write.key, state, *write.overrules, {}, {}});
    }
    return found;
}

} // namespace

Status holdBack(const RunContext& context, TableJob& job, const std::vector<TableJob>& jobs,
                Side target, std::vector<PlannedWrite>& writes)
{
    std::vector<ParentLink> links;
    for (const ForeignKeySchema& key : job.schema(target).foreignKeys) {
        if (const auto link = linkOf(job.sql->shape(), key, jobs, target))
            links.push_back(*link);
    }
    if (links.empty())
        return okStatus();
    std::vector<KeyBytes> keys;
    for (const PlannedWrite& write : writes)
        keys.push_back(write.key);
    KeySet waiting;
    const auto collect = [&](const std::vector<KeyBytes>& some, const FetchedRows& remote,
                             const FetchedRows& local) {
        const FetchedRows& source = target == Side::Local ? remote : local;
        for (const KeyBytes& key : some) {
            const auto row = source.find(key);
            if (row != source.end() &&
                std::any_of(links.begin(), links.end(), [&](const ParentLink& link) {
                    return hangsOn(link, row->second.cells);
                }))
                waiting.insert(key);
        }
        return okStatus();
    };
    CAUSEWAY_TRY(fetchBoth(context.session.sideLinks(), *job.sql, keys, collect));
    for (const PlannedWrite& write : writes) {
        if (!waiting.contains(write.key))
            continue;
        job.leftAlone.insert(write.key);
        if (!write.expected)
            job.waitingAbsent(target).insert(write.key);
    }
    CAUSEWAY_TRY(recordConflicts(context, job, disputesAmong(writes, waiting, target)));
    std::erase_if(writes, [&](const auto& row) { return waiting.contains(row.key); });
    const auto count = static_cast<qint64>(waiting.size());
    job.findings.withdraw(count);
    job.outcome.skipped += count;
    return okStatus();
}

} // namespace causeway
