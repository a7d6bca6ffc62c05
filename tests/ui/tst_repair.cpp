// SPDX-License-Identifier: GPL-3.0-or-later
// From the error card of a server that went back in time, or moved, to the repair that was chosen.
#include "tests/ui/console_fixture.h"

#include <QLineEdit>
#include <QRadioButton>

using namespace causeway;
using namespace causeway::test;

class TestRepair final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void remoteThatWentBackIsRefilled();
    void remoteThatWentBackIsAccepted();
    void movedDatabaseIsAcceptedWithoutTyping();
    void pairThatWasRepairedMeanwhileIsLeftAlone();
    void readOnlyProfileRepairsNothing();
};

namespace {

/// As a restored backup leaves it: the epoch is an old one, so are the rows; and somebody has
/// written since.
void sendRemoteBack(TwoSidedFixture& pair)
{
    pair.run(Side::Remote, "UPDATE db_sync_state SET epoch = 0;"
                           "UPDATE products SET name='Old tea' WHERE id=1;"
                           "DELETE FROM products WHERE id=4;"
                           "INSERT INTO products VALUES (9,'After the restore',1.00,NULL);");
}

/// Previews, and follows the button of the card to the dialog.
QDialog* openRepair(ConsoleFixture& fixture)
{
    const auto offered = [&fixture] {
        const auto all =
            fixture.window().findChildren<QAbstractButton*>(QStringLiteral("remedyRepairPair"));
        const auto seen = std::find_if(all.begin(), all.end(),
                                       [](QAbstractButton* one) { return one->isVisible(); });
        return seen == all.end() ? nullptr : *seen;
    };
    if (!QTest::qWaitFor([&fixture] { return fixture.isIdle(); }, 60'000))
        qFatal("the console does not come to rest");
    fixture.click("previewSync");
    if (!QTest::qWaitFor([&] { return fixture.isIdle() && offered(); }, 60'000))
        qFatal("no repair is offered");
    offered()->click();
    auto* dialog = ConsoleFixture::dialog();
    auto* accept = dialog->findChild<QRadioButton*>(QStringLiteral("repairAccept"));
    if (!QTest::qWaitFor([accept] { return accept->isVisible() && accept->isEnabled(); }, 60'000))
        qFatal("the pair is not examined");
    return dialog;
}

QRadioButton* choice(QDialog* dialog, const char* name)
{
    return dialog->findChild<QRadioButton*>(QLatin1String(name));
}

QAbstractButton* execute(QDialog* dialog)
{
    return dialog->findChild<QAbstractButton*>(QStringLiteral("repairExecute"));
}

QLineEdit* typed(QDialog* dialog)
{
    return dialog->findChild<QLineEdit*>(QStringLiteral("typeToConfirm"));
}

} // namespace

void TestRepair::remoteThatWentBackIsRefilled()
{
    ConsoleFixture fixture;
    fixture.open();
    sendRemoteBack(fixture.pair());
    QDialog* dialog = openRepair(fixture);
    QVERIFY(choice(dialog, "repairRefillRemote")->isVisible());
    QVERIFY(!choice(dialog, "repairRefillLocal")->isVisible()); // it is not the one that went back
    choice(dialog, "repairRefillRemote")->click();
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("repairConsequence"))
                ->text()
                .contains(QStringLiteral("is kept among the conflicts")));
    QVERIFY(!execute(dialog)->isEnabled());
    QTest::keyClicks(typed(dialog), QStringLiteral("Sho"));
    QVERIFY(!execute(dialog)->isEnabled());
    QTest::keyClicks(typed(dialog), QStringLiteral("p"));
    execute(dialog)->click();
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("resultView")->isVisible());
    QCOMPARE(fixture.pair().rows(Side::Remote, "SELECT id, name FROM products ORDER BY id"),
             (QByteArrayList{"1|Green tea", "2|绿茶 🍵", "3|Cup", "4|Pot"}));
    QCOMPARE(fixture.pair().dump(Side::Remote, QStringLiteral("products")),
             fixture.pair().dump(Side::Local, QStringLiteral("products")));
    QCOMPARE(fixture.pair().rows(Side::Local,
                                 "SELECT row_key FROM db_sync_conflict WHERE state='SETTLED' AND "
                                 "remote_row IS NOT NULL ORDER BY row_key"),
             (QByteArrayList{R"([["id","1"]])", R"([["id","9"]])"}));
    QVERIFY(!examinePair(fixture.profile)->problem);
}

void TestRepair::remoteThatWentBackIsAccepted()
{
    ConsoleFixture fixture;
    fixture.open();
    sendRemoteBack(fixture.pair());
    QDialog* dialog = openRepair(fixture);
    choice(dialog, "repairAccept")->click();
    QVERIFY(!execute(dialog)->isEnabled());
    QTest::keyClicks(typed(dialog), QStringLiteral("Shop"));
    const auto remote = fixture.pair().dump(Side::Remote, QStringLiteral("products"));
    const auto local = fixture.pair().dump(Side::Local, QStringLiteral("products"));
    execute(dialog)->click();
    EVENTUALLY(fixture.isIdle() && fixture.find<QWidget>("previewView")->isVisible() &&
               fixture.grid("previewTables")->isVisible());
    QVERIFY(!examinePair(fixture.profile)->problem);
    QCOMPARE(fixture.pair().dump(Side::Remote, QStringLiteral("products")), remote);
    QCOMPARE(fixture.pair().dump(Side::Local, QStringLiteral("products")), local);
}

void TestRepair::movedDatabaseIsAcceptedWithoutTyping()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.pair().run(Side::Local, "UPDATE db_sync_state SET peer_uuid = 'the server before'");
    QDialog* dialog = openRepair(fixture);
    QVERIFY(!choice(dialog, "repairRefillRemote")->isVisible());
    choice(dialog, "repairAccept")->click();
    QVERIFY(!typed(dialog)->isVisible());
    execute(dialog)->click();
    EVENTUALLY(!ConsoleFixture::dialog() && fixture.isIdle());
    QVERIFY(!examinePair(fixture.profile)->problem);
}

void TestRepair::pairThatWasRepairedMeanwhileIsLeftAlone()
{
    ConsoleFixture fixture;
    fixture.open();
    sendRemoteBack(fixture.pair());
    QDialog* dialog = openRepair(fixture);
    choice(dialog, "repairRefillRemote")->click();
    QTest::keyClicks(typed(dialog), QStringLiteral("Shop"));
    QVERIFY(acceptPair(fixture.profile).ok());
    const auto remote = fixture.pair().checksums(Side::Remote);
    execute(dialog)->click();
    auto* message = dialog->findChild<QLabel*>(QStringLiteral("errorMessage"));
    EVENTUALLY(fixture.isIdle() && message->text().contains(QStringLiteral("Nothing was changed")));
    QVERIFY(!execute(dialog)->isEnabled());
    QCOMPARE(fixture.pair().checksums(Side::Remote), remote);
    dialog->reject();
}

void TestRepair::readOnlyProfileRepairsNothing()
{
    ConsoleFixture fixture;
    fixture.open();
    sendRemoteBack(fixture.pair());
    QVERIFY(fixture.console().session().setReadOnly(true).ok());
    QDialog* dialog = openRepair(fixture);
    choice(dialog, "repairAccept")->click();
    QTest::keyClicks(typed(dialog), QStringLiteral("Shop"));
    QVERIFY(!execute(dialog)->isEnabled());
    dialog->reject();
}

QTEST_MAIN(TestRepair)
#include "tst_repair.moc"
