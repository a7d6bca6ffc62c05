// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/sync_engine.h"
#include "sync/selftest/held_run.h"
#include "sync/selftest/test_cases.h"

#include <QCoreApplication>

namespace causeway::selftest {
namespace {

constexpr int kRows = 600;
constexpr int kLocalOnly = 5; ///< rows after the held one that only the local side changes

/// One way of running at the same time.
struct Way {
    SyncType type;
    Direction direction;
    int version; ///< of the rows that it carries
    const char* text;
};

/// A second run comes while the first is held in its middle, and a person writes.
Status meet(CaseContext& test, TestTable& items, const Way& way)
{
    const SyncRequest request = test.request(way.type, way.direction);
    auto held = HeldRun::start(test, request, kRows - kLocalOnly);
    CAUSEWAY_TRY(held);
    ProgressMailbox mailbox;
    const SyncReport second = runSync(request, test.stop(), mailbox);
    test.expect(second.error && second.error->code == ErrorCode::SyncBusy,
                QT_TRANSLATE_NOOP("SelfTest", "A second run is turned away (SYNC_010)"),
                toldBy(second));
    CAUSEWAY_TRY(
        items.insert(Side::Remote, {{kRows + way.version, TestTable::item(kRows + way.version)}}));
    CAUSEWAY_TRY((*held)->release());
    const SyncReport first = (*held)->wait();
    test.expect(first.status == RunStatus::Success,
                QT_TRANSLATE_NOOP("SelfTest", "The first run ends well"), toldBy(first));
    return okStatus();
}

Status runWay(CaseContext& test, TestTable& items, const Way& way, TestRows& rows)
{
    TestRows changed = TestTable::itemsFrom(1, kRows - kLocalOnly, way.version);
    CAUSEWAY_TRY(items.update(Side::Remote, changed));
    take(rows, changed);
    if (way.direction == Direction::Both) {
        changed = TestTable::itemsFrom(kRows - kLocalOnly + 1, kRows, way.version);
        CAUSEWAY_TRY(items.update(Side::Local, changed));
        take(rows, changed);
    }
    CAUSEWAY_TRY(meet(test, items, way));
    rows[kRows + way.version] = TestTable::item(kRows + way.version);
    CAUSEWAY_TRY(test.sync(SyncType::Incremental, Direction::Both));
    items.expectBoth(rows, way.text);
    return okStatus();
}

} // namespace

Status concurrentSyncTest(CaseContext& test)
{
    CAUSEWAY_TRY(makeTestTables(test));
    TestTable items = TestTable::items(test);
    TestRows rows = TestTable::itemsFrom(1, kRows);
    CAUSEWAY_TRY(items.insert(Side::Remote, rows));
    CAUSEWAY_TRY(test.sync(SyncType::Incremental, Direction::Both));
    for (const Way& way :
         {Way{SyncType::Full, Direction::RemoteToLocal, 1,
              QT_TRANSLATE_NOOP("SelfTest", "FULL: both sides are equal, and the row that was "
                                            "added meanwhile is there")},
          Way{SyncType::Incremental, Direction::RemoteToLocal, 2,
              QT_TRANSLATE_NOOP("SelfTest", "INCREMENTAL: both sides are equal, and the row that "
                                            "was added meanwhile is there")},
          Way{SyncType::Incremental, Direction::Both, 3,
              QT_TRANSLATE_NOOP("SelfTest", "BOTH: the changes of both sides are there, and the "
                                            "row that was added meanwhile too")}})
        CAUSEWAY_TRY(runWay(test, items, way, rows));
    return okStatus();
}

} // namespace causeway::selftest
