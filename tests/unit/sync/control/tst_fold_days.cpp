// SPDX-License-Identifier: GPL-3.0-or-later
// Quarters of an hour added up to the days of a time zone.
#include "sync/control/log_stats.h"

#include <QTest>

using namespace causeway;

namespace {

qint64 quarter(const char* utc)
{
    return QDateTime::fromString(QLatin1String(utc), Qt::ISODate).toSecsSinceEpoch() / 900;
}

QDateTime moment(const char* utc)
{
    return QDateTime::fromString(QLatin1String(utc), Qt::ISODate);
}

QDate day(int number)
{
    return {2026, 3, number};
}

} // namespace

class TestFoldDays final : public QObject {
    Q_OBJECT
private slots:
    void nothingHasNoDays();
    void daysAreThoseOfTheZone_data();
    void daysAreThoseOfTheZone();
    void gapsAreFilledAndOpenGoesOn();
    void ratesKnowWhenThereIsNothingToSay();
};

void TestFoldDays::nothingHasNoDays()
{
    QVERIFY(foldDays({}, 3, QTimeZone::utc(), moment("2026-03-05T00:00:00Z")).empty());
}

void TestFoldDays::daysAreThoseOfTheZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<int>("day");
    QTest::newRow("UTC") << QByteArray("UTC") << 2;
    QTest::newRow("ahead") << QByteArray("Asia/Shanghai") << 3;
    QTest::newRow("half an hour") << QByteArray("Asia/Kolkata") << 3;
    QTest::newRow("quarters") << QByteArray("Asia/Kathmandu") << 3;
    QTest::newRow("behind") << QByteArray("America/New_York") << 2;
}

void TestFoldDays::daysAreThoseOfTheZone()
{
    QFETCH(QByteArray, zone);
    QFETCH(int, day);
    // 18:30 UTC is midnight in India, and a quarter past it in Nepal
    const auto days = foldDays({{quarter("2026-03-02T18:30:00Z"), 1, 0, 0, 0}}, 0, QTimeZone(zone),
                               moment("2026-03-02T18:45:00Z"));
    QCOMPARE(days.size(), std::size_t{1});
    QCOMPARE(days.front().date, ::day(day));
}

void TestFoldDays::gapsAreFilledAndOpenGoesOn()
{
    const auto days = foldDays({{quarter("2026-03-01T10:00:00Z"), 2, 1, 3, 1},
                                {quarter("2026-03-01T23:45:00Z"), 1, 0, 1, 0},
                                {quarter("2026-03-04T00:00:00Z"), 1, 1, 0, 4}},
                               5, QTimeZone::utc(), moment("2026-03-06T00:00:00Z"));
    const std::vector<DayStats> expected{{day(1), 3, 1, 4, 1, 8},
                                         {day(2), 0, 0, 0, 0, 8},
                                         {day(3), 0, 0, 0, 0, 8},
                                         {day(4), 1, 1, 0, 4, 4},
                                         {day(5), 0, 0, 0, 0, 4}};
    QVERIFY(days == expected);
}

void TestFoldDays::ratesKnowWhenThereIsNothingToSay()
{
    LogGroup group;
    group.cancelled = 3;
    group.running = 1;
    QVERIFY(!group.successRate());
    QVERIFY(!group.rowsPerSecond());
    group.success = 3;
    group.partial = 1;
    group.rowsWritten = 10;
    group.busySeconds = 4;
    QCOMPARE(group.successRate(), std::optional(0.75));
    QCOMPARE(group.rowsPerSecond(), std::optional(2.5));
}

QTEST_APPLESS_MAIN(TestFoldDays)
#include "tst_fold_days.moc"
