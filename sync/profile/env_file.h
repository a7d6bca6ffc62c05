// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace causeway {

/// A `.env` file that can be edited without touching what was not asked for.
///
/// Grammar: `NAME=value` lines, optional `export `, `#` comments at the start of a line or after a
/// blank. 'single quotes' are literal; "double quotes" know \n \r \t \\ \" \$ and `${NAME}` of a
/// variable defined earlier in the same file; both may span lines. An unquoted value is trimmed.
/// Nothing else is expanded: no shell, no environment, no commands. Of a repeated name the last one
/// counts (and is warned about).
///
/// Invariant: content() is byte for byte what was parsed, but for the values that set() or remove()
/// changed: comments, order, unknown names, quoting, CRLF and a byte order mark stay.
///
/// A plain value. Thread: any one at a time.
class EnvFile final {
public:
    static constexpr qint64 kMaxBytes = 1'048'576;

    /// An empty file.
    EnvFile() = default;

    /// @param origin file name for messages. Errors: CFG_002 with the line number.
    [[nodiscard]] static Result<EnvFile> parse(const QByteArray& content, const QString& origin);
    /// Errors: CFG_007 (not there, too large), CFG_002 (malformed), SYS_004 (not permitted).
    [[nodiscard]] static Result<EnvFile> load(const QString& path);

    /// Names in order of first appearance.
    [[nodiscard]] QStringList names() const;
    /// The effective value, nullopt when the name is not set. An empty value is an empty string.
    [[nodiscard]] std::optional<QString> value(const QString& name) const;
    /// Line (from 1) of the effective definition, 0 when not set.
    [[nodiscard]] int lineOf(const QString& name) const;
    /// Translated sentences: repeated names, unknown references, bytes that are no UTF-8.
    [[nodiscard]] const QStringList& warnings() const { return m_warnings; }
    [[nodiscard]] const QString& origin() const { return m_origin; }

    /// Changes the effective definition in place, or adds one at the end. Quotes only where needed.
    /// Errors: CFG_002 when @p name is no valid name or @p value holds a NUL.
    [[nodiscard]] Status set(const QString& name, const QString& value);
    /// Removes every definition of @p name, with its line.
    void remove(const QString& name);

    [[nodiscard]] const QByteArray& content() const { return m_content; }
    /// Writes atomically; an existing file keeps its permissions, a new one gets 0600.
    /// Errors: SYS_004 not permitted, SYS_001 disk full, SYS_005 else.
    [[nodiscard]] Status save(const QString& path) const;

private:
    struct Entry {
        QString name;
        QString value;
        int line = 0;
        qsizetype lineStart = 0; ///< byte offsets into m_content
        qsizetype lineEnd = 0;   ///< behind the line break
        qsizetype valueStart = 0;
        qsizetype valueEnd = 0; ///< behind the closing quote, before a trailing comment
        char quote = 0;         ///< ' or " or 0
    };
    friend class EnvParser;

    [[nodiscard]] const Entry* effective(const QString& name) const;
    [[nodiscard]] Status reparse(QByteArray content);

    QByteArray m_content;
    QString m_origin;
    std::vector<Entry> m_entries;
    QStringList m_warnings;
};

} // namespace causeway
