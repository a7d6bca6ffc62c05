// SPDX-License-Identifier: GPL-3.0-or-later
// No room left: on the target's disk, on the local side with the ledger, or on this machine. The
// run ends with SYS_001, nothing is half done, and with room again the next run does the rest.
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr rlim_t kSmallFile = 256 * 1024;
constexpr rlim_t kSomeRoom = 1 << 20;

/// Sets the bound on the size of files of process @p pid, as the account that it runs as: only
/// that one may. The hard bound stays.
void boundFiles(pid_t pid, rlim_t bytes)
{
    struct stat owner {};
    rlimit bounds{};
    if (::stat(QByteArray("/proc/" + QByteArray::number(pid)).constData(), &owner) != 0 ||
        ::getrlimit(RLIMIT_FSIZE, &bounds) != 0)
        qFatal("process %d: %s", pid, std::strerror(errno));
    bounds.rlim_cur = std::min(bytes, bounds.rlim_max);
    const pid_t child = ::fork();
    if (child == 0) {
        const bool become =
            pid == ::getppid() || (::setresgid(owner.st_gid, owner.st_gid, owner.st_gid) == 0 &&
                                   ::setresuid(owner.st_uid, owner.st_uid, owner.st_uid) == 0);
        ::_exit(become && ::prlimit(pid, RLIMIT_FSIZE, &bounds, nullptr) == 0 ? 0 : 1);
    }
    int ended = 1;
    if (child < 0 || ::waitpid(child, &ended, 0) != child || ended != 0)
        qFatal("no bound for the files of process %d", pid);
}

/// No file of process @p pid grows beyond @p bytes while it lives: a write fails, as on a full
/// disk.
class SmallDisk {
public:
    SmallDisk(qint64 pid, rlim_t bytes)
        : m_pid(static_cast<pid_t>(pid))
    {
        boundFiles(m_pid, bytes);
    }
    ~SmallDisk() { boundFiles(m_pid, RLIM_INFINITY); }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    pid_t m_pid;
};

constexpr auto kHundred = "(WITH RECURSIVE d AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM d WHERE "
                          "n < 99) SELECT n FROM d)";

/// Rows of about 4 kB with ids from @p first; ten thousand at most.
QByteArray newRows(int first, int count)
{
    return "INSERT INTO t SELECT id, CONCAT('new ', id), REPEAT('x', 4000) FROM (SELECT " +
           QByteArray::number(first) + " + a.n + 100 * b.n AS id FROM " + kHundred + " a, " +
           kHundred + " b) AS numbers WHERE id < " + QByteArray::number(first + count);
}

/// More than a run keeps in memory.
QByteArray manySmallRows()
{
    return QByteArray("INSERT INTO small SELECT 1000 + a.n + 100 * b.n + 10000 * c.n FROM ") +
           kHundred + " a, " + kHundred + " b, " + kHundred + " c WHERE c.n < 3";
}

} // namespace

class TestFullDisk final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void initTestCase();
    void init();
    void cleanup() { m_pair.reset(); }

    void aServerIsFull_data();
    void aServerIsFull();
    void thisMachineIsFull();

private:
    SyncReport sync();
    [[nodiscard]] rlim_t tableSize(Side side);
    void expectEqual(const QByteArrayList& rows);
    [[nodiscard]] QByteArrayList rows(Side side)
    {
        return m_pair->rows(side, "SELECT id, name FROM t ORDER BY id");
    }

    std::unique_ptr<TwoSidedFixture> m_pair;
};

/// All other files of a server are smaller than the table's.
void TestFullDisk::initTestCase()
{
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // the servers ignore it too
    adjustSharedServers([](PrivateServerOptions& options) {
        if (options.kind == ServerKind::MariaDb)
            options.extraArguments << QStringLiteral("--innodb-log-file-size=8M");
        else
            options.extraArguments << QStringLiteral("--innodb-redo-log-capacity=16M")
                                   << QStringLiteral("--skip-log-bin");
    });
}

void TestFullDisk::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50), c VARCHAR(5000)) "
                    "ENGINE=InnoDB; INSERT INTO t VALUES (1,'one',''),(2,'two','');"
                    "CREATE TABLE small (id INT PRIMARY KEY) ENGINE=InnoDB;"
                    "INSERT INTO small VALUES (1)");
    m_pair->run(Side::Remote, newRows(1000, 9000));
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QCOMPARE(sync().status, RunStatus::Success);
}

SyncReport TestFullDisk::sync()
{
    SyncRequest request;
    request.profile = m_pair->profile();
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

/// Of the table's file on that server's disk, in bytes.
rlim_t TestFullDisk::tableSize(Side side)
{
    const QByteArray folder = m_pair->value(side, "SELECT @@GLOBAL.datadir");
    const QFileInfo file(QString::fromUtf8(folder) + m_pair->database() + u"/t.ibd");
    return static_cast<rlim_t>(file.size());
}

void TestFullDisk::expectEqual(const QByteArrayList& wanted)
{
    QCOMPARE(rows(Side::Remote), wanted);
    QCOMPARE(rows(Side::Local), wanted);
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM db_sync_conflict"), "0");
}

void TestFullDisk::aServerIsFull_data()
{
    QTest::addColumn<Side>("full");
    QTest::newRow("remote") << Side::Remote;
    QTest::newRow("local") << Side::Local;
}

void TestFullDisk::aServerIsFull()
{
    QFETCH(Side, full);
    m_pair->run(otherSide(full), newRows(20'000, 3000) + "; UPDATE t SET name='ONE' WHERE id=1; "
                                                         "DELETE FROM t WHERE id=2");
    const QByteArrayList wanted = rows(otherSide(full));
    QVERIFY(tableSize(full) > 32 << 20);
    {
        const SmallDisk small(m_pair->server(full).processId(), tableSize(full) + kSomeRoom);
        const SyncReport report = sync();
        QCOMPARE(report.status, RunStatus::Failed);
        QVERIFY(report.error.has_value());
        QCOMPARE(errorCodeText(report.error->code), QStringLiteral("SYS_001"));
        QVERIFY(!report.error->hint().isEmpty());
        QCOMPARE(rows(otherSide(full)), wanted); // what was not copied is not taken for deleted
    }
    QCOMPARE(sync().status, RunStatus::Success);
    expectEqual(wanted);
}

/// What a run keeps in a temporary file finds no room.
void TestFullDisk::thisMachineIsFull()
{
    m_pair->run(Side::Remote, manySmallRows());
    {
        const SmallDisk small(QCoreApplication::applicationPid(), kSmallFile);
        const SyncReport report = sync();
        QCOMPARE(report.status, RunStatus::Failed);
        QVERIFY(report.error.has_value());
        QCOMPARE(errorCodeText(report.error->code), QStringLiteral("SYS_001"));
        QVERIFY(report.error->message().contains(QDir::tempPath()));
    }
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM small"), "1");
    QCOMPARE(sync().status, RunStatus::Success);
    QCOMPARE(m_pair->value(Side::Local, "SELECT COUNT(*) FROM small"), "30001");
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
