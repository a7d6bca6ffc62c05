// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outcome_model.h"
#include "models/run_models.h"
#include "tests/ui/console_fixture.h"
#include "ui/pages/sync/report_file.h"
#include "ui/widgets/error_card.h"
#include "ui/widgets/step_list.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>

using namespace causeway;
using namespace causeway::test;

namespace {

void editBothSides(TwoSidedFixture& pair)
{
    pair.run(Side::Remote, "UPDATE products SET price=13.90 WHERE id=1;"
                           "INSERT INTO products VALUES (5,'Tray',9.00,NULL);");
    pair.run(Side::Local, "UPDATE products SET name='Mug' WHERE id=3;"
                          "DELETE FROM products WHERE id=4;");
}

} // namespace

class TestSyncPage final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void previewThenRunBringsBothSidesInStep();
    void resultIsSavedAsAReport();
    void previewWritesNothing();
    void readOnlyProfileOnlyPreviews();
    void cancelStopsARunThatWaits();
    void pausedRunStandsStillAndGoesOn();
    void untickedKindStaysPending();
    void untickedTableStaysPending();
    void commandLineSaysTheSame();
    void topBarAndShortcutStartThePreview();
    void unreachableServerGivesACardAndNoHang();
    void massDeleteNeedsTheTypedName_data();
    void massDeleteNeedsTheTypedName();
    void deletesCanBePreviewedBeforeTheyAreAllowed();
    void tableWithOtherStructureCanBeLeftOut();
    void unreachableServerCanBeTested();
};

void TestSyncPage::previewThenRunBringsBothSidesInStep()
{
    ConsoleFixture fixture;
    fixture.open();
    editBothSides(fixture.pair());
    EVENTUALLY(fixture.isIdle());
    LoopWatch watch;
    fixture.click("previewSync");
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("previewView")->isVisible());
    QVERIFY(fixture.text("deletionSentence").contains(QStringLiteral("delete 1 row on remote")));
    QCOMPARE(fixture.grid("previewChanges")->model()->rowCount(), 4);
    QCOMPARE(fixture.button("runPreviewed")->text(), QStringLiteral("Write 4 rows"));
    fixture.click("runPreviewed");
    EVENTUALLY(ConsoleFixture::dialog());
    ConsoleFixture::dialog()->accept();
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("resultView")->isVisible());
    QVERIFY(fixture.text("verificationSentence").contains(QStringLiteral("in sync")));
    NEVER_BLOCKED(watch);
    QCOMPARE(fixture.pair().dump(Side::Remote, QStringLiteral("products")),
             fixture.pair().dump(Side::Local, QStringLiteral("products")));
    QCOMPARE(fixture.pair().rows(Side::Local, "SELECT id, name, price FROM products ORDER BY id"),
             (QByteArrayList{"1|Green tea|13.90", "2|绿茶 🍵|8.00", "3|Mug|3.20", "5|Tray|9.00"}));

    fixture.window().showPage("history");
    EVENTUALLY(fixture.isIdle() && fixture.grid("runTablesGrid")->model()->rowCount() == 2);
    const QAbstractItemModel* runs = fixture.grid("runsGrid")->model();
    QCOMPARE(runs->rowCount(), 2);
    QCOMPARE(runs->index(0, RunListModel::ToRemote).data().toString(), QStringLiteral("~1  −1"));
    QCOMPARE(runs->index(0, RunListModel::ToLocal).data().toString(), QStringLiteral("+1  ~1"));
}

void TestSyncPage::resultIsSavedAsAReport()
{
    ConsoleFixture fixture;
    fixture.open();
    editBothSides(fixture.pair());
    EVENTUALLY(fixture.isIdle());
    fixture.click("runSync");
    EVENTUALLY(ConsoleFixture::dialog());
    ConsoleFixture::dialog()->accept();
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("resultView")->isVisible());
    fixture.click("saveReport");
    auto* dialog = qobject_cast<QFileDialog*>(ConsoleFixture::dialog());
    QVERIFY(dialog);
    const QTemporaryDir folder;
    emit dialog->fileSelected(folder.filePath(QStringLiteral("r.html")));
    emit dialog->fileSelected(folder.filePath(QStringLiteral("r.md")));
    emit dialog->fileSelected(folder.filePath(QStringLiteral("r.json")));
    dialog->reject();
    const auto read = [&folder](const char* name) {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(read("r.html").contains("<td>products</td>"));
    QVERIFY(read("r.md").contains("| products |"));
    const QJsonObject json = QJsonDocument::fromJson(read("r.json")).object();
    QCOMPARE(json.value(QStringLiteral("status")).toString(), QStringLiteral("SUCCESS"));
    const QString nowhere = folder.filePath(QStringLiteral("no/such/folder.html"));
    QVERIFY(!saveReport({}, nowhere).ok());
}

