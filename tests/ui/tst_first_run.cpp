// SPDX-License-Identifier: GPL-3.0-or-later
// The first steps come once, can be left, and do nothing that nobody chose.
#include "tests/ui/console_fixture.h"
#include "ui/shell/first_run_dialog.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/picture.h"

#include <QAction>
#include <QSignalSpy>

using namespace causeway;
using namespace causeway::test;

class TestFirstRun final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void cleanup()
    {
        QSettings().clear();
        applyTheme(*qApp, Scheme::Light);
    }
    void comesOnceAndNotAgain();
    void staysAwayWhereThereAreProfiles();
    void languageAndColoursAreTakenAtOnce();
    void choiceBegins_data();
    void choiceBegins();
    void helpOpensItAgain();
    void picturesFollowTheColours();

private:
    [[nodiscard]] static QAbstractButton* button(const QString& name)
    {
        const QWidget* dialog = ConsoleFixture::dialog();
        return dialog ? dialog->findChild<QAbstractButton*>(name) : nullptr;
    }
};

void TestFirstRun::comesOnceAndNotAgain()
{
    ConsoleFixture fixture;
    fixture.openEmpty();
    QVERIFY(!ConsoleFixture::dialog());
    const QSignalSpy demo(&fixture.console().navigator(), &Navigator::demoWanted);
    fixture.console().greet();
    EVENTUALLY(ConsoleFixture::dialog());
    QCOMPARE(ConsoleFixture::dialog()->objectName(), QStringLiteral("firstRunDialog"));
    button(QStringLiteral("firstRunSkip"))->click();
    QVERIFY(!ConsoleFixture::dialog());
    QVERIFY(fixture.find<QWidget>("welcome")->isVisible());
    fixture.console().greet();
    QCoreApplication::processEvents();
    QVERIFY(!ConsoleFixture::dialog());
    QCOMPARE(demo.count(), 0);
    QCOMPARE(fixture.console().session().profiles().rowCount(), 0);
}

void TestFirstRun::staysAwayWhereThereAreProfiles()
{
    ConsoleFixture fixture;
    fixture.open();
    EVENTUALLY(fixture.isIdle());
    fixture.console().greet();
    QCoreApplication::processEvents();
    QVERIFY(!ConsoleFixture::dialog());
    QVERIFY(!FirstRunDialog::isDue()); // also when they are removed later
}

void TestFirstRun::languageAndColoursAreTakenAtOnce()
{
    ConsoleFixture fixture;
    fixture.openEmpty();
    fixture.console().greet();
    EVENTUALLY(ConsoleFixture::dialog());
    button(QStringLiteral("language_zh_CN"))->click();
    QCOMPARE(fixture.console().language().code(), QStringLiteral("zh_CN"));
    const auto* heading =
        ConsoleFixture::dialog()->findChild<QLabel*>(QStringLiteral("firstRunHeading"));
    QTRY_COMPARE(heading->text(), QStringLiteral("欢迎使用 Causeway"));
    button(QStringLiteral("schemeDark"))->click();
    QCOMPARE(fixture.console().appearance().choice(), SchemeChoice::Dark);
    QVERIFY(qApp->palette().color(QPalette::Window).lightness() < 128);
    // Two groups: the one choice does not take the other away.
    QVERIFY(button(QStringLiteral("language_zh_CN"))->isChecked());
    QCOMPARE(Language::preferred(), QStringLiteral("zh_CN")); // for the next start, too
    button(QStringLiteral("firstRunNext"))->click();
    QVERIFY(button(QStringLiteral("firstRunDemo"))->isVisible());
    button(QStringLiteral("firstRunBack"))->click();
    QVERIFY(button(QStringLiteral("language_en"))->isVisible());
    button(QStringLiteral("language_en"))->click();
    ConsoleFixture::dialog()->reject();
}

void TestFirstRun::choiceBegins_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<int>("wanted"); // demo, import, profile
    QTest::newRow("demo") << QStringLiteral("firstRunDemo") << 0;
    QTest::newRow("import") << QStringLiteral("firstRunImport") << 1;
    QTest::newRow("profile") << QStringLiteral("firstRunProfile") << 2;
}

void TestFirstRun::choiceBegins()
{
    QFETCH(QString, choice);
    QFETCH(int, wanted);
    // Of the dialog alone: what the console then does is tested with its pages.
    Language language;
    Appearance appearance;
    Navigator navigator;
    const QSignalSpy demo(&navigator, &Navigator::demoWanted);
    const QSignalSpy import(&navigator, &Navigator::envImportWanted);
    const QSignalSpy profile(&navigator, &Navigator::newProfileWanted);
    (new FirstRunDialog(language, appearance, navigator))->open();
    EVENTUALLY(ConsoleFixture::dialog());
    button(QStringLiteral("firstRunNext"))->click();
    button(choice)->click();
    QVERIFY(!ConsoleFixture::dialog());
    QCOMPARE(demo.count(), wanted == 0 ? 1 : 0);
    QCOMPARE(import.count(), wanted == 1 ? 1 : 0);
    QCOMPARE(profile.count(), wanted == 2 ? 1 : 0);
}

void TestFirstRun::helpOpensItAgain()
{
    ConsoleFixture fixture;
    fixture.openEmpty();
    FirstRunDialog::noteSeen();
    fixture.console().actions().find("help.firstSteps")->trigger();
    EVENTUALLY(ConsoleFixture::dialog());
    button(QStringLiteral("firstRunNext"))->click();
    button(QStringLiteral("firstRunProfile"))->click();
    EVENTUALLY(fixture.window().currentPage() &&
               fixture.window().currentPage()->id() == QByteArray("profiles"));
    QVERIFY(!fixture.console().session().current());
}

void TestFirstRun::picturesFollowTheColours()
{
    Picture picture(QStringLiteral("warning"), 18);
    picture.show();
    const QImage light = picture.pixmap(Qt::ReturnByValue).toImage();
    applyTheme(*qApp, Scheme::Dark);
    EVENTUALLY(picture.pixmap(Qt::ReturnByValue).toImage() != light);
    applyTheme(*qApp, Scheme::Light);
    EVENTUALLY(picture.pixmap(Qt::ReturnByValue).toImage() == light);
}

QTEST_MAIN(TestFirstRun)
#include "tst_first_run.moc"
