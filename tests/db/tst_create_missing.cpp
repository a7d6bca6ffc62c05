// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/create_table.h"
#include "sync/schema/compare_schema.h"
#include "sync/schema/introspect.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

QString str(const char* text)
{
    return QString::fromUtf8(text);
}

/// Column definitions that MySQL and MariaDB both take. A row that names only the key must hold the
/// same values wherever it was inserted.
constexpr const char* kBoth[] = {
    "tinyint(1) NOT NULL DEFAULT 1",
    "tinyint unsigned DEFAULT 255",
    "smallint DEFAULT -32768",
    "mediumint unsigned DEFAULT 16777215",
    "int DEFAULT -2147483648",
    "int(5) unsigned zerofill DEFAULT 42",
    "bigint DEFAULT -9223372036854775808",
    "bigint unsigned DEFAULT 18446744073709551615",
    "decimal(65,30) DEFAULT -12345678901234567890123456789012345.123456789012345678901234567891",
    "decimal(10,2) unsigned DEFAULT 1.50",
    "float DEFAULT 1.5",
    "float(7,3) DEFAULT 1.125",
    "double DEFAULT 1e100",
    "double unsigned DEFAULT 0.1",
    "bit(1) DEFAULT b'1'",
    "bit(64) DEFAULT b'1000000000000000000000000000000000000000000000000000000000000001'",
    "char(3) DEFAULT ''",
    "char(0) DEFAULT NULL",
    "varchar(20) DEFAULT 'it''s \"a\\\\b\" %_'",
    "varchar(20) NOT NULL DEFAULT 'NULL'",
    "varchar(20) DEFAULT 'ü😀?中'",
    "varchar(20) DEFAULT 'tab\\t line\\n'",
    "varchar(20) CHARACTER SET latin1 DEFAULT 'é'",
    "varchar(20) CHARACTER SET utf8mb3 COLLATE utf8mb3_bin DEFAULT 'é'",
    "varchar(20) CHARACTER SET gbk DEFAULT '中'",
    "varchar(20) COLLATE utf8mb4_unicode_ci",
    "varchar(16000)",
    "tinytext",
    "text",
    "mediumtext NOT NULL",
    "longtext",
    "text(60)",
    "binary(3) DEFAULT 'ab'",
    "varbinary(9) NOT NULL DEFAULT x'00ff27'",
    "varbinary(9) DEFAULT ''",
    "tinyblob",
    "blob",
    "mediumblob",
    "longblob NOT NULL",
    "enum('a','b''c','d,e','f\\\\g','','中') DEFAULT 'b''c'",
    "enum('a','b') NOT NULL",
    "set('x','y','z') DEFAULT 'x,z'",
    "set('x','it''s') NOT NULL DEFAULT ''",
    "date DEFAULT '2020-02-29'",
    "date DEFAULT '0000-00-00'",
    "time DEFAULT '-838:59:59'",
    "time(6) DEFAULT '25:00:00.123456'",
    "datetime DEFAULT '0000-00-00 00:00:00'",
    "datetime(3) DEFAULT '2024-02-29 23:59:59.999'",
    "datetime(6) NOT NULL DEFAULT '9999-12-31 23:59:59.999999'",
    "timestamp NULL DEFAULT '2030-01-01 00:00:00'",
    "timestamp NOT NULL DEFAULT '0000-00-00 00:00:00'",
    "timestamp(6) NULL DEFAULT NULL",
    "year DEFAULT 2000",
    "year DEFAULT '0000'",
    "json",
    "json DEFAULT ('{\"a\": \"it''s\"}')",
    "text DEFAULT ('it''s \\\\ x')",
    "blob DEFAULT ('zz')",
    "geometry",
    "point",
    "linestring",
    "polygon",
    "multipoint",
    "multilinestring",
    "multipolygon",
    "geometrycollection",
    "int DEFAULT (1 + 2)",
    "varchar(40) DEFAULT (concat('a''b', '\\\\', \"c\"))",
    "int GENERATED ALWAYS AS (id + 1) VIRTUAL",
    "int GENERATED ALWAYS AS (id + 1) STORED",
    "varchar(30) GENERATED ALWAYS AS (concat(id, '''s', '\\\\')) STORED",
    "int DEFAULT 5 INVISIBLE",
    "int COMMENT 'it''s a \"comment\" \\\\ 中'",
    "varchar(200) UNIQUE",
    "varchar(200), KEY k (c(10))",
    "text, FULLTEXT KEY f (c)",
    "point NOT NULL, SPATIAL KEY s (c)",
    "int, KEY k (c DESC, id)",
};

