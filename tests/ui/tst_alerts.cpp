// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts in the console, over a real pair: raised, acknowledged, muted, set and handed over.
#include "tests/ui/console_fixture.h"
#include "ui/pages/overview/warning_list.h"
#include "ui/session/alert_service.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace causeway;
using namespace causeway::test;

class TestAlerts final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void init() { forgetAlerts(); }
    void cleanup()
    {
        QSettings().clear();
        forgetAlerts();
    }

    void raisedOnceAndAcknowledged();
    void mutedFromItsWarning();
    void dialogSetsLimitsAndHook();
    void dialogRefusesWhatCannotBe();
    void proofClears();
    void profileTakesItsAlertsAlong();

private:
    static AlertService& alerts(ConsoleFixture& fixture)
    {
        return fixture.console().session().alerts();
    }
    static AlertSettings limitedTo(int conflicts)
    {
        AlertSettings settings;
        settings.limits.set(AlertRule::DiskFree, std::nullopt); // whatever this machine has
        settings.limits.set(AlertRule::OpenConflicts, conflicts);
        return settings;
    }
    /// A conflict, found by a run of the console.
    static void makeConflict(ConsoleFixture& fixture)
    {
        fixture.pair().run(Side::Remote, "UPDATE products SET price=1 WHERE id=1");
        fixture.pair().run(Side::Local, "UPDATE products SET price=2 WHERE id=1");
        QVERIFY(fixture.console().session().startRun({}) != 0);
        EVENTUALLY(fixture.isIdle());
    }
    static int warnings(const ConsoleFixture& fixture)
    {
        return fixture.find<WarningList>("warnings")->count();
    }
};

void TestAlerts::raisedOnceAndAcknowledged()
{
    ConsoleFixture fixture;
    QVERIFY(AlertStore(QStringLiteral("Shop")).saveSettings(limitedTo(1)).ok());
    fixture.open({});
    EVENTUALLY(fixture.isIdle());
    QCOMPARE(warnings(fixture), 0);
    int raised = 0;
    connect(
        &alerts(fixture), &AlertService::raised, this,
        [&raised](const std::vector<ActiveAlert>& all) { raised += static_cast<int>(all.size()); });
    makeConflict(fixture);
    EVENTUALLY(warnings(fixture) == 1);
    QCOMPARE(raised, 1);
    alerts(fixture).look();
    EVENTUALLY(fixture.isIdle());
    QCOMPARE(raised, 1);
    QVERIFY(alerts(fixture).view().state.find(AlertRule::OpenConflicts));
    fixture.click("alertOpenConflicts");
    EVENTUALLY(warnings(fixture) == 0 && fixture.isIdle());
    QVERIFY(AlertStore(QStringLiteral("Shop")).state().active.front().acknowledged.has_value());
    alerts(fixture).look();
    EVENTUALLY(fixture.isIdle());
    QCOMPARE(raised, 1);
    QCOMPARE(warnings(fixture), 0);
}

void TestAlerts::mutedFromItsWarning()
{
    ConsoleFixture fixture;
    QVERIFY(AlertStore(QStringLiteral("Shop")).saveSettings(limitedTo(1)).ok());
    fixture.open({});
    EVENTUALLY(fixture.isIdle());
    makeConflict(fixture);
    EVENTUALLY(warnings(fixture) == 1);
    fixture.click("alertOpenConflictsOther");
    auto* menu = fixture.window().findChild<QMenu*>(QStringLiteral("muteMenu"));
    QVERIFY(menu && menu->actions().size() == 4);
    menu->actions().at(1)->trigger();
    menu->close();
    EVENTUALLY(warnings(fixture) == 0 && fixture.isIdle());
    const AlertState state = AlertStore(QStringLiteral("Shop")).state();
    QCOMPARE(state.mutes.size(), std::size_t{1});
    const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(*state.mutes.front().until);
    QVERIFY(seconds > 7 * 3600 && seconds <= 8 * 3600);

    fixture.window().showPage("schedule");
    EVENTUALLY(fixture.isIdle());
    fixture.click("scheduleAlerts");
    QDialog* dialog = ConsoleFixture::dialog();
    auto* unmute =
        dialog->findChild<QAbstractButton*>(QStringLiteral("alertUnmute_open_conflicts"));
    QVERIFY(unmute->isVisible());
    QVERIFY(
        !dialog->findChild<QAbstractButton*>(QStringLiteral("alertUnmute_duration"))->isVisible());
    unmute->click();
    EVENTUALLY(!unmute->isVisible() && fixture.isIdle());
    dialog->reject();
    EVENTUALLY(warnings(fixture) == 1);
}

