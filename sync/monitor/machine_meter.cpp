// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/monitor/machine_meter.h"

#include <QFile>
#include <QList>
#include <QStorageInfo>

#include <unistd.h>

namespace causeway {
namespace {

constexpr double kKibibyte = 1024.0;

QByteArray contentOf(const char* path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QByteArray> wordsOf(const QByteArray& line)
{
    return line.simplified().split(' ');
}

std::optional<double> kibibytes(const QByteArray& meminfo, const QByteArray& name)
{
    const QByteArray label = name + ':';
    for (const QByteArray& line : meminfo.split('\n')) {
        if (!line.startsWith(label))
            continue;
        bool ok = false;
        const double value = wordsOf(line).value(1).toDouble(&ok);
        return ok ? std::optional<double>(value * kKibibyte) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::optional<double> residentBytes()
{
    // The second number: resident pages.
    bool ok = false;
    const double pages = wordsOf(contentOf("/proc/self/statm")).value(1).toDouble(&ok);
    if (!ok)
        return std::nullopt;
    return pages * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

std::optional<CpuTimes> parseCpuTimes(const QByteArray& stat)
{
    const QList<QByteArray> words = wordsOf(stat.left(stat.indexOf('\n')));
    if (words.size() < 6 || words.front() != "cpu")
        return std::nullopt;
    CpuTimes times;
    // user nice system idle iowait irq softirq steal; guest times are part of user's already
    for (int i = 1; i < std::min<int>(static_cast<int>(words.size()), 9); ++i) {
        const quint64 ticks = words[i].toULongLong();
        times.total += ticks;
        if (i != 4 && i != 5)
            times.busy += ticks;
    }
    return times;
}

std::optional<MemoryState> parseMemory(const QByteArray& meminfo)
{
    const auto total = kibibytes(meminfo, "MemTotal");
    const auto available = kibibytes(meminfo, "MemAvailable");
    if (!total || !available)
        return std::nullopt;
    return MemoryState{*total - *available, *total};
}

std::optional<NetworkTotals> parseNetwork(const QByteArray& netDev)
{
    if (!netDev.contains('|'))
        return std::nullopt;
    NetworkTotals totals;
    for (const QByteArray& line : netDev.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon < 0 || line.left(colon).trimmed() == "lo")
            continue;
        const QList<QByteArray> words = wordsOf(line.mid(colon + 1));
        totals.in += words.value(0).toULongLong();
        totals.out += words.value(8).toULongLong();
    }
    return totals;
}

MachineMeter::MachineMeter(QString folder)
    : m_folder(std::move(folder))
{
}

void MachineMeter::measure(Sample& sample)
{
    measureCpu(sample);
    measureNetwork(sample);
    if (const auto memory = parseMemory(contentOf("/proc/meminfo"))) {
        sample[Metric::MemoryUsed] = memory->used;
        sample[Metric::MemoryTotal] = memory->total;
    }
    if (const auto resident = residentBytes())
        sample[Metric::ProcessMemory] = *resident;
    const QStorageInfo disk(m_folder);
    if (disk.isValid() && disk.isReady())
        sample[Metric::DiskFree] = static_cast<double>(disk.bytesAvailable());
}

void MachineMeter::measureCpu(Sample& sample)
{
    const auto now = parseCpuTimes(contentOf("/proc/stat"));
    if (now && m_cpu && now->total > m_cpu->total && now->busy >= m_cpu->busy)
        sample[Metric::Cpu] = 100.0 * static_cast<double>(now->busy - m_cpu->busy) /
                              static_cast<double>(now->total - m_cpu->total);
    m_cpu = now;
}

void MachineMeter::measureNetwork(Sample& sample)
{
    const auto now = parseNetwork(contentOf("/proc/net/dev"));
    const auto at = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(at - m_networkAt).count();
    // an interface that went away takes its counters along: no rate then
    if (now && m_network && seconds > 0 && now->in >= m_network->in && now->out >= m_network->out) {
        sample[Metric::NetworkIn] = static_cast<double>(now->in - m_network->in) / seconds;
        sample[Metric::NetworkOut] = static_cast<double>(now->out - m_network->out) / seconds;
    }
    m_network = now;
    m_networkAt = at;
}

} // namespace causeway
