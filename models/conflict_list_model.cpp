// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conflict_list_model.h"

#include "models/words.h"

#include <QCoreApplication>

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

void ConflictListModel::setConflicts(std::vector<ConflictRow> conflicts, const QString& table,
                                     bool hasMore)
{
    m_past.clear();
    m_future.clear();
    beginResetModel();
    m_rows = std::move(conflicts);
    m_hasMore = hasMore;
    m_isFetching = false;
    for (auto entry = m_staged.begin(); entry != m_staged.end();) {
        const ConflictRow* now = conflictAt(rowOf(entry->first));
        const bool isElsewhere = (!table.isEmpty() && entry->second.seen.table != table) ||
                                 (hasMore && entry->first > lastId());
        const bool stays = now ? isSameVersion(entry->second.seen, *now) : isElsewhere;
        if (stays && now)
            entry->second.decision.seenAt = now->updatedAt;
        entry = stays ? std::next(entry) : m_staged.erase(entry);
    }
    endResetModel();
    emit stagedChanged(stagedCount());
}

void ConflictListModel::append(std::vector<ConflictRow> conflicts, bool hasMore)
{
    m_hasMore = hasMore;
    m_isFetching = false;
    if (conflicts.empty())
        return;
    const int first = recordCount();
    beginInsertRows({}, first, first + static_cast<int>(conflicts.size()) - 1);
    std::move(conflicts.begin(), conflicts.end(), std::back_inserter(m_rows));
    endInsertRows();
}

bool ConflictListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_hasMore && !m_isFetching;
}

void ConflictListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    emit moreWanted();
}

const ConflictRow* ConflictListModel::conflictAt(int row) const
{
    if (row < 0 || row >= recordCount())
        return nullptr;
    return &m_rows[static_cast<std::size_t>(row)];
}

int ConflictListModel::rowOf(qint64 id) const
{
    const auto found =
        std::lower_bound(m_rows.begin(), m_rows.end(), id,
                         [](const ConflictRow& row, qint64 wanted) { return row.id < wanted; });
    return found == m_rows.end() || found->id != id ? -1 : static_cast<int>(found - m_rows.begin());
}

qint64 ConflictListModel::lastId() const
{
    return m_rows.empty() ? 0 : m_rows.back().id;
}

void ConflictListModel::stage(const ConflictDecision& decision)
{
    const ConflictRow* conflict = conflictAt(rowOf(decision.conflictId));
    if (!conflict)
        return;
    if (const ConflictDecision* staged = stagedFor(decision.conflictId);
        staged && *staged == decision)
        return;
    take({changeTo(decision.conflictId, Staged{decision, *conflict})});
    tellChanged(decision.conflictId);
}

ConflictListModel::Change ConflictListModel::changeTo(qint64 id, std::optional<Staged> after) const
{
    const auto found = m_staged.find(id);
    return {id, found == m_staged.end() ? std::nullopt : std::optional(found->second),
            std::move(after)};
}

void ConflictListModel::put(qint64 id, const std::optional<Staged>& staged)
{
    if (staged)
        m_staged.insert_or_assign(id, *staged);
    else
        m_staged.erase(id);
    m_problems.remove(id);
}

void ConflictListModel::take(Step step)
{
    for (const Change& change : step)
        put(change.id, change.after);
    m_past.push_back(std::move(step));
    m_future.clear();
}

void ConflictListModel::undo()
{
    if (m_past.empty())
        return;
    for (const Change& change : m_past.back())
        put(change.id, change.before);
    m_future.push_back(std::move(m_past.back()));
    m_past.pop_back();
    tellAllChanged();
}

void ConflictListModel::redo()
{
    if (m_future.empty())
        return;
    for (const Change& change : m_future.back())
        put(change.id, change.after);
    m_past.push_back(std::move(m_future.back()));
    m_future.pop_back();
    tellAllChanged();
}

void ConflictListModel::forgetSteps()
{
    m_past.clear();
    m_future.clear();
    emit stagedChanged(stagedCount());
}

std::vector<qint64> ConflictListModel::undecidedLike(qint64 id) const
{
    std::vector<qint64> alike;
    const ConflictRow* one = conflictAt(rowOf(id));
    for (const ConflictRow& row : m_rows) {
        const bool isLike = one && row.table == one->table && row.kind == one->kind;
        if (isLike && row.id != id && !stagedFor(row.id))
            alike.push_back(row.id);
    }
    return alike;
}

void ConflictListModel::stageAll(const std::vector<qint64>& ids, Settlement use)
{
    Step step;
    for (const qint64 id : ids) {
        const ConflictRow* conflict = conflictAt(rowOf(id));
        if (!conflict)
            continue;
        ConflictDecision decision;
        decision.conflictId = id;
        decision.use = use;
        decision.seenAt = conflict->updatedAt;
        step.push_back(changeTo(id, Staged{decision, *conflict}));
    }
    take(std::move(step));
    tellAllChanged();
}

void ConflictListModel::unstage(qint64 id)
{
    if (!stagedFor(id))
        return;
    take({changeTo(id, std::nullopt)});
    tellChanged(id);
}

void ConflictListModel::unstageAll()
{
    Step step;
    for (const auto& [id, staged] : m_staged)
        step.push_back({id, staged, std::nullopt});
    if (!step.empty())
        take(std::move(step));
    tellAllChanged();
}

void ConflictListModel::tellAllChanged()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(recordCount() - 1, ColumnCount - 1));
    emit stagedChanged(stagedCount());
}

const ConflictDecision* ConflictListModel::stagedFor(qint64 id) const
{
    const auto found = m_staged.find(id);
    return found == m_staged.end() ? nullptr : &found->second.decision;
}

std::vector<ConflictDecision> ConflictListModel::staged() const
{
    std::vector<ConflictDecision> decisions;
    for (const auto& [id, staged] : m_staged)
        decisions.push_back(staged.decision);
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
    m_past.clear(); // the decision was tried: it is nothing to go back to
    m_future.clear();
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
