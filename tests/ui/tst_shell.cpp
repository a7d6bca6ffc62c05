// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/single_instance.h"
#include "models/table_config_model.h"
#include "tests/ui/console_fixture.h"
#include "ui/session/schedule_service.h"
#include "ui/shell/command_palette.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/grid_menu.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace causeway;
using namespace causeway::test;

class TestShell final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void cleanup() { QSettings().clear(); }
    void welcomeStaysWhenTheWindowTakesTheFocus();
    void everyActionIsInAMenuAndNoShortcutTwice();
    void paletteFindsAndRuns();
    void paletteListsOnlyWhatCanBeDone();
    void coloursAndFontSizeAreRemembered();
    void productionHasAFrameAndAWord();
    void windowComesBackAsItWasLeft();
    void secondStartHandsItsArgumentsOver();
    void deadConsoleDoesNotBlockTheNext();
    void closedAtWorkItGoesOnInTheTray();
    void withoutATrayOrWorkClosedIsClosed();
};

void TestShell::welcomeStaysWhenTheWindowTakesTheFocus()
{
    ConsoleFixture fixture;
    fixture.openEmpty();
    EVENTUALLY(fixture.find<QWidget>("welcome")->isVisible());
    fixture.find<QWidget>("navList")->setFocus(Qt::TabFocusReason);
    QCoreApplication::processEvents();
    QVERIFY(fixture.find<QWidget>("welcome")->isVisible());
}

void TestShell::everyActionIsInAMenuAndNoShortcutTwice()
{
    ConsoleFixture fixture;
    fixture.openEmpty();
    QSet<QAction*> inMenus;
    for (const QAction* menu : fixture.window().menuBar()->actions()) {
        for (QAction* action : menu->menu()->actions())
            inMenus.insert(action);
    }
    // A shortcut may serve two pages, never two things at once.
    const QList<QAction*> actions = fixture.console().actions().all();
    for (Page* page : fixture.window().pages()) {
        fixture.window().showPage(page->id());
        QHash<QKeySequence, QByteArray> seen;
        for (QAction* action : actions) {
            QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
            if (!fixture.console().actions().isInScope(action->objectName().toLatin1()))
                continue;
            for (const QKeySequence& keys : action->shortcuts()) {
                QVERIFY2(!seen.contains(keys), qPrintable(keys.toString() % u" " % page->title()));
                seen.insert(keys, action->objectName().toLatin1());
            }
        }
    }
}

void TestShell::paletteFindsAndRuns()
{
    ConsoleFixture fixture;
    fixture.open();
    EVENTUALLY(fixture.isIdle());
    QTest::keyClick(&fixture.window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    EVENTUALLY(ConsoleFixture::dialog());
    auto* typed = ConsoleFixture::dialog()->findChild<QLineEdit*>(QStringLiteral("paletteInput"));
    auto* list = ConsoleFixture::dialog()->findChild<QTreeWidget*>(QStringLiteral("paletteList"));
    QVERIFY(list->topLevelItemCount() > 10);
    QTest::keyClicks(typed, QStringLiteral("hist"));
    QCOMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("History"));
    QTest::keyClick(typed, Qt::Key_Return);
    EVENTUALLY(fixture.window().currentPage()->id() == "history");
    EVENTUALLY(!ConsoleFixture::dialog());
}

void TestShell::paletteListsOnlyWhatCanBeDone()
{
    const Command sync{QStringLiteral("立即同步…"), {}, QStringLiteral("sync.now"), {}, {}};
    const Command stop{
        QStringLiteral("Stop after this batch"), {}, QStringLiteral("sync.stop"), {}, {}};
    QVERIFY(fitOf(sync, QStringLiteral("同步")) > 0);
    QVERIFY(fitOf(sync, QStringLiteral("now")) > 0);
    QCOMPARE(fitOf(sync, QStringLiteral("now stop")), 0);
    QVERIFY(fitOf(stop, QStringLiteral("stop")) > fitOf(stop, QStringLiteral("top")));
    ConsoleFixture fixture;
    fixture.open();
    EVENTUALLY(fixture.isIdle());
    fixture.console().actions().find("view.palette")->trigger();
    EVENTUALLY(ConsoleFixture::dialog());
    QTest::keyClicks(
        ConsoleFixture::dialog()->findChild<QLineEdit*>(QStringLiteral("paletteInput")),
        QStringLiteral("sync.stop")); // nothing runs
    QCOMPARE(ConsoleFixture::dialog()
                 ->findChild<QTreeWidget*>(QStringLiteral("paletteList"))
                 ->topLevelItemCount(),
             0);
}

void TestShell::coloursAndFontSizeAreRemembered()
{
    {
        ConsoleFixture fixture;
        fixture.openEmpty();
        fixture.console().actions().find("view.schemeDark")->trigger();
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokensOf(Scheme::Dark).window);
        fixture.console().actions().find("view.larger")->trigger();
        QCOMPARE(QApplication::font().pointSize(), Appearance::kDefaultPoints + 1);
    }
    ConsoleFixture fixture;
    fixture.openEmpty();
    QCOMPARE(fixture.console().appearance().scheme(), Scheme::Dark);
    QCOMPARE(QApplication::font().pointSize(), Appearance::kDefaultPoints + 1);
    for (int i = 0; i < 20; ++i)
        fixture.console().actions().find("view.smaller")->trigger();
    QCOMPARE(QApplication::font().pointSize(), int(Appearance::kMinPoints));
    fixture.console().actions().find("view.normalSize")->trigger();
    fixture.console().actions().find("view.schemeLight")->trigger();
    QCOMPARE(QApplication::palette().color(QPalette::Window), tokensOf(Scheme::Light).window);
}

