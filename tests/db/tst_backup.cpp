// SPDX-License-Identifier: GPL-3.0-or-later
// Backups of real servers: what comes back is what was there, and nothing half stays behind.
#include "sync/backup/client_tools.h"
#include "sync/backup/restore_backup.h"
#include "sync/dialect/quote.h"
#include "tests/support/two_sided_fixture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

const char* const kContent = R"(
    SET sql_mode = '';
    CREATE TABLE t (id INT PRIMARY KEY, b LONGBLOB, e VARCHAR(60), z DATETIME, f DOUBLE,
        s INT GENERATED ALWAYS AS (id * 2) STORED, v INT GENERATED ALWAYS AS (id + 1) VIRTUAL,
        bits BIT(9), j JSON, d DECIMAL(30, 10), y DATETIME(6)) DEFAULT CHARSET=utf8mb4;
    INSERT INTO t (id, b, e, z, f, bits, j, d, y) VALUES
        (1, x'00ff0a0d27225c', CONCAT('a😀中''\\', CHAR(34), CHAR(10), CHAR(13), 'x'), '0000-00-00 00:00:00',
         1e300, b'101010101', '{"a": [1, "\\u4e2d"]}', '12345678901234567890.0123456789',
         '2026-01-02 03:04:05.678901'),
        (2, NULL, '),(;\n-- Dump completed', '2020-02-00 00:00:00', -0.1, NULL, NULL, NULL, NULL),
        (3, REPEAT(x'00ff27', 700000), '', NULL, NULL, b'0', '[]', 0, '1970-01-01 00:00:00.000001');
    CREATE TABLE child (id INT PRIMARY KEY, t_id INT, note VARCHAR(40),
        CONSTRAINT fk FOREIGN KEY (t_id) REFERENCES t (id));
    CREATE TABLE `a``b 中 ;` (`x``y` INT PRIMARY KEY, `VALUES (` TEXT);
    INSERT INTO `a``b 中 ;` VALUES (1, 'odd'), (2, NULL);
    CREATE TABLE nothing (id INT PRIMARY KEY);
    CREATE TABLE rough (f FLOAT) ENGINE=MyISAM;
    CREATE VIEW `v iew` AS SELECT id, e FROM t WHERE id < 3;
    CREATE TRIGGER tr BEFORE INSERT ON child FOR EACH ROW SET NEW.note = CONCAT(NEW.note, '; ok');
    INSERT INTO child VALUES (1, 2, 'first'), (2, NULL, 'second');
    DELIMITER //
    CREATE PROCEDURE pr(IN n INT)
    BEGIN
        SELECT n;
        SELECT 'a;b';
    END//
    CREATE FUNCTION fn(n INT) RETURNS INT DETERMINISTIC RETURN n + 1//
    DELIMITER ;
)";

const QStringList kTables{QStringLiteral("t"), QStringLiteral("child"), QStringLiteral("a`b 中 ;"),
                          QStringLiteral("nothing")};

} // namespace

class TestBackup final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data()
    {
        adjustSharedServers([](PrivateServerOptions& options) { options.listenOnPort = true; });
        addPairRows();
    }
    void init();
    void cleanup();

    void everythingComesBack_data();
    void everythingComesBack();
    void countsBelongToTheSnapshot();
    void passwordOverTcp();
    void occupiedDatabaseIsRefused();
    void emptyDatabaseIsFilled();
    void damagedBackupIsRefused();
    void missingToolSaysWhich();
    void failedDumpLeavesNothing();
    void stoppedBackupLeavesNothing();
    void stoppedRestoreDropsItsDatabase();
    void rowsThatDoNotArriveAreNoticed();

private:
    [[nodiscard]] BackupManifest backUp(Side side);
    [[nodiscard]] RestoreRequest requestFor(Side side, const BackupManifest& manifest);
    [[nodiscard]] bool exists(Side side, const QString& database);
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
    }
    [[nodiscard]] QByteArrayList rowsOf(Side side, const QString& database, const QString& table);

    std::unique_ptr<TwoSidedFixture> m_pair;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_target;
    std::stop_source m_stop;
};

