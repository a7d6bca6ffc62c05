// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/option_parser.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway::ctl {
namespace {

bool looksLikeOption(const QString& word)
{
    return word.startsWith(QLatin1Char('-')) && word.size() > 1;
}

} // namespace

Error usageError(const QString& what)
{
    return makeError(ErrorCode::CfgUsage, what);
}

OptionParser::Word OptionParser::lookUp(const QString& word) const
{
    Word result;
    QString name = word == QLatin1String("-h") ? QStringLiteral("--help") : word;
    if (!name.startsWith(QLatin1String("--")))
        return result;
    name.remove(0, 2);
    if (const qsizetype equals = name.indexOf(QLatin1Char('=')); equals >= 0) {
        result.value = name.mid(equals + 1);
        result.hasValue = true;
        name.truncate(equals);
    }
    const auto found = std::find_if(m_specs.begin(), m_specs.end(),
                                    [&name](const OptionSpec& spec) { return spec.name == name; });
    if (found != m_specs.end())
        result.spec = &*found;
    return result;
}

Status OptionParser::take(const QStringList& words, qsizetype& at, ParsedOptions& into) const
{
    const QString& given = words[at];
    Word word = lookUp(given);
    const QString shown = given.section(QLatin1Char('='), 0, 0);
    if (word.spec == nullptr) {
        return usageError(
            QCoreApplication::translate("OptionParser", "there is no option %1").arg(shown));
    }
    const bool wantsValue = !word.spec->valueName.isEmpty();
    if (!wantsValue && word.hasValue) {
        return usageError(
            QCoreApplication::translate("OptionParser", "the option %1 takes no value").arg(shown));
    }
    if (wantsValue && !word.hasValue) {
        if (at + 1 >= words.size()) {
            return usageError(
                QCoreApplication::translate("OptionParser", "the option %1 needs a value (%2)")
                    .arg(shown, word.spec->valueName));
        }
        word.value = words[++at];
    }
    QStringList& values = into.m_values[word.spec->name];
    if (!values.isEmpty() && wantsValue && !word.spec->repeatable) {
        return usageError(
            QCoreApplication::translate("OptionParser", "the option %1 is given twice").arg(shown));
    }
    values << word.value;
    return okStatus();
}

Result<ParsedOptions> OptionParser::parse(const QStringList& words) const
{
    ParsedOptions result;
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (words[at] == QLatin1String("--")) {
            result.m_arguments << words.mid(at + 1);
            break;
        }
        if (looksLikeOption(words[at]))
            CAUSEWAY_TRY(take(words, at, result));
        else
            result.m_arguments << words[at];
    }
    return result;
}

qsizetype OptionParser::firstArgument(const QStringList& words) const
{
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (words[at] == QLatin1String("--"))
            return -1;
        if (!looksLikeOption(words[at]))
            return at;
        const Word word = lookUp(words[at]);
        if (word.spec != nullptr && !word.spec->valueName.isEmpty() && !word.hasValue)
            ++at;
    }
    return -1;
}

} // namespace causeway::ctl
