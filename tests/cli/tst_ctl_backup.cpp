// SPDX-License-Identifier: GPL-3.0-or-later
// causewayctl backup and restore, as a shell sees them.
#include "tests/cli/ctl_process.h"

#include "sync/profile/profile_store.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>

using namespace causeway;
using namespace causeway::test;

class TestCtlBackup final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup();

    void backupListRestorePrune();
    void occupiedDatabase();
    void profileOptionsAndRun();
    void interrupted();
    void killed();
    void badWords();
    void halfADump();

private:
    [[nodiscard]] QString folder() const { return m_home->filePath(QStringLiteral("b")); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QString target() const { return m_pair->database() + QStringLiteral("_r"); }

    std::unique_ptr<TwoSidedFixture> m_pair;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Ctl> m_ctl;
};

void TestCtlBackup::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_home = std::make_unique<QTemporaryDir>();
    m_ctl = std::make_unique<Ctl>();
    m_ctl->set(QStringLiteral("HOME"), m_home->path());
    m_ctl->set(QStringLiteral("CAUSEWAY_MYSQL_ROOT"), qEnvironmentVariable("CAUSEWAY_MYSQL_ROOT"));
    m_ctl->usePair(m_pair->profile());
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB; "
                    "INSERT INTO t VALUES (1, '一'), (2, NULL)");
}

void TestCtlBackup::cleanup()
{
    for (const Side side : {Side::Remote, Side::Local})
        m_pair->run(side, "DROP DATABASE IF EXISTS " + target().toUtf8());
    m_pair.reset();
}

void TestCtlBackup::backupListRestorePrune()
{
    const CtlResult made = m_ctl->runWords(
        {QStringLiteral("backup"), QStringLiteral("--to"), folder(), QStringLiteral("--json")});
    EXPECT_CODE(made, 0);
    const QJsonArray backups = made.object()[QLatin1String("backups")].toArray();
    QCOMPARE(backups.size(), 2);
    QCOMPARE(backups[0][QLatin1String("side")].toString(), QStringLiteral("remote"));
    QCOMPARE(backups[1][QLatin1String("tables")][0][QLatin1String("rows")].toInt(), 2);
    QCOMPARE(files().size(), 4);
    const QStringList from{QStringLiteral("--from"), folder()};
    const CtlResult listed = m_ctl->runWords(
        QStringList{QStringLiteral("backup"), QStringLiteral("list"), QStringLiteral("--json")} +
        from);
    EXPECT_CODE(listed, 0);
    QCOMPARE(listed.array().size(), 2);
    for (const auto& backup : backups) {
        const QString file = backup[QLatin1String("file")].toString();
        const CtlResult restored =
            m_ctl->runWords(QStringList{QStringLiteral("restore"), file, QStringLiteral("--into"),
                                        target(), QStringLiteral("--json")} +
                            from);
        EXPECT_CODE(restored, 0);
        QCOMPARE(restored.object()[QLatin1String("rows")].toInt(), 2);
        const Side side = *parseSide(backup[QLatin1String("side")].toString());
        QCOMPARE(m_pair->rows(side, "SELECT * FROM " + target().toUtf8() + ".t"),
                 m_pair->rows(side, "SELECT * FROM t"));
    }
    EXPECT_CODE(m_ctl->runWords({QStringLiteral("backup"), QStringLiteral("--side"),
                                 QStringLiteral("local"), QStringLiteral("--to"), folder()}),
                0);
    const CtlResult pruned = m_ctl->runWords(
        QStringList{QStringLiteral("backup"), QStringLiteral("prune"), QStringLiteral("--keep"),
                    QStringLiteral("1"), QStringLiteral("--json")} +
        from);
    EXPECT_CODE(pruned, 0);
    QCOMPARE(pruned.object()[QLatin1String("removed")].toArray().size(), 1);
    QCOMPARE(files().size(), 4);
}

void TestCtlBackup::occupiedDatabase()
{
    EXPECT_CODE(m_ctl->runWords({QStringLiteral("backup"), QStringLiteral("--side"),
                                 QStringLiteral("local"), QStringLiteral("--to"), folder()}),
                0);
    const CtlResult refused =
        m_ctl->runWords({QStringLiteral("restore"), folder() + u'/' + files()[0],
                         QStringLiteral("--into"), m_pair->database(), QStringLiteral("--json")});
    EXPECT_CODE(refused, 2);
    QCOMPARE(refused.object()[QLatin1String("error")][QLatin1String("code")].toString(),
             QStringLiteral("CFG_011"));
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM t"), QByteArray("2"));
}

