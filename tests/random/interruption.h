// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/dice.h"
#include "tests/support/two_sided_fixture.h"

#include <atomic>
#include <set>
#include <stop_token>
#include <thread>

namespace causeway::test {

/// How a run is disturbed. The scenario only asks for a way, starts the run, and expects a later
/// run to heal it.
struct Disturbance {
    enum class Kind { None, Cancel, KillRemote, KillLocal, KillProcess };
    Kind kind = Kind::None;
    int afterBatches = 0; ///< strikes once the run has committed so many batches, on both sides
    /// Strikes only between the marking and the settling of a batch for the remote: the moment in
    /// which the two servers may come to know different things.
    bool whilePending = false;

    [[nodiscard]] static Disturbance random(Dice& dice, int chance);
    [[nodiscard]] const char* name() const;
};

/// Watches the epochs of a pair from a thread of its own and strikes when the run has come far
/// enough. Destroying it ends the watch and waits until every killed connection is gone.
class Interruption final {
public:
    /// @param spared connections that are not the engine's, by side
    Interruption(TwoSidedFixture& pair, const Disturbance& what, std::set<quint64> sparedRemote,
                 std::set<quint64> sparedLocal);
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    /// For a run in this process to end, for one in another to be killed.
    [[nodiscard]] std::stop_token token() const { return m_run.get_token(); }
    [[nodiscard]] bool struck() const { return m_struck; }

private:
    void watch();
    void strike();
    void waitUntilGone(Side side);
    [[nodiscard]] qint64 epochs();
    [[nodiscard]] bool anythingPending();
    [[nodiscard]] std::vector<quint64> engineConnections(Side side);
    [[nodiscard]] Connection& on(Side side) { return side == Side::Remote ? m_remote : m_local; }

    Disturbance m_what;
    QString m_database;
    Connection m_remote;
    Connection m_local;
    std::set<quint64> m_spared[2];
    std::stop_source m_run;
    std::atomic<bool> m_ended{false};
    std::atomic<bool> m_struck{false};
    std::thread m_thread;
};

} // namespace causeway::test
