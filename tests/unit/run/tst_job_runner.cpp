// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/job_runner.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <stdexcept>

using namespace causeway;

namespace {

/// Work that says when it began and goes on until it is released or stopped.
struct Gate {
    QSemaphore begun;
    QSemaphore released;
    std::atomic<int> atOnce{0};
    std::atomic<int> mostAtOnce{0};

    SyncReport work(const SyncRequest& request, const std::stop_token& stop)
    {
        mostAtOnce = std::max(mostAtOnce.load(), ++atOnce);
        begun.release();
        SyncReport report;
        report.runId = request.profile.name;
        while (!released.tryAcquire(1, 5)) {
            if (stop.stop_requested()) {
                report.status = RunStatus::Cancelled;
                break;
            }
        }
        --atOnce;
        return report;
    }
    JobRunner::Work function()
    {
        return [this](const SyncRequest& request, const std::stop_token& stop, ProgressMailbox&,
                      PauseGate&) { return work(request, stop); };
    }
};

SyncRequest named(const char* name)
{
    SyncRequest request;
    request.profile.name = QLatin1String(name);
    return request;
}

SyncReport reportOf(const QSignalSpy& spy, int index)
{
    return spy.at(index).at(1).value<SyncReport>();
}

} // namespace

class TestJobRunner final : public QObject {
    Q_OBJECT
private slots:
    void jobsRunOneAtATimeInOrder();
    void cancelledWhileWorkingStillReports();
    void cancelledInTheQueueReportsOnceAndNeverRuns();
    void anExceptionBecomesAReport();
    void progressIsTheOneOfTheJobAtWork();
    void destructorStopsAndWaits();
    void submitAnswersBeforeAnySignal();
    void pauseIsOfTheJobAtWork();
    void cancelOfUnknownOrFinishedJobDoesNothing();
};

void TestJobRunner::jobsRunOneAtATimeInOrder()
{
    Gate gate;
    JobRunner runner(gate.function());
    QSignalSpy finished(&runner, &JobRunner::runFinished);
    runner.submit(named("a"));
    runner.submit(named("b"));
    runner.submit(named("c"));
    gate.released.release(3);
    QTRY_COMPARE(finished.count(), 3);
    QCOMPARE(reportOf(finished, 0).runId, QStringLiteral("a"));
    QCOMPARE(reportOf(finished, 1).runId, QStringLiteral("b"));
    QCOMPARE(reportOf(finished, 2).runId, QStringLiteral("c"));
    QCOMPARE(gate.mostAtOnce.load(), 1);
    QVERIFY(!runner.isBusy());
}

void TestJobRunner::cancelledWhileWorkingStillReports()
{
    Gate gate;
    JobRunner runner(gate.function());
    QSignalSpy started(&runner, &JobRunner::runStarted);
    QSignalSpy finished(&runner, &JobRunner::runFinished);
    const quint64 job = runner.submit(named("a"));
    QTRY_COMPARE(started.count(), 1);
    QVERIFY(gate.begun.tryAcquire(1, 5000));
    runner.cancel(job);
    runner.cancel(job);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.at(0).at(0).toULongLong(), job);
    QCOMPARE(reportOf(finished, 0).status, RunStatus::Cancelled);
    QCOMPARE(reportOf(finished, 0).runId, QStringLiteral("a"));
}

void TestJobRunner::cancelledInTheQueueReportsOnceAndNeverRuns()
{
    Gate gate;
    JobRunner runner(gate.function());
    QSignalSpy started(&runner, &JobRunner::runStarted);
    QSignalSpy finished(&runner, &JobRunner::runFinished);
    runner.submit(named("a"));
    const quint64 second = runner.submit(named("b"));
    QTRY_COMPARE(started.count(), 1);
    runner.cancel(second);
    runner.cancel(second);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.at(0).at(0).toULongLong(), second);
    QCOMPARE(reportOf(finished, 0).status, RunStatus::Cancelled);
    QVERIFY(reportOf(finished, 0).error.has_value());
    gate.released.release(5);
    QTRY_COMPARE(finished.count(), 2);
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(started.count(), 1);
    QCOMPARE(gate.begun.available(), 1);
}

