// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QString>

namespace causeway {

/// The style sheet of the whole console in the colours of @p tokens.
/// @param points  size of ordinary text; what stands out is larger by a share of it.
[[nodiscard]] QString styleSheetOf(const Tokens& tokens, int points);

} // namespace causeway
