// SPDX-License-Identifier: GPL-3.0-or-later
// Reports: what is in the texts cannot break them, and the charts show what the numbers say.
#include "sync/report/report_document.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace causeway;

namespace {

/// Width of each bar by its label, as drawn.
QMap<QString, double> barWidths(const QString& svg)
{
    QMap<QString, double> widths;
    QXmlStreamReader xml(svg);
    double width = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"rect")
            width = xml.attributes().value(QLatin1String("width")).toDouble();
        if (xml.isStartElement() && xml.name() == u"title")
            widths[xml.readElementText().section(QLatin1Char(':'), 0, 0)] = width;
    }
    if (xml.hasError())
        qWarning("not well formed: %s", qPrintable(xml.errorString()));
    return xml.hasError() ? QMap<QString, double>() : widths;
}

ReportBar bar(const char* label, double value)
{
    return {QString::fromUtf8(label), value, QString::number(value), ReportTone::Good, {}};
}

} // namespace

class TestReportDocument final : public QObject {
    Q_OBJECT
private slots:
    void barsAreAsLongAsTheirNumbers();
    void sharesFillTheWhole();
    void nothingToShow();
    void textsAreEscaped();
    void formats();
};

void TestReportDocument::barsAreAsLongAsTheirNumbers()
{
    ReportChart chart;
    chart.title = QStringLiteral("a <chart> \"of\" & bars");
    chart.bars = {bar("one", 1), bar("four & <more>", 4), bar("two", 2)};
    chart.bars[0].limit = 3;
    const QString svg = chartAsSvg(chart);
    const auto widths = barWidths(svg);
    QCOMPARE(widths.size(), 3);
    const double unit = widths[QStringLiteral("one")];
    QVERIFY(unit > 10);
    QVERIFY(qAbs(widths[QStringLiteral("four & <more>")] - 4 * unit) < 0.5);
    QVERIFY(qAbs(widths[QStringLiteral("two")] - 2 * unit) < 0.5);
    QCOMPARE(svg.count(QStringLiteral("class=\"limit\"")), 1);
}

void TestReportDocument::sharesFillTheWhole()
{
    ReportChart chart;
    chart.isShare = true;
    chart.bars = {bar("passed", 9), bar("failed", 3), bar("skipped", 0)};
    const auto widths = barWidths(chartAsSvg(chart));
    QCOMPARE(widths.size(), 2);
    QCOMPARE(widths[QStringLiteral("passed")], 3 * widths[QStringLiteral("failed")]);
    QCOMPARE(widths[QStringLiteral("passed")] + widths[QStringLiteral("failed")], 760.0);
}

void TestReportDocument::nothingToShow()
{
    ReportChart chart;
    for (const bool isShare : {true, false}) {
        chart.isShare = isShare;
        chart.bars = {bar("none", 0)};
        QVERIFY(!chartAsSvg(chart).contains(QStringLiteral("nan")));
    }
}

void TestReportDocument::textsAreEscaped()
{
    const QString bad = QStringLiteral("<script>alert(1)</script> | **b** `c`");
    ReportDocument document(bad);
    document.addHeading(bad);
    document.addParagraph(bad);
    document.addError(bad + QStringLiteral("\n# no heading"));
    document.addTable({{bad}, {{bad}}, {ReportTone::Bad}});
    const QByteArray html = document.toHtml();
    QVERIFY(!html.contains("<script"));
    QVERIFY(html.contains("<tr class=\"bad\"><td>&lt;script&gt;"));
    const QByteArray markdown = document.toMarkdown();
    QCOMPARE(markdown.count("\\<script"), markdown.count("<script"));
    QVERIFY(!markdown.contains("**b**"));
    QVERIFY(!markdown.contains("\n# no heading"));
    QVERIFY2(markdown.contains("| --- |\n| \\<script\\>"), markdown.constData());
}

void TestReportDocument::formats()
{
    QCOMPARE(reportFormatOf(QStringLiteral("a.JSON")), ReportFormat::Json);
    QCOMPARE(reportFormatOf(QStringLiteral("a.md")), ReportFormat::Markdown);
    QCOMPARE(reportFormatOf(QStringLiteral("a.html")), ReportFormat::Html);
    for (const ReportFormat format :
         {ReportFormat::Html, ReportFormat::Markdown, ReportFormat::Json})
        QCOMPARE(reportFormatOf(u"a." + reportSuffix(format)), format);
}

QTEST_APPLESS_MAIN(TestReportDocument)
#include "tst_report_document.moc"
