// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/row/table_shape.h"

#include "sync/row/json_value.h"

#include <QCryptographicHash>

#include <algorithm>

namespace causeway {
namespace {

bool cellsEqual(TypeClass type, const Cell& a, const Cell& b)
{
    if (a == b)
        return true;
    if (type == TypeClass::Float || type == TypeClass::Double) // MariaDB has no negative zero
        return a && b && a->endsWith('0') && b->endsWith('0') && a->toDouble() == 0.0 &&
               b->toDouble() == 0.0;
    if (type != TypeClass::Json || !a || !b)
        return false;
    const auto left = canonicalJson(*a);
    return left && left == canonicalJson(*b);
}

} // namespace

QStringList TableShape::columnNames() const
{
    QStringList names;
    for (const ColumnSchema& column : columns)
        names << column.name;
    return names;
}

QStringList TableShape::keyNames() const
{
    QStringList names;
    for (const std::size_t index : key)
        names << columns[index].name;
    return names;
}

qsizetype TableShape::indexOf(const QString& column) const
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&column](const ColumnSchema& own) {
            return own.name.compare(column, Qt::CaseInsensitive) == 0;
        });
    return found == columns.end() ? -1 : found - columns.begin();
}

bool TableShape::isKey(std::size_t column) const
{
    return std::find(key.begin(), key.end(), column) != key.end();
}

KeyBytes TableShape::keyOf(const Cells& row) const
{
    Cells cells;
    for (const std::size_t index : key)
        cells.push_back(row[index]);
    return encodeKey(cells);
}

RowImage TableShape::keyImage(const KeyBytes& keyBytes) const
{
    RowImage result;
    result.cells = decodeKey(keyBytes, key.size());
    for (const std::size_t index : key)
        result.columns << columns[index].name;
    return result;
}

RowImage TableShape::image(Cells row) const
{
    return {columnNames(), std::move(row)};
}

Cells TableShape::cells(const RowImage& image) const
{
    Cells row;
    for (const ColumnSchema& column : columns) {
        const Cell* cell = image.find(column.name);
        row.push_back(cell ? *cell : std::nullopt);
    }
    return row;
}

bool TableShape::digestsComparable() const
{
    return std::none_of(columns.begin(), columns.end(),
                        [](const ColumnSchema& column) { return column.type == TypeClass::Json; });
}

bool TableShape::digestsDecide() const
{
    return digestsComparable() &&
           std::none_of(columns.begin(), columns.end(), [](const ColumnSchema& column) {
               return column.type == TypeClass::Float || column.type == TypeClass::Double;
           });
}

QByteArray TableShape::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const ColumnSchema& column : columns)
        hash.addData((column.name + u'\n' + column.columnType + u'\n').toUtf8());
    for (const std::size_t index : key)
        hash.addData(QByteArray(QByteArray::number(static_cast<qulonglong>(index)) + ';'));
    return hash.result().toHex();
}

TableShape makeShape(const TableSchema& remote, const TableSchema& side)
{
    TableShape shape;
    shape.table = side.name;
    for (const ColumnSchema& column : remote.columns) {
        const ColumnSchema* own = side.column(column.name);
        if (!column.generated && own)
            shape.columns.push_back(*own);
    }
    for (const QString& name : remote.rowKey())
        shape.key.push_back(static_cast<std::size_t>(shape.indexOf(name)));
    return shape;
}

bool rowsEqual(const TableShape& shape, const Cells& a, const Cells& b)
{
    for (std::size_t i = 0; i < shape.columns.size(); ++i) {
        if (!cellsEqual(shape.columns[i].type, a[i], b[i]))
            return false;
    }
    return true;
}

} // namespace causeway
