// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"
#include "sync/profile/profile.h"

#include <QStringList>

namespace causeway::doctor {

/// What to do about @p error, met while connecting to @p side, step by step. Empty when the
/// error's own advice says all there is.
[[nodiscard]] QStringList connectionAdvice(const Error& error, const SideConfig& side);

} // namespace causeway::doctor
