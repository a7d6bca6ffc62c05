// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/create_table_column.h"

#include "sync/dialect/create_table_collation.h"
#include "sync/dialect/create_table_expression.h"
#include "sync/dialect/quote.h"
#include "sync/dialect/type_names.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace causeway {
namespace {

bool isLarge(const ColumnSchema& column)
{
    return column.dataType.endsWith(QLatin1String("text")) ||
           column.dataType.endsWith(QLatin1String("blob")) || column.type == TypeClass::Json ||
           column.type == TypeClass::Geometry;
}

bool isClockType(TypeClass type)
{
    return type == TypeClass::DateTime || type == TypeClass::Timestamp;
}

/// Whether @p translation's target stores values of the column's type.
bool hasType(const ColumnSchema& column, const Translation& translation)
{
    switch (column.type) {
    case TypeClass::Unsupported:
        return false;
    case TypeClass::Uuid:
    case TypeClass::Inet4:
    case TypeClass::Inet6:
        return translation.toMariaDb();
    default:
        return true;
    }
}

QByteArray typeOf(const ColumnSchema& column)
{
    if (column.type != TypeClass::Enum && column.type != TypeClass::Set)
        return column.columnType.toUtf8();
    QByteArrayList members;
    const QStringList texts = enumMembers(column.columnType);
    for (const QString& member : texts)
        members += quoteText(member);
    return column.dataType.toUtf8() + '(' + members.join(',') + ')';
}

/// CURRENT_TIMESTAMP with the column's own number of digits, which MySQL insists on.
QByteArray clock(const ColumnSchema& column)
{
    static const QRegularExpression digits(QStringLiteral("\\((\\d)\\)$"));
    const QRegularExpressionMatch match = digits.match(column.columnType);
    const QByteArray plain = "CURRENT_TIMESTAMP";
    return match.hasMatch() ? plain + '(' + match.captured(1).toLatin1() + ')' : plain;
}

bool isClock(const QString& sql)
{
    return sql.startsWith(QLatin1String("CURRENT_TIMESTAMP"));
}

QByteArray literalDefault(const ColumnSchema& column)
{
    static const QRegularExpression number(QStringLiteral("^-?[0-9.]+(?:e[+-]?[0-9]+)?$"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bits(QStringLiteral("^b'[01]*'$"));
    static const QRegularExpression bytes(QStringLiteral("^0x(?:[0-9a-f]{2})+$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const QString& text = column.defaultValue.text;
    switch (column.type) {
    case TypeClass::Integer:
    case TypeClass::Decimal:
    case TypeClass::Float:
    case TypeClass::Double:
    case TypeClass::Year:
        return number.match(text).hasMatch() ? text.toLatin1() : quoteText(text);
    case TypeClass::Bit:
        return bits.match(text).hasMatch() ? text.toLatin1() : quoteText(text);
    case TypeClass::Binary:
        return bytes.match(text).hasMatch() ? text.toLatin1() : QByteArrayLiteral("''");
    default:
        return quoteText(text);
    }
}

QByteArray expressionDefault(const ColumnSchema& column, const Translation& translation)
{
    const QString& sql = column.defaultValue.text;
    if (isClock(sql) && isClockType(column.type))
        return clock(column);
    return '(' + translatedExpression(sql, translation.from, translation.to).toUtf8() + ')';
}

QByteArray defaultClause(const ColumnSchema& column, const Translation& translation)
{
    switch (column.defaultValue.kind) {
    case ColumnDefault::Kind::None:
        return {};
    case ColumnDefault::Kind::Null:
        return " DEFAULT NULL";
    case ColumnDefault::Kind::Expression:
        return " DEFAULT " + expressionDefault(column, translation);
    case ColumnDefault::Kind::Literal:
        break;
    }
    const QByteArray value = literalDefault(column);
    const bool bracketed = translation.toMySql() && isLarge(column);
    return bracketed ? QByteArray(" DEFAULT (" + value + ')') : QByteArray(" DEFAULT " + value);
}

/// MariaDB demands a default of what an INSERT may leave out unseen.
bool mayBeInvisible(const ColumnSchema& column, const Translation& translation)
{
    if (translation.toMySql())
        return translation.to.versionNumber >= 80023;
    return column.nullable || column.autoIncrement || column.generated ||
           column.defaultValue.kind != ColumnDefault::Kind::None;
}

QByteArray generatedClause(const ColumnSchema& column, const Translation& translation)
{
    const QString sql =
        translatedExpression(column.generationExpression, translation.from, translation.to);
    QByteArray clause = " GENERATED ALWAYS AS (" + sql.toUtf8() + ')' +
                        (column.storedGenerated ? " STORED" : " VIRTUAL");
    if (!column.nullable && translation.toMySql()) // MariaDB has no NOT NULL there
        clause += " NOT NULL";
    return clause;
}

QByteArray storedClause(const ColumnSchema& column, const Translation& translation)
{
    QByteArray clause = column.nullable ? " NULL" : " NOT NULL";
    clause += defaultClause(column, translation);
    if (!column.onUpdate.isEmpty())
        clause += " ON UPDATE " + clock(column);
    if (column.autoIncrement)
        clause += " AUTO_INCREMENT";
    return clause;
}

} // namespace

QByteArray charsetClause(const QString& charset, const QString& collation,
                         const Translation& translation)
{
    if (charset.isEmpty())
        return {};
    const CharsetAndCollation target =
        translatedCollation({charset, collation}, translation.from, translation.to);
    return " CHARACTER SET " + target.charset.toLatin1() + " COLLATE " +
           target.collation.toLatin1();
}

bool isPeriodColumn(const ColumnSchema& column)
{
    return column.generationExpression == QLatin1String("ROW START") ||
           column.generationExpression == QLatin1String("ROW END");
}

Result<QByteArray> columnDefinition(const ColumnSchema& column, const Translation& translation)
{
    if (!hasType(column, translation))
        return makeError(ErrorCode::SyncTypes, column.name,
                         QCoreApplication::translate(
                             "causeway::Schema",
                             "Column %1 has the type %2, which the other server does not have.")
                             .arg(column.name, column.columnType));
    QByteArray sql = quoteIdentifier(column.name) + ' ' + typeOf(column) +
                     charsetClause(column.charset, column.collation, translation);
    sql +=
        column.generated ? generatedClause(column, translation) : storedClause(column, translation);
    if (column.invisible && mayBeInvisible(column, translation))
        sql += " INVISIBLE";
    if (!column.comment.isEmpty())
        sql += " COMMENT " + quoteText(column.comment);
    return sql;
}

} // namespace causeway
