// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/plan_tables.h"

#include "sync/core/parallel.h"
#include "sync/run/keyless_table.h"
#include "sync/run/pair_session.h"
#include "sync/schema/compare_schema.h"
#include "sync/schema/introspect.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

struct Catalogue {
    std::map<QString, TableSchema> tables;
    std::vector<ForeignKeySchema> foreignKeys;
};

Result<Catalogue> readCatalogue(Connection& connection)
{
    auto tables = introspect(connection);
    CAUSEWAY_TRY(tables);
    auto keys = foreignKeysInto(connection);
    CAUSEWAY_TRY(keys);
    return Catalogue{std::move(*tables), std::move(*keys)};
}

Result<std::vector<TableConfig>> wanted(const SyncRequest& request,
                                        const std::vector<TableConfig>& configs)
{
    std::vector<TableConfig> result;
    if (request.tables.isEmpty()) {
        std::copy_if(configs.begin(), configs.end(), std::back_inserter(result),
                     [](const TableConfig& config) { return config.enabled; });
        return result;
    }
    for (const QString& name : request.tables) {
        const auto found =
            std::find_if(configs.begin(), configs.end(),
                         [&](const TableConfig& config) { return config.table == name; });
        if (found == configs.end())
            return makeError(ErrorCode::CfgNoTable, name);
        result.push_back(*found);
    }
    return result;
}

std::vector<ForeignKeySchema> pointingAt(const std::vector<ForeignKeySchema>& keys,
                                         const QString& table)
{
    std::vector<ForeignKeySchema> result;
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(result),
                 [&](const ForeignKeySchema& key) { return key.referencedTable == table; });
    return result;
}

Error missingOn(Side side, const QString& table)
{
    const QString text =
        side == Side::Remote
            ? QCoreApplication::translate("causeway::Plan", "the remote side has no such table")
            : QCoreApplication::translate("causeway::Plan", "the local side has no such table");
    return makeError(ErrorCode::SyncStructure, table, text);
}

Status takeSchemas(TableJob& job, const Catalogue& remote, const Catalogue& local)
{
    const QString& name = job.config.table;
    const auto onRemote = remote.tables.find(name);
    const auto onLocal = local.tables.find(name);
    if (onRemote == remote.tables.end())
        return missingOn(Side::Remote, name);
    if (onLocal == local.tables.end())
        return missingOn(Side::Local, name);
    job.remote = onRemote->second;
    job.local = onLocal->second;
    CAUSEWAY_TRY(compareStructures(job.remote, job.local));
    if (!job.remote.rowKey().isEmpty())
        return okStatus();
    job.keyless.emplace();
    return okStatus();
}

Status prepareJob(TableJob& job, const RunContext& context)
{
    Connection& local = context.session.writing(Side::Local);
    job.sql.emplace(TableSqlPair{TableSql(makeShape(job.remote, job.remote)),
                                 TableSql(makeShape(job.remote, job.local))});
    job.ledger.emplace(job.config.id, job.sql->shape(), local.server().family);
    if (job.keyless)
        return checkKeyless(job, context.request);
    auto state = readLedgerState(local, *job.ledger, job.sql->shape().fingerprint());
    CAUSEWAY_TRY(state);
    job.ledgerState = *state;
    if (context.request.dryRun && state->pending)
        job.ledger->readAsRecovered(context.session.state.remoteEpoch);
    auto open = readOpenConflicts(local, job.config.table, job.sql->shape().keyNames());
    CAUSEWAY_TRY(open);
    job.open = std::move(*open);
    return okStatus();
}

TableJob makeJob(const RunContext& context, const TableConfig& config)
{
    TableJob job;
    job.config = config;
    job.rules = {context.request.type.value_or(config.type),
                 context.request.direction.value_or(config.direction),
                 context.request.policy.value_or(config.policy), context.request.keepLosers};
    job.outcome.table = config.table;
    job.outcome.type = job.rules.type;
    job.outcome.direction = job.rules.direction;
    return job;
}

} // namespace

Result<std::vector<TableJob>> planTables(const RunContext& context,
                                         const std::vector<TableConfig>& configs)
{
    auto chosen = wanted(context.request, configs);
    CAUSEWAY_TRY(chosen);
    auto [remote, local] =
        runBoth([&] { return readCatalogue(context.session.reading(Side::Remote)); },
                [&] { return readCatalogue(context.session.reading(Side::Local)); });
    CAUSEWAY_TRY(remote);
    CAUSEWAY_TRY(local);
    std::vector<PrioritisedTable> names;
    for (const TableConfig& config : *chosen)
        names.push_back({config.table, config.priority});
    std::vector<ForeignKeySchema> keys = remote->foreignKeys;
    keys.insert(keys.end(), local->foreignKeys.begin(), local->foreignKeys.end());
    const DependencyOrder order = dependencyOrder(names, keys);

    std::vector<TableJob> jobs;
    for (const QString& name : order.tables) {
        const auto config = std::find_if(chosen->begin(), chosen->end(),
                                         [&](const TableConfig& row) { return row.table == name; });
        TableJob& job = jobs.emplace_back(makeJob(context, *config));
        job.cyclic = job.outcome.cyclic = order.cyclic.contains(name);
        job.intoRemote = pointingAt(remote->foreignKeys, name);
        job.intoLocal = pointingAt(local->foreignKeys, name);
        Status ready = takeSchemas(job, *remote, *local);
        if (ready)
            ready = prepareJob(job, context);
        if (!ready)
            job.outcome.error = ready.error();
    }
    return jobs;
}

} // namespace causeway
