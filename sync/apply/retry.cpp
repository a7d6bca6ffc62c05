// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/retry.h"

#include <condition_variable>
#include <mutex>
#include <random>

namespace causeway {
namespace {

using namespace std::chrono_literals;

constexpr int kAttempts = 6;

/// Waits a random while that doubles with each attempt; ends early when stopped.
void backOff(int attempt, const std::stop_token& stop)
{
    static thread_local std::minstd_rand random{std::random_device{}()};
    const auto longest = 20ms * (1 << attempt);
    std::uniform_int_distribution<int> pick(5, static_cast<int>(longest.count()));
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, std::chrono::milliseconds(pick(random)), [] { return false; });
}

template<typename Outcome>
Outcome repeat(const std::stop_token& stop, const std::function<Outcome()>& attempt)
{
    for (int number = 0;; ++number) {
        auto outcome = attempt();
        if (outcome || outcome.error().outcomeUnknown() || outcome.error().breaksConnection())
            return outcome;
        if (!outcome.error().isRetryable() || number + 1 == kAttempts || stop.stop_requested())
            return outcome;
        backOff(number, stop);
    }
}

} // namespace

Result<WriteOutcome> withRetries(const std::stop_token& stop,
                                 const std::function<Result<WriteOutcome>()>& attempt)
{
    return repeat(stop, attempt);
}

Status withRetries(const std::stop_token& stop, const std::function<Status()>& attempt)
{
    return repeat(stop, attempt);
}

} // namespace causeway
