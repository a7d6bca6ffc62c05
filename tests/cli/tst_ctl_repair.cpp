// SPDX-License-Identifier: GPL-3.0-or-later
// causewayctl repair: what an operator sees and does after a restored backup or a move.
#include "tests/cli/ctl_process.h"

using namespace causeway;
using namespace causeway::test;

class TestCtlRepair final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void nothingToRepair();
    void refill();
    void accept();
    void badOptions();

private:
    /// The remote forgets row 2 and everything that Causeway knew of it.
    void loseCommits();

    std::unique_ptr<TwoSidedFixture> m_pair;
    Ctl m_ctl;
};

void TestCtlRepair::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    m_ctl.usePair(m_pair->profile());
    QCOMPARE(m_ctl.run(QStringLiteral("init")).code, 0);
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (1,'one'),(2,'two')");
    QCOMPARE(m_ctl.run(QStringLiteral("sync")).code, 0);
}

void TestCtlRepair::loseCommits()
{
    m_pair->run(Side::Remote, "DELETE FROM t WHERE id = 2; UPDATE db_sync_state SET epoch = 0");
    const CtlResult stopped = m_ctl.run(QStringLiteral("sync --json"));
    QCOMPARE(stopped.code, 4);
    QCOMPARE(stopped.object()[QLatin1String("error")][QLatin1String("code")].toString(),
             QStringLiteral("SYNC_009"));
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM t"), QByteArray("2"));
}

void TestCtlRepair::nothingToRepair()
{
    const CtlResult told = m_ctl.run(QStringLiteral("repair"));
    QVERIFY2(told.code == 0, told.told().constData());
    QVERIFY(told.out.contains("nothing is missing"));
    const QJsonObject document = m_ctl.run(QStringLiteral("repair --json")).object();
    QCOMPARE(document[QLatin1String("ok")].toBool(), true);
    QVERIFY(document[QLatin1String("problem")].isNull());
}

void TestCtlRepair::refill()
{
    loseCommits();
    const CtlResult told = m_ctl.run(QStringLiteral("repair"));
    QCOMPARE(told.code, 4);
    QVERIFY2(told.out.contains("--refill remote") && told.out.contains("--accept"),
             told.told().constData());
    const CtlResult done = m_ctl.run(QStringLiteral("repair --refill remote"));
    QVERIFY2(done.code == 0, done.told().constData());
    QCOMPARE(m_pair->dump(Side::Remote, QStringLiteral("t")), (QByteArrayList{"1|one", "2|two"}));
    QCOMPARE(m_ctl.run(QStringLiteral("repair")).code, 0);
    QCOMPARE(m_ctl.run(QStringLiteral("sync")).code, 0);
}

void TestCtlRepair::accept()
{
    loseCommits();
    const CtlResult done = m_ctl.run(QStringLiteral("repair --accept --json"));
    QCOMPARE(done.code, 0);
    QCOMPARE(done.object()[QLatin1String("memory_kept")].toBool(true), false);
    QCOMPARE(m_ctl.run(QStringLiteral("sync")).code, 1); // row 2 waits for a decision
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM t"), QByteArray("2"));
    QCOMPARE(m_ctl.run(QStringLiteral("conflicts list --json")).array().size(), 1);
}

void TestCtlRepair::badOptions()
{
    QCOMPARE(m_ctl.run(QStringLiteral("repair --refill both")).code, 2);
    QCOMPARE(m_ctl.run(QStringLiteral("repair --refill local --accept")).code, 2);
}

QTEST_GUILESS_MAIN(TestCtlRepair)
#include "tst_ctl_repair.moc"
