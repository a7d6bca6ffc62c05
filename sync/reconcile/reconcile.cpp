// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/reconcile/reconcile.h"

namespace causeway {
namespace {

bool changed(const KeyState& state, const std::optional<quint64>& base,
             const std::optional<quint64>& now)
{
    if (!state.known)
        return now.has_value();
    // Without trusted digests a row that is there may have changed; one that is gone surely did.
    return state.baseTrusted ? base != now : true;
}

ConflictKind kindOf(const KeyState& state)
{
    if (!state.remote)
        return ConflictKind::DeleteUpdate;
    if (!state.local)
        return ConflictKind::UpdateDelete;
    return state.known ? ConflictKind::UpdateUpdate : ConflictKind::InsertInsert;
}

/// Both sides hold the same: the ledger may need to hear of it.
Decision agreement(const KeyState& state)
{
    if (!state.remote && !state.local)
        return {state.known ? Verdict::Forget : Verdict::Nothing, {}};
    const bool recorded = state.known && state.baseTrusted && state.baseRemote == state.remote &&
                          state.baseLocal == state.local;
    return {recorded ? Verdict::Nothing : Verdict::Adopt, {}};
}

/// nullopt: not known without the values.
std::optional<bool> sameRows(const KeyState& state)
{
    if (state.remote.has_value() != state.local.has_value())
        return false;
    if (!state.remote)
        return true;
    return state.equal;
}

Decision byPolicy(const KeyState& state, const Rules& rules)
{
    const ConflictKind kind = kindOf(state);
    const bool toLocal = rules.direction != Direction::LocalToRemote;
    const bool toRemote = rules.direction != Direction::RemoteToLocal;
    switch (rules.policy) {
    case Policy::RemoteWins:
        return {toLocal ? Verdict::CopyToLocal : Verdict::AcceptLocal, kind};
    case Policy::LocalWins:
        return {toRemote ? Verdict::CopyToRemote : Verdict::AcceptRemote, kind};
    case Policy::Skip:
        return {Verdict::Leave, kind};
    case Policy::Manual:
        break;
    }
    return {Verdict::Queue, kind};
}

Decision mirror(const KeyState& state, const Rules& rules)
{
    const std::optional<bool> same = sameRows(state);
    if (!same)
        return {Verdict::NeedValues, {}};
    if (*same)
        return agreement(state);
    const bool toLocal = rules.direction == Direction::RemoteToLocal;
    Decision decision{toLocal ? Verdict::CopyToLocal : Verdict::CopyToRemote, {}};
    // The target's own change since the last agreement is overwritten on purpose, but kept.
    const bool bothChanged = state.known && state.remoteChanged() && state.localChanged();
    const bool targetLoses = (toLocal ? state.local : state.remote).has_value();
    if (bothChanged || (rules.keepLosers && targetLoses))
        decision.conflict = kindOf(state);
    return decision;
}

} // namespace

bool KeyState::remoteChanged() const
{
    return changed(*this, baseRemote, remote);
}
bool KeyState::localChanged() const
{
    return changed(*this, baseLocal, local);
}

Decision reconcile(const KeyState& state, const Rules& rules)
{
    if (rules.type == SyncType::Full && rules.direction != Direction::Both)
        return mirror(state, rules);

    const bool remoteChanged = state.remoteChanged();
    const bool localChanged = state.localChanged();
    if (!remoteChanged && !localChanged && rules.type == SyncType::Incremental)
        return {};
    const std::optional<bool> same = sameRows(state);
    if (same && *same)
        return agreement(state);
    if (remoteChanged && !localChanged)
        return {rules.direction == Direction::LocalToRemote ? Verdict::Nothing
                                                            : Verdict::CopyToLocal,
                {}};
    if (localChanged && !remoteChanged)
        return {rules.direction == Direction::RemoteToLocal ? Verdict::Nothing
                                                            : Verdict::CopyToRemote,
                {}};
    // Both changed, or a FULL run caught the ledger out.
    return same ? byPolicy(state, rules) : Decision{Verdict::NeedValues, {}};
}

} // namespace causeway
