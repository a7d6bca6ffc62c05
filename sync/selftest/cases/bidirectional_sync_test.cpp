// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/pair_actions.h"
#include "sync/selftest/test_cases.h"
#include "sync/selftest/test_table.h"

#include <QCoreApplication>

namespace causeway::selftest {
namespace {

constexpr int kRows = 100;

Status expectEqual(CaseContext& test)
{
    const auto compared = comparePair(test.pair(), {}, test.stop());
    CAUSEWAY_TRY(compared);
    test.expect(compared->equal,
                QT_TRANSLATE_NOOP("SelfTest", "The comparison of both sides finds no difference"));
    return okStatus();
}

/// Each side gets a new parent with a new child of its own.
Status addFamilies(TestTable& items, TestTable& parts)
{
    CAUSEWAY_TRY(items.insert(Side::Remote, TestTable::itemsFrom(201, 205)));
    CAUSEWAY_TRY(
        parts.insert(Side::Remote, {{1, TestTable::part(1, 201, QStringLiteral("from remote"))},
                                    {2, TestTable::part(2, 5, QStringLiteral("of an old row"))}}));
    CAUSEWAY_TRY(items.insert(Side::Local, TestTable::itemsFrom(301, 305)));
    return parts.insert(Side::Local, {{3, TestTable::part(3, 301, QStringLiteral("from local"))}});
}

TestRows wantedParts()
{
    return {{1, TestTable::part(1, 201, QStringLiteral("from remote"))},
            {2, TestTable::part(2, 5, QStringLiteral("of an old row"))},
            {3, TestTable::part(3, 301, QStringLiteral("from local"))}};
}

} // namespace

Status bidirectionalSyncTest(CaseContext& test)
{
    CAUSEWAY_TRY(makeTestTables(test));
    TestTable items = TestTable::items(test);
    TestTable parts = TestTable::parts(test);
    TestRows all = TestTable::itemsFrom(1, kRows);
    CAUSEWAY_TRY(items.insert(Side::Remote, TestTable::itemsFrom(1, kRows / 2)));
    CAUSEWAY_TRY(items.insert(Side::Local, TestTable::itemsFrom(kRows / 2 + 1, kRows)));
    CAUSEWAY_TRY(test.sync(SyncType::Incremental, Direction::Both));
    items.expectBoth(all, QT_TRANSLATE_NOOP("SelfTest", "Rows of each side reach the other"));

    CAUSEWAY_TRY(items.update(Side::Remote, TestTable::itemsFrom(1, 10, 1)));
    CAUSEWAY_TRY(items.remove(Side::Remote, 11, 15));
    CAUSEWAY_TRY(items.update(Side::Local, TestTable::itemsFrom(21, 30, 2)));
    CAUSEWAY_TRY(items.remove(Side::Local, 31, 35));
    CAUSEWAY_TRY(addFamilies(items, parts));
    CAUSEWAY_TRY(test.sync(SyncType::Incremental, Direction::Both));
    take(all, TestTable::itemsFrom(1, 10, 1));
    take(all, TestTable::itemsFrom(21, 30, 2));
    take(all, TestTable::itemsFrom(201, 205));
    take(all, TestTable::itemsFrom(301, 305));
    all.erase(all.find(11), all.find(16));
    all.erase(all.find(31), all.find(36));
    items.expectBoth(
        all, QT_TRANSLATE_NOOP("SelfTest", "Changes and deletes of both sides meet in one run"));
    parts.expectBoth(wantedParts(),
                     QT_TRANSLATE_NOOP("SelfTest", "Child rows arrive with their parents"));
    const auto again = test.sync(SyncType::Full, Direction::Both);
    CAUSEWAY_TRY(again);
    test.expect(again->remoteToLocal().total() == 0 && again->localToRemote().total() == 0,
                QT_TRANSLATE_NOOP("SelfTest", "A second run writes nothing"));
    items.expectBoth(all, QT_TRANSLATE_NOOP("SelfTest", "FULL both ways changes nothing either"));
    return expectEqual(test);
}

} // namespace causeway::selftest
