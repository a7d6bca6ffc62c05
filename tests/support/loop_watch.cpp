// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loop_watch.h"

#include <QAbstractEventDispatcher>

#include <algorithm>
#include <array>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

namespace causeway::test {
namespace {

using namespace std::chrono_literals;

constexpr auto kSleepOfTests = 10ms; ///< between two turns of QTest's waiting

std::chrono::nanoseconds now(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// "time on a processor, time in the queue, slices", in nanoseconds.
std::chrono::nanoseconds timeInQueue(int file)
{
    std::array<char, 128> text{};
    const ssize_t size = file < 0 ? 0 : pread(file, text.data(), text.size() - 1, 0);
    if (size <= 0)
        return 0ns;
    const QList<QByteArray> fields = QByteArray(text.data(), static_cast<int>(size)).split(' ');
    return std::chrono::nanoseconds(fields.value(1).toLongLong());
}

ThreadTimes read(int file)
{
    return {now(CLOCK_MONOTONIC), processorTime(), timeInQueue(file)};
}

} // namespace

std::chrono::nanoseconds processorTime()
{
    return now(CLOCK_THREAD_CPUTIME_ID);
}

LoopWatch::LoopWatch()
    : m_schedule(open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC))
{
    const QAbstractEventDispatcher* loop = QAbstractEventDispatcher::instance();
    m_awake =
        QObject::connect(loop, &QAbstractEventDispatcher::awake, loop, [this] { nextTurn(); });
    m_block = QObject::connect(loop, &QAbstractEventDispatcher::aboutToBlock, loop,
                               [this] { m_mayIdle = true; });
    beginTurn();
}

LoopWatch::~LoopWatch()
{
    QObject::disconnect(m_awake);
    QObject::disconnect(m_block);
    if (m_schedule >= 0)
        close(m_schedule);
}

void LoopWatch::beginTurn()
{
    m_mayIdle = false;
    m_begin = read(m_schedule);
}

void LoopWatch::endTurn()
{
    const ThreadTimes end = read(m_schedule);
    const auto busy = end.onProcessor - m_begin.onProcessor;
    const auto queued = end.inQueue - m_begin.inQueue;
    const auto waiting = end.wall - m_begin.wall - busy - queued - kSleepOfTests;
    const bool isTold = m_schedule >= 0 && !m_mayIdle;
    const Turn turn{busy, isTold ? std::max<std::chrono::nanoseconds>(0ns, waiting) : 0ns};
    if (turn.length() > m_longest.length())
        m_longest = turn;
}

void LoopWatch::nextTurn()
{
    endTurn();
    beginTurn();
}

LoopWatch::Duration LoopWatch::longest()
{
    nextTurn();
    return m_longest.length();
}

QByteArray LoopWatch::words()
{
    return QByteArray::number(longest().count(), 'f', 1) + " ms (on a processor " +
           QByteArray::number(m_longest.busy.count(), 'f', 1) + ", waiting " +
           QByteArray::number(m_longest.waiting.count(), 'f', 1) + ")";
}

} // namespace causeway::test
