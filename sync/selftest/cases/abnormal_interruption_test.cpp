// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/selftest_sql.h"
#include "sync/selftest/held_run.h"
#include "sync/selftest/test_cases.h"

#include <QCoreApplication>

namespace causeway::selftest {
namespace {

constexpr int kRows = 600;
constexpr int kNoSuchThread = 1094; // it has ended meanwhile

SyncRequest incremental(CaseContext& test)
{
    return test.request(SyncType::Incremental, Direction::Both);
}

/// The next run does what was left, and both sides hold @p wanted.
Status resume(CaseContext& test, TestTable& items, const TestRows& wanted)
{
    CAUSEWAY_TRY(test.sync(incremental(test)));
    items.expectBoth(wanted, QT_TRANSLATE_NOOP("SelfTest",
                                               "The next run goes on from there: both sides are "
                                               "complete and equal"));
    return okStatus();
}

Status expectNothingHalfDone(CaseContext& test, TestTable& items, int version)
{
    const auto found = items.read(Side::Local);
    CAUSEWAY_TRY(found);
    const TestRows before = TestTable::itemsFrom(1, kRows, version - 1);
    const TestRows after = TestTable::itemsFrom(1, kRows, version);
    test.expect(
        isBetween(*found, before, after) && *found != after,
        QT_TRANSLATE_NOOP("SelfTest", "Every row is as it was or as it will be, none between"));
    return okStatus();
}

Status stoppedByUser(CaseContext& test, TestTable& items)
{
    CAUSEWAY_TRY(items.update(Side::Remote, TestTable::itemsFrom(1, kRows, 1)));
    auto held = HeldRun::start(test, incremental(test), kRows);
    CAUSEWAY_TRY(held);
    (*held)->requestStop();
    const SyncReport report = (*held)->wait();
    CAUSEWAY_TRY((*held)->release());
    test.expect(report.status == RunStatus::Cancelled,
                QT_TRANSLATE_NOOP("SelfTest", "A run that a person stops says so"), toldBy(report));
    CAUSEWAY_TRY(expectNothingHalfDone(test, items, 1));
    return resume(test, items, TestTable::itemsFrom(1, kRows, 1));
}

/// Ends every connection to our local database but our own, as a server that goes down does.
Status killConnections(CaseContext& test)
{
    Connection& own = test.on(Side::Local);
    const auto processes = own.query(selftestsql::processes());
    CAUSEWAY_TRY(processes);
    for (const Cells& row : processes->rows) {
        const quint64 id = row.at(0).value_or(QByteArray()).toULongLong();
        if (row.at(3) != test.pair().local.database.toUtf8() || id == own.threadId())
            continue;
        const auto killed = own.execute(selftestsql::killConnection(id));
        if (!killed && killed.error().serverCode != kNoSuchThread)
            return killed.error();
    }
    return okStatus();
}

Status cutByTheSystem(CaseContext& test, TestTable& items)
{
    CAUSEWAY_TRY(items.update(Side::Remote, TestTable::itemsFrom(1, kRows, 2)));
    auto held = HeldRun::start(test, incremental(test), kRows);
    CAUSEWAY_TRY(held);
    CAUSEWAY_TRY(killConnections(test));
    const SyncReport report = (*held)->wait();
    CAUSEWAY_TRY((*held)->release());
    test.expect(report.status != RunStatus::Success && firstError(report).has_value(),
                QT_TRANSLATE_NOOP("SelfTest",
                                  "A run whose connections are cut ends with an error, not with "
                                  "success"),
                toldBy(report));
    CAUSEWAY_TRY(expectNothingHalfDone(test, items, 2));
    return resume(test, items, TestTable::itemsFrom(1, kRows, 2));
}

/// One table's structure differs: nothing of it is written, the other goes on.
Status oneTableFails(CaseContext& test, TestTable& items)
{
    TestTable parts = TestTable::parts(test);
    const QString table = QStringLiteral("items");
    const TestRows part{{1, TestTable::part(1, 1, QStringLiteral("goes on"))}};
    CAUSEWAY_TRY(items.update(Side::Remote, TestTable::itemsFrom(1, 10, 3)));
    CAUSEWAY_TRY(parts.insert(Side::Remote, part));
    CAUSEWAY_TRY(test.execute(Side::Remote, selftestsql::addColumn(table)));
    const SyncReport report = test.run(incremental(test));
    const auto error = firstError(report);
    test.expect(error && error->code == ErrorCode::SyncStructure,
                QT_TRANSLATE_NOOP("SelfTest", "A table whose structure differs is refused"),
                toldBy(report));
    items.expect(Side::Local, TestTable::itemsFrom(1, kRows, 2),
                 QT_TRANSLATE_NOOP("SelfTest", "Nothing is written to it"));
    parts.expectBoth(part, QT_TRANSLATE_NOOP("SelfTest", "The other tables go on"));
    CAUSEWAY_TRY(test.execute(Side::Remote, selftestsql::dropColumn(table)));
    TestRows wanted = TestTable::itemsFrom(1, kRows, 2);
    take(wanted, TestTable::itemsFrom(1, 10, 3));
    return resume(test, items, wanted);
}

} // namespace

Status abnormalInterruptionTest(CaseContext& test)
{
    CAUSEWAY_TRY(makeTestTables(test));
    TestTable items = TestTable::items(test);
    CAUSEWAY_TRY(items.insert(Side::Remote, TestTable::itemsFrom(1, kRows)));
    CAUSEWAY_TRY(test.sync(incremental(test)));
    CAUSEWAY_TRY(stoppedByUser(test, items));
    CAUSEWAY_TRY(cutByTheSystem(test, items));
    return oneTableFails(test, items);
}

} // namespace causeway::selftest
