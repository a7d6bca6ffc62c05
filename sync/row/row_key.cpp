// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/row/row_key.h"

namespace causeway {

KeyBytes encodeKey(const Cells& cells)
{
    if (cells.size() == 1)
        return cells.front().value_or(QByteArray());
    KeyBytes key;
    for (const Cell& cell : cells) {
        const QByteArray bytes = cell.value_or(QByteArray());
        key += QByteArray::number(bytes.size());
        key += ':';
        key += bytes;
    }
    return key;
}

Cells decodeKey(const KeyBytes& key, std::size_t parts)
{
    if (parts == 1)
        return {key};
    Cells cells;
    qsizetype at = 0;
    while (at < key.size()) {
        const qsizetype colon = key.indexOf(':', at);
        const qsizetype length = key.mid(at, colon - at).toLongLong();
        cells.emplace_back(key.mid(colon + 1, length));
        at = colon + 1 + length;
    }
    return cells;
}

} // namespace causeway