/// Definitions whose value depends on when or where the row is inserted.
constexpr const char* kUnsteady[] = {
    "datetime(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)",
    "timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP",
    "datetime DEFAULT NOW()",
    "date DEFAULT (curdate())",
    "varchar(36) DEFAULT (uuid())",
};

struct Collation {
    const char* mySql;
    const char* mariaDb;
};
/// Each is translated into the other.
constexpr Collation kCollations[] = {
    {"utf8mb4_0900_ai_ci", "utf8mb4_uca1400_nopad_ai_ci"},
    {"utf8mb4_0900_as_cs", "utf8mb4_uca1400_nopad_as_cs"},
    {"utf8mb4_0900_bin", "utf8mb4_nopad_bin"},
    {"utf8mb4_de_pb_0900_ai_ci", "utf8mb4_uca1400_german2_nopad_ai_ci"},
    {"utf8mb4_general_ci", "utf8mb4_general_ci"},
    {"utf8mb4_unicode_520_ci", "utf8mb4_unicode_520_ci"},
    {"utf8mb4_croatian_ci", "utf8mb4_croatian_mysql561_ci"},
    {"latin1_german2_ci", "latin1_german2_ci"},
    {"utf8mb3_general_ci", "utf8mb3_general_ci"},
};

const QString kTable = QStringLiteral("t");

/// The default as both servers can spell it: MySQL has expressions only for large types, and
/// expressions are printed as each server likes. Their values are compared in rows.
QString comparableDefault(const ColumnSchema& column)
{
    const bool isLarge = column.type == TypeClass::Json ||
                         column.dataType.endsWith(QLatin1String("text")) ||
                         column.dataType.endsWith(QLatin1String("blob"));
    const bool isLiteral = column.defaultValue.kind == ColumnDefault::Kind::Literal;
    return isLiteral && !isLarge ? column.defaultValue.text : QString();
}

/// What must survive the way to the other server, beyond what compareTables() demands.
QString describe(const TableSchema& table)
{
    QStringList lines{table.comment};
    for (const ColumnSchema& column : table.columns) {
        lines += QStringList{column.name,
                             column.columnType,
                             column.comment,
                             column.onUpdate,
                             comparableDefault(column),
                             QString::number(column.nullable),
                             QString::number(column.generated),
                             QString::number(column.storedGenerated),
                             QString::number(column.invisible),
                             QString::number(column.autoIncrement)}
                     .join(u'|');
    }
    QStringList indexes;
    for (const IndexSchema& index : table.indexes) {
        QString line = index.name + u' ' + index.kind + (index.unique ? u'U' : u'-');
        for (const IndexPart& part : index.parts)
            line +=
                QStringLiteral(" %1:%2:%3").arg(part.column).arg(part.prefix).arg(part.descending);
        indexes += line;
    }
    indexes.sort();
    return (lines + indexes).join(u'\n');
}

TableSchema readTable(TwoSidedFixture& fixture, Side side)
{
    auto tables = introspect(fixture.on(side), {kTable});
    require(tables.ok() ? okStatus() : Status(tables.error()), str("introspecting"));
    return (*tables)[kTable];
}

void addWays()
{
    QTest::addColumn<PairKind>("pair");
    QTest::addColumn<Side>("from");
    for (const PairKind pair : serverPairs()) {
        for (const Side side : {Side::Remote, Side::Local})
            QTest::addRow("%s from %s", pairName(pair), qPrintable(toText(side))) << pair << side;
    }
}

} // namespace

