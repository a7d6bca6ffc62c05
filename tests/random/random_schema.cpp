// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/random/random_schema.h"

#include "sync/dialect/quote.h"

#include <algorithm>

namespace causeway::test {
namespace {

using Kind = RandomColumn::Kind;

struct TypeChoice {
    Kind kind;
    const char* declaration;
};

const std::vector<TypeChoice>& typeChoices()
{
    static const std::vector<TypeChoice> choices{
        {Kind::TinyInt, "TINYINT"},
        {Kind::BigInt, "BIGINT UNSIGNED"},
        {Kind::Decimal, "DECIMAL(24,6)"},
        {Kind::Double, "DOUBLE"},
        {Kind::Float, "FLOAT"},
        {Kind::VarChar, "VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci"},
        {Kind::VarChar, "VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"},
        {Kind::VarChar, "VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"},
        {Kind::Latin, "VARCHAR(40) CHARACTER SET latin1 COLLATE latin1_swedish_ci"},
        {Kind::Char, "CHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci"},
        {Kind::Text, "TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci"},
        {Kind::Blob, "BLOB"},
        {Kind::VarBinary, "VARBINARY(30)"},
        {Kind::Date, "DATE"},
        {Kind::DateTime, "DATETIME(6)"},
        {Kind::Timestamp, "TIMESTAMP(3)"},
        {Kind::Time, "TIME(3)"},
        {Kind::Year, "YEAR"},
        {Kind::Enum, "ENUM('','a','B','雪','it''s') CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"},
        {Kind::Set, "SET('x','y','z','long name') CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"},
        {Kind::Bit, "BIT(12)"},
        {Kind::Json, "JSON"},
    };
    return choices;
}

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

QByteArray randomWord(Dice& dice, int most)
{
    static const std::vector<QByteArray> kPieces{"a",  "B",  "ß",  "雪", "😀",    " ", "'",    "\\",
                                                 "\n", "\t", "é",  "%",  "_",    "0", "NULL", "`",
                                                 "\"", ";",  "--", "Ω",  "\r\n", "|", ",",    "z"};
    QByteArray word;
    for (int i = dice.below(most); i > 0; --i)
        word += dice.pick(kPieces);
    return word;
}

QByteArray randomBytes(Dice& dice, int most)
{
    QByteArray bytes;
    for (int i = dice.below(most + 1); i > 0; --i)
        bytes += static_cast<char>(dice.percent(30) ? 0 : dice.below(256));
    return quoteBytes(bytes);
}

QByteArray padded(int value, int width)
{
    return QByteArray::number(value).rightJustified(width, '0');
}

QByteArray randomDate(Dice& dice)
{
    return padded(dice.between(1, 9999), 4) + '-' + padded(dice.between(1, 12), 2) + '-' +
           padded(dice.between(1, 28), 2);
}

QByteArray randomClock(Dice& dice, int digits)
{
    static const int kPower[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    return padded(dice.below(24), 2) + ':' + padded(dice.below(60), 2) + ':' +
           padded(dice.below(60), 2) + '.' + padded(dice.below(kPower[digits]), digits);
}

/// Members in the order and spelling in which MySQL prints them: MariaDB keeps the text as it is.
QByteArray randomJson(Dice& dice)
{
    static const std::vector<QByteArray> kValues{
        "1", "-7", "true", "null", "\"text 雪\"", "[1, 2, {}]", "\"it's\"", "{\"k\": []}"};
    return "'{\"a\": " + QByteArray(dice.pick(kValues)).replace('\'', "''") +
           ", \"bb\": " + QByteArray(dice.pick(kValues)).replace('\'', "''") + "}'";
}

QByteArray randomText(Kind kind, Dice& dice)
{
    switch (kind) {
    case Kind::Latin:
        return quoteText(
            QByteArray(dice.pick({"", "caf\xc3\xa9", "x ", " x", "\xc2\xbd", "O'Hara"})) +
            number(dice.below(9)));
    case Kind::Char: // a CHAR keeps no blanks at its end
        return quoteText(QByteArray(dice.pick({"", "a", "雪雪", "é", "\\"})) +
                         number(dice.below(9)));
    case Kind::VarChar:
        return quoteText(randomWord(dice, 12));
    default:
        return quoteText(randomWord(dice, 40));
    }
}

QByteArray randomNumber(Kind kind, Dice& dice)
{
    switch (kind) {
    case Kind::TinyInt:
        return number(dice.between(-128, 127));
    case Kind::BigInt:
        return dice.percent(10) ? QByteArray("18446744073709551615")
                                : QByteArray::number(dice.bits() >> dice.below(64));
    case Kind::Decimal:
        return number(dice.between(-1'000'000'000, 1'000'000'000)) +
               padded(dice.below(100'000'000), 8) + '.' + padded(dice.below(1'000'000), 6);
    case Kind::Bit:
        return number(dice.below(4096));
    case Kind::Year:
        return dice.percent(10) ? QByteArray("0") : number(dice.between(1901, 2155));
    default: // FLOAT and DOUBLE: values that a FLOAT holds exactly
        return QByteArray::number(dice.between(-40'000, 40'000) / 8.0);
    }
}

QByteArray randomMoment(Kind kind, Dice& dice)
{
    switch (kind) {
    case Kind::Date:
        return '\'' + randomDate(dice) + '\'';
    case Kind::DateTime:
        return '\'' + randomDate(dice) + ' ' + randomClock(dice, 6) + '\'';
    case Kind::Timestamp:
        return "'" + padded(dice.between(1971, 2037), 4) + '-' + padded(dice.between(1, 12), 2) +
               '-' + padded(dice.between(1, 28), 2) + ' ' + randomClock(dice, 3) + '\'';
    default:
        return '\'' + dice.pick({QByteArray("-"), QByteArray()}) + number(dice.below(838)) + ':' +
               padded(dice.below(60), 2) + ':' + padded(dice.below(60), 2) + '.' +
               padded(dice.below(1000), 3) + '\'';
    }
}

RandomColumn keyColumn(const QByteArray& name, const QByteArray& declaration, Kind kind)
{
    return {name, declaration + " NOT NULL", kind, false};
}

void addKey(RandomTable& table)
{
    using Key = RandomTable::Key;
    switch (table.key) {
    case Key::Int:
        table.columns.push_back(keyColumn("id", "INT", Kind::TinyInt));
        break;
    case Key::BigInt:
        table.columns.push_back(keyColumn("id", "BIGINT UNSIGNED", Kind::BigInt));
        break;
    case Key::Composite:
        table.columns.push_back(keyColumn("a", "SMALLINT", Kind::TinyInt));
        table.columns.push_back(keyColumn(
            "b", "VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci", Kind::VarChar));
        break;
    case Key::TextNoCase:
        table.columns.push_back(keyColumn(
            "id", "VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci", Kind::VarChar));
        break;
    case Key::TextBinary:
        table.columns.push_back(keyColumn(
            "id", "VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", Kind::VarChar));
        break;
    case Key::Date:
        table.columns.push_back(keyColumn("id", "DATE", Kind::Date));
        break;
    }
    table.columns.push_back(
        keyColumn("tok", "VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin", Kind::VarChar));
}

void addForeignKeys(RandomTable& table, RandomSchema& before, Dice& dice)
{
    std::vector<std::size_t> parents;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i].keyColumns() == 1)
            parents.push_back(i);
    }
    for (int i = parents.empty() || !dice.percent(65) ? 0 : dice.between(1, 2); i > 0; --i) {
        RandomForeignKey key;
        key.parent = dice.pick(parents);
        key.column = table.columns.size();
        key.onDelete =
            dice.pick({QByteArray("RESTRICT"), QByteArray("CASCADE"), QByteArray("SET NULL")});
        RandomColumn column = before[key.parent].columns.front();
        column.name = "parent_" + number(i);
        column.declaration.replace(" NOT NULL", " NULL");
        column.nullable = true;
        table.columns.push_back(column);
        table.foreignKeys.push_back(key);
        before[key.parent].referenced = true;
    }
}

