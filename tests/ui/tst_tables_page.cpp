// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure_model.h"
#include "models/table_config_model.h"
#include "tests/ui/console_fixture.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace causeway;
using namespace causeway::test;

class TestTablesPage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void editedCellsAreAppliedTogether();
    void revertDropsTheEdits();
    void severalTablesAreEditedAtOnceAndUndone();
    void structuresAreShownSideBySide();
    void readOnlyProfileCannotBeEdited();
    void lockedEditsWaitForTheKey();
    void priorityIsChangedByDraggingARow();
    void filteredTablesAreNotDragged();
    void eachColumnIsFilteredByItsField();
    void filterLeavesMatchingTables();
    void scanOffersASetUpForANewPair();
    void missingTablesAreShownBeforeTheyAreMade();
    void thousandTablesAreFilteredSortedEditedAndApplied();
};

namespace {

/// Edits a cell as a person does: opens its editor, chooses, leaves it.
void choose(GridView* grid, const QModelIndex& index, int value)
{
    grid->setCurrentIndex(index);
    grid->edit(index);
    auto* box = grid->viewport()->findChild<QComboBox*>();
    QVERIFY(box);
    box->setCurrentIndex(box->findData(value));
    emit box->activated(box->currentIndex());
}

void type(GridView* grid, const QModelIndex& index, int value)
{
    grid->setCurrentIndex(index);
    grid->edit(index);
    auto* spin = grid->viewport()->findChild<QSpinBox*>();
    QVERIFY(spin);
    spin->setValue(value);
    QTest::keyClick(spin, Qt::Key_Return);
}

/// Drags the grip of a row to where another row is, with the mouse.
void drag(GridView* grid, int from, int to)
{
    QHeaderView* grips = grid->verticalHeader();
    const auto centre = [grips](int row) {
        return QPoint(grips->width() / 2,
                      grips->sectionViewportPosition(row) + grips->sectionSize(row) / 2);
    };
    QWidget* area = grips->viewport();
    const QPoint past(0, to > from ? 6 : -6);
    QTest::mousePress(area, Qt::LeftButton, {}, centre(from));
    QTest::mouseMove(area, (centre(from) + centre(to)) / 2);
    QTest::mouseMove(area, centre(to) + past);
    QTest::mouseRelease(area, Qt::LeftButton, {}, centre(to) + past);
}

} // namespace

void TestTablesPage::editedCellsAreAppliedTogether()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.window().showPage("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
    LoopWatch watch;
    GridView* grid = fixture.grid("tablesGrid");
    const QModelIndex orders =
        fixture.cell("tablesGrid", TableConfigModel::Table, QStringLiteral("orders"));
    choose(grid, orders.siblingAtColumn(TableConfigModel::PolicyColumn),
           static_cast<int>(Policy::RemoteWins));
    EVENTUALLY(!grid->viewport()->findChild<QComboBox*>());
    type(grid, orders.siblingAtColumn(TableConfigModel::Priority), 40);
    // Sorted by priority, the row may have moved.
    EVENTUALLY(fixture.cell("tablesGrid", TableConfigModel::Table, QStringLiteral("orders"))
                   .siblingAtColumn(TableConfigModel::Priority)
                   .data(StagedRole)
                   .toBool());
    QCOMPARE(fixture.button("applyTables")->text(), QStringLiteral("Apply (2)"));
    fixture.click("applyTables");
    EVENTUALLY(fixture.isIdle() && !fixture.button("applyTables")->isEnabled());
    NEVER_BLOCKED(watch);
    QCOMPARE(fixture.pair().rows(Side::Local, "SELECT conflict_resolution, priority FROM "
                                              "db_sync_config WHERE table_name='orders'"),
             QByteArrayList{"REMOTE_WINS|40"});
    QCOMPARE(fixture.pair().rows(Side::Local, "SELECT conflict_resolution, priority FROM "
                                              "db_sync_config WHERE table_name='products'"),
             QByteArrayList{"MANUAL|50"});
}

