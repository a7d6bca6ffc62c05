// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/alert/alert_state.h"

#include <QString>

namespace causeway {

/// One sentence about @p alert, in the current language: what is the matter, and the limit.
[[nodiscard]] QString alertText(const ActiveAlert& alert);
/// What @p rule watches, in the current language: "Failed runs".
[[nodiscard]] QString alertTitle(AlertRule rule);
/// @p value of @p rule with its unit: "50 %", "1 h 5 min", "2.0 GB".
[[nodiscard]] QString alertValueText(AlertRule rule, double value);

} // namespace causeway
