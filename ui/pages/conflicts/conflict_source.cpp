// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conflicts/conflict_source.h"

namespace causeway {

Result<ConflictPage> readConflicts(const SideConfig& local, const ConflictFilter& filter)
{
    auto store = ControlStore::open(local);
    if (!store.ok())
        return store.error();
    auto rows = store.value().conflicts(filter);
    if (!rows.ok())
        return rows.error();
    auto configs = store.value().configs();
    if (!configs.ok())
        return configs.error();
    ConflictPage page;
    page.hasMore = static_cast<int>(rows.value().size()) == filter.limit;
    page.rows = std::move(rows).value();
    for (const TableConfig& config : configs.value())
        page.tables << config.table;
    page.tables.sort();
    return page;
}

} // namespace causeway
