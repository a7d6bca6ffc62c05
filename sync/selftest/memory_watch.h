// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/monitor/machine_meter.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace causeway {

/// Watches how far this program's memory grows while it lives.
class MemoryWatch final {
public:
    MemoryWatch()
        : m_before(residentBytes().value_or(0))
        , m_most(m_before)
        , m_thread([this](const std::stop_token& ended) { watch(ended); })
    {
    }

    /// The most that was in use at a time beyond what was in the beginning, in MB.
    [[nodiscard]] double growthMegabytes()
    {
        look();
        const std::scoped_lock lock(m_mutex);
        return (m_most - m_before) / 1e6;
    }

private:
    void look()
    {
        const double now = residentBytes().value_or(0);
        const std::scoped_lock lock(m_mutex);
        m_most = std::max(m_most, now);
    }
    void watch(const std::stop_token& ended)
    {
        while (!ended.stop_requested()) {
            look();
            std::unique_lock lock(m_mutex);
            m_condition.wait_for(lock, ended, std::chrono::milliseconds(20), [] { return false; });
        }
    }

    double m_before = 0;
    double m_most = 0;
    std::mutex m_mutex; ///< of m_most
    std::condition_variable_any m_condition;
    std::jthread m_thread;
};

} // namespace causeway
