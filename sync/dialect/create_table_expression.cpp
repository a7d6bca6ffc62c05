// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/create_table_expression.h"

#include "sync/dialect/create_table_collation.h"

namespace causeway {
namespace {

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('$');
}

/// End of the quoted text or identifier that starts at @p start.
qsizetype endOfQuoted(const QString& sql, qsizetype start)
{
    const QChar quote = sql[start];
    qsizetype i = start + 1;
    while (i < sql.size()) {
        if (sql[i] == QLatin1Char('\\') && quote != QLatin1Char('`'))
            ++i;
        else if (sql[i] == quote)
            return i + 1; // a doubled quote reads as two neighbours, which is as good
        ++i;
    }
    return sql.size();
}

qsizetype endOfWord(const QString& sql, qsizetype start)
{
    qsizetype end = start;
    while (end < sql.size() && isWordChar(sql[end]))
        ++end;
    return end;
}

bool isUtf8Introducer(const QString& word)
{
    return word == QLatin1String("_utf8mb4") || word == QLatin1String("_utf8mb3") ||
           word == QLatin1String("_utf8");
}

} // namespace

QString translatedExpression(const QString& sql, ServerFamily from, const ServerInfo& to)
{
    if (from == to.family)
        return sql;
    QString result;
    QString previousWord;
    for (qsizetype i = 0; i < sql.size();) {
        const QChar c = sql[i];
        if (c == QLatin1Char('\'') || c == QLatin1Char('"') || c == QLatin1Char('`')) {
            const qsizetype end = endOfQuoted(sql, i);
            result += sql.mid(i, end - i);
            i = end;
        } else if (isWordChar(c)) {
            const qsizetype end = endOfWord(sql, i);
            const QString word = sql.mid(i, end - i).toLower();
            const bool beforeLiteral = end < sql.size() && sql[end] == QLatin1Char('\'');
            if (previousWord == QLatin1String("collate"))
                result += translatedCollation({word.section(u'_', 0, 0), word}, from, to).collation;
            else if (!(to.family == ServerFamily::MariaDb && beforeLiteral &&
                       isUtf8Introducer(word)))
                result += sql.mid(i, end - i);
            previousWord = word;
            i = end;
        } else {
            result += c;
            ++i;
        }
    }
    return result;
}

} // namespace causeway
