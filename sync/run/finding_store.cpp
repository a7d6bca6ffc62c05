// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/finding_store.h"

#include <QDataStream>
#include <QDir>

namespace causeway {
namespace {

constexpr quint8 kNone = 0xff;

void put(QDataStream& stream, const std::optional<quint64>& digest)
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

void put(QDataStream& stream, const Finding& finding)
{
    const auto& conflict = finding.decision.conflict;
    stream << finding.key << quint8(finding.decision.verdict)
           << (conflict ? quint8(*conflict) : kNone);
    put(stream, finding.state.remote);
    put(stream, finding.state.local);
}

Finding take(QDataStream& stream)
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
    return finding;
}

Error fileError(const QTemporaryFile& file)
{
    return makeError(ErrorCode::SysDisk, QDir::tempPath(), file.errorString());
}

} // namespace

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
    m_recent.push_back(std::move(finding));
    return m_recent.size() < kInMemory ? okStatus() : spill();
}

Status FindingStore::spill()
{
    if (!m_file) {
        m_file = std::make_unique<QTemporaryFile>();
        if (!m_file->open())
            return fileError(*m_file);
    }
    m_file->seek(m_file->size());
    QDataStream stream(m_file.get());
    for (const Finding& finding : m_recent)
        put(stream, finding);
    if (stream.status() != QDataStream::Ok || !m_file->flush())
        return fileError(*m_file);
    m_spilled += static_cast<qint64>(m_recent.size());
    m_recent.clear();
    return okStatus();
}

Status FindingStore::forEach(const Work& work) const
{
    if (m_spilled > 0) {
        m_file->seek(0);
        QDataStream stream(m_file.get());
        for (qint64 done = 0; done < m_spilled;) {
            std::vector<Finding> some;
            while (done < m_spilled && some.size() < kInMemory) {
                some.push_back(take(stream));
                ++done;
            }
            if (stream.status() != QDataStream::Ok)
                return fileError(*m_file);
            CAUSEWAY_TRY(work(some));
        }
    }
    return m_recent.empty() ? okStatus() : work(m_recent);
}

} // namespace causeway
