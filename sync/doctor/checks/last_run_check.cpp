// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_store.h"
#include "sync/dialect/doctor_sql.h"
#include "sync/doctor/check.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "last_run";
constexpr int kMessageLength = 300;

QString timeText(const QDateTime& utc)
{
    return utc.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

std::optional<LogRow> lastEnded(const std::vector<LogRow>& runs)
{
    for (const LogRow& run : runs) {
        if (run.status != RunStatus::Running && run.status != RunStatus::Cancelled)
            return run;
    }
    return std::nullopt;
}

QString joined(const QStringList& words)
{
    return words.join(QLatin1Char(' ')).simplified();
}

/// "orders: FAILED SYNC_001 …", a line for each table whose last run did not succeed.
Result<QStringList> tablesInTrouble(Connection& local)
{
    auto rows = local.query(doctorsql::tablesInTrouble());
    CAUSEWAY_TRY(rows);
    QStringList lines;
    for (const Cells& row : rows->rows) {
        lines << cellText(row, 0) + QLatin1String(": ") +
                     joined({cellText(row, 1), cellText(row, 2),
                             cellText(row, 3).left(kMessageLength)});
    }
    return lines;
}

Finding judge(const std::optional<LogRow>& run, const QStringList& troubled)
{
    const QString id = QLatin1String(kId);
    if (!run) {
        return fine(id, QCoreApplication::translate("causeway::Doctor", "Nothing was synced yet."));
    }
    const bool hasFailed = run->status == RunStatus::Failed;
    if (!hasFailed && troubled.isEmpty()) {
        return fine(
            id, QCoreApplication::translate("causeway::Doctor", "The last run, of %1, ended well.")
                    .arg(timeText(run->startTime)));
    }
    Finding finding =
        hasFailed
            ? problem(id, QCoreApplication::translate("causeway::Doctor",
                                                      "The last run, of %1, failed.")
                              .arg(timeText(run->startTime)))
            : warning(id, QCoreApplication::translate("causeway::Doctor",
                                                      "%1 tables were not synced completely when "
                                                      "they were last to be synced.")
                              .arg(troubled.size()));
    if (!run->errorMessage.isEmpty())
        finding.evidence << joined({run->errorCode, run->errorMessage.left(kMessageLength)});
    finding.evidence << troubled;
    finding.steps << QCoreApplication::translate("causeway::Doctor",
                                                 "What was done in that run: causewayctl log list "
                                                 "--run %1")
                         .arg(run->runId)
                  << QCoreApplication::translate(
                         "causeway::Doctor",
                         "Remove the cause that is named, then run causewayctl sync.");
    return finding;
}

Result<Finding> lookForOne(Examination& examination)
{
    auto store = ControlStore::open(examination.profile.local);
    CAUSEWAY_TRY(store);
    LogFilter filter;
    filter.summariesOnly = true;
    filter.limit = 20;
    const auto runs = store->log(filter);
    CAUSEWAY_TRY(runs);
    const auto troubled = tablesInTrouble(*examination.connection(Side::Local));
    CAUSEWAY_TRY(troubled);
    return judge(lastEnded(*runs), *troubled);
}

std::vector<Finding> look(Examination& examination)
{
    const auto finding = lookForOne(examination);
    return {finding ? *finding : problemOf(QLatin1String(kId), finding.error())};
}

} // namespace

Check lastRunCheck()
{
    return {kId, Needs::ControlTables, &look, nullptr};
}

} // namespace causeway::doctor
