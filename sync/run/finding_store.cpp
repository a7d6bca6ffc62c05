// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/finding_store.h"

namespace causeway {
namespace {

constexpr quint8 kNone = 0xff;

void putDigest(QDataStream& stream, const std::optional<quint64>& digest)
{
    stream << quint8(digest.has_value()) << digest.value_or(0);
}

std::optional<quint64> takeDigest(QDataStream& stream)
{
    quint8 there = 0;
    quint64 digest = 0;
    stream >> there >> digest;
    return there != 0 ? std::optional(digest) : std::nullopt;
}

} // namespace

void Spilled<Finding>::put(QDataStream& stream, const Finding& finding)
{
    const auto& conflict = finding.decision.conflict;
    stream << finding.key << quint8(finding.decision.verdict)
           << (conflict ? quint8(*conflict) : kNone);
    putDigest(stream, finding.state.remote);
    putDigest(stream, finding.state.local);
    stream << finding.state.known << finding.state.baseTrusted;
    putDigest(stream, finding.state.baseRemote);
    putDigest(stream, finding.state.baseLocal);
}

Finding Spilled<Finding>::take(QDataStream& stream)
{
    Finding finding;
    quint8 verdict = 0;
    quint8 conflict = kNone;
    stream >> finding.key >> verdict >> conflict;
    finding.decision.verdict = static_cast<Verdict>(verdict);
    if (conflict != kNone)
        finding.decision.conflict = static_cast<ConflictKind>(conflict);
    finding.state.remote = takeDigest(stream);
    finding.state.local = takeDigest(stream);
    stream >> finding.state.known >> finding.state.baseTrusted;
    finding.state.baseRemote = takeDigest(stream);
    finding.state.baseLocal = takeDigest(stream);
    return finding;
}

Side targetOf(const Finding& finding)
{
    return finding.decision.verdict == Verdict::CopyToLocal ? Side::Local : Side::Remote;
}

RowAction actionOf(const Finding& finding)
{
    const bool toLocal = targetOf(finding) == Side::Local;
    const auto& source = toLocal ? finding.state.remote : finding.state.local;
    const auto& target = toLocal ? finding.state.local : finding.state.remote;
    if (!source)
        return RowAction::Delete;
    return target ? RowAction::Update : RowAction::Insert;
}

Status FindingStore::append(Finding&& finding)
{
    const bool deletes = actionOf(finding) == RowAction::Delete;
    ++m_counts[(targetOf(finding) == Side::Remote ? 0U : 2U) + (deletes ? 1U : 0U)];
    ++m_size;
    return m_findings.append(std::move(finding));
}

} // namespace causeway
