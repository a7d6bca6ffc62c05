// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/private_file.h"
#include "sync/profile/profile_store.h"
#include "sync/profile/secret_store.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace causeway;

namespace {

Profile sample(const QString& name)
{
    Profile profile;
    profile.name = name;
    profile.environment = Environment::Prod;
    profile.remote = {QStringLiteral("db1"),
                      3307,
                      {},
                      QStringLiteral("shop"),
                      QStringLiteral("app"),
                      QStringLiteral("canary-remote"),
                      TlsMode::VerifyCa,
                      QStringLiteral("/ca.pem")};
    profile.local.socket = QStringLiteral("/run/s");
    profile.local.database = QStringLiteral("商店");
    profile.local.user = QStringLiteral("me");
    profile.local.password = QStringLiteral("canary-local");
    profile.defaults = {true, 15, Direction::LocalToRemote, SyncType::Full};
    profile.envFile = QStringLiteral("/x/.env");
    profile.readOnly = false;
    return profile;
}

QByteArray everythingIn(const QString& folder)
{
    QByteArray result;
    const QStringList files = QDir(folder).entryList(QDir::Files);
    for (const QString& name : files) {
        QFile file(folder + QLatin1Char('/') + name);
        if (file.open(QIODevice::ReadOnly))
            result += file.readAll();
    }
    return result;
}

} // namespace

class ProfileStoreTest final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void keepsAllButPasswords();
    void listsByName();
    void aMissingFolderIsEmpty();
    void refusesBadNames_data();
    void refusesBadNames();
    void keepsNamesApart();
    void renames();
    void recoversTheLastGoodVersion();
    void saysWhatIsDamaged_data();
    void saysWhatIsDamaged();
    void withoutAKeychainSaysSo();
    void passwordsComeFromEnvironmentThenFile();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProfileStore> m_store;
};

void ProfileStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<ProfileStore>(m_folder->filePath(QStringLiteral("a/profiles")));
}

void ProfileStoreTest::cleanup()
{
    qunsetenv("CAUSEWAY_REMOTE_PASSWORD");
}

void ProfileStoreTest::keepsAllButPasswords()
{
    Profile profile = sample(QStringLiteral("Shop"));
    QVERIFY(m_store->save(profile).ok());
    QVERIFY(m_store->save(profile).ok()); // twice: the last-good copy is there as well
    const auto loaded = m_store->load(QStringLiteral("Shop"));
    QVERIFY(loaded.ok());
    QVERIFY(!everythingIn(m_store->folder()).contains("canary"));
    const QStringList files = QDir(m_store->folder()).entryList(QDir::Files);
    QCOMPARE(files.size(), 2);
    for (const QString& file : files)
        QVERIFY(!isReadableByOthers(m_store->folder() + QLatin1Char('/') + file));
    profile.remote.password.clear();
    profile.local.password.clear();
    QCOMPARE(*loaded == profile, true);
}

void ProfileStoreTest::listsByName()
{
    for (const char* name : {"beta", "Alpha", "店铺"})
        QVERIFY(m_store->save(sample(QString::fromUtf8(name))).ok());
    const auto listing = m_store->list();
    QVERIFY(listing.ok());
    QVERIFY(listing->warnings.isEmpty());
    QCOMPARE(listing->profiles.size(), std::size_t{3});
    QVERIFY(m_store->remove(QStringLiteral("beta")).ok());
    QVERIFY(!m_store->contains(QStringLiteral("beta")));
    QCOMPARE(m_store->list()->profiles.size(), std::size_t{2});
    QCOMPARE(m_store->remove(QStringLiteral("beta")).error().code, ErrorCode::CfgUnknown);
    QVERIFY(m_store->load(QStringLiteral("beta")).error().what.contains(QLatin1String("beta")));
}

void ProfileStoreTest::aMissingFolderIsEmpty()
{
    const auto listing = ProfileStore(QStringLiteral("/nowhere/profiles")).list();
    QVERIFY(listing.ok());
    QVERIFY(listing->profiles.empty());
}

void ProfileStoreTest::refusesBadNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << QStringLiteral(" ");
    QTest::newRow("blank at the end") << QStringLiteral("a ");
    QTest::newRow("line break") << QStringLiteral("a\nb");
    QTest::newRow("escape sequence") << QStringLiteral("a\x1b[31mb");
    QTest::newRow("too long") << QString(101, QLatin1Char('a'));
}

void ProfileStoreTest::refusesBadNames()
{
    QFETCH(QString, name);
    QCOMPARE(m_store->save(sample(name)).error().code, ErrorCode::CfgInvalid);
    QVERIFY(everythingIn(m_store->folder()).isEmpty());
}

void ProfileStoreTest::keepsNamesApart()
{
    const QStringList names{QStringLiteral("a/b"), QStringLiteral("a-b"),
                            QStringLiteral("A-B"), QStringLiteral("../../x"),
                            QStringLiteral("店"),  QString(100, QChar(0x5e97))};
    for (const QString& name : names)
        QVERIFY(m_store->save(sample(name)).ok());
    for (const QString& name : names)
        QCOMPARE(m_store->load(name)->name, name);
    QCOMPARE(QDir(m_store->folder()).entryList(QDir::Files).size(), names.size());
}

