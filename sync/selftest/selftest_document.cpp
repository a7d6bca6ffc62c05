// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/selftest_document.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>

namespace causeway {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("SelfTest", text);
}

ReportTone toneOf(TestStatus status)
{
    switch (status) {
    case TestStatus::Passed:
        return ReportTone::Good;
    case TestStatus::Failed:
        return ReportTone::Bad;
    case TestStatus::Skipped:
        break;
    }
    return ReportTone::Muted;
}

QString seconds(std::chrono::milliseconds duration)
{
    return figureText(static_cast<double>(duration.count()) / 1000.0, QStringLiteral("s"));
}

void addFacts(ReportDocument& document, const SelfTestReport& report)
{
    document.addParagraph(summaryOf(report));
    const QString started =
        QLocale().toString(report.startedAt.toLocalTime(), QLocale::ShortFormat);
    document.addParagraph(
        say(QT_TRANSLATE_NOOP("SelfTest", "Started %1, took %2. Causeway %3."))
            .arg(started, seconds(report.duration), QStringLiteral(CAUSEWAY_VERSION)));
    document.addParagraph(
        say(QT_TRANSLATE_NOOP("SelfTest", "Scratch databases: remote %1, local %2."))
            .arg(report.remote, report.local));
    for (const QString& note : report.notes + report.repairs)
        document.addParagraph(note);
}

ReportChart shares(const SelfTestReport& report)
{
    ReportChart chart;
    chart.title = say(QT_TRANSLATE_NOOP("SelfTest", "Outcome of the cases"));
    chart.isShare = true;
    for (const TestStatus status : {TestStatus::Passed, TestStatus::Failed, TestStatus::Skipped}) {
        const int count = report.count(status);
        chart.bars.push_back({statusWord(status), static_cast<double>(count),
                              QString::number(count), toneOf(status), std::nullopt});
    }
    return chart;
}

ReportChart durations(const SelfTestReport& report)
{
    ReportChart chart;
    chart.title = say(QT_TRANSLATE_NOOP("SelfTest", "Time of each case"));
    for (const CaseReport& one : report.cases) {
        chart.bars.push_back({one.name, static_cast<double>(one.duration.count()) / 1000.0,
                              seconds(one.duration), toneOf(one.status), std::nullopt});
    }
    return chart;
}

/// The figures of one unit, of all cases.
ReportChart figures(const SelfTestReport& report, const QString& unit, const char* title)
{
    ReportChart chart;
    chart.title = say(title);
    for (const CaseReport& one : report.cases) {
        for (const TestFigure& figure : one.figures) {
            if (figure.unit == unit)
                chart.bars.push_back({figure.name + QStringLiteral(" · ") + one.name, figure.value,
                                      figureText(figure.value, unit),
                                      figure.passed() ? ReportTone::Neutral : ReportTone::Bad,
                                      figure.limit});
        }
    }
    return chart;
}

ReportTable caseTable(const SelfTestReport& report)
{
    ReportTable table;
    table.heading = {say(QT_TRANSLATE_NOOP("SelfTest", "Result")),
                     say(QT_TRANSLATE_NOOP("SelfTest", "Group")),
                     say(QT_TRANSLATE_NOOP("SelfTest", "Case")),
                     say(QT_TRANSLATE_NOOP("SelfTest", "What it proves")),
                     say(QT_TRANSLATE_NOOP("SelfTest", "Checks")),
                     say(QT_TRANSLATE_NOOP("SelfTest", "Time"))};
    for (const CaseReport& one : report.cases) {
        table.rows.push_back({statusWord(one.status), toText(one.group), one.name, one.purpose,
                              QString::number(one.checks.size() + one.figures.size()),
                              seconds(one.duration)});
        table.tones.push_back(toneOf(one.status));
    }
    return table;
}

QString limitText(const TestFigure& figure)
{
    if (!figure.limit)
        return {};
    const QString form = figure.bound == TestFigure::Bound::AtMost
                             ? say(QT_TRANSLATE_NOOP("SelfTest", "less than %1"))
                             : say(QT_TRANSLATE_NOOP("SelfTest", "more than %1"));
    return form.arg(figureText(*figure.limit, figure.unit));
}

void addFigures(ReportDocument& document, const SelfTestReport& report)
{
    ReportTable table;
    table.heading = {say(QT_TRANSLATE_NOOP("SelfTest", "Result")),
                     say(QT_TRANSLATE_NOOP("SelfTest", "Case")),
                     say(QT_TRANSLATE_NOOP("SelfTest", "Figure")),
                     say(QT_TRANSLATE_NOOP("SelfTest", "Measured")),
                     say(QT_TRANSLATE_NOOP("SelfTest", "Limit"))};
    for (const CaseReport& one : report.cases) {
        for (const TestFigure& figure : one.figures) {
            const TestStatus status = figure.passed() ? TestStatus::Passed : TestStatus::Failed;
            table.rows.push_back({statusWord(status), one.name, figure.name,
                                  figureText(figure.value, figure.unit), limitText(figure)});
            table.tones.push_back(toneOf(status));
        }
    }
    if (table.rows.empty())
        return;
    document.addHeading(say(QT_TRANSLATE_NOOP("SelfTest", "Figures")));
    document.addTable(std::move(table));
    const std::vector<std::pair<QString, const char*>> charts{
        {QStringLiteral("rows/s"), QT_TRANSLATE_NOOP("SelfTest", "Rows per second (dashed: the "
                                                                 "least wanted)")},
        {QStringLiteral("s"), QT_TRANSLATE_NOOP("SelfTest", "Seconds (dashed: the most allowed)")},
        {QStringLiteral("MB"), QT_TRANSLATE_NOOP("SelfTest", "Memory in MB (dashed: the most "
                                                             "allowed)")}};
    for (const auto& [unit, title] : charts) {
        ReportChart chart = figures(report, unit, title);
        if (!chart.bars.empty())
            document.addChart(std::move(chart));
    }
}

