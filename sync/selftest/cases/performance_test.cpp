// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/connection.h"
#include "sync/dialect/selftest_sql.h"
#include "sync/selftest/memory_watch.h"
#include "sync/selftest/selftest_limits.h"
#include "sync/selftest/test_cases.h"
#include "sync/selftest/test_table.h"

#include <QCoreApplication>

namespace causeway::selftest {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kRows = 2000;
constexpr int kChanges = 300;

double secondsSince(Clock::time_point began)
{
    return std::chrono::duration<double>(Clock::now() - began).count();
}

TestFigure atMost(const char* name, Side side, double seconds, double limit)
{
    return {QCoreApplication::translate("SelfTest", name).arg(toText(side)), seconds,
            selftestlimits::unitSeconds(), limit, TestFigure::Bound::AtMost};
}

Status measureServers(CaseContext& test)
{
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto began = Clock::now();
        const auto connection = Connection::open(test.pair().side(side), side);
        CAUSEWAY_TRY(connection);
        test.figure(atMost(QT_TRANSLATE_NOOP("SelfTest", "Connecting to %1"), side,
                           secondsSince(began), selftestlimits::kConnectSeconds));
    }
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto began = Clock::now();
        CAUSEWAY_TRY(test.value(side, selftestsql::count(QStringLiteral("items"))));
        test.figure(atMost(QT_TRANSLATE_NOOP("SelfTest", "A query on %1"), side,
                           secondsSince(began), selftestlimits::kQuerySeconds));
    }
    return okStatus();
}

} // namespace

Status performanceTest(CaseContext& test)
{
    CAUSEWAY_TRY(makeTestTables(test));
    TestTable items = TestTable::items(test);
    TestRows rows = TestTable::itemsFrom(1, kRows);
    CAUSEWAY_TRY(items.insert(Side::Remote, rows));
    CAUSEWAY_TRY(measureServers(test));
    MemoryWatch memory;
    const auto full = test.sync(SyncType::Full, Direction::RemoteToLocal);
    CAUSEWAY_TRY(full);
    test.figure(selftestlimits::rate(QT_TRANSLATE_NOOP("SelfTest", "Full sync"), kRows,
                                     full->duration, selftestlimits::kFullRowsPerSecond));
    const TestRows changes = TestTable::itemsFrom(1, kChanges, 1);
    CAUSEWAY_TRY(items.update(Side::Remote, changes));
    const auto incremental = test.sync(SyncType::Incremental, Direction::Both);
    CAUSEWAY_TRY(incremental);
    test.figure(selftestlimits::rate(QT_TRANSLATE_NOOP("SelfTest", "Incremental sync"), kChanges,
                                     incremental->duration,
                                     selftestlimits::kIncrementalRowsPerSecond));
    test.figure({QCoreApplication::translate("SelfTest", "Memory growth"), memory.growthMegabytes(),
                 selftestlimits::unitMegabytes(), selftestlimits::kMemoryMegabytes,
                 TestFigure::Bound::AtMost});
    take(rows, changes);
    items.expectBoth(rows, QT_TRANSLATE_NOOP("SelfTest", "All rows arrived"));
    return okStatus();
}

} // namespace causeway::selftest
