// SPDX-License-Identifier: GPL-3.0-or-later
// Which backups go and which stay, and what a dump tells of itself: without a server.
#include "sync/backup/backup_list.h"
#include "sync/backup/dump_reader.h"
#include "sync/backup/gzip_stream.h"
#include "sync/backup/login_file.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace causeway;

namespace {

const QDateTime kNow(QDate(2026, 6, 30), QTime(12, 0), Qt::UTC);

BackupManifest sample()
{
    BackupManifest manifest;
    manifest.profile = QStringLiteral("shop");
    manifest.side = Side::Remote;
    manifest.address = QStringLiteral("u@h:3306/shop");
    manifest.family = ServerFamily::MySql;
    manifest.serverVersion = QStringLiteral("9.7.4");
    manifest.database = QStringLiteral("shop");
    manifest.charset = QStringLiteral("utf8mb4");
    manifest.collation = QStringLiteral("utf8mb4_0900_ai_ci");
    manifest.tables = {{QStringLiteral("订单"), 3}, {QStringLiteral("empty"), 0}};
    manifest.outsideSnapshot = QStringList{QStringLiteral("log")};
    manifest.rounded = QStringList{QStringLiteral("f")};
    manifest.takenAt = kNow;
    manifest.file = QStringLiteral("shop.sql.gz");
    manifest.bytes = 5;
    manifest.sha256 = QString(64, u'a');
    manifest.tool = QStringLiteral("mysqldump");
    return manifest;
}

/// Backups newest first from a word: the number of days ago, "x" behind it: its file is missing.
std::vector<StoredBackup> backupsOf(const QString& words)
{
    std::vector<StoredBackup> backups;
    for (QString word : words.split(u' ', Qt::SkipEmptyParts)) {
        StoredBackup backup;
        backup.present = !word.endsWith(u'x');
        backup.manifest = sample();
        backup.path = word;
        backup.manifest.takenAt = kNow.addDays(-word.remove(u'x').toInt());
        backups.push_back(backup);
    }
    return backups;
}

DumpReader readerOf(const QByteArray& dump, qsizetype piece)
{
    DumpReader reader;
    for (qsizetype at = 0; at < dump.size(); at += piece)
        reader.take(dump.constData() + at, qMin(piece, dump.size() - at));
    return reader;
}

} // namespace

class TestBackupList final : public QObject {
    Q_OBJECT
private slots:
    void retention_data();
    void retention();
    void manifestRoundTrip();
    void manifestFaults_data();
    void manifestFaults();
    void dumpIsCounted_data();
    void dumpIsCounted();
    void gzipRoundTripAndDamage();
    void pruneRemovesFilesOfTheRightDatabase();
    void loginOptionsAreQuoted();
};

void TestBackupList::retention_data()
{
    QTest::addColumn<QString>("backups"); // days ago, newest first
    QTest::addColumn<int>("keep");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("damaged");
    QTest::addColumn<QString>("removed");
    const auto row = [](const char* name, const char* backups, int keep, int days,
                        const char* damaged, const char* removed) {
        QTest::newRow(name) << QString::fromLatin1(backups) << keep << days
                            << QString::fromLatin1(damaged) << QString::fromLatin1(removed);
    };
    row("nothing there", "", 3, 0, "", "");
    row("fewer than the number", "1 2", 3, 0, "", "");
    row("as many as the number", "1 2 3", 3, 0, "", "");
    row("more than the number", "1 2 3 4 5", 3, 0, "", "4 5");
    row("by age", "1 5 9 20", 0, 7, "", "9 20");
    row("exactly as old is too old", "1 7", 0, 7, "", "7");
    row("number or age keeps", "1 2 3 20", 1, 7, "", "20");
    row("number beyond age", "10 20 30", 2, 7, "", "30");
    row("all too old: the newest stays", "30 40 50", 0, 7, "", "40 50");
    row("no limits keep all", "1 2 3 400", 0, 0, "", "");
    row("the only good one is beyond the number", "1 2 3", 1, 0, "1 2", "2");
    row("the only good one is too old", "30 40", 0, 7, "30", "30");
    row("no good one: all stay", "1 2 3", 1, 0, "1 2 3", "");
    row("missing ones do not count", "1x 2 3x 4", 1, 0, "", "4");
    row("only missing ones", "1x 2x", 1, 0, "", "");
    row("negative is none", "1 2", -1, -5, "", "");
}

void TestBackupList::retention()
{
    QFETCH(QString, backups);
    QFETCH(int, keep);
    QFETCH(int, days);
    QFETCH(QString, damaged);
    QFETCH(QString, removed);
    const auto all = backupsOf(backups);
    const QStringList bad = damaged.split(u' ');
    QStringList names;
    for (const std::size_t index :
         backupsToRemove(all, Retention{keep, days}, kNow,
                         [&bad](const StoredBackup& b) { return !bad.contains(b.path); }))
        names << all[index].path;
    QCOMPARE(names.join(u' '), removed);
}

