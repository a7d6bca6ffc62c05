// SPDX-License-Identifier: GPL-3.0-or-later
// Pointing an application's `.env` at the other side: every other byte stays, at any instant.
#include "sync/profile/env_switch.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace causeway;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

} // namespace

class EnvSwitchTest final : public QObject {
    Q_OBJECT
private slots:
    void init();

    void keepsEveryOtherByte_data();
    void keepsEveryOtherByte();
    void refusesWhatChangedMeanwhile();
    void undoKeepsLaterEdits();
    void undoOfNothing();
    void diesBetweenBothWrites();
    void failsWithoutTouchingTheFile_data();
    void failsWithoutTouchingTheFile();
    void permissionsStay();

private:
    void put(const QByteArray& content) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void EnvSwitchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral(".env"));
}

void EnvSwitchTest::keepsEveryOtherByte_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("from");
    const auto row = [](const char* name, const QByteArray& before, const QByteArray& after,
                        const QString& from = QStringLiteral("remote")) {
        QTest::newRow(name) << before << after << from;
    };
    row("plain", "DB_ENV=remote\n", "DB_ENV=local\n");
    row("no line break at the end", "DB_ENV=remote", "DB_ENV=local");
    row("comments", "# a\nDB_ENV=remote # now\n# z", "# a\nDB_ENV=local # now\n# z");
    row("single quotes", "DB_ENV='remote'\n", "DB_ENV='local'\n");
    row("double quotes", "DB_ENV=\"remote\" #x\n", "DB_ENV=\"local\" #x\n");
    row("blanks and export", "  export DB_ENV = remote  \n", "  export DB_ENV = local  \n");
    row("CRLF", "A=1\r\nDB_ENV=remote\r\nB=2\r\n", "A=1\r\nDB_ENV=local\r\nB=2\r\n");
    row("BOM",
        "\xEF\xBB\xBF"
        "DB_ENV=remote\n",
        "\xEF\xBB\xBF"
        "DB_ENV=local\n");
    row("hard passwords",
        "P1=a#b!c$d\nP2='x # ! $ \" y'\nDB_ENV=remote\nP3=\"q\\\"\\$ #!\"\nP4=!$(id)`id`\n",
        "P1=a#b!c$d\nP2='x # ! $ \" y'\nDB_ENV=local\nP3=\"q\\\"\\$ #!\"\nP4=!$(id)`id`\n");
    row("no UTF-8 elsewhere", "A='\xff\xfe'\nDB_ENV=remote\n", "A='\xff\xfe'\nDB_ENV=local\n");
    row("the last of two counts", "DB_ENV=local\nDB_ENV=remote\n", "DB_ENV=local\nDB_ENV=local\n");
    row("other case", "DB_ENV=Remote\n", "DB_ENV=local\n", QStringLiteral("Remote"));
    row("no side at all", "DB_ENV=staging\n", "DB_ENV=local\n", QStringLiteral("staging"));
    row("empty", "DB_ENV=\nA=1\n", "DB_ENV=local\nA=1\n", QStringLiteral(""));
    row("not set", "A=1\r\n", "A=1\r\nDB_ENV=local\r\n", QString());
    row("names alike", "DB_ENV_OLD=remote\n#DB_ENV=remote\nDB_ENV=remote\n",
        "DB_ENV_OLD=remote\n#DB_ENV=remote\nDB_ENV=local\n");
}

void EnvSwitchTest::keepsEveryOtherByte()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, from);
    put(before);
    const auto seen = readEnvTarget(m_path);
    QVERIFY(seen.ok());
    QCOMPARE(seen->written, from);
    QCOMPARE(seen->written.isNull(), from.isNull());
    const auto change = pointEnvAt(m_path, Side::Local, *seen);
    QVERIFY(change.ok());
    QCOMPARE(contentOf(m_path), after);
    QCOMPARE(contentOf(change->backup), before);
    QCOMPARE(readEnvTarget(m_path)->side, std::optional(Side::Local));

    const auto undone = undoEnvSwitch(m_path);
    QVERIFY2(undone.ok(), qPrintable(undone.ok() ? QString() : undone.error().message()));
    QCOMPARE(contentOf(m_path), before);
    QCOMPARE(undone->to, from);
    QVERIFY(!QFile::exists(envBackupOf(m_path)));
}

