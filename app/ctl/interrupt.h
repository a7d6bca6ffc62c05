// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>
#include <thread>

namespace causeway::ctl {

/// Turns SIGINT and SIGTERM into a stop request: the first asks the work to stop at a safe point, a
/// second one ends the program at once with exit code 130.
///
/// Thread: one object per program, made in main before other threads. Its thread calls @p onFirst.
class Interrupt final {
public:
    explicit Interrupt(std::function<void()> onFirst);
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    ~Interrupt();

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }
    [[nodiscard]] bool happened() const { return m_source.stop_requested(); }

    static constexpr int kExitCode = 130;

private:
    void watch();

    std::stop_source m_source;
    std::function<void()> m_onFirst;
    int m_readEnd = -1;
    int m_writeEnd = -1;
    std::jthread m_thread;
};

} // namespace causeway::ctl
