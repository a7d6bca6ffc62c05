// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/row/row_block.h"

namespace causeway {
namespace {

/// Small rows let the block grow by doubling; for a large one that could take twice its size.
constexpr qsizetype kLargeRow = 1'000'000;

} // namespace

void RowBlock::append(const RowView& row)
{
    qsizetype bytes = 0;
    for (unsigned i = 0; i < m_columns; ++i)
        bytes += row.isNull(i) ? 0 : row.bytes(i).size();
    if (bytes >= kLargeRow)
        m_bytes.reserve(m_bytes.size() + bytes);
    for (unsigned i = 0; i < m_columns; ++i) {
        if (!row.isNull(i))
            m_bytes.append(row.bytes(i));
        m_ends.push_back({m_bytes.size(), row.isNull(i)});
    }
}

std::optional<QByteArrayView> RowBlock::cell(std::size_t row, unsigned column) const
{
    const std::size_t index = row * m_columns + column;
    const qsizetype begin = index == 0 ? 0 : m_ends[index - 1].at;
    if (m_ends[index].isNull)
        return std::nullopt;
    return QByteArrayView(m_bytes).sliced(begin, m_ends[index].at - begin);
}

Cells RowBlock::cells(std::size_t row) const
{
    Cells cells;
    cells.reserve(m_columns);
    for (unsigned column = 0; column < m_columns; ++column) {
        const auto bytes = cell(row, column);
        cells.push_back(bytes ? Cell(bytes->toByteArray()) : std::nullopt);
    }
    return cells;
}

} // namespace causeway
