// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/console_fixture.h"
#include "ui/pages/overview/tile.h"
#include "ui/pages/overview/warning_list.h"

using namespace causeway;
using namespace causeway::test;

class TestOverviewPage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void cleanup() { QSettings().clear(); }
    void isTheFirstPageAndKnowsThePair();
    void equalityIsOnlySaidAfterItWasProved();
    void serverThatIsGoneIsAWarningWithAWayOut();
    void conflictsAreCountedAndOpened();
    void readOnlyPairOffersToAllowWriting();
};

void TestOverviewPage::isTheFirstPageAndKnowsThePair()
{
    ConsoleFixture fixture;
    fixture.open({});
    QCOMPARE(fixture.window().currentPage()->id(), QByteArray("overview"));
    EVENTUALLY(fixture.isIdle() && fixture.grid("overviewRuns")->model()->rowCount() == 1);
    QVERIFY(fixture.find<Tile>("tileRemote")->value().contains(QStringLiteral("Connected")));
    QVERIFY(fixture.find<Tile>("tileLocal")->value().contains(QStringLiteral("Connected")));
    QCOMPARE(fixture.find<Tile>("tileTables")->value(), QStringLiteral("2 of 2 enabled"));
    QCOMPARE(fixture.find<Tile>("tileLastRun")->value(), QStringLiteral("Success"));
    QCOMPARE(fixture.find<Tile>("tileConflicts")->value(), QStringLiteral("0"));
}

void TestOverviewPage::equalityIsOnlySaidAfterItWasProved()
{
    ConsoleFixture fixture;
    fixture.open({});
    EVENTUALLY(fixture.isIdle());
    const Tile* proof = fixture.find<Tile>("tileProof");
    QCOMPARE(proof->value(), QStringLiteral("Not proved"));
    LoopWatch watch;
    fixture.click("tileProofAction");
    EVENTUALLY(fixture.isIdle() && proof->value().contains(QStringLiteral("Equal")));
    watch.aside([&fixture] {
        fixture.pair().run(Side::Remote, "UPDATE products SET price=1 WHERE id IN (1,2);"
                                         "INSERT INTO products VALUES (9,'Tray',9.00,NULL);");
    });
    fixture.click("tileProofAction");
    EVENTUALLY(fixture.isIdle() && proof->value() == QStringLiteral("3 rows differ in 1 table"));
    NEVER_BLOCKED(watch);
}

void TestOverviewPage::serverThatIsGoneIsAWarningWithAWayOut()
{
    ConsoleFixture fixture;
    fixture.open({});
    EVENTUALLY(fixture.isIdle());
    QCOMPARE(fixture.find<WarningList>("warnings")->count(), 0);
    Profile broken = fixture.profile;
    broken.remote.socket = QStringLiteral("/nonexistent/server.sock");
    QVERIFY(fixture.console().session().saveProfile(broken, broken.name, false).ok());
    EVENTUALLY(fixture.isIdle() && fixture.find<WarningList>("warnings")->count() == 1);
    QVERIFY(fixture.find<Tile>("tileRemote")->value().contains(QStringLiteral("Not reachable")));
    fixture.click("warnDown");
    QCOMPARE(fixture.window().currentPage()->id(), QByteArray("profiles"));
    EVENTUALLY(fixture.isIdle());
}

void TestOverviewPage::conflictsAreCountedAndOpened()
{
    ConsoleFixture fixture;
    fixture.open({});
    fixture.pair().run(Side::Remote, "UPDATE products SET price=1 WHERE id=1;");
    fixture.pair().run(Side::Local, "UPDATE products SET price=2 WHERE id=1;");
    EVENTUALLY(fixture.isIdle());
    QVERIFY(fixture.console().session().startRun({}) != 0);
    EVENTUALLY(fixture.isIdle() &&
               fixture.find<Tile>("tileConflicts")->value() == QStringLiteral("1"));
    fixture.click("tileConflictsAction");
    QCOMPARE(fixture.window().currentPage()->id(), QByteArray("conflicts"));
}

void TestOverviewPage::readOnlyPairOffersToAllowWriting()
{
    ConsoleFixture fixture;
    fixture.open({});
    EVENTUALLY(fixture.isIdle());
    QVERIFY(fixture.console().session().setReadOnly(true).ok());
    EVENTUALLY(fixture.isIdle() && fixture.find<WarningList>("warnings")->count() == 1);
    fixture.click("warnReadOnly");
    EVENTUALLY(ConsoleFixture::dialog());
    ConsoleFixture::dialog()->accept();
    EVENTUALLY(fixture.isIdle() && fixture.console().session().isWritable());
    QCOMPARE(fixture.find<WarningList>("warnings")->count(), 0);
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overview_page.moc"
