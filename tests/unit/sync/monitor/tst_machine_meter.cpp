// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/monitor/machine_meter.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace causeway;

class TestMachineMeter final : public QObject {
    Q_OBJECT
private slots:
    void cpuCountsIdleAndWaitingAsNotBusy()
    {
        const auto times = parseCpuTimes("cpu  10 20 30 400 50 6 7 8 9 9\ncpu0 1 2 3 4 5\n");
        QVERIFY(times);
        QCOMPARE(times->total, 531ULL);
        QCOMPARE(times->busy, 81ULL);
        QVERIFY(!parseCpuTimes(""));
        QVERIFY(!parseCpuTimes("intr 1 2 3 4 5 6\n"));
    }
    void memoryInUseIsWhatCannotBeHad()
    {
        const auto memory =
            parseMemory("MemTotal:  1000 kB\nMemFree: 10 kB\nMemAvailable:  400 kB\n");
        QVERIFY(memory);
        QCOMPARE(memory->used, 600.0 * 1024);
        QCOMPARE(memory->total, 1000.0 * 1024);
        QVERIFY(!parseMemory("MemTotal: 1000 kB\n"));
    }
    void networkLeavesTheLoopbackOut()
    {
        const auto totals = parseNetwork("Inter-|   Receive\n face |bytes\n"
                                         "    lo: 999 1 0 0 0 0 0 0 999 1 0 0 0 0 0 0\n"
                                         "  eth0:100 1 0 0 0 0 0 0 7 1 0 0 0 0 0 0\n"
                                         "  eth1: 20 1 0 0 0 0 0 0 3 1 0 0 0 0 0 0\n");
        QVERIFY(totals);
        QCOMPARE(totals->in, 120ULL);
        QCOMPARE(totals->out, 10ULL);
        QVERIFY(!parseNetwork(""));
    }
    void thisMachineIsMeasured()
    {
        const QTemporaryDir folder;
        MachineMeter meter(folder.path());
        Sample first;
        meter.measure(first);
        QVERIFY(std::isnan(first[Metric::Cpu])); // a rate needs two readings
        QVERIFY(first[Metric::MemoryUsed] > 0);
        QVERIFY(first[Metric::MemoryTotal] > first[Metric::MemoryUsed]);
        QVERIFY(first[Metric::ProcessMemory] > 1'000'000);
        QVERIFY(first[Metric::DiskFree] > 0);
        Sample second;
        const auto isMeasured = [&] {
            meter.measure(second);
            return second[Metric::Cpu] >= 0 && second[Metric::Cpu] <= 100;
        };
        QTRY_VERIFY(isMeasured());
    }
};

QTEST_GUILESS_MAIN(TestMachineMeter)
#include "tst_machine_meter.moc"