void TestSyncPage::previewWritesNothing()
{
    ConsoleFixture fixture;
    fixture.open();
    editBothSides(fixture.pair());
    EVENTUALLY(fixture.isIdle());
    const auto remote = fixture.pair().checksums(Side::Remote);
    const auto local = fixture.pair().checksums(Side::Local);
    fixture.click("previewSync");
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("previewView")->isVisible());
    QCOMPARE(fixture.pair().checksums(Side::Remote), remote);
    QCOMPARE(fixture.pair().checksums(Side::Local), local);
}

void TestSyncPage::readOnlyProfileOnlyPreviews()
{
    ConsoleFixture fixture;
    fixture.open();
    QVERIFY(fixture.console().session().setReadOnly(true).ok());
    editBothSides(fixture.pair());
    EVENTUALLY(fixture.isIdle());
    QVERIFY(!fixture.button("runSync")->isEnabled());
    fixture.click("previewSync");
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("previewView")->isVisible());
    QVERIFY(!fixture.button("runPreviewed")->isEnabled());
    QVERIFY(!fixture.console().actions().find("sync.write")->isEnabled());
}

void TestSyncPage::cancelStopsARunThatWaits()
{
    ConsoleFixture fixture;
    fixture.open();
    editBothSides(fixture.pair());
    EVENTUALLY(fixture.isIdle());
    // Somebody else holds the row the run wants to write, so that it is surely at work.
    fixture.pair().run(Side::Local, "START TRANSACTION;"
                                    "UPDATE products SET note='mine' WHERE id=1;");
    fixture.click("runSync");
    EVENTUALLY(ConsoleFixture::dialog());
    ConsoleFixture::dialog()->accept();
    EVENTUALLY(fixture.find<QWidget>("runProgress")->isVisible() &&
               fixture.console().session().runner().progress()->phase == RunPhase::Transferring);
    LoopWatch watch;
    fixture.click("cancelRun");
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("resultView")->isVisible());
    NEVER_BLOCKED(watch);
    QVERIFY(fixture.text("resultSentence").contains(QStringLiteral("Cancelled")));
    fixture.pair().run(Side::Local, "ROLLBACK;");
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT price FROM products WHERE id=1"),
             QByteArray("12.50"));
}

void TestSyncPage::pausedRunStandsStillAndGoesOn()
{
    ConsoleFixture fixture;
    fixture.open();
    QByteArrayList rows;
    for (int id = 100; id < 1700; ++id) // several batches
        rows << "(" + QByteArray::number(id) + ",'Leaf',1.00,NULL)";
    fixture.pair().run(Side::Remote, "INSERT INTO products VALUES " + rows.join(',') + ";" +
                                         "UPDATE products SET price=13.90 WHERE id=1;");
    EVENTUALLY(fixture.isIdle());
    QVERIFY(!fixture.console().actions().find("sync.pause")->isEnabled());
    // Somebody else holds the row of the first batch until the pause is asked for.
    fixture.pair().run(Side::Local, "START TRANSACTION;"
                                    "UPDATE products SET note='mine' WHERE id=1;");
    fixture.click("runSync");
    EVENTUALLY(ConsoleFixture::dialog());
    ConsoleFixture::dialog()->accept();
    const auto& session = fixture.console().session();
    EVENTUALLY(fixture.button("pauseRunHere")->isVisible() &&
               fixture.console().session().runner().progress()->phase == RunPhase::Transferring);
    LoopWatch watch;
    fixture.click("pauseRun");
    EVENTUALLY(fixture.text("runTitle").startsWith(QStringLiteral("Pausing")));
    watch.aside([&fixture] { fixture.pair().run(Side::Local, "ROLLBACK;"); });
    EVENTUALLY(fixture.text("runTitle") == QStringLiteral("Paused"));
    QCOMPARE(fixture.text("timeLeft"), QStringLiteral("—"));
    EVENTUALLY(fixture.button("statusRun")->text().startsWith(QStringLiteral("Paused")));
    QCOMPARE(fixture.button("pauseRun")->text(), QStringLiteral("Go on"));
    const QByteArray count = "SELECT COUNT(*) FROM products WHERE id >= 100";
    watch.aside([&fixture, &count] {
        const QByteArray before = fixture.pair().value(Side::Local, count);
        QVERIFY(before.toInt() < 1600);
        fixture.pair().run(Side::Local, "UPDATE products SET name='Mug' WHERE id=3;");
        QCOMPARE(fixture.pair().value(Side::Local, count), before);
    });
    fixture.console().actions().find("sync.pause")->trigger();
    QCOMPARE(session.pauseState(), PauseGate::State::Open);
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("resultView")->isVisible());
    NEVER_BLOCKED(watch);
    QVERIFY(!fixture.button("pauseRun")->isVisible());
    QCOMPARE(fixture.pair().value(Side::Local, count), QByteArray("1600"));
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT name FROM products WHERE id=3"),
             QByteArray("Mug"));
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT price FROM products WHERE id=1"),
             QByteArray("13.90"));
}

