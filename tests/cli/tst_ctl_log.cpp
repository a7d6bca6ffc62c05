// SPDX-License-Identifier: GPL-3.0-or-later
// causewayctl log stats and the preview of log prune, on a real pair.
#include "tests/cli/ctl_process.h"

using namespace causeway;
using namespace causeway::test;

class TestCtlLog final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void statsOfRealRuns();
    void statsForPeople();
    void statsOfAPeriod();
    void badOptions();
    void listIsFiltered();
    void skippedKindsStayPending();
    void prunePreviewTells();

private:
    std::unique_ptr<TwoSidedFixture> m_pair;
    Ctl m_ctl;
};

void TestCtlLog::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE maker (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    m_pair->run(Side::Remote, "INSERT INTO maker VALUES (1,'one'),(2,'two')");
    m_ctl = Ctl();
    m_ctl.usePair(m_pair->profile());
    EXPECT_CODE(m_ctl.run(QStringLiteral("init")), 0);
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 0);
    m_pair->run(Side::Remote, "UPDATE maker SET name='r' WHERE id=1");
    m_pair->run(Side::Local, "UPDATE maker SET name='l' WHERE id=1");
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 1); // a conflict
}

void TestCtlLog::statsOfRealRuns()
{
    const CtlResult told = m_ctl.run(QStringLiteral("log stats --json"));
    EXPECT_CODE(told, 0);
    const QJsonObject stats = told.object();
    const QJsonObject runs = stats[QLatin1String("runs")].toObject();
    QCOMPARE(runs[QLatin1String("count")].toInt(), 2);
    QCOMPARE(runs[QLatin1String("success_rate")].toDouble(), 1.0);
    QCOMPARE(runs[QLatin1String("rows_written")].toInt(), 2);
    QVERIFY(runs[QLatin1String("rows_per_second")].toDouble() > 0);
    QCOMPARE(runs[QLatin1String("conflicts_open")].toInt(), 1);
    const QJsonObject durations = runs[QLatin1String("duration_s")].toObject();
    QVERIFY(durations[QLatin1String("longest")].toDouble() >=
            durations[QLatin1String("median")].toDouble());
    const QJsonArray tables = stats[QLatin1String("tables")].toArray();
    QCOMPARE(tables.size(), 1);
    QCOMPARE(tables[0][QLatin1String("table")].toString(), QStringLiteral("maker"));
    QCOMPARE(tables[0][QLatin1String("conflicts_found")].toInt(), 1);
    int found = 0;
    for (const QJsonValue& day : stats[QLatin1String("days")].toArray())
        found += day[QLatin1String("conflicts_found")].toInt();
    QCOMPARE(found, 1);
}

void TestCtlLog::statsForPeople()
{
    const CtlResult told = m_ctl.run(QStringLiteral("log stats"));
    EXPECT_CODE(told, 0);
    for (const char* word :
         {"Success rate: 100.0 %", "median", "rows/s", "maker", "1 found, 0 settled, 1 open now"})
        QVERIFY2(told.out.contains(word), told.told().constData());
    const CtlResult chinese = m_ctl.run(QStringLiteral("log stats --lang zh_CN"));
    QVERIFY2(!chinese.out.contains("Success rate"), chinese.told().constData());
    const CtlResult help = m_ctl.run(QStringLiteral("log stats --help"));
    EXPECT_CODE(help, 0);
    QVERIFY(help.out.contains("--since TIME") && help.out.contains("--days N"));
}

void TestCtlLog::statsOfAPeriod()
{
    m_pair->run(Side::Local, "UPDATE db_sync_log SET start_time = start_time - INTERVAL 3 DAY "
                             "ORDER BY id LIMIT 2");
    const auto runs = [this](const QString& options) {
        const CtlResult told = m_ctl.run(QStringLiteral("log stats --json ") + options);
        return told.object()[QLatin1String("runs")][QLatin1String("count")].toInt(-1);
    };
    QCOMPARE(runs(QStringLiteral("--days 1")), 1);
    QCOMPARE(runs(QStringLiteral("--days 4")), 2);
    const QDateTime now = QDateTime::currentDateTime();
    QCOMPARE(runs(QStringLiteral("--since ") + now.addDays(-2).date().toString(Qt::ISODate)), 1);
    QCOMPARE(runs(QStringLiteral("--since ") + now.addDays(-5).toString(Qt::ISODate)), 2);
    QCOMPARE(runs(QStringLiteral("--since ") + now.addDays(2).toString(Qt::ISODate)), 0);
}

