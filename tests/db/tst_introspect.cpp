// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schema/introspect.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

using Kind = ColumnDefault::Kind;

QString str(const char* text)
{
    return QString::fromUtf8(text);
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::None:
        return str("none");
    case Kind::Null:
        return str("null");
    case Kind::Literal:
        return str("literal");
    case Kind::Expression:
        return str("expression");
    }
    return {};
}

/// "class|columnType|default kind|default text|flags", what a test states about one column.
QString describe(const ColumnSchema& column)
{
    QStringList flags;
    const auto flag = [&flags](bool set, const char* name) {
        if (set)
            flags += str(name);
    };
    flag(column.nullable, "nullable");
    flag(column.isUnsigned, "unsigned");
    flag(column.generated, column.storedGenerated ? "stored" : "virtual");
    flag(column.invisible, "invisible");
    flag(column.autoIncrement, "auto");
    flag(!column.onUpdate.isEmpty(), "on update");
    return QStringList{column.columnType, kindName(column.defaultValue.kind),
                       column.defaultValue.text, flags.join(u' ')}
        .join(u'|');
}

struct Case {
    const char* definition;
    const char* expected;
};

/// Definitions that both servers take, and what both are to be read as.
constexpr Case kCommon[] = {
    {"tinyint(1) NOT NULL DEFAULT 1", "tinyint(1)|literal|1|"},
    {"int(11)", "int|null||nullable"},
    {"int NOT NULL DEFAULT -5", "int|literal|-5|"},
    {"bigint unsigned NOT NULL", "bigint unsigned|none||unsigned"},
    {"int(5) unsigned zerofill", "int(5) unsigned zerofill|null||nullable unsigned"},
    {"smallint", "smallint|null||nullable"},
    {"mediumint", "mediumint|null||nullable"},
    {"decimal(65,30)", "decimal(65,30)|null||nullable"},
    {"decimal(10,2) NOT NULL DEFAULT 1.5", "decimal(10,2)|literal|1.50|"},
    {"float", "float|null||nullable"},
    {"double NOT NULL DEFAULT 1e100", "double|literal|1e100|"},
    {"bit(5) DEFAULT b'10101'", "bit(5)|literal|b'10101'|nullable"},
    {"char(3) DEFAULT ''", "char(3)|literal||nullable"},
    {"varchar(20) DEFAULT 'it''s a\\\\b'", "varchar(20)|literal|it's a\\b|nullable"},
    {"varchar(20) DEFAULT 'NULL'", "varchar(20)|literal|NULL|nullable"},
    {"varchar(20) DEFAULT 'ü😀?'", "varchar(20)|literal|ü😀?|nullable"},
    {"tinytext", "tinytext|null||nullable"},
    {"mediumtext NOT NULL", "mediumtext|none||"},
    {"longtext", "longtext|null||nullable"},
    {"varbinary(8) DEFAULT x'00ff27'", "varbinary(8)|literal|0x00ff27|nullable"},
    {"binary(3) DEFAULT 'ab'", "binary(3)|literal|0x616200|nullable"},
    {"longblob", "longblob|null||nullable"},
    {"enum('a','b''c','d,e') DEFAULT 'b''c'", "enum('a','b''c','d,e')|literal|b'c|nullable"},
    {"set('x','y') NOT NULL DEFAULT 'x,y'", "set('x','y')|literal|x,y|"},
    {"date DEFAULT '2020-02-29'", "date|literal|2020-02-29|nullable"},
    {"date DEFAULT '0000-00-00'", "date|literal|0000-00-00|nullable"},
    {"time(3) DEFAULT '-10:00:00'", "time(3)|literal|-10:00:00.000|nullable"},
    {"datetime(6) DEFAULT NOW(6) ON UPDATE NOW(6)",
     "datetime(6)|expression|CURRENT_TIMESTAMP(6)|nullable on update"},
    {"timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP", "timestamp|expression|CURRENT_TIMESTAMP|"},
    {"timestamp NULL DEFAULT NULL", "timestamp|null||nullable"},
    {"year DEFAULT 2000", "year|literal|2000|nullable"},
    {"json", "json|null||nullable"},
    {"geometry", "geometry|null||nullable"},
    {"point NOT NULL", "point|none||"},
    {"geometrycollection", "geometrycollection|null||nullable"},
    {"multipolygon", "multipolygon|null||nullable"},
    {"varchar(36) DEFAULT (uuid())", "varchar(36)|expression|uuid()|nullable"},
    {"int GENERATED ALWAYS AS (id + 1) VIRTUAL", "int|none||nullable virtual"},
    {"int GENERATED ALWAYS AS (id + 1) STORED", "int|none||nullable stored"},
    {"int NOT NULL DEFAULT 5 INVISIBLE", "int|literal|5|invisible"},
};

