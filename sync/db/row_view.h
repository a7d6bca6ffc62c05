// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/row_image.h"

namespace causeway {

/// One row as the client library holds it: valid only inside the callback that got it.
struct RowView {
    const char* const* values = nullptr;
    const unsigned long* lengths = nullptr;
    unsigned count = 0;

    [[nodiscard]] bool isNull(unsigned column) const { return values[column] == nullptr; }
    [[nodiscard]] QByteArrayView bytes(unsigned column) const
    {
        return {values[column], static_cast<qsizetype>(lengths[column])};
    }
    /// An unsigned number; 0 when there is none.
    [[nodiscard]] quint64 number(unsigned column) const
    {
        return isNull(column) ? 0 : bytes(column).toULongLong();
    }
    [[nodiscard]] Cell cell(unsigned column) const
    {
        if (isNull(column))
            return std::nullopt;
        return bytes(column).toByteArray();
    }
    /// Cells [first, first + number).
    [[nodiscard]] Cells cells(unsigned first, unsigned number) const
    {
        Cells result;
        result.reserve(number);
        for (unsigned i = first; i < first + number; ++i)
            result.push_back(cell(i));
        return result;
    }
};

} // namespace causeway
