// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_schema.h"
#include "sync/dialect/selftest_sql.h"
#include "sync/run/pair_actions.h"
#include "sync/selftest/test_cases.h"
#include "sync/selftest/test_table.h"

#include <QCoreApplication>

namespace causeway::selftest {
namespace {

QString failedSteps(const std::vector<TestStep>& steps)
{
    QStringList failed;
    for (const TestStep& step : steps) {
        if (!step.passed)
            failed << step.name + QStringLiteral(": ") + step.detail + u' ' + step.hint;
    }
    return failed.join(u' ');
}

void expectReachable(CaseContext& test, const Profile& pair, const char* text)
{
    QStringList failed;
    for (const Side side : {Side::Remote, Side::Local}) {
        const QString told = failedSteps(testConnection(pair.side(side), side, test.stop()));
        if (!told.isEmpty())
            failed << toText(side) + QStringLiteral(" · ") + told;
    }
    test.expect(failed.isEmpty(), text, failed.join(u' '));
}

Result<QStringList> tablesOf(CaseContext& test, Side side)
{
    const auto result = test.on(side).query(selftestsql::tables());
    CAUSEWAY_TRY(result);
    QStringList names;
    for (const Cells& row : result->rows)
        names << QString::fromUtf8(row.at(0).value_or(QByteArray()));
    return names;
}

Status expectControlTables(CaseContext& test)
{
    QStringList missing;
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto tables = tablesOf(test, side);
        CAUSEWAY_TRY(tables);
        for (const QString& name : controlTableNames(side)) {
            if (!tables->contains(name, Qt::CaseInsensitive))
                missing << toText(side) + u'.' + name;
        }
    }
    test.expect(missing.isEmpty(),
                QT_TRANSLATE_NOOP("SelfTest", "The control tables are on both sides"),
                missing.join(QStringLiteral(", ")));
    return okStatus();
}

Status expectConfigs(CaseContext& test)
{
    const auto result = test.on(Side::Local).query(selftestsql::configs());
    CAUSEWAY_TRY(result);
    const std::vector<Cells> wanted{{"items", "1", "INCREMENTAL", "BOTH", "50", "MANUAL"},
                                    {"parts", "1", "INCREMENTAL", "BOTH", "50", "MANUAL"}};
    test.expect(result->rows == wanted,
                QT_TRANSLATE_NOOP("SelfTest",
                                  "Each table of both sides has its row in db_sync_config, with "
                                  "the documented defaults"));
    return okStatus();
}

} // namespace

Status deploymentTest(CaseContext& test)
{
    if (test.installed())
        expectReachable(
            test, *test.installed(),
            QT_TRANSLATE_NOOP("SelfTest", "Both sides of the profile pass the connection test"));
    expectReachable(
        test, test.pair(),
        QT_TRANSLATE_NOOP("SelfTest", "Both scratch databases pass the connection test"));
    CAUSEWAY_TRY(makeTestTables(test));
    CAUSEWAY_TRY(expectControlTables(test));
    CAUSEWAY_TRY(expectConfigs(test));
    const auto again = initialisePair(test.pair(), InitOptions{}, test.stop());
    CAUSEWAY_TRY(again);
    test.expect(again->statements.empty() && again->configured.isEmpty(),
                QT_TRANSLATE_NOOP("SelfTest", "Initialising again changes nothing"));
    return expectConfigs(test);
}

} // namespace causeway::selftest
