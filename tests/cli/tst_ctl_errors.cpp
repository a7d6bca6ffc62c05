// SPDX-License-Identifier: GPL-3.0-or-later
// Bad input, in both languages: a code, a sentence, a next step; nothing changed, no password
// shown.
#include "tests/cli/ctl_process.h"

#include <QFile>
#include <QTemporaryDir>

using namespace causeway;
using namespace causeway::test;

namespace {

const QString kCanary = QStringLiteral("CaNaRy-5eCr3t");

const QByteArray kTable =
    "CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(20)); INSERT INTO t VALUES (1, 'a');";

bool hasChinese(const QString& text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= 0x4e00 && c.unicode() <= 0x9fff; });
}

using Prepare = void (*)(TwoSidedFixture&);
using Spoil = void (*)(Profile&);

struct BadCase {
    Prepare prepare = nullptr; ///< after init on a good table
    Spoil spoil = nullptr;     ///< of the pair that the command gets
    const char* command = "sync";
    const char* code = "";
    int exit = 0;
};

} // namespace

Q_DECLARE_METATYPE(BadCase)

class CtlErrorsTest final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }
    void badInput_data();
    void badInput();
    void malformedEnvFile_data();
    void malformedEnvFile();
    void passwordsNeverShow();

private:
    void checkError(const CtlResult& result, const QString& code, int exit, bool chinese);
    void writeEnvFile(const QByteArray& extra);

    std::unique_ptr<TwoSidedFixture> m_pair;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void CtlErrorsTest::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_folder = std::make_unique<QTemporaryDir>();
}

/// The error of a report: of the run, or of its first table that has one.
static QJsonObject errorOf(const QJsonObject& document)
{
    if (document.value(QStringLiteral("error")).isObject())
        return document.value(QStringLiteral("error")).toObject();
    const QJsonArray tables = document.value(QStringLiteral("tables")).toArray();
    for (const QJsonValue& table : tables) {
        if (table.toObject().value(QStringLiteral("error")).isObject())
            return table.toObject().value(QStringLiteral("error")).toObject();
    }
    return {};
}

void CtlErrorsTest::checkError(const CtlResult& result, const QString& code, int exit, bool chinese)
{
    EXPECT_CODE(result, exit);
    const QJsonObject error = errorOf(result.object());
    QCOMPARE(error.value(QStringLiteral("code")).toString(), code);
    for (const char* member : {"message", "hint"}) {
        const QString text = error.value(QLatin1String(member)).toString();
        QVERIFY2(text.size() > 8, member);
        QVERIFY2(hasChinese(text) == chinese, qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("%1")), qPrintable(text));
        QVERIFY(!text.contains(kCanary));
    }
    const QString shown = QString::fromUtf8(result.err);
    QVERIFY2(shown.contains(code), qPrintable(shown));
    QVERIFY2(shown.contains(error.value(QStringLiteral("hint")).toString()), qPrintable(shown));
    QVERIFY(!result.err.contains(kCanary.toUtf8()) && !result.out.contains(kCanary.toUtf8()));
    // A side is named in the reader's language, too.
    QVERIFY2(!chinese || !shown.contains(QStringLiteral("remote · ")), qPrintable(shown));
    QVERIFY2(!chinese || !shown.contains(QStringLiteral("local · ")), qPrintable(shown));
}

