// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/monitor/sample.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace causeway {

/// Counters since the machine started, from /proc/stat. Units: ticks.
struct CpuTimes {
    quint64 busy = 0;
    quint64 total = 0;
};
/// Bytes, from /proc/meminfo.
struct MemoryState {
    double used = 0;
    double total = 0;
};
/// Bytes since the machine started, from /proc/net/dev; loopback left out.
struct NetworkTotals {
    quint64 in = 0;
    quint64 out = 0;
};

// The parsers take the text of the file and return nullopt when it is not of that form.
[[nodiscard]] std::optional<CpuTimes> parseCpuTimes(const QByteArray& stat);
[[nodiscard]] std::optional<MemoryState> parseMemory(const QByteArray& meminfo);
[[nodiscard]] std::optional<NetworkTotals> parseNetwork(const QByteArray& netDev);

/// Memory of this program that is in use, from /proc/self/statm.
[[nodiscard]] std::optional<double> residentBytes();

/// Measures this machine: processor, memory, disk, network. What it cannot read stays unknown.
///
/// Rates are over the time since the reading before; the first reading has none.
/// Thread: any one at a time.
class MachineMeter final {
public:
    /// @param folder  whose disk is measured
    explicit MachineMeter(QString folder);
    void measure(Sample& sample);

private:
    void measureCpu(Sample& sample);
    void measureNetwork(Sample& sample);

    QString m_folder;
    std::optional<CpuTimes> m_cpu;
    std::optional<NetworkTotals> m_network;
    std::chrono::steady_clock::time_point m_networkAt;
};

} // namespace causeway
