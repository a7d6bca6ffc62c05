// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/progress_reporter.h"

#include <algorithm>

namespace causeway {
namespace {

using namespace std::chrono_literals;

constexpr auto kWindow = 5s;
/// A rate over less than this says nothing about the time left.
constexpr auto kTrustAfter = 1s;

} // namespace

ProgressReporter::ProgressReporter(ProgressMailbox& mailbox, const PauseGate* pause)
    : m_mailbox(mailbox)
    , m_time(pause)
{
    publish();
}

void ProgressReporter::phase(RunPhase phase)
{
    m_now.phase = phase;
    publish();
}

void ProgressReporter::tables(int done, int total)
{
    m_now.tablesDone = done;
    m_now.tablesTotal = total;
    publish();
}

void ProgressReporter::table(const QString& name, qint64 rowsToWrite)
{
    m_now.table = name;
    m_now.tableRowsDone = 0;
    m_now.tableRowsTotal = rowsToWrite;
    publish();
}

void ProgressReporter::compared(qint64 rows)
{
    m_now.rowsCompared += rows;
    publish();
}

void ProgressReporter::planned(qint64 rows)
{
    m_now.totalRowsTotal += rows;
    publish();
}

void ProgressReporter::written(Side target, const ChangeCounts& counts)
{
    const qint64 rows = counts.total();
    (target == Side::Local ? m_now.rowsToLocal : m_now.rowsToRemote) += rows;
    m_now.tableRowsDone += rows;
    m_now.totalRowsDone += rows;
    measure();
    publish();
}

void ProgressReporter::conflicts(qint64 found)
{
    m_now.conflicts += found;
    publish();
}

void ProgressReporter::measure()
{
    const auto now = m_time.spent();
    m_marks.push_back({now, m_now.totalRowsDone});
    while (m_marks.size() > 2 && now - m_marks.front().at > kWindow)
        m_marks.pop_front();
    const std::chrono::duration<double> span = now - m_marks.front().at;
    const qint64 rows = m_now.totalRowsDone - m_marks.front().rows;
    m_now.rowsPerSecond = span.count() > 0 ? static_cast<double>(rows) / span.count() : 0.0;
    m_now.timeLeft.reset();
    const qint64 left = std::max<qint64>(0, m_now.totalRowsTotal - m_now.totalRowsDone);
    if (span >= kTrustAfter && m_now.rowsPerSecond > 0 && m_now.totalRowsTotal > 0)
        m_now.timeLeft = std::chrono::seconds(
            static_cast<qint64>(static_cast<double>(left) / m_now.rowsPerSecond + 0.5));
}

void ProgressReporter::publish()
{
    m_now.elapsed = m_time.spent();
    m_mailbox.put(m_now);
}

} // namespace causeway
