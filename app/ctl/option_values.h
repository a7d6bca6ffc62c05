// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/option_parser.h"

#include <optional>

namespace causeway::ctl {

/// --table NAME, repeatable.
[[nodiscard]] OptionSpec tableOption();

/// @p code about the value of --@p option, which should be one of @p allowed.
[[nodiscard]] Error badChoice(const ParsedOptions& options, const QString& option,
                              const QString& allowed, ErrorCode code);

/// CFG_002 about one @p value of --@p option, which should be one of @p allowed.
[[nodiscard]] Error badWord(const QString& option, const QString& value, const QString& allowed);

/// The value of --@p option as one of the interface's words; nullopt when it is not given.
/// Errors: @p code when it is none of @p allowed.
template<typename T>
[[nodiscard]] Result<std::optional<T>>
choiceOption(const ParsedOptions& options, const QString& option,
             std::optional<T> (*parse)(const QString&), const QString& allowed,
             ErrorCode code = ErrorCode::CfgInvalid)
{
    if (!options.has(option))
        return std::optional<T>();
    const std::optional<T> value = parse(options.value(option));
    return value ? Result<std::optional<T>>(value)
                 : Result<std::optional<T>>(badChoice(options, option, allowed, code));
}

/// The value of --@p option as a whole number from @p least on, @p fallback when it is not given.
/// Errors: CFG_002.
[[nodiscard]] Result<qint64> numberOption(const ParsedOptions& options, const QString& option,
                                          qint64 fallback, qint64 least);

} // namespace causeway::ctl