namespace {

void addCase(const char* name, const BadCase& bad)
{
    QTest::addRow("%s, en", name) << bad << false;
    QTest::addRow("%s, zh_CN", name) << bad << true;
}

/// What is wrong in the databases themselves.
void addBadDatabases()
{
    addCase("unknown enum", {[](TwoSidedFixture& pair) {
                                 pair.run(Side::Local,
                                          "ALTER TABLE db_sync_config MODIFY conflict_resolution "
                                          "VARCHAR(20); UPDATE db_sync_config SET "
                                          "conflict_resolution = 'COIN_TOSS'");
                             },
                             nullptr, "sync", "CFG_002", 2});
    addCase("unknown direction", {[](TwoSidedFixture& pair) {
                                      pair.run(Side::Local,
                                               "ALTER TABLE db_sync_config MODIFY sync_direction "
                                               "VARCHAR(20); UPDATE db_sync_config SET "
                                               "sync_direction = 'SIDEWAYS'");
                                  },
                                  nullptr, "config list", "CFG_004", 2});
    addCase("structures differ", {[](TwoSidedFixture& pair) {
                                      pair.run(Side::Local, "ALTER TABLE t ADD extra INT NOT NULL");
                                  },
                                  nullptr, "sync", "SYNC_001", 4});
    addCase("types differ", {[](TwoSidedFixture& pair) {
                                 pair.run(Side::Local,
                                          "DELETE FROM t; ALTER TABLE t MODIFY v DATE");
                             },
                             nullptr, "sync", "SYNC_003", 4});
    addCase("table without key", {[](TwoSidedFixture& pair) {
                                      pair.run(Side::Local, "DELETE FROM t");
                                      pair.runBoth("ALTER TABLE t DROP PRIMARY KEY");
                                  },
                                  nullptr, "sync", "SYNC_006", 4});
    addCase("unknown table", {nullptr, nullptr, "sync --table nothing", "CFG_003", 2});
    addCase("control tables missing",
            {[](TwoSidedFixture& pair) { pair.run(Side::Local, "DROP TABLE db_sync_config"); },
             nullptr, "sync", "CFG_005", 2});
    addCase("bad direction", {nullptr, nullptr, "sync --direction UP", "CFG_004", 2});
    addCase("bad type", {nullptr, nullptr, "sync --type HALF", "CFG_002", 2});
    addCase("unknown option", {nullptr, nullptr, "sync --fast", "CFG_006", 2});
    addCase("unknown conflict", {nullptr, nullptr, "conflicts show 99", "CFG_009", 2});
    addCase("no such side", {nullptr, nullptr, "conflicts resolve --all --use moon", "CFG_002", 2});
}

} // namespace

void CtlErrorsTest::badInput_data()
{
    QTest::addColumn<BadCase>("bad");
    QTest::addColumn<bool>("chinese");
    addCase(
        "wrong password",
        {[](TwoSidedFixture& pair) {
             pair.runBoth("CREATE USER IF NOT EXISTS 'wrong'@'localhost' IDENTIFIED BY 'other'");
         },
         [](Profile& pair) { pair.remote.user = QStringLiteral("wrong"); }, "sync", "DB_CONN_003",
         3});
    addCase("unknown database",
            {nullptr,
             [](Profile& pair) { pair.remote.database = QStringLiteral("no_such_database"); },
             "sync", "DB_CONN_004", 3});
    addCase("unreachable port", {nullptr,
                                 [](Profile& pair) {
                                     pair.remote.socket.clear();
                                     pair.remote.host = QStringLiteral("127.0.0.1");
                                     pair.remote.port = 1;
                                 },
                                 "sync", "DB_CONN_001", 3});
    addCase("missing socket",
            {nullptr,
             [](Profile& pair) { pair.local.socket = QStringLiteral("/nonexistent/socket"); },
             "config list", "DB_CONN_001", 3});
    addBadDatabases();
}

void CtlErrorsTest::badInput()
{
    QFETCH(BadCase, bad);
    QFETCH(bool, chinese);
    m_pair->runBoth(kTable);
    Ctl ctl;
    ctl.usePair(m_pair->profile());
    EXPECT_CODE(ctl.run(QStringLiteral("init")), 0);
    EXPECT_CODE(ctl.run(QStringLiteral("sync")), 0);
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (2, 'waits')");
    if (bad.prepare != nullptr)
        bad.prepare(*m_pair);
    Profile pair = m_pair->profile();
    if (bad.spoil != nullptr)
        bad.spoil(pair);
    ctl.usePair(pair);
    ctl.set(QStringLiteral("CAUSEWAY_REMOTE_PASSWORD"),
            pair.remote.user == QLatin1String("wrong") ? kCanary : QString());
    const auto remoteBefore = m_pair->dump(Side::Remote, QStringLiteral("t"));
    const auto localBefore = m_pair->dump(Side::Local, QStringLiteral("t"));
    const QString language =
        chinese ? QStringLiteral("--lang zh_CN ") : QStringLiteral("--lang en ");
    const CtlResult result =
        ctl.run(language + QStringLiteral("--json ") + QString::fromLatin1(bad.command));
    checkError(result, QString::fromLatin1(bad.code), bad.exit, chinese);
    QCOMPARE(m_pair->dump(Side::Remote, QStringLiteral("t")), remoteBefore);
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")), localBefore);
}

