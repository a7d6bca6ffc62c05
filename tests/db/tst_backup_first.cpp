// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that a run makes by itself: when, of what, and what happens when they fail.
#include "sync/backup/restore_backup.h"
#include "sync/run/backup_first.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

TableConfig config(const char* table, SyncType type, Direction direction, bool enabled = true)
{
    TableConfig made;
    made.table = QLatin1String(table);
    made.type = type;
    made.direction = direction;
    made.enabled = enabled;
    return made;
}

} // namespace

class TestBackupFirst final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup() { m_pair.reset(); }

    void sidesOfARun();
    void fullRunKeepsWhatWasThere();
    void otherRunsMakeNone();
    void failedBackupStopsTheRun();
    void oldOnesGo();
    void scheduledRunsByDays();
    void dueBackupThatFailsIsAWarning();

private:
    [[nodiscard]] SyncReport run(SyncRequest request);
    [[nodiscard]] SyncRequest request(std::optional<SyncType> type) const;
    [[nodiscard]] std::vector<StoredBackup> backups() const
    {
        return listBackups(m_profile.backup.folder)->backups;
    }
    void backdate(const StoredBackup& backup, int days);

    std::unique_ptr<TwoSidedFixture> m_pair;
    std::unique_ptr<QTemporaryDir> m_folder;
    Profile m_profile;
};

void TestBackupFirst::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_folder = std::make_unique<QTemporaryDir>();
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB");
    m_profile = m_pair->profile();
    m_profile.backup.folder = m_folder->filePath(QStringLiteral("backups"));
    const auto made = initialisePair(m_profile, {}, {});
    require(made.ok() ? okStatus() : Status(made.error()), QStringLiteral("initialising"));
    m_pair->run(Side::Remote, "INSERT INTO t VALUES (1, 'remote'), (2, 'two')");
    m_pair->run(Side::Local, "INSERT INTO t VALUES (1, 'local')");
}

SyncRequest TestBackupFirst::request(std::optional<SyncType> type) const
{
    SyncRequest request;
    request.profile = m_profile;
    request.type = type;
    request.direction = Direction::RemoteToLocal;
    return request;
}

