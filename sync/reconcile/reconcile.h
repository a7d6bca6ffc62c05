// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"

#include <QtGlobal>

#include <optional>

namespace causeway {

/// What is known of one row key. Digests are comparable only with digests of the same side.
struct KeyState {
    bool known = false;      ///< the ledger has an entry
    bool baseTrusted = true; ///< its digests mean something (the table's structure is unchanged)
    std::optional<quint64> baseRemote; ///< nullopt: was not there when last agreed
    std::optional<quint64> baseLocal;
    std::optional<quint64> remote; ///< nullopt: is not there
    std::optional<quint64> local;
    /// Rows equal by value; nullopt: not compared yet. Asked only when both are there.
    std::optional<bool> equal;

    [[nodiscard]] bool remoteChanged() const;
    [[nodiscard]] bool localChanged() const;
    bool operator==(const KeyState&) const = default;
};

struct Rules {
    SyncType type = SyncType::Incremental;
    Direction direction = Direction::Both;
    Policy policy = Policy::Manual;
    bool keepLosers = false; ///< FULL one-way: name every target row that is overwritten or deleted
};

enum class Verdict {
    Nothing,     ///< in step, or none of this run's business
    NeedValues,  ///< compare the rows by value, then ask again with KeyState::equal
    CopyToLocal, ///< make local what remote is: insert, update or delete
    CopyToRemote,
    Adopt,        ///< both sides agree: refresh the ledger
    Forget,       ///< gone on both sides: drop the ledger entry
    AcceptRemote, ///< one-way, target wins: take note of the source's row, write nothing
    AcceptLocal,
    Leave, ///< conflict under SKIP: report it, touch nothing
    Queue, ///< conflict under MANUAL
};

struct Decision {
    Verdict verdict = Verdict::Nothing;
    std::optional<ConflictKind> conflict; ///< set when both sides changed to different values
    bool operator==(const Decision&) const = default;
};

/// Decides one row key from what the ledger, the remote and the local side say. Pure.
///
/// INCREMENTAL copies what changed on one side, leaves alone what only a one-way run's target has,
/// and calls a conflict what changed on both. FULL in both directions does the same, but believes
/// no ledger entry over the rows. FULL in one direction makes the target what the source is.
/// @return never NeedValues when @p state says whether the rows are equal.
[[nodiscard]] Decision reconcile(const KeyState& state, const Rules& rules);

} // namespace causeway
