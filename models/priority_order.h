// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace causeway {

/// Priorities after one table was moved to another place among the others.
///
/// @param priorities  of all tables in the order that is wanted, the moved one in its new place.
/// @param moved       place of the moved one.
/// @return one priority per place: the moved one runs after the one above it and before the one
/// below it, nobody else changes places, and as few as possible change their number. All within
/// @p minimum and @p maximum; empty when there are more tables than numbers.
[[nodiscard]] std::vector<int> prioritiesAfterMove(const std::vector<int>& priorities, int moved,
                                                   int minimum, int maximum);

} // namespace causeway
