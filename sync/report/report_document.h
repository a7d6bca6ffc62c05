// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/report/report_chart.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace causeway {

enum class ReportFormat { Html, Markdown, Json };

/// By the end of the file's name; HTML unless it says otherwise.
[[nodiscard]] ReportFormat reportFormatOf(const QString& path);
/// "html", "md", "json".
[[nodiscard]] QString reportSuffix(ReportFormat format);
/// Writes the report as a whole or not at all: an older file stays until the new one is complete.
[[nodiscard]] Status writeReport(const QString& path, const QByteArray& bytes);

struct ReportTable {
    QStringList heading;
    std::vector<QStringList> rows;
    std::vector<ReportTone> tones; ///< of the rows; may be shorter
};

/// A report that people read, as HTML in one file or as Markdown. Texts are plain: whatever is in
/// them, they are escaped here.
class ReportDocument final {
public:
    explicit ReportDocument(QString title);

    void addHeading(const QString& text);
    void addParagraph(const QString& text);
    /// A line of a list; in HTML a paragraph that stands out.
    void addError(const QString& text);
    void addTable(ReportTable table);
    /// HTML only: Markdown has no pictures, so the numbers must stand in a table as well.
    void addChart(ReportChart chart);

    [[nodiscard]] QByteArray toHtml() const;
    [[nodiscard]] QByteArray toMarkdown() const;

private:
    enum class Kind { Heading, Paragraph, Error, Table, Chart };
    struct Block {
        Kind kind;
        QString text;
        ReportTable table;
        ReportChart chart;
    };
    [[nodiscard]] static QString htmlOf(const Block& block);
    [[nodiscard]] static QString markdownOf(const Block& block);

    QString m_title;
    std::vector<Block> m_blocks;
};

} // namespace causeway
