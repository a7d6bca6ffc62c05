// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/doctor/check.h"
#include "sync/monitor/machine_meter.h"

#include <QCoreApplication>
#include <QDir>
#include <QStorageInfo>
#include <QThread>

#include <array>
#include <cmath>
#include <cstdlib>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "machine";
constexpr double kMegabyte = 1024.0 * 1024.0;
constexpr double kLeastMemory = 512; // MB; a run takes less, but it is not alone
constexpr double kBusyPerCore = 3;   // programs that want to run, for each core

QString number(double value)
{
    return QString::number(value, 'f', 0);
}

Finding disk(const QString& folder, double leastMb)
{
    const QString id = QStringLiteral("machine.disk");
    const QStorageInfo storage(folder);
    const double freeMb = static_cast<double>(storage.bytesAvailable()) / kMegabyte;
    const QString what =
        QCoreApplication::translate("causeway::Doctor", "%1 MB are free on the disk of %2.")
            .arg(number(freeMb), QDir::toNativeSeparators(folder));
    if (!storage.isValid() || freeMb >= leastMb)
        return fine(id, what);
    Finding finding = problem(id, what);
    finding.code = ErrorCode::SysDisk;
    finding.evidence << QCoreApplication::translate("causeway::Doctor",
                                                    "The limit of the disk alert is %1 MB.")
                            .arg(number(leastMb));
    finding.steps << QCoreApplication::translate(
                         "causeway::Doctor",
                         "Free some space: rows that wait during a run, samples and backups are "
                         "kept there.")
                  << QCoreApplication::translate(
                         "causeway::Doctor",
                         "Old backups: causewayctl backup prune. Old log rows: causewayctl log "
                         "prune.");
    return finding;
}

Finding memory(const Sample& sample)
{
    const QString id = QStringLiteral("machine.memory");
    const double total = sample[Metric::MemoryTotal] / kMegabyte;
    const double freeMb = total - sample[Metric::MemoryUsed] / kMegabyte;
    if (std::isnan(freeMb)) {
        return fine(
            id, QCoreApplication::translate("causeway::Doctor", "Memory cannot be measured here."));
    }
    const QString what = QCoreApplication::translate(
                             "causeway::Doctor", "%1 of %2 MB of memory are free on this machine.")
                             .arg(number(freeMb), number(total));
    if (freeMb >= kLeastMemory)
        return fine(id, what);
    Finding finding = warning(id, what);
    finding.code = ErrorCode::SysMemory;
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "Close other programs, or run syncs at another time: Causeway itself "
                            "takes less than 500 MB whatever the size of the tables.");
    return finding;
}

Finding load()
{
    const QString id = QStringLiteral("machine.load");
    std::array<double, 2> loads{};
    const bool isKnown = getloadavg(loads.data(), 2) == 2;
    const int cores = std::max(1, QThread::idealThreadCount());
    const QString what =
        QCoreApplication::translate("causeway::Doctor",
                                    "Load of this machine: %1 over the last 5 minutes, %2 cores.")
            .arg(QString::number(loads[1], 'f', 1), QString::number(cores));
    if (!isKnown || loads[1] < kBusyPerCore * cores)
        return fine(id, what);
    Finding finding = warning(id, what);
    finding.code = ErrorCode::SysCpu;
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "See what keeps the processor busy (top), or run syncs at a quieter "
                            "time (causewayctl scheduler enable --quiet).");
    return finding;
}

std::vector<Finding> look(Examination& examination)
{
    const QString folder = examination.options.dataFolder.isEmpty()
                               ? QDir::homePath()
                               : examination.options.dataFolder;
    Sample sample;
    MachineMeter(folder).measure(sample);
    const double leastMb = examination.options.limits.of(AlertRule::DiskFree).value_or(0);
    std::vector<Finding> findings{disk(folder, leastMb)};
    // rows that wait during a run are kept in the folder for temporary files
    if (QStorageInfo(folder).device() != QStorageInfo(QDir::tempPath()).device()) {
        findings.push_back(disk(QDir::tempPath(), leastMb));
        findings.back().id = QStringLiteral("machine.disk.temporary");
    }
    findings.push_back(memory(sample));
    findings.push_back(load());
    return findings;
}

} // namespace

Check machineCheck()
{
    return {kId, Needs::Nothing, &look, nullptr};
}

} // namespace causeway::doctor
