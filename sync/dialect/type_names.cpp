// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/type_names.h"

#include <QHash>
#include <QRegularExpression>

namespace causeway {
namespace {

QHash<QString, TypeClass> makeTypeClasses()
{
    QHash<QString, TypeClass> classes;
    const auto add = [&classes](TypeClass type, const char* names) {
        const QStringList list = QString::fromLatin1(names).split(QLatin1Char(' '));
        for (const QString& name : list)
            classes.insert(name, type);
    };
    add(TypeClass::Integer, "tinyint smallint mediumint int bigint");
    add(TypeClass::Decimal, "decimal");
    add(TypeClass::Float, "float");
    add(TypeClass::Double, "double");
    add(TypeClass::Bit, "bit");
    add(TypeClass::Text, "char varchar tinytext text mediumtext longtext");
    add(TypeClass::Binary, "binary varbinary tinyblob blob mediumblob longblob");
    add(TypeClass::Enum, "enum");
    add(TypeClass::Set, "set");
    add(TypeClass::Date, "date");
    add(TypeClass::Time, "time");
    add(TypeClass::DateTime, "datetime");
    add(TypeClass::Timestamp, "timestamp");
    add(TypeClass::Year, "year");
    add(TypeClass::Json, "json");
    add(TypeClass::Geometry, "geometry point linestring polygon multipoint multilinestring "
                             "multipolygon geometrycollection");
    add(TypeClass::Uuid, "uuid");
    add(TypeClass::Inet4, "inet4");
    add(TypeClass::Inet6, "inet6");
    return classes;
}

QChar unescaped(QChar escaped)
{
    switch (escaped.unicode()) {
    case u'0':
        return QChar(u'\0');
    case u'n':
        return QChar(u'\n');
    case u'r':
        return QChar(u'\r');
    case u't':
        return QChar(u'\t');
    case u'b':
        return QChar(u'\b');
    case u'Z':
        return QChar(u'\x1a');
    default:
        return escaped;
    }
}

/// Reads the quoted literal at @p position of @p sql and moves behind it; null when there is none.
QString readLiteral(const QString& sql, qsizetype& position)
{
    if (position >= sql.size() || sql[position] != QLatin1Char('\''))
        return {};
    QString text = QLatin1String("");
    for (qsizetype i = position + 1; i < sql.size(); ++i) {
        const QChar current = sql[i];
        const bool isLast = i + 1 == sql.size();
        if (current == QLatin1Char('\\') && !isLast) {
            text += unescaped(sql[++i]);
        } else if (current == QLatin1Char('\'') && !isLast && sql[i + 1] == current) {
            text += sql[++i];
        } else if (current == QLatin1Char('\'')) {
            position = i + 1;
            return text;
        } else {
            text += current;
        }
    }
    return {};
}

} // namespace

QString normalisedDataType(const QString& dataType)
{
    const QString lower = dataType.toLower();
    return lower == QLatin1String("geomcollection") ? QStringLiteral("geometrycollection") : lower;
}

QString normalisedColumnType(const QString& columnType, const QString& dataType)
{
    const TypeClass type = typeClassOf(dataType);
    if (type == TypeClass::Enum || type == TypeClass::Set)
        return columnType;
    if (type == TypeClass::Geometry || type == TypeClass::Year)
        return dataType;
    QString text = columnType.section(QStringLiteral("/*"), 0, 0).trimmed().toLower();
    static const QRegularExpression width(QStringLiteral("\\(\\d+\\)"));
    const bool widthMeans =
        text.contains(QLatin1String("zerofill")) || text.startsWith(QLatin1String("tinyint(1)"));
    if (type == TypeClass::Integer && !widthMeans)
        text.remove(width);
    return text;
}

TypeClass typeClassOf(const QString& dataType)
{
    static const QHash<QString, TypeClass> classes = makeTypeClasses();
    return classes.value(dataType, TypeClass::Unsupported);
}

QString normalisedCharset(const QString& charsetOrCollation)
{
    if (charsetOrCollation == QLatin1String("utf8"))
        return QStringLiteral("utf8mb3");
    if (charsetOrCollation.startsWith(QLatin1String("utf8_")))
        return QLatin1String("utf8mb3_") + charsetOrCollation.mid(5);
    return charsetOrCollation;
}

QStringList enumMembers(const QString& columnType)
{
    QStringList members;
    qsizetype position = columnType.indexOf(QLatin1Char('(')) + 1;
    while (position > 0 && position < columnType.size()) {
        const QString member = readLiteral(columnType, position);
        if (member.isNull())
            break;
        members += member;
        ++position; // the comma, or the closing bracket
    }
    return members;
}

QString literalText(const QString& sql)
{
    qsizetype position = 0;
    const QString text = readLiteral(sql, position);
    return position == sql.size() ? text : QString();
}

QString withoutEscapes(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == QLatin1Char('\\') && i + 1 < text.size();
        result += escape ? unescaped(text[++i]) : text[i];
    }
    return result;
}

} // namespace causeway
