// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schema/compare_schema.h"

#include <QTest>

using namespace causeway;

namespace {

using Tables = std::vector<PrioritisedTable>;

QStringList names(const DependencyOrder& order)
{
    return {order.tables.cbegin(), order.tables.cend()};
}

/// Keys written as "child>parent".
std::vector<ForeignKeySchema> keys(const QStringList& edges)
{
    std::vector<ForeignKeySchema> result;
    for (const QString& edge : edges) {
        ForeignKeySchema key;
        key.table = edge.section(QLatin1Char('>'), 0, 0);
        key.referencedTable = edge.section(QLatin1Char('>'), 1);
        result.push_back(key);
    }
    return result;
}

QStringList list(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// "name:priority" or "name".
Tables tables(const char* text)
{
    Tables result;
    for (const QString& entry : list(text)) {
        const QString priority = entry.section(QLatin1Char(':'), 1);
        result.push_back(
            {entry.section(QLatin1Char(':'), 0, 0), priority.isEmpty() ? 50 : priority.toInt()});
    }
    return result;
}

} // namespace

class DependencyOrderTest final : public QObject {
    Q_OBJECT

private slots:
    void orders_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("edges");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArray>("cyclic");
        const auto row = [](const char* name, const char* in, const char* edges, const char* out,
                            const char* cyclic) {
            QTest::newRow(name) << QByteArray(in) << QByteArray(edges) << QByteArray(out)
                                << QByteArray(cyclic);
        };
        row("nothing", "", "", "", "");
        row("name breaks a tie", "c a b", "", "a b c", "");
        row("greater priority first", "a:1 b:99 c", "", "b c a", "");
        row("negative priority last", "a:-5 b:0", "", "b a", "");
        row("parent before child", "a b", "a>b", "b a", "");
        row("parent before a child of greater priority", "child:90 parent:10 other", "child>parent",
            "parent child other", "");
        row("a chain", "a b c d", "a>b b>c c>d", "d c b a", "");
        row("a diamond", "a b c d", "a>b a>c b>d c>d", "d b c a", "");
        row("two keys to one parent", "a b", "a>b a>b", "b a", "");
        row("self reference", "a b", "b>b", "a b", "b");
        row("a cycle keeps priority order", "staff store:60 city", "staff>store store>staff",
            "store staff city", "store staff");
        row("parents of a cycle come first, its children last", "kid staff store address",
            "staff>store store>staff staff>address kid>store", "address staff store kid",
            "staff store");
        row("a key that leaves the set is ignored", "a b", "a>z z>b", "a b", "");
        row("two cycles sharing a table", "a b c d", "a>b b>a b>c c>b d>c", "a b c d", "a b c");
    }
    void orders()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, edges);
        QFETCH(QByteArray, expected);
        QFETCH(QByteArray, cyclic);
        const DependencyOrder order =
            dependencyOrder(tables(input.constData()), keys(list(edges.constData())));
        QCOMPARE(names(order), list(expected.constData()));
        QCOMPARE(order.cyclic, list(cyclic.constData()));
    }

    void theOrderOfTheInputDoesNotMatter()
    {
        const auto edges = keys(list("a>b b>c x>c c>y y>c"));
        const auto forwards = dependencyOrder(tables("a b c x y"), edges);
        const auto backwards = dependencyOrder(tables("y x c b a"), {edges.rbegin(), edges.rend()});
        QCOMPARE(names(forwards), names(backwards));
        QCOMPARE(forwards.cyclic, backwards.cyclic);
    }

    void aKeyToAnotherDatabaseIsNoDependency()
    {
        auto edges = keys(list("a>b"));
        edges.front().referencedSchema = QStringLiteral("elsewhere");
        QCOMPARE(names(dependencyOrder(tables("a b"), edges)), list("a b"));
    }
};

QTEST_APPLESS_MAIN(DependencyOrderTest)
#include "tst_dependency_order.moc"
