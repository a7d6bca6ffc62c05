// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/create_table.h"
#include "sync/dialect/create_table_collation.h"
#include "sync/dialect/create_table_column.h"
#include "sync/dialect/create_table_expression.h"
#include "sync/dialect/type_names.h"

#include <QTest>

using namespace causeway;

namespace {

using Kind = ColumnDefault::Kind;

QString str(const char* text)
{
    return QString::fromUtf8(text);
}

ServerInfo server(ServerFamily family, int version)
{
    ServerInfo info;
    info.family = family;
    info.versionNumber = version;
    return info;
}
const ServerInfo kMySql = server(ServerFamily::MySql, 90704);
const ServerInfo kMariaDb = server(ServerFamily::MariaDb, 101119);

ServerFamily other(const ServerInfo& to)
{
    return to.family == ServerFamily::MySql ? ServerFamily::MariaDb : ServerFamily::MySql;
}

ColumnSchema column(const char* name, const char* columnType)
{
    ColumnSchema result;
    result.name = str(name);
    result.columnType = str(columnType);
    result.dataType = result.columnType.section(u'(', 0, 0).section(u' ', 0, 0);
    result.type = typeClassOf(result.dataType);
    return result;
}

ColumnSchema nullable(const char* name, const char* columnType)
{
    ColumnSchema result = column(name, columnType);
    result.nullable = true;
    result.defaultValue.kind = Kind::Null;
    return result;
}

ColumnSchema with(const char* columnType, Kind kind, const char* text)
{
    ColumnSchema result = column("c", columnType);
    result.defaultValue = {kind, str(text)};
    return result;
}

ColumnSchema text(const char* columnType, const char* collation)
{
    ColumnSchema result = column("c", columnType);
    result.collation = str(collation);
    result.charset = result.collation.section(u'_', 0, 0);
    return result;
}

ColumnSchema generated(const char* expression, bool stored)
{
    ColumnSchema result = nullable("c", "int");
    result.generated = true;
    result.storedGenerated = stored;
    result.generationExpression = str(expression);
    result.defaultValue = {};
    return result;
}

TableSchema staff()
{
    TableSchema table;
    table.name = str("st`aff");
    table.charset = str("utf8mb4");
    table.collation = str("utf8mb4_0900_ai_ci");
    table.comment = str("it's us");
    table.columns = {column("id", "int unsigned"), text("varchar(20)", "utf8mb4_0900_ai_ci"),
                     nullable("boss", "int unsigned"), column("place", "point")};
    table.columns[0].autoIncrement = true;
    table.indexes = {
        {str("PRIMARY"), true, str("BTREE"), {{str("id"), 0, false}}},
        {str("fast"), false, str("BTREE"), {{QString(), 0, false, str("lower(`c`)")}}},
        {str("u"), true, str("BTREE"), {{str("c"), 5, false}, {str("id"), 0, true}}},
        {str("words"), false, str("FULLTEXT"), {{str("c"), 0, false}}},
        {str("where"), false, str("SPATIAL"), {{str("place"), 0, false}}},
    };
    ForeignKeySchema key;
    key.name = str("fk_boss");
    key.table = table.name;
    key.columns = QStringList{str("boss")};
    key.referencedTable = table.name;
    key.referencedColumns = QStringList{str("id")};
    key.onDelete = str("SET NULL");
    key.onUpdate = str("CASCADE");
    table.foreignKeys = {key};
    return table;
}

} // namespace
Q_DECLARE_METATYPE(causeway::ColumnSchema)