void TestBackupList::manifestRoundTrip()
{
    const BackupManifest manifest = sample();
    const auto read = manifestFromJson(QJsonDocument(toJson(manifest)).toJson(), QString());
    QVERIFY(read.ok());
    QCOMPARE(*read, manifest);
    QCOMPARE(read->rows(), 3);
}

void TestBackupList::manifestFaults_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("path upwards") << QByteArray("file") << QJsonValue(QStringLiteral("../a"));
    QTest::newRow("absolute path") << QByteArray("file") << QJsonValue(QStringLiteral("/etc/a"));
    QTest::newRow("dot") << QByteArray("file") << QJsonValue(QStringLiteral("."));
    QTest::newRow("no file") << QByteArray("file") << QJsonValue(QString());
    QTest::newRow("short digest") << QByteArray("sha256") << QJsonValue(QStringLiteral("ab"));
    QTest::newRow("no size") << QByteArray("bytes") << QJsonValue(0);
    QTest::newRow("side") << QByteArray("side") << QJsonValue(QStringLiteral("both"));
    QTest::newRow("family") << QByteArray("family") << QJsonValue(QStringLiteral("ORACLE"));
    QTest::newRow("time") << QByteArray("taken_at") << QJsonValue(QStringLiteral("yesterday"));
    QTest::newRow("format") << QByteArray("format") << QJsonValue(2);
    QTest::newRow("number for text") << QByteArray("database") << QJsonValue(1);
    QTest::newRow("rows") << QByteArray("tables")
                          << QJsonValue(QJsonArray{QJsonObject{{QStringLiteral("table"), 1}}});
}

void TestBackupList::manifestFaults()
{
    QFETCH(QByteArray, member);
    QFETCH(QJsonValue, value);
    QJsonObject object = toJson(sample());
    object[QString::fromLatin1(member)] = value;
    const auto read = manifestFromJson(QJsonDocument(object).toJson(), QStringLiteral("x"));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::CfgFile);
    QVERIFY2(read.error().detail.contains(QString::fromLatin1(member)),
             qPrintable(read.error().detail));
}

void TestBackupList::dumpIsCounted_data()
{
    QTest::addColumn<QByteArray>("dump");
    QTest::addColumn<QString>("tables");
    QTest::addColumn<bool>("complete");
    const QByteArray end = "\n-- Dump completed on 2026-01-01\n";
    const auto table = [](const QByteArray& name, const QByteArray& inserts) -> QByteArray {
        return "LOCK TABLES `" + name + "` WRITE;\n" + inserts + "UNLOCK TABLES;\n";
    };
    const auto row = [](const char* name, const QByteArray& dump, const char* tables,
                        bool complete) {
        QTest::newRow(name) << dump << QString::fromUtf8(tables) << complete;
    };
    row("empty", end, "", true);
    row("no rows", table("t", "") + end, "t=0", true);
    row("rows", table("t", "INSERT INTO `t` VALUES (1),(2),\n(3);\n") + end, "t=3", true);
    row("two statements",
        table("t", "INSERT INTO `t` VALUES (1);\nINSERT INTO `t` VALUES (2);\n") + end, "t=2",
        true);
    row("columns", table("t", "INSERT INTO `t` (`a`, `VALUES (`) VALUES (1,2);\n") + end, "t=1",
        true);
    row("marks in strings",
        table("t", "INSERT INTO `t` VALUES (1,'),(;\\'\\\\'),(2,'\nUNLOCK TABLES;\n''(');\n") + end,
        "t=2", true);
    row("functions", table("t", "INSERT INTO `t` VALUES (_binary '(',x'00',((1)));\n") + end, "t=1",
        true);
    row("odd name", table("a``b 中;", "INSERT INTO `a``b 中;` VALUES (1);\n") + end, "a`b 中;=1",
        true);
    row("routine",
        table("t", "") +
            "DELIMITER ;;\nCREATE PROCEDURE p()\nLOCK TABLES `no` WRITE;\nINSERT INTO `t` "
            "VALUES (1);\n;;\nDELIMITER ;\n" +
            end,
        "t=0", true);
    row("cut", table("t", "INSERT INTO `t` VALUES (1);\n"), "t=1", false);
    row("cut in a statement", "LOCK TABLES `t` WRITE;\nINSERT INTO `t` VALUES (1", "t=1", false);
    row("end mark in a string", "LOCK TABLES `t` WRITE;\nINSERT INTO `t` VALUES ('" + end, "t=1",
        false);
    row("more behind the end", end + "INSERT\n", "", false);
}