void ProfileStoreTest::renames()
{
    QVERIFY(m_store->save(sample(QStringLiteral("old"))).ok());
    QVERIFY(m_store->save(sample(QStringLiteral("other"))).ok());
    QCOMPARE(
        m_store->saveRenamed(sample(QStringLiteral("other")), QStringLiteral("old")).error().code,
        ErrorCode::CfgInvalid);
    QVERIFY(m_store->saveRenamed(sample(QStringLiteral("new")), QStringLiteral("old")).ok());
    QVERIFY(m_store->contains(QStringLiteral("new")));
    QVERIFY(!m_store->contains(QStringLiteral("old")));
}

void ProfileStoreTest::recoversTheLastGoodVersion()
{
    Profile profile = sample(QStringLiteral("Shop"));
    QVERIFY(m_store->save(profile).ok());
    profile.remote.host = QStringLiteral("db2");
    QVERIFY(m_store->save(profile).ok());
    const QString file =
        QDir(m_store->folder()).entryList({QStringLiteral("*.json")}, QDir::Files).first();
    QFile broken(m_store->folder() + QLatin1Char('/') + file);
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{\"name\":") > 0);
    broken.close();
    QCOMPARE(m_store->load(QStringLiteral("Shop"))->remote.host, QStringLiteral("db1"));
    const auto listing = m_store->list();
    QCOMPARE(listing->profiles.size(), std::size_t{1});
    QCOMPARE(listing->warnings.size(), 1);
    QVERIFY(m_store->save(profile).ok()); // and a damaged file never becomes the last good one
    QCOMPARE(m_store->load(QStringLiteral("Shop"))->remote.host, QStringLiteral("db2"));
}

void ProfileStoreTest::saysWhatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("word");
    QTest::newRow("format") << QByteArray("\"format\": 1") << QByteArray("\"format\": 9")
                            << "format";
    QTest::newRow("port") << QByteArray("3307") << QByteArray("99999") << "remote.port";
    QTest::newRow("tls") << QByteArray("VERIFY_CA") << QByteArray("LATER") << "remote.tls";
    QTest::newRow("type") << QByteArray("\"FULL\"") << QByteArray("7") << "defaults.type";
    QTest::newRow("environment") << QByteArray("PROD") << QByteArray("MOON") << "environment";
    QTest::newRow("name") << QByteArray("\"Shop\"") << QByteArray("\"\"") << "name";
    QTest::newRow("side") << QByteArray("\"local\": {") << QByteArray("\"elsewhere\": {")
                          << "local";
}

void ProfileStoreTest::saysWhatIsDamaged()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, word);
    QByteArray json = profileToJson(sample(QStringLiteral("Shop")));
    QVERIFY(json.contains(before));
    const auto result = profileFromJson(json.replace(before, after), QStringLiteral("f"));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::CfgFile);
    QVERIFY2(result.error().detail.contains(QLatin1Char('"') + word + QLatin1Char('"')),
             qPrintable(result.error().detail));
}

void ProfileStoreTest::withoutAKeychainSaysSo()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", m_folder->path().toLocal8Bit());
    QVERIFY(!SecretStore::mayBeAvailable());
    const SecretKey key{QStringLiteral("Shop"), Side::Remote};
    const auto read = SecretStore::readBlocking(key);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::SysPermission);
    QVERIFY(read.error().detail.contains(QLatin1String("CAUSEWAY_REMOTE_PASSWORD")));
    const auto written = SecretStore::writeBlocking(key, QStringLiteral("canary"));
    QCOMPARE(written.error().code, ErrorCode::SysPermission);
    QVERIFY(!everythingIn(m_folder->path()).contains("canary"));

    int answers = 0;
    QObject context;
    auto gone = std::make_unique<QObject>();
    SecretStore::read(key, gone.get(), [](auto) { QFAIL("the context is gone"); });
    SecretStore::read(key, &context, [&answers](auto) { ++answers; });
    gone.reset();
    QCOMPARE(answers, 0); // never before returning
    QTRY_COMPARE(answers, 1);
}

void ProfileStoreTest::passwordsComeFromEnvironmentThenFile()
{
    Profile profile = sample(QStringLiteral("Shop"));
    profile.remote.password.clear();
    profile.local.password.clear();
    profile.envFile = m_folder->filePath(QStringLiteral(".env"));
    QVERIFY(writeFileAtomically(profile.envFile, "DB_REMOTE_PASSWORD=f1\nDB_LOCAL_PASSWORD='f2'\n")
                .ok());
    qputenv("CAUSEWAY_REMOTE_PASSWORD", "e1");
    QVERIFY(fillPasswordsBlocking(profile, false).ok());
    QCOMPARE(profile.remote.password, QStringLiteral("e1"));
    QCOMPARE(profile.local.password, QStringLiteral("f2"));

    profile.local.password.clear();
    profile.envFile = m_folder->filePath(QStringLiteral("gone"));
    QCOMPARE(fillPasswordsBlocking(profile, false).error().code, ErrorCode::CfgFile);
}

QTEST_GUILESS_MAIN(ProfileStoreTest)
#include "tst_profile_store.moc"