void TestShell::productionHasAFrameAndAWord()
{
    ConsoleFixture fixture;
    fixture.open();
    const auto edge = [&fixture] {
        const QWidget* centre = fixture.window().centralWidget();
        const QImage image = fixture.window().grab().toImage();
        return image.pixelColor(centre->x() + 1, centre->y() + centre->height() / 2);
    };
    const QColor bad = tokensOf(Scheme::Light).bad;
    QVERIFY(edge() != bad);
    Profile production = fixture.profile;
    production.environment = Environment::Prod;
    QVERIFY(fixture.console().session().saveProfile(production, production.name, true).ok());
    EVENTUALLY(fixture.window().windowTitle().contains(QStringLiteral("[PROD]")));
    EVENTUALLY(edge() == bad);
}

void TestShell::windowComesBackAsItWasLeft()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.window().showPage("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
    GridView* grid = fixture.grid("tablesGrid");
    grid->showColumnIf(TableConfigModel::LastSync, false);
    grid->setColumnWidth(TableConfigModel::Type, 210);
    QVERIFY(fixture.window().close());
    ConsoleFixture again;
    again.open({});
    QCOMPARE(again.window().currentPage()->id(), QByteArray("tables"));
    GridView* same = again.grid("tablesGrid");
    QVERIFY(same->isColumnHidden(TableConfigModel::LastSync));
    QCOMPARE(same->columnWidth(TableConfigModel::Type), 210);
    same->forget();
    QVERIFY(!same->isColumnHidden(TableConfigModel::LastSync));
}

void TestShell::secondStartHandsItsArgumentsOver()
{
    const QTemporaryDir folder;
    SingleInstance first(folder.path());
    QCOMPARE(first.claim({}), SingleInstance::Claim::First);
    QSignalSpy received(&first, &SingleInstance::argumentsReceived);
    const QStringList arguments{QStringLiteral("causeway"), QStringLiteral("--profile"),
                                QStringLiteral("店铺")};
    SingleInstance second(folder.path());
    QCOMPARE(second.claim(arguments), SingleInstance::Claim::HandedOver);
    EVENTUALLY(received.size() == 1);
    QCOMPARE(received.first().first().toStringList(), arguments);
}

void TestShell::deadConsoleDoesNotBlockTheNext()
{
    const QTemporaryDir folder;
    // What a killed console leaves: a socket nobody serves.
    QFile socket(folder.filePath(QStringLiteral("console.sock")));
    QVERIFY(socket.open(QIODevice::WriteOnly));
    socket.close();
    SingleInstance next(folder.path());
    QCOMPARE(next.claim({}), SingleInstance::Claim::First);
    SingleInstance later(folder.path());
    QCOMPARE(later.claim({QStringLiteral("x")}), SingleInstance::Claim::HandedOver);
}

namespace {

/// Turns the schedule on, so that this console runs it.
void turnScheduleOn(ConsoleFixture& fixture)
{
    fixture.window().showPage("schedule");
    EVENTUALLY(fixture.isIdle() && fixture.button("scheduleOn")->isVisible());
    fixture.click("scheduleOn");
    ScheduleService& schedule = fixture.console().session().schedule();
    EVENTUALLY(schedule.view().isOurs && schedule.view().schedule->enabled && fixture.isIdle());
}

} // namespace

void TestShell::closedAtWorkItGoesOnInTheTray()
{
    ConsoleFixture fixture;
    fixture.hasTray = true;
    fixture.open();
    turnScheduleOn(fixture);
    QSignalSpy hidden(&fixture.window(), &MainWindow::hidden);
    fixture.window().close();
    QCOMPARE(hidden.count(), 1);
    QVERIFY(!fixture.window().isVisible());
    QVERIFY(QSettings().value(QStringLiteral("tray/said")).toBool());
    fixture.console().come({}, false);
    QVERIFY(fixture.window().isVisible());
    // The operator may want it otherwise.
    QAction* option = fixture.console().actions().find("view.tray");
    QVERIFY(option->isEnabled() && option->isChecked());
    option->trigger();
    QVERIFY(fixture.window().close());
    QCOMPARE(hidden.count(), 1);
    option->trigger();
    fixture.window().show();
    fixture.console().actions().find("file.quit")->trigger(); // not hidden: ended
    QCOMPARE(hidden.count(), 1);
    QVERIFY(!fixture.window().isVisible());
}

void TestShell::withoutATrayOrWorkClosedIsClosed()
{
    {
        ConsoleFixture idle;
        idle.hasTray = true;
        idle.open();
        EVENTUALLY(idle.isIdle());
        QVERIFY(idle.window().close());
    }
    ConsoleFixture without;
    without.open();
    turnScheduleOn(without);
    QVERIFY(!without.console().actions().find("view.tray")->isEnabled());
    QSignalSpy hidden(&without.window(), &MainWindow::hidden);
    QVERIFY(without.window().close());
    QCOMPARE(hidden.count(), 0);
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
