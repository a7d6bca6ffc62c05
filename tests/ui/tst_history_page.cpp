// SPDX-License-Identifier: GPL-3.0-or-later
// Runs are found by what was searched and chosen, and old ones are removed after a look.
#include "models/run_models.h"
#include "tests/ui/console_fixture.h"
#include "ui/pages/history/history_filters.h"
#include "ui/pages/history/prune_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

using namespace causeway;
using namespace causeway::test;

namespace {

int shownRuns(const ConsoleFixture& fixture)
{
    return fixture.grid("runsGrid")->model()->rowCount();
}

void choose(const ConsoleFixture& fixture, const char* name, const QVariant& value)
{
    auto* box = fixture.find<QComboBox>(name);
    QVERIFY(box->findData(value) >= 0);
    box->setCurrentIndex(box->findData(value));
    emit box->activated(box->currentIndex());
}

/// The first sync of the fixture, an older run that failed, and one that is 40 days old.
void makeHistory(ConsoleFixture& fixture)
{
    fixture.pair().run(
        Side::Local,
        "INSERT INTO db_sync_log (run_id,table_name,sync_type,sync_direction,status,trigger_source,"
        "start_time,end_time,duration,error_code,error_message) VALUES "
        "('run-a',NULL,'FULL','REMOTE_TO_LOCAL','FAILED','CLI',UTC_TIMESTAMP() - INTERVAL 3 DAY,"
        "UTC_TIMESTAMP() - INTERVAL 3 DAY,1,'SYNC_001','100% of it_was off'),"
        "('run-a','orders','FULL','REMOTE_TO_LOCAL','FAILED','CLI',UTC_TIMESTAMP() - INTERVAL 3 "
        "DAY,UTC_TIMESTAMP() - INTERVAL 3 DAY,1,'SYNC_001','structure'),"
        "('run-b',NULL,'FULL','BOTH','SUCCESS','CLI',UTC_TIMESTAMP() - INTERVAL 40 DAY,"
        "UTC_TIMESTAMP() - INTERVAL 40 DAY,1,NULL,NULL),"
        "('run-b','products','FULL','LOCAL_TO_REMOTE','SUCCESS','CLI',UTC_TIMESTAMP() - INTERVAL "
        "40 DAY,UTC_TIMESTAMP() - INTERVAL 40 DAY,1,NULL,NULL);");
    // The rows above are the newest by id; those of the fixture's own run stay the last of a table.
    fixture.pair().run(Side::Local, "UPDATE db_sync_log SET id = id + 1000 WHERE run_id NOT LIKE "
                                    "'run-%';");
    fixture.window().showPage("history");
    fixture.window().currentPage()->refresh();
    EVENTUALLY(fixture.isIdle() && shownRuns(fixture) == 3);
}

} // namespace

class TestHistoryPage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void runsAreFiltered_data();
    void runsAreFiltered();
    void textIsSearchedAsItIs();
    void filtersWorkTogetherAndAreCleared();
    void oldRunsAreShownThenRemoved();
    void readOnlyProfileOnlyLooks();
};

void TestHistoryPage::runsAreFiltered_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<int>("runs");
    QTest::newRow("status") << QByteArray("statusFilter")
                            << QVariant(static_cast<int>(RunStatus::Failed)) << 1;
    QTest::newRow("table") << QByteArray("tableFilter") << QVariant(QStringLiteral("orders")) << 2;
    QTest::newRow("direction of a table")
        << QByteArray("directionFilter") << QVariant(static_cast<int>(Direction::LocalToRemote))
        << 1;
    QTest::newRow("a day") << QByteArray("timeFilter") << QVariant(1) << 1;
    QTest::newRow("a week") << QByteArray("timeFilter") << QVariant(7) << 2;
    QTest::newRow("ninety days") << QByteArray("timeFilter") << QVariant(90) << 3;
}

void TestHistoryPage::runsAreFiltered()
{
    QFETCH(QByteArray, filter);
    QFETCH(QVariant, value);
    QFETCH(int, runs);
    ConsoleFixture fixture;
    fixture.open("history");
    makeHistory(fixture);
    LoopWatch watch;
    choose(fixture, filter.constData(), value);
    EVENTUALLY(fixture.isIdle() && shownRuns(fixture) == runs);
    NEVER_BLOCKED(watch);
    choose(fixture, filter.constData(), fixture.find<QComboBox>(filter)->itemData(0));
    EVENTUALLY(fixture.isIdle() && shownRuns(fixture) == 3);
}

