// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/alert_patrol.h"

#include "app/ctl/alert_output.h"
#include "app/ctl/json_text.h"
#include "sync/alert/alert_text.h"

namespace causeway::ctl {
namespace {

using Clock = std::chrono::steady_clock;

AlertWatch watchOf(const Profile& profile, const Context& context)
{
    const AlertPair pair = alertPairOf(context, profile);
    return AlertWatch(profile.local, pair.name, pair.store);
}

} // namespace

AlertPatrol::AlertPatrol(const Profile& profile, Context& context)
    : m_context(context)
    , m_watch(watchOf(profile, context))
    , m_begun(Clock::now())
{
}

void AlertPatrol::look()
{
    if (m_looking.valid()) {
        if (m_looking.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
            return;
        tell(m_looking.get());
    }
    if (!m_isDue && Clock::now() - m_begun < AlertWatch::kInterval)
        return;
    m_isDue = false;
    m_begun = Clock::now();
    m_looking = std::async(std::launch::async,
                           [this, stop = m_context.stop] { return m_watch.check(stop); });
}

void AlertPatrol::end()
{
    if (m_looking.valid())
        tell(m_looking.get());
}

void AlertPatrol::tell(const Result<AlertCheck>& found)
{
    if (!found)
        return noteOnce(found.error());
    m_lastError.reset();
    const QString now = localTimeText(QDateTime::currentDateTimeUtc());
    for (const ActiveAlert& alert : found->raised) {
        m_context.console.warn(tr("%1 alert %2: %3", "time, rule, sentence")
                                   .arg(now, toText(alert.rule), alertText(alert)));
    }
    for (const ActiveAlert& alert : found->cleared)
        m_context.console.note(
            tr("%1 alert %2 has cleared", "time, rule").arg(now, toText(alert.rule)));
    for (const Error& error : found->undelivered)
        m_context.console.noteError(error);
}

void AlertPatrol::noteOnce(const Error& error)
{
    if (m_lastError != error)
        m_context.console.noteError(error);
    m_lastError = error;
}

} // namespace causeway::ctl
