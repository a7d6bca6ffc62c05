// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schema/read_column.h"

#include "sync/dialect/quote.h"
#include "sync/dialect/type_names.h"

#include <QRegularExpression>

namespace causeway {
namespace {

/// The columns of catalogsql::columns(), in its order.
enum Field : std::size_t {
    kTable,
    kName,
    kDataType,
    kColumnType,
    kDefault,
    kNullable,
    kExtra,
    kCharset,
    kCollation,
    kLength,
    kComment,
    kGeneration
};

QString text(const Cells& row, Field field)
{
    return QString::fromUtf8(row[field].value_or(QByteArray()));
}

/// "CURRENT_TIMESTAMP" or "CURRENT_TIMESTAMP(6)" for every spelling of it; null for all else.
QString currentTimestamp(const QString& sql)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:current_timestamp|now|localtime|localtimestamp)(?:\\((\\d?)\\))?$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(sql.trimmed());
    if (!match.hasMatch())
        return {};
    const QString digits = match.captured(1);
    const QString plain = QStringLiteral("CURRENT_TIMESTAMP");
    return digits.isEmpty() || digits == QLatin1String("0") ? plain : plain + u'(' + digits + u')';
}

QString onUpdateOf(const QString& extra)
{
    static const QRegularExpression pattern(QStringLiteral("on update ([a-z_]+(?:\\(\\d?\\))?)"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(extra);
    return match.hasMatch() ? currentTimestamp(match.captured(1)) : QString();
}

bool isTemporalWithClock(TypeClass type)
{
    return type == TypeClass::DateTime || type == TypeClass::Timestamp;
}

ColumnDefault literal(const QString& value)
{
    return {ColumnDefault::Kind::Literal, value};
}
ColumnDefault expression(const QString& sql)
{
    const QString clock = currentTimestamp(sql);
    return {ColumnDefault::Kind::Expression, clock.isEmpty() ? sql : clock};
}

ColumnDefault mySqlDefault(const ColumnSchema& column, const Cell& cell, const QString& extra)
{
    if (!cell)
        return noDefault(column);
    const QString value = QString::fromUtf8(*cell);
    if (isTemporalWithClock(column.type) && !currentTimestamp(value).isEmpty())
        return expression(value);
    if (extra.contains(QLatin1String("DEFAULT_GENERATED")))
        return expression(withoutEscapes(value));
    return literal(value);
}

ColumnDefault mariaDbDefault(const ColumnSchema& column, const Cell& cell)
{
    static const QRegularExpression bare(
        QStringLiteral("^(?:-?[0-9.]+(?:e[+-]?[0-9]+)?|b'[01]*')$"),
        QRegularExpression::CaseInsensitiveOption);
    if (!cell)
        return {ColumnDefault::Kind::None, {}};
    const QString sql = QString::fromUtf8(*cell);
    if (sql == QLatin1String("NULL"))
        return noDefault(column);
    if (bare.match(sql).hasMatch())
        return literal(sql);
    const QString value = literalText(sql);
    return value.isNull() ? expression(sql) : literal(value);
}

bool isJsonAlias(const ColumnSchema& column, const QStringList& checks)
{
    const QString clause =
        QLatin1String("json_valid(") + QString::fromUtf8(quoteIdentifier(column.name)) + u')';
    return column.dataType == QLatin1String("longtext") && checks.contains(clause);
}

void makeJson(ColumnSchema& column)
{
    column.type = TypeClass::Json;
    column.dataType = column.columnType = QStringLiteral("json");
    column.charset.clear();
    column.collation.clear();
    column.length = 0;
}

void readType(ColumnSchema& column, const Cells& row)
{
    column.dataType = normalisedDataType(text(row, kDataType));
    column.columnType = normalisedColumnType(text(row, kColumnType), column.dataType);
    column.type = typeClassOf(column.dataType);
    column.charset = normalisedCharset(text(row, kCharset));
    column.collation = normalisedCharset(text(row, kCollation));
    if (column.type == TypeClass::Text || column.type == TypeClass::Binary)
        column.length = text(row, kLength).toLongLong();
    const bool hasMembers = column.type == TypeClass::Enum || column.type == TypeClass::Set;
    column.isUnsigned = !hasMembers && column.columnType.contains(QLatin1String("unsigned"));
}

void readExtra(ColumnSchema& column, const QString& extra)
{
    column.autoIncrement = extra.contains(QLatin1String("auto_increment"), Qt::CaseInsensitive);
    column.invisible = extra.contains(QLatin1String("INVISIBLE"), Qt::CaseInsensitive);
    column.storedGenerated = extra.contains(QLatin1String("STORED GENERATED")) ||
                             extra.contains(QLatin1String("PERSISTENT"));
    column.generated = column.storedGenerated || extra.contains(QLatin1String("VIRTUAL GENERATED"));
    column.onUpdate = onUpdateOf(extra);
}

} // namespace

ColumnSchema readColumn(const Cells& row, ServerFamily family, const QStringList& checks)
{
    const bool isMySql = family == ServerFamily::MySql;
    const QString extra = text(row, kExtra);
    ColumnSchema column;
    column.name = text(row, kName);
    column.nullable = text(row, kNullable) == QLatin1String("YES");
    column.comment = text(row, kComment);
    readType(column, row);
    readExtra(column, extra);
    if (isJsonAlias(column, checks))
        makeJson(column);
    if (column.generated) {
        const QString sql = text(row, kGeneration);
        column.generationExpression = isMySql ? withoutEscapes(sql) : sql;
    } else if (!column.autoIncrement) {
        column.defaultValue = isMySql ? mySqlDefault(column, row[kDefault], extra)
                                      : mariaDbDefault(column, row[kDefault]);
    }
    return column;
}

ColumnDefault noDefault(const ColumnSchema& column)
{
    return {column.nullable ? ColumnDefault::Kind::Null : ColumnDefault::Kind::None, {}};
}

bool needsExactDefault(const ColumnSchema& column)
{
    if (column.defaultValue.kind != ColumnDefault::Kind::Literal)
        return false;
    return column.type == TypeClass::Binary || column.defaultValue.text.contains(QLatin1Char('?'));
}

void setExactDefault(ColumnSchema& column, const QByteArray& value)
{
    column.defaultValue.text = column.type == TypeClass::Binary
                                   ? QLatin1String("0x") + QString::fromLatin1(value.toHex())
                                   : QString::fromUtf8(value);
}

} // namespace causeway
