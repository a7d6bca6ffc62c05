// SPDX-License-Identifier: GPL-3.0-or-later
// The Backups dialog, and the wish for a backup beside a FULL run.
#include "tests/ui/console_fixture.h"

#include "sync/backup/backup_list.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

using namespace causeway;
using namespace causeway::test;

class TestBackups final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void init() { QSettings().clear(); }
    void madeListedAndRestored();
    void occupiedDatabaseIsRefused();
    void optionsAreStored();
    void readOnlyProfileRestoresNothing();
    void fullRunBacksUpFirst();
};

namespace {

/// A console whose backups go to a folder of the test's own.
struct Place {
    QTemporaryDir folder;
    ConsoleFixture fixture;

    void open(bool readOnly = false)
    {
        fixture.open();
        BackupOptions options;
        options.folder = folder.path();
        Session& session = fixture.console().session();
        require(session.setBackup(options), QStringLiteral("options"));
        require(session.setReadOnly(readOnly), QStringLiteral("access"));
        if (!QTest::qWaitFor([this] { return fixture.isIdle(); }, 60'000))
            qFatal("the console does not come to rest");
    }
    QDialog* openDialog()
    {
        fixture.console().actions().find("tools.backups")->trigger();
        return ConsoleFixture::dialog();
    }
    void backUpNow(QDialog* dialog)
    {
        dialog->findChild<QAbstractButton*>(QStringLiteral("backUpNow"))->click();
        if (!QTest::qWaitFor([this] { return fixture.isIdle(); }, 60'000))
            qFatal("the backup does not end");
    }
    void restoreInto(QDialog* dialog, const QString& database)
    {
        dialog->findChild<QAbstractButton*>(QStringLiteral("restoreBackup"))->click();
        auto* asked = ConsoleFixture::dialog();
        asked->findChild<QLineEdit*>(QStringLiteral("restoreDatabase"))->setText(database);
        asked->findChild<QAbstractButton*>(QStringLiteral("restoreExecute"))->click();
        if (!QTest::qWaitFor([this] { return fixture.isIdle(); }, 60'000))
            qFatal("the restore does not end");
    }
};

QString told(QDialog* dialog)
{
    return dialog->findChild<QLabel*>(QStringLiteral("backupTold"))->text();
}

} // namespace

void TestBackups::madeListedAndRestored()
{
    Place place;
    place.open();
    QDialog* dialog = place.openDialog();
    QVERIFY(!dialog->findChild<GridView*>(QStringLiteral("backupList"))->isVisible());
    place.backUpNow(dialog);
    auto* grid = dialog->findChild<GridView*>(QStringLiteral("backupList"));
    QVERIFY(grid->isVisible());
    QCOMPARE(grid->model()->rowCount(), 2);
    QCOMPARE(told(dialog), QStringLiteral("Backed up."));
    const QString target = place.fixture.pair().database() + QStringLiteral("_again");
    place.restoreInto(dialog, target);
    QVERIFY2(told(dialog).contains(target), qPrintable(told(dialog)));
    const auto listing = listBackups(place.folder.path());
    const Side side = listing->backups[0].manifest.side; // the newest is chosen
    QCOMPARE(place.fixture.pair().rows(side, "SELECT * FROM " + target.toUtf8() +
                                                 ".products ORDER BY id"),
             place.fixture.pair().rows(side, "SELECT * FROM products ORDER BY id"));
    place.fixture.pair().run(side, "DROP DATABASE " + target.toUtf8());
}

void TestBackups::occupiedDatabaseIsRefused()
{
    Place place;
    place.open();
    QDialog* dialog = place.openDialog();
    place.backUpNow(dialog);
    const auto before = place.fixture.pair().checksums(Side::Local);
    place.restoreInto(dialog, place.fixture.pair().database());
    const auto labels = dialog->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QLatin1String("CFG_011"));
    }));
    QCOMPARE(place.fixture.pair().checksums(Side::Local), before);
}

void TestBackups::optionsAreStored()
{
    Place place;
    place.open();
    QDialog* dialog = place.openDialog();
    dialog->findChild<QCheckBox*>(QStringLiteral("backupBeforeFull"))->click();
    dialog->findChild<QCheckBox*>(QStringLiteral("backupScheduled"))->click();
    auto* keep = dialog->findChild<QSpinBox*>(QStringLiteral("backupKeep"));
    dialog->activateWindow();
    keep->setFocus();
    EVENTUALLY(keep->hasFocus());
    keep->selectAll();
    QTest::keyClicks(keep, QStringLiteral("3"));
    QTest::keyClick(keep, Qt::Key_Tab);
    const auto stored = place.fixture.store().load(place.fixture.profile.name);
    QVERIFY(stored.ok());
    QVERIFY(stored->backup.beforeFull);
    QCOMPARE(stored->backup.everyDays, 7);
    QCOMPARE(stored->backup.keep, 3);
    QCOMPARE(stored->backup.folder, place.folder.path());
    QCOMPARE(place.fixture.console().session().current()->backup, stored->backup);
}

void TestBackups::readOnlyProfileRestoresNothing()
{
    Place place;
    place.open(true);
    QDialog* dialog = place.openDialog();
    place.backUpNow(dialog);
    QCOMPARE(told(dialog), QStringLiteral("Backed up."));
    QVERIFY(!dialog->findChild<QAbstractButton*>(QStringLiteral("restoreBackup"))->isEnabled());
}

void TestBackups::fullRunBacksUpFirst()
{
    Place place;
    place.open();
    auto* wish = place.fixture.find<QCheckBox>("backUpFirst");
    QVERIFY(!wish->isVisible());
    auto* type = place.fixture.find<QComboBox>("syncType");
    type->setCurrentIndex(type->findData(static_cast<int>(SyncType::Full)));
    QVERIFY(wish->isVisible());
    QVERIFY(!wish->isChecked());
    wish->click();
    QVERIFY(
        place.fixture.find<QLineEdit>("commandLine")->text().endsWith(QLatin1String("--backup")));
    place.fixture.click("runSync");
    ConsoleFixture::dialog()->accept();
    EVENTUALLY(place.fixture.isIdle() && place.fixture.find<QWidget>("resultView")->isVisible());
    QCOMPARE(listBackups(place.folder.path())->backups.size(), 2U);
    type->setCurrentIndex(type->findData(static_cast<int>(SyncType::Incremental)));
    QVERIFY(!wish->isVisible());
    QVERIFY(QSettings().value(QStringLiteral("sync/backUpFirst")).toBool()); // remembered
}

QTEST_MAIN(TestBackups)
#include "tst_backups.moc"
