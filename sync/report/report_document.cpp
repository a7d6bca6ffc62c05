// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/report_document.h"

#include <QLocale>
#include <QSaveFile>

#include <functional>

namespace causeway {
namespace {

using Escape = std::function<QString(const QString&)>;

/// Characters that Markdown or the HTML within it would take for its own.
QString markdown(const QString& text)
{
    QString safe;
    for (const QChar c : text) {
        if (QStringLiteral("\\`*_{}[]<>()#|~!&").contains(c))
            safe += u'\\';
        safe += c == u'\n' ? QChar(u' ') : c;
    }
    return safe;
}

QString html(const QString& text)
{
    return text.toHtmlEscaped();
}

const char* const kStyle =
    "body{font-family:sans-serif;margin:2em auto;max-width:70em;padding:0 1em;color:#1d2733;"
    "background:#fff;line-height:1.45}h2{margin-top:1.6em}"
    "table{border-collapse:collapse;margin:.6em 0}th,td{border:1px solid #c5ccd6;"
    "padding:.3em .7em;text-align:left;vertical-align:top}th{background:#f1f3f6}"
    ".error,tr.bad td:first-child{color:#a61b1b}tr.good td:first-child{color:#17663a}"
    "tr.muted td{color:#5b6673}figure{margin:1em 0}figcaption{font-weight:bold;margin-bottom:.3em}"
    "svg{max-width:100%;height:auto}svg text{font-size:13px;fill:currentColor}"
    "rect.good{fill:#2e8b57}rect.bad{fill:#c0392b}rect.muted{fill:#9aa5b1}rect.neutral{fill:#"
    "3b6fb0}"
    "line.limit{stroke:#a61b1b;stroke-width:2;stroke-dasharray:4 3}"
    "@media (prefers-color-scheme:dark){body{color:#e3e8ee;background:#1b2027}"
    "th{background:#2a313b}th,td{border-color:#46505d}.error,tr.bad td:first-child{color:#ff8a80}"
    "tr.good td:first-child{color:#7bd8a0}tr.muted td{color:#a3adb9}}";

QString row(const QStringList& cells, const QString& before, const QString& between,
            const QString& after, const Escape& escape)
{
    QStringList safe;
    for (const QString& cell : cells)
        safe << escape(cell);
    return before + safe.join(between) + after;
}

QString rowClass(const ReportTable& table, std::size_t index)
{
    if (index >= table.tones.size())
        return {};
    switch (table.tones[index]) {
    case ReportTone::Good:
        return QStringLiteral(" class=\"good\"");
    case ReportTone::Bad:
        return QStringLiteral(" class=\"bad\"");
    case ReportTone::Muted:
        return QStringLiteral(" class=\"muted\"");
    case ReportTone::Neutral:
        break;
    }
    return {};
}

QString htmlTable(const ReportTable& table)
{
    const QString end = QStringLiteral("</td></tr>\n");
    QString text = QStringLiteral("<table>\n") + row(table.heading, QStringLiteral("<tr><th>"),
                                                     QStringLiteral("</th><th>"),
                                                     QStringLiteral("</th></tr>\n"), html);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        text += row(table.rows[i], QStringLiteral("<tr%1><td>").arg(rowClass(table, i)),
                    QStringLiteral("</td><td>"), end, html);
    }
    return text + QStringLiteral("</table>\n");
}

QString markdownTable(const ReportTable& table)
{
    const QString begin = QStringLiteral("| ");
    const QString bar = QStringLiteral(" | ");
    const QString end = QStringLiteral(" |\n");
    QString text = row(table.heading, begin, bar, end, markdown);
    text += row(QStringList(table.heading.size(), QStringLiteral("---")), begin, bar, end,
                [](const QString& cell) { return cell; });
    for (const QStringList& cells : table.rows)
        text += row(cells, begin, bar, end, markdown);
    return text;
}

QString element(const char* tag, const QString& text)
{
    return QStringLiteral("<%1>%2</%1>\n").arg(QLatin1String(tag), html(text));
}

} // namespace

ReportFormat reportFormatOf(const QString& path)
{
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return ReportFormat::Json;
    return path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive) ? ReportFormat::Markdown
                                                                    : ReportFormat::Html;
}

QString reportSuffix(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Json:
        return QStringLiteral("json");
    case ReportFormat::Markdown:
        return QStringLiteral("md");
    case ReportFormat::Html:
        break;
    }
    return QStringLiteral("html");
}

Status writeReport(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return makeError(ErrorCode::SysInternal, path, file.errorString());
    return okStatus();
}

ReportDocument::ReportDocument(QString title)
    : m_title(std::move(title))
{
}

void ReportDocument::addHeading(const QString& text)
{
    m_blocks.push_back({Kind::Heading, text, {}, {}});
}

void ReportDocument::addParagraph(const QString& text)
{
    m_blocks.push_back({Kind::Paragraph, text, {}, {}});
}

void ReportDocument::addError(const QString& text)
{
    m_blocks.push_back({Kind::Error, text, {}, {}});
}

void ReportDocument::addTable(ReportTable table)
{
    m_blocks.push_back({Kind::Table, {}, std::move(table), {}});
}

void ReportDocument::addChart(ReportChart chart)
{
    m_blocks.push_back({Kind::Chart, {}, {}, std::move(chart)});
}

QString ReportDocument::htmlOf(const Block& block)
{
    switch (block.kind) {
    case Kind::Heading:
        return element("h2", block.text);
    case Kind::Paragraph:
        return element("p", block.text);
    case Kind::Error:
        return QStringLiteral("<p class=\"error\">") + html(block.text) + QStringLiteral("</p>\n");
    case Kind::Table:
        return htmlTable(block.table);
    case Kind::Chart:
        return QStringLiteral("<figure><figcaption>%1</figcaption>%2</figure>\n")
            .arg(html(block.chart.title), chartAsSvg(block.chart));
    }
    return {};
}

QString ReportDocument::markdownOf(const Block& block)
{
    switch (block.kind) {
    case Kind::Heading:
        return QStringLiteral("\n\n## ") + markdown(block.text) + QStringLiteral("\n\n");
    case Kind::Paragraph:
        return markdown(block.text) + QStringLiteral("\n\n");
    case Kind::Error:
        return QStringLiteral("\n- ") + markdown(block.text);
    case Kind::Table:
        return markdownTable(block.table);
    case Kind::Chart:
        break;
    }
    return {};
}

QByteArray ReportDocument::toHtml() const
{
    QString text = QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + QLocale().bcp47Name() +
                   QStringLiteral("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                                  "content=\"width=device-width\">") +
                   element("title", m_title) + QStringLiteral("<style>") + QLatin1String(kStyle) +
                   QStringLiteral("</style></head>\n<body>") + element("h1", m_title);
    for (const Block& block : m_blocks)
        text += htmlOf(block);
    return (text + QStringLiteral("</body></html>\n")).toUtf8();
}

QByteArray ReportDocument::toMarkdown() const
{
    QString text = QStringLiteral("# ") + markdown(m_title) + QStringLiteral("\n\n");
    for (const Block& block : m_blocks)
        text += markdownOf(block);
    return (text + u'\n').toUtf8();
}

} // namespace causeway
