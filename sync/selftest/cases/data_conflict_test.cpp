// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_store.h"
#include "sync/dialect/selftest_sql.h"
#include "sync/run/pair_actions.h"
#include "sync/selftest/test_cases.h"
#include "sync/selftest/test_table.h"

#include <QCoreApplication>

namespace causeway::selftest {
namespace {

// One key of each kind, changed on both sides since they last agreed.
constexpr int kUpdated = 1;       // on both sides, to different values
constexpr int kDeletedLocal = 2;  // and updated on remote
constexpr int kDeletedRemote = 3; // and updated on local
constexpr int kInserted = 4;      // on both sides, with the same key
constexpr int kQuiet = 5;         // changed on remote only: no conflict
constexpr int kConflicts = 4;

/// What the sides hold, before a run and when one side has won everywhere.
struct Sides {
    TestRows remote;
    TestRows local;
};

Sides contested()
{
    Sides sides;
    for (const int id : {kUpdated, kDeletedLocal, kInserted, kQuiet})
        sides.remote[id] = TestTable::item(id, 1);
    for (const int id : {kUpdated, kDeletedRemote, kInserted})
        sides.local[id] = TestTable::item(id, 2);
    sides.local[kQuiet] = TestTable::item(kQuiet);
    return sides;
}

/// Both sides agree on four rows, and then do not.
Status contest(CaseContext& test, TestTable& items)
{
    TestRows agreed = TestTable::itemsFrom(kUpdated, kQuiet);
    agreed.erase(kInserted);
    for (const Side side : {Side::Remote, Side::Local})
        CAUSEWAY_TRY(items.remove(side, kUpdated, kQuiet));
    static_cast<void>(test.run(test.request(SyncType::Incremental, Direction::Both)));
    CAUSEWAY_TRY(items.insert(Side::Remote, agreed));
    CAUSEWAY_TRY(test.sync(SyncType::Incremental, Direction::Both));
    const Sides sides = contested();
    CAUSEWAY_TRY(items.remove(Side::Remote, kDeletedRemote, kDeletedRemote));
    CAUSEWAY_TRY(items.remove(Side::Local, kDeletedLocal, kDeletedLocal));
    for (const int id : {kUpdated, kDeletedLocal, kQuiet})
        CAUSEWAY_TRY(items.update(Side::Remote, {{id, sides.remote.at(id)}}));
    for (const int id : {kUpdated, kDeletedRemote})
        CAUSEWAY_TRY(items.update(Side::Local, {{id, sides.local.at(id)}}));
    CAUSEWAY_TRY(items.insert(Side::Remote, {{kInserted, sides.remote.at(kInserted)}}));
    return items.insert(Side::Local, {{kInserted, sides.local.at(kInserted)}});
}

struct Recorded {
    int open = 0;
    int settled = 0;
    bool losersKept = true; ///< each settled one holds the row that lost, where there was one
};

/// Conflicts under @p policy, as the table itself has them.
Result<Recorded> recorded(CaseContext& test, Policy policy)
{
    const auto result = test.on(Side::Local).query(selftestsql::conflicts());
    CAUSEWAY_TRY(result);
    Recorded found;
    for (const Cells& row : result->rows) {
        if (row[6] != toText(policy).toLatin1())
            continue;
        if (row[2] == "OPEN") {
            ++found.open;
            continue;
        }
        ++found.settled;
        const bool loserIsRemote = row[3] == "LOCAL";
        const bool wasDeleted = row[1] == (loserIsRemote ? "DELETE_UPDATE" : "UPDATE_DELETE");
        found.losersKept = found.losersKept && (wasDeleted || row[loserIsRemote ? 4 : 5] == "1");
    }
    return found;
}

Status sideWins(CaseContext& test, TestTable& items, Policy policy)
{
    CAUSEWAY_TRY(contest(test, items));
    const SyncReport report =
        test.run(test.request(SyncType::Incremental, Direction::Both, policy));
    TestRows wanted = policy == Policy::RemoteWins ? contested().remote : contested().local;
    wanted[kQuiet] = contested().remote.at(kQuiet);
    items.expectBoth(wanted, policy == Policy::RemoteWins
                                 ? QT_TRANSLATE_NOOP("SelfTest", "REMOTE_WINS: the remote rows are "
                                                                 "on both sides, deletes included")
                                 : QT_TRANSLATE_NOOP("SelfTest", "LOCAL_WINS: the local rows are "
                                                                 "on both sides, deletes "
                                                                 "included"));
    const auto found = recorded(test, policy);
    CAUSEWAY_TRY(found);
    test.expect(found->settled == kConflicts && found->open == 0 && found->losersKept,
                QT_TRANSLATE_NOOP("SelfTest", "Each conflict is recorded as settled, and the "
                                              "losing row is kept"),
                toText(policy) + QStringLiteral(": ") + toldBy(report));
    return okStatus();
}

/// Neither side's contested rows are touched; the quiet one arrives.
Status sidesStay(CaseContext& test, TestTable& items, Policy policy)
{
    CAUSEWAY_TRY(contest(test, items));
    const SyncReport report =
        test.run(test.request(SyncType::Incremental, Direction::Both, policy));
    Sides wanted = contested();
    wanted.local[kQuiet] = wanted.remote.at(kQuiet);
    const bool isManual = policy == Policy::Manual;
    const char* const text =
        isManual ? QT_TRANSLATE_NOOP("SelfTest", "MANUAL: both sides stay as they are until a "
                                                 "person decides, and other rows go on")
                 : QT_TRANSLATE_NOOP("SelfTest", "SKIP: both sides stay as they are, and other "
                                                 "rows go on");
    items.expect(Side::Remote, wanted.remote, text);
    items.expect(Side::Local, wanted.local, text);
    test.expect(report.conflicts() == kConflicts,
                QT_TRANSLATE_NOOP("SelfTest", "Every conflict is reported: key, update and "
                                              "delete"),
                QString::number(report.conflicts()));
    return okStatus();
}

/// A person takes the local row of every open conflict.
Status decide(CaseContext& test, TestTable& items)
{
    auto store = ControlStore::open(test.pair().local);
    CAUSEWAY_TRY(store);
    ConflictFilter filter;
    filter.state = ConflictState::Open;
    const auto open = store->conflicts(filter);
    CAUSEWAY_TRY(open);
    std::vector<ConflictDecision> decisions;
    for (const ConflictRow& row : *open) {
        ConflictDecision decision;
        decision.conflictId = row.id;
        decision.use = Settlement::Local;
        decisions.push_back(decision);
    }
    const auto outcomes =
        resolveConflicts(test.pair(), decisions, QStringLiteral("selftest"), test.stop());
    CAUSEWAY_TRY(outcomes);
    TestRows wanted = contested().local;
    wanted[kQuiet] = contested().remote.at(kQuiet);
    items.expectBoth(wanted,
                     QT_TRANSLATE_NOOP("SelfTest", "What the person decides is then on both "
                                                   "sides"));
    return okStatus();
}

} // namespace

Status dataConflictTest(CaseContext& test)
{
    CAUSEWAY_TRY(makeTestTables(test));
    TestTable items = TestTable::items(test);
    CAUSEWAY_TRY(sideWins(test, items, Policy::RemoteWins));
    CAUSEWAY_TRY(sideWins(test, items, Policy::LocalWins));
    CAUSEWAY_TRY(sidesStay(test, items, Policy::Skip));
    CAUSEWAY_TRY(sidesStay(test, items, Policy::Manual));
    return decide(test, items);
}

} // namespace causeway::selftest
