// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/row_image.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace causeway {

/// The rows of one table, ready to be inserted: parents come before the rows that point at them.
struct SampleTable {
    QString name;
    QStringList columns; ///< without generated columns
    std::vector<Cells> rows;
};

/// The tables of the sample shop (sql/demo/shop.sql) in an order that satisfies the foreign keys,
/// about 2,000 rows. The same @p seed gives the same rows on every machine. Ids run from 1 without
/// gaps.
[[nodiscard]] std::vector<SampleTable> sampleShop(quint32 seed);

} // namespace causeway