void TestSyncPage::untickedKindStaysPending()
{
    ConsoleFixture fixture;
    fixture.open();
    editBothSides(fixture.pair());
    EVENTUALLY(fixture.isIdle());
    fixture.click("previewSync");
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("previewView")->isVisible());
    QVERIFY(!fixture.button("takeDeletesToLocal")->isVisible()); // there are none
    auto* deletes = fixture.find<QCheckBox>("takeDeletesToRemote");
    QCOMPARE(deletes->text(), QStringLiteral("Delete 1"));
    QVERIFY(fixture.find<QWidget>("deletionSentence")->isVisible());
    deletes->click();
    QVERIFY(!fixture.find<QWidget>("deletionSentence")->isVisible());
    QCOMPARE(fixture.button("runPreviewed")->text(), QStringLiteral("Write 3 rows"));
    QVERIFY(fixture.text("planSentence").contains(QStringLiteral("Left out: 1 row")));
    const auto tables = fixture.grid("previewTables")->model();
    QCOMPARE(fixture.cell("previewTables", OutcomeModel::Table, QStringLiteral("products"))
                 .siblingAtColumn(OutcomeModel::ToRemote)
                 .data()
                 .toString(),
             QStringLiteral("~1"));
    QCOMPARE(tables->rowCount(), 2);
    QCOMPARE(fixture.find<QLineEdit>("commandLine")->text(),
             QStringLiteral("causewayctl --profile Shop sync --skip deletes-on-remote"));
    fixture.click("runPreviewed");
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("resultView")->isVisible());
    QVERIFY(fixture.text("verificationSentence").contains(QStringLiteral("Left out as you chose")));
    QCOMPARE(fixture.find<QLineEdit>("commandLine")->text(),
             QStringLiteral("causewayctl --profile Shop sync"));
    QCOMPARE(fixture.pair().rows(Side::Remote, "SELECT id, name FROM products ORDER BY id"),
             (QByteArrayList{"1|Green tea", "2|绿茶 🍵", "3|Mug", "4|Pot", "5|Tray"}));
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT COUNT(*) FROM products WHERE id = 4"),
             QByteArray("0"));
    fixture.click("syncAgain"); // it is still there
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("previewView")->isVisible());
    QVERIFY(fixture.text("deletionSentence").contains(QStringLiteral("delete 1 row on remote")));
}

void TestSyncPage::untickedTableStaysPending()
{
    ConsoleFixture fixture;
    fixture.open();
    editBothSides(fixture.pair());
    fixture.pair().run(Side::Remote, "UPDATE orders SET amount=7 WHERE id=1;");
    EVENTUALLY(fixture.isIdle());
    fixture.click("previewSync");
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("previewView")->isVisible());
    const auto tick = [&fixture](const char* table, Qt::CheckState state) {
        return fixture.grid("previewTables")
            ->model()
            ->setData(fixture.cell("previewTables", OutcomeModel::Table, QLatin1String(table)),
                      state, Qt::CheckStateRole);
    };
    QVERIFY(tick("orders", Qt::Unchecked));
    QVERIFY(tick("products", Qt::Unchecked));
    QVERIFY(!fixture.button("runPreviewed")->isEnabled()); // nothing is left
    QVERIFY(tick("orders", Qt::Checked));
    QCOMPARE(fixture.button("runPreviewed")->text(), QStringLiteral("Write 1 row"));
    QVERIFY(!fixture.find<QWidget>("deletionSentence")->isVisible());
    QCOMPARE(fixture.find<QLineEdit>("commandLine")->text(),
             QStringLiteral("causewayctl --profile Shop sync --table orders"));
    fixture.click("runPreviewed");
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("resultView")->isVisible());
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT amount FROM orders WHERE id=1"),
             QByteArray("7"));
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT price FROM products WHERE id=1"),
             QByteArray("12.50"));
}

