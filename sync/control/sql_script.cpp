// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/sql_script.h"

#include <utility>

namespace causeway {
namespace {

// Cuts one script; every consume…() moves m_at past what it recognised and tells whether it did.
class Splitter final {
public:
    explicit Splitter(const QByteArray& script)
        : m_script(script)
    {
    }

    QList<QByteArray> run()
    {
        while (m_at < m_script.size()) {
            if (!consumeDelimiterLine() && !consumeComment() && !consumeQuoted() && !consumeEnd())
                m_statement += m_script[m_at++];
        }
        finishStatement();
        return std::move(m_statements);
    }

private:
    [[nodiscard]] QByteArrayView rest(qsizetype offset = 0) const
    {
        return QByteArrayView(m_script).sliced(qMin(m_at + offset, m_script.size()));
    }

    [[nodiscard]] bool at(QByteArrayView text, qsizetype offset = 0) const
    {
        return rest(offset).startsWith(text);
    }

    [[nodiscard]] qsizetype endOfLine() const
    {
        const qsizetype end = m_script.indexOf('\n', m_at);
        return end < 0 ? m_script.size() : end;
    }

    bool consumeDelimiterLine()
    {
        const QByteArray word("DELIMITER");
        const QByteArrayView here = rest().first(qMin(word.size(), m_script.size() - m_at));
        if (here.compare(word, Qt::CaseInsensitive) != 0 || !m_statement.trimmed().isEmpty())
            return false;
        const qsizetype end = endOfLine();
        m_delimiter = m_script.mid(m_at + word.size(), end - m_at - word.size()).trimmed();
        m_at = end;
        return true;
    }

    [[nodiscard]] bool atLineComment() const
    {
        if (at("#"))
            return true;
        const char next = m_at + 2 < m_script.size() ? m_script[m_at + 2] : '\n';
        return at("--") && static_cast<unsigned char>(next) <= ' ';
    }

    bool consumeComment()
    {
        if (atLineComment()) {
            dropComment(endOfLine(), {});
            return true;
        }
        if (!at("/*"))
            return false;
        const qsizetype close = m_script.indexOf("*/", m_at + 2);
        const qsizetype end = close < 0 ? m_script.size() : close + 2;
        const bool executable = at("!", 2) || at("M!", 2) || at("+", 2);
        dropComment(end, executable ? m_script.mid(m_at, end - m_at) : QByteArray(" "));
        return true;
    }

    // Two minus signs stay two minus signs: with a blank behind them they would begin a comment.
    void dropComment(qsizetype end, const QByteArray& instead)
    {
        const bool isBlank = instead.trimmed().isEmpty();
        m_statement += isBlank && m_statement.endsWith("--") ? QByteArray("/**/") : instead;
        m_at = end;
    }

    // A doubled quote is two quoted texts side by side, which comes to the same.
    bool consumeQuoted()
    {
        const char quote = m_script[m_at];
        if (quote != '\'' && quote != '"' && quote != '`')
            return false;
        qsizetype end = m_at + 1;
        while (end < m_script.size() && m_script[end] != quote)
            end += m_script[end] == '\\' && quote != '`' ? 2 : 1;
        end = qMin(end + 1, m_script.size());
        m_statement += m_script.mid(m_at, end - m_at);
        m_at = end;
        return true;
    }

    bool consumeEnd()
    {
        if (m_delimiter.isEmpty() || !at(m_delimiter))
            return false;
        m_at += m_delimiter.size();
        finishStatement();
        return true;
    }

    void finishStatement()
    {
        const QByteArray statement = m_statement.trimmed();
        if (!statement.isEmpty())
            m_statements.append(statement);
        m_statement.clear();
    }

    const QByteArray& m_script;
    qsizetype m_at = 0;
    QByteArray m_delimiter = ";";
    QByteArray m_statement;
    QList<QByteArray> m_statements;
};

} // namespace

QList<QByteArray> splitSqlScript(const QByteArray& script)
{
    return Splitter(script).run();
}

} // namespace causeway
