// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_store.h"
#include "sync/demo/demo_pair.h"
#include "sync/run/sync_engine.h"
#include "tests/support/test_servers.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace causeway;
using namespace causeway::test;

// The demo as a new user meets it.
class TestDemo final : public QObject {
    Q_OBJECT
private slots:
    void freshDemoHasChangesAndConflicts();
    void runningDemoIsFoundAsItWasLeft();
    void resetMakesItAnew();
    void stopEndsIt();

private:
    static SyncReport sync(const Profile& profile, bool dryRun);
    static std::vector<ConflictRow> conflicts(const Profile& profile);
    static QString folder() { return testFolder() + QLatin1String("/demo"); }
};

SyncReport TestDemo::sync(const Profile& profile, bool dryRun)
{
    SyncRequest request;
    request.profile = profile;
    request.dryRun = dryRun;
    ProgressMailbox progress;
    return runSync(request, std::stop_token(), progress);
}

std::vector<ConflictRow> TestDemo::conflicts(const Profile& profile)
{
    Result<ControlStore> store = ControlStore::open(profile.local);
    require(store.ok() ? okStatus() : Status(store.error()), QStringLiteral("opening the store"));
    Result<std::vector<ConflictRow>> rows = store->conflicts({});
    require(rows.ok() ? okStatus() : Status(rows.error()), QStringLiteral("reading conflicts"));
    return std::move(rows).value();
}

void TestDemo::freshDemoHasChangesAndConflicts()
{
    QElapsedTimer timer;
    timer.start();
    QStringList steps;
    const Result<DemoState> demo =
        prepareDemo(folder(), [&](const QString& step, int done, int total) {
            QVERIFY(done < total);
            steps << step;
        });
    QVERIFY2(demo.ok(), demo.ok() ? "" : qPrintable(demo.error().message()));
    qInfo("ready after %lld ms", timer.elapsed());
    QVERIFY(demo->fresh);
    QCOMPARE(steps.size(), 6);
    QCOMPARE(QSet<QString>(steps.begin(), steps.end()).size(), 6);
    QCOMPARE(demo->profile.name, QStringLiteral("Demo"));
    QVERIFY(demo->profile.environment == Environment::Demo && !demo->profile.readOnly);

    const SyncReport plan = sync(demo->profile, true);
    QVERIFY2(!plan.error, plan.error ? qPrintable(plan.error->message()) : "");
    for (const ChangeCounts& counts : {plan.remoteToLocal(), plan.localToRemote()}) {
        QVERIFY2(counts.total() >= 30 && counts.total() <= 60,
                 QByteArray::number(counts.total()).constData());
        QVERIFY(counts.inserted > 3 && counts.updated > 10 && counts.deleted > 4);
    }

    const SyncReport run = sync(demo->profile, false);
    QCOMPARE(toText(run.status), QStringLiteral("SUCCESS"));
    QCOMPARE(run.openConflicts(), kDemoConflicts);
    QCOMPARE(exitCodeFor(run), 1);
    QStringList kinds;
    for (const ConflictRow& row : conflicts(demo->profile))
        kinds << row.table + u' ' + toText(row.kind);
    kinds.sort();
    QCOMPARE(kinds, (QStringList{QStringLiteral("customers UPDATE_UPDATE"),
                                 QStringLiteral("orders UPDATE_UPDATE"),
                                 QStringLiteral("products DELETE_UPDATE"),
                                 QStringLiteral("products INSERT_INSERT"),
                                 QStringLiteral("products UPDATE_UPDATE"),
                                 QStringLiteral("settings UPDATE_DELETE")}));
}

void TestDemo::runningDemoIsFoundAsItWasLeft()
{
    const Result<DemoState> demo = prepareDemo(folder());
    QVERIFY2(demo.ok(), demo.ok() ? "" : qPrintable(demo.error().message()));
    QVERIFY(!demo->fresh);
    QCOMPARE(conflicts(demo->profile).size(), std::size_t{kDemoConflicts});
    const SyncReport again = sync(demo->profile, false);
    QCOMPARE(again.remoteToLocal().total() + again.localToRemote().total(), 0);
}

void TestDemo::resetMakesItAnew()
{
    Result<DemoState> demo = prepareDemo(folder());
    QVERIFY(demo.ok());
    const Status done = resetDemo(*demo, folder());
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message()));
    QVERIFY(demo->fresh);
    QCOMPARE(conflicts(demo->profile).size(), std::size_t{0});
    QVERIFY(sync(demo->profile, true).remoteToLocal().total() >= 30);
}

void TestDemo::stopEndsIt()
{
    std::stop_source source;
    source.request_stop();
    const Result<DemoState> demo =
        prepareDemo(testFolder() + QLatin1String("/stopped"), {}, source.get_token());
    QVERIFY(!demo.ok());
    QCOMPARE(demo.error().code, ErrorCode::SyncInterrupted);
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
