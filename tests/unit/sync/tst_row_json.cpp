// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/row/row_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace causeway;

class TestRowJson final : public QObject {
    Q_OBJECT
private slots:
    void cells_data();
    void cells();
    void columnOrderSurvivesStoring();
    void missingRowIsNull();
    void damagedTextGivesNoRow_data();
    void damagedTextGivesNoRow();
};

void TestRowJson::cells_data()
{
    QTest::addColumn<bool>("null");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("json"); // inside an array
    QTest::addColumn<QString>("display");
    const auto row = [](const char* name, const QByteArray& bytes, const QString& json,
                        const QString& display) {
        QTest::newRow(name) << false << bytes << json << display;
    };
    QTest::newRow("NULL") << true << QByteArray() << QStringLiteral("[null]")
                          << QStringLiteral("NULL");
    row("empty", QByteArray(""), QStringLiteral("[\"\"]"), QString());
    row("text", QByteArray("plain"), QStringLiteral("[\"plain\"]"), QStringLiteral("plain"));
    row("word null", QByteArray("NULL"), QStringLiteral("[\"NULL\"]"), QStringLiteral("NULL"));
    row("number stays text", QByteArray("18446744073709551615"),
        QStringLiteral("[\"18446744073709551615\"]"), QStringLiteral("18446744073709551615"));
    row("Chinese and emoji", QString::fromUtf8("茶 🍵").toUtf8(), QString::fromUtf8("[\"茶 🍵\"]"),
        QString::fromUtf8("茶 🍵"));
    row("quotes", QByteArray("a\"b\\c\n"), QStringLiteral("[\"a\\\"b\\\\c\\n\"]"),
        QStringLiteral("a\"b\\c\n"));
    row("no UTF-8", QByteArray::fromHex("ff00d8"), QStringLiteral("[{\"hex\":\"ff00d8\"}]"),
        QStringLiteral("0xff00d8"));
    row("NUL", QByteArray("a\0b", 3), QStringLiteral("[{\"hex\":\"610062\"}]"),
        QStringLiteral("0x610062"));
    row("surrogate half", QByteArray::fromHex("eda080"), QStringLiteral("[{\"hex\":\"eda080\"}]"),
        QStringLiteral("0xeda080"));
    row("byte order mark", QByteArray::fromHex("efbbbf41"),
        QStringLiteral("[{\"hex\":\"efbbbf41\"}]"), QStringLiteral("0xefbbbf41"));
    row("looks like our hex", QByteArray("{\"hex\":\"00\"}"),
        QStringLiteral("[\"{\\\"hex\\\":\\\"00\\\"}\"]"), QStringLiteral("{\"hex\":\"00\"}"));
}

void TestRowJson::cells()
{
    QFETCH(bool, null);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, json);
    QFETCH(QString, display);
    const Cell cell = null ? Cell{} : Cell{bytes};
    QCOMPARE(QString::fromUtf8(
                 QJsonDocument(QJsonArray{cellToJson(cell)}).toJson(QJsonDocument::Compact)),
             json);
    QCOMPARE(cellToDisplay(cell), display);

    const RowImage row{{QStringLiteral("c")}, {cell}};
    const std::optional<RowImage> back = restoreRow(storeRow(row));
    QVERIFY(back.has_value());
    QVERIFY(*back == row);
}

void TestRowJson::columnOrderSurvivesStoring()
{
    const RowImage row{
        {QStringLiteral("z"), QStringLiteral("a"), QString::fromUtf8("名"), QStringLiteral("m\"q")},
        {Cell{QByteArray("1")}, Cell{}, Cell{QByteArray("")}, Cell{QByteArray::fromHex("80")}}};
    const QByteArray stored = storeRow(row);
    QVERIFY(!stored.contains('\n'));
    const std::optional<RowImage> back = restoreRow(stored);
    QVERIFY(back.has_value());
    QVERIFY(*back == row);
    QCOMPARE(storeRow(*back), stored);
    QCOMPARE(toJson(row).keys().size(), 4);
    QVERIFY(row.find(QStringLiteral("a")) != nullptr &&
            !row.find(QStringLiteral("a"))->has_value());
}

void TestRowJson::missingRowIsNull()
{
    QVERIFY(toJson(std::optional<RowImage>()).isNull());
    QVERIFY(toJson(std::optional<RowImage>(RowImage{})).isObject());
    QVERIFY(!restoreRow(QByteArray()).has_value());
    QVERIFY(restoreRow(storeRow(RowImage{})).has_value());
}

void TestRowJson::damagedTextGivesNoRow_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("cut off") << QByteArray("[[\"a\",\"b\"");
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("pair too short") << QByteArray("[[\"a\"]]");
    QTest::newRow("number") << QByteArray("[[\"a\",5]]");
    QTest::newRow("other object") << QByteArray("[[\"a\",{\"text\":\"x\"}]]");
    QTest::newRow("name is no text") << QByteArray("[[1,\"x\"]]");
}

void TestRowJson::damagedTextGivesNoRow()
{
    QFETCH(QByteArray, stored);
    QVERIFY(!restoreRow(stored).has_value());
}

QTEST_APPLESS_MAIN(TestRowJson)
#include "tst_row_json.moc"
