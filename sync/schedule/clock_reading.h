// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>

namespace causeway {

/// One look at two clocks. Intervals are measured with the first; the second is for people, and to
/// go on after a restart.
struct ClockReading {
    std::chrono::milliseconds sinceBoot{0}; ///< never set; goes on while the machine sleeps
    QDateTime wall;                         ///< in the time zone that quiet hours are meant in
};
using ScheduleClock = std::function<ClockReading()>;

/// This machine's clocks; `wall` is local time. Thread: any.
[[nodiscard]] ClockReading readClock();

} // namespace causeway
