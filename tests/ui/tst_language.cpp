// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/console_fixture.h"

#include <QAction>
#include <QComboBox>
#include <QFontDatabase>
#include <QLineEdit>
#include <QMenu>
#include <QRawFont>
#include <QSet>

using namespace causeway;
using namespace causeway::test;

namespace {

const QByteArrayList kPages{"overview", "sync",    "tables",   "conflicts",
                            "history",  "monitor", "profiles", "schedule"};

/// Words that stay as they are in every language: names, codes, data.
bool isData(const QString& text)
{
    static const QSet<QString> names{
        QStringLiteral("Causeway"), QStringLiteral("English"),     QStringLiteral("TLS"),
        QStringLiteral("Shop"),     QStringLiteral("products"),    QStringLiteral("orders"),
        QStringLiteral("DEV"),      QStringLiteral("TEST"),        QStringLiteral("PROD"),
        QStringLiteral("DEMO"),     QStringLiteral("root"),        QStringLiteral("R"),
        QStringLiteral("NULL"),     QStringLiteral("1,234,567 ms")};
    if (names.contains(text))
        return true;
    static const QRegularExpression likeData(QStringLiteral(
        "^(?:[^A-Za-z]*|causewayctl .*|mysql://.*|/.*|cw_\\w+|\\w+@[\\w./-]+|[\\d.,]+ ?m?s|"
        "id = \\d+|\\d+-\\d+-.*|[A-Z]+_\\d{3}.*)$"));
    return likeData.match(text).hasMatch();
}

bool hasChinese(const QString& text)
{
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    return han.match(text).hasMatch();
}

void collectCombo(const QComboBox& box, QStringList& texts)
{
    if (box.objectName() == QStringLiteral("languageBox"))
        return;
    for (int i = 0; i < box.count(); ++i)
        texts << box.itemText(i);
}

void collectHeader(const QTableView& view, QStringList& texts)
{
    for (int column = 0; view.model() && column < view.model()->columnCount(); ++column)
        texts << view.model()->headerData(column, Qt::Horizontal).toString();
}

/// Every text a person can see or hear in @p root.
QStringList textsOf(const QWidget& root)
{
    QStringList texts{root.windowTitle().section(QLatin1Char('['), 0, 0).trimmed()};
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        texts << widget->toolTip() << widget->accessibleName();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts << label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts << button->text();
        else if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            texts << edit->placeholderText();
        else if (const auto* box = qobject_cast<const QComboBox*>(widget))
            collectCombo(*box, texts);
        else if (const auto* view = qobject_cast<const QTableView*>(widget))
            collectHeader(*view, texts);
    }
    for (const QAction* action : root.findChildren<QAction*>())
        texts << action->text() << action->toolTip();
    texts.removeAll(QString());
    return texts;
}

QStringList untranslated(const QWidget& root)
{
    QStringList found;
    for (const QString& text : textsOf(root)) {
        if (!hasChinese(text) && !isData(text))
            found << text;
    }
    found.removeDuplicates();
    return found;
}

} // namespace

class TestLanguage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void everyVisibleTextIsChinese();
    void switchingBackIsEnglishAgain();
    void chineseGlyphsExist();
    void actionIdsAndShortcutsAreUniqueOnEachPage();
    void everyControlHasAName();
    void pagesKeepToOneWindow();
};

void TestLanguage::everyVisibleTextIsChinese()
{
    ConsoleFixture fixture;
    fixture.open();
    EVENTUALLY(fixture.isIdle());
    fixture.console().language().use(QStringLiteral("zh_CN"), false);
    fixture.click("previewSync");
    EVENTUALLY(fixture.isIdle());
    for (const QByteArray& page : kPages) {
        fixture.window().showPage(page);
        EVENTUALLY(fixture.isIdle());
        const QStringList left = untranslated(fixture.window());
        QVERIFY2(left.isEmpty(), qPrintable(QLatin1String(page) + QStringLiteral(": ") +
                                            left.join(QStringLiteral(" | "))));
    }
}

void TestLanguage::switchingBackIsEnglishAgain()
{
    ConsoleFixture fixture;
    fixture.open();
    EVENTUALLY(fixture.isIdle());
    fixture.console().language().use(QStringLiteral("zh_CN"), false);
    fixture.console().language().use(QStringLiteral("en"), false);
    for (const QByteArray& page : kPages) {
        fixture.window().showPage(page);
        EVENTUALLY(fixture.isIdle());
        for (const QString& text : textsOf(fixture.window()))
            QVERIFY2(!hasChinese(text) || text == QStringLiteral("简体中文"), qPrintable(text));
    }
}

void TestLanguage::chineseGlyphsExist()
{
    ConsoleFixture fixture;
    fixture.openEmpty();
    fixture.console().language().use(QStringLiteral("zh_CN"), false);
    bool isThere = false;
    for (const QString& family : QApplication::font().families()) {
        const QRawFont font = QRawFont::fromFont(QFont(family));
        isThere = isThere || font.supportsCharacter(QChar(0x4e2d));
    }
    QVERIFY(isThere);
}

void TestLanguage::actionIdsAndShortcutsAreUniqueOnEachPage()
{
    ConsoleFixture fixture;
    fixture.open();
    EVENTUALLY(fixture.isIdle());
    for (const QByteArray& page : kPages) {
        fixture.window().showPage(page);
        QSet<QKeySequence> seen;
        for (const QAction* action : fixture.console().actions().all()) {
            if (!action->isEnabled())
                continue;
            for (const QKeySequence& keys : action->shortcuts()) {
                QVERIFY2(!seen.contains(keys), qPrintable(keys.toString()));
                seen.insert(keys);
            }
        }
    }
}

void TestLanguage::everyControlHasAName()
{
    ConsoleFixture fixture;
    fixture.open();
    EVENTUALLY(fixture.isIdle());
    for (const char* type : {"QComboBox", "causeway::GridView", "QLineEdit", "QSpinBox"}) {
        for (const QWidget* widget : fixture.window().findChildren<QWidget*>()) {
            if (!widget->inherits(type) || !widget->isVisibleTo(&fixture.window()))
                continue;
            const bool isInside = qobject_cast<QComboBox*>(widget->parentWidget()) ||
                                  widget->objectName().startsWith(QStringLiteral("qt_"));
            const auto* edit = qobject_cast<const QLineEdit*>(widget);
            const bool hasHint = edit && !edit->placeholderText().isEmpty();
            QVERIFY2(isInside || hasHint || !widget->accessibleName().isEmpty() ||
                         widget->objectName() == QStringLiteral("commandLine"),
                     qPrintable(widget->objectName()));
        }
    }
}

void TestLanguage::pagesKeepToOneWindow()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.window().resize(fixture.window().minimumSize());
    EVENTUALLY(fixture.isIdle());
    for (const QString& code : Language::codes()) {
        fixture.console().language().use(code, false);
        for (const QByteArray& page : kPages) {
            fixture.window().showPage(page);
            const QSize needed = fixture.window().currentPage()->minimumSizeHint();
            QVERIFY2(needed.width() <= fixture.window().currentPage()->width(),
                     qPrintable(QStringLiteral("%1 in %2 needs %3 of %4")
                                    .arg(QLatin1String(page), code)
                                    .arg(needed.width())
                                    .arg(fixture.window().currentPage()->width())));
        }
    }
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
