// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cell_views.h"
#include "models/value_check.h"

#include <QTest>

using namespace causeway;

class TestValueCheck final : public QObject {
    Q_OBJECT
private slots:
    void valuesAreHeldAgainstTheirColumn_data();
    void valuesAreHeldAgainstTheirColumn();
    void nullNeedsANullableColumn();
    void jsonIsLaidOutWithoutChangingIt();
    void bytesAreDumped();
};

namespace {

ColumnSchema column(TypeClass type, const char* dataType, const char* columnType, qint64 length = 0,
                    bool isUnsigned = false)
{
    ColumnSchema made;
    made.name = QStringLiteral("c");
    made.type = type;
    made.dataType = QLatin1String(dataType);
    made.columnType = QLatin1String(columnType);
    made.length = length;
    made.isUnsigned = isUnsigned;
    return made;
}

} // namespace

Q_DECLARE_METATYPE(causeway::ColumnSchema)

void TestValueCheck::valuesAreHeldAgainstTheirColumn_data()
{
    QTest::addColumn<ColumnSchema>("of");
    QTest::addColumn<QStringList>("good");
    QTest::addColumn<QStringList>("bad");
    const auto row = [](const ColumnSchema& of, const char* good, const char* bad) {
        QTest::newRow(qPrintable(of.columnType))
            << of << QString::fromUtf8(good).split(u'|') << QString::fromUtf8(bad).split(u'|');
    };
    row(column(TypeClass::Integer, "tinyint", "tinyint"), "0|-128|127|+5", "128|-129|x|1.5||1 ");
    row(column(TypeClass::Integer, "tinyint", "tinyint unsigned", 0, true), "0|255", "256|-1");
    row(column(TypeClass::Integer, "bigint", "bigint"), "-9223372036854775808|9223372036854775807",
        "9223372036854775808");
    row(column(TypeClass::Integer, "bigint", "bigint unsigned", 0, true), "18446744073709551615",
        "18446744073709551616|-1");
    row(column(TypeClass::Decimal, "decimal", "decimal(5,2)"), "999.99|-0.5|.25|007.10|1.230",
        "1000|1.234|abc||1,5");
    row(column(TypeClass::Double, "double", "double"), "1e10|-0.5", "x|");
    row(column(TypeClass::Text, "varchar", "varchar(3)", 3), "|abc|绿茶茶|🍵🍵🍵", "abcd|🍵🍵🍵🍵");
    row(column(TypeClass::Enum, "enum", "enum('a','b')"), "a|B", "c|");
    row(column(TypeClass::Set, "set", "set('a','b')"), "|a|a,b", "c|a,c");
    row(column(TypeClass::Date, "date", "date"), "2024-02-29|0000-00-00", "2024-13-01|24-1-1|x");
    row(column(TypeClass::DateTime, "datetime", "datetime(6)"),
        "2024-02-29 23:59:59.123456|2024-01-01T00:00:00", "2024-01-01|2024-01-01 24:00:00");
    row(column(TypeClass::Time, "time", "time"), "-838:59:59|00:00:00", "12|1:60:00");
    row(column(TypeClass::Json, "json", "json"), "{}|[1]|1|\"x\"|null", "{|x||1,2");
}

void TestValueCheck::valuesAreHeldAgainstTheirColumn()
{
    QFETCH(ColumnSchema, of);
    QFETCH(QStringList, good);
    QFETCH(QStringList, bad);
    for (const QString& value : good)
        QVERIFY2(problemWithValue(of, value.toUtf8()).isEmpty(), qPrintable(value));
    for (const QString& value : bad) {
        const QString problem = problemWithValue(of, value.toUtf8());
        QVERIFY2(!problem.isEmpty() && !problem.contains(QStringLiteral("%1")), qPrintable(value));
    }
}

void TestValueCheck::nullNeedsANullableColumn()
{
    ColumnSchema of = column(TypeClass::Integer, "int", "int");
    QVERIFY(!problemWithValue(of, std::nullopt).isEmpty());
    of.nullable = true;
    QVERIFY(problemWithValue(of, std::nullopt).isEmpty());
}

void TestValueCheck::jsonIsLaidOutWithoutChangingIt()
{
    QCOMPARE(
        indentedJson("{\"b\":12345678901234567890.10,\"a\":[1, {}],\"s\":\"x \\\"y\\\": {,\"}"),
        QStringLiteral("{\n  \"b\": 12345678901234567890.10,\n  \"a\": [\n    1,\n    {}\n"
                       "  ],\n  \"s\": \"x \\\"y\\\": {,\"\n}"));
    QVERIFY(indentedJson("{\"a\":").isEmpty());
    QVERIFY(indentedJson("plain").isEmpty());
}

void TestValueCheck::bytesAreDumped()
{
    QCOMPARE(hexDump(QByteArray("A\0\xff", 3), 100).simplified(),
             QStringLiteral("000000 41 00 ff A.."));
    QCOMPARE(hexDump(QByteArray(40, 'x'), 20).split(u'\n').size(), 2);
    QVERIFY(hexDump({}, 100).isEmpty());
}

QTEST_APPLESS_MAIN(TestValueCheck)
#include "tst_value_check.moc"