void CtlErrorsTest::writeEnvFile(const QByteArray& extra)
{
    QFile file(m_folder->filePath(QStringLiteral(".env")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const Side side : {Side::Remote, Side::Local}) {
        const QByteArray prefix = side == Side::Remote ? "DB_REMOTE_" : "DB_LOCAL_";
        const SideConfig config = m_pair->profile().side(side);
        file.write(prefix + "SOCKET=" + config.socket.toUtf8() + "\n" + prefix + "NAME=" +
                   config.database.toUtf8() + "\n" + prefix + "USER=" + config.user.toUtf8() +
                   "\n" + prefix + "PASSWORD='" + config.password.toUtf8() + "'\n");
    }
    file.write(extra);
}

void CtlErrorsTest::malformedEnvFile_data()
{
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("chinese");
    const auto row = [](const char* name, const char* extra, const char* code, const char* word) {
        for (const bool chinese : {false, true})
            QTest::addRow("%s, %s", name, chinese ? "zh_CN" : "en")
                << QByteArray(extra) << QString::fromLatin1(code) << QString::fromLatin1(word)
                << chinese;
    };
    row("open quote", "A='CaNaRy-5eCr3t\n", "CFG_002", "9");
    row("no equals sign", "CaNaRy-5eCr3t\n", "CFG_002", "9");
    row("bad interval", "DB_SYNC_INTERVAL=soon\n", "CFG_002", "DB_SYNC_INTERVAL");
    row("bad direction", "DB_SYNC_DIRECTION=UP\n", "CFG_004", "DB_SYNC_DIRECTION");
    row("user missing", "DB_LOCAL_USER=\n", "CFG_001", "DB_LOCAL_USER");
}

void CtlErrorsTest::malformedEnvFile()
{
    QFETCH(QByteArray, extra);
    QFETCH(QString, code);
    QFETCH(QString, word);
    QFETCH(bool, chinese);
    writeEnvFile(extra);
    const Ctl ctl;
    const CtlResult result = ctl.runWords(
        {QStringLiteral("--env-file"), m_folder->filePath(QStringLiteral(".env")),
         QStringLiteral("--json"), QStringLiteral("--lang"),
         chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"), QStringLiteral("init")});
    checkError(result, code, 2, chinese);
    QVERIFY2(result.err.contains(word.toUtf8()), result.err.constData());
    QVERIFY(m_pair->tables(Side::Local, true).isEmpty());
}

/// Right passwords by each way, and nothing that the program prints or stores holds them.
void CtlErrorsTest::passwordsNeverShow()
{
    m_pair->runBoth(kTable);
    m_pair->runBoth("CREATE USER IF NOT EXISTS 'keeper'@'localhost' IDENTIFIED BY 'CaNaRy-5eCr3t'");
    m_pair->runBoth("GRANT ALL ON `" + m_pair->database().toUtf8() + "`.* TO 'keeper'@'localhost'");
    Profile pair = m_pair->profile();
    pair.remote.user = pair.local.user = QStringLiteral("keeper");
    Ctl ctl;
    ctl.set(QStringLiteral("XDG_CONFIG_HOME"), m_folder->path());
    ctl.usePair(pair);
    const QByteArray secret = kCanary.toUtf8();
    std::vector<CtlResult> results{ctl.run(QStringLiteral("sync"))}; // none given
    EXPECT_CODE(results.back(), 3);
    results.push_back(
        ctl.run(QStringLiteral("init --password-stdin"), secret + "\n" + secret + "\n"));
    EXPECT_CODE(results.back(), 0);
    results.push_back(ctl.run(QStringLiteral("profile add Shop --writable"), {}));
    EXPECT_CODE(results.back(), 0);
    ctl.set(QStringLiteral("CAUSEWAY_REMOTE_PASSWORD"), kCanary);
    ctl.set(QStringLiteral("CAUSEWAY_LOCAL_PASSWORD"), kCanary);
    for (const char* command : {"sync --verbose", "sync --json", "compare", "config list",
                                "log list --json", "profile test", "profile list --json"}) {
        results.push_back(ctl.run(QString::fromLatin1(command)));
        EXPECT_CODE(results.back(), 0);
    }
    for (const CtlResult& result : results)
        QVERIFY2(!result.out.contains(secret) && !result.err.contains(secret),
                 result.err.constData());
    QProcess grep;
    grep.start(QStringLiteral("grep"), {QStringLiteral("-r"), kCanary, m_folder->path()});
    QVERIFY(grep.waitForFinished());
    QCOMPARE(grep.exitCode(), 1);
    for (const QString& table : m_pair->tables(Side::Local, true))
        QVERIFY(!m_pair->dump(Side::Local, table).join().contains(secret));
}

QTEST_GUILESS_MAIN(CtlErrorsTest)
#include "tst_ctl_errors.moc"