QByteArray createAll()
{
    QByteArray script;
    int number = 0;
    for (const Case& one : kCommon)
        script += "CREATE TABLE c" + QByteArray::number(++number) + " (id INT PRIMARY KEY, c " +
                  one.definition + ") DEFAULT CHARSET=utf8mb4;\n";
    return script;
}

std::map<QString, TableSchema> tables(TwoSidedFixture& fixture, Side side,
                                      const QStringList& only = {})
{
    auto result = introspect(fixture.on(side), only);
    require(result.ok() ? okStatus() : Status(result.error()), str("introspecting"));
    return *result;
}

QStringList namesOf(const std::map<QString, TableSchema>& schemas)
{
    QStringList names;
    for (const auto& [name, table] : schemas)
        names += name;
    return names;
}

QString partsOf(const IndexSchema& index)
{
    QStringList parts;
    for (const IndexPart& part : index.parts)
        parts += part.column + (part.prefix > 0 ? QString::number(part.prefix) : QString()) +
                 (part.descending ? str("-") : QString());
    return index.kind + (index.unique ? str(" unique ") : str(" ")) + parts.join(u',');
}

} // namespace

class TestIntrospect final : public QObject {
    Q_OBJECT
private slots:
    void columnsReadAlikeOnBothServers_data() { addPairRows(); }
    void columnsReadAlikeOnBothServers();
    void defaultsOfBytesAreExact_data() { addPairRows(); }
    void defaultsOfBytesAreExact();
    void generationExpressionsAreUsable_data() { addPairRows(); }
    void generationExpressionsAreUsable();
    void charsetsAndLengths_data() { addPairRows(); }
    void charsetsAndLengths();
    void indexesKeysAndTriggers_data() { addPairRows(); }
    void indexesKeysAndTriggers();
    void onlyBaseTablesThatAreNotOurs_data() { addPairRows(); }
    void onlyBaseTablesThatAreNotOurs();
    void oddNames_data() { addPairRows(); }
    void oddNames();
    void jsonOnlyByItsCheck();
    void mariaDbTypes();
    void mariaDbVersionedTable();
    void mySqlSpecials_data() { addPairRows(); }
    void mySqlSpecials();
    void rowEstimateIsFresh_data() { addPairRows(); }
    void rowEstimateIsFresh();
};

void TestIntrospect::columnsReadAlikeOnBothServers()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth(createAll());
    for (const Side side : {Side::Remote, Side::Local}) {
        auto schemas = tables(fixture, side);
        int number = 0;
        for (const Case& one : kCommon) {
            const TableSchema& table = schemas[str("c%1").arg(++number)];
            QCOMPARE(table.columns.size(), std::size_t{2});
            const QString found = describe(table.columns[1]);
            QVERIFY2(found == str(one.expected),
                     qPrintable(str("%1 on %2: %3").arg(str(one.definition), toText(side), found)));
            QVERIFY(table.columns[1].type != TypeClass::Unsupported);
            QCOMPARE(table.rowKey(), QStringList{str("id")});
        }
    }
}

