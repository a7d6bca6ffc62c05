// SPDX-License-Identifier: GPL-3.0-or-later
// Help, languages, profiles and `.env` files: what needs no server.
#include "tests/cli/ctl_process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace causeway;
using namespace causeway::test;

namespace {

const QByteArray kEnv =
    "# the shop\n"
    "DB_ENV=remote\nDB_REMOTE_HOST=db1.invalid\nDB_REMOTE_NAME=shop\nDB_REMOTE_USER=app\n"
    "DB_REMOTE_PASSWORD='canary#1'\nDB_LOCAL_HOST=127.0.0.1\nDB_LOCAL_PORT=1\n"
    "DB_LOCAL_NAME=shop\nDB_LOCAL_USER=me\nOTHER=kept # as it is\n";

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

} // namespace

class CtlProfilesTest final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void helpNamesEveryCommand();
    void usageErrors_data();
    void usageErrors();
    void versionIsTold();
    void languageFollowsLocaleAndOption();
    void profilesAreAddedListedAndRemoved();
    void importAndExport();
    void readOnlyProfilesRefuseWrites();
    void pairIsNeeded();
    void variablesNameAPair();

private:
    [[nodiscard]] QString file(const char* name) const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Ctl m_ctl;
};

void CtlProfilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_ctl = Ctl();
    m_ctl.set(QStringLiteral("XDG_CONFIG_HOME"), file("config"));
    QFile env(file(".env"));
    QVERIFY(env.open(QIODevice::WriteOnly));
    env.write(kEnv);
}

void CtlProfilesTest::helpNamesEveryCommand()
{
    const CtlResult help = m_ctl.run(QStringLiteral("--help"));
    EXPECT_CODE(help, 0);
    for (const char* command :
         {"init", "sync", "compare", "config list", "config set", "conflicts list",
          "conflicts show", "conflicts resolve", "log list", "log stats", "log prune",
          "profile list", "profile add", "profile remove", "profile test", "profile import",
          "profile export", "demo"}) {
        QVERIFY2(help.out.contains(QByteArray(QByteArray("  ") + command + ' ')), command);
        const CtlResult own = m_ctl.run(QString::fromLatin1(command) + QStringLiteral(" --help"));
        EXPECT_CODE(own, 0);
        QVERIFY2(own.out.contains(QByteArray(QByteArray("causewayctl ") + command)), command);
    }
    EXPECT_CODE(m_ctl.run(QStringLiteral("config --help")), 0);
}

void CtlProfilesTest::usageErrors_data()
{
    QTest::addColumn<QString>("words");
    for (const char* words :
         {"", "what", "selftest extra", "config", "config what", "sync extra", "sync --what",
          "conflicts show", "config set", "--lang fr sync", "--profile a --env-file b sync",
          "--remote mysql://a@b/c sync", "conflicts resolve", "conflicts resolve 1",
          "conflicts resolve --all 1 --use local"}) {
        QTest::newRow(words) << QString::fromLatin1(words);
    }
}

void CtlProfilesTest::usageErrors()
{
    QFETCH(QString, words);
    const CtlResult result = m_ctl.run(QStringLiteral("--json ") + words);
    EXPECT_CODE(result, 2);
    const QJsonObject error = result.object().value(QStringLiteral("error")).toObject();
    QCOMPARE(error.value(QStringLiteral("code")).toString(), QStringLiteral("CFG_006"));
    QVERIFY(result.err.contains("CFG_006"));
    const CtlResult plain = m_ctl.run(words);
    EXPECT_CODE(plain, 2);
    QVERIFY2(plain.out.isEmpty(), plain.out.constData());
}

void CtlProfilesTest::versionIsTold()
{
    QVERIFY(m_ctl.run(QStringLiteral("--version")).out.startsWith("causewayctl "));
    QVERIFY(!m_ctl.run(QStringLiteral("--version --json"))
                 .object()
                 .value(QStringLiteral("version"))
                 .toString()
                 .isEmpty());
}

void CtlProfilesTest::languageFollowsLocaleAndOption()
{
    const auto help = [this](const QString& words) {
        return QString::fromUtf8(m_ctl.run(words).out);
    };
    const QString english = QStringLiteral("Commands:");
    const QString chinese = QStringLiteral("命令");
    QVERIFY(help(QStringLiteral("--help")).contains(english));
    QVERIFY(help(QStringLiteral("--help --lang zh_CN")).contains(chinese));
    m_ctl.set(QStringLiteral("LC_ALL"), QStringLiteral("zh_CN.UTF-8"));
    QVERIFY(help(QStringLiteral("--help")).contains(chinese));
    QVERIFY(help(QStringLiteral("--help --lang=en")).contains(english));
}