void TestBackupList::dumpIsCounted()
{
    QFETCH(QByteArray, dump);
    QFETCH(QString, tables);
    QFETCH(bool, complete);
    for (const qsizetype piece : {qsizetype{1}, qsizetype{7}, qsizetype{100'000}}) {
        const DumpReader reader = readerOf(dump, piece);
        QStringList found;
        for (const BackupTable& table : reader.tables())
            found << QStringLiteral("%1=%2").arg(table.name).arg(table.rows);
        QCOMPARE(found.join(u' '), tables);
        QCOMPARE(reader.isComplete(), complete);
    }
}

void TestBackupList::gzipRoundTripAndDamage()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.gz"));
    QByteArray content;
    for (int i = 0; i < 300'000; ++i)
        content += QByteArray::number(i * 7919 % 10007);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    GzipWriter writer(file);
    QVERIFY(writer.write(content.constData(), content.size()).ok());
    QVERIFY(writer.finish().ok());
    file.close();
    const auto readAll = [&path]() -> Result<QByteArray> {
        QFile source(path);
        if (!source.open(QIODevice::ReadOnly))
            qFatal("cannot open");
        GzipReader reader(source);
        QByteArray all;
        for (;;) {
            const auto piece = reader.read();
            CAUSEWAY_TRY(piece);
            if (piece->isEmpty())
                return all;
            all += *piece;
        }
    };
    const auto whole = readAll();
    QVERIFY(whole.ok());
    QVERIFY(*whole == content);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray packed = file.readAll();
    file.close();
    const auto rewrite = [&file](const QByteArray& bytes) {
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        file.close();
    };
    rewrite(packed.chopped(9));
    QCOMPARE(readAll().error().code, ErrorCode::SysBackup);
    QByteArray flipped = packed;
    flipped[packed.size() / 2] = static_cast<char>(flipped[packed.size() / 2] ^ 1);
    rewrite(flipped);
    QCOMPARE(readAll().error().code, ErrorCode::SysBackup);
}

void TestBackupList::pruneRemovesFilesOfTheRightDatabase()
{
    QTemporaryDir folder;
    const auto store = [&folder](const QString& file, Side side, int daysAgo, bool damaged) {
        BackupManifest manifest = sample();
        manifest.side = side;
        manifest.file = file + kBackupSuffix;
        manifest.takenAt = kNow.addDays(-daysAgo);
        const QString path = folder.filePath(manifest.file);
        QFile data(path);
        QFile about(manifestPathOf(path));
        if (!data.open(QIODevice::WriteOnly) || !about.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        data.write("12345");
        data.close();
        if (!damaged)
            manifest.sha256 = *fileDigest(path);
        about.write(QJsonDocument(toJson(manifest)).toJson());
    };
    store(QStringLiteral("r1"), Side::Remote, 1, true);
    store(QStringLiteral("r2"), Side::Remote, 2, false);
    store(QStringLiteral("r3"), Side::Remote, 3, false);
    store(QStringLiteral("l9"), Side::Local, 9, false);
    const auto filesLeft = [&folder] {
        QStringList names = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
        return names.filter(kBackupSuffix + u".json")
            .replaceInStrings(QStringLiteral(".sql.gz.json"), QString());
    };
    // A copy of a manifest is no second backup: removing it would take the data of the first.
    QVERIFY(QFile::copy(folder.filePath(QStringLiteral("l9.sql.gz.json")),
                        folder.filePath(QStringLiteral("copy.sql.gz.json"))));
    const auto listing = listBackups(folder.path());
    QCOMPARE(listing->backups.size(), 4U);
    QCOMPARE(listing->warnings.size(), 1);
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("copy.sql.gz.json"))));
    const auto wouldBe = pruneBackups(folder.path(), Retention{1, 0}, true);
    QVERIFY(wouldBe.ok());
    QCOMPARE(wouldBe->size(), 1U);
    QCOMPARE(filesLeft().size(), 4);
    QVERIFY(pruneBackups(folder.path(), Retention{1, 0}, false).ok());
    QCOMPARE(filesLeft().join(u' '), QStringLiteral("l9 r1 r2"));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("r3.sql.gz"))));
    const auto only = [](const BackupManifest& manifest) { return manifest.side == Side::Local; };
    QVERIFY(pruneBackups(folder.path(), Retention{0, 1}, false, only).ok());
    QCOMPARE(filesLeft().join(u' '), QStringLiteral("l9 r1 r2"));
}

void TestBackupList::loginOptionsAreQuoted()
{
    SideConfig side;
    side.host = QStringLiteral("db");
    side.user = QStringLiteral("u");
    side.password = QStringLiteral("a\"b\\c\nd#'");
    side.tls = TlsMode::VerifyIdentity;
    side.tlsCa = QStringLiteral("/ca.pem");
    const QByteArray mySql = loginOptions(side, ServerFamily::MySql);
    QVERIFY2(mySql.contains("password=\"a\\\"b\\\\c\\nd#'\"\n"), mySql.constData());
    QVERIFY(mySql.contains("ssl-mode=VERIFY_IDENTITY\n") && mySql.contains("ssl-ca=\"/ca.pem\"\n"));
    const QByteArray mariaDb = loginOptions(side, ServerFamily::MariaDb);
    QVERIFY(mariaDb.contains("ssl-verify-server-cert=1\n") && mariaDb.contains("ssl-ca="));
    QVERIFY(!mariaDb.contains("ssl-mode"));
    side.tls = TlsMode::Disabled;
    QVERIFY(loginOptions(side, ServerFamily::MariaDb).contains("loose-ssl=0\n"));
    QVERIFY(loginOptions(side, ServerFamily::MySql).contains("ssl-mode=DISABLED\n"));
}

QTEST_GUILESS_MAIN(TestBackupList)
#include "tst_backup_list.moc"