void TestIntrospect::defaultsOfBytesAreExact()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    const QByteArray columns =
        "a VARBINARY(4) NOT NULL DEFAULT x'00ff', b VARBINARY(4) DEFAULT "
        "x'fe3f', c VARCHAR(9) NOT NULL DEFAULT '😀?', d BINARY(2) DEFAULT 'ab'";
    fixture.runBoth("CREATE TABLE one (id INT PRIMARY KEY, " + columns + ");" +
                    "CREATE TABLE two (id INT, jd INT, " + columns + ", PRIMARY KEY (id, jd));" +
                    "CREATE TABLE filled (id INT, " + columns +
                    "); INSERT INTO filled VALUES "
                    "(1, '', NULL, '', NULL)");
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto schemas = tables(fixture, side);
        for (const auto& [name, table] : schemas) {
            QCOMPARE(table.column(str("a"))->defaultValue.text, str("0x00ff"));
            QCOMPARE(table.column(str("b"))->defaultValue.text, str("0xfe3f"));
            QCOMPARE(table.column(str("c"))->defaultValue.text, str("😀?"));
            QCOMPARE(table.column(str("d"))->defaultValue.text, str("0x6162"));
        }
    }
}

void TestIntrospect::generationExpressionsAreUsable()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth("CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(9), "
                    "g VARCHAR(20) GENERATED ALWAYS AS (CONCAT(a, 'it''s \\\\')) STORED,"
                    "d VARCHAR(20) DEFAULT (CONCAT('x''', '\\\\')))");
    for (const Side side : {Side::Remote, Side::Local}) {
        const TableSchema table = tables(fixture, side)[str("t")];
        const QString script =
            str("CREATE TABLE u (id INT PRIMARY KEY, a VARCHAR(9), g VARCHAR(20) "
                "AS (%1) STORED, d VARCHAR(20) DEFAULT (%2));"
                "INSERT INTO u (id, a) VALUES (1, 'z')")
                .arg(table.columns[2].generationExpression, table.columns[3].defaultValue.text);
        fixture.run(side, script.toUtf8());
        QCOMPARE(fixture.rows(side, "SELECT g, d FROM u"), QByteArrayList{"zit's \\|x'\\"});
    }
}

void TestIntrospect::charsetsAndLengths()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth(
        "CREATE TABLE t (a VARCHAR(7) CHARACTER SET latin1, b VARCHAR(8) CHARACTER SET "
        "utf8mb3 COLLATE utf8mb3_bin, c VARBINARY(9), d INT) COLLATE utf8mb4_unicode_ci");
    for (const Side side : {Side::Remote, Side::Local}) {
        const TableSchema table = tables(fixture, side)[str("t")];
        QCOMPARE(table.charset, str("utf8mb4"));
        QCOMPARE(table.collation, str("utf8mb4_unicode_ci"));
        QCOMPARE(table.columns[0].collation, str("latin1_swedish_ci"));
        QCOMPARE(table.columns[1].charset, str("utf8mb3"));
        QCOMPARE(table.columns[1].collation, str("utf8mb3_bin"));
        QCOMPARE(table.columns[1].length, 8);
        QCOMPARE(table.columns[2].length, 9);
        QCOMPARE(table.columns[2].charset, QString());
        QCOMPARE(table.columns[3].length, 0);
        QVERIFY(table.rowKey().isEmpty());
    }
}

