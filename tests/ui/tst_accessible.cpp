// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody can work with the console: every control has a name, the keyboard reaches it and leaves
// it again, the focus is seen, texts stand out from what is behind them, and no state is told by a
// colour alone.
#include "models/record_table_model.h"
#include "tests/ui/console_fixture.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/tag.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace causeway;
using namespace causeway::test;

namespace {

const QByteArrayList kPages{"overview", "sync",    "tables",   "conflicts",
                            "history",  "monitor", "profiles", "schedule"};

/// Actions that open a dialog, and the page on which they can be done.
const QList<std::pair<QByteArray, QByteArray>> kDialogs{{"tables", "view.palette"},
                                                        {"tables", "help.shortcuts"},
                                                        {"tables", "help.about"},
                                                        {"tables", "tables.scan"},
                                                        {"tables", "tables.bulk"},
                                                        {"tables", "tables.sql"},
                                                        {"conflicts", "conflicts.allRemote"},
                                                        {"tables", "help.firstSteps"}};

/// The arrow keys lead to it from the chosen one of its group.
bool isOtherChoice(const QWidget& widget)
{
    const auto* choice = qobject_cast<const QRadioButton*>(&widget);
    if (!choice || choice->isChecked())
        return false;
    const auto group = choice->parentWidget()->findChildren<QRadioButton*>();
    return std::any_of(group.begin(), group.end(),
                       [](const auto* one) { return one->isChecked(); });
}

/// A part of another control that is reached through it.
bool isInside(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    const auto* area = qobject_cast<const QAbstractScrollArea*>(parent);
    return widget.objectName().startsWith(QStringLiteral("qt_")) ||
           (area && area->viewport() == &widget) || qobject_cast<const QScrollBar*>(&widget) ||
           widget.focusProxy();
}

/// The controls of @p root that the keyboard has to reach.
QSet<QWidget*> controlsOf(const QWidget& root)
{
    QSet<QWidget*> controls;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isVisible() &&
            widget->isEnabled() && widget->window() == root.window() && !isInside(*widget))
            controls.insert(widget);
    }
    return controls;
}

QString pathOf(const QWidget* widget)
{
    QStringList path;
    for (; widget && path.size() < 4; widget = widget->parentWidget())
        path.prepend(QLatin1String(widget->metaObject()->className()) % u'#' %
                     widget->objectName());
    return path.join(QStringLiteral(" > "));
}

QString pathsOf(const QSet<QWidget*>& widgets)
{
    QStringList paths;
    for (const QWidget* widget : widgets)
        paths << pathOf(widget);
    return paths.join(u'\n');
}

/// Controls of @p root that have no name.
QString nameless(const QWidget& root)
{
    QSet<QWidget*> found;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || isInside(*widget) ||
            qobject_cast<QScrollArea*>(widget))
            continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        if (label && label->text().isEmpty())
            continue; // it says nothing now
        const QAccessibleInterface* told = QAccessible::queryAccessibleInterface(widget);
        if (!told || told->text(QAccessible::Name).trimmed().isEmpty())
            found.insert(widget);
    }
    return pathsOf(found);
}

/// Controls of @p root that pressing Tab again and again, once round, does not come to.
QString unreached(QWidget& root)
{
    QSet<QWidget*> left = controlsOf(root);
    left.removeIf([](const QWidget* widget) { return isOtherChoice(*widget); });
    const qsizetype most = 3 * left.size() + 50;
    for (qsizetype i = 0; i < most && !left.isEmpty(); ++i) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &root, Qt::Key_Tab);
        left.remove(QApplication::focusWidget());
    }
    return pathsOf(left);
}

/// Controls of @p root that look the same with and without the focus.
QString withoutFocusMark(const QWidget& root)
{
    QSet<QWidget*> found;
    for (QWidget* widget : controlsOf(root)) {
        if (QWidget* focus = QApplication::focusWidget())
            focus->clearFocus();
        const QImage without = widget->grab().toImage();
        widget->setFocus(Qt::TabFocusReason);
        if (widget->hasFocus() && widget->grab().toImage() == without)
            found.insert(widget);
    }
    return pathsOf(found);
}

