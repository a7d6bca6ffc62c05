// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/doctor/control_columns.h"

#include "sync/control/control_schema.h"

#include <QRegularExpression>

namespace causeway::doctor {
namespace {

/// The part of a CREATE TABLE between its outermost parentheses.
QByteArray bodyOf(const QByteArray& statement)
{
    const qsizetype begin = statement.indexOf('(');
    const qsizetype end = statement.lastIndexOf(") ENGINE");
    return begin < 0 || end < begin ? QByteArray() : statement.mid(begin + 1, end - begin - 1);
}

/// @p body cut at its commas, but not at those within parentheses or quotes.
QByteArrayList partsOf(const QByteArray& body)
{
    QByteArrayList parts{QByteArray()};
    int depth = 0;
    bool isQuoted = false;
    for (const char c : body) {
        if (c == '\'')
            isQuoted = !isQuoted;
        else if (!isQuoted)
            depth += c == '(' ? 1 : (c == ')' ? -1 : 0);
        if (c == ',' && depth == 0 && !isQuoted)
            parts << QByteArray();
        else
            parts.last() += c;
    }
    return parts;
}

} // namespace

bool ControlColumn::canBeAdded() const
{
    const bool isNullable = !definition.contains("NOT NULL");
    const bool isRecord =
        table == QLatin1String("db_sync_log") || table == QLatin1String("db_sync_schedule");
    return isNullable || definition.contains("GENERATED ALWAYS") ||
           definition.contains("DEFAULT CURRENT_TIMESTAMP") ||
           (isRecord && definition.contains(" DEFAULT "));
}

std::vector<ControlColumn> controlColumns(Side side)
{
    static const QRegularExpression column(QStringLiteral("^[a-z][a-z0-9_]*$"));
    std::vector<ControlColumn> columns;
    const QStringList tables = controlTableNames(side);
    const QList<QByteArray> statements = controlTableStatements(side);
    for (qsizetype i = 0; i < tables.size(); ++i) {
        for (const QByteArray& part : partsOf(bodyOf(statements[i]))) {
            const QByteArray definition = part.simplified();
            const QString name = QString::fromUtf8(definition.left(definition.indexOf(' ')));
            if (column.match(name).hasMatch()) // keys begin with a word in capitals
                columns.push_back({tables[i], name, definition});
        }
    }
    return columns;
}

} // namespace causeway::doctor
