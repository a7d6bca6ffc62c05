// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/random/oracle.h"

namespace causeway::test {
namespace {

using Row = std::optional<RowCells>;

Expected unchanged(const RowBefore& before)
{
    return {before.remote, before.local, before.agreed, false, false};
}

/// Both sides hold @p row from now on, and know it of each other.
Expected bothHold(const Row& row)
{
    Expected expected{row, row, {}, false, false};
    if (row)
        expected.agreed = {true, false, row, row};
    return expected;
}

bool mayWrite(Side side, Direction direction)
{
    if (direction == Direction::Both)
        return true;
    return direction == (side == Side::Local ? Direction::RemoteToLocal : Direction::LocalToRemote);
}

/// @p winner's row replaces the other one, if the direction lets it; in a one-way run the target's
/// row stays, and is no longer news.
Expected wins(Side winner, const RowBefore& before, Direction direction)
{
    const Side loser = winner == Side::Remote ? Side::Local : Side::Remote;
    const Row& row = winner == Side::Remote ? before.remote : before.local;
    Expected expected = mayWrite(loser, direction) ? bothHold(row) : unchanged(before);
    if (!mayWrite(loser, direction)) {
        const Row never = RowCells{"never agreed on"};
        expected.agreed = loser == Side::Remote ? Agreed{true, false, before.remote, never}
                                                : Agreed{true, false, never, before.local};
    }
    expected.conflict = true;
    return expected;
}

Expected conflict(const RowBefore& before, const TableSettings& settings)
{
    if (settings.policy == Policy::RemoteWins)
        return wins(Side::Remote, before, settings.direction);
    if (settings.policy == Policy::LocalWins)
        return wins(Side::Local, before, settings.direction);
    Expected expected = unchanged(before);
    expected.conflict = true;
    expected.open = true;
    return expected;
}

/// One-way FULL: the target becomes what the source is.
Expected mirrored(const RowBefore& before, Direction direction)
{
    const bool toLocal = direction == Direction::RemoteToLocal;
    Expected expected = bothHold(toLocal ? before.remote : before.local);
    const bool disputed = before.disputed && !(before.remote && before.local);
    expected.conflict = before.agreed.known ? before.remote != before.agreed.remote &&
                                                  before.local != before.agreed.local
                                            : disputed;
    return expected;
}

} // namespace

Expected expectedAfter(const RowBefore& before, const TableSettings& settings)
{
    if (before.remote == before.local)
        return bothHold(before.remote);
    if (before.held) {
        Expected expected = unchanged(before);
        expected.open = true;
        return expected;
    }
    if (settings.type == SyncType::Full && settings.direction != Direction::Both)
        return mirrored(before, settings.direction);
    // Never agreed on: what is there is new, what is not there never was.
    const bool remoteChanged = before.agreed.known ? before.remote != before.agreed.remote
                                                   : before.remote || before.disputed;
    const bool localChanged =
        before.agreed.known ? before.local != before.agreed.local : before.local || before.disputed;
    if (remoteChanged == localChanged)
        return conflict(before, settings);
    const Side target = remoteChanged ? Side::Local : Side::Remote;
    if (!mayWrite(target, settings.direction))
        return unchanged(before);
    return bothHold(remoteChanged ? before.remote : before.local);
}

} // namespace causeway::test
