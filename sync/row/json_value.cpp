// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/row/json_value.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <map>

namespace causeway {
namespace {

class Canonicaliser {
public:
    explicit Canonicaliser(const QByteArray& text)
        : m_text(text)
    {
    }

    std::optional<QByteArray> run()
    {
        QByteArray result = value();
        skipBlanks();
        if (m_failed || m_at != m_text.size())
            return std::nullopt;
        return result;
    }

private:
    static constexpr int kMaxDepth = 200;

    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipBlanks()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')
            ++m_at;
    }
    QByteArray fail()
    {
        m_failed = true;
        m_at = m_text.size();
        return {};
    }
    bool take(char wanted)
    {
        skipBlanks();
        if (peek() != wanted)
            return false;
        ++m_at;
        return true;
    }

    QByteArray value();
    QByteArray object();
    QByteArray array();
    QByteArray string();
    QByteArray number();
    QByteArray word();
    QByteArray digits();

    const QByteArray& m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_failed = false;
};

QByteArray Canonicaliser::value()
{
    skipBlanks();
    if (++m_depth > kMaxDepth)
        return fail();
    QByteArray result;
    const char first = peek();
    if (first == '{')
        result = object();
    else if (first == '[')
        result = array();
    else if (first == '"')
        result = string();
    else if (first == '-' || (first >= '0' && first <= '9'))
        result = number();
    else
        result = word();
    --m_depth;
    return result;
}

QByteArray Canonicaliser::object()
{
    std::map<QByteArray, QByteArray> members;
    take('{');
    if (take('}'))
        return "{}";
    do {
        skipBlanks();
        const QByteArray name = string();
        if (m_failed || !take(':') || members.contains(name))
            return fail();
        members.emplace(name, value());
    } while (take(','));
    if (m_failed || !take('}'))
        return fail();
    QByteArray result;
    for (const auto& [name, member] : members)
        result += (result.isEmpty() ? "{" : ",") + name + ':' + member;
    return result + '}';
}

QByteArray Canonicaliser::array()
{
    take('[');
    if (take(']'))
        return "[]";
    QByteArray result;
    do {
        result += (result.isEmpty() ? "[" : ",") + value();
    } while (take(','));
    return m_failed || !take(']') ? fail() : result + ']';
}

/// Decodes and re-encodes through Qt, so that "\u00e9" and "é" are one spelling.
QByteArray Canonicaliser::string()
{
    const qsizetype begin = m_at;
    if (peek() != '"')
        return fail();
    for (++m_at; m_at < m_text.size() && peek() != '"'; ++m_at) {
        if (peek() == '\\')
            ++m_at;
    }
    if (peek() != '"')
        return fail();
    ++m_at;
    const QByteArray literal = m_text.mid(begin, m_at - begin);
    const QJsonDocument document = QJsonDocument::fromJson('[' + literal + ']');
    if (!document.isArray() || document.array().size() != 1)
        return fail();
    const QByteArray encoded = document.toJson(QJsonDocument::Compact);
    return encoded.mid(1, encoded.size() - 2);
}

QByteArray Canonicaliser::digits()
{
    const qsizetype begin = m_at;
    while (peek() >= '0' && peek() <= '9')
        ++m_at;
    return m_text.mid(begin, m_at - begin);
}

QByteArray Canonicaliser::number()
{
    QByteArray result;
    if (peek() == '-') {
        result = "-";
        ++m_at;
    }
    QByteArray mantissa = digits();
    qint64 exponent = 0;
    if (mantissa.isEmpty() || (mantissa.size() > 1 && mantissa[0] == '0'))
        return fail();
    if (peek() == '.') {
        ++m_at;
        const QByteArray fraction = digits();
        if (fraction.isEmpty())
            return fail();
        mantissa += fraction;
        exponent -= fraction.size();
    }
    if (peek() == 'e' || peek() == 'E') {
        ++m_at;
        const bool negative = peek() == '-';
        if (peek() == '-' || peek() == '+')
            ++m_at;
        bool ok = false;
        const qint64 written = digits().left(9).toLongLong(&ok);
        if (!ok)
            return fail();
        exponent += negative ? -written : written;
    }
    while (mantissa.size() > 1 && mantissa.endsWith('0')) {
        mantissa.chop(1);
        ++exponent;
    }
    qsizetype zeros = 0;
    while (zeros < mantissa.size() - 1 && mantissa[zeros] == '0')
        ++zeros;
    mantissa.remove(0, zeros);
    if (mantissa == "0")
        return "0";
    return result + mantissa + 'e' + QByteArray::number(exponent);
}

QByteArray Canonicaliser::word()
{
    for (const char* literal : {"true", "false", "null"}) {
        const QByteArray wanted(literal);
        if (m_text.mid(m_at, wanted.size()) == wanted) {
            m_at += wanted.size();
            return wanted;
        }
    }
    return fail();
}

} // namespace

std::optional<QByteArray> canonicalJson(const QByteArray& text)
{
    return Canonicaliser(text).run();
}

} // namespace causeway
