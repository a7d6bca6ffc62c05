// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/row/row_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <functional>

namespace causeway {
namespace {

constexpr QLatin1String kHex{"hex"};

// Text is what survives the way through QString and back, and holds no NUL.
std::optional<QString> asText(const QByteArray& bytes)
{
    if (bytes.contains('\0'))
        return std::nullopt;
    QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() != bytes)
        return std::nullopt;
    return text;
}

std::optional<Cell> cellFromJson(const QJsonValue& value)
{
    if (value.isNull())
        return Cell{};
    if (value.isString())
        return Cell{value.toString().toUtf8()};
    const QJsonValue hex = value.toObject().value(kHex);
    if (!hex.isString())
        return std::nullopt;
    return Cell{QByteArray::fromHex(hex.toString().toLatin1())};
}

std::optional<RowImage> rowFromJson(const QJsonArray& pairs)
{
    RowImage row;
    for (const QJsonValue& entry : pairs) {
        const QJsonArray pair = entry.toArray();
        if (pair.size() != 2 || !pair.at(0).isString())
            return std::nullopt;
        const std::optional<Cell> cell = cellFromJson(pair.at(1));
        if (!cell)
            return std::nullopt;
        row.columns.append(pair.at(0).toString());
        row.cells.push_back(*cell);
    }
    return row;
}

} // namespace

QJsonValue cellToJson(const Cell& cell)
{
    if (!cell)
        return QJsonValue(QJsonValue::Null);
    if (const std::optional<QString> text = asText(*cell))
        return *text;
    return QJsonObject{{kHex, QLatin1String(cell->toHex())}};
}

namespace {

bool isPlain(const QByteArray& bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) {
        return byte >= ' ' && byte <= '~' && byte != '"' && byte != '\\';
    });
}

/// Most cells need no escape and no decision: many thousand rows a second are stored.
QByteArray storedValue(const QByteArray& bytes, const std::function<QJsonValue()>& value)
{
    if (isPlain(bytes))
        return '"' + bytes + '"';
    const QJsonArray alone{value()};
    return QJsonDocument(alone).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

} // namespace

QJsonObject toJson(const RowImage& row)
{
    QJsonObject object;
    for (qsizetype i = 0; i < row.columns.size(); ++i)
        object.insert(row.columns.at(i), cellToJson(row.cells[static_cast<std::size_t>(i)]));
    return object;
}

QJsonValue toJson(const std::optional<RowImage>& row)
{
    return row ? QJsonValue(toJson(*row)) : QJsonValue(QJsonValue::Null);
}

QByteArray storeRow(const RowImage& row)
{
    QByteArray stored = "[";
    for (qsizetype i = 0; i < row.columns.size(); ++i) {
        const Cell& cell = row.cells[static_cast<std::size_t>(i)];
        stored += i == 0 ? "[" : ",[";
        const QString& column = row.columns.at(i);
        stored += storedValue(column.toUtf8(), [&] { return QJsonValue(column); });
        stored += ',';
        stored += cell ? storedValue(*cell, [&] { return cellToJson(cell); }) : QByteArray("null");
        stored += ']';
    }
    return stored += ']';
}

std::optional<RowImage> restoreRow(const QByteArray& stored)
{
    if (stored.isEmpty())
        return std::nullopt;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(stored, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isArray())
        return std::nullopt;
    return rowFromJson(document.array());
}

QString cellToDisplay(const Cell& cell)
{
    if (!cell)
        return QStringLiteral("NULL");
    if (const std::optional<QString> text = asText(*cell))
        return *text;
    return QLatin1String("0x") + QLatin1String(cell->toHex());
}

} // namespace causeway
