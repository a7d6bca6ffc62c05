// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/selftest/case_context.h"

#include <QStringList>

#include <vector>

/// @file The cases of the self-test. Each really runs the engine on two scratch databases and
/// checks the data itself. An error ends a case; so does nothing else: it goes on after a check
/// that failed.

namespace causeway {

struct TestCase {
    const char* name = nullptr; ///< interface
    TestGroup group = TestGroup::Deployment;
    const char* purpose = nullptr; ///< QT_TRANSLATE_NOOP("SelfTest", …)
    Status (*run)(CaseContext&) = nullptr;
};

/// Every case, in the order they run.
[[nodiscard]] const std::vector<TestCase>& selfTestCases();
/// Those of @p groups (empty: of every group) that @p names names (empty: all). In the order of
/// selfTestCases(). Errors: CFG_006 for a name there is not, or when none is left.
[[nodiscard]] Result<std::vector<TestCase>> chooseCases(const std::vector<TestGroup>& groups,
                                                        const QStringList& names);

namespace selftest {

[[nodiscard]] Status deploymentTest(CaseContext& test);
[[nodiscard]] Status environmentSwitchTest(CaseContext& test);
[[nodiscard]] Status performanceTest(CaseContext& test);
[[nodiscard]] Status fullSyncTest(CaseContext& test);
[[nodiscard]] Status incrementalSyncTest(CaseContext& test);
[[nodiscard]] Status bidirectionalSyncTest(CaseContext& test);
[[nodiscard]] Status syncLogTest(CaseContext& test);
[[nodiscard]] Status networkFluctuationTest(CaseContext& test);
[[nodiscard]] Status dataConflictTest(CaseContext& test);
[[nodiscard]] Status abnormalInterruptionTest(CaseContext& test);
[[nodiscard]] Status concurrentSyncTest(CaseContext& test);
[[nodiscard]] Status largeDataSyncTest(CaseContext& test);

} // namespace selftest
} // namespace causeway