void CtlProfilesTest::profilesAreAddedListedAndRemoved()
{
    QVERIFY(m_ctl.run(QStringLiteral("profile list --json")).array().isEmpty());
    const QString add =
        QStringLiteral("profile add 店铺 --environment PROD --remote mysql://a:canary@db1/shop "
                       "--local mariadb://b@[::1]:3307/shop");
    const CtlResult added = m_ctl.run(add);
    EXPECT_CODE(added, 0);
    QVERIFY(added.err.contains("SYS_004") ||
            added.err.contains("keychain")); // there is none here: said so
    EXPECT_CODE(m_ctl.run(add), 2);
    EXPECT_CODE(m_ctl.run(add + QStringLiteral(" --replace")), 0);
    const QJsonArray list = m_ctl.run(QStringLiteral("profile list --json")).array();
    QCOMPARE(list.size(), 1);
    const QJsonObject profile = list.at(0).toObject();
    QCOMPARE(profile.value(QStringLiteral("name")).toString(), QStringLiteral("店铺"));
    QCOMPARE(profile.value(QStringLiteral("environment")).toString(), QStringLiteral("PROD"));
    QCOMPARE(profile.value(QStringLiteral("read_only")), QJsonValue(true));
    QProcess grep;
    grep.start(QStringLiteral("grep"),
               {QStringLiteral("-r"), QStringLiteral("canary"), file("config")});
    QVERIFY(grep.waitForFinished());
    QCOMPARE(grep.exitCode(), 1);
    EXPECT_CODE(m_ctl.run(QStringLiteral("profile remove 店铺")), 0);
    const CtlResult gone = m_ctl.run(QStringLiteral("profile remove 店铺 --json"));
    EXPECT_CODE(gone, 2);
    QCOMPARE(gone.object()
                 .value(QStringLiteral("error"))
                 .toObject()
                 .value(QStringLiteral("code"))
                 .toString(),
             QStringLiteral("CFG_009"));
}

void CtlProfilesTest::importAndExport()
{
    const CtlResult imported =
        m_ctl.run(QStringLiteral("profile import %1 --name Shop").arg(file(".env")));
    EXPECT_CODE(imported, 0);
    EXPECT_CODE(m_ctl.run(QStringLiteral("profile export Shop ") + file("out.env")), 0);
    QVERIFY(!contentOf(file("out.env")).contains("canary"));
    EXPECT_CODE(
        m_ctl.run(
            QStringLiteral("profile export Shop %1 --with-passwords").arg(file("secret.env"))),
        0);
    QVERIFY(contentOf(file("secret.env")).contains("DB_REMOTE_PASSWORD='canary#1'"));
    QVERIFY((QFile::permissions(file("secret.env")) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    EXPECT_CODE(m_ctl.run(QStringLiteral("profile export Shop ") + file(".env")), 0);
    QVERIFY(contentOf(file(".env")).startsWith(kEnv)); // comments, order and the password stay
    EXPECT_CODE(m_ctl.run(QStringLiteral("profile import /nonexistent/.env")), 2);
}

void CtlProfilesTest::readOnlyProfilesRefuseWrites()
{
    EXPECT_CODE(m_ctl.run(QStringLiteral("profile import %1 --name Shop").arg(file(".env"))), 0);
    for (const char* command : {"init", "sync", "config set t priority=1",
                                "conflicts resolve 1 --use local", "log prune"}) {
        const CtlResult result =
            m_ctl.run(QStringLiteral("--profile Shop --json ") + QString::fromLatin1(command));
        EXPECT_CODE(result, 2);
        QCOMPARE(result.object()
                     .value(QStringLiteral("error"))
                     .toObject()
                     .value(QStringLiteral("code"))
                     .toString(),
                 QStringLiteral("CFG_008"));
    }
    // Reading and the option get as far as the server, which is not there.
    EXPECT_CODE(m_ctl.run(QStringLiteral("--profile Shop config list")), 3);
    EXPECT_CODE(m_ctl.run(QStringLiteral("--profile Shop --unlock config set t priority=1")), 3);
    EXPECT_CODE(m_ctl.run(QStringLiteral("profile unlock Shop")), 0);
    EXPECT_CODE(m_ctl.run(QStringLiteral("--profile Shop config set t priority=1")), 3);
    EXPECT_CODE(m_ctl.run(QStringLiteral("profile lock Shop")), 0);
    EXPECT_CODE(m_ctl.run(QStringLiteral("--profile Shop config set t priority=1")), 2);
}

void CtlProfilesTest::pairIsNeeded()
{
    const CtlResult result = m_ctl.run(QStringLiteral("config list --json"));
    EXPECT_CODE(result, 2);
    QVERIFY(result.err.contains("CFG_001") && result.err.contains("--env-file"));
    EXPECT_CODE(m_ctl.run(QStringLiteral("--remote mysql://a:canary@b --local mysql://a@b/c sync")),
                2);
}

void CtlProfilesTest::variablesNameAPair()
{
    m_ctl.set(QStringLiteral("DB_REMOTE_HOST"), QStringLiteral("db1.invalid"));
    const CtlResult result = m_ctl.run(QStringLiteral("config list"));
    EXPECT_CODE(result, 2);
    QVERIFY2(result.err.contains("CFG_001") && result.err.contains("DB_REMOTE_NAME"),
             result.err.constData());
    for (const char* name : {"DB_REMOTE_NAME", "DB_REMOTE_USER", "DB_LOCAL_NAME", "DB_LOCAL_USER"})
        m_ctl.set(QString::fromLatin1(name), QStringLiteral("x"));
    m_ctl.set(QStringLiteral("DB_LOCAL_HOST"), QStringLiteral("127.0.0.1"));
    m_ctl.set(QStringLiteral("DB_LOCAL_PORT"), QStringLiteral("1"));
    EXPECT_CODE(m_ctl.run(QStringLiteral("config list")), 3);
}

QTEST_GUILESS_MAIN(CtlProfilesTest)
#include "tst_ctl_profiles.moc"
