// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/alert_sql.h"
#include "sync/doctor/check.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "consistency";

QDateTime timeOf(const QString& text)
{
    QDateTime time =
        QDateTime::fromString(text.left(23), QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

QString proofLine(const QString& table, const QDateTime& proved)
{
    return table + QLatin1String(": ") +
           (proved.isValid() ? proved.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                             : QCoreApplication::translate("causeway::Doctor", "never"));
}

/// By what is recorded: when a sync last left both sides of each table equal.
Finding judgeRecords(const ResultSet& proofs, const Examination& examination)
{
    const QString id = QLatin1String(kId);
    const double limit = examination.options.limits.of(AlertRule::Consistency)
                             .value_or(AlertLimits().of(AlertRule::Consistency).value_or(24));
    QStringList old;
    for (const Cells& row : proofs.rows) {
        const QDateTime proved = timeOf(cellText(row, 1));
        const bool isFresh = proved.isValid() &&
                             static_cast<double>(proved.secsTo(examination.now())) <= limit * 3600;
        if (!isFresh)
            old << proofLine(cellText(row, 0), proved);
    }
    const QString hours = QString::number(limit, 'f', 0);
    if (old.isEmpty()) {
        return fine(id, QCoreApplication::translate(
                            "causeway::Doctor",
                            "Within the last %1 hours a sync left both sides of every table equal.")
                            .arg(hours));
    }
    Finding finding =
        warning(id, QCoreApplication::translate(
                        "causeway::Doctor",
                        "No sync of the last %1 hours has left both sides of %2 tables equal.")
                        .arg(hours, QString::number(old.size())));
    finding.evidence = old;
    finding.steps << QCoreApplication::translate(
                         "causeway::Doctor",
                         "causewayctl sync brings both sides together; conflicts wait for a "
                         "decision.")
                  << QCoreApplication::translate(
                         "causeway::Doctor",
                         "causewayctl doctor --compare counts the rows that differ now.");
    return finding;
}

QStringList differences(const CompareReport& report)
{
    QStringList lines;
    for (const TableComparison& table : report.tables) {
        if (table.equal)
            continue;
        lines << (table.error ? table.table + QLatin1String(": ") + table.error->message()
                              : QCoreApplication::translate(
                                    "causeway::Doctor",
                                    "%1: %2 only on remote, %3 only on local, %4 different")
                                    .arg(table.table, QString::number(table.onlyRemote),
                                         QString::number(table.onlyLocal),
                                         QString::number(table.different)));
    }
    return lines;
}

Finding compare(Examination& examination)
{
    const QString id = QLatin1String("consistency.now");
    const auto report = comparePair(examination.profile, {}, examination.stop);
    if (!report)
        return problemOf(id, report.error());
    const QStringList lines = differences(*report);
    if (lines.isEmpty()) {
        return fine(id, QCoreApplication::translate("causeway::Doctor",
                                                    "Both sides of all %1 tables are equal now.")
                            .arg(report->tables.size()));
    }
    Finding finding = warning(
        id,
        QCoreApplication::translate("causeway::Doctor", "%1 tables differ now.").arg(lines.size()));
    finding.evidence = lines;
    finding.fix = FixKind::Confirm;
    finding.steps << QCoreApplication::translate(
                         "causeway::Doctor",
                         "causewayctl sync --dry-run shows what a sync would do about it.")
                  << QCoreApplication::translate("causeway::Doctor", "causewayctl sync does it.");
    return finding;
}

std::vector<Finding> look(Examination& examination)
{
    const auto proofs = examination.connection(Side::Local)->query(alertsql::proofOfEach());
    std::vector<Finding> findings{proofs ? judgeRecords(*proofs, examination)
                                         : problemOf(QLatin1String(kId), proofs.error())};
    if (examination.options.compare)
        findings.push_back(compare(examination));
    return findings;
}

} // namespace

Check consistencyCheck()
{
    return {kId, Needs::ControlTables, &look, nullptr};
}

} // namespace causeway::doctor
