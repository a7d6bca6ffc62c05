// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace causeway {

/// A stop token that is stopped by another one, or after a while.
class CaseDeadline final {
public:
    CaseDeadline(std::chrono::seconds time, const std::stop_token& outer)
        : m_forward(outer, [this] { m_source.request_stop(); })
        , m_thread([this, time](const std::stop_token& ended) { wait(time, ended); })
    {
    }

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }
    /// The time is over.
    [[nodiscard]] bool expired() const { return m_expired; }

private:
    void wait(std::chrono::seconds time, const std::stop_token& ended)
    {
        std::unique_lock lock(m_mutex);
        m_condition.wait_for(lock, ended, time, [] { return false; });
        if (ended.stop_requested())
            return;
        m_expired = true;
        m_source.request_stop();
    }

    std::stop_source m_source;
    std::atomic<bool> m_expired{false};
    std::mutex m_mutex;
    std::condition_variable_any m_condition;
    std::stop_callback<std::function<void()>> m_forward;
    std::jthread m_thread; ///< last: ends before all that it uses
};

} // namespace causeway
