// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/value_check.h"

#include "sync/dialect/type_names.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace causeway {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("ValueCheck", text);
}

QString notA(const ColumnSchema& column)
{
    return say(QT_TRANSLATE_NOOP("ValueCheck", "%1: this is not a value of the type %2."))
        .arg(column.name, column.columnType);
}

int bitsOf(const QString& dataType)
{
    if (dataType == QLatin1String("tinyint"))
        return 8;
    if (dataType == QLatin1String("smallint"))
        return 16;
    if (dataType == QLatin1String("mediumint"))
        return 24;
    return dataType == QLatin1String("bigint") ? 64 : 32;
}

bool isInRange(const ColumnSchema& column, const QString& text)
{
    bool isNumber = false;
    const int bits = bitsOf(column.dataType);
    if (column.isUnsigned) {
        const quint64 number = text.toULongLong(&isNumber);
        return isNumber && (bits == 64 || number < (quint64{1} << bits));
    }
    const qint64 number = text.toLongLong(&isNumber);
    const qint64 half = bits == 64 ? 0 : qint64{1} << (bits - 1);
    return isNumber && (bits == 64 || (number >= -half && number < half));
}

QString integerProblem(const ColumnSchema& column, const QString& text)
{
    static const QRegularExpression whole(QStringLiteral("^[+-]?\\d+$"));
    if (!whole.match(text).hasMatch())
        return notA(column);
    return isInRange(column, text)
               ? QString()
               : say(QT_TRANSLATE_NOOP("ValueCheck", "%1: %2 is out of the range of %3."))
                     .arg(column.name, text, column.columnType);
}

QString decimalProblem(const ColumnSchema& column, const QString& text)
{
    static const QRegularExpression number(QStringLiteral("^([+-]?)0*(\\d*)(?:\\.(\\d*?)0*)?$"));
    static const QRegularExpression size(QStringLiteral("\\((\\d+),(\\d+)\\)"));
    const auto parts = number.match(text);
    const auto limits = size.match(column.columnType);
    if (!parts.hasMatch() || text.isEmpty())
        return notA(column);
    const int scale = limits.captured(2).toInt();
    const int whole = limits.captured(1).toInt() - scale;
    if (!limits.hasMatch() ||
        (parts.captured(2).size() <= whole && parts.captured(3).size() <= scale))
        return {};
    return say(QT_TRANSLATE_NOOP("ValueCheck", "%1: %2 has more digits than %3 holds."))
        .arg(column.name, text, column.columnType);
}

QString floatProblem(const ColumnSchema& column, const QString& text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? QString() : notA(column);
}

QString lengthProblem(const ColumnSchema& column, qint64 length)
{
    if (column.length <= 0 || length <= column.length)
        return {};
    return say(QT_TRANSLATE_NOOP("ValueCheck", "%1: %2 characters are too many, %3 holds %4."))
        .arg(column.name)
        .arg(length)
        .arg(column.columnType)
        .arg(column.length);
}

QString textProblem(const ColumnSchema& column, const QByteArray& bytes, const QString& text)
{
    // The length of TEXT types is one of bytes.
    const bool isCounted = column.dataType.endsWith(QLatin1String("char"));
    return lengthProblem(column, isCounted ? text.toUcs4().size() : bytes.size());
}

QString memberProblem(const ColumnSchema& column, const QString& text)
{
    const auto members = enumMembers(column.columnType);
    const QStringList given =
        column.type == TypeClass::Set ? text.split(u',', Qt::SkipEmptyParts) : QStringList{text};
    for (const QString& one : given) {
        if (!members.contains(one, Qt::CaseInsensitive))
            return say(QT_TRANSLATE_NOOP("ValueCheck", "%1: “%2” is none of the values of %3."))
                .arg(column.name, one, column.columnType);
    }
    return {};
}

QString patternProblem(const ColumnSchema& column, const QString& text, const QString& pattern)
{
    const QRegularExpression form(QRegularExpression::anchoredPattern(pattern));
    return form.match(text).hasMatch() ? QString() : notA(column);
}

QString jsonProblem(const ColumnSchema& column, const QByteArray& bytes)
{
    QJsonParseError error;
    // Qt reads documents only: a single value is one as the member of an array.
    const auto document = QJsonDocument::fromJson('[' + bytes + ']', &error);
    if (error.error == QJsonParseError::NoError && document.array().size() == 1)
        return {};
    return say(QT_TRANSLATE_NOOP("ValueCheck", "%1: this is not valid JSON (at character %2)."))
        .arg(column.name)
        .arg(std::max(1, error.offset));
}

const QString kDate = QStringLiteral("\\d{4}-(0\\d|1[0-2])-([0-2]\\d|3[01])");
const QString kClock = QStringLiteral(":[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?");

} // namespace

QString problemWithValue(const ColumnSchema& column, const Cell& value)
{
    if (!value)
        return column.nullable
                   ? QString()
                   : say(QT_TRANSLATE_NOOP("ValueCheck", "%1 must not be NULL.")).arg(column.name);
    const QString text = QString::fromUtf8(*value);
    switch (column.type) {
    case TypeClass::Integer:
        return integerProblem(column, text);
    case TypeClass::Decimal:
        return decimalProblem(column, text);
    case TypeClass::Float:
    case TypeClass::Double:
        return floatProblem(column, text);
    case TypeClass::Text:
        return textProblem(column, *value, text);
    case TypeClass::Binary:
        return lengthProblem(column, value->size());
    case TypeClass::Enum:
    case TypeClass::Set:
        return memberProblem(column, text);
    case TypeClass::Date:
        return patternProblem(column, text, kDate);
    case TypeClass::DateTime:
    case TypeClass::Timestamp:
        return patternProblem(column, text,
                              kDate + QStringLiteral("[ T]([01]\\d|2[0-3])") + kClock);
    case TypeClass::Time:
        return patternProblem(column, text, QStringLiteral("-?\\d{1,3}") + kClock);
    case TypeClass::Json:
        return jsonProblem(column, *value);
    default:
        return {};
    }
}

} // namespace causeway