void TestIntrospect::indexesKeysAndTriggers()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth(
        "CREATE TABLE parent (a INT, b INT, PRIMARY KEY (a, b)) COMMENT 'it''s';"
        "CREATE TABLE child (id INT PRIMARY KEY, a INT, b INT, t TEXT, p POINT NOT NULL,"
        " KEY k (t(5), a DESC), UNIQUE KEY u (b, id), FULLTEXT KEY f (t), SPATIAL KEY s (p),"
        " CONSTRAINT fk_child FOREIGN KEY (a, b) REFERENCES parent (a, b)"
        " ON DELETE SET NULL ON UPDATE CASCADE);"
        "CREATE TRIGGER trg BEFORE INSERT ON child FOR EACH ROW SET NEW.t = 'x'");
    for (const Side side : {Side::Remote, Side::Local}) {
        auto schemas = tables(fixture, side);
        QCOMPARE(schemas[str("parent")].comment, str("it's"));
        QCOMPARE(schemas[str("parent")].rowKey(), (QStringList{str("a"), str("b")}));
        const TableSchema& child = schemas[str("child")];
        std::map<QString, QString> indexes;
        for (const IndexSchema& index : child.indexes)
            indexes[index.name] = partsOf(index);
        QCOMPARE(indexes[str("PRIMARY")], str("BTREE unique id"));
        QCOMPARE(indexes[str("k")], str("BTREE t5,a-"));
        QCOMPARE(indexes[str("u")], str("BTREE unique b,id"));
        QCOMPARE(indexes[str("f")], str("FULLTEXT t"));
        QCOMPARE(indexes[str("s")], str("SPATIAL p"));
        QCOMPARE(child.foreignKeys.size(), std::size_t{1});
        const ForeignKeySchema& key = child.foreignKeys.front();
        QCOMPARE(key.name, str("fk_child"));
        QCOMPARE(key.columns, (QStringList{str("a"), str("b")}));
        QCOMPARE(key.referencedTable, str("parent"));
        QCOMPARE(key.referencedColumns, (QStringList{str("a"), str("b")}));
        QCOMPARE(key.referencedSchema, QString());
        QCOMPARE(key.onDelete, str("SET NULL"));
        QCOMPARE(key.onUpdate, str("CASCADE"));
        QCOMPARE(child.triggers, std::vector<QString>{str("trg")});
        auto into = foreignKeysInto(fixture.on(side));
        QVERIFY(into.ok());
        QCOMPARE(into->size(), std::size_t{1});
        QCOMPARE(into->front().table, str("child"));
    }
}

void TestIntrospect::onlyBaseTablesThatAreNotOurs()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth("CREATE TABLE a (id INT PRIMARY KEY); CREATE TABLE b (id INT) ENGINE=MyISAM;"
                    "CREATE VIEW v AS SELECT * FROM a; CREATE TABLE db_sync_config (id INT);"
                    "CREATE TABLE db_sync_ledger_7 (id INT); CREATE TEMPORARY TABLE tmp (id INT)");
    fixture.run(Side::Local, "CREATE SEQUENCE sq");
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto schemas = tables(fixture, side);
        QCOMPARE(namesOf(schemas), (QStringList{str("a"), str("b")}));
        QCOMPARE(schemas.at(str("b")).engine, str("MyISAM"));
        QCOMPARE(namesOf(tables(fixture, side, {str("b"), str("v"), str("none")})),
                 QStringList{str("b")});
    }
}

void TestIntrospect::oddNames()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    const QString longName(64, QLatin1Char('n'));
    const QStringList names{str("a`b"),           str("a.b"),  str("order"),
                            str("it's \"x\" \\"), str("订单"), longName};
    QByteArray script;
    for (const QString& name : names) {
        QByteArray quoted = '`' + name.toUtf8().replace('`', "``") + '`';
        script = "CREATE TABLE " + quoted + " (" + quoted +
                 " VARBINARY(4) NOT NULL DEFAULT x'00ff', " + "PRIMARY KEY (" + quoted + "))";
        for (const Side side : {Side::Remote, Side::Local})
            require(fixture.on(side).execute(script).ok() ? okStatus()
                                                          : Status(makeError({}, name)),
                    name);
    }
    for (const Side side : {Side::Remote, Side::Local}) {
        for (const QString& name : names) {
            const auto schemas = tables(fixture, side, {name});
            QCOMPARE(namesOf(schemas), QStringList{name});
            const TableSchema& table = schemas.at(name);
            QCOMPARE(table.rowKey(), QStringList{name});
            QCOMPARE(table.columns[0].defaultValue.text, str("0x00ff"));
        }
    }
}

void TestIntrospect::jsonOnlyByItsCheck()
{
    TwoSidedFixture fixture(PairKind::MariaDbMariaDb);
    fixture.run(Side::Local,
                "CREATE TABLE t (id INT PRIMARY KEY, a JSON, b LONGTEXT CHECK (json_valid(b)),"
                " c LONGTEXT, d LONGTEXT CHECK (json_valid(d) AND length(d) > 2),"
                " e LONGTEXT, f TEXT CHECK (json_valid(f)), `g``h` JSON, CHECK (json_valid(e)))");
    const TableSchema table = tables(fixture, Side::Local)[str("t")];
    const auto isJson = [&table](const char* name) {
        const ColumnSchema* column = table.column(str(name));
        return column->type == TypeClass::Json && column->columnType == str("json") &&
               column->charset.isEmpty();
    };
    for (const char* name : {"a", "b", "e", "g`h"})
        QVERIFY2(isJson(name), name);
    for (const char* name : {"c", "d", "f"})
        QVERIFY2(!isJson(name), name);
}

