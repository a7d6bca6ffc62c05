// SPDX-License-Identifier: GPL-3.0-or-later
// What is written into statements means to a server what was meant.
#include "sync/control/sql_script.h"
#include "sync/dialect/column_sql.h"
#include "sync/dialect/quote.h"
#include "tests/fuzz/fuzz_targets.h"
#include "tests/fuzz/server_words.h"

#include <algorithm>

namespace causeway::fuzz {
namespace {

bool isNumber(const QByteArray& text)
{
    const QByteArray digits = text.startsWith('-') ? text.mid(1) : text;
    const QByteArrayList parts = digits.split('.');
    return parts.size() <= 2 && std::all_of(parts.begin(), parts.end(), [](const QByteArray& part) {
               return !part.isEmpty() && std::all_of(part.begin(), part.end(),
                                                     [](char c) { return c >= '0' && c <= '9'; });
           });
}

void checkLiteral(const ColumnSchema& column, const QByteArray& value)
{
    const QByteArray sql = columnsql::literal(column, value);
    const bool isBytes = column.type == TypeClass::Binary || column.type == TypeClass::Geometry;
    if (isBytes)
        expectThat(bytesMeaning(sql) == value, "a literal of bytes means its bytes");
    else if (sql.startsWith('\''))
        expectThat(literalMeaning(sql) == value, "a literal of text means its text");
    else
        expectThat(sql == value && isNumber(sql), "what is not quoted is one number");
}

void checkField(const ColumnSchema& column, const QByteArray& value)
{
    QByteArray field;
    columnsql::appendLoadField(field, column, QByteArrayView(value));
    const bool isBytes = column.type == TypeClass::Binary || column.type == TypeClass::Geometry;
    const auto meaning = fieldMeaning(field);
    expectThat(meaning && *meaning, "a field is one field, and not NULL");
    expectThat((isBytes ? QByteArray::fromHex(**meaning) : **meaning) == value,
               "a field means its value");
}

} // namespace

void quoting(const QByteArray& input)
{
    const QString text = QString::fromUtf8(input);
    expectThat(identifierMeaning(quoteIdentifier(text)) == text.toUtf8(),
               "an identifier means its name");
    expectThat(literalMeaning(quoteText(input)) == input, "a quoted text means the text");
    expectThat(literalMeaning(quoteText(text)) == text.toUtf8(), "a quoted text means the text");
    expectThat(bytesMeaning(quoteBytes(input)) == input, "quoted bytes mean the bytes");
}

void valueCodec(const QByteArray& input)
{
    if (input.isEmpty())
        return;
    const QByteArray value = input.mid(1).isNull() ? QByteArray("") : input.mid(1);
    ColumnSchema column;
    column.name = QStringLiteral("c");
    column.nullable = true;
    const int types = static_cast<int>(TypeClass::Unsupported);
    column.type = static_cast<TypeClass>(static_cast<unsigned char>(input[0]) % types);
    checkLiteral(column, value);
    checkField(column, value);
    expectThat(columnsql::literal(column, std::nullopt) == "NULL", "NULL is NULL");
    QByteArray null;
    columnsql::appendLoadField(null, column, std::nullopt);
    expectThat(null == "\\N", "NULL is \\N in a field");
}

/// All but the last statement are complete: joined again and cut again they are the same.
void sqlScript(const QByteArray& input)
{
    QList<QByteArray> statements = splitSqlScript(input);
    for (const QByteArray& statement : statements)
        expectThat(!statement.trimmed().isEmpty(), "no statement is empty");
    if (statements.isEmpty() || input.toUpper().contains("DELIMITER"))
        return;
    statements.removeLast();
    QByteArray again;
    for (const QByteArray& statement : statements)
        again += statement + ";\n";
    expectThat(splitSqlScript(again) == statements, "statements joined and cut again are the same");
}

} // namespace causeway::fuzz
