// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_schema.h"
#include "sync/demo/sample_shop.h"
#include "sync/dialect/demo_sql.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

// The sample shop and its pending changes fit both kinds of server.
class TestDemoData final : public QObject {
    Q_OBJECT
private slots:
    void shopAndChangesFit_data() { addPairRows(); }
    void shopAndChangesFit();

private:
    static void fill(TwoSidedFixture& fixture, Side side);
};

void TestDemoData::fill(TwoSidedFixture& fixture, Side side)
{
    QList<QByteArray> statements = scriptStatements(QStringLiteral("demo/shop.sql"));
    for (const SampleTable& table : sampleShop(20260101))
        statements += demosql::insertRows(table);
    fixture.run(side, statements.join(";\n"));
}

void TestDemoData::shopAndChangesFit()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    for (const Side side : {Side::Remote, Side::Local})
        fill(fixture, side);
    QCOMPARE(fixture.tables(Side::Remote).size(), 6);
    for (const char* table : {"categories", "customers", "orders", "order_items"})
        QCOMPARE(fixture.dump(Side::Remote, QLatin1String(table)),
                 fixture.dump(Side::Local, QLatin1String(table)));
    for (const Side side : {Side::Remote, Side::Local}) {
        const QString script =
            QLatin1String("demo/changes-") + toText(side) + QLatin1String(".sql");
        for (const QByteArray& statement : scriptStatements(script)) {
            const Result<Executed> done = fixture.on(side).execute(statement);
            QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message()));
            QVERIFY2(done->affected > 0 && done->warnings == 0, statement.constData());
        }
    }
}

QTEST_GUILESS_MAIN(TestDemoData)
#include "tst_demo_data.moc"