void TestBackup::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_folder = std::make_unique<QTemporaryDir>();
    m_target = m_pair->database() + QStringLiteral("_re`st 中");
    m_stop = {};
    m_pair->runBoth(kContent);
}

void TestBackup::cleanup()
{
    for (const Side side : {Side::Remote, Side::Local})
        m_pair->run(side, "DROP DATABASE IF EXISTS " + quoteIdentifier(m_target));
    m_pair.reset();
}

BackupManifest TestBackup::backUp(Side side)
{
    const auto made = makeBackup(m_pair->profile(), side, m_folder->path(), m_stop.get_token());
    require(made.ok() ? okStatus() : Status(made.error()), QStringLiteral("backing up"));
    return *made;
}

RestoreRequest TestBackup::requestFor(Side side, const BackupManifest& manifest)
{
    RestoreRequest request;
    const auto found = findBackup(manifest.file, m_folder->path());
    require(found.ok() ? okStatus() : Status(found.error()), QStringLiteral("finding"));
    request.backup = *found;
    request.side = side;
    request.target = m_pair->profile().side(side);
    request.target.database = m_target;
    return request;
}

bool TestBackup::exists(Side side, const QString& database)
{
    return !m_pair
                ->value(side, "SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = " +
                                  quoteText(database))
                .isEmpty();
}

QByteArrayList TestBackup::rowsOf(Side side, const QString& database, const QString& table)
{
    return m_pair->rows(side, "SELECT * FROM " + quoteIdentifier(database) + '.' +
                                  quoteIdentifier(table) + " ORDER BY 1");
}

void TestBackup::everythingComesBack_data()
{
    QTest::addColumn<Side>("side");
    QTest::newRow("remote") << Side::Remote;
    QTest::newRow("local") << Side::Local;
}

