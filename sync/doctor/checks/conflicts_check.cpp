// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/doctor_sql.h"
#include "sync/doctor/check.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "conflicts";
constexpr qint64 kMany = 20;           // in one table, unless the alerts say otherwise
constexpr qint64 kEnoughDecisions = 5; // to suggest what people do anyway
constexpr double kMostly = 0.8;

struct TableConflicts {
    QString table;
    qint64 open = 0;
    qint64 forRemote = 0; ///< decisions of people
    qint64 forLocal = 0;
    QString policy;

    /// What nearly every decision was; empty: they differ, or are too few.
    [[nodiscard]] QString habit() const
    {
        const qint64 all = forRemote + forLocal;
        const auto most = [all](qint64 number) {
            return static_cast<double>(number) >= kMostly * static_cast<double>(all);
        };
        if (all < kEnoughDecisions)
            return {};
        if (most(forRemote))
            return causeway::toText(Policy::RemoteWins);
        return most(forLocal) ? causeway::toText(Policy::LocalWins) : QString();
    }
};

TableConflicts conflictsOf(const Cells& row)
{
    return {cellText(row, 0), cellText(row, 1).toLongLong(), cellText(row, 2).toLongLong(),
            cellText(row, 3).toLongLong(), cellText(row, 4)};
}

QStringList stepsFor(const TableConflicts& table)
{
    QStringList steps{
        QCoreApplication::translate("causeway::Doctor",
                                    "Look at them: causewayctl conflicts list --table %1, or the "
                                    "Conflicts page.")
            .arg(table.table),
        QCoreApplication::translate("causeway::Doctor",
                                    "One side is always right? causewayctl conflicts resolve --all "
                                    "--table %1 --use remote (or local); the losing rows are kept.")
            .arg(table.table)};
    const QString habit = table.habit();
    steps << (habit.isEmpty()
                  ? QCoreApplication::translate(
                        "causeway::Doctor",
                        "Do not let both sides change the same rows, or choose a policy: "
                        "causewayctl config set %1 conflict_resolution=REMOTE_WINS")
                        .arg(table.table)
                  : QCoreApplication::translate(
                        "causeway::Doctor",
                        "People decided this way %1 of %2 times: causewayctl config set %3 "
                        "conflict_resolution=%4 does so from now on.")
                        .arg(QString::number(qMax(table.forRemote, table.forLocal)),
                             QString::number(table.forRemote + table.forLocal), table.table,
                             habit));
    return steps;
}

Finding many(const TableConflicts& table)
{
    Finding finding = problem(
        QLatin1String("conflicts.") + table.table,
        QCoreApplication::translate("causeway::Doctor", "%1 conflicts of %2 wait for a decision.")
            .arg(QString::number(table.open), table.table));
    finding.evidence << QCoreApplication::translate("causeway::Doctor",
                                                    "policy: %1; decided so far: %2 for remote, %3 "
                                                    "for local")
                            .arg(table.policy, QString::number(table.forRemote),
                                 QString::number(table.forLocal));
    finding.fix = FixKind::Confirm;
    finding.steps = stepsFor(table);
    return finding;
}

Finding few(qint64 open, const QStringList& tables)
{
    if (open == 0) {
        return fine(QLatin1String(kId),
                    QCoreApplication::translate("causeway::Doctor", "No conflict is open."));
    }
    Finding finding =
        warning(QLatin1String(kId),
                QCoreApplication::translate("causeway::Doctor", "%1 conflicts wait for a decision.")
                    .arg(open));
    finding.evidence = tables;
    finding.fix = FixKind::Confirm;
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "causewayctl conflicts list, or the Conflicts page of the console.");
    return finding;
}

std::vector<Finding> look(Examination& examination)
{
    const auto rows = examination.connection(Side::Local)->query(doctorsql::conflictsByTable());
    if (!rows)
        return {problemOf(QLatin1String(kId), rows.error())};
    const auto limit = static_cast<qint64>(
        examination.options.limits.of(AlertRule::OpenConflicts).value_or(kMany));
    std::vector<Finding> findings;
    qint64 others = 0;
    QStringList tables;
    for (const Cells& row : rows->rows) {
        const TableConflicts table = conflictsOf(row);
        if (table.open >= limit) {
            findings.push_back(many(table));
            continue;
        }
        others += table.open;
        tables << table.table + QLatin1String(": ") + QString::number(table.open);
    }
    if (findings.empty() || others > 0)
        findings.push_back(few(others, tables));
    return findings;
}

} // namespace

Check conflictsCheck()
{
    return {kId, Needs::ControlTables, &look, nullptr};
}

} // namespace causeway::doctor
