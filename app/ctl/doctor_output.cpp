// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/doctor_output.h"

#include "app/ctl/json_text.h"
#include "app/ctl/operator_name.h"

#include <QCoreApplication>

namespace causeway::ctl {
namespace {

using doctor::Finding;
using doctor::FixKind;
using doctor::Severity;

struct DoctorText {
    Q_DECLARE_TR_FUNCTIONS(DoctorText)
};

QString line(const QString& indent, const QString& text)
{
    return indent + text + QLatin1Char('\n');
}

/// A text of several lines, all of them indented.
QString block(const QString& indent, const QString& text)
{
    QString lines;
    const QStringList parts = text.split(QLatin1Char('\n'));
    for (const QString& part : parts)
        lines += line(indent, part);
    return lines;
}

QString markOf(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return QStringLiteral("✓");
    case Severity::Warn:
        return QStringLiteral("!");
    case Severity::Problem:
        return QStringLiteral("✗");
    }
    return {};
}

QString riskText(FixKind kind)
{
    switch (kind) {
    case FixKind::None:
        return {};
    case FixKind::Safe:
        return DoctorText::tr("--fix repairs it");
    case FixKind::Confirm:
        return DoctorText::tr("repaired by a command, once a person has decided");
    case FixKind::Advice:
        return DoctorText::tr("only a person can repair it");
    }
    return {};
}

QString statementsText(const std::vector<doctor::Statement>& statements)
{
    QString text;
    for (const doctor::Statement& statement : statements)
        text +=
            block(QStringLiteral("      "), causeway::toText(statement.side) + QLatin1String("> ") +
                                                statement.sql + QLatin1Char(';'));
    return text;
}

QString headOf(const Finding& finding)
{
    const QString code =
        finding.code ? errorCodeText(*finding.code) + QLatin1String(": ") : QString();
    return markOf(finding.severity) + QLatin1Char(' ') + code + finding.what +
           QLatin1String("  [") + finding.id + QLatin1Char(']');
}

QString findingText(const Finding& finding, bool withEvidence)
{
    QString text = line({}, headOf(finding));
    if (withEvidence) {
        for (const QString& evidence : finding.evidence)
            text += block(QStringLiteral("    · "), evidence);
    }
    if (finding.severity == Severity::Ok)
        return text;
    text +=
        line(QStringLiteral("    "), DoctorText::tr("What to do (%1):").arg(riskText(finding.fix)));
    int number = 0;
    for (const QString& step : finding.steps)
        text +=
            line(QStringLiteral("    "), QString::number(++number) + QLatin1String(". ") + step);
    if (!finding.statements.empty()) {
        text += line(QStringLiteral("    "), DoctorText::tr("What --fix would execute:"));
        text += statementsText(finding.statements);
    }
    return text + QLatin1Char('\n');
}

QString repairText(const doctor::PastRepair& repair)
{
    QString text = line({}, localTimeText(repair.at) + QLatin1String("  [") + repair.check +
                                QLatin1String("] ") + repair.what);
    text += line(QStringLiteral("    "), repair.statements.empty()
                                             ? DoctorText::tr("Nothing needed to be executed.")
                                             : DoctorText::tr("Executed:"));
    text += statementsText(repair.statements);
    if (!repair.error.isEmpty())
        text +=
            line(QStringLiteral("    "), DoctorText::tr("Then it failed: %1").arg(repair.error));
    return text + QLatin1Char('\n');
}

QString findingsText(const doctor::DoctorReport& report, Severity severity, bool withEvidence)
{
    QString text;
    for (const Finding& finding : report.findings) {
        if (finding.severity == severity)
            text += findingText(finding, withEvidence);
    }
    return text;
}

QString sentenceOf(const doctor::DoctorReport& report)
{
    if (report.interrupted)
        return DoctorText::tr("Interrupted: not everything was looked at.");
    if (report.isHealthy())
        return DoctorText::tr("All is well: %1 things were looked at (--verbose lists them).")
            .arg(report.findings.size());
    return DoctorText::tr("Problems: %1 · warnings: %2 · in order: %3 (--verbose lists them)")
        .arg(report.count(Severity::Problem))
        .arg(report.count(Severity::Warn))
        .arg(report.count(Severity::Ok));
}

QJsonObject findingToJson(const Finding& finding)
{
    return {{QStringLiteral("id"), finding.id},
            {QStringLiteral("severity"), doctor::toText(finding.severity)},
            {QStringLiteral("code"),
             finding.code ? QJsonValue(errorCodeText(*finding.code)) : QJsonValue()},
            {QStringLiteral("what"), finding.what},
            {QStringLiteral("evidence"), QJsonArray::fromStringList(finding.evidence)},
            {QStringLiteral("steps"), QJsonArray::fromStringList(finding.steps)},
            {QStringLiteral("fix"), doctor::toText(finding.fix)},
            {QStringLiteral("statements"), doctor::toJson(finding.statements)}};
}

} // namespace

QString reportText(const doctor::DoctorReport& report, bool verbose)
{
    QString text;
    for (const doctor::Repair& repair : report.repairs)
        text += repairText(doctor::pastRepair(repair, operatorName()));
    text += findingsText(report, Severity::Problem, true);
    text += findingsText(report, Severity::Warn, true);
    if (verbose)
        text += findingsText(report, Severity::Ok, true);
    if (!report.notExamined.isEmpty())
        text += line({}, DoctorText::tr("Not looked at, because of what is wrong above: %1")
                             .arg(report.notExamined.join(QLatin1String(", "))));
    return text + line({}, sentenceOf(report));
}

QJsonObject reportToJson(const doctor::DoctorReport& report)
{
    QJsonArray findings;
    for (const Finding& finding : report.findings)
        findings.append(findingToJson(finding));
    QJsonArray repairs;
    for (const doctor::Repair& repair : report.repairs)
        repairs.append(doctor::toJson(doctor::pastRepair(repair, operatorName())));
    const auto counted = [&report](Severity severity) { return report.count(severity); };
    return {{QStringLiteral("ok"), report.isHealthy()},
            {QStringLiteral("checked_at"), timeToJson(report.at)},
            {QStringLiteral("interrupted"), report.interrupted},
            {QStringLiteral("summary"),
             QJsonObject{{QStringLiteral("ok"), counted(Severity::Ok)},
                         {QStringLiteral("warn"), counted(Severity::Warn)},
                         {QStringLiteral("problem"), counted(Severity::Problem)}}},
            {QStringLiteral("findings"), findings},
            {QStringLiteral("not_examined"), QJsonArray::fromStringList(report.notExamined)},
            {QStringLiteral("repairs"), repairs}};
}

QString explanationText(const Error& error)
{
    return line({}, errorCodeText(error.code) + QLatin1String(": ") + error.message()) +
           line({}, DoctorText::tr("What to do: %1").arg(error.hint()));
}

QString historyText(const std::vector<doctor::PastRepair>& repairs)
{
    QString text;
    for (const doctor::PastRepair& repair : repairs)
        text += repairText(repair);
    return text.isEmpty() ? line({}, DoctorText::tr("Nothing was repaired yet.")) : text;
}

QJsonArray historyToJson(const std::vector<doctor::PastRepair>& repairs)
{
    QJsonArray array;
    for (const doctor::PastRepair& repair : repairs)
        array.append(doctor::toJson(repair));
    return array;
}

} // namespace causeway::ctl
