// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/env_file.h"

namespace causeway {

/// One pass over the bytes of a `.env` file; fills the entries and warnings of an EnvFile.
/// Used once, by EnvFile only.
class EnvParser final {
public:
    EnvParser(const QByteArray& content, const QString& origin)
        : m_text(content)
        , m_origin(origin)
    {
    }

    /// Errors: CFG_002 with the line number.
    [[nodiscard]] Status run(EnvFile& into);

private:
    using Entry = EnvFile::Entry;

    [[nodiscard]] Status readLine();
    [[nodiscard]] Status readName(Entry& entry);
    [[nodiscard]] Status readValue(Entry& entry);
    [[nodiscard]] Status readQuoted(Entry& entry);
    void readPlain(Entry& entry);
    [[nodiscard]] Status endLine(bool afterQuote);
    void readEscape(QByteArray& value);
    void readReference(QByteArray& value);
    void add(Entry entry);
    void setValue(Entry& entry, const QByteArray& bytes);
    void skipBlanks();
    void skipToNextLine();
    void warn(const QString& sentence);
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek(qsizetype ahead = 0) const;
    [[nodiscard]] bool atLineEnd() const;
    [[nodiscard]] Error error(const QString& sentence, int line) const;

    const QByteArray& m_text;
    QString m_origin;
    qsizetype m_at = 0;
    int m_line = 1;
    std::vector<Entry> m_entries;
    QStringList m_warnings;
};

/// A name as `.env` files and shells allow: [A-Za-z_][A-Za-z0-9_]*.
[[nodiscard]] bool isEnvName(const QString& name);

} // namespace causeway
