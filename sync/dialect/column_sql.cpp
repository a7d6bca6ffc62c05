// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/column_sql.h"

#include "sync/dialect/quote.h"

#include <algorithm>

namespace causeway::columnsql {
namespace {

/// Above this many characters a column enters the row's text as its own hash, so that the text
/// stays far below max_allowed_packet (beyond it CONCAT is NULL with a mere warning).
constexpr qint64 kLongText = 1000;

bool isLong(const ColumnSchema& column)
{
    return column.type == TypeClass::Geometry || column.type == TypeClass::Json ||
           ((column.type == TypeClass::Text || column.type == TypeClass::Binary) &&
            (column.length > kLongText || column.dataType.endsWith(u"text") ||
             column.dataType.endsWith(u"blob")));
}

bool isBytes(const ColumnSchema& column)
{
    return column.type == TypeClass::Binary || column.type == TypeClass::Geometry;
}

/// Begins a value that is not its letters but its bytes, in hexadecimal digits: the last code
/// point, which no charset that needs this can hold.
constexpr QByteArrayView kRawMark("\xF4\x8F\xBF\xBF");
const QByteArray kRawMarkSql("_utf8mb4 x'F48FBFBF'");

/// Some bytes of the old charsets are no letter of Unicode, and some pairs of them are the same
/// one: such a text would not come back from UTF-8 as it was.
bool mayHoldRawBytes(const ColumnSchema& column)
{
    static const QStringList exact = QStringLiteral("utf8mb4 utf8mb3 ascii latin1 ucs2 utf16 "
                                                    "utf16le utf32 gb18030 binary")
                                         .split(u' ');
    return column.type == TypeClass::Text && !column.charset.isEmpty() &&
           !exact.contains(column.charset);
}

/// Text in utf8mb4 for a column that mayHoldRawBytes().
QByteArray textOrRawBytes(const ColumnSchema& column, const QByteArray& name)
{
    const QByteArray text = "CONVERT(" + name + " USING utf8mb4)";
    const QByteArray back = "CONVERT(" + text + " USING " + column.charset.toLatin1() + ")";
    return "IF(CAST(" + back + " AS BINARY) = CAST(" + name + " AS BINARY), " + text + ", CONCAT(" +
           kRawMarkSql + ", HEX(" + name + ")))";
}

/// Bytes of the value in utf8mb4, whatever the column's own charset.
QByteArray utf8Bytes(const ColumnSchema& column, const QByteArray& name)
{
    if (isBytes(column))
        return name;
    if (mayHoldRawBytes(column))
        return textOrRawBytes(column, name);
    const bool isUtf8 =
        column.charset == u"utf8mb4" || column.charset == u"utf8mb3" || column.charset == u"ascii";
    return isUtf8 ? name : "CONVERT(" + name + " USING utf8mb4)";
}

/// Text of a value whose alphabet holds no comma: numbers and times.
QByteArray plainText(const ColumnSchema& column, const QByteArray& name)
{
    switch (column.type) {
    case TypeClass::Float:
        return "CAST(" + name + " AS DOUBLE)";
    case TypeClass::Bit:
        return "CAST(" + name + " AS UNSIGNED)";
    default:
        return name;
    }
}

/// The same text on every server. MariaDB has no negative zero: it is no other value. Numbers so
/// small that the servers disagree on whether to write an exponent are multiplied by 2^50, which is
/// exact, and written as decimals. The sign of a FLOAT stands apart: with it MySQL would cut a
/// digit of the longest texts.
QByteArray canonicalNumber(const ColumnSchema& column, const QByteArray& name)
{
    const bool isFloat = column.type == TypeClass::Float;
    const QByteArray size = "ABS(" + name + ")";
    const QByteArray number = isFloat ? "ABS(CAST(" + name + " AS DOUBLE))" : name;
    const QByteArray scaled =
        "CONCAT('s',CAST(" + (isFloat ? size : name) + "*1125899906842624e0 AS DECIMAL(65,30)))";
    const QByteArray text = "IF(" + size + " BETWEEN 1e-16 AND 1e-3," + scaled + ',' + number + ')';
    const QByteArray sign = isFloat ? "IF(" + name + "<0,'-','')," : QByteArray();
    return "IF(" + name + "=0,'0',CONCAT(" + sign + text + "))";
}

bool isPlain(TypeClass type)
{
    switch (type) {
    case TypeClass::Integer:
    case TypeClass::Decimal:
    case TypeClass::Float:
    case TypeClass::Double:
    case TypeClass::Bit:
    case TypeClass::Date:
    case TypeClass::Time:
    case TypeClass::DateTime:
    case TypeClass::Timestamp:
    case TypeClass::Year:
    case TypeClass::Uuid:
    case TypeClass::Inet4:
    case TypeClass::Inet6:
        return true;
    default:
        return false;
    }
}

bool areDigits(QByteArrayView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// One number: "5-3" unquoted would be arithmetic.
bool isNumberText(QByteArrayView text)
{
    if (text.startsWith('-'))
        text = text.sliced(1);
    const qsizetype dot = text.indexOf('.');
    return dot < 0 ? areDigits(text)
                   : areDigits(text.first(dot)) && areDigits(text.sliced(dot + 1));
}

/// The letter that stands for @p c after a back-slash; 0: it stands for itself.
char escapeLetter(char c)
{
    switch (c) {
    case '\\':
        return '\\';
    case '\t':
        return 't';
    case '\n':
        return 'n';
    case '\0':
        return '0';
    default:
        return 0;
    }
}

/// Without a copy in between: values may be large.
void appendHex(QByteArray& stream, QByteArrayView bytes)
{
    constexpr char kDigits[] = "0123456789abcdef";
    constexpr qsizetype kLarge = 1'000'000;
    constexpr qsizetype kRestOfTheLine = 4096;
    const qsizetype begin = stream.size();
    if (bytes.size() >= kLarge) // else the rest of the line would double it
        stream.reserve(begin + 2 * bytes.size() + kRestOfTheLine);
    stream.resize(begin + 2 * bytes.size());
    char* to = stream.data() + begin;
    for (const char byte : bytes) {
        *to++ = kDigits[static_cast<unsigned char>(byte) >> 4];
        *to++ = kDigits[static_cast<unsigned char>(byte) & 0xf];
    }
}

void appendEscaped(QByteArray& stream, QByteArrayView bytes)
{
    const char* plain = bytes.begin();
    for (const char* at = plain; at != bytes.end(); ++at) {
        const char letter = escapeLetter(*at);
        if (letter == 0)
            continue;
        stream.append(plain, at - plain).append('\\').append(letter);
        plain = at + 1;
    }
    stream.append(plain, bytes.end() - plain);
}

} // namespace

QByteArray read(const ColumnSchema& column)
{
    const QByteArray name = quoteIdentifier(column.name);
    if (mayHoldRawBytes(column))
        return textOrRawBytes(column, name);
    return isPlain(column.type) ? plainText(column, name) : name;
}

QByteArray canonical(const ColumnSchema& column)
{
    const QByteArray name = quoteIdentifier(column.name);
    QByteArray parts;
    if (column.type == TypeClass::Float || column.type == TypeClass::Double)
        parts = canonicalNumber(column, name) + ",','";
    else if (isPlain(column.type))
        parts = plainText(column, name) + ",','";
    else if (isLong(column))
        parts = "SHA2(" + utf8Bytes(column, name) + ",256)";
    else
        parts = "LENGTH(" + utf8Bytes(column, name) + "),':'," + utf8Bytes(column, name);
    // IF, not IFNULL: a text that the server could not build must stay NULL, not pass for a NULL
    // value.
    return column.nullable ? "IF(" + name + " IS NULL,'N',CONCAT(" + parts + "))" : parts;
}

QByteArray literal(const ColumnSchema& column, const Cell& cell)
{
    if (!cell)
        return "NULL";
    if (isBytes(column))
        return quoteBytes(*cell);
    const bool exactNumber = column.type == TypeClass::Integer ||
                             column.type == TypeClass::Decimal || column.type == TypeClass::Bit;
    if (exactNumber && isNumberText(*cell))
        return *cell;
    // Bytes without the charset's name: MySQL checks a named literal more strictly than a column,
    // and warns of charsets that it wants to give up.
    if (mayHoldRawBytes(column) && cell->startsWith(kRawMark))
        return quoteBytes(QByteArray::fromHex(cell->mid(kRawMark.size())));
    return quoteText(*cell);
}

bool loadsThroughVariable(const ColumnSchema& column)
{
    return isBytes(column) || column.type == TypeClass::Bit;
}

QByteArray loadAssignment(const ColumnSchema& column, int variable)
{
    const QByteArray value = "@c" + QByteArray::number(variable);
    const QByteArray expression = column.type == TypeClass::Bit
                                      ? QByteArray("CAST(" + value + " AS UNSIGNED)")
                                      : QByteArray("UNHEX(" + value + ")");
    return quoteIdentifier(column.name) + " = " + expression;
}

// A text that is its raw bytes goes as it is: the column refuses the mark, and the rows are written
// one by one instead.
void appendLoadField(QByteArray& stream, const ColumnSchema& column,
                     std::optional<QByteArrayView> cell)
{
    if (!cell)
        stream += "\\N";
    else if (isBytes(column))
        appendHex(stream, *cell);
    else
        appendEscaped(stream, *cell);
}

} // namespace causeway::columnsql
