// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace causeway::test {

/// What a table holds on one side in the end.
struct ExpectedTable {
    QString table;
    std::optional<Side> side; ///< empty: on both
    QByteArrayList columns;   ///< names or expressions
    QByteArrayList rows;      ///< sorted, cells separated by tabs
};

/// One case folder, or one of its round folders. README.md beside this file says what the files in
/// it mean. Ends the program when a file cannot be read or an option is unknown.
class CaseFolder final {
public:
    explicit CaseFolder(const QString& path);

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString file(const char* fileName) const;
    [[nodiscard]] bool has(const char* fileName) const;
    /// Value of an option; @p fallback when it is not set.
    [[nodiscard]] QString option(const char* key, const char* fallback = "") const;
    [[nodiscard]] QList<ExpectedTable> expectedTables() const;
    /// Lines of a file, sorted; empty when there is none.
    [[nodiscard]] QByteArrayList expectedLines(const char* fileName) const;
    /// First word and the rest of expect_error; null QStrings when there is none.
    [[nodiscard]] std::pair<QString, QString> expectedError() const;
    /// This folder, then its folders round2, round3, …
    [[nodiscard]] QList<CaseFolder> rounds() const;
    /// Each side has a script of its own to begin with.
    [[nodiscard]] bool beginsApart() const;

private:
    [[nodiscard]] QByteArrayList lines(const QString& fileName) const;

    QString m_path;
    QMap<QString, QString> m_options;
};

} // namespace causeway::test
