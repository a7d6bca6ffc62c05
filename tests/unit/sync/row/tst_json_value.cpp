// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/row/json_value.h"
#include "sync/row/row_key.h"

#include <QTest>

using namespace causeway;

class TestJsonValue final : public QObject {
    Q_OBJECT

private slots:
    void sameValue_data();
    void sameValue();
    void differentValue_data();
    void differentValue();
    void refused_data();
    void refused();
    void keysKeepTheirParts();
};

void TestJsonValue::sameValue_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::newRow("order and blanks")
        << QByteArray(R"({"b":1,"a":[ 1, 2 ]})") << QByteArray(R"({"a": [1, 2], "b": 1})");
    QTest::newRow("exponent") << QByteArray("1e2") << QByteArray("100.0");
    QTest::newRow("trailing zero") << QByteArray("[1.10]") << QByteArray("[1.1]");
    QTest::newRow("escape") << QByteArray(R"("\u00e9")") << QByteArray("\"é\"");
    QTest::newRow("zero") << QByteArray("-0.00") << QByteArray("0");
    QTest::newRow("small") << QByteArray("0.00120") << QByteArray("12e-4");
    QTest::newRow("empty") << QByteArray("{ }") << QByteArray("{}");
}

void TestJsonValue::sameValue()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QVERIFY(canonicalJson(a).has_value());
    QCOMPARE(canonicalJson(a), canonicalJson(b));
}

void TestJsonValue::differentValue_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::newRow("30 digits") << QByteArray("123456789012345678901234567890")
                               << QByteArray("123456789012345678901234567891");
    QTest::newRow("lossy") << QByteArray("123456789012345678901234567890")
                           << QByteArray("1.2345678901234568e29");
    QTest::newRow("text and number") << QByteArray("\"1\"") << QByteArray("1");
    QTest::newRow("array order") << QByteArray("[1,2]") << QByteArray("[2,1]");
    QTest::newRow("null") << QByteArray("null") << QByteArray("\"null\"");
    QTest::newRow("nesting") << QByteArray("[[1],2]") << QByteArray("[1,[2]]");
}

void TestJsonValue::differentValue()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QVERIFY(canonicalJson(a).has_value());
    QVERIFY(canonicalJson(b).has_value());
    QVERIFY(canonicalJson(a) != canonicalJson(b));
}

void TestJsonValue::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "{", "[1,]", R"({"a":1,"a":2})", "01", "1.", "tru", "\"a", "[1] x",
                             "{\"a\" 1}", "1e", "nul"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("too deep") << QByteArray(300, '[') + QByteArray(300, ']');
}

void TestJsonValue::refused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!canonicalJson(text));
}

void TestJsonValue::keysKeepTheirParts()
{
    const Cells left{QByteArray("1:a"), QByteArray("b")};
    const Cells right{QByteArray("1"), QByteArray("a1:b")};
    QVERIFY(encodeKey(left) != encodeKey(right));
    QCOMPARE(decodeKey(encodeKey(left), 2), left);
    const Cells empty{QByteArray(""), QByteArray("")};
    QCOMPARE(decodeKey(encodeKey(empty), 2), empty);
    QCOMPARE(decodeKey(encodeKey({QByteArray("x:y")}), 1), Cells{QByteArray("x:y")});
}

QTEST_GUILESS_MAIN(TestJsonValue)
#include "tst_json_value.moc"