void TestCtlBackup::profileOptionsAndRun()
{
    EXPECT_CODE(m_ctl->run(QStringLiteral("init")), 0);
    EXPECT_CODE(m_ctl->run(QStringLiteral("profile add shop")), 0);
    Ctl ctl = *m_ctl;
    ctl.useProfile(QStringLiteral("shop"));
    EXPECT_CODE(ctl.run(QStringLiteral("profile unlock shop")), 0);
    EXPECT_CODE(ctl.runWords({QStringLiteral("profile"), QStringLiteral("set"),
                              QStringLiteral("shop"), QStringLiteral("--backup-before-full"),
                              QStringLiteral("on"), QStringLiteral("--backup-keep"),
                              QStringLiteral("2"), QStringLiteral("--backup-folder"), folder()}),
                0);
    EXPECT_CODE(ctl.run(QStringLiteral("profile set shop --backup-before-full maybe")), 2);
    const CtlResult ran =
        ctl.run(QStringLiteral("sync --type FULL --direction LOCAL_TO_REMOTE --json"));
    EXPECT_CODE(ran, 0);
    QCOMPARE(ran.object()[QLatin1String("backups")].toArray().size(), 1);
    QCOMPARE(files().size(), 2);
    const CtlResult once = ctl.run(QStringLiteral("sync --type INCREMENTAL --backup --json"));
    EXPECT_CODE(once, 0);
    QCOMPARE(once.object()[QLatin1String("backups")].toArray().size(), 2);
    const CtlResult listed = ctl.run(QStringLiteral("backup list --json"));
    QCOMPARE(listed.array().size(), 3);
    QCOMPARE(listed.array()[0][QLatin1String("profile")].toString(), QStringLiteral("shop"));
}

/// Ctrl-C while the dump program waits: nothing is left, and the exit code says so.
void TestCtlBackup::interrupted()
{
    m_pair->run(Side::Local, "LOCK TABLES t WRITE");
    QProcess process;
    m_ctl->start(process, {QStringLiteral("backup"), QStringLiteral("--side"),
                           QStringLiteral("local"), QStringLiteral("--to"), folder()});
    QTRY_VERIFY_WITH_TIMEOUT(!files().isEmpty(), 30'000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30'000));
    m_pair->run(Side::Local, "UNLOCK TABLES");
    QCOMPARE(process.exitCode(), 130);
    QVERIFY2(files().isEmpty(), qPrintable(files().join(u' ')));
}

/// What a killed one leaves is no backup, and the next one clears it away.
void TestCtlBackup::killed()
{
    m_pair->run(Side::Local, "LOCK TABLES t WRITE");
    QProcess process;
    const QStringList words{QStringLiteral("backup"), QStringLiteral("--side"),
                            QStringLiteral("local"), QStringLiteral("--to"), folder()};
    m_ctl->start(process, words);
    QTRY_VERIFY_WITH_TIMEOUT(!files().isEmpty(), 30'000);
    process.kill();
    QVERIFY(process.waitForFinished(30'000));
    m_pair->run(Side::Local, "UNLOCK TABLES");
    const CtlResult listed =
        m_ctl->runWords({QStringLiteral("backup"), QStringLiteral("list"), QStringLiteral("--from"),
                         folder(), QStringLiteral("--json")});
    QCOMPARE(listed.array().size(), 0);
    EXPECT_CODE(m_ctl->runWords(words), 0);
    QCOMPARE(files().size(), 2);
    QVERIFY(files().filter(QStringLiteral(".part")).isEmpty());
}

void TestCtlBackup::badWords()
{
    EXPECT_CODE(m_ctl->run(QStringLiteral("backup --side middle")), 2);
    EXPECT_CODE(m_ctl->run(QStringLiteral("backup lst")), 2);
    EXPECT_CODE(m_ctl->run(QStringLiteral("backup prune --keep few")), 2);
    EXPECT_CODE(m_ctl->run(QStringLiteral("restore")), 2);
    EXPECT_CODE(m_ctl->run(QStringLiteral("restore nothing --into x")), 2);
    EXPECT_CODE(m_ctl->run(QStringLiteral("restore nothing")), 2);
    EXPECT_CODE(m_ctl->run(QStringLiteral("backup list")), 0);
}

/// A dump program that writes half a dump and says that all is well.
void TestCtlBackup::halfADump()
{
    QTemporaryDir tools;
    QFile half(tools.filePath(QStringLiteral("mariadb-dump")));
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write("#!/bin/sh\n[ \"$1\" = --version ] && { echo 'mariadb-dump 1-MariaDB'; exit 0; }\n"
               "echo 'LOCK TABLES `t` WRITE;'\n");
    half.close();
    QVERIFY(half.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    m_ctl->set(QStringLiteral("PATH"), tools.path() + QStringLiteral(":/usr/bin:/bin"));
    const CtlResult cut = m_ctl->runWords({QStringLiteral("backup"), QStringLiteral("--side"),
                                           QStringLiteral("local"), QStringLiteral("--to"),
                                           folder(), QStringLiteral("--json")});
    EXPECT_CODE(cut, 5);
    QCOMPARE(cut.object()[QLatin1String("error")][QLatin1String("code")].toString(),
             QStringLiteral("SYS_007"));
    QVERIFY2(files().isEmpty(), qPrintable(files().join(u' ')));
}

QTEST_GUILESS_MAIN(TestCtlBackup)
#include "tst_ctl_backup.moc"
