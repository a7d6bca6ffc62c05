// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/type_names.h"
#include "sync/schema/compare_schema.h"

#include <QTest>

#include <functional>

using namespace causeway;

namespace {

using Edit = std::function<void(TableSchema&)>;

QString str(const char* text)
{
    return QString::fromUtf8(text);
}

ColumnSchema column(const char* name, const char* columnType)
{
    ColumnSchema result;
    result.name = str(name);
    result.columnType = str(columnType);
    result.dataType = result.columnType.section(QLatin1Char('('), 0, 0).section(u' ', 0, 0);
    result.type = typeClassOf(result.dataType);
    return result;
}

IndexSchema unique(const char* name, const std::vector<IndexPart>& parts)
{
    return {str(name), true, str("BTREE"), parts};
}

TableSchema sample()
{
    TableSchema table;
    table.name = str("orders");
    table.engine = str("InnoDB");
    table.columns = {column("id", "bigint unsigned"), column("code", "varchar(20)"),
                     column("state", "enum('new','paid')"), column("amount", "decimal(10,2)")};
    table.columns[1].collation = str("utf8mb4_0900_ai_ci");
    table.columns[3].nullable = true;
    table.indexes = {unique("PRIMARY", {{str("id"), 0, false}}),
                     unique("code", {{str("code"), 0, false}})};
    return table;
}

ColumnSchema generated(const char* name)
{
    ColumnSchema result = column(name, "int");
    result.generated = true;
    return result;
}

} // namespace
Q_DECLARE_METATYPE(Edit)

class CompareSchemaTest final : public QObject {
    Q_OBJECT

private slots:
    void accepts_data()
    {
        QTest::addColumn<Edit>("edit");
        const auto row = [](const char* name, const Edit& edit) { QTest::newRow(name) << edit; };
        row("the same table", [](TableSchema&) {});
        row("another collation",
            [](TableSchema& t) { t.columns[1].collation = str("latin1_bin"); });
        row("another column order", [](TableSchema& t) { std::swap(t.columns[1], t.columns[3]); });
        row("another comment", [](TableSchema& t) { t.columns[1].comment = str("x"); });
        row("a generated column more", [](TableSchema& t) { t.columns.push_back(generated("g")); });
        row("a plain index more", [](TableSchema& t) {
            t.indexes.push_back({str("k"), false, str("BTREE"), {{str("amount"), 0, false}}});
        });
        row("a unique key over an expression more", [](TableSchema& t) {
            t.indexes.push_back(unique("u", {{QString(), 0, false}}));
        });
        row("unique keys of other names",
            [](TableSchema& t) { t.indexes[1].name = str("another"); });
        row("case of a column name", [](TableSchema& t) { t.columns[1].name = str("Code"); });
        row("system versioning", [](TableSchema& t) { t.systemVersioned = true; });
    }
    void accepts()
    {
        QFETCH(Edit, edit);
        TableSchema changed = sample();
        edit(changed);
        QVERIFY(compareTables(sample(), changed).ok());
        QVERIFY(compareTables(changed, sample()).ok());
    }

