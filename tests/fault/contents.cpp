// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/contents.h"

#include "sync/dialect/quote.h"

namespace causeway::test {
namespace {

QByteArray keyOf(const QByteArray& row, int parts)
{
    return row.split('|').mid(0, parts).join('|');
}

} // namespace

Contents readContents(TwoSidedFixture& pair, const std::vector<TableUnderFire>& tables)
{
    Contents contents;
    for (const TableUnderFire& table : tables) {
        for (const Side side : {Side::Remote, Side::Local}) {
            const QByteArrayList rows =
                pair.rows(side, "SELECT * FROM " + quoteIdentifier(table.name));
            for (const QByteArray& row : rows)
                contents[{table.name, keyOf(row, table.keyParts)}].of(side) = row;
        }
    }
    return contents;
}

QByteArray printed(const RowId& id)
{
    return id.table.toUtf8() + '(' + id.key + ')';
}

QByteArray printed(const RowPair& rows)
{
    return "remote " + rows.remote.value_or("-") + ", local " + rows.local.value_or("-");
}

} // namespace causeway::test
