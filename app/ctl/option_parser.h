// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace causeway::ctl {

/// One option of the command line.
struct OptionSpec {
    QString name;      ///< without the leading hyphens
    QString valueName; ///< shown in the help; empty: a flag without a value
    QString help;      ///< translated
    bool repeatable = false;
};

/// The options and arguments that were given.
class ParsedOptions final {
public:
    [[nodiscard]] bool has(const QString& name) const { return m_values.contains(name); }
    /// The last value given; empty when there is none.
    [[nodiscard]] QString value(const QString& name) const
    {
        const QStringList all = m_values.value(name);
        return all.isEmpty() ? QString() : all.last();
    }
    /// In the order given.
    [[nodiscard]] QStringList values(const QString& name) const { return m_values.value(name); }
    /// What is no option, in the order given.
    [[nodiscard]] const QStringList& arguments() const { return m_arguments; }

private:
    friend class OptionParser;
    QHash<QString, QStringList> m_values;
    QStringList m_arguments;
};

/// Reads `--name`, `--name value` and `--name=value`; `--` ends the options. `-h` is `--help`.
class OptionParser final {
public:
    explicit OptionParser(std::vector<OptionSpec> specs)
        : m_specs(std::move(specs))
    {
    }

    /// Reads all of @p words. Errors: CFG_006 for unknown options and missing or unwanted values.
    [[nodiscard]] Result<ParsedOptions> parse(const QStringList& words) const;

    /// Where the first word that is no option (nor the value of one) stands in @p words; -1 for
    /// none.
    [[nodiscard]] qsizetype firstArgument(const QStringList& words) const;

private:
    struct Word {
        const OptionSpec* spec = nullptr;
        QString value;
        bool hasValue = false;
    };
    [[nodiscard]] Word lookUp(const QString& word) const;
    [[nodiscard]] Status take(const QStringList& words, qsizetype& at, ParsedOptions& into) const;

    std::vector<OptionSpec> m_specs;
};

/// CFG_006 about @p what: the words of the command line at fault.
[[nodiscard]] Error usageError(const QString& what);

} // namespace causeway::ctl
