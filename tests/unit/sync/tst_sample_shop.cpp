// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/demo/sample_shop.h"
#include "sync/dialect/demo_sql.h"

#include <QCryptographicHash>
#include <QTest>

using namespace causeway;

namespace {

QByteArray digest(const std::vector<SampleTable>& tables)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const SampleTable& table : tables) {
        for (const QByteArray& statement : demosql::insertRows(table))
            hash.addData(statement);
    }
    return hash.result();
}

const SampleTable& named(const std::vector<SampleTable>& tables, const char* name)
{
    for (const SampleTable& table : tables) {
        if (table.name == QLatin1String(name))
            return table;
    }
    qFatal("no such table");
}

} // namespace

class TestSampleShop final : public QObject {
    Q_OBJECT
private slots:
    void aboutTwoThousandRows();
    void sameSeedSameRows();
    void hasWhatASyncMustCarry();
    void statementsAreBounded();
};

void TestSampleShop::aboutTwoThousandRows()
{
    std::size_t rows = 0;
    for (const SampleTable& table : sampleShop(1)) {
        QVERIFY(!table.rows.empty());
        for (const Cells& row : table.rows)
            QCOMPARE(row.size(), static_cast<std::size_t>(table.columns.size()));
        rows += table.rows.size();
    }
    QVERIFY2(rows > 1900 && rows < 2200, QByteArray::number(rows).constData());
}

void TestSampleShop::sameSeedSameRows()
{
    QCOMPARE(digest(sampleShop(7)), digest(sampleShop(7)));
    QVERIFY(digest(sampleShop(7)) != digest(sampleShop(8)));
}

void TestSampleShop::hasWhatASyncMustCarry()
{
    const std::vector<SampleTable> tables = sampleShop(20260101);
    int nulls = 0;
    int binary = 0;
    int emoji = 0;
    for (const Cells& row : named(tables, "products").rows) {
        for (const Cell& cell : row) {
            nulls += cell ? 0 : 1;
            binary += cell && QString::fromUtf8(*cell).toUtf8() != *cell ? 1 : 0;
            emoji += cell && cell->contains("\xF0\x9F") ? 1 : 0;
        }
    }
    QVERIFY(nulls > 100 && binary > 20 && emoji > 20);
    QVERIFY(!named(tables, "categories").rows.front().at(1).has_value()); // a root
    QVERIFY(named(tables, "categories").rows.back().at(1).has_value());
}

void TestSampleShop::statementsAreBounded()
{
    SampleTable table{QStringLiteral("a`b"), {QStringLiteral("c")}, {}};
    QVERIFY(demosql::insertRows(table).isEmpty());
    table.rows.assign(201, {Cell{QByteArray("it's")}});
    table.rows.back() = {Cell{}};
    const QList<QByteArray> statements = demosql::insertRows(table);
    QCOMPARE(statements.size(), 2);
    QVERIFY(statements.at(0).startsWith("INSERT INTO `a``b` (`c`) VALUES ('it\\'s'),('it\\'s'),"));
    QCOMPARE(statements.at(1), QByteArray("INSERT INTO `a``b` (`c`) VALUES (NULL)"));
}

QTEST_APPLESS_MAIN(TestSampleShop)
#include "tst_sample_shop.moc"