/// Gives the fixture something to show on every page.
void openFull(ConsoleFixture& fixture)
{
    fixture.open("overview");
    fixture.pair().run(Side::Remote, "UPDATE products SET price=13 WHERE id=1;");
    fixture.pair().run(Side::Local, "UPDATE products SET price=14 WHERE id=1;"
                                    "UPDATE products SET note='l' WHERE id=3;");
    SyncRequest request;
    request.profile = fixture.profile;
    ProgressMailbox progress;
    static_cast<void>(runSync(request, {}, progress));
    fixture.console().session().tellPairChanged();
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    EVENTUALLY(fixture.isIdle());
}

void showFull(ConsoleFixture& fixture, const QByteArray& page)
{
    fixture.window().showPage(page);
    EVENTUALLY(fixture.isIdle());
    if (page == "sync") {
        fixture.pair().run(Side::Remote, "UPDATE products SET price=price+1 WHERE id=2;");
        fixture.click("previewSync");
    } else if (page == "schedule") {
        if (fixture.button("scheduleOn")->isVisible())
            fixture.click("scheduleOn");
    } else if (page == "tables") {
        fixture.grid("tablesGrid")->selectAll();
        QAbstractItemModel* model = fixture.grid("tablesGrid")->model();
        model->setData(model->index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
    }
    EVENTUALLY(fixture.isIdle());
}

void addPageRows()
{
    QTest::addColumn<QByteArray>("page");
    for (const QByteArray& page : kPages)
        QTest::newRow(page.constData()) << page;
}

double luminance(const QColor& colour)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) +
           0.0722 * part(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

class TestAccessible final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void cleanup() { QSettings().clear(); }
    void everyControlOfAPageIsReachedAndNamed_data() { addPageRows(); }
    void everyControlOfAPageIsReachedAndNamed();
    void everyControlOfADialogIsReachedAndNamed_data();
    void everyControlOfADialogIsReachedAndNamed();
    void focusIsSeen_data();
    void focusIsSeen();
    void textsStandOut_data();
    void textsStandOut();
    void paletteStandsOut_data() { textsStandOut_data(); }
    void paletteStandsOut();
    void noStateIsToldByColourAlone_data() { addPageRows(); }
    void noStateIsToldByColourAlone();
};

void TestAccessible::everyControlOfAPageIsReachedAndNamed()
{
    QFETCH(QByteArray, page);
    ConsoleFixture fixture;
    openFull(fixture);
    showFull(fixture, page);
    QCOMPARE(nameless(fixture.window()), QString());
    QCOMPARE(unreached(fixture.window()), QString());
}

void TestAccessible::everyControlOfADialogIsReachedAndNamed_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("action");
    for (const auto& [page, action] : kDialogs)
        QTest::newRow(action.constData()) << page << action;
}

void TestAccessible::everyControlOfADialogIsReachedAndNamed()
{
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, action);
    ConsoleFixture fixture;
    openFull(fixture);
    showFull(fixture, page);
    fixture.console().actions().find(action)->trigger();
    EVENTUALLY(ConsoleFixture::dialog());
    QDialog* dialog = ConsoleFixture::dialog();
    EVENTUALLY(fixture.isIdle());
    dialog->activateWindow(); // without a window manager, a dialog is not active by itself
    EVENTUALLY(QApplication::activeWindow() == dialog);
    QVERIFY(!dialog->windowTitle().isEmpty());
    QCOMPARE(nameless(*dialog), QString());
    QCOMPARE(unreached(*dialog), QString());
    QTest::keyClick(dialog, Qt::Key_Escape);
    EVENTUALLY(!ConsoleFixture::dialog());
}

void TestAccessible::focusIsSeen_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<int>("scheme");
    for (const QByteArray& page : kPages) {
        QTest::newRow(qPrintable(QLatin1String(page) % u" light"))
            << page << static_cast<int>(Scheme::Light);
        QTest::newRow(qPrintable(QLatin1String(page) % u" dark"))
            << page << static_cast<int>(Scheme::Dark);
    }
}

void TestAccessible::focusIsSeen()
{
    QFETCH(QByteArray, page);
    QFETCH(int, scheme);
    ConsoleFixture fixture;
    openFull(fixture);
    fixture.console().appearance().useScheme(
        scheme == static_cast<int>(Scheme::Light) ? SchemeChoice::Light : SchemeChoice::Dark,
        false);
    showFull(fixture, page);
    QCOMPARE(withoutFocusMark(fixture.window()), QString());
}

