// SPDX-License-Identifier: GPL-3.0-or-later
// Monitor over a real pair: samples arrive, the page pauses, a panel is saved, runs lead to History
// and back.
#include "tests/ui/console_fixture.h"
#include "ui/pages/monitor/monitor_panel.h"
#include "ui/session/sample_feed.h"

#include <QDir>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTableView>

#include <cmath>

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
    void aDayOfSamplesIsDrawnAtOnce();
    void samplesThatCannotBeKeptAreSaidOnce();

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
    LoopWatch watch;
    fixture.click("pauseMonitor");
    EVENTUALLY(fixture.isIdle());
    const int paused = samples(fixture);
    QSignalSpy feed(&fixture.console().samples(), &SampleFeed::sampled);
    EVENTUALLY(feed.count() >= 2); // it goes on, and nothing of it may be shown
    QCOMPARE(samples(fixture), paused);
    fixture.click("pauseMonitor");
    EVENTUALLY(samples(fixture) > paused);
    for (const char* range : {"range1440", "range15", "range10080"}) {
        fixture.click(range);
        EVENTUALLY(fixture.isIdle());
    }
    NEVER_BLOCKED(watch);
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

namespace {

/// A day of looks, two seconds apart, with values for every metric.
SampleSeries aDay(qint64 to)
{
    std::vector<Sample> samples;
    for (qint64 at = to - 86'400'000; at <= to; at += 2000) {
        Sample sample;
        sample.at = at;
        const auto second = static_cast<double>(at / 1000);
        for (std::size_t i = 0; i < sample.values.size(); ++i)
            sample.values[i] = 50 + 40 * std::sin(second / (100 + 37 * static_cast<double>(i)));
        samples.push_back(sample);
    }
    SampleSeries series;
    series.assign(std::move(samples));
    return series;
}

} // namespace

void TestMonitorPage::aDayOfSamplesIsDrawnAtOnce()
{
    constexpr std::chrono::milliseconds kSoon{20};
    const qint64 to = QDateTime::currentMSecsSinceEpoch();
    const SampleSeries series = aDay(to);
    const std::vector<LogRow> runs;
    LoopWatch::Duration longest{0};
    for (const PanelSpec& spec : monitorPanels()) {
        MonitorPanel one(spec, nullptr);
        one.resize(640, 300);
        QImage canvas(one.size(), QImage::Format_ARGB32_Premultiplied);
        one.show({&series, &runs, to - 86'400'000, to});
        one.render(&canvas); // the first time lays everything out
        LoopWatch::Duration best{1000};
        for (int i = 1; i <= 5; ++i) {
            const auto begin = processorTime();
            one.show({&series, &runs, to - 86'400'000 + 2000 * i, to + 2000 * i});
            one.render(&canvas);
            best = std::min<LoopWatch::Duration>(best, processorTime() - begin);
        }
        printf("a day of samples, %s: %.1f ms\n", spec.id, best.count());
        longest = std::max(longest, best);
    }
    QVERIFY2(longest < kSoon, qPrintable(QString::number(longest.count())));
}

void TestMonitorPage::samplesThatCannotBeKeptAreSaidOnce()
{
    // A folder where the file should be: nothing can be written there.
    const QString path = SampleStore(QStringLiteral("Shop")).path();
    QFile::remove(path);
    QVERIFY(QDir().mkpath(path));
    const QScopeGuard tidy([&path] { QDir(path).removeRecursively(); });
    ConsoleFixture fixture;
    fixture.open("monitor");
    fixture.console().samples().setInterval(std::chrono::milliseconds(20));
    auto* note = fixture.find<QLabel>("samplesNotKept");
    QSignalSpy told(&fixture.console().samples(), &SampleFeed::storeTroubleChanged);
    EVENTUALLY(note->isVisible() && note->text().contains(QStringLiteral("cannot be kept")));
    QSignalSpy feed(&fixture.console().samples(), &SampleFeed::sampled);
    EVENTUALLY(feed.count() >= 20); // it was tried again and again
    QCOMPARE(told.count(), 1);
    QVERIFY(QDir().rmdir(path));
    EVENTUALLY(!note->isVisible());
}

QTEST_MAIN(TestMonitorPage)
#include "tst_monitor_page.moc"
