// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conflict_fields_model.h"
#include "models/conflict_list_model.h"
#include "tests/ui/console_fixture.h"

#include <QAction>
#include <QSignalSpy>

using namespace causeway;
using namespace causeway::test;

namespace {

/// Edits the same rows on both sides and syncs, so that conflicts wait.
void makeConflicts(ConsoleFixture& fixture)
{
    fixture.pair().run(Side::Remote, "UPDATE products SET price=13.00 WHERE id=1;"
                                     "UPDATE products SET note='remote' WHERE id=2;"
                                     "UPDATE products SET name='Kettle' WHERE id=4;");
    fixture.pair().run(Side::Local, "UPDATE products SET price=14.00, note='mine' WHERE id=1;"
                                    "UPDATE products SET note='local' WHERE id=2;"
                                    "DELETE FROM products WHERE id=4;");
    SyncRequest request;
    request.profile = fixture.profile;
    ProgressMailbox progress;
    const SyncReport report = runSync(request, {}, progress);
    require(report.error ? Status(*report.error) : okStatus(), QStringLiteral("make conflicts"));
    fixture.console().session().tellPairChanged();
    fixture.window().showPage("conflicts");
}

void select(ConsoleFixture& fixture, const char* key)
{
    const QModelIndex row =
        fixture.cell("conflictQueue", ConflictListModel::Key, QLatin1String(key));
    QVERIFY(row.isValid());
    fixture.grid("conflictQueue")->setCurrentIndex(row);
}

QModelIndex resultCell(const ConsoleFixture& fixture, const char* column)
{
    return fixture.cell("conflictFields", ConflictFieldsModel::Name, QLatin1String(column))
        .siblingAtColumn(ConflictFieldsModel::ResultColumn);
}

int shown(const ConsoleFixture& fixture)
{
    return fixture.grid("conflictQueue")->model()->rowCount();
}

} // namespace

class TestConflictsPage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void takeRemoteAndApply();
    void deleteIsTakenOrUndone();
    void editedResultIsWrittenToBothSides();
    void shortcutsDecideAndAdvance();
    void aRowThatMovedMeanwhileStaysAndSaysSo();
    void badgeAndStatusCountOpenConflicts();
};

void TestConflictsPage::takeRemoteAndApply()
{
    ConsoleFixture fixture;
    fixture.open();
    makeConflicts(fixture);
    EVENTUALLY(fixture.isIdle() && shown(fixture) == 3);
    LoopWatch watch;
    select(fixture, "id = 2");
    fixture.click("takeRemote");
    QCOMPARE(fixture.button("applyDecisions")->text(), QStringLiteral("Apply (1)"));
    fixture.click("applyDecisions");
    EVENTUALLY(fixture.isIdle() && shown(fixture) == 2);
    QVERIFY2(watch.longest() < 200, qPrintable(QString::number(watch.longest())));
    for (const Side side : {Side::Remote, Side::Local})
        QCOMPARE(fixture.pair().value(side, "SELECT note FROM products WHERE id=2"),
                 QByteArray("remote"));
}

void TestConflictsPage::deleteIsTakenOrUndone()
{
    ConsoleFixture fixture;
    fixture.open();
    makeConflicts(fixture);
    EVENTUALLY(fixture.isIdle() && shown(fixture) == 3);
    select(fixture, "id = 4");
    fixture.click("takeLocal");
    fixture.click("applyDecisions");
    EVENTUALLY(fixture.isIdle() && shown(fixture) == 2);
    for (const Side side : {Side::Remote, Side::Local})
        QCOMPARE(fixture.pair().value(side, "SELECT COUNT(*) FROM products WHERE id=4"),
                 QByteArray("0"));
}

void TestConflictsPage::editedResultIsWrittenToBothSides()
{
    ConsoleFixture fixture;
    fixture.open();
    makeConflicts(fixture);
    EVENTUALLY(fixture.isIdle() && shown(fixture) == 3);
    select(fixture, "id = 1");
    const QModelIndex price = resultCell(fixture, "price");
    QVERIFY(price.isValid());
    GridView* grid = fixture.grid("conflictFields");
    QVERIFY(grid->model()->setData(price, QStringLiteral("13.50"), Qt::EditRole));
    if (const QModelIndex note = resultCell(fixture, "note");
        note.data().toString() == QStringLiteral("?"))
        QVERIFY(grid->model()->setData(note, QStringLiteral("mine"), Qt::EditRole));
    fixture.click("acceptConflict");
    fixture.click("applyDecisions");
    EVENTUALLY(fixture.isIdle() && shown(fixture) == 2);
    for (const Side side : {Side::Remote, Side::Local})
        QCOMPARE(fixture.pair().rows(side, "SELECT price, note FROM products WHERE id=1"),
                 QByteArrayList{"13.50|mine"});
}

void TestConflictsPage::shortcutsDecideAndAdvance()
{
    ConsoleFixture fixture;
    fixture.open();
    makeConflicts(fixture);
    EVENTUALLY(fixture.isIdle() && shown(fixture) == 3);
    GridView* queue = fixture.grid("conflictQueue");
    queue->setCurrentIndex(queue->model()->index(0, 0));
    queue->setFocus();
    QTest::keyClick(queue, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(queue->currentIndex().row(), 1);
    QTest::keyClick(queue, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(queue->currentIndex().row(), 2);
    QTest::keyClick(queue, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(fixture.button("applyDecisions")->text(), QStringLiteral("Apply (3)"));
    QTest::keyClick(queue, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    EVENTUALLY(fixture.isIdle() && shown(fixture) == 0);
    QCOMPARE(fixture.pair().dump(Side::Remote, QStringLiteral("products")),
             fixture.pair().dump(Side::Local, QStringLiteral("products")));
}

void TestConflictsPage::aRowThatMovedMeanwhileStaysAndSaysSo()
{
    ConsoleFixture fixture;
    fixture.open();
    makeConflicts(fixture);
    EVENTUALLY(fixture.isIdle() && shown(fixture) == 3);
    fixture.pair().run(Side::Local, "UPDATE products SET note='moved' WHERE id=2;");
    select(fixture, "id = 2");
    fixture.click("takeRemote");
    fixture.click("applyDecisions");
    EVENTUALLY(fixture.isIdle() && !fixture.button("applyDecisions")->isEnabled());
    QCOMPARE(shown(fixture), 3);
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT note FROM products WHERE id=2"),
             QByteArray("moved"));
    select(fixture, "id = 1");
    select(fixture, "id = 2");
    QVERIFY(!fixture.text("conflictProblem").isEmpty());
}

void TestConflictsPage::badgeAndStatusCountOpenConflicts()
{
    ConsoleFixture fixture;
    fixture.open();
    QSignalSpy badge(fixture.window().page("conflicts"), &Page::badgeChanged);
    makeConflicts(fixture);
    EVENTUALLY(fixture.isIdle() && shown(fixture) == 3);
    QCOMPARE(badge.last().first().toLongLong(), 3);
    QCOMPARE(fixture.button("statusConflicts")->text(), QStringLiteral("open conflicts: 3"));
}

QTEST_MAIN(TestConflictsPage)
#include "tst_conflicts_page.moc"
