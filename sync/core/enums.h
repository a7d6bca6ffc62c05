// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace causeway {

enum class Side { Remote, Local };
enum class SyncType { Full, Incremental };
enum class Direction { Both, RemoteToLocal, LocalToRemote };
enum class Policy { RemoteWins, LocalWins, Skip, Manual };
enum class RunStatus { Running, Success, Partial, Failed, Cancelled };
enum class TriggerSource { Manual, Schedule, Cli };
enum class ConflictKind {
    UpdateUpdate,   ///< changed on both sides
    UpdateDelete,   ///< changed on remote, deleted on local
    DeleteUpdate,   ///< deleted on remote, changed on local
    InsertInsert,   ///< on both sides, different, and never agreed before
    DeleteChildren, ///< a parent was deleted that still has children on the other side
    Unique,         ///< another row of the target holds the same value of a UNIQUE key
    Rejected,       ///< the target cannot hold the row
};
enum class ConflictState { Open, Settled };
/// How a conflict ended: by which side's row, by a merged row, or because the sides came to agree.
enum class Settlement { Remote, Local, Merged, Agreed };
/// What a sync does to a row of the target.
enum class RowAction { Insert, Update, Delete };

[[nodiscard]] constexpr Side otherSide(Side side)
{
    return side == Side::Remote ? Side::Local : Side::Remote;
}

// Interface spellings (spec: never translated). The parsers return nullopt for anything else,
// ignore case and surrounding blanks.
[[nodiscard]] QString toText(Side side); ///< "remote", "local"
[[nodiscard]] QString toText(SyncType type);
[[nodiscard]] QString toText(Direction direction);
[[nodiscard]] QString toText(Policy policy);
[[nodiscard]] QString toText(RunStatus status);
[[nodiscard]] QString toText(TriggerSource source);
[[nodiscard]] QString toText(ConflictKind kind); ///< "UPDATE_UPDATE", …
[[nodiscard]] QString toText(ConflictState state);
[[nodiscard]] QString toText(Settlement settlement);
[[nodiscard]] QString toText(RowAction action); ///< "insert", "update", "delete"

[[nodiscard]] std::optional<Side> parseSide(const QString& text);
[[nodiscard]] std::optional<SyncType> parseSyncType(const QString& text);
[[nodiscard]] std::optional<Direction> parseDirection(const QString& text);
[[nodiscard]] std::optional<Policy> parsePolicy(const QString& text);
[[nodiscard]] std::optional<RunStatus> parseRunStatus(const QString& text);
[[nodiscard]] std::optional<TriggerSource> parseTriggerSource(const QString& text);
[[nodiscard]] std::optional<ConflictKind> parseConflictKind(const QString& text);
[[nodiscard]] std::optional<ConflictState> parseConflictState(const QString& text);
[[nodiscard]] std::optional<Settlement> parseSettlement(const QString& text);

} // namespace causeway
