// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/dice.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <optional>
#include <vector>

namespace causeway::test {

/// A column of a random table: how it is declared, how a random value of it is written, and how its
/// exact content is read.
struct RandomColumn {
    enum class Kind {
        TinyInt,
        BigInt,
        Decimal,
        Double,
        Float,
        VarChar,
        Latin,
        Char,
        Text,
        Blob,
        VarBinary,
        Date,
        DateTime,
        Timestamp,
        Time,
        Year,
        Enum,
        Set,
        Bit,
        Json
    };
    QByteArray name;
    QByteArray declaration; ///< type and attributes
    Kind kind = Kind::TinyInt;
    bool nullable = true;

    /// A literal; never one that a server would round, pad or refuse.
    [[nodiscard]] QByteArray randomLiteral(Dice& dice) const;
    /// Expression whose text is the value, byte for byte, in hexadecimal digits.
    [[nodiscard]] QByteArray hex() const;
};

struct RandomForeignKey {
    std::size_t column = 0; ///< of the child
    std::size_t parent = 0; ///< table; its first column is its key
    QByteArray onDelete;    ///< "RESTRICT", "CASCADE", "SET NULL"
};

/// A random table. Its columns are the row key's, then `tok`, then foreign keys, then the rest.
struct RandomTable {
    enum class Key { Int, BigInt, Composite, TextNoCase, TextBinary, Date };

    QByteArray name;
    Key key = Key::Int;
    int domain = 20; ///< keys that users choose from: few, so that they meet
    std::vector<RandomColumn> columns;
    std::vector<RandomForeignKey> foreignKeys;
    std::optional<std::size_t> unique; ///< nullable column with a UNIQUE index
    bool referenced = false;           ///< some foreign key points here

    [[nodiscard]] std::size_t keyColumns() const { return key == Key::Composite ? 2 : 1; }
    [[nodiscard]] std::size_t token() const { return keyColumns(); }
    /// Nothing but this table's own rows decides what becomes of one of them.
    [[nodiscard]] bool standsAlone() const { return foreignKeys.empty() && !referenced && !unique; }
    [[nodiscard]] bool isForeignKey(std::size_t column) const;
    /// Literals of key number @p index.
    [[nodiscard]] QByteArrayList keyLiterals(int index) const;
    /// "`id`=7", for WHERE and, with a comma instead of AND, for SET.
    [[nodiscard]] QByteArray keyEquals(int index, const QByteArray& glue = " AND ") const;
    [[nodiscard]] QByteArray createStatement(const std::vector<RandomTable>& all) const;
    /// "HEX(…), HEX(…)" of all columns in their order.
    [[nodiscard]] QByteArray hexColumns() const;
};

using RandomSchema = std::vector<RandomTable>;

/// One to four tables, parents before their children.
[[nodiscard]] RandomSchema randomSchema(Dice& dice);

} // namespace causeway::test