void TestBackup::everythingComesBack()
{
    QFETCH(Side, side);
    const BackupManifest manifest = backUp(side);
    QCOMPARE(files().size(), 2);
    QCOMPARE(QFile::permissions(m_folder->filePath(manifest.file)) &
                 (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QCOMPARE(manifest.rows(), 7);
    QCOMPARE(manifest.rounded, QStringList(QStringLiteral("rough")));
    QCOMPARE(manifest.outsideSnapshot, QStringList(QStringLiteral("rough")));
    const auto restored = restoreBackup(requestFor(side, manifest), m_stop.get_token());
    QVERIFY2(restored.ok(), restored.ok() ? ""
                                          : qPrintable(restored.error().message() +
                                                       restored.error().serverMessage));
    QVERIFY(restored->created);
    QCOMPARE(restored->rows, 7);
    for (const QString& table : kTables) {
        const auto there = rowsOf(side, m_pair->database(), table);
        QVERIFY2(rowsOf(side, m_target, table) == there, qPrintable(table));
        const QByteArray checksum = "CHECKSUM TABLE " + quoteIdentifier(m_pair->database()) + '.' +
                                    quoteIdentifier(table) + ", " + quoteIdentifier(m_target) +
                                    '.' + quoteIdentifier(table);
        const QByteArrayList sums = m_pair->rows(side, checksum);
        QCOMPARE(sums.size(), 2);
        QCOMPARE(sums[0].split('|').last(), sums[1].split('|').last());
    }
    QCOMPARE(rowsOf(side, m_target, QStringLiteral("v iew")),
             rowsOf(side, m_pair->database(), QStringLiteral("v iew")));
    m_pair->run(side, "INSERT INTO " + quoteIdentifier(m_target) + ".child VALUES (9, 1, 'third')");
    QCOMPARE(rowsOf(side, m_target, QStringLiteral("child")).last(), QByteArray("9|1|third; ok"));
    QCOMPARE(m_pair->value(side, "SELECT " + quoteIdentifier(m_target) + ".fn(41)"),
             QByteArray("42"));
    const QByteArray collation = "SELECT DEFAULT_COLLATION_NAME FROM information_schema.SCHEMATA "
                                 "WHERE SCHEMA_NAME = ";
    QCOMPARE(m_pair->value(side, collation + quoteText(m_target)),
             m_pair->value(side, collation + quoteText(m_pair->database())));
}

/// A row that is committed while the dump is under way is neither in it nor in its counts.
void TestBackup::countsBelongToTheSnapshot()
{
    const Profile& profile = m_pair->profile();
    bool added = false;
    const auto addOnce = [this, &added](const BackupProgress&) {
        if (!std::exchange(added, true))
            m_pair->run(Side::Remote, "INSERT INTO nothing VALUES (1)");
    };
    const auto made =
        makeBackup(profile, Side::Remote, m_folder->path(), m_stop.get_token(), addOnce);
    QVERIFY(made.ok());
    QVERIFY(added);
    QCOMPARE(made->rows(), 7);
    QVERIFY(restoreBackup(requestFor(Side::Remote, *made), m_stop.get_token()).ok());
}

void TestBackup::passwordOverTcp()
{
    const QByteArray password = "p'w\"#x\\y 中";
    for (const Side side : {Side::Remote, Side::Local}) {
        m_pair->run(side, "CREATE USER 'cw backup'@'%' IDENTIFIED BY " + quoteText(password) +
                              "; GRANT ALL ON *.* TO 'cw backup'@'%'");
        Profile profile = m_pair->profile();
        profile.side(side) = m_pair->server(side).portConfig(m_pair->database());
        profile.side(side).user = QStringLiteral("cw backup");
        profile.side(side).password = QString::fromUtf8(password);
        const auto made = makeBackup(profile, side, m_folder->path(), m_stop.get_token());
        m_pair->run(side, "DROP USER 'cw backup'@'%'");
        QVERIFY2(made.ok(),
                 made.ok() ? "" : qPrintable(made.error().message() + made.error().serverMessage));
        QFile about(manifestPathOf(m_folder->filePath(made->file)));
        QVERIFY(about.open(QIODevice::ReadOnly));
        QVERIFY(!about.readAll().contains("p'w"));
    }
}

void TestBackup::occupiedDatabaseIsRefused()
{
    const BackupManifest manifest = backUp(Side::Local);
    const QStringList occupants{QStringLiteral("CREATE TABLE %1.mine (id INT)"),
                                QStringLiteral("CREATE VIEW %1.mine AS SELECT 1 AS a"),
                                QStringLiteral("CREATE PROCEDURE %1.mine() SELECT 1")};
    const QString name = QString::fromUtf8(quoteIdentifier(m_target));
    for (const QString& occupant : occupants) {
        m_pair->run(Side::Local, "DROP DATABASE IF EXISTS " + name.toUtf8() + "; CREATE DATABASE " +
                                     name.toUtf8() + "; " + occupant.arg(name).toUtf8());
        const auto refused = restoreBackup(requestFor(Side::Local, manifest), m_stop.get_token());
        QVERIFY2(!refused.ok(), qPrintable(occupant));
        QCOMPARE(refused.error().code, ErrorCode::CfgNotEmpty);
        QVERIFY(exists(Side::Local, m_target));
    }
    RestoreRequest own = requestFor(Side::Local, manifest);
    own.target.database = m_pair->database();
    const auto before = m_pair->checksums(Side::Local);
    QCOMPARE(restoreBackup(own, m_stop.get_token()).error().code, ErrorCode::CfgNotEmpty);
    QCOMPARE(m_pair->checksums(Side::Local), before);
}

void TestBackup::emptyDatabaseIsFilled()
{
    const BackupManifest manifest = backUp(Side::Remote);
    m_pair->run(Side::Remote, "CREATE DATABASE " + quoteIdentifier(m_target));
    const auto restored = restoreBackup(requestFor(Side::Remote, manifest), m_stop.get_token());
    QVERIFY(restored.ok());
    QVERIFY(!restored->created);
    QCOMPARE(restored->tables, 5);
}

void TestBackup::damagedBackupIsRefused()
{
    const BackupManifest manifest = backUp(Side::Local);
    QFile data(m_folder->filePath(manifest.file));
    QVERIFY(data.open(QIODevice::ReadWrite));
    QVERIFY(data.seek(data.size() / 2));
    const char byte = static_cast<char>(data.peek(1)[0] ^ 4);
    QCOMPARE(data.write(&byte, 1), 1);
    data.close();
    const auto refused = restoreBackup(requestFor(Side::Local, manifest), m_stop.get_token());
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::SysBackup);
    QVERIFY(!exists(Side::Local, m_target));
    QVERIFY(data.resize(data.size() - 1));
    QCOMPARE(restoreBackup(requestFor(Side::Local, manifest), m_stop.get_token()).error().code,
             ErrorCode::SysBackup);
    QVERIFY(data.remove());
    QCOMPARE(restoreBackup(requestFor(Side::Local, manifest), m_stop.get_token()).error().code,
             ErrorCode::SysBackup);
}

void TestBackup::missingToolSaysWhich()
{
    QFETCH_GLOBAL(PairKind, pair);
    if (pair != PairKind::MySqlMariaDb)
        return;
    const QByteArray root = qgetenv("CAUSEWAY_MYSQL_ROOT");
    qunsetenv("CAUSEWAY_MYSQL_ROOT"); // what this system has is MariaDB's mysqldump at most
    const auto made =
        makeBackup(m_pair->profile(), Side::Remote, m_folder->path(), m_stop.get_token());
    qputenv("CAUSEWAY_MYSQL_ROOT", root);
    if (made.ok()) {
        QVERIFY(!made->tool.contains(QLatin1String("MariaDB")));
        return;
    }
    QCOMPARE(made.error().code, ErrorCode::SysNoProgram);
    QVERIFY(made.error().message().contains(QLatin1String("mysqldump")));
    QVERIFY(made.error().detail.contains(QLatin1String("mysql-client")));
    QVERIFY(files().isEmpty());
}

/// A view without its table: the dump program gives up in the middle.
void TestBackup::failedDumpLeavesNothing()
{
    for (const Side side : {Side::Remote, Side::Local}) {
        m_pair->run(side, "CREATE TABLE gone (id INT); CREATE VIEW broken AS SELECT * FROM gone; "
                          "DROP TABLE gone");
        const auto made = makeBackup(m_pair->profile(), side, m_folder->path(), m_stop.get_token());
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, ErrorCode::SysInternal);
        QVERIFY2(made.error().serverMessage.contains(QLatin1String("broken")),
                 qPrintable(made.error().serverMessage));
        QVERIFY2(files().isEmpty(), qPrintable(files().join(u' ')));
    }
}

