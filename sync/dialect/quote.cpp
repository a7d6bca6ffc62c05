// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/quote.h"

namespace causeway {
namespace {

/// The escape of @p byte inside '…', or nullptr when it stands for itself.
const char* escapeOf(char byte)
{
    switch (byte) {
    case '\0':
        return "\\0";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\x1a':
        return "\\Z";
    case '\'':
        return "\\'";
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    default:
        return nullptr;
    }
}

/// Above this, hexadecimal digits would double what max_allowed_packet has to hold. No byte that
/// quoteText() escapes can be part of a UTF-8 sequence, so the servers' parsers cannot misread it.
constexpr qsizetype kShortBytes = 4096;

} // namespace

QByteArray quoteIdentifier(const QString& name)
{
    QByteArray quoted = name.toUtf8();
    quoted.replace('`', "``"); // a NUL stays: the server refuses it, and no other name is hit
    return '`' + quoted + '`';
}

QByteArray quoteText(const QByteArray& utf8)
{
    QByteArray quoted;
    quoted.reserve(utf8.size() + 8);
    quoted += '\'';
    for (const char byte : utf8) {
        if (const char* escape = escapeOf(byte))
            quoted += escape;
        else
            quoted += byte;
    }
    quoted += '\'';
    return quoted;
}

QByteArray quoteText(const QString& text)
{
    return quoteText(text.toUtf8());
}

QByteArray quoteContaining(const QString& text)
{
    QString pattern = text;
    pattern.replace(u'\\', QLatin1String("\\\\"))
        .replace(u'%', QLatin1String("\\%"))
        .replace(u'_', QLatin1String("\\_"));
    return quoteText(u'%' + pattern + u'%');
}

QByteArray quoteBytes(const QByteArray& bytes)
{
    if (bytes.isEmpty())
        return QByteArrayLiteral("''");
    if (bytes.size() > kShortBytes)
        return "_binary" + quoteText(bytes);
    return "x'" + bytes.toHex() + '\'';
}

} // namespace causeway