    void refuses_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("mentions");
        const auto row = [](const char* name, const Edit& edit, ErrorCode code,
                            const char* mentions) {
            QTest::newRow(name) << edit << code << str(mentions);
        };
        row(
            "MyISAM", [](TableSchema& t) { t.engine = str("MyISAM"); },
            ErrorCode::SyncUnsupportedTable, "MyISAM");
        row(
            "a column more", [](TableSchema& t) { t.columns.push_back(column("extra", "int")); },
            ErrorCode::SyncStructure, "extra");
        row(
            "generated on one side", [](TableSchema& t) { t.columns[3].generated = true; },
            ErrorCode::SyncStructure, "amount");
        row(
            "nullable on one side", [](TableSchema& t) { t.columns[1].nullable = true; },
            ErrorCode::SyncStructure, "code");
        row(
            "a unique key less", [](TableSchema& t) { t.indexes.pop_back(); },
            ErrorCode::SyncStructure, "code");
        row(
            "a unique key over a prefix", [](TableSchema& t) { t.indexes[1].parts[0].prefix = 5; },
            ErrorCode::SyncStructure, "code");
        row(
            "another primary key",
            [](TableSchema& t) { std::swap(t.indexes[0].parts, t.indexes[1].parts); },
            ErrorCode::SyncStructure, "(code)");
        row(
            "text of another length",
            [](TableSchema& t) { t.columns[1] = column("code", "varchar(30)"); },
            ErrorCode::SyncTypes, "varchar(30)");
        row(
            "signedness", [](TableSchema& t) { t.columns[0] = column("id", "bigint"); },
            ErrorCode::SyncTypes, "bigint unsigned");
        row(
            "members in another order",
            [](TableSchema& t) { t.columns[2] = column("state", "enum('paid','new')"); },
            ErrorCode::SyncTypes, "enum('paid','new')");
        row(
            "members of another case",
            [](TableSchema& t) { t.columns[2] = column("state", "enum('NEW','paid')"); },
            ErrorCode::SyncTypes, "NEW");
        row(
            "scale", [](TableSchema& t) { t.columns[3].columnType = str("decimal(10,3)"); },
            ErrorCode::SyncTypes, "decimal(10,3)");
    }
    void refuses()
    {
        QFETCH(Edit, edit);
        QFETCH(ErrorCode, code);
        QFETCH(QString, mentions);
        TableSchema changed = sample();
        edit(changed);
        for (const Status& status :
             {compareTables(sample(), changed), compareTables(changed, sample())}) {
            QVERIFY(!status.ok());
            QCOMPARE(status.error().code, code);
            QCOMPARE(status.error().what, str("orders"));
            QVERIFY2(status.error().detail.contains(mentions), qPrintable(status.error().detail));
        }
    }

    void aTableWithoutARowKeyIsRefused()
    {
        TableSchema table = sample();
        table.indexes.clear();
        QCOMPARE(compareTables(table, table).error().code, ErrorCode::SyncNoKey);
    }

    void anUnknownTypeIsRefusedEvenWhenBothSidesHaveIt()
    {
        TableSchema table = sample();
        table.columns[3] = column("amount", "vector(3)");
        const Status status = compareTables(table, table);
        QCOMPARE(status.error().code, ErrorCode::SyncTypes);
        QVERIFY(status.error().detail.contains(str("vector(3)")));
    }

    void displayWidthsCountOnlyWhereValuesShowThem()
    {
        TableSchema one = sample();
        TableSchema other = sample();
        one.columns[3] = column("amount", "tinyint(1)");
        other.columns[3] = column("amount", "tinyint");
        QVERIFY(compareTables(one, other).ok());
        one.columns[3] = column("amount", "int(5) unsigned zerofill");
        other.columns[3] = column("amount", "int(10) unsigned zerofill");
        QCOMPARE(compareTables(one, other).error().code, ErrorCode::SyncTypes);
    }

    void rowKey_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("key");
        const auto row = [](const char* name, const Edit& edit, const char* key) {
            QTest::newRow(name) << edit << str(key);
        };
        row(
            "primary key", [](TableSchema&) {}, "id");
        row(
            "unique key", [](TableSchema& t) { t.indexes.erase(t.indexes.begin()); }, "code");
        row(
            "a nullable unique key is none",
            [](TableSchema& t) {
                t.indexes.erase(t.indexes.begin());
                t.columns[1].nullable = true;
            },
            "");
        row(
            "a prefix is none",
            [](TableSchema& t) {
                t.indexes.erase(t.indexes.begin());
                t.indexes[0].parts[0].prefix = 3;
            },
            "");
        for (const char* type :
             {"float", "double", "text", "blob", "json", "geometry", "vector(3)"}) {
            row(
                type, [type](TableSchema& t) { t.columns[0] = column("id", type); }, "code");
        }
        row(
            "a generated primary key is none",
            [](TableSchema& t) { t.columns[0] = generated("id"); }, "code");
        row(
            "an expression is none",
            [](TableSchema& t) {
                t.indexes.erase(t.indexes.begin());
                t.indexes[0].parts[0].column = QString();
            },
            "");
        row(
            "hash index of a long value is none",
            [](TableSchema& t) {
                t.indexes.erase(t.indexes.begin());
                t.indexes[0].kind = str("HASH");
            },
            "");
        row(
            "fewest columns win, then names",
            [](TableSchema& t) {
                t.indexes = {unique("a", {{str("code"), 0, false}, {str("id"), 0, false}}),
                             unique("b", {{str("state"), 0, false}}),
                             unique("c", {{str("id"), 0, false}})};
            },
            "id");
        row(
            "composite in index order",
            [](TableSchema& t) {
                t.indexes = {unique("PRIMARY", {{str("state"), 0, false}, {str("id"), 0, false}})};
            },
            "state,id");
    }
    void rowKey()
    {
        QFETCH(Edit, edit);
        QFETCH(QString, key);
        TableSchema table = sample();
        edit(table);
        QCOMPARE(table.rowKey().join(QLatin1Char(',')), key);
    }
};

QTEST_APPLESS_MAIN(CompareSchemaTest)
#include "tst_compare_schema.moc"
