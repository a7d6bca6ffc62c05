// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/selftest/selftest_report.h"

#include <QCoreApplication>

/// @file The documented limits, as figures of a case.

namespace causeway::selftestlimits {

inline constexpr double kConnectSeconds = 5;
inline constexpr double kQuerySeconds = 1;
inline constexpr double kMemoryMegabytes = 500;
inline constexpr double kFullRowsPerSecond = 10;
inline constexpr double kIncrementalRowsPerSecond = 50;

inline QString unitSeconds()
{
    return QStringLiteral("s");
}
inline QString unitMegabytes()
{
    return QStringLiteral("MB");
}
inline QString unitRate()
{
    return QStringLiteral("rows/s");
}

[[nodiscard]] inline double secondsOf(std::chrono::milliseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

/// @p rows within @p time against the floor @p limit. @p name: QT_TRANSLATE_NOOP("SelfTest", …).
[[nodiscard]] inline TestFigure rate(const char* name, qint64 rows, std::chrono::milliseconds time,
                                     double limit)
{
    const double seconds = std::max(secondsOf(time), 0.001);
    return {QCoreApplication::translate("SelfTest", name), static_cast<double>(rows) / seconds,
            unitRate(), limit, TestFigure::Bound::AtLeast};
}

} // namespace causeway::selftestlimits
