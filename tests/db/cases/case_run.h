// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "case_folder.h"

#include "sync/control/control_rows.h"
#include "tests/support/two_sided_fixture.h"

namespace causeway::test {

/// One case on one pair of servers, begun from one side, in two fresh databases. run() reports
/// through Qt Test: the test that calls it has failed when something was not as the folder says.
class CaseRun final {
public:
    CaseRun(const CaseFolder& folder, PairKind pair, Side origin);

    void run();

private:
    void begin();
    void initialise(bool createMissing);
    void firstCopy();
    void round(const CaseFolder& round);
    void expectError();
    void resolveAll(const CaseFolder& round);
    void checkReport(const CaseFolder& round, const SyncReport& report);
    void checkTables(const CaseFolder& round);
    void checkConflicts(const CaseFolder& round);
    void checkSettled(const CaseFolder& round);
    void checkEqual();
    void checkQuiet(const CaseFolder& round);
    void runIfThere(const CaseFolder& round, Side side, const char* fileName);
    [[nodiscard]] SyncReport sync(const CaseFolder& round);
    [[nodiscard]] SyncReport sync(SyncType type, Direction direction);
    [[nodiscard]] std::vector<ConflictRow> conflicts(ConflictState state);

    CaseFolder m_case;
    Side m_origin;
    TwoSidedFixture m_pair;
};

} // namespace causeway::test
