// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schedule/clock_reading.h"

#include <ctime>

namespace causeway {

ClockReading readClock()
{
    // CLOCK_MONOTONIC, which is std::chrono::steady_clock, stands still while a laptop sleeps.
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const auto sinceBoot = std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
    return {std::chrono::duration_cast<std::chrono::milliseconds>(sinceBoot),
            QDateTime::currentDateTime()};
}

} // namespace causeway