void addValues(RandomTable& table, Dice& dice)
{
    if (dice.percent(35)) {
        table.unique = table.columns.size();
        table.columns.push_back({"uq", "TINYINT NULL", Kind::TinyInt, true});
    }
    for (int i = dice.between(1, 6); i > 0; --i) {
        const TypeChoice& type = dice.pick(typeChoices());
        const bool nullable = dice.percent(70);
        table.columns.push_back({"c" + number(i),
                                 QByteArray(type.declaration) + (nullable ? " NULL" : " NOT NULL"),
                                 type.kind, nullable});
    }
}

} // namespace

QByteArray RandomColumn::randomLiteral(Dice& dice) const
{
    if (nullable && dice.percent(15))
        return "NULL";
    switch (kind) {
    case Kind::VarChar:
    case Kind::Latin:
    case Kind::Char:
    case Kind::Text:
        return randomText(kind, dice);
    case Kind::Blob:
        return randomBytes(dice, 100);
    case Kind::VarBinary:
        return randomBytes(dice, 30);
    case Kind::Date:
    case Kind::DateTime:
    case Kind::Timestamp:
    case Kind::Time:
        return randomMoment(kind, dice);
    case Kind::Enum:
        return quoteText(QByteArray(dice.pick({"", "a", "B", "雪", "it's"})));
    case Kind::Set:
        return quoteText(QByteArray(dice.pick({"", "x", "x,y", "y,z,long name"})));
    case Kind::Json:
        return randomJson(dice);
    default:
        return randomNumber(kind, dice);
    }
}