class TestCreateMissing final : public QObject {
    Q_OBJECT
private slots:
    void everyTypeGoesThere_data() { addWays(); }
    void everyTypeGoesThere();
    void clocksAndRandomsGoThere_data() { addWays(); }
    void clocksAndRandomsGoThere();
    void collationsKeepTheirClass_data() { addWays(); }
    void collationsKeepTheirClass();
    void largeLiteralDefaultsOfMariaDb();
    void wholeDatabaseWithForeignKeys_data() { addWays(); }
    void wholeDatabaseWithForeignKeys();

private:
    static void goThere(TwoSidedFixture& fixture, Side from, const char* definition, bool steady);
};

void TestCreateMissing::goThere(TwoSidedFixture& fixture, Side from, const char* definition,
                                bool steady)
{
    const Side to = otherSide(from);
    fixture.runBoth("DROP TABLE IF EXISTS t");
    fixture.run(from, QByteArray("CREATE TABLE t (id INT PRIMARY KEY, c ") + definition +
                          ") DEFAULT CHARSET=utf8mb4 COMMENT='it''s'");
    const TableSchema source = readTable(fixture, from);
    auto sql = createTableSql(source, fixture.on(from).server().family, fixture.on(to).server());
    QVERIFY2(sql.ok(), definition);
    auto created = fixture.on(to).execute(*sql);
    QVERIFY2(created.ok(), created.ok() ? ""
                                        : qPrintable(created.error().serverMessage + u'\n' +
                                                     QString::fromUtf8(*sql)));
    const TableSchema copy = readTable(fixture, to);
    const Status compared = compareTables(source, copy);
    QVERIFY2(compared.ok(), compared.ok() ? "" : qPrintable(compared.error().detail));
    QVERIFY2(describe(source) == describe(copy),
             qPrintable(describe(source) + str("\n--\n") + describe(copy)));
    const bool needsValue =
        QByteArray(definition).contains("NOT NULL") && !QByteArray(definition).contains("DEFAULT");
    if (!steady || needsValue)
        return;
    fixture.runBoth("INSERT INTO t (id) VALUES (1)");
    const QByteArray select = "SELECT id, c FROM t";
    QVERIFY2(fixture.rows(from, select) == fixture.rows(to, select), definition);
}

void TestCreateMissing::everyTypeGoesThere()
{
    QFETCH(PairKind, pair);
    QFETCH(Side, from);
    TwoSidedFixture fixture(pair);
    for (const char* definition : kBoth) {
        goThere(fixture, from, definition, true);
        if (QTest::currentTestFailed())
            QFAIL(definition);
    }
}

void TestCreateMissing::clocksAndRandomsGoThere()
{
    QFETCH(PairKind, pair);
    QFETCH(Side, from);
    TwoSidedFixture fixture(pair);
    for (const char* definition : kUnsteady) {
        goThere(fixture, from, definition, false);
        if (QTest::currentTestFailed())
            QFAIL(definition);
        fixture.runBoth("INSERT INTO t (id) VALUES (1)");
        QVERIFY2(!fixture.value(otherSide(from), "SELECT c FROM t").isEmpty(), definition);
    }
}

void TestCreateMissing::collationsKeepTheirClass()
{
    QFETCH(PairKind, pair);
    QFETCH(Side, from);
    const bool fromMySql = pair == PairKind::MySqlMariaDb && from == Side::Remote;
    const bool toMySql = pair == PairKind::MySqlMariaDb && from == Side::Local;
    TwoSidedFixture fixture(pair);
    for (const Collation& collation : kCollations) {
        fixture.runBoth("DROP TABLE IF EXISTS t");
        fixture.run(from,
                    QByteArray("CREATE TABLE t (c VARCHAR(9) PRIMARY KEY, e ENUM('a')) COLLATE ") +
                        (fromMySql ? collation.mySql : collation.mariaDb));
        const TableSchema source = readTable(fixture, from);
        auto sql = createTableSql(source, fixture.on(from).server().family,
                                  fixture.on(otherSide(from)).server());
        QVERIFY(sql.ok());
        fixture.run(otherSide(from), *sql);
        const TableSchema copy = readTable(fixture, otherSide(from));
        const QString there = str(toMySql ? collation.mySql : collation.mariaDb);
        QCOMPARE(copy.collation, there);
        QCOMPARE(copy.columns[0].collation, there);
        QCOMPARE(copy.columns[1].collation, there);
    }
}