SyncReport TestBackupFirst::run(SyncRequest request)
{
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

/// As if it had been made @p days earlier.
void TestBackupFirst::backdate(const StoredBackup& backup, int days)
{
    BackupManifest manifest = backup.manifest;
    manifest.takenAt = manifest.takenAt.addDays(-days);
    QFile file(manifestPathOf(backup.path));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(QJsonDocument(toJson(manifest)).toJson());
}

void TestBackupFirst::sidesOfARun()
{
    using enum Direction;
    using Sides = std::vector<Side>;
    const auto full = SyncType::Full;
    const auto incremental = SyncType::Incremental;
    SyncRequest wanted;
    const auto sides = [&wanted](const std::vector<TableConfig>& configs) {
        return sidesToBackUp(wanted, configs);
    };
    QCOMPARE(sides({config("a", full, Both)}), Sides{});
    wanted.profile.backup.beforeFull = true;
    QCOMPARE(sides({config("a", full, Both)}), (Sides{Side::Remote, Side::Local}));
    QCOMPARE(sides({config("a", full, RemoteToLocal)}), Sides{Side::Local});
    QCOMPARE(sides({config("a", full, LocalToRemote)}), Sides{Side::Remote});
    QCOMPARE(sides({config("a", full, Both, false)}), Sides{});
    QCOMPARE(sides({config("a", incremental, Both), config("b", full, RemoteToLocal)}),
             Sides{Side::Local});
    wanted.tables = QStringList{QStringLiteral("a")};
    QCOMPARE(sides({config("a", incremental, Both), config("b", full, RemoteToLocal)}), Sides{});
    wanted.type = full;
    wanted.direction = LocalToRemote;
    QCOMPARE(sides({config("a", incremental, Both, false)}), Sides{Side::Remote});
    wanted.type = incremental;
    QCOMPARE(sides({config("a", full, Both)}), Sides{});
    wanted.backUpFirst = true;
    QCOMPARE(sides({config("a", full, Both)}), Sides{Side::Remote});
    wanted.backUpFirst = false;
    wanted.type = full;
    QCOMPARE(sides({config("a", full, Both)}), Sides{});
    wanted.backUpFirst = true;
    wanted.dryRun = true;
    QCOMPARE(sides({config("a", full, Both)}), Sides{});
}

void TestBackupFirst::fullRunKeepsWhatWasThere()
{
    m_profile.backup.beforeFull = true;
    const SyncReport report = run(request(SyncType::Full));
    QCOMPARE(report.status, RunStatus::Success);
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")), (QByteArrayList{"1|remote", "2|two"}));
    const auto made = backups();
    QCOMPARE(made.size(), 1U);
    QCOMPARE(report.backups, QStringList(made[0].path));
    QCOMPARE(made[0].manifest.side, Side::Local);
    RestoreRequest restore;
    restore.backup = made[0];
    restore.target = m_profile.local;
    restore.target.database = m_pair->database() + QStringLiteral("_old");
    QVERIFY(restoreBackup(restore, {}).ok());
    const QByteArray old = restore.target.database.toUtf8();
    const auto rows = m_pair->rows(Side::Local, "SELECT * FROM " + old + ".t");
    m_pair->run(Side::Local, "DROP DATABASE " + old);
    QCOMPARE(rows, QByteArrayList{"1|local"});
}

void TestBackupFirst::otherRunsMakeNone()
{
    QCOMPARE(run(request(SyncType::Full)).backups.size(), 0); // without the option
    m_profile.backup.beforeFull = true;
    QCOMPARE(run(request(SyncType::Incremental)).backups.size(), 0);
    SyncRequest dry = request(SyncType::Full);
    dry.dryRun = true;
    QCOMPARE(run(dry).backups.size(), 0);
    SyncRequest refused = request(SyncType::Full);
    refused.profile.readOnly = true;
    QCOMPARE(run(refused).error->code, ErrorCode::CfgReadOnly);
    QVERIFY(!QFile::exists(m_profile.backup.folder));
}

void TestBackupFirst::failedBackupStopsTheRun()
{
    m_profile.backup.beforeFull = true;
    m_profile.backup.folder = m_folder->filePath(QStringLiteral("file/backups"));
    QFile inTheWay(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto before = m_pair->checksums(Side::Local);
    const SyncReport report = run(request(SyncType::Full));
    QCOMPARE(report.status, RunStatus::Failed);
    QCOMPARE(report.error->code, ErrorCode::SysPermission);
    QVERIFY(report.error->detail.contains(QLatin1String("did not start")));
    QCOMPARE(m_pair->checksums(Side::Local), before);
}

void TestBackupFirst::oldOnesGo()
{
    m_profile.backup.beforeFull = true;
    m_profile.backup.keep = 2;
    QStringList made;
    for (int i = 0; i < 3; ++i)
        made << run(request(SyncType::Full)).backups;
    QCOMPARE(made.size(), 3);
    const auto left = backups();
    QCOMPARE(left.size(), 2U);
    QCOMPARE(left[0].path, made[2]);
    QCOMPARE(left[1].path, made[1]);
    QVERIFY(!QFile::exists(made[0]));
}

void TestBackupFirst::scheduledRunsByDays()
{
    m_profile.backup.everyDays = 3;
    SyncRequest scheduled = request(SyncType::Incremental);
    QCOMPARE(run(scheduled).backups.size(), 0); // by hand
    scheduled.trigger = TriggerSource::Schedule;
    QCOMPARE(run(scheduled).backups.size(), 2);
    QCOMPARE(run(scheduled).backups.size(), 0);
    for (const StoredBackup& backup : backups()) {
        if (backup.manifest.side == Side::Remote)
            backdate(backup, 3);
    }
    const SyncReport again = run(scheduled);
    QCOMPARE(again.backups.size(), 1);
    QVERIFY(again.backups[0].contains(QLatin1String("_remote_")));
    QVERIFY(again.warnings.isEmpty());
}

void TestBackupFirst::dueBackupThatFailsIsAWarning()
{
    m_profile.backup.everyDays = 1;
    m_profile.backup.folder = m_folder->filePath(QStringLiteral("file/backups"));
    QFile inTheWay(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    SyncRequest scheduled = request(SyncType::Full);
    scheduled.trigger = TriggerSource::Schedule;
    const SyncReport report = run(scheduled);
    QCOMPARE(report.status, RunStatus::Success);
    QCOMPARE(report.warnings.size(), 2);
    QVERIFY(report.warnings[0].contains(QLatin1String("backup")));
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")), (QByteArrayList{"1|remote", "2|two"}));
}

QTEST_GUILESS_MAIN(TestBackupFirst)
#include "tst_backup_first.moc"
