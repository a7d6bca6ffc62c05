// SPDX-License-Identifier: GPL-3.0-or-later
// From a run in the history to its undo: looked at, typed, done, and what was left is named.
#include "tests/ui/console_fixture.h"

#include <QLineEdit>
#include <QTreeWidget>

using namespace causeway;
using namespace causeway::test;

class TestUndoDialog final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void aRunIsUndone();
    void aRunThatIsNotKeptSaysSo();
};

namespace {

QString sync(const ConsoleFixture& fixture)
{
    SyncRequest request;
    request.profile = fixture.profile;
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox).runId;
}

/// Opens the dialog of the newest run and waits until it has looked.
QDialog* openUndo(ConsoleFixture& fixture)
{
    fixture.window().showPage("history");
    fixture.window().currentPage()->refresh();
    if (!QTest::qWaitFor([&] { return fixture.isIdle() && fixture.button("undoRun")->isEnabled(); },
                         60'000))
        qFatal("no run can be chosen");
    fixture.click("undoRun");
    QDialog* dialog = ConsoleFixture::dialog();
    auto* situation = dialog->findChild<QLabel*>(QStringLiteral("undoSituation"));
    if (!QTest::qWaitFor([situation] { return !situation->text().endsWith(u'…'); }, 60'000))
        qFatal("the run is not looked at");
    return dialog;
}

} // namespace

void TestUndoDialog::aRunIsUndone()
{
    ConsoleFixture fixture;
    fixture.open();
    TwoSidedFixture& pair = fixture.pair();
    pair.run(Side::Remote, "UPDATE products SET name='Black tea' WHERE id=1; UPDATE products SET "
                           "name='Mug' WHERE id=3; DELETE FROM products WHERE id=4");
    const QByteArrayList before = pair.dump(Side::Local, QStringLiteral("products"));
    sync(fixture);
    pair.run(Side::Local, "UPDATE products SET name='since' WHERE id=3");
    QDialog* dialog = openUndo(fixture);
    auto* tree = dialog->findChild<QTreeWidget*>(QStringLiteral("undoTables"));
    QCOMPARE(tree->topLevelItemCount(), 1);
    QCOMPARE(tree->topLevelItem(0)->text(0), QStringLiteral("products"));
    QCOMPARE(tree->topLevelItem(0)->text(3), QStringLiteral("1"));
    QVERIFY(tree->topLevelItem(0)->child(0)->text(0).contains(QStringLiteral("id=3")));

    auto* execute = dialog->findChild<QAbstractButton*>(QStringLiteral("undoExecute"));
    QVERIFY(execute->isVisible() && !execute->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("typeToConfirm")),
                     QStringLiteral("Shop"));
    execute->click();
    auto* situation = dialog->findChild<QLabel*>(QStringLiteral("undoSituation"));
    EVENTUALLY(situation->text().contains(QStringLiteral("Rows put back: 2. Those listed")));
    QVERIFY(!execute->isVisible());
    const QByteArray wanted = before.join('\n').replace("Cup", "since");
    QCOMPARE(pair.dump(Side::Local, QStringLiteral("products")).join('\n'), wanted);
    dialog->reject();
    EVENTUALLY(fixture.isIdle());
    QCOMPARE(pair.value(Side::Local, "SELECT COUNT(*) FROM db_sync_log WHERE error_message LIKE "
                                     "'%undo of run%'"),
             "1");
}

void TestUndoDialog::aRunThatIsNotKeptSaysSo()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.pair().run(Side::Local, "DELETE FROM db_sync_undo_row; DELETE FROM db_sync_undo");
    QDialog* dialog = openUndo(fixture);
    QVERIFY(!dialog->findChild<QAbstractButton*>(QStringLiteral("undoExecute"))->isVisible());
    QVERIFY(dialog->findChild<QWidget*>(QStringLiteral("undoTables"))->isHidden());
    dialog->reject();
}

QTEST_MAIN(TestUndoDialog)
#include "tst_undo_dialog.moc"
