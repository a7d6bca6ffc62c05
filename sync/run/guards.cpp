// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/guards.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

/// Absence on @p side would be carried out as deletes on the other one.
bool deletesFrom(const TableJob& job, Side side, const Emptiness& empty)
{
    const Side target = otherSide(side);
    if (!job.writesTo(target) || !empty.of(side) || empty.of(target))
        return false;
    const bool mirror = job.rules.type == SyncType::Full && job.rules.direction != Direction::Both;
    return mirror || !empty.ledger;
}

} // namespace

Status guardEmptySource(const TableJob& job, const Emptiness& empty, const SyncRequest& request)
{
    if (request.allowMassDelete)
        return okStatus();
    for (const Side side : {Side::Remote, Side::Local}) {
        if (deletesFrom(job, side, empty)) {
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

Status guardMassDelete(const TableJob& job, const TableTotals& totals, const SyncRequest& request)
{
    if (request.allowMassDelete)
        return okStatus();
    for (const Side target : {Side::Remote, Side::Local}) {
        const qint64 rows = target == Side::Remote ? totals.remoteRows : totals.localRows;
        const auto share =
            static_cast<qint64>(request.limits.massDeleteShare * static_cast<double>(rows));
        const qint64 allowed = std::max(request.limits.massDeleteFloor, share);
        const qint64 deletes = job.findings.deletesOn(target);
        if (deletes > allowed) {
            const QString text =
                target == Side::Remote
                    ? QCoreApplication::translate("causeway::Guards",
                                                  "the run would delete %1 of %2 rows on remote")
                    : QCoreApplication::translate("causeway::Guards",
                                                  "the run would delete %1 of %2 rows on local");
            return makeError(ErrorCode::SyncGuard, job.config.table, text.arg(deletes).arg(rows));
        }
    }
    return okStatus();
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
