// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/enums.h"

#include <array>
#include <utility>

namespace causeway {
namespace {

template<typename E, std::size_t N>
using Names = std::array<std::pair<E, const char*>, N>;

constexpr Names<Side, 2> kSides{{{Side::Remote, "remote"}, {Side::Local, "local"}}};
constexpr Names<SyncType, 2> kTypes{
    {{SyncType::Full, "FULL"}, {SyncType::Incremental, "INCREMENTAL"}}};
constexpr Names<Direction, 3> kDirections{{{Direction::Both, "BOTH"},
                                           {Direction::RemoteToLocal, "REMOTE_TO_LOCAL"},
                                           {Direction::LocalToRemote, "LOCAL_TO_REMOTE"}}};
constexpr Names<Policy, 4> kPolicies{{{Policy::RemoteWins, "REMOTE_WINS"},
                                      {Policy::LocalWins, "LOCAL_WINS"},
                                      {Policy::Skip, "SKIP"},
                                      {Policy::Manual, "MANUAL"}}};
constexpr Names<RunStatus, 5> kStatuses{{{RunStatus::Running, "RUNNING"},
                                         {RunStatus::Success, "SUCCESS"},
                                         {RunStatus::Partial, "PARTIAL"},
                                         {RunStatus::Failed, "FAILED"},
                                         {RunStatus::Cancelled, "CANCELLED"}}};
constexpr Names<TriggerSource, 3> kTriggers{{{TriggerSource::Manual, "MANUAL"},
                                             {TriggerSource::Schedule, "SCHEDULE"},
                                             {TriggerSource::Cli, "CLI"}}};
constexpr Names<ConflictKind, 7> kKinds{{{ConflictKind::UpdateUpdate, "UPDATE_UPDATE"},
                                         {ConflictKind::UpdateDelete, "UPDATE_DELETE"},
                                         {ConflictKind::DeleteUpdate, "DELETE_UPDATE"},
                                         {ConflictKind::InsertInsert, "INSERT_INSERT"},
                                         {ConflictKind::DeleteChildren, "DELETE_CHILDREN"},
                                         {ConflictKind::Unique, "UNIQUE"},
                                         {ConflictKind::Rejected, "REJECTED"}}};
constexpr Names<ConflictState, 2> kStates{
    {{ConflictState::Open, "OPEN"}, {ConflictState::Settled, "SETTLED"}}};
constexpr Names<Settlement, 4> kSettlements{{{Settlement::Remote, "REMOTE"},
                                             {Settlement::Local, "LOCAL"},
                                             {Settlement::Merged, "MERGED"},
                                             {Settlement::Agreed, "AGREED"}}};
constexpr Names<RowAction, 3> kActions{
    {{RowAction::Insert, "insert"}, {RowAction::Update, "update"}, {RowAction::Delete, "delete"}}};

template<typename E, std::size_t N>
QString nameOf(const Names<E, N>& names, E value)
{
    for (const auto& [candidate, name] : names) {
        if (candidate == value)
            return QLatin1String(name);
    }
    return {};
}

template<typename E, std::size_t N>
std::optional<E> valueOf(const Names<E, N>& names, const QString& text)
{
    const QString wanted = text.trimmed();
    for (const auto& [candidate, name] : names) {
        if (wanted.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return candidate;
    }
    return std::nullopt;
}

} // namespace

QString toText(Side side)
{
    return nameOf(kSides, side);
}
QString toText(SyncType type)
{
    return nameOf(kTypes, type);
}
QString toText(Direction direction)
{
    return nameOf(kDirections, direction);
}
QString toText(Policy policy)
{
    return nameOf(kPolicies, policy);
}
QString toText(RunStatus status)
{
    return nameOf(kStatuses, status);
}
QString toText(TriggerSource source)
{
    return nameOf(kTriggers, source);
}
QString toText(ConflictKind kind)
{
    return nameOf(kKinds, kind);
}
QString toText(ConflictState state)
{
    return nameOf(kStates, state);
}
QString toText(Settlement settlement)
{
    return nameOf(kSettlements, settlement);
}
QString toText(RowAction action)
{
    return nameOf(kActions, action);
}

std::optional<Side> parseSide(const QString& text)
{
    return valueOf(kSides, text);
}
std::optional<SyncType> parseSyncType(const QString& text)
{
    return valueOf(kTypes, text);
}
std::optional<Direction> parseDirection(const QString& text)
{
    return valueOf(kDirections, text);
}
std::optional<Policy> parsePolicy(const QString& text)
{
    return valueOf(kPolicies, text);
}
std::optional<RunStatus> parseRunStatus(const QString& text)
{
    return valueOf(kStatuses, text);
}
std::optional<TriggerSource> parseTriggerSource(const QString& text)
{
    return valueOf(kTriggers, text);
}
std::optional<ConflictKind> parseConflictKind(const QString& text)
{
    return valueOf(kKinds, text);
}
std::optional<ConflictState> parseConflictState(const QString& text)
{
    return valueOf(kStates, text);
}
std::optional<Settlement> parseSettlement(const QString& text)
{
    return valueOf(kSettlements, text);
}

} // namespace causeway