/// % and _ are letters, case does not matter; the run's message counts as its tables' do.
void TestHistoryPage::textIsSearchedAsItIs()
{
    ConsoleFixture fixture;
    fixture.open("history");
    makeHistory(fixture);
    auto* search = fixture.find<QLineEdit>("historySearch");
    const QList<std::pair<const char*, int>> searches{
        {"100% of", 1}, {"it_was", 1}, {"t%was", 0},      {"STRUCTURE", 1}, {"sync_001", 1},
        {"ORDER", 2},   {"run-b", 1},  {"'; DROP --", 0}, {"\\", 0}};
    for (const auto& [text, runs] : searches) {
        search->setText(QLatin1String(text));
        QTest::keyClick(search, Qt::Key_Return);
        EVENTUALLY(fixture.isIdle());
        QVERIFY2(shownRuns(fixture) == runs, text);
    }
    search->clear(); // nobody presses Return: it comes by itself
    EVENTUALLY(shownRuns(fixture) == 3);
}

void TestHistoryPage::filtersWorkTogetherAndAreCleared()
{
    ConsoleFixture fixture;
    fixture.open("history");
    makeHistory(fixture);
    QVERIFY(!fixture.button("clearFilters")->isVisible());
    choose(fixture, "timeFilter", 7);
    choose(fixture, "statusFilter", static_cast<int>(RunStatus::Success));
    EVENTUALLY(fixture.isIdle() && shownRuns(fixture) == 1);
    choose(fixture, "directionFilter", static_cast<int>(Direction::LocalToRemote));
    EVENTUALLY(fixture.isIdle() && shownRuns(fixture) == 0);
    QVERIFY(fixture.find<HistoryFilters>("historyFilters")->isVisible()); // or there is no way back
    fixture.click("clearFilters");
    EVENTUALLY(fixture.isIdle() && shownRuns(fixture) == 3);
}

void TestHistoryPage::oldRunsAreShownThenRemoved()
{
    ConsoleFixture fixture;
    fixture.open("history");
    makeHistory(fixture);
    LoopWatch watch;
    fixture.click("pruneLog");
    auto* dialog = fixture.find<PruneDialog>("pruneDialog");
    auto* act = dialog->findChild<QAbstractButton*>(QStringLiteral("pruneExecute"));
    EVENTUALLY(act->isEnabled());
    QCOMPARE(act->text(), QStringLiteral("Remove 2 rows"));
    dialog->findChild<QSpinBox*>(QStringLiteral("pruneDays"))->setValue(60);
    QVERIFY(!act->isEnabled()); // of another number
    EVENTUALLY(dialog->findChild<QLabel*>(QStringLiteral("pruneSituation"))->text() ==
               QStringLiteral("Nothing is that old."));
    dialog->findChild<QSpinBox*>(QStringLiteral("pruneDays"))->setValue(2);
    EVENTUALLY(act->text() == QStringLiteral("Remove 4 rows"));
    dialog->findChild<QSpinBox*>(QStringLiteral("pruneDays"))->setValue(30);
    EVENTUALLY(act->text() == QStringLiteral("Remove 2 rows") && act->isEnabled());
    act->click();
    EVENTUALLY(fixture.isIdle() && shownRuns(fixture) == 2);
    EVENTUALLY(dialog->findChild<QLabel*>(QStringLiteral("pruneSituation"))
                   ->text()
                   .startsWith(QStringLiteral("2 rows of the log were removed")));
    NEVER_BLOCKED(watch);
    QCOMPARE(fixture.pair().value(Side::Local,
                                  "SELECT COUNT(*) FROM db_sync_log WHERE run_id = 'run-b'"),
             QByteArray("0"));
    dialog->reject();
}

void TestHistoryPage::readOnlyProfileOnlyLooks()
{
    ConsoleFixture fixture;
    fixture.open("history");
    makeHistory(fixture);
    QVERIFY(fixture.console().session().setReadOnly(true).ok());
    EVENTUALLY(fixture.isIdle() && shownRuns(fixture) == 3);
    fixture.click("pruneLog");
    auto* dialog = fixture.find<PruneDialog>("pruneDialog");
    auto* situation = dialog->findChild<QLabel*>(QStringLiteral("pruneSituation"));
    EVENTUALLY(situation->text().startsWith(QStringLiteral("2 rows would be removed")));
    QVERIFY(!dialog->findChild<QAbstractButton*>(QStringLiteral("pruneExecute"))->isEnabled());
    dialog->reject();
}

QTEST_MAIN(TestHistoryPage)
#include "tst_history_page.moc"
