// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/export_sql.h"

#include "sync/dialect/quote.h"

namespace causeway {

QString insertStatements(const QString& table, const QStringList& columns,
                         const std::vector<QStringList>& rows)
{
    QByteArrayList names;
    for (const QString& column : columns)
        names << quoteIdentifier(column);
    const QByteArray head =
        "INSERT INTO " + quoteIdentifier(table) + " (" + names.join(", ") + ") VALUES (";
    QByteArrayList lines;
    for (const QStringList& row : rows) {
        QByteArrayList values;
        for (const QString& value : row)
            values << quoteText(value);
        lines << head + values.join(", ") + ");";
    }
    return QString::fromUtf8(lines.join('\n'));
}

} // namespace causeway
