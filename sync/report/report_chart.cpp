// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/report_chart.h"

#include <algorithm>

namespace causeway {
namespace {

// Units of the drawing; the page scales it.
constexpr int kWidth = 760;
constexpr int kLabelWidth = 310;
constexpr int kTextWidth = 110;
constexpr int kBarHeight = 16;
constexpr int kLine = 26;
constexpr int kTop = 8;

constexpr double kPlotWidth = kWidth - kLabelWidth - kTextWidth;

QString toneClass(ReportTone tone)
{
    switch (tone) {
    case ReportTone::Good:
        return QStringLiteral("good");
    case ReportTone::Bad:
        return QStringLiteral("bad");
    case ReportTone::Muted:
        return QStringLiteral("muted");
    case ReportTone::Neutral:
        break;
    }
    return QStringLiteral("neutral");
}

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString textAt(double x, double y, const QString& anchor, const QString& text)
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>")
        .arg(number(x), number(y), anchor, text.toHtmlEscaped());
}

QString rect(double x, double y, double width, const ReportBar& bar)
{
    return QStringLiteral("<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\">"
                          "<title>%6</title></rect>")
        .arg(toneClass(bar.tone), number(x), number(y), number(width))
        .arg(kBarHeight)
        .arg(QString(bar.label + QStringLiteral(": ") + bar.text).toHtmlEscaped());
}

QString framed(const ReportChart& chart, int height, const QString& content)
{
    return QStringLiteral("<svg role=\"img\" aria-label=\"%1\" viewBox=\"0 0 %2 %3\" "
                          "xmlns=\"http://www.w3.org/2000/svg\">%4</svg>")
        .arg(chart.title.toHtmlEscaped())
        .arg(kWidth)
        .arg(height)
        .arg(content);
}

QString shares(const ReportChart& chart)
{
    double whole = 0;
    for (const ReportBar& bar : chart.bars)
        whole += bar.value;
    QString content;
    double x = 0;
    double legend = 0;
    for (const ReportBar& bar : chart.bars) {
        const double width = whole > 0 ? bar.value / whole * kWidth : 0;
        if (width > 0)
            content += rect(x, kTop, width, bar);
        x += width;
        content += QStringLiteral("<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"10\" "
                                  "height=\"10\"/>")
                       .arg(toneClass(bar.tone), number(legend), number(kTop + kBarHeight + 12));
        content += textAt(legend + 16, kTop + kBarHeight + 21, QStringLiteral("start"),
                          bar.label + QStringLiteral(": ") + bar.text);
        legend += 160;
    }
    return framed(chart, kTop + kBarHeight + 32, content);
}

double longest(const ReportChart& chart)
{
    double most = 0;
    for (const ReportBar& bar : chart.bars)
        most = std::max({most, bar.value, bar.limit.value_or(0)});
    return most;
}

QString limitMark(double x, double y)
{
    return QStringLiteral("<line class=\"limit\" x1=\"%1\" y1=\"%2\" x2=\"%1\" y2=\"%3\"/>")
        .arg(number(x), number(y - 3), number(y + kBarHeight + 3));
}

QString bars(const ReportChart& chart)
{
    const double most = longest(chart);
    QString content;
    double y = kTop;
    for (const ReportBar& bar : chart.bars) {
        const double width = most > 0 ? bar.value / most * kPlotWidth : 0;
        content += textAt(kLabelWidth - 8, y + kBarHeight - 3, QStringLiteral("end"), bar.label);
        content += rect(kLabelWidth, y, std::max(width, 1.0), bar);
        if (bar.limit && most > 0)
            content += limitMark(kLabelWidth + *bar.limit / most * kPlotWidth, y);
        content += textAt(kLabelWidth + std::max(width, 1.0) + 6, y + kBarHeight - 3,
                          QStringLiteral("start"), bar.text);
        y += kLine;
    }
    return framed(chart, static_cast<int>(y) + 4, content);
}

} // namespace

QString chartAsSvg(const ReportChart& chart)
{
    return chart.isShare ? shares(chart) : bars(chart);
}

} // namespace causeway
