// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/state_sql.h"
#include "sync/doctor/check.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "config";

/// Rows for tables that have none, switched off: what a table holds is not sent anywhere unasked.
InitOptions rowsOnly(bool execute)
{
    InitOptions options;
    options.execute = execute;
    options.enableConfigs = false;
    return options;
}

std::vector<Statement> statementsFor(const Examination& examination, const InitReport& report)
{
    const SyncDefaults& defaults = examination.profile.defaults;
    std::vector<Statement> statements;
    for (const QString& table : report.configured)
        statements.push_back({Side::Local, QString::fromUtf8(statesql::insertConfig(
                                               table, defaults.type, defaults.direction, false))});
    return statements;
}

std::vector<Finding> look(Examination& examination)
{
    const auto plan = initialisePair(examination.profile, rowsOnly(false), examination.stop);
    if (!plan)
        return {problemOf(QLatin1String(kId), plan.error())};
    if (plan->configured.isEmpty()) {
        return {fine(
            QLatin1String(kId),
            QCoreApplication::translate(
                "causeway::Doctor", "Every table that both sides have stands in db_sync_config."))};
    }
    Finding finding =
        warning(QLatin1String(kId),
                QCoreApplication::translate(
                    "causeway::Doctor", "%1 tables that both sides have are not in db_sync_config.")
                    .arg(plan->configured.size()));
    finding.code = ErrorCode::CfgNoTable;
    finding.evidence = plan->configured;
    finding.fix = FixKind::Safe;
    finding.statements = statementsFor(examination, *plan);
    finding.steps << QCoreApplication::translate(
                         "causeway::Doctor",
                         "causewayctl doctor --fix adds them switched off: nothing of them is "
                         "copied yet.")
                  << QCoreApplication::translate(
                         "causeway::Doctor",
                         "Switch on what shall be synced: causewayctl config set TABLE "
                         "sync_enabled=1");
    return {finding};
}

Status repair(Examination& examination, std::vector<Statement>& done)
{
    const auto added = initialisePair(examination.profile, rowsOnly(true), examination.stop);
    CAUSEWAY_TRY(added);
    for (const InitStatement& statement : added->statements)
        done.push_back({statement.side, statement.sql});
    for (const InitStatement& statement : added->records)
        done.push_back({statement.side, statement.sql});
    return okStatus();
}

} // namespace

Check configCheck()
{
    return {kId, Needs::ControlTables, &look, &repair};
}

} // namespace causeway::doctor
