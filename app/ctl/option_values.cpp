// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/option_values.h"

#include <QCoreApplication>

namespace causeway::ctl {
namespace {

struct OptionText {
    Q_DECLARE_TR_FUNCTIONS(OptionText)
};

} // namespace

OptionSpec tableOption()
{
    return {QStringLiteral("table"), QStringLiteral("NAME"),
            OptionText::tr("only this table (may be repeated)"), true};
}

Error badChoice(const ParsedOptions& options, const QString& option, const QString& allowed,
                ErrorCode code)
{
    Error error = badWord(option, options.value(option), allowed);
    error.code = code;
    return error;
}

Error badWord(const QString& option, const QString& value, const QString& allowed)
{
    return makeError(ErrorCode::CfgInvalid, QLatin1String("--") + option,
                     OptionText::tr("\"%1\" is not one of: %2.").arg(value, allowed));
}

Result<qint64> numberOption(const ParsedOptions& options, const QString& option, qint64 fallback,
                            qint64 least)
{
    if (!options.has(option))
        return fallback;
    bool isNumber = false;
    const qint64 value = options.value(option).toLongLong(&isNumber);
    if (isNumber && value >= least)
        return value;
    return makeError(ErrorCode::CfgInvalid, QLatin1String("--") + option,
                     OptionText::tr("\"%1\" is no whole number from %2 on.")
                         .arg(options.value(option))
                         .arg(least));
}

} // namespace causeway::ctl
