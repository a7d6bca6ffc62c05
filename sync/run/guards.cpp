// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/guards.h"

#include "sync/run/pair_session.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

/// Absence on @p side would be carried out as deletes on the other one.
bool deletesFrom(const TableJob& job, Side side, const Emptiness& empty,
                 const SkippedKinds& skipped)
{
    const Side target = otherSide(side);
    if (skipped.skips(target, RowAction::Delete) || !job.writesTo(target) || !empty.of(side) ||
        empty.of(target))
        return false;
    const bool mirror = job.rules.type == SyncType::Full && job.rules.direction != Direction::Both;
    return mirror || !empty.ledger;
}

} // namespace

Result<Emptiness> emptiness(const RunContext& context, const TableJob& job)
{
    const auto holdsNothing = [](Connection& connection, const QByteArray& sql) -> Result<bool> {
        auto rows = connection.query(sql);
        CAUSEWAY_TRY(rows);
        return rows->rows.empty();
    };
    Emptiness empty;
    auto remote = holdsNothing(context.session.reading(Side::Remote), job.sql->remote.anyRow());
    CAUSEWAY_TRY(remote);
    auto local = holdsNothing(context.session.reading(Side::Local), job.sql->local.anyRow());
    CAUSEWAY_TRY(local);
    empty.remote = *remote;
    empty.local = *local;
    if (job.ledgerState.exists) {
        auto ledger = holdsNothing(context.session.writing(Side::Local), job.ledger->anyRow());
        CAUSEWAY_TRY(ledger);
        empty.ledger = *ledger;
    }
    return empty;
}

Status guardEmptySource(const TableJob& job, const Emptiness& empty, const SyncRequest& request)
{
    if (request.allowMassDelete)
        return okStatus();
    for (const Side side : {Side::Remote, Side::Local}) {
        if (deletesFrom(job, side, empty, request.skipped)) {
            const QString text =
                side == Side::Remote
                    ? QCoreApplication::translate("causeway::Guards",
                                                  "the remote table is empty, the local one is not")
                    : QCoreApplication::translate(
                          "causeway::Guards", "the local table is empty, the remote one is not");
            return makeError(ErrorCode::SyncGuard, job.config.table, text);
        }
    }
    return okStatus();
}

Status guardDeletes(const QString& table, Side target, qint64 deletes, qint64 rows,
                    const SyncRequest& request)
{
    const auto share =
        static_cast<qint64>(request.limits.massDeleteShare * static_cast<double>(rows));
    if (request.allowMassDelete || deletes <= std::max(request.limits.massDeleteFloor, share))
        return okStatus();
    const QString text =
        target == Side::Remote
            ? QCoreApplication::translate("causeway::Guards",
                                          "the run would delete %1 of %2 rows on remote")
            : QCoreApplication::translate("causeway::Guards",
                                          "the run would delete %1 of %2 rows on local");
    return makeError(ErrorCode::SyncGuard, table, text.arg(deletes).arg(rows));
}

Status guardMassDelete(const TableJob& job, const TableTotals& totals, const SyncRequest& request)
{
    CAUSEWAY_TRY(guardDeletes(job.config.table, Side::Remote, job.findings.deletesOn(Side::Remote),
                              totals.remoteRows, request));
    return guardDeletes(job.config.table, Side::Local, job.findings.deletesOn(Side::Local),
                        totals.localRows, request);
}

std::optional<Side> bulkTarget(const TableJob& job, const Emptiness& empty)
{
    for (const Side target : {Side::Local, Side::Remote}) {
        if (job.writesTo(target) && empty.of(target) && !empty.of(otherSide(target)) &&
            empty.ledger && job.open.empty())
            return target;
    }
    return std::nullopt;
}

} // namespace causeway
