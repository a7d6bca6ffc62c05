// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/control_sql.h"
#include "sync/dialect/doctor_sql.h"
#include "sync/doctor/check.h"
#include "sync/run/pair_session.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "stale_runs";
constexpr std::size_t kListed = 10;

QByteArray closing(const QDateTime& now)
{
    const Error error = makeError(ErrorCode::SyncInterrupted,
                                  QCoreApplication::translate("causeway::RunLog", "The run"));
    return controlsql::closeStaleRuns(QString(), now, errorCodeText(error.code), error.message());
}

QStringList listOf(const ResultSet& runs)
{
    QStringList lines;
    for (std::size_t i = 0; i < runs.rows.size() && i < kListed; ++i) {
        const Cells& row = runs.rows[i];
        lines << QCoreApplication::translate("causeway::Doctor", "%1, %2, begun %3 UTC",
                                             "run id, trigger, time")
                     .arg(cellText(row, 0), cellText(row, 1), cellText(row, 2).left(19));
    }
    if (runs.rows.size() > kListed)
        lines << QCoreApplication::translate("causeway::Doctor", "and %1 more")
                     .arg(runs.rows.size() - kListed);
    return lines;
}

Finding stale(const ResultSet& runs, const QDateTime& now)
{
    Finding finding =
        problem(QLatin1String(kId),
                QCoreApplication::translate(
                    "causeway::Doctor",
                    "%1 runs stand in the log as going on, but none is: they were cut off. Nothing "
                    "of theirs is left half done.")
                    .arg(runs.rows.size()));
    finding.code = ErrorCode::SyncInterrupted;
    finding.evidence = listOf(runs);
    finding.fix = FixKind::Safe;
    finding.statements.push_back({Side::Local, QString::fromUtf8(closing(now))});
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "causewayctl doctor --fix notes them as failed (SYNC_005), as the next "
                            "sync would.");
    return finding;
}

Finding piledUp(const ResultSet& runs)
{
    Finding finding = warning(
        QLatin1String(kId),
        QCoreApplication::translate("causeway::Doctor",
                                    "A run is at work, and %1 others stand in the log as going on.")
            .arg(runs.rows.size() - 1));
    finding.code = ErrorCode::SyncInterrupted;
    finding.evidence = listOf(runs);
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "Wait for the run to end, then have a look again.");
    return finding;
}

Finding atWork(const ResultSet& runs)
{
    Finding finding = fine(
        QLatin1String(kId),
        runs.rows.empty() ? QCoreApplication::translate("causeway::Doctor", "Every run has ended.")
                          : QCoreApplication::translate("causeway::Doctor", "One run is at work."));
    finding.evidence = listOf(runs);
    return finding;
}

/// Runs of @p after that @p before has too.
ResultSet inBoth(const ResultSet& before, const ResultSet& after)
{
    ResultSet both;
    std::copy_if(after.rows.begin(), after.rows.end(), std::back_inserter(both.rows),
                 [&before](const Cells& run) {
                     return std::any_of(before.rows.begin(), before.rows.end(),
                                        [&run](const Cells& seen) { return seen[0] == run[0]; });
                 });
    return both;
}

std::vector<Finding> look(Examination& examination)
{
    // Log, lock, log: a run that begins or ends meanwhile is missing in one of the two lists.
    Connection& local = *examination.connection(Side::Local);
    const auto before = local.query(doctorsql::runningRuns());
    if (!before)
        return {problemOf(QLatin1String(kId), before.error())};
    const auto isRunning = examination.isRunning();
    if (!isRunning)
        return {problemOf(QLatin1String(kId), isRunning.error())};
    const auto after = local.query(doctorsql::runningRuns());
    if (!after)
        return {problemOf(QLatin1String(kId), after.error())};
    const ResultSet runs = inBoth(*before, *after);
    if (!*isRunning && !runs.rows.empty())
        return {stale(runs, examination.now())};
    return {runs.rows.size() > 1 ? piledUp(runs) : atWork(runs)};
}

/// Under the lock of the pair: no run can be alive meanwhile.
Status repair(Examination& examination, std::vector<Statement>& done)
{
    auto session = PairSession::open(examination.profile, PairSession::Access::Write);
    CAUSEWAY_TRY(session);
    CAUSEWAY_TRY(session->lock());
    const QByteArray sql = closing(examination.now());
    CAUSEWAY_TRY(session->writing(Side::Local).execute(sql));
    done.push_back({Side::Local, QString::fromUtf8(sql)});
    return okStatus();
}

} // namespace

Check staleRunsCheck()
{
    return {kId, Needs::ControlTables, &look, &repair};
}

} // namespace causeway::doctor
