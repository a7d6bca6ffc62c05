// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/row/row_block.h"

namespace causeway {

void RowBlock::append(const RowView& row)
{
    for (unsigned i = 0; i < m_columns; ++i) {
        if (!row.isNull(i))
            m_bytes.append(row.bytes(i));
        m_ends.push_back({m_bytes.size(), row.isNull(i)});
    }
}

Cells RowBlock::cells(std::size_t row) const
{
    Cells cells;
    cells.reserve(m_columns);
    const std::size_t first = row * m_columns;
    qsizetype begin = first == 0 ? 0 : m_ends[first - 1].at;
    for (std::size_t i = first; i < first + m_columns; ++i) {
        cells.push_back(m_ends[i].isNull ? Cell() : m_bytes.sliced(begin, m_ends[i].at - begin));
        begin = m_ends[i].at;
    }
    return cells;
}

} // namespace causeway
