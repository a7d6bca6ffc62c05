// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <limits>

namespace causeway {

/// What is measured. The order may grow at its end only by way of metricKey(): values are stored by
/// key.
enum class Metric {
    RowsToLocal,          ///< rows per second written by the run at work
    RowsToRemote,         ///< rows per second
    PendingRows,          ///< rows known to wait: planned and not yet written
    RemoteLatency,        ///< ms for the shortest question
    LocalLatency,         ///< ms
    RemoteConnections,    ///< sessions of the server
    LocalConnections,     ///< sessions of the server
    RemoteMaxConnections, ///< its limit
    LocalMaxConnections,  ///< its limit
    OpenConflicts,        ///< conflicts that wait for a person
    SettledConflicts,     ///< conflicts ever settled
    Cpu,                  ///< percent of this machine, all cores together: 0 to 100
    MemoryUsed,           ///< bytes of this machine
    MemoryTotal,          ///< bytes of this machine
    ProcessMemory,        ///< bytes resident of this program
    DiskFree,             ///< bytes where the user's data is
    NetworkIn,            ///< bytes per second of this machine, loopback left out
    NetworkOut,           ///< bytes per second
};
constexpr std::size_t kMetricCount = 18;

/// Stable name of @p metric, for storage and documents: "remote_latency_ms".
[[nodiscard]] const char* metricKey(Metric metric);

/// One look at everything. NaN: could not be measured at that moment.
struct Sample {
    qint64 at = 0; ///< ms since 1970, UTC
    std::array<double, kMetricCount> values = unknown();

    [[nodiscard]] double operator[](Metric metric) const
    {
        return values[static_cast<std::size_t>(metric)];
    }
    [[nodiscard]] double& operator[](Metric metric)
    {
        return values[static_cast<std::size_t>(metric)];
    }

private:
    [[nodiscard]] static std::array<double, kMetricCount> unknown()
    {
        std::array<double, kMetricCount> values{};
        values.fill(std::numeric_limits<double>::quiet_NaN());
        return values;
    }
};

} // namespace causeway
