// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/report_file.h"

#include "models/outcome_model.h"
#include "models/words.h"
#include "ui/pages/sync/report_words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <functional>

namespace causeway {
namespace {

using Escape = std::function<QString(const QString&)>;

QString say(const char* text)
{
    return QCoreApplication::translate("ReportFile", text);
}

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

QString title()
{
    return say(QT_TRANSLATE_NOOP("ReportFile", "Causeway: report of a sync"));
}

QStringList facts(const SyncReport& report)
{
    QStringList lines{
        report_words::outcome(report), report_words::waiting(report),
        report_words::verification(report),
        say(QT_TRANSLATE_NOOP("ReportFile", "Run %1, started %2, took %3."))
            .arg(report.runId, words::moment(report.startedAt), words::duration(report.duration))};
    lines << report.warnings;
    lines.removeAll(QString());
    return lines;
}

QStringList errors(const SyncReport& report)
{
    QStringList lines;
    const auto add = [&lines](const QString& subject, const Error& error) {
        const QString code = errorCodeText(error.code);
        lines << words::sentences({(subject.isEmpty() ? code : code % u" · " % subject) % u':',
                                   error.message(), error.hint()});
    };
    if (report.error)
        add({}, *report.error);
    for (const TableOutcome& table : report.tables) {
        if (table.error)
            add(table.table, *table.error);
    }
    return lines;
}

/// Every cell of the table of outcomes, as the page shows them; the first line is the heading.
std::vector<QStringList> outcomes(const SyncReport& report)
{
    OutcomeModel model;
    model.setReport(report);
    std::vector<QStringList> lines(1);
    for (int column = 0; column < model.columnCount(); ++column)
        lines.front() << model.headerData(column, Qt::Horizontal).toString();
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        lines.push_back(cells);
    }
    return lines;
}

QString row(const QStringList& cells, const QString& before, const QString& between,
            const QString& after, const Escape& escape)
{
    QStringList safe;
    for (const QString& cell : cells)
        safe << escape(cell);
    return before % safe.join(between) % after;
}

QString asMarkdown(const SyncReport& report)
{
    QString text = QStringLiteral("# ") % title() % QStringLiteral("\n\n");
    for (const QString& line : facts(report))
        text += markdown(line) % QStringLiteral("\n\n");
    const std::vector<QStringList> lines = outcomes(report);
    const QString bar = QStringLiteral(" | ");
    const QString end = QStringLiteral(" |\n");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text += row(lines[i], QStringLiteral("| "), bar, end, markdown);
        if (i == 0)
            text += row(QStringList(lines[i].size(), QStringLiteral("---")), QStringLiteral("| "),
                        bar, end, [](const QString& cell) { return cell; });
    }
    for (const QString& line : errors(report))
        text += QStringLiteral("\n- ") % markdown(line);
    return text % u'\n';
}

QString asHtml(const SyncReport& report)
{
    QString text =
        QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>"
                       "<style>body{font-family:sans-serif;margin:2em;max-width:70em}"
                       "table{border-collapse:collapse}th,td{border:1px solid #c5ccd6;"
                       "padding:.3em .7em;text-align:left}th{background:#f1f3f6}"
                       ".error{color:#a61b1b}</style></head>\n<body><h1>%1</h1>\n")
            .arg(html(title()));
    for (const QString& line : facts(report))
        text += QStringLiteral("<p>") % html(line) % QStringLiteral("</p>\n");
    const std::vector<QStringList> lines = outcomes(report);
    text += QStringLiteral("<table>\n");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const QString tag = i == 0 ? QStringLiteral("th") : QStringLiteral("td");
        text +=
            row(lines[i], QStringLiteral("<tr><%1>").arg(tag), QStringLiteral("</%1><%1>").arg(tag),
                QStringLiteral("</%1></tr>\n").arg(tag), html);
    }
    text += QStringLiteral("</table>\n");
    for (const QString& line : errors(report))
        text += QStringLiteral("<p class=\"error\">") % html(line) % QStringLiteral("</p>\n");
    return text % QStringLiteral("</body></html>\n");
}

} // namespace

ReportFormat formatOf(const QString& path)
{
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return ReportFormat::Json;
    return path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive) ? ReportFormat::Markdown
                                                                    : ReportFormat::Html;
}

QByteArray reportAs(const SyncReport& report, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Json:
        return QJsonDocument(toJson(report)).toJson();
    case ReportFormat::Markdown:
        return asMarkdown(report).toUtf8();
    default:
        return asHtml(report).toUtf8();
    }
}

Status saveReport(const SyncReport& report, const QString& path)
{
    QSaveFile file(path);
    const QByteArray bytes = reportAs(report, formatOf(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return makeError(ErrorCode::SysInternal, path, file.errorString());
    return okStatus();
}

} // namespace causeway
