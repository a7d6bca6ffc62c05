// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and keys in their stored forms come back as they were.
#include "sync/row/json_value.h"
#include "sync/row/row_json.h"
#include "sync/row/row_key.h"
#include "tests/fuzz/fuzz_targets.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace causeway::fuzz {
namespace {

Cells cellsOf(const QByteArray& input)
{
    Cells cells;
    for (const QByteArray& piece : pieces(input))
        cells.push_back(piece.isNull() ? Cell() : Cell(piece));
    return cells;
}

QJsonDocument wrapped(const QByteArray& value)
{
    return QJsonDocument::fromJson('[' + value + ']');
}

} // namespace

void conflictRow(const QByteArray& input)
{
    RowImage row;
    for (const Cell& cell : cellsOf(input)) {
        row.columns << QStringLiteral("c%1").arg(row.columns.size());
        row.cells.push_back(cell);
    }
    const QByteArray stored = storeRow(row);
    expectThat(!stored.contains('\n'), "a stored row is one line");
    expectThat(restoreRow(stored) == row, "a stored row comes back");

    // Whatever else stands there: refused, or a row like any other.
    if (const auto restored = restoreRow(input))
        expectThat(restoreRow(storeRow(*restored)) == *restored, "a restored row can be stored");
}

void rowKey(const QByteArray& input)
{
    Cells cells = cellsOf(input);
    std::erase_if(cells, [](const Cell& cell) { return !cell; });
    if (cells.empty())
        return;
    const KeyBytes key = encodeKey(cells);
    expectThat(decodeKey(key, cells.size()) == cells, "a key gives its cells back");
    // A byte that moves from one cell to the next makes another key.
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        if (cells[i]->isEmpty())
            continue;
        Cells other = cells;
        other[i + 1]->prepend(other[i]->back());
        other[i]->chop(1);
        expectThat(encodeKey(other) != key, "different cells make different keys");
    }
}

void jsonValue(const QByteArray& input)
{
    const auto canonical = canonicalJson(input);
    if (!canonical)
        return;
    expectThat(canonicalJson(*canonical) == canonical, "the canonical form is its own");
    expectThat(canonicalJson(" \n" + input + "\t ") == canonical, "blanks around mean nothing");
    const bool hasNumbers =
        std::any_of(input.begin(), input.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!hasNumbers && !wrapped(input).isNull())
        expectThat(wrapped(input) == wrapped(*canonical), "the canonical form means the same");
}

} // namespace causeway::fuzz
