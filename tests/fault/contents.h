// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/two_sided_fixture.h"

#include <map>
#include <optional>
#include <set>

namespace causeway::test {

/// A row of one of the tables under fire: which table, and the text of its key ("7" or "7|b").
struct RowId {
    QString table;
    QByteArray key;
    auto operator<=>(const RowId& other) const
    {
        const int tables = table.compare(other.table);
        return tables != 0 ? tables <=> 0 : key.compare(other.key) <=> 0;
    }
    bool operator==(const RowId&) const = default;
};

/// A whole row as text, its cells in column order; nullopt: not there.
using RowText = std::optional<QByteArray>;

/// What the two sides hold of one row.
struct RowPair {
    RowText remote;
    RowText local;
    [[nodiscard]] RowText& of(Side side) { return side == Side::Remote ? remote : local; }
    [[nodiscard]] const RowText& of(Side side) const
    {
        return side == Side::Remote ? remote : local;
    }
    [[nodiscard]] bool agree() const { return remote == local; }
    bool operator==(const RowPair&) const = default;
};

/// Everything that both sides hold of the tables under fire.
using Contents = std::map<RowId, RowPair>;

/// A table under fire: its key columns, and all of them.
struct TableUnderFire {
    QString name;
    int keyParts = 1;
};

[[nodiscard]] Contents readContents(TwoSidedFixture& pair,
                                    const std::vector<TableUnderFire>& tables);
[[nodiscard]] QByteArray printed(const RowId& id);
[[nodiscard]] QByteArray printed(const RowPair& rows);

} // namespace causeway::test
