// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

/// @file How a server reads what we write, from its manual; shares no code with the writers.

namespace causeway::fuzz {

/// The text of a 'literal' (without NO_BACKSLASH_ESCAPES); nullopt unless it is exactly one.
[[nodiscard]] inline std::optional<QByteArray> literalMeaning(const QByteArray& sql)
{
    if (sql.size() < 2 || sql.front() != '\'')
        return std::nullopt;
    QByteArray text;
    for (qsizetype at = 1; at < sql.size(); ++at) {
        const char c = sql[at];
        if (c == '\'' && at + 1 == sql.size())
            return text;
        if (c == '\'' && sql[++at] != '\'')
            return std::nullopt; // ended too early
        if (c != '\\') {
            text += c;
            continue;
        }
        if (++at + 1 >= sql.size())
            return std::nullopt;
        switch (sql[at]) {
        case '0':
            text += '\0';
            break;
        case 'n':
            text += '\n';
            break;
        case 'r':
            text += '\r';
            break;
        case 't':
            text += '\t';
            break;
        case 'b':
            text += '\b';
            break;
        case 'Z':
            text += '\x1a';
            break;
        default:
            text += sql[at];
        }
    }
    return std::nullopt;
}

/// The bytes of x'…', '' or _binary'…'.
[[nodiscard]] inline std::optional<QByteArray> bytesMeaning(const QByteArray& sql)
{
    if (sql.startsWith("_binary"))
        return literalMeaning(sql.mid(7));
    if (!sql.startsWith("x'"))
        return literalMeaning(sql);
    const QByteArray digits = sql.mid(2, sql.size() - 3);
    const QByteArray bytes = QByteArray::fromHex(digits);
    return sql.endsWith('\'') && bytes.toHex() == digits ? std::optional(bytes) : std::nullopt;
}

/// The name of a `quoted` identifier.
[[nodiscard]] inline std::optional<QByteArray> identifierMeaning(const QByteArray& sql)
{
    if (sql.size() < 2 || sql.front() != '`')
        return std::nullopt;
    QByteArray name;
    for (qsizetype at = 1; at < sql.size(); ++at) {
        if (sql[at] == '`' && at + 1 == sql.size())
            return name;
        if (sql[at] == '`' && sql[++at] != '`')
            return std::nullopt;
        name += sql[at];
    }
    return std::nullopt;
}

/// One field of LOAD DATA, fields ended by tabs, lines by line feeds, escaped by back-slashes.
/// The outer optional: it is exactly one field; the inner one: it is not NULL.
[[nodiscard]] inline std::optional<std::optional<QByteArray>> fieldMeaning(const QByteArray& field)
{
    if (field == "\\N")
        return std::optional<QByteArray>();
    QByteArray value;
    for (qsizetype at = 0; at < field.size(); ++at) {
        if (field[at] == '\t' || field[at] == '\n')
            return std::nullopt;
        if (field[at] != '\\') {
            value += field[at];
            continue;
        }
        if (++at == field.size())
            return std::nullopt;
        switch (field[at]) {
        case '0':
            value += '\0';
            break;
        case 'n':
            value += '\n';
            break;
        case 't':
            value += '\t';
            break;
        case 'r':
            value += '\r';
            break;
        case 'b':
            value += '\b';
            break;
        case 'Z':
            value += '\x1a';
            break;
        default:
            value += field[at];
        }
    }
    return std::optional(value);
}

} // namespace causeway::fuzz
