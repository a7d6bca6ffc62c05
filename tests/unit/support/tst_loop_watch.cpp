// SPDX-License-Identifier: GPL-3.0-or-later
// The watch of the event loop: it sees work and waiting in the loop, not idleness, not the test's
// own business and not other threads that want the processor.
#include "tests/support/loop_watch.h"

#include <QSemaphore>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <thread>
#include <vector>

using namespace causeway::test;
using namespace std::chrono_literals;

namespace {

/// Works until this thread was @p time on a processor.
void work(std::chrono::milliseconds time)
{
    const auto end = processorTime() + time;
    while (processorTime() < end) {
    }
}

/// Waits for what does not come.
void waitInVain(std::chrono::milliseconds time)
{
    QSemaphore never;
    QVERIFY(!never.tryAcquire(1, static_cast<int>(time.count())));
}

/// Lets the loop turn until @p act was called by it.
template<typename Act>
void inLoop(Act act)
{
    bool isDone = false;
    QTimer::singleShot(0, [&] {
        act();
        isDone = true;
    });
    QTRY_VERIFY(isDone);
}

} // namespace

class TestLoopWatch final : public QObject {
    Q_OBJECT
private slots:
    void workIsSeen();
    void waitingIsSeen();
    void idleLoopIsQuiet();
    void asideDoesNotCount();
    void otherThreadsDoNotCount();
};

void TestLoopWatch::workIsSeen()
{
    LoopWatch watch;
    inLoop([] { work(80ms); });
    QVERIFY2(watch.longest() >= 80ms, watch.words().constData());
}

void TestLoopWatch::waitingIsSeen()
{
    LoopWatch watch;
    inLoop([] { waitInVain(120ms); });
    QVERIFY2(watch.longest() >= 100ms, watch.words().constData());
}

void TestLoopWatch::idleLoopIsQuiet()
{
    LoopWatch watch;
    bool isDone = false;
    QTimer::singleShot(300ms, [&isDone] { isDone = true; });
    QTRY_VERIFY(isDone);
    QVERIFY2(watch.longest() < 50ms, watch.words().constData());
}

void TestLoopWatch::asideDoesNotCount()
{
    LoopWatch watch;
    watch.aside([] { work(80ms); });
    QVERIFY2(watch.longest() < 50ms, watch.words().constData());
}

void TestLoopWatch::otherThreadsDoNotCount()
{
    std::atomic<bool> isOver = false;
    std::vector<std::jthread> others;
    for (unsigned i = 0; i < 8 * std::max(1U, std::thread::hardware_concurrency()); ++i)
        others.emplace_back([&isOver] {
            while (!isOver) {
            }
        });
    LoopWatch watch;
    inLoop([] { work(20ms); });
    const QByteArray words = watch.words();
    const auto longest = watch.longest();
    isOver = true;
    QVERIFY2(longest >= 20ms && longest < 50ms, words.constData());
}

QTEST_GUILESS_MAIN(TestLoopWatch)
#include "tst_loop_watch.moc"