QByteArray RandomColumn::hex() const
{
    const QByteArray quoted = '`' + name + '`';
    switch (kind) {
    case Kind::Blob:
    case Kind::VarBinary:
        return "HEX(" + quoted + ')';
    case Kind::Bit:
        return "HEX(CAST(" + quoted + "+0 AS CHAR))";
    default:
        return "HEX(CAST(" + quoted + " AS CHAR CHARACTER SET utf8mb4))";
    }
}

bool RandomTable::isForeignKey(std::size_t column) const
{
    return std::any_of(foreignKeys.begin(), foreignKeys.end(),
                       [&](const auto& foreign) { return foreign.column == column; });
}

QByteArrayList RandomTable::keyLiterals(int index) const
{
    static const char* const kWords[] = {"k", "雪", "Key ", "é", "x'"};
    const QByteArray text = QByteArray(kWords[index % 5]) + number(index);
    switch (key) {
    case Key::Int:
        return {number(index * 7 - 30)};
    case Key::BigInt:
        return {QByteArray::number(static_cast<quint64>(index) * 900'000'000'000'000'000ULL)};
    case Key::Composite:
        return {number(index % 4), quoteText(text)};
    case Key::TextNoCase:
        return {quoteText(text)};
    case Key::TextBinary: // 'k3' and 'K3' are two rows here
        return {quoteText(index % 2 == 0 ? "k" + number(index / 2) : "K" + number(index / 2))};
    case Key::Date:
        break;
    }
    return {"'2024-02-" + padded(index % 28 + 1, 2) + '\''};
}

QByteArray RandomTable::keyEquals(int index, const QByteArray& glue) const
{
    const QByteArrayList literals = keyLiterals(index);
    QByteArrayList parts;
    for (std::size_t i = 0; i < keyColumns(); ++i)
        parts << '`' + columns[i].name + "`=" + literals[static_cast<qsizetype>(i)];
    return parts.join(glue);
}

QByteArray RandomTable::createStatement(const std::vector<RandomTable>& all) const
{
    QByteArrayList lines;
    for (const RandomColumn& column : columns)
        lines << '`' + column.name + "` " + column.declaration;
    QByteArrayList keys;
    for (std::size_t i = 0; i < keyColumns(); ++i)
        keys << '`' + columns[i].name + '`';
    lines << "PRIMARY KEY (" + keys.join(',') + ')';
    if (unique)
        lines << "UNIQUE KEY `uk` (`uq`)";
    for (const RandomForeignKey& foreign : foreignKeys)
        lines << "CONSTRAINT `fk_" + name + '_' + columns[foreign.column].name +
                     "` FOREIGN KEY (`" + columns[foreign.column].name + "`) REFERENCES `" +
                     all[foreign.parent].name + "` (`" + all[foreign.parent].columns[0].name +
                     "`) ON DELETE " + foreign.onDelete;
    return "CREATE TABLE `" + name + "` (\n  " + lines.join(",\n  ") + "\n) ENGINE=InnoDB";
}

QByteArray RandomTable::hexColumns() const
{
    QByteArrayList expressions;
    for (const RandomColumn& column : columns)
        expressions << column.hex();
    return expressions.join(", ");
}

RandomSchema randomSchema(Dice& dice)
{
    using Key = RandomTable::Key;
    RandomSchema schema;
    for (int i = dice.between(1, 4); i > 0; --i) {
        RandomTable table;
        table.name = "t" + number(static_cast<qint64>(schema.size()));
        table.key = dice.pick({Key::Int, Key::Int, Key::BigInt, Key::Composite, Key::TextNoCase,
                               Key::TextBinary, Key::Date});
        table.domain = dice.between(6, 20);
        addKey(table);
        addForeignKeys(table, schema, dice);
        addValues(table, dice);
        schema.push_back(table);
    }
    return schema;
}

} // namespace causeway::test