void TestJobRunner::anExceptionBecomesAReport()
{
    int calls = 0;
    JobRunner runner([&calls](const SyncRequest&, const std::stop_token&, ProgressMailbox&,
                              PauseGate&) -> SyncReport {
        if (++calls == 1)
            throw std::runtime_error("broken");
        throw 42;
    });
    QSignalSpy finished(&runner, &JobRunner::runFinished);
    runner.submit(named("a"));
    runner.submit(named("b"));
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(reportOf(finished, 0).status, RunStatus::Failed);
    QCOMPARE(reportOf(finished, 0).error->code, ErrorCode::SysInternal);
    QCOMPARE(reportOf(finished, 0).error->serverMessage, QStringLiteral("broken"));
    QCOMPARE(reportOf(finished, 1).status, RunStatus::Failed);
}

void TestJobRunner::progressIsTheOneOfTheJobAtWork()
{
    JobRunner runner([](const SyncRequest&, const std::stop_token&, ProgressMailbox& progress,
                        PauseGate&) -> SyncReport {
        ProgressSnapshot snapshot;
        snapshot.totalRowsDone = 7;
        progress.put(snapshot);
        return {};
    });
    QVERIFY(runner.progress() != nullptr);
    QCOMPARE(runner.progress()->totalRowsDone, 0);
    QSignalSpy finished(&runner, &JobRunner::runFinished);
    runner.submit(named("a"));
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(runner.progress()->totalRowsDone, 7);
}

void TestJobRunner::destructorStopsAndWaits()
{
    Gate gate;
    {
        JobRunner runner(gate.function());
        QSignalSpy started(&runner, &JobRunner::runStarted);
        runner.submit(named("a"));
        runner.submit(named("b"));
        QTRY_COMPARE(started.count(), 1);
        QVERIFY(gate.begun.tryAcquire(1, 5000));
    }
    QCOMPARE(gate.atOnce.load(), 0);
    QCOMPARE(gate.begun.available(), 0);
}

void TestJobRunner::submitAnswersBeforeAnySignal()
{
    Gate gate;
    JobRunner runner(gate.function());
    QSignalSpy started(&runner, &JobRunner::runStarted);
    const quint64 first = runner.submit(named("a"));
    QVERIFY(first > 0);
    QCOMPARE(started.count(), 0);
    QVERIFY(runner.isBusy());
    QVERIFY(runner.submit(named("b")) > first);
    gate.released.release(2);
    QTRY_VERIFY(!runner.isBusy());
}

void TestJobRunner::pauseIsOfTheJobAtWork()
{
    QSemaphore begun;
    JobRunner runner([&begun](const SyncRequest&, const std::stop_token& stop, ProgressMailbox&,
                              PauseGate& pause) -> SyncReport {
        begun.release();
        SyncReport report;
        report.status =
            pause.hold(stop, [] { return okStatus(); }) ? RunStatus::Success : RunStatus::Failed;
        return report;
    });
    QSignalSpy finished(&runner, &JobRunner::runFinished);
    runner.pause(); // nothing to do
    QCOMPARE(runner.pauseState(), PauseGate::State::Open);
    runner.submit(named("a"));
    runner.pause(); // before it is at work
    const quint64 second = runner.submit(named("b"));
    QTRY_COMPARE(runner.pauseState(), PauseGate::State::Paused);
    QCOMPARE(finished.count(), 0);
    runner.resume();
    QTRY_COMPARE(finished.count(), 2); // the other was not paused
    QCOMPARE(runner.pauseState(), PauseGate::State::Open);
    QCOMPARE(finished.at(1).at(0).toULongLong(), second);
}

void TestJobRunner::cancelOfUnknownOrFinishedJobDoesNothing()
{
    Gate gate;
    gate.released.release(1);
    JobRunner runner(gate.function());
    QSignalSpy finished(&runner, &JobRunner::runFinished);
    runner.cancel(99);
    const quint64 job = runner.submit(named("a"));
    QTRY_COMPARE(finished.count(), 1);
    runner.cancel(job);
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(reportOf(finished, 0).status, RunStatus::Success);
}

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_job_runner.moc"
