// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/test_cases.h"
#include "sync/selftest/test_table.h"

#include <QCoreApplication>

namespace causeway::selftest {
namespace {

constexpr int kRows = 200;

/// Inserts, updates and deletes on @p side, in rows that nobody else touches.
/// @return what the side should hold then, having held @p rows.
Result<TestRows> edit(TestTable& items, Side side, TestRows rows, int from)
{
    const TestRows updated = TestTable::itemsFrom(from, from + 9, 1);
    const TestRows added = TestTable::itemsFrom(kRows + from, kRows + from + 9);
    CAUSEWAY_TRY(items.update(side, updated));
    CAUSEWAY_TRY(items.remove(side, from + 10, from + 14));
    CAUSEWAY_TRY(items.insert(side, added));
    take(rows, updated);
    take(rows, added);
    rows.erase(rows.find(from + 10), rows.find(from + 15));
    return rows;
}

} // namespace

Status incrementalSyncTest(CaseContext& test)
{
    CAUSEWAY_TRY(makeTestTables(test));
    TestTable items = TestTable::items(test);
    const TestRows first = TestTable::itemsFrom(1, kRows);
    CAUSEWAY_TRY(items.insert(Side::Remote, first));
    CAUSEWAY_TRY(test.sync(SyncType::Incremental, Direction::Both));
    items.expectBoth(first, QT_TRANSLATE_NOOP("SelfTest", "The first run adds what is missing"));

    const auto remote = edit(items, Side::Remote, first, 10);
    CAUSEWAY_TRY(remote);
    const auto local = edit(items, Side::Local, first, 50);
    CAUSEWAY_TRY(local);
    CAUSEWAY_TRY(test.sync(SyncType::Incremental, Direction::RemoteToLocal));
    items.expect(Side::Remote, *remote,
                 QT_TRANSLATE_NOOP("SelfTest", "A one-way run does not write to its source"));
    const auto merged = edit(items, Side::Remote, *local, 90);
    CAUSEWAY_TRY(merged);
    CAUSEWAY_TRY(test.sync(SyncType::Incremental, Direction::Both));
    TestRows all = *merged;
    take(all, TestTable::itemsFrom(10, 19, 1));
    take(all, TestTable::itemsFrom(kRows + 10, kRows + 19));
    all.erase(all.find(20), all.find(25));
    items.expectBoth(all, QT_TRANSLATE_NOOP("SelfTest",
                                            "Inserts, updates and deletes arrive, and changes "
                                            "that only the target had were left alone"));
    const auto again = test.sync(SyncType::Incremental, Direction::Both);
    CAUSEWAY_TRY(again);
    test.expect(again->remoteToLocal().total() == 0 && again->localToRemote().total() == 0,
                QT_TRANSLATE_NOOP("SelfTest", "A second run writes nothing"));
    return okStatus();
}

} // namespace causeway::selftest
