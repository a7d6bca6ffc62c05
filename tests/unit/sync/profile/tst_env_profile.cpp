// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/env_profile.h"

#include <QTest>

using namespace causeway;

namespace {

const QByteArray kComplete =
    "DB_ENV=local\n"
    "DB_REMOTE_HOST=db1.example\nDB_REMOTE_PORT=3307\nDB_REMOTE_NAME=shop\n"
    "DB_REMOTE_USER=app\nDB_REMOTE_PASSWORD='!Abc#canary'\n"
    "DB_LOCAL_HOST=127.0.0.1\nDB_LOCAL_NAME=shop_local\nDB_LOCAL_USER=me\n"
    "DB_LOCAL_PASSWORD=\n"
    "DB_SYNC_ENABLED=True\nDB_SYNC_INTERVAL=15\n"
    "DB_SYNC_DIRECTION=REMOTE_TO_LOCAL\nDB_SYNC_TYPE=FULL\n"
    "MARIADB_ROOT_PASSWORD=root\nMARIADB_DATABASE=m\nMARIADB_USER=mu\n"
    "MARIADB_PASSWORD=mp\nMARIADB_PORT=3390\n";

Result<EnvImport> import(const QByteArray& content)
{
    auto file = EnvFile::parse(content, QStringLiteral("/x/.env"));
    if (!file)
        return file.error();
    return profileFromEnv(*file, QStringLiteral("Shop"));
}

} // namespace

class EnvProfileTest final : public QObject {
    Q_OBJECT
private slots:
    void readsEveryVariable();
    void hasDefaults();
    void readsSocketAndTls();
    void refuses_data();
    void refuses();
    void exportsIntoAnExistingFile();
    void exportsToAnEmptyFile();
    void leavesPasswordsAlone();
};

void EnvProfileTest::readsEveryVariable()
{
    const auto result = import(kComplete);
    QVERIFY(result.ok());
    const Profile& profile = result->profile;
    QCOMPARE(profile.name, QStringLiteral("Shop"));
    QCOMPARE(profile.envFile, QStringLiteral("/x/.env"));
    QCOMPARE(profile.remote.display(), QStringLiteral("app@db1.example:3307/shop"));
    QCOMPARE(profile.remote.password, QStringLiteral("!Abc#canary"));
    QCOMPARE(profile.local.display(), QStringLiteral("me@127.0.0.1:3306/shop_local"));
    QCOMPARE(profile.local.password, QString());
    QCOMPARE((profile.defaults == SyncDefaults{true, 15, Direction::RemoteToLocal, SyncType::Full}),
             true);
    QCOMPARE(result->currentSide == Side::Local, true);
    QCOMPARE(result->managed.rootPassword, QStringLiteral("root"));
    QCOMPARE(result->managed.port, 3390);
    QVERIFY(profile.readOnly);
}

void EnvProfileTest::hasDefaults()
{
    const auto result = import("DB_REMOTE_HOST=a\nDB_REMOTE_NAME=b\nDB_REMOTE_USER=c\n"
                               "DB_LOCAL_HOST=a\nDB_LOCAL_NAME=b\nDB_LOCAL_USER=c\n");
    QVERIFY(result.ok());
    QCOMPARE(result->profile.defaults == SyncDefaults{}, true);
    QCOMPARE(result->profile.remote.port, 3306);
    QVERIFY(!result->currentSide);
}

void EnvProfileTest::readsSocketAndTls()
{
    QByteArray content = kComplete;
    content.replace("DB_LOCAL_HOST=127.0.0.1", "DB_LOCAL_SOCKET=/run/s");
    const auto result = import(content + "DB_REMOTE_TLS=verify_ca\nDB_REMOTE_TLS_CA=/ca.pem\n");
    QVERIFY(result.ok());
    QCOMPARE(result->profile.local.socket, QStringLiteral("/run/s"));
    QCOMPARE(result->profile.remote.tls == TlsMode::VerifyCa, true);
    QCOMPARE(result->profile.remote.tlsCa, QStringLiteral("/ca.pem"));
}