void TestIntrospect::mariaDbTypes()
{
    TwoSidedFixture fixture(PairKind::MariaDbMariaDb);
    fixture.run(Side::Local,
                "CREATE TABLE t (id UUID PRIMARY KEY, a INET4 DEFAULT '1.2.3.4', b INET6,"
                " c VARCHAR(99) COMPRESSED, d TEXT DEFAULT 'x', e TEXT UNIQUE,"
                " f VARCHAR(30) DEFAULT CURRENT_TIMESTAMP)");
    const TableSchema table = tables(fixture, Side::Local)[str("t")];
    QCOMPARE(table.columns[0].type, TypeClass::Uuid);
    QCOMPARE(describe(table.columns[1]), str("inet4|literal|1.2.3.4|nullable"));
    QCOMPARE(table.columns[2].type, TypeClass::Inet6);
    QCOMPARE(describe(table.columns[3]), str("varchar(99)|null||nullable"));
    QCOMPARE(describe(table.columns[4]), str("text|literal|x|nullable"));
    QCOMPARE(describe(table.columns[6]), str("varchar(30)|expression|CURRENT_TIMESTAMP|nullable"));
    QCOMPARE(table.rowKey(), QStringList{str("id")});
}

void TestIntrospect::mariaDbVersionedTable()
{
    TwoSidedFixture fixture(PairKind::MariaDbMariaDb);
    fixture.run(Side::Local,
                "CREATE TABLE t (id INT PRIMARY KEY, rs TIMESTAMP(6) GENERATED ALWAYS AS ROW START,"
                " re TIMESTAMP(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (rs, re))"
                " WITH SYSTEM VERSIONING");
    const TableSchema table = tables(fixture, Side::Local)[str("t")];
    QVERIFY(table.systemVersioned);
    QCOMPARE(table.rowKey(), QStringList{str("id")});
    QVERIFY(table.columns[1].generated);
}

void TestIntrospect::mySqlSpecials()
{
    QFETCH(PairKind, pair);
    if (pair != PairKind::MySqlMariaDb)
        return;
    TwoSidedFixture fixture(pair);
    fixture.run(
        Side::Remote,
        "SET SESSION sql_generate_invisible_primary_key=ON; CREATE TABLE g (a INT);"
        "CREATE TABLE t (id INT PRIMARY KEY, v VECTOR(3), a VARCHAR(9), e JSON DEFAULT ('{}'),"
        " KEY k ((lower(a)), id DESC))");
    auto schemas = tables(fixture, Side::Remote);
    const TableSchema& hidden = schemas[str("g")];
    QCOMPARE(hidden.rowKey(), QStringList{str("my_row_id")});
    QCOMPARE(describe(hidden.columns[0]), str("bigint unsigned|none||unsigned invisible auto"));
    const TableSchema& table = schemas[str("t")];
    QCOMPARE(table.columns[1].type, TypeClass::Unsupported);
    QCOMPARE(table.columns[3].defaultValue.kind, Kind::Expression);
    const IndexSchema& index = table.indexes[table.indexes[0].name == str("k") ? 0 : 1];
    QCOMPARE(index.parts[0].column, QString());
    QCOMPARE(index.parts[0].expression, str("lower(`a`)"));
    QVERIFY(index.parts[1].descending);
}

void TestIntrospect::rowEstimateIsFresh()
{
    QFETCH(PairKind, pair);
    TwoSidedFixture fixture(pair);
    fixture.runBoth("CREATE TABLE t (id INT PRIMARY KEY)");
    (void)tables(fixture, Side::Remote);
    fixture.runBoth("INSERT INTO t VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9); ANALYZE TABLE t");
    for (const Side side : {Side::Remote, Side::Local})
        QVERIFY(tables(fixture, side)[str("t")].estimatedRows > 0);
}

QTEST_GUILESS_MAIN(TestIntrospect)
#include "tst_introspect.moc"
