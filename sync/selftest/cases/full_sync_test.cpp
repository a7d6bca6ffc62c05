// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/test_cases.h"
#include "sync/selftest/test_table.h"

#include <QCoreApplication>

namespace causeway::selftest {
namespace {

constexpr int kRows = 300;

/// The rows of the source after people have worked on both sides since.
Result<TestRows> disturb(TestTable& items, TestRows rows)
{
    const TestRows edited = TestTable::itemsFrom(1, 20, 1);
    CAUSEWAY_TRY(items.update(Side::Remote, edited));
    CAUSEWAY_TRY(items.remove(Side::Remote, 21, 30));
    CAUSEWAY_TRY(items.update(Side::Local, TestTable::itemsFrom(41, 50, 2)));
    CAUSEWAY_TRY(items.remove(Side::Local, 51, 60));
    CAUSEWAY_TRY(items.insert(Side::Local, TestTable::itemsFrom(kRows + 1, kRows + 10)));
    take(rows, edited);
    rows.erase(rows.find(21), rows.find(31));
    return rows;
}

Status everyWay(CaseContext& test, TestTable& items, const TestRows& source)
{
    SyncRequest request = test.request(SyncType::Full, Direction::RemoteToLocal);
    request.allowMassDelete = true;
    const auto mirrored = test.sync(request);
    CAUSEWAY_TRY(mirrored);
    items.expectBoth(source, QT_TRANSLATE_NOOP("SelfTest",
                                               "The target becomes identical to the source: its "
                                               "own inserts, updates and deletes are undone"));
    const auto again = test.sync(request);
    CAUSEWAY_TRY(again);
    test.expect(again->remoteToLocal().total() == 0 && again->localToRemote().total() == 0,
                QT_TRANSLATE_NOOP("SelfTest", "A second run writes nothing"));
    CAUSEWAY_TRY(items.update(Side::Local, TestTable::itemsFrom(100, 110, 3)));
    TestRows back = source;
    take(back, TestTable::itemsFrom(100, 110, 3));
    request.direction = Direction::LocalToRemote;
    CAUSEWAY_TRY(test.sync(request));
    items.expectBoth(back, QT_TRANSLATE_NOOP("SelfTest", "The same in the other direction"));
    return okStatus();
}

} // namespace

Status fullSyncTest(CaseContext& test)
{
    CAUSEWAY_TRY(makeTestTables(test));
    TestTable items = TestTable::items(test);
    const TestRows source = TestTable::itemsFrom(1, kRows);
    CAUSEWAY_TRY(items.insert(Side::Remote, source));
    CAUSEWAY_TRY(test.sync(SyncType::Full, Direction::RemoteToLocal));
    items.expectBoth(source, QT_TRANSLATE_NOOP("SelfTest",
                                               "An empty side is filled with every row, value by "
                                               "value"));
    const auto disturbed = disturb(items, source);
    CAUSEWAY_TRY(disturbed);
    return everyWay(test, items, *disturbed);
}

} // namespace causeway::selftest