void TestCreateMissing::largeLiteralDefaultsOfMariaDb()
{
    for (const PairKind pair : serverPairs()) {
        TwoSidedFixture fixture(pair);
        for (const char* definition :
             {"text NOT NULL DEFAULT 'it''s'", "blob NOT NULL DEFAULT x'00ff'",
              "json NOT NULL DEFAULT '{\"a\": 1}'", "varchar(30) DEFAULT CURRENT_TIMESTAMP",
              "datetime(6) DEFAULT CURRENT_TIMESTAMP"}) {
            goThere(fixture, Side::Local, definition, QByteArray(definition).contains("NOT NULL"));
            if (QTest::currentTestFailed())
                QFAIL(definition);
        }
    }
}

void TestCreateMissing::wholeDatabaseWithForeignKeys()
{
    QFETCH(PairKind, pair);
    QFETCH(Side, from);
    TwoSidedFixture fixture(pair);
    fixture.run(from, R"(
        CREATE TABLE store (id TINYINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, boss INT UNSIGNED);
        CREATE TABLE staff (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, store TINYINT UNSIGNED NOT NULL,
            chief INT UNSIGNED, name VARCHAR(20) NOT NULL,
            CONSTRAINT f1 FOREIGN KEY (store) REFERENCES store (id) ON UPDATE CASCADE,
            CONSTRAINT f2 FOREIGN KEY (chief) REFERENCES staff (id) ON DELETE SET NULL);
        ALTER TABLE store ADD CONSTRAINT f3 FOREIGN KEY (boss) REFERENCES staff (id) ON DELETE CASCADE;
        CREATE TABLE `a``b.中` (`x``y` INT, `order` INT, PRIMARY KEY (`order`, `x``y`)))");
    const Side to = otherSide(from);
    auto tables = introspect(fixture.on(from));
    QVERIFY(tables.ok());
    for (const auto& [name, table] : *tables) {
        auto sql = createTableSql(table, fixture.on(from).server().family, fixture.on(to).server());
        QVERIFY(sql.ok());
        QVERIFY(fixture.on(to).execute(*sql).ok());
    }
    for (const auto& [name, table] : *tables) {
        if (const QByteArray sql = addForeignKeysSql(table); !sql.isEmpty())
            QVERIFY2(fixture.on(to).execute(sql).ok(), sql.constData());
    }
    auto copies = introspect(fixture.on(to));
    QVERIFY(copies.ok());
    QCOMPARE(copies->size(), tables->size());
    for (const auto& [name, table] : *tables) {
        const TableSchema& copy = copies->at(name);
        QVERIFY(compareTables(table, copy).ok());
        QCOMPARE(describe(copy), describe(table));
        QCOMPARE(copy.foreignKeys.size(), table.foreignKeys.size());
        for (std::size_t i = 0; i < copy.foreignKeys.size(); ++i) {
            QCOMPARE(copy.foreignKeys[i].name, table.foreignKeys[i].name);
            QCOMPARE(copy.foreignKeys[i].referencedTable, table.foreignKeys[i].referencedTable);
            QCOMPARE(copy.foreignKeys[i].onDelete, table.foreignKeys[i].onDelete);
            QCOMPARE(copy.foreignKeys[i].onUpdate, table.foreignKeys[i].onUpdate);
        }
    }
}

QTEST_GUILESS_MAIN(TestCreateMissing)
#include "tst_create_missing.moc"