class CreateTableTest final : public QObject {
    Q_OBJECT

private slots:
    void columns_data()
    {
        QTest::addColumn<ColumnSchema>("column");
        QTest::addColumn<QByteArray>("mySql");
        QTest::addColumn<QByteArray>("mariaDb");
        const auto row = [](const char* name, const ColumnSchema& column, const char* mySql,
                            const char* mariaDb) {
            QTest::newRow(name) << column << QByteArray(mySql) << QByteArray(mariaDb);
        };
        const auto same = [&row](const char* name, const ColumnSchema& column, const char* sql) {
            row(name, column, sql, sql);
        };
        same("integer", with("int unsigned", Kind::Literal, "7"),
             "`c` int unsigned NOT NULL DEFAULT 7");
        same("nullable", nullable("c", "datetime(6)"), "`c` datetime(6) NULL DEFAULT NULL");
        same("no default", column("c", "varchar(5)"), "`c` varchar(5) NOT NULL");
        same("number in quotes is not trusted", with("int", Kind::Literal, "1); DROP"),
             "`c` int NOT NULL DEFAULT '1); DROP'");
        same("bits", with("bit(3)", Kind::Literal, "b'101'"), "`c` bit(3) NOT NULL DEFAULT b'101'");
        same("bytes", with("varbinary(4)", Kind::Literal, "0x00ff"),
             "`c` varbinary(4) NOT NULL DEFAULT 0x00ff");
        same("no bytes", with("varbinary(4)", Kind::Literal, "0x"),
             "`c` varbinary(4) NOT NULL DEFAULT ''");
        same("zero date", with("datetime", Kind::Literal, "0000-00-00 00:00:00"),
             "`c` datetime NOT NULL DEFAULT '0000-00-00 00:00:00'");
        same("clock takes the column's digits",
             with("datetime(6)", Kind::Expression, "CURRENT_TIMESTAMP"),
             "`c` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6)");
        same("clock in a text", with("varchar(30)", Kind::Expression, "CURRENT_TIMESTAMP"),
             "`c` varchar(30) NOT NULL DEFAULT (CURRENT_TIMESTAMP)");
        same("expression", with("char(36)", Kind::Expression, "uuid()"),
             "`c` char(36) NOT NULL DEFAULT (uuid())");
        row("literal of a large type", with("text", Kind::Literal, "it's"),
            "`c` text NOT NULL DEFAULT ('it\\'s')", "`c` text NOT NULL DEFAULT 'it\\'s'");
        row("json", with("json", Kind::Literal, "{\"a\":1}"),
            "`c` json NOT NULL DEFAULT ('{\\\"a\\\":1}')",
            "`c` json NOT NULL DEFAULT '{\\\"a\\\":1}'");
        same("members", column("c", "enum('a','b''c','d,e','f\\\\g')"),
             "`c` enum('a','b\\'c','d,e','f\\\\g') NOT NULL");
        row("generated, stored", generated("`a` + 1", true),
            "`c` int GENERATED ALWAYS AS (`a` + 1) STORED",
            "`c` int GENERATED ALWAYS AS (`a` + 1) STORED");
        ColumnSchema strict = generated("`a` + 1", false);
        strict.nullable = false;
        row("generated, not null", strict, "`c` int GENERATED ALWAYS AS (`a` + 1) VIRTUAL NOT NULL",
            "`c` int GENERATED ALWAYS AS (`a` + 1) VIRTUAL");
        ColumnSchema touched = with("timestamp(3)", Kind::Expression, "CURRENT_TIMESTAMP(3)");
        touched.onUpdate = str("CURRENT_TIMESTAMP(3)");
        same("on update", touched,
             "`c` timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE "
             "CURRENT_TIMESTAMP(3)");
        ColumnSchema hidden = with("int", Kind::Literal, "5");
        hidden.invisible = true;
        same("invisible", hidden, "`c` int NOT NULL DEFAULT 5 INVISIBLE");
        hidden.defaultValue = {};
        row("invisible without default", hidden, "`c` int NOT NULL INVISIBLE", "`c` int NOT NULL");
        ColumnSchema odd = column("a`b.c", "int");
        odd.comment = str("it's \"so\"\n");
        same("odd name and comment", odd, "`a``b.c` int NOT NULL COMMENT 'it\\'s \\\"so\\\"\\n'");
        same("text with a charset", text("varchar(9)", "utf8mb3_general_ci"),
             "`c` varchar(9) CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci NOT NULL");
    }
    void columns()
    {
        QFETCH(ColumnSchema, column);
        QFETCH(QByteArray, mySql);
        QFETCH(QByteArray, mariaDb);
        QCOMPARE(*columnDefinition(column, {ServerFamily::MariaDb, kMySql}), mySql);
        QCOMPARE(*columnDefinition(column, {ServerFamily::MySql, kMariaDb}), mariaDb);
    }

