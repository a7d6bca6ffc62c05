// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/monitor/sample_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <thread>

using namespace causeway;

namespace {

const QDateTime kNow = QDateTime(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC);

Sample sampleAt(const QDateTime& at, double latency)
{
    Sample sample;
    sample.at = at.toMSecsSinceEpoch();
    sample[Metric::RemoteLatency] = latency;
    return sample;
}

} // namespace

class TestSampleStore final : public QObject {
    Q_OBJECT
private slots:
    void samplesComeBackInOrderWithTheirGaps();
    void oldSamplesBecomeAverages();
    void damagedFileIsPutAside();
    void severalWritersLoseNothing();

private:
    static std::vector<Sample> all(const SampleStore& store)
    {
        const auto read = store.read(kNow.addDays(-100), kNow.addDays(1));
        if (!read.ok())
            qFatal("%s", qPrintable(read.error().message()));
        return read.value();
    }
};

void TestSampleStore::samplesComeBackInOrderWithTheirGaps()
{
    const QTemporaryDir folder;
    const SampleStore store(QStringLiteral("店铺 / ../x"), folder.path());
    QVERIFY(all(store).empty());
    QVERIFY(store.append({sampleAt(kNow, 2), sampleAt(kNow.addSecs(-2), 1)}).ok());
    QVERIFY(all(SampleStore(QStringLiteral("other"), folder.path())).empty());
    const std::vector<Sample> read = all(store);
    QCOMPARE(read.size(), std::size_t{2});
    QCOMPARE(read[0][Metric::RemoteLatency], 1.0);
    QCOMPARE(read[1].at, kNow.toMSecsSinceEpoch());
    QVERIFY(std::isnan(read[1][Metric::LocalLatency]));
}

void TestSampleStore::oldSamplesBecomeAverages()
{
    const QTemporaryDir folder;
    const SampleStore store(QStringLiteral("p"), folder.path());
    std::vector<Sample> samples;
    for (int i = 0; i < 60; ++i) // two minutes, two days ago: averages 14.5 and 44.5
        samples.push_back(sampleAt(kNow.addDays(-2).addSecs(2LL * i), i));
    samples.push_back(sampleAt(kNow.addDays(-40), 7));
    samples.push_back(sampleAt(kNow.addSecs(-60), 8));
    QVERIFY(store.append(samples).ok());
    for (int i = 0; i < 2; ++i) { // a second time changes nothing
        QVERIFY(store.trim(kNow).ok());
        const std::vector<Sample> read = all(store);
        QCOMPARE(read.size(), std::size_t{3});
        QCOMPARE(read[0][Metric::RemoteLatency], 14.5);
        QCOMPARE(read[1][Metric::RemoteLatency], 44.5);
        QCOMPARE(read[2][Metric::RemoteLatency], 8.0);
        QVERIFY(std::isnan(read[0][Metric::LocalLatency]));
    }
}

void TestSampleStore::damagedFileIsPutAside()
{
    const QTemporaryDir folder;
    const SampleStore store(QStringLiteral("p"), folder.path());
    QFile file(store.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    QVERIFY(store.append({sampleAt(kNow, 1)}).ok());
    QCOMPARE(all(store).size(), std::size_t{1});
    QVERIFY(QFile::exists(store.path() + QStringLiteral(".damaged")));
}

void TestSampleStore::severalWritersLoseNothing()
{
    const QTemporaryDir folder;
    const SampleStore store(QStringLiteral("p"), folder.path());
    constexpr int kWriters = 3;
    constexpr int kEach = 20;
    std::array<int, kWriters> failed{};
    {
        std::vector<std::jthread> writers;
        for (int w = 0; w < kWriters; ++w) {
            writers.emplace_back([&store, &failed, w] {
                for (int i = 0; i < kEach; ++i)
                    if (!store.append({sampleAt(kNow.addSecs(-100 * w - i), i)}).ok() ||
                        !store.trim(kNow).ok())
                        ++failed[static_cast<std::size_t>(w)];
            });
        }
    }
    QCOMPARE(failed, (std::array<int, kWriters>{}));
    QCOMPARE(all(store).size(), std::size_t{kWriters * kEach});
}

QTEST_GUILESS_MAIN(TestSampleStore)
#include "tst_sample_store.moc"
