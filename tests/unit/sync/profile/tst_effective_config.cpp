// SPDX-License-Identifier: GPL-3.0-or-later
// Which layer says what a setting is in the end, and which `.env` files there are to choose from.
#include "sync/profile/effective_config.h"
#include "sync/profile/env_choice.h"
#include "sync/profile/env_profile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace causeway;

namespace {

const QByteArray kPair =
    "DB_ENV=local\nDB_REMOTE_HOST=db1\nDB_REMOTE_NAME=shop\n"
    "DB_REMOTE_USER=app\nDB_REMOTE_PASSWORD='canary'\nDB_LOCAL_HOST=127.0.0.1\n"
    "DB_LOCAL_NAME=shop\nDB_LOCAL_USER=me\nDB_SYNC_INTERVAL=15\n"
    "MARIADB_PORT=3307\n";

EnvFile parsed(const QByteArray& content)
{
    const auto file = EnvFile::parse(content, QStringLiteral(".env"));
    return file.ok() ? *file : EnvFile();
}

EffectiveValue find(const std::vector<EffectiveValue>& values, const char* name)
{
    for (const EffectiveValue& value : values) {
        if (value.name == QLatin1String(name))
            return value;
    }
    return {};
}

GlobalSources fromFile(const QByteArray& content)
{
    GlobalSources sources;
    sources.file = parsed(content);
    sources.profile = profileFromEnv(*sources.file, QStringLiteral("p"))->profile;
    sources.origin = ConfigOrigin::EnvFile;
    return sources;
}

} // namespace

class EffectiveConfigTest final : public QObject {
    Q_OBJECT
private slots:
    void globalsOfAnEnvFile_data();
    void globalsOfAnEnvFile();
    void globalsOfAProfileThatDrifted();
    void globalsOfTheEnvironment();
    void globalsOfUrls();
    void passwordsAreNeverShown();
    void columns_data();
    void columns();
    void envFilesToChooseFrom();
    void choosingLeadsElsewhere();
};

void EffectiveConfigTest::globalsOfAnEnvFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const char* value, const char* origin,
                        const char* where) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(value)
                            << QString::fromLatin1(origin) << QString::fromLatin1(where);
    };
    row("DB_ENV", "local", "env_file", ".env, line 1");
    row("DB_REMOTE_HOST", "db1", "env_file", ".env, line 2");
    row("DB_REMOTE_PORT", "3306", "default", "");
    row("DB_REMOTE_PASSWORD", "********", "env_file", ".env, line 5");
    row("DB_LOCAL_PASSWORD", "", "default", "");
    row("DB_SYNC_INTERVAL", "15", "env_file", ".env, line 9");
    row("DB_SYNC_DIRECTION", "BOTH", "default", "");
    row("DB_SYNC_TYPE", "INCREMENTAL", "default", "");
    row("DB_SYNC_ENABLED", "False", "default", "");
    row("MARIADB_PORT", "3307", "env_file", ".env, line 10");
    row("MARIADB_USER", "", "default", "");
}

void EffectiveConfigTest::globalsOfAnEnvFile()
{
    QFETCH(QString, name);
    const EffectiveValue value =
        find(effectiveGlobals(fromFile(kPair)), name.toLatin1().constData());
    QTEST(value.value, "value");
    QTEST(toText(value.origin), "origin");
    QTEST(value.where, "where");
    QVERIFY(value.overridden.isEmpty());
}

void EffectiveConfigTest::globalsOfAProfileThatDrifted()
{
    GlobalSources sources = fromFile(kPair);
    sources.origin = ConfigOrigin::Profile;
    sources.profile.remote.host = QStringLiteral("db2");
    const auto values = effectiveGlobals(sources);
    QCOMPARE(find(values, "DB_REMOTE_HOST").value, QStringLiteral("db2"));
    QCOMPARE(find(values, "DB_REMOTE_HOST").overridden, QStringLiteral("db1"));
    QCOMPARE(find(values, "DB_REMOTE_HOST").where, QStringLiteral(".env, line 2"));
    QVERIFY(find(values, "DB_LOCAL_HOST").overridden.isEmpty());
    QCOMPARE(find(values, "DB_REMOTE_PASSWORD").origin, ConfigOrigin::EnvFile);
    QCOMPARE(find(values, "DB_ENV").origin, ConfigOrigin::EnvFile);
}

void EffectiveConfigTest::globalsOfTheEnvironment()
{
    GlobalSources sources = fromFile(kPair);
    const EnvFile variables = *sources.file;
    sources.file.reset();
    sources.origin = ConfigOrigin::Environment;
    sources.environment = [variables](const QString& name) { return variables.value(name); };
    const auto values = effectiveGlobals(sources);
    QCOMPARE(find(values, "DB_REMOTE_HOST").origin, ConfigOrigin::Environment);
    QCOMPARE(find(values, "DB_REMOTE_PORT").origin, ConfigOrigin::Default);
    QCOMPARE(find(values, "DB_ENV").value, QStringLiteral("local"));
}

