// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/test_cases.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

using namespace selftest;

std::vector<TestCase> deploymentCases()
{
    return {
        {"DatabaseDeploymentTest", TestGroup::Deployment,
         QT_TRANSLATE_NOOP("SelfTest", "Both servers are reached, and the control tables are made"),
         &deploymentTest},
        {"DatabaseEnvironmentSwitchTest", TestGroup::Deployment,
         QT_TRANSLATE_NOOP("SelfTest", "An application is pointed at the other side and back"),
         &environmentSwitchTest},
        {"DatabasePerformanceTest", TestGroup::Deployment,
         QT_TRANSLATE_NOOP("SelfTest", "Connections, queries and syncs keep the documented limits"),
         &performanceTest},
    };
}

std::vector<TestCase> syncCases()
{
    return {
        {"FullSyncTest", TestGroup::Sync,
         QT_TRANSLATE_NOOP("SelfTest", "A FULL run makes the target identical to the source"),
         &fullSyncTest},
        {"IncrementalSyncTest", TestGroup::Sync,
         QT_TRANSLATE_NOOP("SelfTest", "An INCREMENTAL run carries changes, deletes included"),
         &incrementalSyncTest},
        {"BidirectionalSyncTest", TestGroup::Sync,
         QT_TRANSLATE_NOOP("SelfTest", "Changes of both sides meet"), &bidirectionalSyncTest},
        {"SyncLogTest", TestGroup::Sync,
         QT_TRANSLATE_NOOP("SelfTest", "The log says what the runs did"), &syncLogTest},
    };
}

std::vector<TestCase> boundaryCases()
{
    return {
        {"NetworkFluctuationTest", TestGroup::Boundary,
         QT_TRANSLATE_NOOP("SelfTest", "Time-outs, delays and losses of the network do no harm"),
         &networkFluctuationTest},
        {"DataConflictTest", TestGroup::Boundary,
         QT_TRANSLATE_NOOP("SelfTest", "Conflicts are found, and settled as each policy says"),
         &dataConflictTest},
        {"AbnormalInterruptionTest", TestGroup::Boundary,
         QT_TRANSLATE_NOOP("SelfTest", "A run that is cut off leaves nothing half done"),
         &abnormalInterruptionTest},
        {"ConcurrentSyncTest", TestGroup::Boundary,
         QT_TRANSLATE_NOOP("SelfTest", "Two runs at the same time do not get in each other's way"),
         &concurrentSyncTest},
        {"LargeDataSyncTest", TestGroup::Boundary,
         QT_TRANSLATE_NOOP("SelfTest", "Many rows arrive, fast and within bounded memory"),
         &largeDataSyncTest},
    };
}

std::vector<TestCase> allCases()
{
    std::vector<TestCase> cases = deploymentCases();
    for (const std::vector<TestCase>& more : {syncCases(), boundaryCases()})
        cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

Error noSuchCase(const QString& detail)
{
    QStringList names;
    for (const TestCase& one : selfTestCases())
        names << QLatin1String(one.name);
    return makeError(ErrorCode::CfgUsage, detail,
                     QCoreApplication::translate("SelfTest", "The cases are: %1.")
                         .arg(names.join(QStringLiteral(", "))));
}

} // namespace

const std::vector<TestCase>& selfTestCases()
{
    static const std::vector<TestCase> cases = allCases();
    return cases;
}

Result<std::vector<TestCase>> chooseCases(const std::vector<TestGroup>& groups,
                                          const QStringList& names)
{
    const std::vector<TestCase>& all = selfTestCases();
    for (const QString& name : names) {
        const bool isThere = std::any_of(all.begin(), all.end(), [&name](const TestCase& one) {
            return name.compare(QLatin1String(one.name), Qt::CaseInsensitive) == 0;
        });
        if (!isThere)
            return noSuchCase(
                QCoreApplication::translate("SelfTest", "there is no case \"%1\"").arg(name));
    }
    std::vector<TestCase> chosen;
    for (const TestCase& one : all) {
        const bool inGroup =
            groups.empty() || std::find(groups.begin(), groups.end(), one.group) != groups.end();
        if (inGroup &&
            (names.isEmpty() || names.contains(QLatin1String(one.name), Qt::CaseInsensitive)))
            chosen.push_back(one);
    }
    if (chosen.empty())
        return noSuchCase(QCoreApplication::translate(
            "SelfTest", "no case has both such a name and such a group"));
    return chosen;
}

} // namespace causeway