void TestBackup::stoppedBackupLeavesNothing()
{
    const QString foreign = QStringLiteral("film.part");
    for (const QString& name :
         {QStringLiteral("shop_shop_local_20260101T000000000Z.sql.gz.part"), foreign}) {
        QFile abandoned(m_folder->filePath(name));
        QVERIFY(abandoned.open(QIODevice::WriteOnly));
    }
    for (const Side side : {Side::Remote, Side::Local}) {
        m_stop = {};
        const auto made = makeBackup(m_pair->profile(), side, m_folder->path(), m_stop.get_token(),
                                     [this](const BackupProgress&) { m_stop.request_stop(); });
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, ErrorCode::SyncInterrupted);
        QCOMPARE(files(), QStringList(foreign));
    }
}

void TestBackup::stoppedRestoreDropsItsDatabase()
{
    for (const Side side : {Side::Remote, Side::Local}) {
        m_stop = {};
        const BackupManifest manifest = backUp(side);
        qint64 last = 0;
        const auto restored = restoreBackup(requestFor(side, manifest), m_stop.get_token(),
                                            [this, &last](const BackupProgress& progress) {
                                                last = progress.bytes;
                                                if (progress.bytes > 1'000'000)
                                                    m_stop.request_stop();
                                            });
        QVERIFY(last > 1'000'000);
        QVERIFY(!restored.ok());
        QCOMPARE(restored.error().code, ErrorCode::SyncInterrupted);
        QVERIFY(!exists(side, m_target));
    }
}

void TestBackup::rowsThatDoNotArriveAreNoticed()
{
    BackupManifest manifest = backUp(Side::Local);
    RestoreRequest request = requestFor(Side::Local, manifest);
    request.backup.manifest.tables[0].rows += 1;
    const auto restored = restoreBackup(request, m_stop.get_token());
    QVERIFY(!restored.ok());
    QCOMPARE(restored.error().code, ErrorCode::SysBackup);
    QVERIFY(restored.error().detail.contains(manifest.tables[0].name));
    QVERIFY(!exists(Side::Local, m_target));
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
