// SPDX-License-Identifier: GPL-3.0-or-later
// causewayctl undo: list, look, do it, and what is said about rows that were changed since.
#include "tests/cli/ctl_process.h"

using namespace causeway;
using namespace causeway::test;

class TestCtlUndo final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void listLookAndUndo();
    void rowsChangedSinceAreNamed();
    void unknownRun();

private:
    QString run();

    std::unique_ptr<TwoSidedFixture> m_pair;
    Ctl m_ctl;
};

void TestCtlUndo::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB; INSERT "
                    "INTO t VALUES (1,'one'),(2,'two')");
    m_ctl.usePair(m_pair->profile());
    QCOMPARE(m_ctl.run(QStringLiteral("init")).code, 0);
    QCOMPARE(m_ctl.run(QStringLiteral("sync")).code, 0);
    m_pair->run(Side::Remote, "UPDATE t SET name='ONE' WHERE id=1; DELETE FROM t WHERE id=2");
}

/// @return the id of the run.
QString TestCtlUndo::run()
{
    const CtlResult synced = m_ctl.run(QStringLiteral("sync --allow-mass-delete --json"));
    return synced.object()[QLatin1String("run_id")].toString();
}

void TestCtlUndo::listLookAndUndo()
{
    QVERIFY(m_ctl.run(QStringLiteral("undo")).out.contains("No run is kept"));
    const QString id = run();
    QVERIFY(m_ctl.run(QStringLiteral("undo")).out.contains(id.toUtf8()));
    const QJsonArray runs = m_ctl.run(QStringLiteral("undo --json")).array();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0][QLatin1String("run_id")].toString(), id);
    QCOMPARE(runs[0][QLatin1String("rows")].toInt(), 2);
    QVERIFY(runs[0][QLatin1String("undone_at")].isNull());

    const CtlResult look = m_ctl.run(u"undo --dry-run " + id);
    QVERIFY2(look.code == 0 && look.out.contains("dry run"), look.told().constData());
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")), QByteArrayList{"1|ONE"});

    const CtlResult done = m_ctl.run(u"undo --json " + id);
    QVERIFY2(done.code == 0, done.told().constData());
    QCOMPARE(done.object()[QLatin1String("complete")].toBool(), true);
    const QJsonObject table = done.object()[QLatin1String("tables")][0].toObject();
    QCOMPARE(table[QLatin1String("local")][QLatin1String("inserted")].toInt(), 1);
    QCOMPARE(table[QLatin1String("local")][QLatin1String("updated")].toInt(), 1);
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")), (QByteArrayList{"1|one", "2|two"}));
    QCOMPARE(m_pair->dump(Side::Remote, QStringLiteral("t")), QByteArrayList{"1|ONE"});
}

void TestCtlUndo::rowsChangedSinceAreNamed()
{
    const QString id = run();
    m_pair->run(Side::Local, "UPDATE t SET name='since' WHERE id=1");
    const CtlResult done = m_ctl.run(u"undo " + id);
    QCOMPARE(done.code, 1);
    QVERIFY2(done.out.contains("t on local: id=1 was left as it is"), done.told().constData());
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")), (QByteArrayList{"1|since", "2|two"}));
    const CtlResult again = m_ctl.run(u"undo --json " + id);
    QCOMPARE(again.code, 1);
    const QJsonObject left =
        again.object()[QLatin1String("tables")][0][QLatin1String("left")][0].toObject();
    QCOMPARE(left[QLatin1String("reason")].toString(), QStringLiteral("changed_since"));
    QCOMPARE(left[QLatin1String("key")][QLatin1String("id")].toString(), QStringLiteral("1"));
}

void TestCtlUndo::unknownRun()
{
    const CtlResult told = m_ctl.run(QStringLiteral("undo nothing --json"));
    QCOMPARE(told.code, 2);
    QCOMPARE(told.object()[QLatin1String("error")][QLatin1String("code")].toString(),
             QStringLiteral("CFG_010"));
}

QTEST_GUILESS_MAIN(TestCtlUndo)
#include "tst_ctl_undo.moc"
