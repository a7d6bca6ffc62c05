// SPDX-License-Identifier: GPL-3.0-or-later
// causewayctl env, on an application's `.env` that names a real pair.
#include "tests/cli/ctl_process.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kPatience = 90'000;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

QByteArray sideVariables(const QByteArray& prefix, const SideConfig& side)
{
    return prefix + "SOCKET='" + side.socket.toUtf8() + "'\r\n" + prefix +
           "NAME=" + side.database.toUtf8() + "\r\n" + prefix + "USER=" + side.user.toUtf8() +
           " # who\r\n" + prefix + "PASSWORD=\"" + side.password.toUtf8() + "\"\r\n";
}

} // namespace

class CtlEnvTest final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void showsAndSwitches();
    void outcomes_data();
    void outcomes();
    void syncsAndProvesFirst();
    void openConflictsForbidIt();
    void profileNamesFileAndCommand();
    void undoTakesItBack();
    void ctrlCEndsTheCommand();

private:
    [[nodiscard]] CtlResult env(const QStringList& words) const
    {
        return m_ctl.runWords(
            QStringList{QStringLiteral("--env-file"), m_path, QStringLiteral("env")} + words);
    }
    [[nodiscard]] QByteArray target() const
    {
        const QByteArray content = contentOf(m_path);
        const qsizetype at = content.indexOf("DB_ENV=") + 7;
        return content.mid(at, content.indexOf('\r', at) - at);
    }
    void write(const QByteArray& content) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    std::unique_ptr<TwoSidedFixture> m_pair;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QByteArray m_content;
    Ctl m_ctl;
};

void CtlEnvTest::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral(".env"));
    m_content = "\xEF\xBB\xBF# the shop\r\nDB_ENV=remote\r\nSECRET=a#b!c$d\r\n" +
                sideVariables("DB_REMOTE_", m_pair->profile().remote) +
                sideVariables("DB_LOCAL_", m_pair->profile().local);
    write(m_content);
    m_ctl = Ctl();
    m_ctl.set(QStringLiteral("XDG_CONFIG_HOME"), m_folder->path());
}

void CtlEnvTest::showsAndSwitches()
{
    const CtlResult shown = env({QStringLiteral("show"), QStringLiteral("--json")});
    EXPECT_CODE(shown, 0);
    QCOMPARE(shown.object()[QLatin1String("side")].toString(), QStringLiteral("remote"));
    QVERIFY(shown.object()[QLatin1String("backup")].isNull());
    const QByteArray password = m_pair->profile().remote.password.toUtf8();
    QVERIFY(password.isEmpty() || !shown.out.contains(password));

    const CtlResult switched = env({QStringLiteral("switch"), QStringLiteral("--json")});
    EXPECT_CODE(switched, 0);
    const QJsonObject told = switched.object();
    QCOMPARE(told[QLatin1String("from")].toString(), QStringLiteral("remote"));
    QCOMPARE(told[QLatin1String("to")].toString(), QStringLiteral("local"));
    QCOMPARE(told[QLatin1String("switched")], QJsonValue(true));
    QVERIFY(told[QLatin1String("sync")].isNull() && told[QLatin1String("error")].isNull());
    QCOMPARE(contentOf(told[QLatin1String("backup")].toString()), m_content);
    QCOMPARE(contentOf(m_path), QByteArray(m_content).replace("=remote", "=local"));
    EXPECT_CODE(env({QStringLiteral("switch"), QStringLiteral("remote")}), 0);
    QCOMPARE(contentOf(m_path), m_content);
}

void CtlEnvTest::outcomes_data()
{
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QByteArray>("replacement");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QByteArray>("now");
    const auto row = [](const char* name, const QByteArray& find, const QByteArray& replacement,
                        const QString& words, int code, const QString& error,
                        const QByteArray& now) {
        QTest::newRow(name) << find << replacement << words << code << error << now;
    };
    const QString none;
    const auto text = [](const char* latin) { return QString::fromLatin1(latin); };
    row("already there", "", "", text("switch remote"), 0, none, "remote");
    row("no such side", "", "", text("switch both"), 2, text("CFG_006"), "remote");
    row("two ways at once", "", "", text("switch --sync --no-sync"), 2, text("CFG_006"), "remote");
    row("no database", "DB_LOCAL_NAME=", "DB_LOCAL_NAME=no_", text("switch"), 3,
        text("DB_CONN_004"), "remote");
    row("no server", "DB_LOCAL_SOCKET='", "DB_LOCAL_SOCKET='/nonexistent", text("switch"), 3,
        text("DB_CONN_001"), "remote");
    row("no server, unchecked", "DB_LOCAL_SOCKET='", "DB_LOCAL_SOCKET='/nonexistent",
        text("switch --no-check"), 0, none, "local");
    row("variable missing", "DB_LOCAL_NAME", "LOCAL_NAME", text("switch"), 2, text("CFG_001"),
        "remote");
    row("no side in it", "=remote", "=staging", text("switch"), 2, text("CFG_002"), "staging");
    row("no side in it, no check", "=remote", "=staging", text("switch local --no-check"), 0, none,
        "local");
    row("no control tables", "", "", text("switch --sync"), 2, text("CFG_005"), "remote");
    row("command fails", "", "", text("switch --run false"), 5, text("SYS_005"), "local");
    row("command succeeds", "", "", text("switch --run true"), 0, none, "local");
}

