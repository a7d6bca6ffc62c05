// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/console_fixture.h"
#include "ui/pages/profiles/profiles_page.h"

#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QSpinBox>

using namespace causeway;
using namespace causeway::test;

namespace {

QString stepText(const ConsoleFixture& fixture, const char* list)
{
    QStringList texts;
    for (const QLabel* label : fixture.find<QWidget>(list)->findChildren<QLabel*>())
        texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TestProfilesPage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void firstStartOffersThreeWays();
    void testPassesOnBothSides();
    void testFailsWithAHintOnAWrongPort();
    void saveIsOffWhileInvalidAndSaysWhy();
    void newProfileIsStoredReadOnlyWithoutPassword();
    void renameKeepsOneProfile();
    void duplicateAndRemoveWithConfirmation();
    void importReadsADotEnvFile();
    void brokenDotEnvGivesACard();
    void readOnlySwitchInTheBarAsksFirst();
};

void TestProfilesPage::firstStartOffersThreeWays()
{
    ConsoleFixture fixture;
    fixture.openEmpty();
    QVERIFY(fixture.find<QWidget>("welcome")->isVisible());
    QVERIFY(!fixture.button("syncNow")->isEnabled());
    QTest::mouseClick(
        fixture.find<QWidget>("welcome")->findChild<QAbstractButton*>(QStringLiteral("newProfile")),
        Qt::LeftButton);
    QCOMPARE(fixture.window().currentPage()->id(), QByteArray("profiles"));
    QVERIFY(fixture.find<QLineEdit>("profileName")->isVisible());
}

void TestProfilesPage::testPassesOnBothSides()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.window().showPage("profiles");
    EVENTUALLY(fixture.isIdle() && fixture.button("testProfile")->isEnabled());
    LoopWatch watch;
    fixture.click("testProfile");
    EVENTUALLY(fixture.isIdle());
    NEVER_BLOCKED(watch);
    for (const char* list : {"remoteSteps", "localSteps"}) {
        QVERIFY(stepText(fixture, list).contains(QStringLiteral("✓")));
        QVERIFY(!stepText(fixture, list).contains(QStringLiteral("✗")));
    }
}

void TestProfilesPage::testFailsWithAHintOnAWrongPort()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.window().showPage("profiles");
    EVENTUALLY(fixture.isIdle() && fixture.button("testProfile")->isEnabled());
    fixture.find<QLineEdit>("remote_socket")->clear();
    fixture.find<QLineEdit>("remote_host")->setText(QStringLiteral("127.0.0.1"));
    fixture.find<QSpinBox>("remote_port")->setValue(1);
    LoopWatch watch;
    fixture.click("testProfile");
    EVENTUALLY(fixture.isIdle());
    NEVER_BLOCKED(watch);
    QVERIFY(stepText(fixture, "remoteSteps").contains(QStringLiteral("✗")));
    auto* detail =
        fixture.find<QWidget>("remoteSteps")->findChild<QLabel*>(QStringLiteral("stepDetail"));
    QVERIFY(detail);
    QVERIFY(!stepText(fixture, "localSteps").contains(QStringLiteral("✗")));
}

void TestProfilesPage::saveIsOffWhileInvalidAndSaysWhy()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.window().showPage("profiles");
    EVENTUALLY(fixture.isIdle() && fixture.button("testProfile")->isEnabled());
    QVERIFY(!fixture.button("saveProfile")->isEnabled());
    auto* name = fixture.find<QLineEdit>("profileName");
    name->clear();
    QVERIFY(!fixture.button("saveProfile")->isEnabled());
    QVERIFY(fixture.text("profileProblem").contains(QStringLiteral("name")));
    name->setText(QStringLiteral("Shop"));
    fixture.find<QLineEdit>("local_database")->clear();
    QVERIFY(fixture.text("profileProblem").contains(QStringLiteral("local")));
    QVERIFY(!fixture.button("saveProfile")->isEnabled());
    fixture.find<QLineEdit>("local_database")->setText(QStringLiteral("other"));
    QVERIFY(fixture.text("profileProblem").isEmpty());
    QVERIFY(fixture.button("saveProfile")->isEnabled());
}

void TestProfilesPage::newProfileIsStoredReadOnlyWithoutPassword()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.window().showPage("profiles");
    EVENTUALLY(fixture.isIdle());
    fixture.click("addProfile");
    fixture.find<QLineEdit>("profileName")->setText(QStringLiteral("Second"));
    for (const char* side : {"remote", "local"}) {
        const QByteArray prefix(side);
        fixture.find<QLineEdit>(prefix + "_database")->setText(QLatin1String(side));
        fixture.find<QLineEdit>(prefix + "_user")->setText(QStringLiteral("app"));
        fixture.find<QLineEdit>(prefix + "_password")->setText(QStringLiteral("canary-secret"));
    }
    QVERIFY(fixture.find<QCheckBox>("profileReadOnly")->isChecked());
    fixture.click("saveProfile");
    const auto stored = fixture.store().load(QStringLiteral("Second"));
    QVERIFY(stored.ok());
    QVERIFY(stored.value().readOnly);
    QCOMPARE(fixture.console().session().currentName(), QStringLiteral("Second"));
    QVERIFY(!profileToJson(stored.value()).contains("canary"));
    EVENTUALLY(fixture.isIdle() && fixture.console().session().current());
    QCOMPARE(fixture.console().session().current()->remote.password,
             QStringLiteral("canary-secret"));
}