void TestCtlLog::badOptions()
{
    EXPECT_CODE(m_ctl.run(QStringLiteral("log stats --days 0")), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("log stats --since yesterday")), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("log stats --since 2026-01-01 --days 3")), 2);
}

void TestCtlLog::listIsFiltered()
{
    m_pair->run(Side::Local, "UPDATE db_sync_log SET sync_direction='LOCAL_TO_REMOTE', "
                             "start_time=start_time - INTERVAL 3 DAY, error_message='50%_off' "
                             "ORDER BY id LIMIT 2");
    const auto rows = [this](const QString& options) {
        const CtlResult told = m_ctl.run(QStringLiteral("log list --json ") + options);
        return QJsonDocument::fromJson(told.out).array().size();
    };
    QCOMPARE(rows({}), 4);
    QCOMPARE(rows(QStringLiteral("--direction LOCAL_TO_REMOTE")), 2);
    QCOMPARE(rows(QStringLiteral("--days 1")), 2);
    QCOMPARE(rows(QStringLiteral("--search 0%_O")), 2);
    QCOMPARE(rows(QStringLiteral("--search 5%off")), 0);
    QCOMPARE(rows(QStringLiteral("--search MAKER")), 2);
    QCOMPARE(rows(QStringLiteral("--summaries --table maker")), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("log list --direction SIDEWAYS")), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("log list --days 0")), 2);
}

void TestCtlLog::skippedKindsStayPending()
{
    m_pair->run(Side::Remote, "INSERT INTO maker VALUES (3,'three'); DELETE FROM maker WHERE id=2");
    const CtlResult told = m_ctl.run(QStringLiteral("sync --skip deletes-on-local --json"));
    EXPECT_CODE(told, 1); // the conflict of before
    QCOMPARE(told.object()[QLatin1String("totals")][QLatin1String("left_out")].toInt(), 1);
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM maker"), QByteArray("3"));
    const CtlResult chinese =
        m_ctl.run(QStringLiteral("sync --skip deletes --skip inserts --lang zh_CN"));
    QVERIFY2(chinese.err.contains("略过"), chinese.told().constData());
    const CtlResult wrong = m_ctl.run(QStringLiteral("sync --skip truncates"));
    EXPECT_CODE(wrong, 2);
    QVERIFY2(wrong.err.contains("updates-on-remote"), wrong.told().constData());
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 1);
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM maker"), QByteArray("2"));
}

void TestCtlLog::prunePreviewTells()
{
    m_pair->run(Side::Remote, "INSERT INTO maker VALUES (3,'three')");
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 1);
    m_pair->run(Side::Local,
                "UPDATE db_sync_log SET start_time = start_time - INTERVAL 40 DAY, end_time = "
                "end_time - INTERVAL 40 DAY");
    const CtlResult dry = m_ctl.run(QStringLiteral("log prune --dry-run --json"));
    EXPECT_CODE(dry, 0);
    // the first run; the second has an open conflict, the third is the last of its table
    QCOMPARE(dry.object()[QLatin1String("removed")].toInt(), 2);
    QCOMPARE(dry.object()[QLatin1String("runs")].toInt(), 1);
    QCOMPARE(dry.object()[QLatin1String("kept")].toInt(), 4);
    QVERIFY(!dry.object()[QLatin1String("first")].isNull());
    const CtlResult told = m_ctl.run(QStringLiteral("log prune --dry-run"));
    QVERIFY2(told.out.contains("2 rows would be removed") && told.out.contains("of 1 runs"),
             told.told().constData());
    EXPECT_CODE(m_ctl.run(QStringLiteral("log prune")), 0);
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM db_sync_log"), QByteArray("4"));
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM db_sync_conflict"), QByteArray("1"));
}

QTEST_GUILESS_MAIN(TestCtlLog)
#include "tst_ctl_log.moc"