void EnvProfileTest::refuses_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* name, const char* before, const char* after, ErrorCode code) {
        QTest::newRow(after[0] == '\0' ? before : after)
            << QByteArray(before) << QByteArray(after) << static_cast<int>(code)
            << QString::fromUtf8(name);
    };
    const auto missing = ErrorCode::CfgMissing;
    const auto invalid = ErrorCode::CfgInvalid;
    row("DB_REMOTE_HOST", "DB_REMOTE_HOST=db1.example\n", "", missing);
    row("DB_REMOTE_NAME", "DB_REMOTE_NAME=shop\n", "", missing);
    row("DB_REMOTE_USER", "DB_REMOTE_USER=app\n", "DB_REMOTE_USER=\n", missing);
    row("DB_LOCAL_HOST", "DB_LOCAL_HOST=127.0.0.1\n", "", missing);
    row("DB_LOCAL_NAME", "DB_LOCAL_NAME=shop_local\n", "", missing);
    row("DB_LOCAL_USER", "DB_LOCAL_USER=me\n", "", missing);
    row("DB_REMOTE_PORT", "3307", "33o7", invalid);
    row("DB_REMOTE_PORT", "3307", "70000", invalid);
    row("DB_SYNC_ENABLED", "True", "Maybe", invalid);
    row("DB_SYNC_INTERVAL", "INTERVAL=15", "INTERVAL=0", invalid);
    row("DB_SYNC_DIRECTION", "REMOTE_TO_LOCAL", "SIDEWAYS", ErrorCode::CfgDirection);
    row("DB_SYNC_TYPE", "FULL", "HALF", invalid);
    row("DB_ENV", "DB_ENV=local", "DB_ENV=moon", invalid);
    row("DB_REMOTE_TLS", "DB_ENV=local", "DB_REMOTE_TLS=sometimes", invalid);
    row("MARIADB_PORT", "3390", "-1", invalid);
}

void EnvProfileTest::refuses()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, code);
    QFETCH(QString, name);
    QByteArray content = kComplete;
    QVERIFY(content.contains(before));
    const auto result = import(content.replace(before, after));
    QVERIFY(!result.ok());
    QCOMPARE(static_cast<int>(result.error().code), code);
    QCOMPARE(result.error().what, name);
    QVERIFY(result.error().detail.contains(QLatin1String("/x/.env")));
    QVERIFY(!result.error().detail.contains(QLatin1String("canary")));
}

void EnvProfileTest::exportsIntoAnExistingFile()
{
    const auto file =
        EnvFile::parse("# mine\n" + kComplete + "OTHER=1 # kept\n", QStringLiteral(".env"));
    QVERIFY(file.ok());
    auto result = profileFromEnv(*file, QStringLiteral("Shop"));
    QVERIFY(result.ok());
    EnvFile same = *file;
    QVERIFY(profileToEnv(result->profile, same, true).ok());
    QByteArray expected = file->content() + "DB_LOCAL_PORT=3306\n";
    QCOMPARE(same.content(), expected);

    result->profile.remote.host = QStringLiteral("db2");
    result->profile.defaults.enabled = false;
    QVERIFY(profileToEnv(result->profile, same, true).ok());
    expected.replace("db1.example", "db2").replace("ENABLED=True", "ENABLED=False");
    QCOMPARE(same.content(), expected);
}

void EnvProfileTest::exportsToAnEmptyFile()
{
    const auto imported = import(kComplete);
    QVERIFY(imported.ok());
    EnvFile file;
    QVERIFY(profileToEnv(imported->profile, file, true).ok());
    const auto back = profileFromEnv(file, QStringLiteral("Shop"));
    QVERIFY(back.ok());
    Profile expected = imported->profile;
    expected.envFile.clear();
    QCOMPARE(back->profile == expected, true);
}

void EnvProfileTest::leavesPasswordsAlone()
{
    const auto imported = import(kComplete);
    QVERIFY(imported.ok());
    EnvFile file;
    QVERIFY(profileToEnv(imported->profile, file, false).ok());
    QVERIFY(!file.content().contains("canary"));
    QVERIFY(!file.content().contains("PASSWORD"));
}

QTEST_GUILESS_MAIN(EnvProfileTest)
#include "tst_env_profile.moc"
