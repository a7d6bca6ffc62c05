// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/structure_watch.h"

#include "sync/core/parallel.h"
#include "sync/run/pair_session.h"
#include "sync/schema/compare_schema.h"
#include "sync/schema/introspect.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

using Catalogue = std::map<QString, TableSchema>;

/// The first look into a table takes its metadata lock, and a transaction keeps it.
Status touch(Connection& connection, const std::vector<TableJob>& jobs,
             std::map<QString, Error>& failed)
{
    for (const TableJob& job : jobs) {
        if (job.failed() || !job.lookAgain)
            continue;
        const auto looked = connection.query(job.sql->of(connection.side()).anyRow());
        if (looked)
            continue;
        if (looked.error().breaksConnection())
            return looked.error();
        failed.emplace(job.config.table, looked.error());
    }
    return okStatus();
}

Result<Catalogue> hold(Connection& connection, const std::vector<TableJob>& jobs,
                       std::map<QString, Error>& failed)
{
    CAUSEWAY_TRY(touch(connection, jobs, failed));
    return introspect(connection);
}

bool isAsPlanned(const TableJob& job, const Catalogue& remote, const Catalogue& local)
{
    const auto onRemote = remote.find(job.config.table);
    const auto onLocal = local.find(job.config.table);
    if (onRemote == remote.end() || onLocal == local.end())
        return false;
    const auto same = [&](const TableSchema& side, const TableSql& planned) {
        return makeShape(onRemote->second, side).fingerprint() == planned.shape().fingerprint();
    };
    return compareStructures(onRemote->second, onLocal->second) &&
           same(onRemote->second, job.sql->remote) && same(onLocal->second, job.sql->local);
}

Error changed(const QString& table)
{
    return makeError(ErrorCode::SyncStructure, table,
                     QCoreApplication::translate(
                         "causeway::Run", "The structure was changed while the run was going. What "
                                          "was written before is complete; the next run takes the "
                                          "new structure."));
}

std::optional<Error> firstOf(const std::map<QString, Error> (&failed)[2], const QString& table)
{
    for (const auto& errors : failed) {
        if (const auto error = errors.find(table); error != errors.end())
            return error->second;
    }
    return std::nullopt;
}

} // namespace

Status holdStructures(const RunContext& context, std::vector<TableJob>& jobs)
{
    std::map<QString, Error> failed[2];
    auto [remote, local] =
        runBoth([&] { return hold(context.session.reading(Side::Remote), jobs, failed[0]); },
                [&] { return hold(context.session.reading(Side::Local), jobs, failed[1]); });
    if (context.stop.stop_requested()) // it interrupts statements, too: no table is at fault
        return makeError(ErrorCode::SyncInterrupted, context.request.profile.name);
    CAUSEWAY_TRY(remote);
    CAUSEWAY_TRY(local);
    for (TableJob& job : jobs) {
        if (job.failed() || !job.lookAgain)
            continue;
        const auto error = firstOf(failed, job.config.table);
        if (error && error->code != ErrorCode::SyncStructure)
            job.outcome.error = error;
        else if (error || !isAsPlanned(job, *remote, *local))
            job.outcome.error = changed(job.config.table);
    }
    return okStatus();
}

} // namespace causeway
