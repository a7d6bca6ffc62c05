// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/progress.h"

#include <chrono>
#include <mutex>

namespace causeway {

/// One look at a self-test that is going on.
struct SelfTestSnapshot {
    QString name; ///< of the case at work; empty while servers are prepared
    int done = 0; ///< cases that have ended
    int total = 0;
    int checks = 0;                                ///< of the case at work so far
    std::chrono::steady_clock::time_point began{}; ///< of the case at work
};

/// Where a self-test puts its progress and a timer takes it: latest wins.
/// Thread: every method from any thread.
class SelfTestWatch final {
public:
    ProgressMailbox run; ///< of the sync at work, or the last one

    void put(const SelfTestSnapshot& snapshot)
    {
        const std::scoped_lock lock(m_mutex);
        m_latest = snapshot;
    }
    void putChecks(int checks)
    {
        const std::scoped_lock lock(m_mutex);
        m_latest.checks = checks;
    }
    [[nodiscard]] SelfTestSnapshot latest() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_latest;
    }

private:
    mutable std::mutex m_mutex;
    SelfTestSnapshot m_latest;
};

} // namespace causeway