void TestTablesPage::revertDropsTheEdits()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.window().showPage("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
    GridView* grid = fixture.grid("tablesGrid");
    const QModelIndex enabled = grid->model()->index(0, TableConfigModel::Enabled);
    QVERIFY(grid->model()->setData(enabled, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(fixture.button("revertTables")->isEnabled());
    fixture.click("revertTables");
    QVERIFY(!fixture.button("revertTables")->isEnabled());
    QCOMPARE(enabled.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
}

void TestTablesPage::severalTablesAreEditedAtOnceAndUndone()
{
    ConsoleFixture fixture;
    fixture.open("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
    const auto act = [&fixture](const char* id) {
        fixture.console().actions().find(id)->trigger();
    };
    const auto text = [&fixture](int row, int column) {
        return fixture.grid("tablesGrid")->model()->index(row, column).data().toString();
    };
    fixture.grid("tablesGrid")->selectAll();
    fixture.click("bulkEdit");
    EVENTUALLY(ConsoleFixture::dialog());
    auto* change =
        ConsoleFixture::dialog()->findChild<QAbstractButton*>(QStringLiteral("bulkChange"));
    QVERIFY(!change->isEnabled());
    auto* policy = ConsoleFixture::dialog()->findChild<QComboBox*>(
        QStringLiteral("bulk%1").arg(static_cast<int>(TableConfigModel::PolicyColumn)));
    policy->setCurrentIndex(policy->findData(static_cast<int>(Policy::LocalWins)));
    ConsoleFixture::dialog()->findChild<QSpinBox*>(QStringLiteral("bulkPriority"))->setValue(70);
    QTest::mouseClick(change, Qt::LeftButton);
    EVENTUALLY(fixture.button("applyTables")->text() == QStringLiteral("Apply (4)"));
    QCOMPARE(text(0, TableConfigModel::Type), QStringLiteral("INCREMENTAL"));

    act("tables.undo"); // all of it was one edit
    QVERIFY(!fixture.button("applyTables")->isEnabled());
    QCOMPARE(text(1, TableConfigModel::PolicyColumn), QStringLiteral("MANUAL"));
    act("tables.redo");
    QCOMPARE(text(1, TableConfigModel::PolicyColumn), QStringLiteral("LOCAL_WINS"));
    fixture.click("showSql");
    EVENTUALLY(ConsoleFixture::dialog());
    const QString sql = ConsoleFixture::dialog()->findChild<QPlainTextEdit*>()->toPlainText();
    QCOMPARE(sql.count(QStringLiteral("UPDATE db_sync_config SET")), 2);
    QVERIFY(sql.contains(QStringLiteral("'LOCAL_WINS'")));
    ConsoleFixture::dialog()->reject();
    fixture.click("applyTables");
    EVENTUALLY(fixture.isIdle() && !fixture.button("applyTables")->isEnabled());
    QCOMPARE(fixture.pair().rows(Side::Local, "SELECT DISTINCT conflict_resolution, priority, "
                                              "sync_type FROM db_sync_config"),
             QByteArrayList{"LOCAL_WINS|70|INCREMENTAL"});
}

void TestTablesPage::lockedEditsWaitForTheKey()
{
    ConsoleFixture fixture;
    fixture.open("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
    const QModelIndex priority =
        fixture.cell("tablesGrid", TableConfigModel::Table, QStringLiteral("orders"))
            .siblingAtColumn(TableConfigModel::Priority);
    QVERIFY(fixture.grid("tablesGrid")->model()->setData(priority, 77, Qt::EditRole));
    QCOMPARE(fixture.button("applyTables")->text(), QStringLiteral("Apply (1)"));
    QVERIFY(fixture.console().session().setReadOnly(true).ok());
    EVENTUALLY(fixture.isIdle());
    QVERIFY(!fixture.button("applyTables")->isEnabled());
    QCOMPARE(priority.data().toInt(), 77);
    QVERIFY(fixture.console().session().setReadOnly(false).ok());
    EVENTUALLY(fixture.isIdle() && fixture.button("applyTables")->isEnabled());
    fixture.click("applyTables");
    EVENTUALLY(fixture.isIdle() && !fixture.button("applyTables")->isEnabled());
    QCOMPARE(fixture.pair().value(Side::Local,
                                  "SELECT priority FROM db_sync_config WHERE table_name='orders'"),
             QByteArray("77"));
}

void TestTablesPage::priorityIsChangedByDraggingARow()
{
    ConsoleFixture fixture;
    fixture.open("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
    GridView* grid = fixture.grid("tablesGrid");
    const auto order = [grid] {
        QStringList tables;
        for (int row = 0; row < grid->model()->rowCount(); ++row)
            tables << grid->model()->index(row, TableConfigModel::Table).data().toString();
        return tables;
    };
    const QStringList before = order();
    const QStringList swapped{before[1], before[0]};
    QVERIFY(grid->verticalHeader()->isVisible());
    drag(grid, 1, 0);
    QCOMPARE(order(), swapped);
    QCOMPARE(fixture.button("applyTables")->text(), QStringLiteral("Apply (1)"));
    fixture.console().actions().find("tables.undo")->trigger();
    QVERIFY(!fixture.button("applyTables")->isEnabled());
    drag(grid, 0, 1);
    QCOMPARE(order(), swapped);
    fixture.click("applyTables");
    EVENTUALLY(fixture.isIdle() && !fixture.button("applyTables")->isEnabled());
    QCOMPARE(fixture.pair().rows(Side::Local, "SELECT table_name FROM db_sync_config ORDER BY "
                                              "priority DESC"),
             (QByteArrayList{swapped[0].toUtf8(), swapped[1].toUtf8()}));
}

void TestTablesPage::filteredTablesAreNotDragged()
{
    ConsoleFixture fixture;
    fixture.open("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
    GridView* grid = fixture.grid("tablesGrid");
    QVERIFY(grid->verticalHeader()->isVisible());
    QTest::keyClicks(fixture.find<QLineEdit>("tableFilter"), QStringLiteral("prod"));
    QVERIFY(!grid->verticalHeader()->isVisible());
    fixture.find<QLineEdit>("tableFilter")->clear();
    grid->sortByColumn(TableConfigModel::Table, Qt::AscendingOrder);
    QVERIFY(!grid->verticalHeader()->isVisible());
    grid->sortByColumn(TableConfigModel::Priority, Qt::DescendingOrder);
    QVERIFY(grid->verticalHeader()->isVisible());
}

void TestTablesPage::eachColumnIsFilteredByItsField()
{
    ConsoleFixture fixture;
    fixture.open("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
    QAbstractItemModel* rows = fixture.grid("tablesGrid")->model();
    QVERIFY(rows->setData(rows->index(0, TableConfigModel::Enabled), Qt::Unchecked,
                          Qt::CheckStateRole));
    const auto field = [&fixture](int column) {
        return fixture.find<QLineEdit>("columnFilter" + QByteArray::number(column));
    };
    fixture.console().actions().find("tables.filterRow")->trigger();
    QVERIFY(field(TableConfigModel::Enabled)->isVisible());
    QTest::keyClicks(field(TableConfigModel::Enabled), QStringLiteral("no"));
    QCOMPARE(rows->rowCount(), 1);
    QTest::keyClicks(field(TableConfigModel::PolicyColumn), QStringLiteral("remote"));
    QCOMPARE(rows->rowCount(), 0);
    fixture.console().actions().find("tables.filterRow")->trigger(); // closing it shows all again
    QCOMPARE(rows->rowCount(), 2);
}

void TestTablesPage::structuresAreShownSideBySide()
{
    ConsoleFixture fixture;
    fixture.open("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("structureGrid")->model()->rowCount() > 0);
    fixture.pair().run(Side::Local, "ALTER TABLE products MODIFY name VARCHAR(90) NOT NULL, "
                                    "ADD seen INT NULL, ADD INDEX by_name (name)");
    fixture.pair().run(Side::Remote, "INSERT INTO products VALUES (5,'Tray',9.90,NULL)");
    fixture.window().currentPage()->refresh();
    EVENTUALLY(fixture.isIdle());
    const QModelIndex table =
        fixture.cell("tablesGrid", TableConfigModel::Table, QStringLiteral("products"));
    fixture.grid("tablesGrid")->setCurrentIndex(table);
    EVENTUALLY(fixture.isIdle() && fixture.text("tableDetailsTitle") == QStringLiteral("products"));
    QCOMPARE(fixture.text("tableDetailsRows"), QStringLiteral("remote: 5 rows   local: 4 rows"));
    const auto difference = [&fixture](const char* part) {
        return fixture.cell("structureGrid", StructureModel::Name, QLatin1String(part))
            .siblingAtColumn(StructureModel::Difference);
    };
    QCOMPARE(difference("price").data().toString(), QStringLiteral("same"));
    QCOMPARE(difference("name").data().toString(), QStringLiteral("differs"));
    QCOMPARE(difference("seen").data().toString(), QStringLiteral("only on local"));
    QCOMPARE(difference("seen").data(ToneRole).toInt(), static_cast<int>(Tone::Bad));
    QCOMPARE(difference("INDEX (name)").data().toString(), QStringLiteral("only on local"));
    QCOMPARE(difference("INDEX (name)").data(ToneRole).toInt(), static_cast<int>(Tone::Warning));
    QCOMPARE(difference("PRIMARY KEY (id)").data().toString(), QStringLiteral("same"));
    QVERIFY(fixture.button("remedyLeaveOut")->isVisible());
}

void TestTablesPage::readOnlyProfileCannotBeEdited()
{
    ConsoleFixture fixture;
    fixture.open();
    QVERIFY(fixture.console().session().setReadOnly(true).ok());
    fixture.window().showPage("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
    const QModelIndex priority =
        fixture.grid("tablesGrid")->model()->index(0, TableConfigModel::Priority);
    QVERIFY(!(priority.flags() & Qt::ItemIsEditable));
    QVERIFY(fixture.text("stagedNote").contains(QStringLiteral("read-only")));
}

void TestTablesPage::filterLeavesMatchingTables()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.window().showPage("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
    QTest::keyClicks(fixture.find<QLineEdit>("tableFilter"), QStringLiteral("PROD"));
    QCOMPARE(fixture.grid("tablesGrid")->model()->rowCount(), 1);
}

void TestTablesPage::scanOffersASetUpForANewPair()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.pair().run(Side::Local, "DROP TABLE db_sync_config; DROP TABLE db_sync_log;");
    fixture.window().showPage("tables");
    fixture.window().currentPage()->refresh();
    EVENTUALLY(fixture.isIdle() && fixture.button("scanEmpty")->isVisible());
    fixture.click("scanEmpty");
    QDialog* dialog = ConsoleFixture::dialog();
    QVERIFY(dialog);
    auto* setUp = dialog->findChild<QAbstractButton*>(QStringLiteral("scanExecute"));
    EVENTUALLY(setUp->isEnabled());
    QVERIFY(dialog->findChild<QPlainTextEdit*>(QStringLiteral("scanStatements"))
                ->toPlainText()
                .contains(QStringLiteral("db_sync_config")));
    QTest::mouseClick(setUp, Qt::LeftButton);
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
}

void TestTablesPage::missingTablesAreShownBeforeTheyAreMade()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.pair().run(Side::Remote, "CREATE TABLE news (id INT PRIMARY KEY, text VARCHAR(50));");
    fixture.window().showPage("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
    fixture.click("scanDatabases");
    QDialog* dialog = ConsoleFixture::dialog();
    QVERIFY(dialog);
    auto* statements = dialog->findChild<QPlainTextEdit*>(QStringLiteral("scanStatements"));
    auto* create = dialog->findChild<QAbstractButton*>(QStringLiteral("createMissing"));
    EVENTUALLY(create->isEnabled());
    create->click();
    EVENTUALLY(statements->toPlainText().contains(QStringLiteral("news")));
    QVERIFY(!fixture.pair().tables(Side::Local).contains(QStringLiteral("news")));
    QTest::mouseClick(dialog->findChild<QAbstractButton*>(QStringLiteral("scanExecute")),
                      Qt::LeftButton);
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 3);
    QVERIFY(fixture.pair().tables(Side::Local).contains(QStringLiteral("news")));
}

namespace {

/// Control rows of @p count tables that need not be there, and some time of last sync for each.
void plantTables(ConsoleFixture& fixture, int count)
{
    QByteArrayList values;
    for (int i = 0; i < count; ++i)
        values << QStringLiteral("('t%1',%2,NOW() - INTERVAL %3 MINUTE)")
                      .arg(i, 4, 10, QLatin1Char('0'))
                      .arg(i % 97)
                      .arg(i * 7919 % 1000)
                      .toLatin1();
    fixture.pair().run(Side::Local,
                       "INSERT INTO db_sync_config (table_name, priority, last_sync_time) VALUES " +
                           values.join(',') + ";");
}

} // namespace

void TestTablesPage::thousandTablesAreFilteredSortedEditedAndApplied()
{
    ConsoleFixture fixture;
    fixture.open("history");
    EVENTUALLY(fixture.isIdle());
    plantTables(fixture, 1000);
    LoopWatch watch;
    fixture.console().session().tellPairChanged();
    fixture.window().showPage("tables");
    GridView* grid = fixture.grid("tablesGrid");
    EVENTUALLY(fixture.isIdle() && grid->model()->rowCount() == 1002);
    grid->sortByColumn(TableConfigModel::LastSync, Qt::AscendingOrder);
    EVENTUALLY(fixture.isIdle());
    grid->sortByColumn(TableConfigModel::Table, Qt::DescendingOrder);
    EVENTUALLY(grid->model()->index(0, TableConfigModel::Table).data().toString() ==
               QStringLiteral("t0999"));
    for (const char letter : {'t', '0', '5', '0'}) {
        QTest::keyClick(fixture.find<QLineEdit>("tableFilter"), letter);
        EVENTUALLY(fixture.isIdle());
    }
    EVENTUALLY(grid->model()->rowCount() == 10);
    const QModelIndex row =
        fixture.cell("tablesGrid", TableConfigModel::Table, QStringLiteral("t0507"));
    choose(grid, row.siblingAtColumn(TableConfigModel::DirectionColumn),
           static_cast<int>(Direction::LocalToRemote));
    EVENTUALLY(fixture.button("applyTables")->text() == QStringLiteral("Apply (1)"));
    fixture.find<QLineEdit>("tableFilter")->clear();
    EVENTUALLY(grid->model()->rowCount() == 1002);
    fixture.click("applyTables");
    EVENTUALLY(fixture.isIdle() && !fixture.button("applyTables")->isEnabled());
    printf("1 000 tables: longest turn of the loop %s\n", watch.words().constData());
    NEVER_BLOCKED(watch);
    QCOMPARE(fixture.pair().rows(Side::Local, "SELECT table_name FROM db_sync_config WHERE "
                                              "sync_direction='LOCAL_TO_REMOTE'"),
             QByteArrayList{"t0507"});
}

QTEST_MAIN(TestTablesPage)
#include "tst_tables_page.moc"
