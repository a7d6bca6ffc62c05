// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/selftest_sql.h"
#include "sync/selftest/test_cases.h"
#include "sync/selftest/test_table.h"

#include <QCoreApplication>

namespace causeway::selftest {
namespace {

// Columns of logOfRun().
enum LogColumn {
    kTable,
    kStatus,
    kTrigger,
    kDirection,
    kErrorCode,
    kEnded,
    kDuration,
    kToLocal,
    kToRemote
};

Result<std::vector<Cells>> logOf(CaseContext& test, const SyncReport& report)
{
    auto result = test.on(Side::Local).query(selftestsql::logOfRun(report.runId));
    CAUSEWAY_TRY(result);
    return std::move(result->rows);
}

/// Its rows for a run that wrote @p toLocal rows of items and @p toRemote.
bool tells(const std::vector<Cells>& log, const QByteArray& toLocal, const QByteArray& toRemote)
{
    if (log.size() != 3 || log[0][kTable] || log[1][kTable] != "items" || log[2][kTable] != "parts")
        return false;
    for (const Cells& row : log) {
        const bool ended = row[kEnded] == "1" && row[kDuration].value_or("-1").toDouble() >= 0;
        if (row[kStatus] != "SUCCESS" || row[kTrigger] != "CLI" || row[kErrorCode] || !ended)
            return false;
    }
    return log[0][kToLocal] == toLocal && log[0][kToRemote] == toRemote &&
           log[1][kToLocal] == toLocal && log[1][kToRemote] == toRemote &&
           log[2][kToLocal] == "0" && log[2][kToRemote] == "0";
}

Status expectFailure(CaseContext& test)
{
    CAUSEWAY_TRY(test.execute(Side::Local, selftestsql::addColumn(QStringLiteral("items"))));
    const auto log = logOf(test, test.run(test.request(SyncType::Incremental, Direction::Both)));
    CAUSEWAY_TRY(log);
    bool isTold = false;
    for (const Cells& row : *log)
        isTold = isTold || (row[kTable] == "items" && row[kStatus] == "FAILED" &&
                            row[kErrorCode] == "SYNC_001");
    test.expect(isTold,
                QT_TRANSLATE_NOOP("SelfTest", "A table that cannot be synced is logged as FAILED, "
                                              "with its code"));
    return test.execute(Side::Local, selftestsql::dropColumn(QStringLiteral("items")));
}

Status expectConflict(CaseContext& test, TestTable& items)
{
    CAUSEWAY_TRY(items.update(Side::Remote, TestTable::itemsFrom(1, 1, 5)));
    CAUSEWAY_TRY(items.update(Side::Local, TestTable::itemsFrom(1, 1, 6)));
    static_cast<void>(test.run(test.request(SyncType::Incremental, Direction::Both)));
    const auto told = test.value(Side::Local, selftestsql::countConflictMessages());
    CAUSEWAY_TRY(told);
    test.expect(told->toInt() > 0,
                QT_TRANSLATE_NOOP("SelfTest", "A run with conflicts says \"conflict\" in its "
                                              "message"));
    return okStatus();
}

} // namespace

Status syncLogTest(CaseContext& test)
{
    CAUSEWAY_TRY(makeTestTables(test));
    TestTable items = TestTable::items(test);
    CAUSEWAY_TRY(items.insert(Side::Remote, TestTable::itemsFrom(1, 30)));
    CAUSEWAY_TRY(items.insert(Side::Local, TestTable::itemsFrom(31, 42)));
    const auto report = test.sync(SyncType::Incremental, Direction::Both);
    CAUSEWAY_TRY(report);
    const auto log = logOf(test, *report);
    CAUSEWAY_TRY(log);
    test.expect(tells(*log, "30", "12"),
                QT_TRANSLATE_NOOP("SelfTest",
                                  "A run has one row, each of its tables another, and the numbers "
                                  "are those of the rows written"));
    CAUSEWAY_TRY(expectFailure(test));
    CAUSEWAY_TRY(expectConflict(test, items));
    for (const QByteArray& query : selftestsql::documentedLogQueries())
        CAUSEWAY_TRY(test.value(Side::Local, query));
    test.expect(true, QT_TRANSLATE_NOOP("SelfTest", "The documented queries work"));
    return okStatus();
}

} // namespace causeway::selftest
