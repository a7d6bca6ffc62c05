// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule in the console, over a real pair: turned on and off, changed, run, left to another.
#include "sync/schedule/schedule_store.h"
#include "tests/ui/console_fixture.h"
#include "ui/session/schedule_service.h"

#include <QCheckBox>
#include <QListWidget>
#include <QSpinBox>

using namespace causeway;
using namespace causeway::test;

class TestSchedulePage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void cleanup() { QSettings().clear(); }
    void isOffUntilTurnedOn();
    void dueRunRunsByItself();
    void changesAreApplied();
    void skipsOneRun();
    void anotherProgramHasIt();
    void lockedPairIsOnlyLookedAt();

private:
    [[nodiscard]] static QByteArray row(ConsoleFixture& fixture, const QByteArray& columns)
    {
        return fixture.pair().value(Side::Local, "SELECT CONCAT_WS('|'," + columns +
                                                     ") FROM db_sync_schedule WHERE id=1");
    }
    static void turnOn(ConsoleFixture& fixture)
    {
        fixture.open("schedule");
        EVENTUALLY(fixture.button("scheduleOn")->isEnabled());
        fixture.click("scheduleOn");
        EVENTUALLY(fixture.button("scheduleOff")->isVisible() && fixture.isIdle());
    }
};

void TestSchedulePage::isOffUntilTurnedOn()
{
    ConsoleFixture fixture;
    turnOn(fixture);
    QCOMPARE(row(fixture, "enabled,interval_minutes"), QByteArray("1|60"));
    EVENTUALLY(fixture.text("scheduleRunner") == QStringLiteral("this console"));
    QCOMPARE(fixture.text("scheduleEvery"), QStringLiteral("every hour"));
    QCOMPARE(fixture.find<QListWidget>("scheduleComing")->count(), 10);
    fixture.click("scheduleOff");
    EVENTUALLY(fixture.button("scheduleOn")->isVisible());
    QCOMPARE(row(fixture, "enabled"), QByteArray("0"));
    EVENTUALLY(row(fixture, "IFNULL(holder,'-')") == "-"); // given back
}

void TestSchedulePage::dueRunRunsByItself()
{
    ConsoleFixture fixture;
    turnOn(fixture);
    fixture.pair().run(Side::Remote, "UPDATE products SET price=1 WHERE id=1");
    fixture.pair().run(Side::Local, "UPDATE db_sync_schedule SET next_run=NULL");
    EVENTUALLY(row(fixture, "succeeded,last_status") == "1|SUCCESS");
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT price FROM products WHERE id=1"),
             QByteArray("1.00"));
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT trigger_source FROM db_sync_log WHERE "
                                               "table_name IS NULL ORDER BY id DESC LIMIT 1"),
             QByteArray("SCHEDULE"));
    EVENTUALLY(fixture.text("scheduleSucceeded") == QStringLiteral("1"));
    EVENTUALLY(fixture.isIdle());
}

void TestSchedulePage::changesAreApplied()
{
    ConsoleFixture fixture;
    turnOn(fixture);
    QVERIFY(!fixture.button("scheduleApply")->isEnabled());
    fixture.find<QSpinBox>("scheduleInterval")->setValue(15);
    fixture.find<QCheckBox>("scheduleHasQuiet")->setChecked(true);
    fixture.click("scheduleApply");
    EVENTUALLY(row(fixture, "interval_minutes,quiet_from,quiet_until") == "15|22:00:00|06:00:00");
    EVENTUALLY(fixture.isIdle() && !fixture.button("scheduleApply")->isEnabled());
}

void TestSchedulePage::skipsOneRun()
{
    ConsoleFixture fixture;
    turnOn(fixture);
    EVENTUALLY(fixture.button("scheduleSkip")->isEnabled());
    fixture.click("scheduleSkip");
    EVENTUALLY(row(fixture, "next_run > UTC_TIMESTAMP(3) + INTERVAL 110 MINUTE") == "1");
    EVENTUALLY(fixture.isIdle() && !fixture.button("scheduleSkip")->isEnabled());
}

void TestSchedulePage::anotherProgramHasIt()
{
    ConsoleFixture fixture;
    fixture.open("schedule");
    ScheduleRunner other(fixture.profile.local, fixture.profile.defaults, QStringLiteral("other"));
    QVERIFY(other.poll().ok());
    EVENTUALLY(fixture.button("scheduleOn")->isEnabled());
    fixture.click("scheduleOn");
    EVENTUALLY(fixture.button("scheduleOff")->isVisible() && fixture.isIdle());
    EVENTUALLY(fixture.text("scheduleRunner") == other.holder());
    fixture.pair().run(Side::Local, "UPDATE db_sync_schedule SET next_run=NULL");
    fixture.console().session().schedule().look();
    QVERIFY(other.poll()->runsNow()); // and not the console
    QCOMPARE(row(fixture, "last_status"), QByteArray("RUNNING"));
}

void TestSchedulePage::lockedPairIsOnlyLookedAt()
{
    ConsoleFixture fixture;
    turnOn(fixture);
    QVERIFY(fixture.console().session().setReadOnly(true).ok());
    EVENTUALLY(row(fixture, "IFNULL(holder,'-')") == "-");
    EVENTUALLY(fixture.text("scheduleRunner") == QStringLiteral("nobody"));
    QVERIFY(!fixture.button("scheduleOff")->isEnabled());
    fixture.pair().run(Side::Local, "UPDATE db_sync_schedule SET next_run=NULL");
    fixture.console().session().schedule().look();
    EVENTUALLY(fixture.text("scheduleNext") == QStringLiteral("at once"));
    QCOMPARE(row(fixture, "IFNULL(last_status,'-')"), QByteArray("-"));
}

QTEST_MAIN(TestSchedulePage)
#include "tst_schedule_page.moc"
