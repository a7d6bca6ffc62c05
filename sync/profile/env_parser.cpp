// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/env_parser.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace causeway {
namespace {

constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";

bool isNameStart(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

bool isNameChar(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

bool isEnvName(const QString& name)
{
    const QByteArray bytes = name.toUtf8();
    return !bytes.isEmpty() && isNameStart(bytes[0]) &&
           std::all_of(bytes.begin(), bytes.end(), isNameChar);
}

char EnvParser::peek(qsizetype ahead) const
{
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
}

bool EnvParser::atLineEnd() const
{
    return atEnd() || peek() == '\n' ||
           (peek() == '\r' && (peek(1) == '\n' || m_at + 1 == m_text.size()));
}

void EnvParser::skipBlanks()
{
    while (!atEnd() && isBlank(peek()))
        ++m_at;
}

void EnvParser::skipToNextLine()
{
    const qsizetype end = m_text.indexOf('\n', m_at);
    m_at = end < 0 ? m_text.size() : end + 1;
    ++m_line;
}

Error EnvParser::error(const QString& sentence, int line) const
{
    return makeError(ErrorCode::CfgInvalid, m_origin,
                     QCoreApplication::translate("EnvFile", "Line %1: %2").arg(line).arg(sentence));
}

void EnvParser::warn(const QString& sentence)
{
    m_warnings << QCoreApplication::translate("EnvFile", "Line %1: %2").arg(m_line).arg(sentence);
}

Status EnvParser::run(EnvFile& into)
{
    if (const qsizetype nul = m_text.indexOf('\0'); nul >= 0) {
        const auto line = static_cast<int>(m_text.left(nul).count('\n')) + 1;
        return error(QCoreApplication::translate(
                         "EnvFile", "There is a NUL byte; the file is no UTF-8 text file."),
                     line);
    }
    if (m_text.startsWith(kByteOrderMark))
        m_at = 3;
    while (!atEnd())
        CAUSEWAY_TRY(readLine());
    into.m_entries = std::move(m_entries);
    into.m_warnings = std::move(m_warnings);
    return okStatus();
}

Status EnvParser::readLine()
{
    Entry entry;
    entry.line = m_line;
    entry.lineStart = m_at;
    skipBlanks();
    if (atLineEnd() || peek() == '#') {
        skipToNextLine();
        return okStatus();
    }
    CAUSEWAY_TRY(readName(entry));
    CAUSEWAY_TRY(readValue(entry));
    CAUSEWAY_TRY(endLine(entry.quote != 0));
    entry.lineEnd = m_at;
    add(std::move(entry));
    return okStatus();
}

Status EnvParser::readName(Entry& entry)
{
    if (m_text.mid(m_at, 6) == "export" && isBlank(peek(6))) {
        m_at += 6;
        skipBlanks();
    }
    const qsizetype start = m_at;
    while (!atEnd() && isNameChar(peek()))
        ++m_at;
    entry.name = QString::fromLatin1(m_text.mid(start, m_at - start));
    skipBlanks();
    if (entry.name.isEmpty() || !isNameStart(m_text[start])) {
        return error(QCoreApplication::translate(
                         "EnvFile", "A line must be NAME=value or a comment that begins with #."),
                     m_line);
    }
    if (peek() != '=') {
        return error(
            QCoreApplication::translate("EnvFile", "There is no \"=\" right after the name \"%1\".")
                .arg(entry.name),
            m_line);
    }
    ++m_at;
    return okStatus();
}

Status EnvParser::readValue(Entry& entry)
{
    const qsizetype afterEquals = m_at;
    skipBlanks();
    entry.valueStart = m_at;
    if (peek() == '\'' || peek() == '"')
        return readQuoted(entry);
    if (peek() == '#' && m_at > afterEquals) { // NAME= # comment
        entry.valueStart = entry.valueEnd = afterEquals;
        setValue(entry, {});
        return okStatus();
    }
    readPlain(entry);
    return okStatus();
}

void EnvParser::readPlain(Entry& entry)
{
    while (!atLineEnd() && !(peek() == '#' && m_at > entry.valueStart && isBlank(m_text[m_at - 1])))
        ++m_at;
    qsizetype end = m_at;
    while (end > entry.valueStart && (isBlank(m_text[end - 1]) || m_text[end - 1] == '\r'))
        --end;
    setValue(entry, m_text.mid(entry.valueStart, end - entry.valueStart));
    // A stray carriage return goes with the value: behind a quote it would be text.
    const QByteArrayView tail = QByteArrayView(m_text).sliced(end, m_at - end);
    entry.valueEnd = end + tail.lastIndexOf('\r') + 1;
}

Status EnvParser::readQuoted(Entry& entry)
{
    entry.quote = peek();
    ++m_at;
    QByteArray value;
    while (!atEnd() && peek() != entry.quote) {
        if (peek() == '\n')
            ++m_line;
        if (entry.quote == '"' && peek() == '\\')
            readEscape(value);
        else if (entry.quote == '"' && peek() == '$' && peek(1) == '{')
            readReference(value);
        else
            value += m_text[m_at++];
    }
    if (atEnd()) {
        return error(
            QCoreApplication::translate("EnvFile", "The quote opened for \"%1\" is never closed.")
                .arg(entry.name),
            entry.line);
    }
    ++m_at;
    entry.valueEnd = m_at;
    setValue(entry, value);
    return okStatus();
}

void EnvParser::readEscape(QByteArray& value)
{
    static constexpr char kCodes[] = "nrt\\\"$";
    static constexpr char kMeaning[] = "\n\r\t\\\"$";
    const char* code = atEnd() ? nullptr : std::find(kCodes, kCodes + 6, peek(1));
    if (code == nullptr || code == kCodes + 6) {
        value += m_text[m_at++];
        return;
    }
    value += kMeaning[code - kCodes];
    m_at += 2;
}

void EnvParser::readReference(QByteArray& value)
{
    const qsizetype close = m_text.indexOf('}', m_at);
    const QString name =
        close < 0 ? QString() : QString::fromUtf8(m_text.mid(m_at + 2, close - m_at - 2));
    const auto earlier = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                      [&name](const Entry& entry) { return entry.name == name; });
    if (earlier == m_entries.rend()) {
        if (isEnvName(name)) {
            warn(QCoreApplication::translate(
                     "EnvFile", "${%1} is not defined above this line and stays as it is.")
                     .arg(name));
        }
        value += m_text[m_at++];
        return;
    }
    value += earlier->value.toUtf8();
    m_at = close + 1;
}

Status EnvParser::endLine(bool afterQuote)
{
    skipBlanks();
    if (!atLineEnd() && !(peek() == '#' && (!afterQuote || isBlank(m_text[m_at - 1])))) {
        return error(
            QCoreApplication::translate(
                "EnvFile", "There is text after the closing quote; quote the whole value."),
            m_line);
    }
    skipToNextLine();
    return okStatus();
}

void EnvParser::setValue(Entry& entry, const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    entry.value = decoder(bytes);
    if (decoder.hasError()) {
        warn(QCoreApplication::translate("EnvFile", "The value of \"%1\" is no UTF-8 text.")
                 .arg(entry.name));
    }
    if (entry.value.isNull())
        entry.value = QStringLiteral("");
}

void EnvParser::add(Entry entry)
{
    const auto before = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                     [&](const Entry& other) { return other.name == entry.name; });
    if (before != m_entries.rend()) {
        m_warnings << QCoreApplication::translate(
                          "EnvFile",
                          "Line %1: \"%2\" was set before, on line %3; the last one counts.")
                          .arg(entry.line)
                          .arg(entry.name)
                          .arg(before->line);
    }
    m_entries.push_back(std::move(entry));
}

} // namespace causeway
