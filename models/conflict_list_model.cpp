// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conflict_list_model.h"

#include "models/words.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <iterator>

namespace causeway {
namespace {

constexpr std::array<const char*, ConflictListModel::ColumnCount> kTitles{
    QT_TRANSLATE_NOOP("ConflictListModel", "Table"), QT_TRANSLATE_NOOP("ConflictListModel", "Row"),
    QT_TRANSLATE_NOOP("ConflictListModel", "What happened"),
    QT_TRANSLATE_NOOP("ConflictListModel", "Found"),
    QT_TRANSLATE_NOOP("ConflictListModel", "Decision")};

bool isSameVersion(const ConflictRow& a, const ConflictRow& b)
{
    return a.remote == b.remote && a.local == b.local && a.kind == b.kind;
}

} // namespace

void ConflictListModel::setConflicts(std::vector<ConflictRow> conflicts)
{
    std::map<qint64, ConflictDecision> kept;
    for (const ConflictRow& conflict : conflicts) {
        const ConflictRow* before = conflictAt(rowOf(conflict.id));
        const ConflictDecision* decision = stagedFor(conflict.id);
        if (before && decision && isSameVersion(*before, conflict))
            kept.emplace(conflict.id, *decision).first->second.seenAt = conflict.updatedAt;
    }
    beginResetModel();
    m_rows = std::move(conflicts);
    m_staged = std::move(kept);
    endResetModel();
    emit stagedChanged(stagedCount());
}

void ConflictListModel::append(std::vector<ConflictRow> conflicts)
{
    if (conflicts.empty())
        return;
    const int first = recordCount();
    beginInsertRows({}, first, first + static_cast<int>(conflicts.size()) - 1);
    std::move(conflicts.begin(), conflicts.end(), std::back_inserter(m_rows));
    endInsertRows();
}

const ConflictRow* ConflictListModel::conflictAt(int row) const
{
    if (row < 0 || row >= recordCount())
        return nullptr;
    return &m_rows[static_cast<std::size_t>(row)];
}

int ConflictListModel::rowOf(qint64 id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [id](const ConflictRow& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

qint64 ConflictListModel::lastId() const
{
    return m_rows.empty() ? 0 : m_rows.back().id;
}

QStringList ConflictListModel::tables() const
{
    QSet<QString> names;
    for (const ConflictRow& row : m_rows)
        names.insert(row.table);
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

void ConflictListModel::stage(const ConflictDecision& decision)
{
    if (rowOf(decision.conflictId) < 0)
        return;
    m_staged.insert_or_assign(decision.conflictId, decision);
    m_problems.remove(decision.conflictId);
    tellChanged(decision.conflictId);
}

void ConflictListModel::unstage(qint64 id)
{
    if (m_staged.erase(id) > 0)
        tellChanged(id);
}

void ConflictListModel::unstageAll()
{
    m_staged.clear();
    if (!m_rows.empty())
        emit dataChanged(index(0, Decision), index(recordCount() - 1, Decision));
    emit stagedChanged(0);
}

const ConflictDecision* ConflictListModel::stagedFor(qint64 id) const
{
    const auto found = m_staged.find(id);
    return found == m_staged.end() ? nullptr : &found->second;
}

std::vector<ConflictDecision> ConflictListModel::staged() const
{
    std::vector<ConflictDecision> decisions;
    for (const ConflictRow& row : m_rows) {
        if (const ConflictDecision* decision = stagedFor(row.id))
            decisions.push_back(*decision);
    }
    return decisions;
}

int ConflictListModel::nextUndecided(int row) const
{
    for (int step = 0; step < recordCount(); ++step) {
        const int candidate = (std::max(row, 0) + step) % recordCount();
        if (!stagedFor(m_rows[static_cast<std::size_t>(candidate)].id))
            return candidate;
    }
    return -1;
}

void ConflictListModel::setProblem(qint64 id, const QString& sentence)
{
    m_staged.erase(id);
    if (sentence.isEmpty())
        m_problems.remove(id);
    else
        m_problems.insert(id, sentence);
    tellChanged(id);
}

void ConflictListModel::tellChanged(qint64 id)
{
    const int row = rowOf(id);
    if (row >= 0)
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit stagedChanged(stagedCount());
}

QString ConflictListModel::decisionText(qint64 id) const
{
    if (const ConflictDecision* decision = stagedFor(id))
        return words::of(decision->use);
    if (m_problems.contains(id))
        return QCoreApplication::translate("ConflictListModel", "Not applied");
    return QStringLiteral("—");
}

Tone ConflictListModel::decisionTone(qint64 id) const
{
    const ConflictDecision* decision = stagedFor(id);
    if (!decision)
        return m_problems.contains(id) ? Tone::Bad : Tone::Quiet;
    switch (decision->use) {
    case Settlement::Remote:
        return Tone::Remote;
    case Settlement::Local:
        return Tone::Local;
    default:
        return Tone::Edited;
    }
}

QVariant ConflictListModel::cell(int row, int column, int role) const
{
    const ConflictRow& conflict = m_rows[static_cast<std::size_t>(row)];
    if (role == RecordIdRole)
        return conflict.id;
    if (role == StagedRole)
        return stagedFor(conflict.id) != nullptr;
    if (role == ToneRole)
        return static_cast<int>(column == Decision ? decisionTone(conflict.id) : Tone::Plain);
    if (role == Qt::ToolTipRole && column == Decision)
        return problemOf(conflict.id);
    if (role != Qt::DisplayRole && role != SortRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Table:
        return conflict.table;
    case Key:
        return words::key(conflict.key);
    case Kind:
        return words::of(conflict.kind);
    case Found:
        return role == SortRole ? QVariant(conflict.foundAt)
                                : QVariant(words::moment(conflict.foundAt));
    default:
        return decisionText(conflict.id);
    }
}

QString ConflictListModel::title(int column) const
{
    return QCoreApplication::translate("ConflictListModel",
                                       kTitles[static_cast<std::size_t>(column)]);
}

} // namespace causeway