void TestAlerts::dialogSetsLimitsAndHook()
{
    const QTemporaryDir folder;
    const QString told = folder.filePath(QStringLiteral("told"));
    ConsoleFixture fixture;
    fixture.open("schedule");
    EVENTUALLY(fixture.isIdle());
    fixture.click("scheduleAlerts");
    QDialog* dialog = ConsoleFixture::dialog();
    dialog->findChild<QCheckBox*>(QStringLiteral("alertOn_duration"))->setChecked(false);
    QVERIFY(!dialog->findChild<QWidget*>(QStringLiteral("alertLimit_duration"))->isEnabled());
    dialog->findChild<QCheckBox*>(QStringLiteral("alertOn_disk_free"))->setChecked(false);
    dialog->findChild<QSpinBox*>(QStringLiteral("alertLimit_open_conflicts"))->setValue(1);
    dialog->findChild<QComboBox*>(QStringLiteral("alertTarget"))->setCurrentIndex(1);
    dialog->findChild<QLineEdit*>(QStringLiteral("alertProgram"))
        ->setText(QStringLiteral("/bin/sh"));
    dialog->findChild<QPlainTextEdit*>(QStringLiteral("alertArguments"))
        ->setPlainText(QStringLiteral("-c\ncat >> \"$1\"\n-\n") + told);
    dialog->findChild<QAbstractButton*>(QStringLiteral("alertTest"))->click();
    const auto* message = dialog->findChild<QLabel*>(QStringLiteral("alertMessage"));
    EVENTUALLY(message->text().contains(QStringLiteral("was delivered")));
    const auto content = [&told] {
        QFile file(told);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(content().count("\"event\":\"test\""), 1);
    dialog->findChild<QAbstractButton*>(QStringLiteral("alertSave"))->click();
    EVENTUALLY(!ConsoleFixture::dialog() && fixture.isIdle());
    const auto saved = AlertStore(QStringLiteral("Shop")).settings();
    QVERIFY(saved.ok());
    QVERIFY(!saved->limits.of(AlertRule::Duration) && !saved->limits.of(AlertRule::DiskFree));
    QCOMPARE(saved->limits.of(AlertRule::OpenConflicts), std::optional(1.0));
    QCOMPARE(saved->hook.command,
             (QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                          QStringLiteral("cat >> \"$1\""), QStringLiteral("-"), told}));
    makeConflict(fixture);
    EVENTUALLY(content().count("\"rule\":\"open_conflicts\"") == 1);
    EVENTUALLY(fixture.isIdle());
    QVERIFY(alerts(fixture).view().state.active.front().delivery.isDone);
}

void TestAlerts::dialogRefusesWhatCannotBe()
{
    ConsoleFixture fixture;
    fixture.open("schedule");
    EVENTUALLY(fixture.isIdle());
    fixture.click("scheduleAlerts");
    QDialog* dialog = ConsoleFixture::dialog();
    dialog->findChild<QComboBox*>(QStringLiteral("alertTarget"))->setCurrentIndex(2);
    auto* address = dialog->findChild<QLineEdit*>(QStringLiteral("alertAddress"));
    address->setText(QStringLiteral("ftp://a.example/x"));
    dialog->findChild<QAbstractButton*>(QStringLiteral("alertSave"))->click();
    const auto* message = dialog->findChild<QLabel*>(QStringLiteral("alertMessage"));
    QVERIFY(message->text().contains(QStringLiteral("http://")));
    QCOMPARE(ConsoleFixture::dialog(), dialog);
    address->setText(QStringLiteral("http://127.0.0.1:1/x"));
    dialog->findChild<QAbstractButton*>(QStringLiteral("alertTest"))->click();
    EVENTUALLY(message->text().contains(QStringLiteral("was not delivered")));
    dialog->reject();
    EVENTUALLY(fixture.isIdle());
    QVERIFY(!AlertStore(QStringLiteral("Shop")).settings()->hook.isSet());
}

void TestAlerts::proofClears()
{
    ConsoleFixture fixture;
    QVERIFY(AlertStore(QStringLiteral("Shop")).saveSettings(limitedTo(100)).ok());
    fixture.open({});
    EVENTUALLY(fixture.isIdle());
    fixture.pair().run(Side::Local, "UPDATE db_sync_log SET start_time=start_time-INTERVAL 2 DAY,"
                                    "end_time=end_time-INTERVAL 2 DAY");
    QVERIFY(AlertStore(QStringLiteral("Shop"))
                .update([](AlertState& state) { state.proved.reset(); })
                .ok());
    alerts(fixture).look();
    EVENTUALLY(warnings(fixture) == 1);
    fixture.click("tileProofAction");
    EVENTUALLY(warnings(fixture) == 0 && fixture.isIdle());
}

void TestAlerts::profileTakesItsAlertsAlong()
{
    ConsoleFixture fixture;
    QVERIFY(AlertStore(QStringLiteral("Shop")).saveSettings(limitedTo(7)).ok());
    fixture.open({});
    EVENTUALLY(fixture.isIdle());
    Profile renamed = fixture.profile;
    renamed.name = QStringLiteral("Market");
    QVERIFY(fixture.console().session().saveProfile(renamed, QStringLiteral("Shop"), false).ok());
    EVENTUALLY(fixture.isIdle());
    QCOMPARE(alerts(fixture).view().settings.limits.of(AlertRule::OpenConflicts),
             std::optional(7.0));
    QVERIFY(AlertStore(QStringLiteral("Shop")).settings().value() == AlertSettings{});
    QVERIFY(fixture.console().session().removeProfile(renamed.name).ok());
    QVERIFY(AlertStore(renamed.name).settings().value() == AlertSettings{});
}

QTEST_MAIN(TestAlerts)
#include "tst_alerts.moc"