void addFailures(ReportDocument& document, const SelfTestReport& report)
{
    bool isFirst = true;
    for (const CaseReport& one : report.cases) {
        for (const QString& line : failuresOf(one)) {
            if (std::exchange(isFirst, false))
                document.addHeading(
                    say(QT_TRANSLATE_NOOP("SelfTest", "What failed or was skipped")));
            document.addError(one.name + QStringLiteral(": ") + line);
        }
    }
}

void addChecks(ReportDocument& document, const SelfTestReport& report)
{
    document.addHeading(say(QT_TRANSLATE_NOOP("SelfTest", "Everything that was checked")));
    ReportTable table;
    table.heading = {say(QT_TRANSLATE_NOOP("SelfTest", "Result")),
                     say(QT_TRANSLATE_NOOP("SelfTest", "Case")),
                     say(QT_TRANSLATE_NOOP("SelfTest", "Check"))};
    for (const CaseReport& one : report.cases) {
        for (const TestCheck& check : one.checks) {
            const TestStatus status = check.passed ? TestStatus::Passed : TestStatus::Failed;
            table.rows.push_back({statusWord(status), one.name, check.text});
            table.tones.push_back(toneOf(status));
        }
    }
    document.addTable(std::move(table));
}

ReportDocument documentOf(const SelfTestReport& report)
{
    ReportDocument document(say(QT_TRANSLATE_NOOP("SelfTest", "Causeway: report of a self-test")));
    addFacts(document, report);
    document.addChart(shares(report));
    document.addTable(caseTable(report));
    addFailures(document, report);
    document.addChart(durations(report));
    addFigures(document, report);
    addChecks(document, report);
    return document;
}

} // namespace

QString figureText(double value, const QString& unit)
{
    const int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 3;
    const QString number = QLocale().toString(value, 'f', decimals);
    return number + u' ' +
           (unit == QLatin1String("rows/s") ? say(QT_TRANSLATE_NOOP("SelfTest", "rows/s")) : unit);
}

QString statusWord(TestStatus status)
{
    switch (status) {
    case TestStatus::Passed:
        return say(QT_TRANSLATE_NOOP("SelfTest", "✓ passed"));
    case TestStatus::Failed:
        return say(QT_TRANSLATE_NOOP("SelfTest", "✗ failed"));
    case TestStatus::Skipped:
        break;
    }
    return say(QT_TRANSLATE_NOOP("SelfTest", "– skipped"));
}

QString summaryOf(const SelfTestReport& report)
{
    const auto rate = report.successRate();
    const QString counts =
        say(QT_TRANSLATE_NOOP("SelfTest", "Cases: %1. Passed: %2, failed: %3, skipped: %4."))
            .arg(report.cases.size())
            .arg(report.count(TestStatus::Passed))
            .arg(report.count(TestStatus::Failed))
            .arg(report.count(TestStatus::Skipped));
    if (!rate)
        return counts;
    return say(QT_TRANSLATE_NOOP("SelfTest", "%1 Success rate: %2 %."))
        .arg(counts, QLocale().toString(*rate, 'f', 1));
}

QStringList failuresOf(const CaseReport& one)
{
    QStringList lines;
    if (!one.reason.isEmpty())
        lines << one.reason;
    if (one.error) {
        lines << say(QT_TRANSLATE_NOOP("SelfTest", "%1: %2 %3"))
                     .arg(errorCodeText(one.error->code), one.error->message(), one.error->hint());
    }
    for (const TestCheck& check : one.checks) {
        if (!check.passed)
            lines << say(QT_TRANSLATE_NOOP("SelfTest", "Not so: %1. %2"))
                         .arg(check.text, check.detail)
                         .trimmed();
    }
    for (const TestFigure& figure : one.figures) {
        if (!figure.passed())
            lines << say(QT_TRANSLATE_NOOP("SelfTest", "%1: %2 instead of %3."))
                         .arg(figure.name, figureText(figure.value, figure.unit),
                              limitText(figure));
    }
    return lines;
}

QByteArray reportAs(const SelfTestReport& report, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Json:
        return QJsonDocument(toJson(report)).toJson();
    case ReportFormat::Markdown:
        return documentOf(report).toMarkdown();
    case ReportFormat::Html:
        break;
    }
    return documentOf(report).toHtml();
}

Result<QString> saveReport(const SelfTestReport& report, const QString& folder, ReportFormat format)
{
    if (!QDir().mkpath(folder))
        return makeError(ErrorCode::SysPermission, folder);
    QDateTime at = report.startedAt.toLocalTime();
    QString path;
    do {
        path = QDir(folder).filePath(
            QStringLiteral("test_report_%1.%2")
                .arg(at.toString(QStringLiteral("yyyyMMdd_HHmmss")), reportSuffix(format)));
        at = at.addSecs(1);
    } while (QFileInfo::exists(path));
    CAUSEWAY_TRY(writeReport(path, reportAs(report, format)));
    return path;
}

} // namespace causeway
