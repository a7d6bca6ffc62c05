// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "sync/core/fault_point.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_request.h"

#include <chrono>

namespace causeway::test {

/// The request of every run under fire: small batches, so that there are many instants to strike.
[[nodiscard]] SyncRequest requestUnderFire(const Profile& profile, Policy policy);

/// What a person decides about a conflict: the same in every program that is given the same seed.
[[nodiscard]] ConflictDecision decisionOn(const ConflictRow& conflict, quint64 seed);
/// The row that the decision makes of the conflict; nullopt: none.
[[nodiscard]] std::optional<RowImage> decidedRow(const ConflictRow& conflict, quint64 seed);

/// What a child program of the test is to do and when it dies.
struct Doom {
    enum class Action { Sync, Resolve, Undo };
    Action action = Action::Sync;
    Policy policy = Policy::Manual;
    quint64 decisions = 0; ///< seed of decisionOn()
    QString runId{};       ///< the run to undo
    std::optional<FaultPoint> point;
    int hit = 1;        ///< strikes when the point is reached for this time
    qint64 process = 0; ///< killed at the point; 0: the child itself
    std::optional<std::chrono::milliseconds> moment; ///< without a point: the child dies then
};

/// How a child program ended.
struct DoomedEnd {
    bool died = false;    ///< by a signal
    bool struck = false;  ///< it came to its point; a child that died without a point: true too
    QByteArray errorCode; ///< of its run: "DB_CONN_001"; empty: none
    std::chrono::milliseconds duration{0};
};

/// Runs this very program again as a child that works on @p profile and meets its doom.
[[nodiscard]] DoomedEnd meetDoom(const Profile& profile, const Doom& doom);

/// Whether this program was started by meetDoom(); then @p code is what main() has to return.
[[nodiscard]] bool isDoomed(const QStringList& arguments, int& code);

} // namespace causeway::test