void EnvSwitchTest::refusesWhatChangedMeanwhile()
{
    put("DB_ENV=remote\n");
    const auto seen = readEnvTarget(m_path);
    put("DB_ENV=local\nA=1\n");
    const auto change = pointEnvAt(m_path, Side::Local, *seen);
    QVERIFY(!change.ok());
    QCOMPARE(change.error().code, ErrorCode::CfgInvalid);
    QCOMPARE(contentOf(m_path), QByteArray("DB_ENV=local\nA=1\n"));
    QVERIFY(!QFile::exists(envBackupOf(m_path)));
}

void EnvSwitchTest::undoKeepsLaterEdits()
{
    put("DB_ENV=remote\nA=1\n");
    QVERIFY(pointEnvAt(m_path, Side::Local, *readEnvTarget(m_path)).ok());
    put("DB_ENV=local\nA=2 # edited\nB=3\n");
    QVERIFY(undoEnvSwitch(m_path).ok());
    QCOMPARE(contentOf(m_path), QByteArray("DB_ENV=remote\nA=2 # edited\nB=3\n"));

    put("A=1\n"); // DB_ENV was not set before
    QVERIFY(pointEnvAt(m_path, Side::Local, *readEnvTarget(m_path)).ok());
    put("A=2\nDB_ENV=local\n");
    QVERIFY(undoEnvSwitch(m_path).ok());
    QCOMPARE(contentOf(m_path), QByteArray("A=2\n"));
}

void EnvSwitchTest::undoOfNothing()
{
    put("DB_ENV=remote\n");
    QCOMPARE(undoEnvSwitch(m_path).error().code, ErrorCode::CfgFile);
    QVERIFY(pointEnvAt(m_path, Side::Local, *readEnvTarget(m_path)).ok());
    put("DB_ENV=remote\nA=1\n"); // somebody went back by hand
    QCOMPARE(undoEnvSwitch(m_path).error().code, ErrorCode::CfgFile);
    QCOMPARE(contentOf(m_path), QByteArray("DB_ENV=remote\nA=1\n"));
}

/// The program was killed when the backup lay there and the file was as before.
void EnvSwitchTest::diesBetweenBothWrites()
{
    put("DB_ENV=remote\nA=1\n");
    QVERIFY(QFile::copy(m_path, envBackupOf(m_path)));
    QCOMPARE(undoEnvSwitch(m_path).error().code, ErrorCode::CfgFile);
    QVERIFY(pointEnvAt(m_path, Side::Local, *readEnvTarget(m_path)).ok());
    QCOMPARE(contentOf(m_path), QByteArray("DB_ENV=local\nA=1\n"));
    QCOMPARE(contentOf(envBackupOf(m_path)), QByteArray("DB_ENV=remote\nA=1\n"));
}

void EnvSwitchTest::failsWithoutTouchingTheFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no assignment") << QByteArray("DB_ENV remote\n");
    QTest::newRow("open quote") << QByteArray("DB_ENV='remote\n");
    QTest::newRow("NUL") << QByteArray("DB_ENV=remote\n\0", 15);
    QTest::newRow("too large") << QByteArray(1'100'000, 'x');
}

void EnvSwitchTest::failsWithoutTouchingTheFile()
{
    QFETCH(QByteArray, content);
    put(content);
    QVERIFY(!readEnvTarget(m_path).ok());
    QVERIFY(!pointEnvAt(m_path, Side::Local, {QStringLiteral("remote"), Side::Remote}).ok());
    QCOMPARE(contentOf(m_path), content);
    QVERIFY(!QFile::exists(envBackupOf(m_path)));
}

void EnvSwitchTest::permissionsStay()
{
    put("DB_ENV=remote\n");
    const auto permissions =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup;
    QVERIFY(QFile::setPermissions(m_path, permissions));
    QVERIFY(pointEnvAt(m_path, Side::Local, *readEnvTarget(m_path)).ok());
    const auto shown = QFileInfo(m_path).permissions();
    QVERIFY((shown & QFileDevice::ReadGroup) != 0 && (shown & QFileDevice::ReadOther) == 0);
    const auto kept = QFileInfo(envBackupOf(m_path)).permissions();
    QVERIFY((kept & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) == 0);
}

QTEST_GUILESS_MAIN(EnvSwitchTest)
#include "tst_env_switch.moc"
