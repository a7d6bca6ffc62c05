// SPDX-License-Identifier: GPL-3.0-or-later
// The sampler on real servers, one of which goes away and comes back.
#include "sync/monitor/sampler.h"
#include "sync/run/pair_actions.h"
#include "tests/support/two_sided_fixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace causeway;
using namespace causeway::test;

class TestSampler final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void init()
    {
        QFETCH_GLOBAL(PairKind, pair);
        m_pair = std::make_unique<TwoSidedFixture>(pair);
    }
    void cleanup() { m_pair.reset(); }

    void measuresBothServers();
    void countsConflictsOnceThePairIsSetUp();
    void rowsPerSecondFollowTheRun();
    void serverThatIsGoneIsAGapThatHeals();

private:
    [[nodiscard]] Sampler sampler() const { return Sampler(m_pair->profile(), m_folder.path()); }

    QTemporaryDir m_folder;
    std::unique_ptr<TwoSidedFixture> m_pair;
};

void TestSampler::measuresBothServers()
{
    Sampler looking = sampler();
    const Observation seen = looking.observe({});
    QVERIFY(!seen.troubles[0] && !seen.troubles[1]);
    for (const Metric metric : {Metric::RemoteLatency, Metric::LocalLatency})
        QVERIFY(seen.sample[metric] > 0 && seen.sample[metric] < 5000);
    for (const Metric metric : {Metric::RemoteConnections, Metric::LocalConnections})
        QVERIFY(seen.sample[metric] >= 1);
    QCOMPARE(seen.sample[Metric::RemoteMaxConnections],
             m_pair->value(Side::Remote, "SELECT @@GLOBAL.max_connections").toDouble());
    QVERIFY(seen.sample.at > 1'600'000'000'000);
}

void TestSampler::countsConflictsOnceThePairIsSetUp()
{
    Sampler looking = sampler();
    QVERIFY(std::isnan(looking.observe({}).sample[Metric::OpenConflicts]));
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY)");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    for (const char* state : {"OPEN", "OPEN", "SETTLED"})
        m_pair->run(Side::Local, "INSERT INTO db_sync_conflict SET run_id='r',table_name='t',"
                                 "row_key='{}',key_hash='',kind='UNIQUE',policy='MANUAL',state='" +
                                     QByteArray(state) + "'");
    const Observation seen = looking.observe({});
    QCOMPARE(seen.sample[Metric::OpenConflicts], 2.0);
    QCOMPARE(seen.sample[Metric::SettledConflicts], 1.0);
}

void TestSampler::rowsPerSecondFollowTheRun()
{
    Sampler looking = sampler();
    QCOMPARE(looking.observe({}).sample[Metric::RowsToLocal], 0.0);
    ProgressSnapshot progress;
    progress.rowsToLocal = 500;
    progress.totalRowsDone = 500;
    progress.totalRowsTotal = 800;
    SamplerInput input{true, std::make_shared<const ProgressSnapshot>(progress), 5.0};
    const Sample running = looking.observe(input).sample;
    QVERIFY(running[Metric::RowsToLocal] > 0);
    QCOMPARE(running[Metric::RowsToRemote], 0.0);
    QCOMPARE(running[Metric::PendingRows], 300.0);
    QCOMPARE(looking.observe(input).sample[Metric::RowsToLocal], 0.0); // nothing new was written
    input.isRunning = false;
    const Sample after = looking.observe(input).sample;
    QCOMPARE(after[Metric::RowsToLocal], 0.0);
    QCOMPARE(after[Metric::PendingRows], 5.0);
}

void TestSampler::serverThatIsGoneIsAGapThatHeals()
{
    Sampler looking = sampler();
    QVERIFY(!looking.observe({}).troubles[0]);
    m_pair->server(Side::Remote).kill();
    const Observation gone = looking.observe({});
    QVERIFY(gone.troubles[0] && !gone.troubles[1]);
    QVERIFY(std::isnan(gone.sample[Metric::RemoteLatency]));
    QVERIFY(gone.sample[Metric::LocalLatency] > 0);
    require(m_pair->server(Side::Remote).restart(), QStringLiteral("start again"));
    m_pair->reconnect(Side::Remote);
    const Observation back = looking.observe({});
    QVERIFY(!back.troubles[0]);
    QVERIFY(back.sample[Metric::RemoteLatency] > 0);
}

QTEST_GUILESS_MAIN(TestSampler)
#include "tst_sampler.moc"
