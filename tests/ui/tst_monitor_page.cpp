// SPDX-License-Identifier: GPL-3.0-or-later
// Monitor over a real pair: samples arrive, the page pauses, a panel is saved, runs lead to History
// and back.
#include "tests/ui/console_fixture.h"
#include "ui/pages/monitor/monitor_panel.h"
#include "ui/session/sample_feed.h"

#include <QSignalSpy>
#include <QTableView>

using namespace causeway;
using namespace causeway::test;

class TestMonitorPage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void cleanup() { QSettings().clear(); }
    void samplesArriveUntilPaused();
    void panelIsSaved();
    void runsLeadToHistoryAndBack();

private:
    static void openWithTable(ConsoleFixture& fixture)
    {
        fixture.open("monitor");
        panel(fixture)->showTable(true);
    }
    [[nodiscard]] static MonitorPanel* panel(ConsoleFixture& fixture)
    {
        return fixture.find<MonitorPanel>("panel_latency");
    }
    [[nodiscard]] static int samples(ConsoleFixture& fixture)
    {
        return panel(fixture)->findChild<QTableView*>()->model()->rowCount();
    }
};

void TestMonitorPage::samplesArriveUntilPaused()
{
    ConsoleFixture fixture;
    openWithTable(fixture);
    EVENTUALLY(samples(fixture) >= 2);
    fixture.click("pauseMonitor");
    EVENTUALLY(fixture.isIdle());
    const int paused = samples(fixture);
    QSignalSpy feed(&fixture.console().samples(), &SampleFeed::sampled);
    EVENTUALLY(feed.count() >= 2); // it goes on, and nothing of it may be shown
    QCOMPARE(samples(fixture), paused);
    fixture.click("pauseMonitor");
    EVENTUALLY(samples(fixture) > paused);
}

void TestMonitorPage::panelIsSaved()
{
    ConsoleFixture fixture;
    openWithTable(fixture);
    EVENTUALLY(samples(fixture) >= 2);
    const QTemporaryDir folder;
    const QString csv = folder.filePath(QStringLiteral("latency.csv"));
    QVERIFY(panel(fixture)->saveCsv(csv));
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().count('\n') >= 3); // a heading and the samples
    const QString png = folder.filePath(QStringLiteral("latency.png"));
    QVERIFY(panel(fixture)->savePng(png));
    QVERIFY(QImage(png).width() > 100);
    QVERIFY(!panel(fixture)->saveCsv(folder.filePath(QStringLiteral("no/such/folder.csv"))));
}

void TestMonitorPage::runsLeadToHistoryAndBack()
{
    ConsoleFixture fixture;
    fixture.open("monitor");
    SyncRequest request;
    request.profile = fixture.profile;
    ProgressMailbox progress;
    const SyncReport older = runSync(request, {}, progress);
    const SyncReport newer = runSync(request, {}, progress);
    QVERIFY(!older.error && !newer.error);
    emit panel(fixture)->runClicked(older.runId);
    EVENTUALLY(fixture.grid("runsGrid")->isVisible() &&
               fixture.grid("runsGrid")->currentSourceRow() == 1); // the newer one is first
    fixture.click("showInMonitor");
    EVENTUALLY(panel(fixture)->isVisible() && fixture.isIdle());
}

QTEST_MAIN(TestMonitorPage)
#include "tst_monitor_page.moc"