void TestProfilesPage::renameKeepsOneProfile()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.window().showPage("profiles");
    EVENTUALLY(fixture.isIdle() && fixture.button("testProfile")->isEnabled());
    fixture.find<QLineEdit>("profileName")->setText(QStringLiteral("Store"));
    fixture.click("saveProfile");
    QVERIFY(!fixture.store().contains(QStringLiteral("Shop")));
    QVERIFY(fixture.store().contains(QStringLiteral("Store")));
    QCOMPARE(fixture.find<QListView>("profileList")->model()->rowCount(), 1);
}

void TestProfilesPage::duplicateAndRemoveWithConfirmation()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.window().showPage("profiles");
    EVENTUALLY(fixture.isIdle() && fixture.button("duplicateProfile")->isEnabled());
    fixture.click("duplicateProfile");
    fixture.click("saveProfile");
    QVERIFY(fixture.store().contains(QStringLiteral("Shop (copy)")));
    EVENTUALLY(fixture.isIdle() && fixture.button("removeProfile")->isEnabled());
    fixture.click("removeProfile");
    EVENTUALLY(ConsoleFixture::dialog());
    ConsoleFixture::dialog()->reject();
    QVERIFY(fixture.store().contains(QStringLiteral("Shop (copy)")));
    EVENTUALLY(!ConsoleFixture::dialog());
    fixture.click("removeProfile");
    EVENTUALLY(ConsoleFixture::dialog());
    ConsoleFixture::dialog()->accept();
    QVERIFY(!fixture.store().contains(QStringLiteral("Shop (copy)")));
    QVERIFY(fixture.store().contains(QStringLiteral("Shop")));
    EVENTUALLY(fixture.isIdle());
    QCOMPARE(fixture.console().session().currentName(), QStringLiteral("Shop"));
}

void TestProfilesPage::importReadsADotEnvFile()
{
    ConsoleFixture fixture;
    fixture.openEmpty();
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral(".env")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# ours\nDB_REMOTE_HOST=db1\nDB_REMOTE_NAME=shop\nDB_REMOTE_USER=app\n"
               "DB_REMOTE_PASSWORD='a#b'\nDB_LOCAL_HOST=127.0.0.1\nDB_LOCAL_PORT=3307\n"
               "DB_LOCAL_NAME=shop\nDB_LOCAL_USER=me\nDB_SYNC_DIRECTION=REMOTE_TO_LOCAL\n");
    file.close();
    fixture.window().showPage("profiles");
    qobject_cast<ProfilesPage*>(fixture.window().page("profiles"))->importEnvFile(file.fileName());
    EVENTUALLY(fixture.isIdle() &&
               fixture.find<QLineEdit>("remote_host")->text() == QStringLiteral("db1"));
    QCOMPARE(fixture.find<QSpinBox>("local_port")->value(), 3307);
    fixture.click("saveProfile");
    QCOMPARE(fixture.console().session().profiles().rowCount(), 1);
    const Profile& stored = fixture.console().session().profiles().profiles().front();
    QCOMPARE(stored.defaults.direction, Direction::RemoteToLocal);
    QCOMPARE(stored.envFile, file.fileName());
}

void TestProfilesPage::brokenDotEnvGivesACard()
{
    ConsoleFixture fixture;
    fixture.openEmpty();
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral(".env")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("DB_REMOTE_HOST='db1\n");
    file.close();
    qobject_cast<ProfilesPage*>(fixture.window().page("profiles"))->importEnvFile(file.fileName());
    EVENTUALLY(ConsoleFixture::dialog());
    auto* code = ConsoleFixture::dialog()->findChild<QLabel*>(QStringLiteral("errorCode"));
    QVERIFY(code && code->text().startsWith(QStringLiteral("CFG_002")));
    ConsoleFixture::dialog()->reject();
}

void TestProfilesPage::readOnlySwitchInTheBarAsksFirst()
{
    ConsoleFixture fixture;
    fixture.open();
    QVERIFY(fixture.console().session().setReadOnly(true).ok());
    EVENTUALLY(fixture.isIdle());
    fixture.click("lock");
    EVENTUALLY(ConsoleFixture::dialog());
    QVERIFY(!fixture.console().session().isWritable());
    ConsoleFixture::dialog()->accept();
    QVERIFY(fixture.console().session().isWritable());
    QVERIFY(!fixture.store().load(QStringLiteral("Shop")).value().readOnly);
    fixture.click("lock");
    QVERIFY(!fixture.console().session().isWritable());
}

QTEST_MAIN(TestProfilesPage)
#include "tst_profiles_page.moc"
