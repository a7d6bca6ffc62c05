// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/interrupt.h"

#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace causeway::ctl {
namespace {

// Written by the signal handler, which may do nothing but write() to it.
std::atomic<int> g_pipe{-1};

constexpr char kSignal = 's';
constexpr char kEnd = 'e';

extern "C" void onSignal(int)
{
    const ssize_t written = write(g_pipe.load(), &kSignal, 1);
    static_cast<void>(written);
}

void setHandler(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

} // namespace

Interrupt::Interrupt(std::function<void()> onFirst)
    : m_onFirst(std::move(onFirst))
{
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return;
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
    g_pipe = m_writeEnd;
    m_thread = std::jthread([this] { watch(); });
    setHandler(onSignal);
}

Interrupt::~Interrupt()
{
    if (m_writeEnd < 0)
        return;
    setHandler(SIG_DFL);
    const ssize_t written = write(m_writeEnd, &kEnd, 1);
    static_cast<void>(written);
    m_thread.join();
    g_pipe = -1;
    close(m_readEnd);
    close(m_writeEnd);
}

void Interrupt::watch()
{
    char what = 0;
    while (read(m_readEnd, &what, 1) == 1 && what == kSignal) {
        if (m_source.stop_requested())
            _exit(kExitCode);
        if (m_onFirst)
            m_onFirst();
        m_source.request_stop();
    }
}

} // namespace causeway::ctl