void TestSyncPage::commandLineSaysTheSame()
{
    ConsoleFixture fixture;
    fixture.open();
    EVENTUALLY(fixture.isIdle() && fixture.find<QListWidget>("syncTables")->count() == 2);
    auto* line = fixture.find<QLineEdit>("commandLine");
    QCOMPARE(line->text(), QStringLiteral("causewayctl --profile Shop sync"));
    auto* type = fixture.find<QComboBox>("syncType");
    type->setCurrentIndex(type->findData(static_cast<int>(SyncType::Full)));
    auto* tables = fixture.find<QListWidget>("syncTables");
    tables->item(0)->setCheckState(Qt::Unchecked);
    QCOMPARE(line->text(), QStringLiteral("causewayctl --profile Shop sync --type FULL --table ") +
                               tables->item(1)->text());
    fixture.click("noTables");
    QVERIFY(!fixture.button("previewSync")->isEnabled());
}

void TestSyncPage::topBarAndShortcutStartThePreview()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.window().showPage("history");
    EVENTUALLY(fixture.isIdle());
    fixture.click("syncNow");
    QCOMPARE(fixture.window().currentPage()->id(), QByteArray("sync"));
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("previewView")->isVisible());
    QCOMPARE(fixture.text("planSentence"), QStringLiteral("Nothing has to be written."));
    fixture.console().actions().find("sync.now")->trigger();
    QVERIFY(fixture.console().session().isRunning());
    EVENTUALLY(fixture.isIdle());
}

void TestSyncPage::unreachableServerGivesACardAndNoHang()
{
    ConsoleFixture fixture;
    fixture.open();
    EVENTUALLY(fixture.isIdle());
    Profile broken = fixture.profile;
    broken.remote.socket.clear();
    broken.remote.host = QStringLiteral("127.0.0.1");
    broken.remote.port = 1;
    QVERIFY(fixture.console().session().saveProfile(broken, broken.name, false).ok());
    fixture.profile = broken;
    fixture.awaitProfile();
    EVENTUALLY(fixture.isIdle());
    LoopWatch watch;
    fixture.click("previewSync");
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("previewView")->isVisible());
    const auto* code =
        fixture.find<QWidget>("previewView")->findChild<QLabel*>(QStringLiteral("errorCode"));
    QVERIFY(code);
    QCOMPARE(code->text().left(11), QStringLiteral("DB_CONN_001"));
    QVERIFY(fixture.text("planSentence").contains(QStringLiteral("could not be compared")));
    QVERIFY(!fixture.button("runPreviewed")->isVisible());
    NEVER_BLOCKED(watch);
}

namespace {

/// A table of its own, 200 rows on both sides, of which remote then loses the rows from @p left on.
void emptyOnRemote(ConsoleFixture& fixture, int left)
{
    fixture.pair().runBoth("CREATE TABLE many (id INT PRIMARY KEY, v INT);"
                           "CREATE TABLE much (id INT PRIMARY KEY, v INT);");
    QByteArrayList values;
    for (int i = 0; i < 200; ++i)
        values << "(" + QByteArray::number(i) + ",1)";
    fixture.pair().runBoth("INSERT INTO many VALUES " + values.join(',') + ";");
    fixture.pair().runBoth("INSERT INTO much VALUES " + values.join(',') + ";");
    fixture.open();
    fixture.pair().run(Side::Remote,
                       "DELETE FROM many WHERE id >= " + QByteArray::number(left) + ";" +
                           "DELETE FROM much WHERE id >= " + QByteArray::number(left) + ";");
    EVENTUALLY(fixture.isIdle());
}

/// The button of the card about @p table in the view called @p view.
QAbstractButton* remedy(const ConsoleFixture& fixture, const char* view, const char* name,
                        const char* table)
{
    for (const ErrorCard* card : fixture.find<QWidget>(view)->findChildren<ErrorCard*>()) {
        if (card->subject() == QLatin1String(table))
            return card->findChild<QAbstractButton*>(QLatin1String(name));
    }
    return nullptr;
}

/// Types @p word into the question's gate and presses its verb.
void typeAndConfirm(const QString& wrong, const QString& word)
{
    EVENTUALLY(ConsoleFixture::dialog());
    auto* verb =
        ConsoleFixture::dialog()->findChild<QAbstractButton*>(QStringLiteral("dialogVerb"));
    auto* typed = ConsoleFixture::dialog()->findChild<QLineEdit*>(QStringLiteral("typeToConfirm"));
    QVERIFY(!verb->isEnabled());
    QTest::keyClicks(typed, wrong);
    QVERIFY(!verb->isEnabled());
    typed->clear();
    QTest::keyClicks(typed, word);
    QVERIFY(verb->isEnabled());
    QTest::mouseClick(verb, Qt::LeftButton);
}

} // namespace

