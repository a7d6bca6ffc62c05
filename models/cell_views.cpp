// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cell_views.h"

#include <QJsonDocument>

#include <algorithm>

namespace causeway {
namespace {

constexpr qsizetype kLine = 16;
constexpr int kIndent = 2;

/// Lays valid JSON text out anew, character by character.
class Indenter {
public:
    QString laidOut(const QString& text)
    {
        for (const QChar c : text)
            take(c);
        return m_out;
    }

private:
    void take(QChar c)
    {
        if (m_inString)
            return takeInString(c);
        if (c.isSpace())
            return;
        const bool opens = c == u'{' || c == u'[';
        const bool closes = c == u'}' || c == u']';
        if (closes)
            close();
        else if (m_isFresh)
            breakLine();
        m_isFresh = opens;
        m_depth += opens ? 1 : 0;
        m_inString = c == u'"';
        m_out += c;
        if (c == u',')
            breakLine();
        else if (c == u':')
            m_out += u' ';
    }
    void takeInString(QChar c)
    {
        m_out += c;
        m_inString = m_isEscaped || c != u'"';
        m_isEscaped = c == u'\\' && !m_isEscaped;
    }
    void close()
    {
        --m_depth;
        if (!m_isFresh) // an empty one stays on its line
            breakLine();
    }
    void breakLine() { m_out += u'\n' + QString(m_depth * kIndent, u' '); }

    QString m_out;
    int m_depth = 0;
    bool m_isFresh = false; ///< right behind an opening bracket
    bool m_inString = false;
    bool m_isEscaped = false;
};

} // namespace

QString indentedJson(const QByteArray& value)
{
    QJsonParseError error;
    static_cast<void>(QJsonDocument::fromJson(value, &error));
    if (error.error != QJsonParseError::NoError)
        return {};
    return Indenter().laidOut(QString::fromUtf8(value));
}

QString hexDump(const QByteArray& value, qsizetype limit)
{
    QStringList lines;
    const qsizetype shown = std::min(value.size(), limit);
    for (qsizetype at = 0; at < shown; at += kLine) {
        const QByteArray part = value.mid(at, std::min(kLine, shown - at));
        QString printable;
        for (const char c : part)
            printable += c >= ' ' && c <= '~' ? QLatin1Char(c) : QLatin1Char('.');
        lines << QStringLiteral("%1  %2  %3")
                     .arg(at, 6, 16, QLatin1Char('0'))
                     .arg(QLatin1String(part.toHex(' ')), -static_cast<int>(3 * kLine - 1))
                     .arg(printable);
    }
    return lines.join(u'\n');
}

} // namespace causeway