void EffectiveConfigTest::globalsOfUrls()
{
    GlobalSources sources = fromFile(kPair);
    sources.file.reset();
    sources.origin = ConfigOrigin::CommandLine;
    const auto values = effectiveGlobals(sources);
    QCOMPARE(find(values, "DB_REMOTE_HOST").origin, ConfigOrigin::CommandLine);
    QCOMPARE(find(values, "DB_REMOTE_PASSWORD").origin, ConfigOrigin::CommandLine);
    QCOMPARE(find(values, "DB_SYNC_TYPE").origin, ConfigOrigin::Default);
}

void EffectiveConfigTest::passwordsAreNeverShown()
{
    GlobalSources sources = fromFile(kPair + "MARIADB_ROOT_PASSWORD=canary\n");
    sources.environment = [](const QString& name) -> std::optional<QString> {
        return name == QLatin1String("CAUSEWAY_REMOTE_PASSWORD")
                   ? std::optional(QStringLiteral("canary"))
                   : std::nullopt;
    };
    const auto values = effectiveGlobals(sources);
    for (const EffectiveValue& value : values)
        QVERIFY(!QString(value.value + value.overridden + value.where)
                     .contains(QLatin1String("canary")));
    QCOMPARE(find(values, "DB_REMOTE_PASSWORD").origin, ConfigOrigin::Environment);
    QCOMPARE(find(values, "MARIADB_ROOT_PASSWORD").value, QStringLiteral("********"));
}

void EffectiveConfigTest::columns_data()
{
    QTest::addColumn<bool>("hasRow");
    QTest::addColumn<bool>("hasRun");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("overridden");
    QTest::newRow("nothing") << false << false << QStringLiteral("INCREMENTAL")
                             << QStringLiteral("default") << QString();
    QTest::newRow("row") << true << false << QStringLiteral("FULL") << QStringLiteral("table")
                         << QString();
    QTest::newRow("run") << false << true << QStringLiteral("INCREMENTAL") << QStringLiteral("run")
                         << QString();
    QTest::newRow("row and run") << true << true << QStringLiteral("INCREMENTAL")
                                 << QStringLiteral("run") << QStringLiteral("FULL");
}

void EffectiveConfigTest::columns()
{
    QFETCH(bool, hasRow);
    QFETCH(bool, hasRun);
    TableConfig row;
    row.type = SyncType::Full;
    row.priority = 7;
    const RunChoice run{hasRun ? std::optional(SyncType::Incremental) : std::nullopt, {}, {}};
    const auto values =
        effectiveTable(hasRow ? std::optional(row) : std::nullopt, SyncDefaults(), run);
    const EffectiveValue type = find(values, "sync_type");
    QTEST(type.value, "type");
    QTEST(toText(type.origin), "origin");
    QTEST(type.overridden, "overridden");
    QCOMPARE(find(values, "priority").value, hasRow ? QStringLiteral("7") : QStringLiteral("50"));
    QCOMPARE(find(values, "conflict_resolution").value, QStringLiteral("MANUAL"));
    QCOMPARE(find(values, "sync_direction").value, QStringLiteral("BOTH"));
}

void EffectiveConfigTest::envFilesToChooseFrom()
{
    const QTemporaryDir folder;
    for (const char* name : {".env", ".env.dev", ".env.prod", ".env.test", ".env.example",
                             ".env.causeway-backup", ".env.prod.bak", ".envrc", "other"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QStringList names;
    for (const QString& path : envFilesBeside(folder.filePath(QStringLiteral(".env.dev"))))
        names << QFileInfo(path).fileName();
    QCOMPARE(names, (QStringList{QStringLiteral(".env"), QStringLiteral(".env.dev"),
                                 QStringLiteral(".env.prod"), QStringLiteral(".env.test")}));
    QCOMPARE(environmentOfEnvFile(names[2]), std::optional(Environment::Prod));
    QCOMPARE(environmentOfEnvFile(names[3]), std::optional(Environment::Test));
    QVERIFY(!environmentOfEnvFile(names[0]));
}

void EffectiveConfigTest::choosingLeadsElsewhere()
{
    const QTemporaryDir folder;
    const auto put = [&folder](const char* name, const QByteArray& content) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return path;
    };
    Profile profile = fromFile(kPair).profile;
    profile.readOnly = false;
    profile.hooks.afterSwitch = QStringLiteral("true");
    const QString same = put(".env.dev", QByteArray(kPair).replace("canary", "other"));
    QVERIFY(chooseEnvFile(profile, same).ok());
    QVERIFY(!profile.readOnly);
    QCOMPARE(profile.environment, Environment::Dev);
    QCOMPARE(profile.envFile, same);
    const QString other = put(".env.prod", QByteArray(kPair).replace("db1", "db9"));
    QVERIFY(chooseEnvFile(profile, other).ok());
    QVERIFY(profile.readOnly);
    QCOMPARE(profile.environment, Environment::Prod);
    QCOMPARE(profile.remote.host, QStringLiteral("db9"));
    QCOMPARE(profile.name, QStringLiteral("p"));
    QCOMPARE(profile.hooks.afterSwitch, QStringLiteral("true"));
    const Profile before = profile;
    QVERIFY(!chooseEnvFile(profile, put(".env.bad", "DB_REMOTE_HOST=x\n")).ok());
    QVERIFY(profile == before);
}

QTEST_GUILESS_MAIN(EffectiveConfigTest)
#include "tst_effective_config.moc"
