// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <string_view>

namespace causeway {

/// Instants of a run at which a crash test may strike. The order is that of a run.
///
/// Before and After stand around the step; Uncommitted means: everything of the step's transaction
/// is executed, its COMMIT is not sent yet.
enum class FaultPoint {
    LockBefore,
    LockBetween, ///< the local lock is held, the remote one is not
    LockAfter,
    EpochBefore, ///< the pair's state and the remote's epoch under its lock
    EpochAfter,
    RecoverBefore, ///< of one ledger with pending marks
    RecoverUncommitted,
    RecoverAfter,
    LogBeginBefore,
    LogBeginBetween, ///< stale runs are closed, this one is not noted yet
    LogBeginAfter,
    SnapshotBefore,
    SnapshotBetween, ///< the remote's snapshot stands, the local one does not
    SnapshotAfter,
    StampBefore,
    StampAnnounced, ///< the local side names who will raise the remote's epoch
    StampUncommitted,
    StampCommitted, ///< raised on the remote, the local side does not know it
    StampAfter,
    LedgerMakeBefore,
    LedgerMakeBetween, ///< the table is there, its registry row is not
    LedgerMakeAfter,
    AdoptBefore, ///< agreements found by looking go into the ledger
    AdoptUncommitted,
    AdoptAfter,
    ConflictBefore, ///< conflicts are recorded
    ConflictUncommitted,
    ConflictAfter,
    BatchBefore,
    BatchAfter, ///< the transaction is open, the epoch is raised in it
    RowLockBefore,
    RowLockAfter,
    WriteBefore,
    WriteAfter,
    BulkLoadBefore,
    BulkLoadAfter,
    ReadBackBefore,
    ReadBackAfter,
    LocalCommitBefore, ///< rows and ledger in one transaction
    LocalCommitAfter,
    MarkBefore,
    MarkUncommitted,
    MarkAfter, ///< the pending marks are committed on the local side
    RemoteCommitBefore,
    RemoteCommitAfter,
    SettleBefore,
    SettleUncommitted,
    SettleAfter,
    ResolveBefore,  ///< a person's decision on one conflict
    ResolveBetween, ///< the merged row is the local one, the remote has not followed
    ResolveAfter,
    LogTableBefore,
    LogTableAfter,
    LogFinishBefore,
    LogFinishAfter,
    Count, ///< no point: their number
};

inline constexpr std::size_t kFaultPoints = static_cast<std::size_t>(FaultPoint::Count);

/// "mark.uncommitted" for FaultPoint::MarkUncommitted.
[[nodiscard]] std::string_view faultPointName(FaultPoint point);
/// The point of that name; nullopt for any other text.
[[nodiscard]] std::optional<FaultPoint> faultPointNamed(std::string_view name);

/// Called by every thread of a run that comes to a point; must be safe for that.
using FaultHook = void (*)(FaultPoint);

/// Lets @p hook be called at every point; nullptr: none. For test programs only: nothing that is
/// shipped calls this, so no input or environment can make a point do anything. Install it before
/// the run begins.
void setFaultHook(FaultHook hook);

namespace detail {
extern std::atomic<FaultHook> faultHook;
} // namespace detail

/// Marks an instant. Costs one relaxed load where no hook is installed.
inline void reach(FaultPoint point)
{
    if (const FaultHook hook = detail::faultHook.load(std::memory_order_relaxed))
        hook(point);
}

} // namespace causeway