void TestSyncPage::massDeleteNeedsTheTypedName()
{
    QFETCH(int, left);
    ConsoleFixture fixture;
    emptyOnRemote(fixture, left);
    fixture.click("runSync");
    EVENTUALLY(ConsoleFixture::dialog());
    ConsoleFixture::dialog()->accept();
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("resultView")->isVisible());
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT COUNT(*) FROM many"), QByteArray("200"));
    auto* allow = remedy(fixture, "resultView", "remedyAllowDeletes", "many");
    QVERIFY(allow);
    allow->click();
    typeAndConfirm(QStringLiteral("much"), QStringLiteral("many"));
    EVENTUALLY(fixture.isIdle() && fixture.pair().value(Side::Local, "SELECT COUNT(*) FROM many") ==
                                       QByteArray::number(left));
    // The other table was stopped by the same guard and was not allowed.
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT COUNT(*) FROM much"), QByteArray("200"));
    QCOMPARE(fixture.pair().value(Side::Remote, "SELECT COUNT(*) FROM much"),
             QByteArray::number(left));
}

void TestSyncPage::massDeleteNeedsTheTypedName_data()
{
    QTest::addColumn<int>("left");
    QTest::newRow("most rows") << 50;
    QTest::newRow("empty source") << 0;
}

void TestSyncPage::deletesCanBePreviewedBeforeTheyAreAllowed()
{
    ConsoleFixture fixture;
    emptyOnRemote(fixture, 50);
    fixture.click("previewSync");
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("previewView")->isVisible());
    QVERIFY(fixture.text("planSentence").contains(QStringLiteral("Left out: 2 tables")));
    remedy(fixture, "previewView", "remedyPreviewDeletes", "many")->click();
    EVENTUALLY(fixture.isIdle() &&
               fixture.text("deletionSentence").contains(QStringLiteral("150")));
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT COUNT(*) FROM many"), QByteArray("200"));
    fixture.click("runPreviewed");
    typeAndConfirm(QStringLiteral("Shop"), QStringLiteral("many"));
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("resultView")->isVisible());
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT COUNT(*) FROM many"), QByteArray("50"));
    QCOMPARE(fixture.pair().value(Side::Local, "SELECT COUNT(*) FROM much"), QByteArray("200"));
}

void TestSyncPage::tableWithOtherStructureCanBeLeftOut()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.pair().run(Side::Remote, "ALTER TABLE orders ADD COLUMN gift TINYINT NULL;");
    EVENTUALLY(fixture.isIdle());
    fixture.click("previewSync");
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("previewView")->isVisible());
    auto* leaveOut = remedy(fixture, "previewView", "remedyLeaveOut", "orders");
    QVERIFY(leaveOut);
    leaveOut->click();
    QCOMPARE(fixture.window().currentPage()->id(), QByteArray("tables"));
    QVERIFY(fixture.button("applyTables")->isEnabled());
    fixture.click("applyTables");
    EVENTUALLY(fixture.isIdle() && !fixture.button("applyTables")->isEnabled());
    QCOMPARE(fixture.pair().rows(Side::Local,
                                 "SELECT table_name FROM db_sync_config WHERE sync_enabled = 0"),
             QByteArrayList{"orders"});
}

void TestSyncPage::unreachableServerCanBeTested()
{
    ConsoleFixture fixture;
    fixture.open();
    EVENTUALLY(fixture.isIdle());
    Profile broken = fixture.profile;
    broken.remote.socket = QStringLiteral("/nonexistent/server.sock");
    QVERIFY(fixture.console().session().saveProfile(broken, broken.name, false).ok());
    EVENTUALLY(fixture.isIdle() &&
               fixture.console().session().current()->remote.socket == broken.remote.socket);
    fixture.click("previewSync");
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("previewView")->isVisible());
    remedy(fixture, "previewView", "remedyTestConnection", "")->click();
    QCOMPARE(fixture.window().currentPage()->id(), QByteArray("profiles"));
    EVENTUALLY(fixture.isIdle() && fixture.find<StepList>("localSteps")->allPassed());
    QVERIFY(!fixture.find<StepList>("remoteSteps")->allPassed());
}

QTEST_MAIN(TestSyncPage)
#include "tst_sync_page.moc"
