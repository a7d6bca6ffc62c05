// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table_config_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace causeway;

namespace {

TableConfig config(int id, const char* table)
{
    TableConfig row;
    row.id = id;
    row.table = QLatin1String(table);
    return row;
}

QModelIndex at(const TableConfigModel& model, int row, int column)
{
    return model.index(row, column);
}

} // namespace

class TestTableConfigModel final : public QObject {
    Q_OBJECT
private slots:
    void editsAreStagedAndReverted();
    void acceptMakesTheEditsTheStoredRows();
    void onlyKnownValuesAreTaken_data();
    void onlyKnownValuesAreTaken();
    void lockedModelCannotBeEdited();
    void reloadKeepsStagedCellsAndTakesOthers();
    void editBackIsNotStaged();
    void choicesCoverEveryValue();
};

void TestTableConfigModel::editsAreStagedAndReverted()
{
    TableConfigModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy staged(&model, &TableConfigModel::stagedChanged);
    model.setConfigs({config(1, "a"), config(2, "b")});
    const QModelIndex policy = at(model, 1, TableConfigModel::PolicyColumn);
    const QString before = policy.data().toString();
    QVERIFY(model.setData(policy, static_cast<int>(Policy::RemoteWins), Qt::EditRole));
    QVERIFY(
        model.setData(at(model, 0, TableConfigModel::Enabled), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.stagedCells(), 2);
    QCOMPARE(staged.last().first().toInt(), 2);
    QVERIFY(policy.data(StagedRole).toBool());
    QCOMPARE(policy.data(OriginalRole).toString(), before);
    QVERIFY(!at(model, 1, TableConfigModel::Type).data(StagedRole).toBool());
    const auto rows = model.stagedRows();
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[1].policy, Policy::RemoteWins);
    QVERIFY(!rows[0].enabled);
    model.revert();
    QCOMPARE(model.stagedCells(), 0);
    QCOMPARE(policy.data().toString(), before);
}

void TestTableConfigModel::acceptMakesTheEditsTheStoredRows()
{
    TableConfigModel model;
    model.setConfigs({config(1, "a")});
    QVERIFY(model.setData(at(model, 0, TableConfigModel::Priority), 77, Qt::EditRole));
    model.accept();
    QVERIFY(!model.hasStaged());
    model.revert();
    QCOMPARE(model.configs().front().priority, 77);
}

void TestTableConfigModel::onlyKnownValuesAreTaken_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<bool>("taken");
    using M = TableConfigModel;
    QTest::newRow("type") << int(M::Type) << QVariant(0) << true;
    QTest::newRow("type unknown") << int(M::Type) << QVariant(9) << false;
    QTest::newRow("type negative") << int(M::Type) << QVariant(-1) << false;
    QTest::newRow("direction unknown") << int(M::DirectionColumn) << QVariant(3) << false;
    QTest::newRow("policy unknown") << int(M::PolicyColumn) << QVariant(4) << false;
    QTest::newRow("policy text") << int(M::PolicyColumn) << QVariant(QStringLiteral("x")) << false;
    QTest::newRow("priority") << int(M::Priority) << QVariant(1000) << true;
    QTest::newRow("priority high") << int(M::Priority) << QVariant(1001) << false;
    QTest::newRow("priority low") << int(M::Priority) << QVariant(-1) << false;
    QTest::newRow("name") << int(M::Table) << QVariant(QStringLiteral("x")) << false;
    QTest::newRow("last sync") << int(M::LastSync) << QVariant(1) << false;
}

void TestTableConfigModel::onlyKnownValuesAreTaken()
{
    QFETCH(int, column);
    QFETCH(QVariant, value);
    QFETCH(bool, taken);
    TableConfigModel model;
    model.setConfigs({config(1, "a")});
    QCOMPARE(model.setData(at(model, 0, column), value, Qt::EditRole), taken);
    QCOMPARE(model.hasStaged(), taken);
}

void TestTableConfigModel::lockedModelCannotBeEdited()
{
    TableConfigModel model;
    model.setConfigs({config(1, "a")});
    const QModelIndex priority = at(model, 0, TableConfigModel::Priority);
    QVERIFY(priority.flags() & Qt::ItemIsEditable);
    model.setLocked(true);
    QVERIFY(!(priority.flags() & Qt::ItemIsEditable));
    QVERIFY(!model.setData(priority, 3, Qt::EditRole));
    QVERIFY(!model.hasStaged());
}

void TestTableConfigModel::reloadKeepsStagedCellsAndTakesOthers()
{
    TableConfigModel model;
    model.setConfigs({config(1, "a"), config(2, "b")});
    QVERIFY(model.setData(at(model, 0, TableConfigModel::Priority), 60, Qt::EditRole));
    TableConfig changedElsewhere = config(1, "a");
    changedElsewhere.policy = Policy::Skip;
    model.setConfigs({changedElsewhere});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.configs().front().priority, 60);
    QCOMPARE(model.configs().front().policy, Policy::Skip);
    QCOMPARE(model.stagedCells(), 1);
}

void TestTableConfigModel::editBackIsNotStaged()
{
    TableConfigModel model;
    model.setConfigs({config(1, "a")});
    const QModelIndex priority = at(model, 0, TableConfigModel::Priority);
    QVERIFY(model.setData(priority, 60, Qt::EditRole));
    QVERIFY(model.setData(priority, 50, Qt::EditRole));
    QVERIFY(!model.hasStaged());
}

void TestTableConfigModel::choicesCoverEveryValue()
{
    TableConfigModel model;
    model.setConfigs({config(1, "a")});
    QCOMPARE(at(model, 0, TableConfigModel::Type).data(OptionsRole).toList().size(), 2);
    QCOMPARE(at(model, 0, TableConfigModel::DirectionColumn).data(OptionsRole).toList().size(), 3);
    QCOMPARE(at(model, 0, TableConfigModel::PolicyColumn).data(OptionsRole).toList().size(), 4);
    QVERIFY(!at(model, 0, TableConfigModel::Priority).data(OptionsRole).isValid());
}

QTEST_GUILESS_MAIN(TestTableConfigModel)
#include "tst_table_config_model.moc"
