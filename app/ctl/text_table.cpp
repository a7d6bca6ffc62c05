// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/text_table.h"

#include "app/ctl/display_text.h"

#include <algorithm>

namespace causeway::ctl {
namespace {

QString padding(int width)
{
    return QString(std::max(width, 0), QLatin1Char(' '));
}

QString withoutTrailingBlanks(QString line)
{
    while (line.endsWith(QLatin1Char(' ')))
        line.chop(1);
    return line;
}

} // namespace

void TextTable::addColumn(const QString& title, Align align)
{
    m_titles << title;
    m_aligns.push_back(align);
}

void TextTable::addRow(const QStringList& cells)
{
    QStringList row;
    for (const QString& cell : cells)
        row << elided(oneLine(cell), kMaxCellWidth);
    while (row.size() < m_titles.size())
        row << QString();
    m_rows.push_back(row);
}

std::vector<int> TextTable::widths() const
{
    std::vector<int> result;
    for (qsizetype column = 0; column < m_titles.size(); ++column) {
        int width = displayWidth(m_titles[column]);
        for (const QStringList& row : m_rows)
            width = std::max(width, displayWidth(row[column]));
        result.push_back(width);
    }
    return result;
}

QString TextTable::line(const QStringList& cells, const std::vector<int>& widths) const
{
    QStringList parts;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        const QString& cell = cells[static_cast<qsizetype>(column)];
        const QString gap = padding(widths[column] - displayWidth(cell));
        parts << (m_aligns[column] == Align::Right ? QString(gap + cell) : QString(cell + gap));
    }
    return withoutTrailingBlanks(parts.join(QLatin1String("  "))) + QLatin1Char('\n');
}

QString TextTable::toString() const
{
    const std::vector<int> columns = widths();
    QStringList rule;
    for (const int width : columns)
        rule << QString(width, QChar(0x2500));
    QString result = line(m_titles, columns) + rule.join(QLatin1String("  ")) + QLatin1Char('\n');
    for (const QStringList& row : m_rows)
        result += line(row, columns);
    return result;
}

} // namespace causeway::ctl