void CtlEnvTest::outcomes()
{
    QFETCH(QByteArray, find);
    QFETCH(QByteArray, replacement);
    QFETCH(QString, words);
    QFETCH(int, code);
    QFETCH(QString, error);
    QFETCH(QByteArray, now);
    QByteArray content = m_content;
    if (!find.isEmpty())
        content.replace(find, replacement);
    write(content);
    const CtlResult result =
        env(words.split(QLatin1Char(' ')) + QStringList{QStringLiteral("--json")});
    EXPECT_CODE(result, code);
    QCOMPARE(result.object()[QLatin1String("error")][QLatin1String("code")].toString(), error);
    QCOMPARE(target(), now);
    const bool wrote = contentOf(m_path) != content;
    QCOMPARE(result.object()[QLatin1String("switched")].toBool(), wrote);
}

void CtlEnvTest::syncsAndProvesFirst()
{
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    EXPECT_CODE(m_ctl.runWords({QStringLiteral("--env-file"), m_path, QStringLiteral("init")}), 0);
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (1,'one')");
    const CtlResult result =
        env({QStringLiteral("switch"), QStringLiteral("--sync"), QStringLiteral("--run"),
             QStringLiteral("echo restarted $CAUSEWAY_ENV_TO; exit 0"), QStringLiteral("--json")});
    EXPECT_CODE(result, 0);
    const QJsonObject told = result.object();
    QCOMPARE(told[QLatin1String("sync")][QLatin1String("status")].toString(),
             QStringLiteral("SUCCESS"));
    QCOMPARE(told[QLatin1String("compare")][QLatin1String("equal")], QJsonValue(true));
    QCOMPARE(told[QLatin1String("command")][QLatin1String("exit_code")].toInt(-1), 0);
    QCOMPARE(told[QLatin1String("command")][QLatin1String("output")].toString(),
             QStringLiteral("restarted local\n"));
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")), QByteArrayList{"1|one"});
    QCOMPARE(target(), QByteArray("local"));
}

void CtlEnvTest::openConflictsForbidIt()
{
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    EXPECT_CODE(m_ctl.runWords({QStringLiteral("--env-file"), m_path, QStringLiteral("init")}), 0);
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (1,'one')");
    m_pair->run(Side::Local, "INSERT INTO t VALUES (1,'uno')");
    const CtlResult result =
        env({QStringLiteral("switch"), QStringLiteral("--sync"), QStringLiteral("--json"),
             QStringLiteral("--run"), QStringLiteral("touch ") + m_folder->filePath(u"ran"_qs)});
    EXPECT_CODE(result, 1);
    QCOMPARE(result.object()[QLatin1String("switched")], QJsonValue(false));
    QCOMPARE(result.object()[QLatin1String("compare")][QLatin1String("equal")], QJsonValue(false));
    QCOMPARE(contentOf(m_path), m_content);
    QVERIFY(!QFile::exists(m_folder->filePath(u"ran"_qs)));
}

void CtlEnvTest::profileNamesFileAndCommand()
{
    EXPECT_CODE(m_ctl.runWords({u"profile"_qs, u"import"_qs, m_path, u"--name"_qs, u"shop"_qs}), 0);
    EXPECT_CODE(m_ctl.runWords({u"profile"_qs, u"set"_qs, u"shop"_qs, u"--after-switch"_qs,
                                u"echo from-profile"_qs}),
                0);
    const CtlResult result = m_ctl.run(u"--profile shop env switch"_qs);
    EXPECT_CODE(result, 0);
    QVERIFY2(result.out.contains("from-profile"), result.told().constData());
    QCOMPARE(target(), QByteArray("local"));
    const CtlResult back = m_ctl.run(u"--profile shop env switch --no-run"_qs);
    EXPECT_CODE(back, 0);
    QVERIFY2(!back.out.contains("from-profile"), back.told().constData());
    EXPECT_CODE(m_ctl.run(u"--profile shop env switch --sync"_qs), 2); // read-only
    QCOMPARE(target(), QByteArray("remote"));
    EXPECT_CODE(m_ctl.run(u"env switch"_qs), 2); // names no file
}

void CtlEnvTest::undoTakesItBack()
{
    EXPECT_CODE(env({QStringLiteral("undo")}), 2);
    EXPECT_CODE(env({QStringLiteral("switch")}), 0);
    const CtlResult undone = env({QStringLiteral("undo"), QStringLiteral("--json")});
    EXPECT_CODE(undone, 0);
    QCOMPARE(undone.object()[QLatin1String("to")].toString(), QStringLiteral("remote"));
    QCOMPARE(contentOf(m_path), m_content);
    EXPECT_CODE(env({QStringLiteral("undo")}), 2);
}

void CtlEnvTest::ctrlCEndsTheCommand()
{
    QProcess process;
    m_ctl.start(process, {u"--env-file"_qs, m_path, u"env"_qs, u"switch"_qs, u"--run"_qs,
                          u"echo begun; sleep 1000"_qs});
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).contains("begun"), kPatience);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(kPatience));
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(target(), QByteArray("local")); // written before the command began
}

QTEST_GUILESS_MAIN(CtlEnvTest)
#include "tst_ctl_env.moc"
