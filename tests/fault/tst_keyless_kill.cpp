// SPDX-License-Identifier: GPL-3.0-or-later
// A run that mirrors a table without a row key is killed at every instant it passes: the source is
// as it was, and the next run makes the target equal, without help and without doubt about epochs.
#include "sync/control/control_store.h"
#include "sync/run/sync_engine.h"
#include "tests/fault/doomed_run.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

const QString kTable = QStringLiteral("log");

constexpr std::array kPoints{
    FaultPoint::StampBefore,    FaultPoint::StampAnnounced,    FaultPoint::StampUncommitted,
    FaultPoint::StampCommitted, FaultPoint::StampAfter,        FaultPoint::BatchBefore,
    FaultPoint::BatchAfter,     FaultPoint::RowLockBefore,     FaultPoint::RowLockAfter,
    FaultPoint::WriteBefore,    FaultPoint::WriteAfter,        FaultPoint::RemoteCommitBefore,
    FaultPoint::LogTableBefore, FaultPoint::RemoteCommitAfter, FaultPoint::LogFinishAfter,
};

} // namespace

class TestKeylessKill final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void mirrorIsKilled_data();
    void mirrorIsKilled();

private:
    static void mirrorTo(const Profile& profile, Side target);
    static void change(TwoSidedFixture& pair, int round);
};

void TestKeylessKill::mirrorTo(const Profile& profile, Side target)
{
    auto store = ControlStore::open(profile.local);
    require(store ? okStatus() : Status(store.error()), QStringLiteral("the control store"));
    auto configs = store->configs();
    require(configs ? okStatus() : Status(configs.error()), QStringLiteral("the configuration"));
    configs->front().type = SyncType::Full;
    configs->front().direction =
        target == Side::Local ? Direction::RemoteToLocal : Direction::LocalToRemote;
    require(store->saveConfigs(*configs), QStringLiteral("the configuration"));
}

/// Rows that only one side has, twins among them, on both sides.
void TestKeylessKill::change(TwoSidedFixture& pair, int round)
{
    const QByteArray tag = QByteArray::number(round);
    for (const Side side : {Side::Remote, Side::Local}) {
        QByteArrayList rows;
        for (int i = 0; i < 10; ++i)
            rows << "('" + toText(side).toLatin1() + ' ' + tag + "'," + QByteArray::number(i / 2) +
                        ')';
        pair.run(side, "INSERT INTO log VALUES " + rows.join(',') +
                           ", ('twin', 1); DELETE FROM log WHERE what = 'twin' LIMIT " +
                           QByteArray::number(side == Side::Remote ? 0 : 1));
    }
}

void TestKeylessKill::mirrorIsKilled_data()
{
    QTest::addColumn<Side>("target");
    QTest::newRow("to local") << Side::Local;
    QTest::newRow("to remote") << Side::Remote;
}

void TestKeylessKill::mirrorIsKilled()
{
    QFETCH_GLOBAL(PairKind, pair);
    QFETCH(Side, target);
    TwoSidedFixture fixture(pair);
    fixture.runBoth("CREATE TABLE log (what VARCHAR(40), n INT) ENGINE=InnoDB");
    QVERIFY(initialisePair(fixture.profile(), {}, {}).ok());
    mirrorTo(fixture.profile(), target);
    int round = 0;
    for (const FaultPoint point : kPoints) {
        const bool passed = target == Side::Remote || (point != FaultPoint::RemoteCommitBefore &&
                                                       point != FaultPoint::RemoteCommitAfter);
        for (const int hit : {1, 2}) {
            change(fixture, ++round);
            const QByteArrayList source = fixture.dump(otherSide(target), kTable);
            Doom doom;
            doom.point = point;
            doom.hit = hit;
            const DoomedEnd end = meetDoom(fixture.profile(), doom);
            if (hit == 1 && passed)
                QVERIFY2(end.died, faultPointName(point).data());
            ProgressMailbox mailbox;
            const SyncReport report =
                runSync(requestUnderFire(fixture.profile(), Policy::Manual), {}, mailbox);
            QVERIFY2(report.status == RunStatus::Success, report.error
                                                              ? qPrintable(report.error->message())
                                                              : faultPointName(point).data());
            QCOMPARE(fixture.dump(otherSide(target), kTable), source);
            QCOMPARE(fixture.dump(target, kTable), source);
        }
    }
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    int code = 0;
    if (isDoomed(arguments, code))
        return code;
    TestKeylessKill test;
    return QTest::qExec(&test, arguments);
}

#include "tst_keyless_kill.moc"
