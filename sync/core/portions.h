// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <algorithm>
#include <vector>

namespace causeway {

/// Calls @p work with consecutive parts of @p all, each of at most @p size elements, until one
/// fails.
template<typename T, typename Work>
Status inPortions(const std::vector<T>& all, std::size_t size, Work work)
{
    for (std::size_t at = 0; at < all.size(); at += size) {
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(at);
        const auto count = static_cast<std::ptrdiff_t>(std::min(size, all.size() - at));
        CAUSEWAY_TRY(work(std::vector<T>(first, first + count)));
    }
    return okStatus();
}

} // namespace causeway
