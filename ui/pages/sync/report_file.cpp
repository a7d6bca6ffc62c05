// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/report_file.h"

#include "models/outcome_model.h"
#include "models/words.h"
#include "ui/pages/sync/report_words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace causeway {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("ReportFile", text);
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

/// Every cell of the table of outcomes, as the page shows them.
ReportTable outcomes(const SyncReport& report)
{
    OutcomeModel model;
    model.setReport(report);
    ReportTable table;
    for (int column = 0; column < model.columnCount(); ++column)
        table.heading << model.headerData(column, Qt::Horizontal).toString();
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        table.rows.push_back(cells);
    }
    return table;
}

ReportDocument documentOf(const SyncReport& report)
{
    ReportDocument document(title());
    for (const QString& line : facts(report))
        document.addParagraph(line);
    document.addTable(outcomes(report));
    for (const QString& line : errors(report))
        document.addError(line);
    return document;
}

} // namespace

QByteArray reportAs(const SyncReport& report, ReportFormat format)
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

Status saveReport(const SyncReport& report, const QString& path)
{
    return writeReport(path, reportAs(report, reportFormatOf(path)));
}

} // namespace causeway
