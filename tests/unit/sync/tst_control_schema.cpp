// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_schema.h"
#include "sync/control/sql_script.h"

#include <QTest>

using namespace causeway;

class TestControlSchema final : public QObject {
    Q_OBJECT
private slots:
    void scripts_data();
    void scripts();
    void statementsMakeTheNamedTables_data();
    void statementsMakeTheNamedTables();
    void stateIsTheSameOnBothSides();
};

void TestControlSchema::scripts_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QList<QByteArray>>("statements");
    using List = QList<QByteArray>;
    const auto row = [](const char* name, const char* script, const List& statements) {
        QTest::newRow(name) << QByteArray(script) << statements;
    };
    row("nothing", "", {});
    row("only comments", "-- one;\n# two;\n/* three; */ ;", {});
    row("two", "SELECT 1; SELECT\n2;", {"SELECT 1", "SELECT\n2"});
    row("last without end", "SELECT 1;\nSELECT 2", {"SELECT 1", "SELECT 2"});
    row("quoted", "SELECT ';', \";\", `;`; SELECT 2", {"SELECT ';', \";\", `;`", "SELECT 2"});
    row("escaped", "SELECT 'it\\'s;', 'it''s;', '\\\\'; X",
        {"SELECT 'it\\'s;', 'it''s;', '\\\\'", "X"});
    row("back-tick knows no backslash", "SELECT `\\`; X", {"SELECT `\\`", "X"});
    row("comment inside", "SELECT 1 -- one;\n + 2; X", {"SELECT 1 \n + 2", "X"});
    row("minus minus", "SELECT 1--1; X", {"SELECT 1--1", "X"});
    row("minus minus before a comment", "SELECT 1--/* a */1; SELECT 2--# b\n1",
        {"SELECT 1--/**/1", "SELECT 2--/**/\n1"});
    row("comment after a control character", "SELECT 1 --\v;\n; X", {"SELECT 1", "X"});
    row("block comment", "SELECT/* a;b */1; X", {"SELECT 1", "X"});
    row("executable comment", "/*!50700 SET a=1 */; X", {"/*!50700 SET a=1 */", "X"});
    row("delimiter", "DELIMITER //\nBEGIN a; b; END//\ndelimiter ;\nX;Y",
        {"BEGIN a; b; END", "X", "Y"});
    row("open quote", "SELECT 'a;b", {"SELECT 'a;b"});
    row("backslash at the end", "SELECT 'a\\", {"SELECT 'a\\"});
}

void TestControlSchema::scripts()
{
    QFETCH(QByteArray, script);
    QFETCH(QList<QByteArray>, statements);
    QCOMPARE(splitSqlScript(script), statements);
}

void TestControlSchema::statementsMakeTheNamedTables_data()
{
    QTest::addColumn<Side>("side");
    QTest::newRow("remote") << Side::Remote;
    QTest::newRow("local") << Side::Local;
}

void TestControlSchema::statementsMakeTheNamedTables()
{
    QFETCH(Side, side);
    const QList<QByteArray> statements = controlTableStatements(side);
    const QStringList names = controlTableNames(side);
    QCOMPARE(statements.size(), names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QByteArray start = "CREATE TABLE IF NOT EXISTS " + names.at(i).toUtf8() + " (";
        QVERIFY2(statements.at(i).startsWith(start), statements.at(i).constData());
    }
}

void TestControlSchema::stateIsTheSameOnBothSides()
{
    QCOMPARE(controlTableStatements(Side::Remote).last(),
             controlTableStatements(Side::Local).last());
}

QTEST_APPLESS_MAIN(TestControlSchema)
#include "tst_control_schema.moc"
