// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/row_key.h"
#include "sync/schema/table_schema.h"

namespace causeway {

/// What a synced table looks like to the engine on one side: the stored columns that travel and
/// which of them are the row key. Names, types and order are the same on both sides; charsets may
/// differ.
struct TableShape {
    QString table;
    std::vector<ColumnSchema>
        columns; ///< generated ones left out; in the remote side's order, typed as on this side
    std::vector<std::size_t> key; ///< indexes into columns

    [[nodiscard]] QStringList columnNames() const;
    [[nodiscard]] QStringList keyNames() const;
    /// By name, whatever its case, as the servers do; -1 when there is none.
    [[nodiscard]] qsizetype indexOf(const QString& column) const;
    [[nodiscard]] bool isKey(std::size_t column) const;
    [[nodiscard]] KeyBytes keyOf(const Cells& row) const;
    /// Key cells by name, for people.
    [[nodiscard]] RowImage keyImage(const KeyBytes& keyBytes) const;
    [[nodiscard]] RowImage image(Cells row) const;
    /// Cells of @p image in column order; columns that it lacks are NULL.
    [[nodiscard]] Cells cells(const RowImage& image) const;
    /// Every row's digest on both servers is computed from text that both print alike.
    [[nodiscard]] bool digestsComparable() const;
    /// Different digests of the two sides prove different rows: no column has values that print in
    /// more than one way, as floating-point numbers may.
    [[nodiscard]] bool digestsDecide() const;
    /// Hash of everything a digest depends on: when it changes, older digests mean nothing.
    [[nodiscard]] QByteArray fingerprint() const;
};

/// The shape of @p side, whose columns come in the order of @p remote: both sides digest the same
/// text.
/// @pre compareTables(remote, local) succeeded and @p side is one of them.
[[nodiscard]] TableShape makeShape(const TableSchema& remote, const TableSchema& side);

/// Same values, type by type: JSON by value, everything else byte for byte.
[[nodiscard]] bool rowsEqual(const TableShape& shape, const Cells& a, const Cells& b);

} // namespace causeway
