// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace causeway::ctl {

/// A table of text for a terminal: columns aligned by what people see, not by characters.
class TextTable final {
public:
    enum class Align { Left, Right };

    void addColumn(const QString& title, Align align = Align::Left);
    /// As many cells as there are columns; made safe for a terminal here. Long ones are cut.
    void addRow(const QStringList& cells);
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    /// Title line, rule, rows; every line ends with a line break.
    [[nodiscard]] QString toString() const;

    static constexpr int kMaxCellWidth = 60;

private:
    [[nodiscard]] std::vector<int> widths() const;
    [[nodiscard]] QString line(const QStringList& cells, const std::vector<int>& widths) const;

    QStringList m_titles;
    std::vector<Align> m_aligns;
    std::vector<QStringList> m_rows;
};

} // namespace causeway::ctl
