// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndexList>
#include <QString>
#include <QStringList>

#include <vector>

namespace causeway {

/// How rows of a grid are written for other programs.
enum class TextFormat { Tsv, Csv, Json, Sql, Markdown };

/// Rows of a grid as they read, with the headings of their columns.
struct GridText {
    QStringList headings;
    std::vector<QStringList> rows;
};

/// What @p rows hold in @p columns, in the order given; a check box reads 1 or 0.
/// @param raw  values and names as the database has them, where the model knows them; else as they
///             read on the screen.
[[nodiscard]] GridText gridText(const QModelIndexList& rows, const QList<int>& columns, bool raw);

/// @param name  of the table, for SQL.
/// @return text without a line end at its end; CSV is RFC 4180 with the headings as first line.
[[nodiscard]] QString toText(const GridText& text, TextFormat format, const QString& name);

} // namespace causeway
