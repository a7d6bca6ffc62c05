// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/table_facts.h"

#include "sync/db/connection.h"
#include "sync/dialect/table_sql.h"
#include "sync/schema/compare_schema.h"
#include "sync/schema/introspect.h"

namespace causeway {
namespace {

Result<qint64> countRows(Connection& connection, const QString& table)
{
    auto counted = connection.query(countRowsSql(table));
    CAUSEWAY_TRY(counted);
    const auto& rows = counted->rows;
    return rows.empty() || rows[0].empty() || !rows[0][0] ? qint64{0} : rows[0][0]->toLongLong();
}

/// What one side holds of the table.
struct SideFacts {
    std::optional<TableSchema> schema;
    qint64 rows = 0;
};

Result<SideFacts> examineSide(const SideConfig& config, Side side, const QString& table)
{
    auto connection = Connection::open(config, side);
    CAUSEWAY_TRY(connection);
    auto tables = introspect(*connection, {table});
    CAUSEWAY_TRY(tables);
    SideFacts facts;
    const auto found = tables->find(table);
    if (found == tables->end())
        return facts;
    auto rows = countRows(*connection, found->second.name);
    CAUSEWAY_TRY(rows);
    facts.schema = std::move(found->second);
    facts.rows = *rows;
    return facts;
}

} // namespace

Result<TableFacts> examineTable(const Profile& profile, const QString& table, std::stop_token stop)
{
    auto remote = examineSide(profile.remote, Side::Remote, table);
    CAUSEWAY_TRY(remote);
    if (stop.stop_requested())
        return makeError(ErrorCode::SyncInterrupted, table);
    auto local = examineSide(profile.local, Side::Local, table);
    CAUSEWAY_TRY(local);
    TableFacts facts{
        std::move(remote->schema), std::move(local->schema), remote->rows, local->rows, {}};
    if (facts.remote && facts.local) {
        if (const Status same = compareTables(*facts.remote, *facts.local); !same.ok())
            facts.problem = same.error();
    }
    return facts;
}

} // namespace causeway
