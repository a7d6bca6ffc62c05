// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backup/dump_reader.h"

#include "sync/dialect/dump_marks.h"

namespace causeway {
namespace {

using namespace dumpmarks;

/// A name has 64 letters of up to 4 bytes, each doubled at most.
constexpr qsizetype kHeadBytes = 1024;
constexpr int kValuesLength = sizeof kValues - 1;

QString lockedTable(const QByteArray& line)
{
    const qsizetype begin = sizeof kLock - 1;
    QByteArray name = line.mid(begin, line.size() - begin - qsizetype{sizeof kLockEnd - 1});
    name.replace("``", "`");
    return QString::fromUtf8(name);
}

} // namespace

void DumpReader::take(const char* data, qsizetype size)
{
    for (qsizetype i = 0; i < size; ++i) {
        if (m_state == State::Insert)
            takeOfInsert(data[i]);
        else
            takeOfLine(data[i]);
    }
}

void DumpReader::takeOfLine(char c)
{
    if (c == '\n') {
        endLine();
        m_head.clear();
        return;
    }
    if (m_head.size() < kHeadBytes)
        m_head += c;
    if (m_inTable && !m_foreign && c == ' ' && m_head == kInsert)
        beginInsert();
}

void DumpReader::beginInsert()
{
    m_state = State::Insert;
    m_head.clear();
    m_complete = false;
    m_quote = '\0';
    m_escaped = false;
    m_depth = 0;
    m_matched = 0;
}

void DumpReader::endLine()
{
    if (m_head.trimmed().isEmpty())
        return;
    m_complete = !m_foreign && m_head.startsWith(kEnd);
    if (m_head.startsWith(kDelimiter)) {
        m_foreign = m_head.trimmed() != kUsualDelimiter;
    } else if (!m_foreign && m_head.startsWith(kLock) && m_head.endsWith(kLockEnd)) {
        m_inTable = true;
        m_tables.push_back({lockedTable(m_head), 0});
    } else if (!m_foreign && m_head == kUnlock) {
        m_inTable = false;
    }
}

void DumpReader::takeOfInsert(char c)
{
    if (m_quote != '\0') {
        if (m_escaped)
            m_escaped = false;
        else if (c == '\\' && m_quote == '\'')
            m_escaped = true;
        else if (c == m_quote)
            m_quote = '\0'; // a doubled one opens the next at once
        return;
    }
    if (c == '\'' || c == '`') {
        m_quote = c;
    } else if (c == '(') {
        if (m_depth++ == 0 && m_matched == kValuesLength)
            ++m_tables.back().rows;
    } else if (c == ')') {
        --m_depth;
    } else if (c == ';' && m_depth == 0) {
        m_state = State::Line;
    } else if (m_depth == 0 && m_matched < kValuesLength) {
        m_matched = c == kValues[m_matched] ? m_matched + 1 : 0;
    }
}

} // namespace causeway
