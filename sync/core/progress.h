// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

namespace causeway {

enum class RunPhase {
    Waiting,
    BackingUp,
    Preparing,
    Discovering,
    Transferring,
    Verifying,
    Cleaning,
    Finished
};

/// One immutable look at a run. Counters only grow within a run.
struct ProgressSnapshot {
    RunPhase phase = RunPhase::Waiting;
    QString table; ///< table at work, empty between tables
    int tablesDone = 0;
    int tablesTotal = 0;
    qint64 rowsCompared = 0; ///< rows read by the comparison, both sides
    qint64 rowsToLocal = 0;  ///< rows written to local so far
    qint64 rowsToRemote = 0;
    qint64 tableRowsDone = 0;  ///< rows of the current table written so far
    qint64 tableRowsTotal = 0; ///< rows of the current table to write, 0 while not known
    qint64 totalRowsDone = 0;  ///< rows written of all that are planned
    qint64 totalRowsTotal = 0; ///< rows planned so far
    qint64 conflicts = 0;
    std::chrono::milliseconds elapsed{0};
    double rowsPerSecond = 0.0; ///< written rows, over the last few seconds
    /// Time left as far as it can honestly be told; empty while estimating.
    std::optional<std::chrono::seconds> timeLeft;
};

/// Where a run puts its progress and a timer takes it: latest wins, nothing queues up.
/// Thread: every method from any thread.
class ProgressMailbox final {
public:
    void put(ProgressSnapshot snapshot)
    {
        auto next = std::make_shared<const ProgressSnapshot>(std::move(snapshot));
        const std::scoped_lock lock(m_mutex);
        m_latest = std::move(next);
    }
    /// Never null.
    [[nodiscard]] std::shared_ptr<const ProgressSnapshot> latest() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_latest;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const ProgressSnapshot> m_latest = std::make_shared<const ProgressSnapshot>();
};

} // namespace causeway
