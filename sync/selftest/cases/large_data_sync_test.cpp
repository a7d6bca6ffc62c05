// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/selftest_sql.h"
#include "sync/selftest/memory_watch.h"
#include "sync/selftest/selftest_limits.h"
#include "sync/selftest/test_cases.h"
#include "sync/selftest/test_table.h"

#include <QCoreApplication>

namespace causeway::selftest {
namespace {

constexpr int kRows = 20'000;
constexpr int kEach = 10; ///< every so many rows one is changed
constexpr int kNew = 1000;
constexpr int kGone = 500;

const QString kName = QStringLiteral("renamed · 改名");

SyncRequest ordinary(CaseContext& test, SyncType type, Direction direction)
{
    SyncRequest request = test.request(type, direction);
    request.limits = SyncLimits{};
    return request;
}

void addGrowth(CaseContext& test, const char* name, double megabytes)
{
    test.figure({QCoreApplication::translate("SelfTest", name), megabytes,
                 selftestlimits::unitMegabytes(), selftestlimits::kMemoryMegabytes,
                 TestFigure::Bound::AtMost});
}

/// Changes on the remote side; @p rows follow.
Status change(CaseContext& test, TestTable& items, TestRows& rows)
{
    CAUSEWAY_TRY(
        test.execute(Side::Remote, selftestsql::renameMany(QStringLiteral("items"), kName, kEach)));
    for (int id = kEach; id <= kRows; id += kEach)
        rows[id][1] = kName.toUtf8();
    CAUSEWAY_TRY(items.remove(Side::Remote, 1, kGone));
    rows.erase(rows.begin(), rows.find(kGone + 1));
    const TestRows added = TestTable::itemsFrom(kRows + 1, kRows + kNew);
    take(rows, added);
    return items.insert(Side::Remote, added);
}

Status carryChanges(CaseContext& test, TestTable& items, TestRows& rows)
{
    CAUSEWAY_TRY(change(test, items, rows));
    MemoryWatch memory;
    const auto report = test.sync(ordinary(test, SyncType::Incremental, Direction::Both));
    CAUSEWAY_TRY(report);
    addGrowth(test, QT_TRANSLATE_NOOP("SelfTest", "Memory growth in the incremental sync"),
              memory.growthMegabytes());
    const qint64 changes = kNew + kGone + (kRows - kGone) / kEach;
    test.expect(report->remoteToLocal().total() == changes,
                QT_TRANSLATE_NOOP("SelfTest", "The incremental run writes what was changed and "
                                              "nothing else"),
                QString::number(report->remoteToLocal().total()));
    test.figure(selftestlimits::rate(QT_TRANSLATE_NOOP("SelfTest", "Incremental sync"), changes,
                                     report->duration, selftestlimits::kIncrementalRowsPerSecond));
    items.expectBoth(rows, QT_TRANSLATE_NOOP("SelfTest", "All rows arrived"));
    return okStatus();
}

} // namespace

Status largeDataSyncTest(CaseContext& test)
{
    CAUSEWAY_TRY(makeTestTables(test));
    TestTable items = TestTable::items(test);
    TestRows rows = TestTable::itemsFrom(1, kRows);
    CAUSEWAY_TRY(items.insert(Side::Remote, rows));
    MemoryWatch memory;
    const auto full = test.sync(ordinary(test, SyncType::Full, Direction::RemoteToLocal));
    CAUSEWAY_TRY(full);
    test.figure(selftestlimits::rate(QT_TRANSLATE_NOOP("SelfTest", "Full sync"), kRows,
                                     full->duration, selftestlimits::kFullRowsPerSecond));
    addGrowth(test, QT_TRANSLATE_NOOP("SelfTest", "Memory growth in the full sync"),
              memory.growthMegabytes());
    items.expectBoth(rows, QT_TRANSLATE_NOOP("SelfTest",
                                             "An empty side is filled with every row, value by "
                                             "value"));
    return carryChanges(test, items, rows);
}

} // namespace causeway::selftest
