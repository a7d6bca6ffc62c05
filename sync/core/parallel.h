// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <future>
#include <utility>

namespace causeway {

/// Runs @p first on a thread of its own and @p second on the calling one; returns both results when
/// both are done. For two servers that shall work at the same time.
template<typename First, typename Second>
auto runBoth(First first, Second second)
{
    auto pending = std::async(std::launch::async, std::move(first));
    auto secondResult = second();
    return std::pair(pending.get(), std::move(secondResult));
}

} // namespace causeway
