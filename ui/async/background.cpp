// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/async/background.h"

namespace causeway {

Background::Background(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(4);
}

Background::~Background()
{
    for (Ticket& ticket : m_current)
        ticket.stop.request_stop();
    m_pool.waitForDone();
}

Background::Ticket Background::begin(const QString& slot)
{
    const bool wasBusy = isBusy();
    if (const auto older = m_current.find(slot); older != m_current.end())
        older->stop.request_stop();
    Ticket ticket{slot, ++m_lastNumber, std::stop_source()};
    m_current.insert(slot, ticket);
    if (!wasBusy)
        emit busyChanged(true);
    return ticket;
}

bool Background::end(const Ticket& ticket)
{
    const auto found = m_current.constFind(ticket.slot);
    if (found == m_current.constEnd() || found->number != ticket.number)
        return false;
    m_current.erase(found);
    if (m_current.isEmpty())
        emit busyChanged(false);
    return true;
}

void Background::drop(const QString& slot)
{
    const auto found = m_current.find(slot);
    if (found == m_current.end())
        return;
    found->stop.request_stop();
    m_current.erase(found);
    if (m_current.isEmpty())
        emit busyChanged(false);
}

} // namespace causeway