    void wholeTable()
    {
        QCOMPARE(*createTableSql(staff(), ServerFamily::MySql, kMariaDb),
                 QByteArray("CREATE TABLE `st``aff` (\n"
                            "  `id` int unsigned NOT NULL AUTO_INCREMENT,\n"
                            "  `c` varchar(20) CHARACTER SET utf8mb4"
                            " COLLATE utf8mb4_uca1400_nopad_ai_ci NOT NULL,\n"
                            "  `boss` int unsigned NULL DEFAULT NULL,\n"
                            "  `place` point NOT NULL,\n"
                            "  PRIMARY KEY (`id`),\n"
                            "  UNIQUE KEY `u` (`c`(5), `id` DESC),\n"
                            "  FULLTEXT KEY `words` (`c`),\n"
                            "  SPATIAL KEY `where` (`place`)\n"
                            ") ENGINE=InnoDB CHARACTER SET utf8mb4"
                            " COLLATE utf8mb4_uca1400_nopad_ai_ci COMMENT='it\\'s us'"));
        const QByteArray sameFamily = *createTableSql(staff(), ServerFamily::MySql, kMySql);
        QVERIFY(sameFamily.contains("COLLATE utf8mb4_0900_ai_ci"));
        QVERIFY(sameFamily.contains("KEY `fast` ((lower(`c`)))"));
        const ServerInfo old = server(ServerFamily::MariaDb, 100619);
        QVERIFY(createTableSql(staff(), ServerFamily::MySql, old)->contains("(`c`(5), `id`)"));
    }

    void foreignKeys()
    {
        QCOMPARE(
            addForeignKeysSql(staff()),
            QByteArray("ALTER TABLE `st``aff`\n"
                       "  ADD CONSTRAINT `fk_boss` FOREIGN KEY (`boss`) REFERENCES `st``aff` (`id`)"
                       " ON DELETE SET NULL ON UPDATE CASCADE"));
        TableSchema lonely = staff();
        lonely.foreignKeys.clear();
        QCOMPARE(addForeignKeysSql(lonely), QByteArray());
        TableSchema abroad = staff();
        abroad.foreignKeys[0].referencedSchema = str("hr");
        QVERIFY(addForeignKeysSql(abroad).contains("REFERENCES `hr`.`st``aff` (`id`)"));
    }

