// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>

namespace causeway {

/// How a pause is kept.
struct PauseBounds {
    std::chrono::milliseconds keepAlive{20'000}; ///< connections are used so often meanwhile
    std::chrono::milliseconds longest{std::chrono::minutes(30)}; ///< after this the run is stopped
};

/// Where the threads of a run wait between two batches while somebody wants it to stand still.
///
/// Thread: every method from any thread.
class PauseGate final {
public:
    enum class State {
        Open,
        Pausing, ///< wanted; somebody is still at work on a batch
        Paused   ///< nobody is at work
    };

    /// @param stop asked to stop when a pause lasts longer than it may.
    explicit PauseGate(std::stop_source stop = {}, PauseBounds bounds = {});

    void pause();
    void resume();
    [[nodiscard]] State state() const;
    /// How long nobody has been at work so far, a pause that goes on included.
    [[nodiscard]] std::chrono::milliseconds stoodStill() const;

    /// Called between batches, outside of every transaction: comes back at once unless a pause is
    /// wanted; else with its end, or as soon as @p stop is requested.
    /// @param keepAlive called from time to time on the waiting thread. Its error ends the pause
    ///                  for this thread and is handed back.
    [[nodiscard]] Status hold(const std::stop_token& stop,
                              const std::function<Status()>& keepAlive);

    /// While it lives one more thread is at work: the run stands still when all of them wait.
    class Worker final {
    public:
        explicit Worker(PauseGate* gate); ///< nullptr: of a run that nobody pauses
        ~Worker();
        Worker(const Worker&) = delete;
        Worker& operator=(const Worker&) = delete;

    private:
        PauseGate* m_gate;
    };

private:
    using Clock = std::chrono::steady_clock;

    void count(); ///< under the mutex, whenever one of the numbers has changed
    [[nodiscard]] bool lastsTooLong(Clock::time_point begun) const;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::stop_source m_stop;
    PauseBounds m_bounds;
    bool m_wanted = false;
    int m_workers = 1;
    int m_waiting = 0;
    std::optional<Clock::time_point> m_stillSince;
    Clock::duration m_before{0}; ///< of the pauses before
};

/// How long a run has been at work since this was made.
class WorkTime final {
public:
    explicit WorkTime(const PauseGate* pause); ///< nullptr: of a run that nobody pauses

    [[nodiscard]] std::chrono::milliseconds spent() const;
    [[nodiscard]] std::chrono::milliseconds stoodStill() const;

private:
    const PauseGate* m_pause;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::chrono::milliseconds m_stillBefore{0};
};

} // namespace causeway