void TestAccessible::textsStandOut_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(Scheme::Light);
    QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
}

/// Every ink on every ground on which the console writes with it.
void TestAccessible::textsStandOut()
{
    constexpr double kEnough = 4.5;
    QFETCH(int, scheme);
    const Tokens& t = tokensOf(static_cast<Scheme>(scheme));
    const QList<std::pair<const char*, QColor>> grounds{{"window", t.window},
                                                        {"surface", t.surface},
                                                        {"header", t.header},
                                                        {"selected", t.accentSoft},
                                                        {"edited", t.editedSoft}};
    QStringList weak;
    const auto check = [&weak](const QString& what, const QColor& ink, const QColor& ground) {
        const double found = contrast(ink, ground);
        if (found < kEnough)
            weak << QStringLiteral("%1: %2").arg(what).arg(found, 0, 'f', 2);
    };
    for (int i = 0; i <= static_cast<int>(Tone::Local); ++i) {
        const auto tone = static_cast<Tone>(i);
        for (const auto& [name, ground] : grounds)
            check(QStringLiteral("tone %1 on %2").arg(i).arg(QLatin1String(name)), inkOf(tone, t),
                  ground);
        check(QStringLiteral("tone %1 on its tint").arg(i), inkOf(tone, t), tintOf(tone, t));
        check(QStringLiteral("text on tint %1").arg(i), t.text, tintOf(tone, t));
        check(QStringLiteral("muted on tint %1").arg(i), t.muted, tintOf(tone, t));
    }
    for (const auto& [name, ground] : grounds)
        check(QStringLiteral("accent on ") % QLatin1String(name), t.accent, ground);
    check(QStringLiteral("on accent"), t.onAccent, t.accent);
    check(QStringLiteral("on accent under the mouse"), t.onAccent, t.accentHover);
    check(QStringLiteral("tool tip"), t.surface, t.text);
    for (const Environment environment :
         {Environment::Dev, Environment::Test, Environment::Prod, Environment::Demo})
        check(QStringLiteral("tag ") % toText(environment), t.onAccent, colourOf(environment, t));
    QCOMPARE(weak.join(u'\n'), QString());
}

/// What Qt itself draws with.
void TestAccessible::paletteStandsOut()
{
    QFETCH(int, scheme);
    applyTheme(*qApp, static_cast<Scheme>(scheme));
    const QPalette palette = QApplication::palette();
    const QList<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},
        {QPalette::PlaceholderText, QPalette::Base},
        {QPalette::ButtonText, QPalette::Button},
        {QPalette::BrightText, QPalette::Window},
        {QPalette::HighlightedText, QPalette::Highlight},
        {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::Link, QPalette::Base}};
    for (const auto& [ink, ground] : pairs) {
        const double found = contrast(palette.color(ink), palette.color(ground));
        QVERIFY2(found >= 4.5,
                 qPrintable(QStringLiteral("%1 on %2: %3").arg(ink).arg(ground).arg(found)));
    }
    applyTheme(*qApp, Scheme::Light);
}

void TestAccessible::noStateIsToldByColourAlone()
{
    QFETCH(QByteArray, page);
    ConsoleFixture fixture;
    openFull(fixture);
    showFull(fixture, page);
    int coloured = 0;
    for (const GridView* grid : fixture.window().currentPage()->findChildren<GridView*>()) {
        const QAbstractItemModel* model = grid->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex cell = model->index(row, column);
                if (static_cast<Tone>(cell.data(ToneRole).toInt()) == Tone::Plain ||
                    grid->isColumnHidden(column))
                    continue;
                ++coloured;
                const bool isSaid = !cell.data().toString().isEmpty() ||
                                    !cell.data(Qt::DecorationRole).isNull() ||
                                    cell.data(Qt::CheckStateRole).isValid();
                QVERIFY2(isSaid, qPrintable(QStringLiteral("%1, row %2, column %3")
                                                .arg(grid->objectName())
                                                .arg(row)
                                                .arg(column)));
            }
        }
    }
    for (const Tag* tag : fixture.window().findChildren<Tag*>())
        QVERIFY(!tag->isVisible() || !tag->text().isEmpty());
    QVERIFY(coloured > 0 || page == "monitor" || page == "profiles" || page == "schedule");
}

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