    void whatTheTargetLacksIsNamed_data()
    {
        QTest::addColumn<ColumnSchema>("column");
        for (const char* type : {"uuid", "inet4", "inet6", "vector(3)"})
            QTest::newRow(type) << column("c", type);
    }
    void whatTheTargetLacksIsNamed()
    {
        QFETCH(ColumnSchema, column);
        TableSchema table = staff();
        table.columns.push_back(column);
        const auto refused = createTableSql(table, ServerFamily::MariaDb, kMySql);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::SyncTypes);
        QCOMPARE(refused.error().what, table.name);
        QVERIFY(refused.error().detail.contains(column.columnType));
    }

    void aUniqueKeyIsNeverLeftOutSilently()
    {
        TableSchema functional = staff();
        functional.indexes[1].unique = true;
        QCOMPARE(createTableSql(functional, ServerFamily::MySql, kMariaDb).error().code,
                 ErrorCode::SyncTypes);
        TableSchema hashed = staff();
        hashed.indexes[2].kind = str("HASH");
        QCOMPARE(createTableSql(hashed, ServerFamily::MariaDb, kMySql).error().code,
                 ErrorCode::SyncTypes);
    }

    void collations_data()
    {
        QTest::addColumn<bool>("toMariaDb");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const auto maria = [](const char* from, const char* to) {
            QTest::newRow(from) << true << str(from) << str(to);
        };
        maria("utf8mb4_0900_ai_ci", "utf8mb4_uca1400_nopad_ai_ci");
        maria("utf8mb4_0900_as_ci", "utf8mb4_uca1400_nopad_as_ci");
        maria("utf8mb4_0900_as_cs", "utf8mb4_uca1400_nopad_as_cs");
        maria("utf8mb4_0900_bin", "utf8mb4_nopad_bin");
        maria("utf8mb4_de_pb_0900_as_cs", "utf8mb4_uca1400_german2_nopad_as_cs");
        maria("utf8mb4_es_trad_0900_ai_ci", "utf8mb4_uca1400_spanish2_nopad_ai_ci");
        maria("utf8mb4_zh_0900_as_cs", "utf8mb4_uca1400_nopad_as_cs");
        maria("utf8mb4_ja_0900_as_cs_ks", "utf8mb4_uca1400_nopad_as_cs");
        maria("utf8mb4_sr_latn_0900_ai_ci", "utf8mb4_uca1400_nopad_ai_ci");
        maria("utf8mb4_general_ci", "utf8mb4_general_ci");
        maria("utf8mb4_croatian_ci", "utf8mb4_croatian_mysql561_ci");
        maria("latin1_swedish_ci", "latin1_swedish_ci");
        maria("gb18030_chinese_ci", "utf8mb4_unicode_520_ci");
        const auto mysql = [](const char* from, const char* to) {
            QTest::newRow(QByteArray("to MySQL " + QByteArray(from)).constData())
                << false << str(from) << str(to);
        };
        mysql("utf8mb4_uca1400_nopad_ai_ci", "utf8mb4_0900_ai_ci");
        mysql("utf8mb4_uca1400_nopad_as_cs", "utf8mb4_0900_as_cs");
        mysql("utf8mb4_uca1400_german2_nopad_as_cs", "utf8mb4_de_pb_0900_as_cs");
        mysql("utf8mb4_uca1400_persian_nopad_ai_ci", "utf8mb4_0900_ai_ci");
        mysql("utf8mb4_uca1400_ai_ci", "utf8mb4_unicode_520_ci");
        mysql("utf8mb4_uca1400_swedish_ai_ci", "utf8mb4_swedish_ci");
        mysql("utf8mb4_uca1400_as_ci", "utf8mb4_0900_as_ci");
        mysql("utf8mb4_uca1400_as_cs", "utf8mb4_bin");
        mysql("utf8mb4_uca1400_nopad_ai_cs", "utf8mb4_0900_as_cs");
        mysql("utf8mb4_nopad_bin", "utf8mb4_0900_bin");
        mysql("utf8mb4_general_nopad_ci", "utf8mb4_0900_ai_ci");
        mysql("utf8mb4_croatian_mysql561_ci", "utf8mb4_croatian_ci");
        mysql("utf8mb4_thai_520_w2", "utf8mb4_unicode_520_ci");
        mysql("latin1_nopad_bin", "latin1_bin");
        mysql("utf8mb3_uca1400_ai_ci", "utf8mb3_unicode_520_ci");
        mysql("utf8mb4_general_ci", "utf8mb4_general_ci");
    }
    void collations()
    {
        QFETCH(bool, toMariaDb);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const ServerInfo& target = toMariaDb ? kMariaDb : kMySql;
        const CharsetAndCollation source{from.section(u'_', 0, 0), from};
        const CharsetAndCollation result = translatedCollation(source, other(target), target);
        QCOMPARE(result.collation, to);
        QCOMPARE(result.charset, to.section(u'_', 0, 0));
        QCOMPARE(translatedCollation(source, target.family, target), source);
    }

    void oldMariaDbHasNoUca14()
    {
        const ServerInfo old = server(ServerFamily::MariaDb, 100619);
        const auto name = [&old](const char* from) {
            return translatedCollation({str("utf8mb4"), str(from)}, ServerFamily::MySql, old)
                .collation;
        };
        QCOMPARE(name("utf8mb4_0900_ai_ci"), str("utf8mb4_unicode_520_nopad_ci"));
        QCOMPARE(name("utf8mb4_0900_as_cs"), str("utf8mb4_nopad_bin"));
    }

    void expressions_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("mariaDb");
        const auto row = [](const char* sql, const char* mariaDb) {
            QTest::newRow(sql) << str(sql) << str(mariaDb);
        };
        row("concat(_utf8mb4'it\\'s',`_utf8mb4`)", "concat('it\\'s',`_utf8mb4`)");
        row("(`a` collate utf8mb4_0900_as_cs)", "(`a` collate utf8mb4_uca1400_nopad_as_cs)");
        row("_latin1'x'", "_latin1'x'");
        row("'_utf8mb4''x'", "'_utf8mb4''x'");
        row("(1 + 2)", "(1 + 2)");
    }
    void expressions()
    {
        QFETCH(QString, sql);
        QFETCH(QString, mariaDb);
        QCOMPARE(translatedExpression(sql, ServerFamily::MySql, kMariaDb), mariaDb);
        QCOMPARE(translatedExpression(sql, ServerFamily::MySql, kMySql), sql);
    }
};

QTEST_APPLESS_MAIN(CreateTableTest)
#include "tst_create_table.moc"
