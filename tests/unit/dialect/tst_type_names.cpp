// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/type_names.h"

#include <QTest>

using namespace causeway;

namespace {

QString str(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TypeNamesTest final : public QObject {
    Q_OBJECT

private slots:
    void columnTypes_data()
    {
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("dataType");
        QTest::addColumn<QString>("normalised");
        const auto row = [](const char* printed, const char* dataType, const char* normalised) {
            QTest::newRow(printed) << str(printed) << str(dataType) << str(normalised);
        };
        row("bigint(20) unsigned", "bigint", "bigint unsigned");
        row("bigint unsigned", "bigint", "bigint unsigned");
        row("tinyint(1)", "tinyint", "tinyint(1)");
        row("tinyint(4)", "tinyint", "tinyint");
        row("tinyint(3) unsigned", "tinyint", "tinyint unsigned");
        row("int(5) unsigned zerofill", "int", "int(5) unsigned zerofill");
        row("decimal(10,2) unsigned", "decimal", "decimal(10,2) unsigned");
        row("year(4)", "year", "year");
        row("geomcollection", "geometrycollection", "geometrycollection");
        row("varchar(100) /*M!100301 COMPRESSED*/", "varchar", "varchar(100)");
        row("timestamp /* mariadb-5.3 */", "timestamp", "timestamp");
        row("enum('A','/*b*/')", "enum", "enum('A','/*b*/')");
        row("datetime(6)", "datetime", "datetime(6)");
        row("bit(5)", "bit", "bit(5)");
    }
    void columnTypes()
    {
        QFETCH(QString, printed);
        QFETCH(QString, dataType);
        QFETCH(QString, normalised);
        QCOMPARE(normalisedColumnType(printed, dataType), normalised);
    }

    void dataTypes()
    {
        QCOMPARE(normalisedDataType(str("GEOMCOLLECTION")), str("geometrycollection"));
        QCOMPARE(typeClassOf(str("mediumtext")), TypeClass::Text);
        QCOMPARE(typeClassOf(str("point")), TypeClass::Geometry);
        QCOMPARE(typeClassOf(str("vector")), TypeClass::Unsupported);
    }

    void charsets()
    {
        QCOMPARE(normalisedCharset(str("utf8")), str("utf8mb3"));
        QCOMPARE(normalisedCharset(str("utf8_general_ci")), str("utf8mb3_general_ci"));
        QCOMPARE(normalisedCharset(str("utf8mb4_bin")), str("utf8mb4_bin"));
    }

    void members()
    {
        QCOMPARE(enumMembers(str("enum('a','b''c','d,e','f\\\\g','')")),
                 (QStringList{str("a"), str("b'c"), str("d,e"), str("f\\g"), str("")}));
        QCOMPARE(enumMembers(str("set('x')")), QStringList{str("x")});
        QCOMPARE(enumMembers(str("int")), QStringList());
    }

    void literals()
    {
        QCOMPARE(literalText(str("'it''s'")), str("it's"));
        QCOMPARE(literalText(str("'a\\\\b\\n'")), str("a\\b\n"));
        QVERIFY(!literalText(str("''")).isNull());
        QCOMPARE(literalText(str("''")), QString());
        QVERIFY(literalText(str("'a' = 'b'")).isNull());
        QVERIFY(literalText(str("uuid()")).isNull());
        QVERIFY(literalText(str("'open")).isNull());
    }

    void escapes()
    {
        QCOMPARE(withoutEscapes(str("concat(_utf8mb4\\'it\\\\\\'s\\')")),
                 str("concat(_utf8mb4'it\\'s')"));
        QCOMPARE(withoutEscapes(str("plain")), str("plain"));
    }
};

QTEST_APPLESS_MAIN(TypeNamesTest)
#include "tst_type_names.moc"
