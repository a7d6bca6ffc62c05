// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <chrono>

namespace causeway::test {

/// How long this thread has been on a processor.
[[nodiscard]] std::chrono::nanoseconds processorTime();

/// What one thread has done since it began.
struct ThreadTimes {
    std::chrono::nanoseconds wall{0};
    std::chrono::nanoseconds onProcessor{0};
    /// Ready to run, and no processor was free; zero where the kernel does not tell.
    std::chrono::nanoseconds inQueue{0};
};

/// Watches how long the event loop of this thread was kept from turning by what runs in it.
///
/// A machine that runs tests is loaded: a thread that could go on may have to wait for a processor,
/// and a clock on the wall would count that. So a turn of the loop counts as the time that the
/// thread was on a processor, and the time that it waited for something (a server, a lock, a file):
/// what passed on the wall, less the time on a processor, less the time in the queue for one.
/// Where the kernel does not tell the time in the queue, only the time on a processor counts.
///
/// A turn lasts from one look of the event dispatcher for events to the next. It holds all that the
/// test itself does between, above all the handlers of the keys and clicks that it sends; what is
/// not the program's own (a query of the test) belongs into aside(). The ten milliseconds that
/// QTest sleeps between two turns are taken off the waiting.
///
/// Thread: the one whose loop is watched, which has an event dispatcher.
class LoopWatch final {
public:
    using Duration = std::chrono::duration<double, std::milli>;

    LoopWatch();
    ~LoopWatch();
    LoopWatch(const LoopWatch&) = delete;
    LoopWatch& operator=(const LoopWatch&) = delete;

    /// The longest turn until now, with the one that is going on.
    [[nodiscard]] Duration longest();
    /// The longest turn in words, for a message: "61.0 ms (on a processor 60.2, waiting 0.8)".
    [[nodiscard]] QByteArray words();
    /// Does something that is the test's own business: it does not count.
    template<typename Act>
    auto aside(Act act)
    {
        endTurn();
        const Begin begin(*this);
        return act();
    }

private:
    /// Lets a turn begin anew when an aside is over.
    class Begin final {
    public:
        explicit Begin(LoopWatch& watch)
            : m_watch(watch)
        {
        }
        ~Begin() { m_watch.beginTurn(); }
        Begin(const Begin&) = delete;
        Begin& operator=(const Begin&) = delete;

    private:
        LoopWatch& m_watch;
    };
    struct Turn {
        Duration busy{0};
        Duration waiting{0};
        [[nodiscard]] Duration length() const { return busy + waiting; }
    };

    void beginTurn();
    void endTurn();
    void nextTurn();

    QMetaObject::Connection m_awake;
    QMetaObject::Connection m_block;
    ThreadTimes m_begin;
    bool m_mayIdle = false; ///< the loop itself may have waited for events in this turn
    int m_schedule = -1;    ///< file that tells the time in the queue; -1: none
    Turn m_longest;
};

} // namespace causeway::test
