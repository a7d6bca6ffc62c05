// SPDX-License-Identifier: GPL-3.0-or-later
// Which setting counts, and who says so; a profile that follows another `.env` file.
#include "tests/ui/console_fixture.h"

#include <QComboBox>
#include <QFile>
#include <QTreeWidget>

using namespace causeway;
using namespace causeway::test;

class TestEffectiveDialog final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void settingsOfPairAndTables();
    void anotherFileIsFollowed();
};

namespace {

QDialog* openDialog(ConsoleFixture& fixture)
{
    fixture.console().actions().find("tools.effective")->trigger();
    return ConsoleFixture::dialog();
}

QTreeWidgetItem* row(const QTreeWidget* tree, const QString& group, const QString& setting)
{
    for (QTreeWidgetItem* item : tree->findItems(setting, Qt::MatchExactly | Qt::MatchRecursive)) {
        if (item->parent() && item->parent()->text(0) == group)
            return item;
    }
    return nullptr;
}

void writeFile(const QString& path, const char* host)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    file.write(QByteArray("DB_REMOTE_HOST=") + host +
               "\nDB_REMOTE_PORT=3306\nDB_REMOTE_USER=u\nDB_REMOTE_PASSWORD=p\n"
               "DB_REMOTE_NAME=shop\nDB_LOCAL_HOST=127.0.0.1\nDB_LOCAL_PORT=1\n"
               "DB_LOCAL_USER=u\nDB_LOCAL_PASSWORD=p\nDB_LOCAL_NAME=shop\n");
}

} // namespace

void TestEffectiveDialog::settingsOfPairAndTables()
{
    ConsoleFixture fixture;
    fixture.open();
    fixture.pair().run(Side::Local, "UPDATE db_sync_config SET priority = 77, conflict_resolution "
                                    "= 'REMOTE_WINS' WHERE table_name = 'products'");
    QDialog* dialog = openDialog(fixture);
    auto* tree = dialog->findChild<QTreeWidget*>(QStringLiteral("effectiveValues"));
    EVENTUALLY(tree->topLevelItemCount() == 3); // the pair and two tables
    QTreeWidgetItem* priority = row(tree, QStringLiteral("products"), QStringLiteral("priority"));
    QVERIFY(priority);
    QCOMPARE(priority->text(1), QStringLiteral("77"));
    QCOMPARE(priority->text(2), QStringLiteral("table row"));
    QVERIFY(row(tree, QStringLiteral("The pair"), QStringLiteral("DB_REMOTE_NAME")));
    QVERIFY(!dialog->findChild<QWidget*>(QStringLiteral("envFiles"))->isVisible());
    dialog->reject();
}

void TestEffectiveDialog::anotherFileIsFollowed()
{
    ConsoleFixture fixture;
    fixture.open();
    const QTemporaryDir folder;
    const QString first = folder.filePath(QStringLiteral(".env.dev"));
    const QString second = folder.filePath(QStringLiteral(".env.prod"));
    writeFile(first, "dev.example");
    writeFile(second, "prod.example");
    Session& session = fixture.console().session();
    Profile profile = *session.current();
    profile.envFile = first;
    QVERIFY(session.saveProfile(profile, profile.name, false).ok());
    EVENTUALLY(session.current() && session.current()->envFile == first);
    QDialog* dialog = openDialog(fixture);
    auto* files = dialog->findChild<QComboBox*>(QStringLiteral("envFiles"));
    QCOMPARE(files->count(), 2);
    files->setCurrentIndex(files->findText(QStringLiteral(".env.prod")));
    dialog->findChild<QAbstractButton*>(QStringLiteral("followEnvFile"))->click();
    EVENTUALLY(session.current() && session.current()->envFile == second);
    QCOMPARE(session.current()->remote.host, QStringLiteral("prod.example"));
    QCOMPARE(session.current()->environment, Environment::Prod);
    QVERIFY(session.current()->readOnly);
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("envFileNote"))->isVisible());
    auto* tree = dialog->findChild<QTreeWidget*>(QStringLiteral("effectiveValues"));
    EVENTUALLY(row(tree, QStringLiteral("The pair"), QStringLiteral("DB_REMOTE_HOST")) &&
               row(tree, QStringLiteral("The pair"), QStringLiteral("DB_REMOTE_HOST"))->text(1) ==
                   QStringLiteral("prod.example"));
    dialog->reject();
}

QTEST_MAIN(TestEffectiveDialog)
#include "tst_effective_dialog.moc"
