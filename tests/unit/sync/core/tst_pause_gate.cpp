// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/pause_gate.h"

#include <QSemaphore>
#include <QTest>

#include <future>

using namespace causeway;
using namespace std::chrono_literals;

namespace {

Status nothing()
{
    return okStatus();
}

/// A worker that waits at the gate on a thread of its own.
std::future<Status> waiter(PauseGate& gate, const std::stop_token& stop,
                           std::function<Status()> keepAlive = &nothing)
{
    return std::async(std::launch::async, [&gate, stop, keepAlive = std::move(keepAlive)] {
        return gate.hold(stop, keepAlive);
    });
}

bool isDone(const std::future<Status>& waiting)
{
    return waiting.wait_for(0s) == std::future_status::ready;
}

} // namespace

class TestPauseGate final : public QObject {
    Q_OBJECT
private slots:
    void openGateHoldsNobody();
    void resumeLetsGo();
    void stopWakes();
    void longPauseStopsTheRun();
    void errorOfKeepingAliveEndsIt();
    void allWorkersStandStill();
    void pausedTimeIsNoWorkTime();
};

void TestPauseGate::openGateHoldsNobody()
{
    PauseGate gate;
    QVERIFY(gate.hold({}, [] { return Status(Error{}); }).ok());
    gate.pause();
    gate.resume();
    QVERIFY(gate.hold({}, &nothing).ok());
    QCOMPARE(gate.state(), PauseGate::State::Open);
    QCOMPARE(gate.stoodStill(), 0ms);
}

void TestPauseGate::resumeLetsGo()
{
    PauseGate gate;
    gate.pause();
    QCOMPARE(gate.state(), PauseGate::State::Pausing);
    auto waiting = waiter(gate, {});
    QTRY_COMPARE(gate.state(), PauseGate::State::Paused);
    QVERIFY(!isDone(waiting));
    gate.resume();
    QVERIFY(waiting.get().ok());
    QCOMPARE(gate.state(), PauseGate::State::Open);
}

void TestPauseGate::stopWakes()
{
    const std::stop_source stop;
    PauseGate gate(stop);
    gate.pause();
    auto waiting = waiter(gate, stop.get_token());
    QTRY_COMPARE(gate.state(), PauseGate::State::Paused);
    std::stop_source(stop).request_stop();
    QVERIFY(waiting.get().ok()); // who waits looks at the token next
    QVERIFY(gate.hold(stop.get_token(), &nothing).ok());
}

void TestPauseGate::longPauseStopsTheRun()
{
    const std::stop_source stop;
    PauseGate gate(stop, {1ms, 20ms});
    gate.pause();
    int used = 0;
    QVERIFY(gate.hold(stop.get_token(),
                      [&used] {
                          ++used;
                          return okStatus();
                      })
                .ok());
    QVERIFY(stop.stop_requested());
    QVERIFY(used > 0);
}

void TestPauseGate::errorOfKeepingAliveEndsIt()
{
    PauseGate gate({}, {1ms, 10min});
    gate.pause();
    const Status held =
        gate.hold({}, [] { return Status(makeError(ErrorCode::ConnFailed, QStringLiteral("x"))); });
    QVERIFY(!held.ok());
    QCOMPARE(held.error().code, ErrorCode::ConnFailed);
}

void TestPauseGate::allWorkersStandStill()
{
    PauseGate gate;
    std::optional<PauseGate::Worker> second(&gate);
    gate.pause();
    QSemaphore used;
    auto waiting = waiter(gate, {});
    auto other = waiter(gate, {});
    QTRY_COMPARE(gate.state(), PauseGate::State::Paused);
    gate.resume();
    QVERIFY(waiting.get().ok() && other.get().ok());

    PauseGate slow({}, {1ms, 10min});
    second.emplace(&slow);
    slow.pause();
    waiting = waiter(slow, {}, [&used] {
        used.release();
        return okStatus();
    });
    QVERIFY(used.tryAcquire(1, 60'000)); // one waits, the other is still at its batch
    QCOMPARE(slow.state(), PauseGate::State::Pausing);
    second.reset(); // that one has no batch left
    QTRY_COMPARE(slow.state(), PauseGate::State::Paused);
    slow.resume();
    QVERIFY(waiting.get().ok());
}

void TestPauseGate::pausedTimeIsNoWorkTime()
{
    PauseGate gate({}, {1ms, 10min});
    const WorkTime time(&gate);
    const auto begun = std::chrono::steady_clock::now();
    gate.pause();
    int uses = 0;
    QVERIFY(gate.hold({},
                      [&] {
                          if (++uses == 30)
                              gate.resume();
                          return okStatus();
                      })
                .ok());
    const auto all = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begun);
    QVERIFY(time.stoodStill() >= 30ms);
    QVERIFY(time.spent() <= all - 30ms + 2ms);
    QCOMPARE(gate.stoodStill(), time.stoodStill()); // and it grows no more
}

QTEST_GUILESS_MAIN(TestPauseGate)
#include "tst_pause_gate.moc"
