// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid_text.h"
#include "models/table_config_model.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace causeway;

class TestGridText final : public QObject {
    Q_OBJECT
private slots:
    void everyFormatKeepsAwkwardValuesApart_data();
    void everyFormatKeepsAwkwardValuesApart();
    void jsonIsReadBackAsItWas();
    void rowsOfATableCarryItsOwnNamesAndValues();
};

namespace {

GridText awkward()
{
    return {{QStringLiteral("a"), QStringLiteral("b`c")},
            {{QStringLiteral("x,\"y\""), QStringLiteral("1|2")},
             {QStringLiteral("two\nlines\tand tab"), QStringLiteral("it's \\ 茶")}}};
}

} // namespace

void TestGridText::everyFormatKeepsAwkwardValuesApart_data()
{
    QTest::addColumn<TextFormat>("format");
    QTest::addColumn<QString>("expected");
    QTest::newRow("tsv") << TextFormat::Tsv
                         << QStringLiteral("x,\"y\"\t1|2\ntwo lines and tab\tit's \\ 茶");
    QTest::newRow("csv") << TextFormat::Csv
                         << QStringLiteral("a,b`c\r\n\"x,\"\"y\"\"\",1|2\r\n"
                                           "\"two\nlines\tand tab\",it's \\ 茶");
    QTest::newRow("markdown") << TextFormat::Markdown
                              << QStringLiteral("| a | b`c |\n| --- | --- |\n"
                                                "| x,\"y\" | 1\\|2 |\n"
                                                "| two<br>lines\tand tab | it's \\\\ 茶 |");
    QTest::newRow("sql") << TextFormat::Sql
                         << QStringLiteral("INSERT INTO `t``1` (`a`, `b``c`) VALUES "
                                           "('x,\\\"y\\\"', '1|2');\n"
                                           "INSERT INTO `t``1` (`a`, `b``c`) VALUES "
                                           "('two\\nlines\tand tab', 'it\\'s \\\\ 茶');");
}

void TestGridText::everyFormatKeepsAwkwardValuesApart()
{
    QFETCH(TextFormat, format);
    QTEST(toText(awkward(), format, QStringLiteral("t`1")), "expected");
}

void TestGridText::jsonIsReadBackAsItWas()
{
    const QString text = toText(awkward(), TextFormat::Json, {});
    const QJsonArray rows = QJsonDocument::fromJson(text.toUtf8()).array();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1].toObject().value(QStringLiteral("a")).toString(), awkward().rows[1][0]);
    QCOMPARE(rows[1].toObject().value(QStringLiteral("b`c")).toString(), awkward().rows[1][1]);
}

void TestGridText::rowsOfATableCarryItsOwnNamesAndValues()
{
    TableConfig row;
    row.table = QStringLiteral("orders");
    row.policy = Policy::RemoteWins;
    TableConfigModel model;
    model.setConfigs({row});
    const QList<int> columns{TableConfigModel::Enabled, TableConfigModel::Table,
                             TableConfigModel::PolicyColumn};
    const GridText text = gridText({model.index(0, 0)}, columns, true);
    QCOMPARE(text.headings,
             (QStringList{QStringLiteral("sync_enabled"), QStringLiteral("table_name"),
                          QStringLiteral("conflict_resolution")}));
    QCOMPARE(text.rows.front(), (QStringList{QStringLiteral("1"), QStringLiteral("orders"),
                                             QStringLiteral("REMOTE_WINS")}));
    QCOMPARE(gridText({model.index(0, 0)}, columns, false).headings.value(1),
             QStringLiteral("Table"));
}

QTEST_MAIN(TestGridText)
#include "tst_grid_text.moc"
