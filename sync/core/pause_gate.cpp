// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/pause_gate.h"

#include <algorithm>

namespace causeway {

PauseGate::PauseGate(std::stop_source stop, PauseBounds bounds)
    : m_stop(std::move(stop))
    , m_bounds(bounds)
{
}

void PauseGate::pause()
{
    const std::scoped_lock lock(m_mutex);
    m_wanted = true;
}

void PauseGate::resume()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_wanted = false;
    }
    m_changed.notify_all();
}

PauseGate::State PauseGate::state() const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_wanted)
        return State::Open;
    return m_stillSince ? State::Paused : State::Pausing;
}

std::chrono::milliseconds PauseGate::stoodStill() const
{
    const std::scoped_lock lock(m_mutex);
    const auto now = m_stillSince ? Clock::now() - *m_stillSince : Clock::duration(0);
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_before + now);
}

void PauseGate::count()
{
    const bool isStill = m_waiting > 0 && m_waiting >= m_workers;
    if (isStill && !m_stillSince) {
        m_stillSince = Clock::now();
    } else if (!isStill && m_stillSince) {
        m_before += Clock::now() - *m_stillSince;
        m_stillSince.reset();
    }
}

bool PauseGate::lastsTooLong(Clock::time_point begun) const
{
    return Clock::now() - begun >= m_bounds.longest;
}

Status PauseGate::hold(const std::stop_token& stop, const std::function<Status()>& keepAlive)
{
    std::unique_lock lock(m_mutex);
    if (!m_wanted)
        return okStatus();
    const auto begun = Clock::now();
    Status alive = okStatus();
    ++m_waiting;
    count();
    while (alive && m_wanted && !stop.stop_requested()) {
        if (m_changed.wait_for(lock, stop, m_bounds.keepAlive, [this] { return !m_wanted; }))
            break;
        // Neither may be called under the lock: a request to stop wakes whoever waits for it.
        const bool isTooLong = lastsTooLong(begun);
        lock.unlock();
        if (isTooLong)
            m_stop.request_stop();
        else if (!stop.stop_requested())
            alive = keepAlive();
        lock.lock();
        if (isTooLong)
            break;
    }
    --m_waiting;
    count();
    return alive;
}

PauseGate::Worker::Worker(PauseGate* gate)
    : m_gate(gate)
{
    if (!m_gate)
        return;
    const std::scoped_lock lock(m_gate->m_mutex);
    ++m_gate->m_workers;
    m_gate->count();
}

PauseGate::Worker::~Worker()
{
    if (!m_gate)
        return;
    const std::scoped_lock lock(m_gate->m_mutex);
    --m_gate->m_workers;
    m_gate->count();
}

WorkTime::WorkTime(const PauseGate* pause)
    : m_pause(pause)
    , m_stillBefore(pause ? pause->stoodStill() : std::chrono::milliseconds(0))
{
}

std::chrono::milliseconds WorkTime::stoodStill() const
{
    return m_pause ? m_pause->stoodStill() - m_stillBefore : std::chrono::milliseconds(0);
}

std::chrono::milliseconds WorkTime::spent() const
{
    const auto still = stoodStill();
    const auto all = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - m_begin);
    return std::max(all - still, std::chrono::milliseconds(0));
}

} // namespace causeway
