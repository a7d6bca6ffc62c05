// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/env_file.h"

#include "sync/profile/env_parser.h"
#include "sync/profile/private_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace causeway {
namespace {

/// Characters that mean the same to every program that reads such files.
bool isPlainValue(const QString& value)
{
    static const QString marks = QStringLiteral("_./:@%+,-");
    return std::all_of(value.begin(), value.end(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || marks.contains(c);
    });
}

QByteArray doubleQuoted(const QString& value)
{
    QByteArray result("\"");
    const QByteArray bytes = value.toUtf8();
    for (const char c : bytes) {
        switch (c) {
        case '\n':
            result += "\\n";
            break;
        case '\r':
            result += "\\r";
            break;
        case '"':
        case '\\':
        case '$':
            result += '\\';
            [[fallthrough]];
        default:
            result += c;
        }
    }
    return result + '"';
}

QByteArray quoted(const QString& value, char style)
{
    const bool fitsSingle = !value.contains(QLatin1Char('\'')) &&
                            !value.contains(QLatin1Char('\n')) &&
                            !value.contains(QLatin1Char('\r'));
    if (style == 0 && isPlainValue(value))
        return value.toUtf8();
    if (style == '"' || !fitsSingle)
        return doubleQuoted(value);
    return '\'' + value.toUtf8() + '\'';
}

} // namespace

Result<EnvFile> EnvFile::parse(const QByteArray& content, const QString& origin)
{
    EnvFile file;
    file.m_origin = origin;
    if (content.size() > kMaxBytes) {
        return makeError(ErrorCode::CfgInvalid, origin,
                         QCoreApplication::translate(
                             "EnvFile", "The file is larger than 1 MiB; this is no .env file."));
    }
    CAUSEWAY_TRY(file.reparse(content));
    return file;
}

Result<EnvFile> EnvFile::load(const QString& path)
{
    auto content = readSmallFile(path, kMaxBytes);
    if (!content)
        return content.error();
    return parse(*content, path);
}

Status EnvFile::reparse(QByteArray content)
{
    CAUSEWAY_TRY(EnvParser(content, m_origin).run(*this));
    m_content = std::move(content);
    return okStatus();
}

QStringList EnvFile::names() const
{
    QStringList result;
    for (const Entry& entry : m_entries) {
        if (!result.contains(entry.name))
            result << entry.name;
    }
    return result;
}

const EnvFile::Entry* EnvFile::effective(const QString& name) const
{
    const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                    [&name](const Entry& entry) { return entry.name == name; });
    return found == m_entries.rend() ? nullptr : &*found;
}

std::optional<QString> EnvFile::value(const QString& name) const
{
    const Entry* entry = effective(name);
    return entry == nullptr ? std::nullopt : std::optional(entry->value);
}

int EnvFile::lineOf(const QString& name) const
{
    const Entry* entry = effective(name);
    return entry == nullptr ? 0 : entry->line;
}

Status EnvFile::set(const QString& name, const QString& value)
{
    if (!isEnvName(name) || value.contains(QChar(0))) {
        return makeError(ErrorCode::CfgInvalid, name,
                         QCoreApplication::translate(
                             "EnvFile", "This name or value cannot be written to a .env file."));
    }
    const Entry* entry = effective(name);
    if (entry != nullptr && entry->value == value)
        return okStatus();
    QByteArray content = m_content;
    if (entry != nullptr) {
        content.replace(entry->valueStart, entry->valueEnd - entry->valueStart,
                        quoted(value, entry->quote));
        return reparse(std::move(content));
    }
    const QByteArray lineBreak = content.contains("\r\n") ? "\r\n" : "\n";
    if (!content.isEmpty() && !content.endsWith('\n') && content != QByteArray("\xEF\xBB\xBF"))
        content +=
            content.endsWith('\r') ? QByteArray("\n") : lineBreak; // half a line break: the rest
    content += name.toUtf8() + '=' + quoted(value, 0) + lineBreak;
    return reparse(std::move(content));
}

void EnvFile::remove(const QString& name)
{
    QByteArray content = m_content;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (entry->name == name)
            content.remove(entry->lineStart, entry->lineEnd - entry->lineStart);
    }
    // Taking whole assignments away leaves a file that parses.
    const Status parsed = reparse(std::move(content));
    Q_ASSERT(parsed.ok());
}

Status EnvFile::save(const QString& path) const
{
    return writeFileAtomically(path, m_content);
}

} // namespace causeway
