// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace causeway {

/// One column value as it travels: nullopt is NULL; else the server's text (UTF-8) or, for binary
/// types, the raw bytes. Never a double, never a QDateTime.
using Cell = std::optional<QByteArray>;

/// The cells of one row, in the order of its table's plan.
using Cells = std::vector<Cell>;

/// A row with its column names, as people see it: in conflicts, previews and JSON.
/// Invariant: columns.size() == cells.size().
struct RowImage {
    QStringList columns;
    Cells cells;
    bool operator==(const RowImage&) const = default;

    /// By name, whatever its case: the other side may write it differently.
    [[nodiscard]] const Cell* find(const QString& column) const
    {
        for (qsizetype index = 0; index < columns.size(); ++index) {
            if (columns[index].compare(column, Qt::CaseInsensitive) == 0)
                return &cells[static_cast<std::size_t>(index)];
        }
        return nullptr;
    }
};

} // namespace causeway
