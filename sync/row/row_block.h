// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/row_view.h"

namespace causeway {

/// Many rows of one table in one piece of memory: nothing is allocated per cell.
/// Thread: like a vector.
class RowBlock final {
public:
    explicit RowBlock(unsigned columns)
        : m_columns(columns)
    {
    }

    /// Copies the first cells of @p row.
    void append(const RowView& row);
    [[nodiscard]] std::size_t size() const { return m_ends.size() / m_columns; }
    /// Of all values together.
    [[nodiscard]] qsizetype bytes() const { return m_bytes.size(); }
    [[nodiscard]] Cells cells(std::size_t row) const;
    /// Valid until the block changes.
    [[nodiscard]] std::optional<QByteArrayView> cell(std::size_t row, unsigned column) const;

private:
    struct End {
        qsizetype at;
        bool isNull;
    };

    unsigned m_columns;
    QByteArray m_bytes;
    std::vector<End> m_ends; ///< of every cell, row after row
};

} // namespace causeway
