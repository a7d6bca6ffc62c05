// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample_series.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace causeway;

namespace {

constexpr qint64 kBegin = 1'700'000'000'000;
constexpr qint64 kDay = 86'400'000;
constexpr Metric kMetric = Metric::RemoteLatency;

Sample sampleAt(qint64 at, double value)
{
    Sample sample;
    sample.at = kBegin + at;
    sample[kMetric] = value;
    return sample;
}

DrawWindow window(qint64 length, int columns)
{
    return {kBegin, kBegin + length, columns, 10'000};
}

std::size_t pointCount(const LineSegments& segments)
{
    std::size_t count = 0;
    for (const auto& segment : segments)
        count += segment.size();
    return count;
}

} // namespace

class TestDownsample final : public QObject {
    Q_OBJECT
private slots:
    void dayFitsThePixelsAndKeepsEveryPeak();
    void fewSamplesStayAsTheyAre();
    void unknownValuesAndSilenceBreakTheLine();
    void averagesOfMinutesAreOneLine();
    void lineReachesTheEdges();
    void seriesForgetsAndSurvivesAClockSetBack();
};

void TestDownsample::dayFitsThePixelsAndKeepsEveryPeak()
{
    std::vector<Sample> samples;
    for (qint64 at = 0; at < kDay; at += 2000)
        samples.push_back(sampleAt(at, 10 + std::sin(static_cast<double>(at))));
    samples[12'345][kMetric] = 900;
    samples[30'000][kMetric] = -5;
    QElapsedTimer clock;
    clock.start();
    const LineSegments segments = downsample(samples, kMetric, window(kDay, 600));
    qInfo("%zu samples in %lld µs", samples.size(), clock.nsecsElapsed() / 1000);
    QCOMPARE(segments.size(), std::size_t{1});
    QVERIFY(pointCount(segments) <= 4 * 601);
    const auto& line = segments.front();
    const auto lower = [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); };
    QCOMPARE(std::max_element(line.begin(), line.end(), lower)->y(), 900.0);
    QCOMPARE(std::min_element(line.begin(), line.end(), lower)->y(), -5.0);
    QVERIFY(std::is_sorted(line.begin(), line.end(),
                           [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
}

void TestDownsample::fewSamplesStayAsTheyAre()
{
    const std::vector<Sample> samples{sampleAt(0, 1), sampleAt(2000, 3), sampleAt(4000, 2)};
    const LineSegments segments = downsample(samples, kMetric, window(60'000, 600));
    const std::vector<QPointF> expected{
        {double(kBegin), 1}, {double(kBegin + 2000), 3}, {double(kBegin + 4000), 2}};
    QCOMPARE(segments, LineSegments{expected});
    QVERIFY(downsample({}, kMetric, window(60'000, 600)).empty());
    QVERIFY(downsample(samples, Metric::Cpu, window(60'000, 600)).empty());
}

void TestDownsample::unknownValuesAndSilenceBreakTheLine()
{
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Sample> samples{sampleAt(0, 1),      sampleAt(2000, unknown),
                                      sampleAt(4000, 2),   sampleAt(14'000, 3),
                                      sampleAt(25'000, 4), sampleAt(26'000, 5)};
    const LineSegments segments = downsample(samples, kMetric, window(60'000, 600));
    QCOMPARE(segments.size(), std::size_t{3});
    QCOMPARE(segments[0].size(), std::size_t{1});
    QCOMPARE(segments[1].size(), std::size_t{2}); // ten seconds are no gap yet
    QCOMPARE(segments[2].size(), std::size_t{2});
}

void TestDownsample::averagesOfMinutesAreOneLine()
{
    std::vector<Sample> samples;
    for (int minute = 0; minute < 10; ++minute)
        samples.push_back(sampleAt(60'000LL * minute, minute));
    QCOMPARE(downsample(samples, kMetric, window(600'000, 600)).size(), std::size_t{10});
    DrawWindow wide = window(600'000, 600);
    wide.gap = 150'000;
    QCOMPARE(downsample(samples, kMetric, wide).size(), std::size_t{1});
}

void TestDownsample::lineReachesTheEdges()
{
    const std::vector<Sample> samples{sampleAt(-4000, 9), sampleAt(-2000, 1), sampleAt(2000, 2),
                                      sampleAt(62'000, 3), sampleAt(64'000, 9)};
    DrawWindow wide = window(60'000, 60);
    wide.gap = 100'000;
    const LineSegments segments = downsample(samples, kMetric, wide);
    QCOMPARE(segments.size(), std::size_t{1});
    QCOMPARE(segments[0].size(), std::size_t{3});
    QCOMPARE(segments[0].front().y(), 1.0);
    QCOMPARE(segments[0].back().y(), 3.0);
}

void TestDownsample::seriesForgetsAndSurvivesAClockSetBack()
{
    SampleSeries series;
    for (int i = 0; i < 100; ++i)
        series.append(sampleAt(i, i), kBegin + 50);
    QVERIFY(series.samples().front().at >= kBegin + 38); // at most an eighth too much
    QCOMPARE(series.valueAt(kMetric, kBegin, kBegin + 99), 99.0);
    QVERIFY(std::isnan(series.valueAt(kMetric, kBegin + 200, kBegin + 300)));
    series.append(sampleAt(60, 7), kBegin);
    QCOMPARE(series.samples().back().at, kBegin + 60);
    QCOMPARE(series.valueAt(kMetric, kBegin, kBegin + 99), 7.0);
}

QTEST_GUILESS_MAIN(TestDownsample)
#include "tst_downsample.moc"
