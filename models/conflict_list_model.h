// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "sync/control/control_rows.h"
#include "sync/run/pair_actions.h"

#include <QHash>

#include <map>
#include <vector>

namespace causeway {

/// The queue of open conflicts, with the decisions that are staged for them.
class ConflictListModel final : public RecordTableModel {
    Q_OBJECT
public:
    enum Column { Table, Key, Kind, Found, Decision, ColumnCount };

    using RecordTableModel::RecordTableModel;

    /// Replaces the queue by the conflicts of @p table (empty: of all tables), by ascending id.
    /// A staged decision stays while its conflict has not been refreshed; it goes when its conflict
    /// should have been among them and is not.
    /// @param hasMore  there are further ones behind; moreWanted() asks for them.
    void setConflicts(std::vector<ConflictRow> conflicts, const QString& table = {},
                      bool hasMore = false);
    /// Adds a further page behind the ones that are there.
    void append(std::vector<ConflictRow> conflicts, bool hasMore = false);
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    /// nullptr when @p row is out of range.
    [[nodiscard]] const ConflictRow* conflictAt(int row) const;
    [[nodiscard]] int rowOf(qint64 id) const;
    /// Greatest id that is there, 0 for none.
    [[nodiscard]] qint64 lastId() const;

    void stage(const ConflictDecision& decision);
    void unstage(qint64 id);
    void unstageAll();
    [[nodiscard]] const ConflictDecision* stagedFor(qint64 id) const;
    /// By ascending id, those of tables that are not shown too.
    [[nodiscard]] std::vector<ConflictDecision> staged() const;
    /// Undecided conflicts of the queue that are of the same table and kind as @p id, without it.
    [[nodiscard]] std::vector<qint64> undecidedLike(qint64 id) const;
    /// Stages @p use (remote or local) for all of @p ids.
    void stageAll(const std::vector<qint64>& ids, Settlement use);
    /// Takes the last step of staging back, or does it again. What was applied, and what was staged
    /// before the queue was read anew, is no step any more.
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    /// Nothing can be undone any more.
    void forgetSteps();
    [[nodiscard]] int stagedCount() const { return static_cast<int>(m_staged.size()); }
    /// First row without a decision from @p row on, going round; -1 when all are decided.
    [[nodiscard]] int nextUndecided(int row) const;
    /// Why a decision could not be applied; its staged decision is dropped. Empty: no problem.
    void setProblem(qint64 id, const QString& sentence);
    [[nodiscard]] QString problemOf(qint64 id) const { return m_problems.value(id); }

signals:
    void stagedChanged(int count);
    /// The end of what is loaded came into sight.
    void moreWanted();

protected:
    [[nodiscard]] int recordCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int fieldCount() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;

private:
    [[nodiscard]] QString decisionText(qint64 id) const;
    [[nodiscard]] Tone decisionTone(qint64 id) const;
    void tellChanged(qint64 id);
    void tellAllChanged();

    std::vector<ConflictRow> m_rows;
    /// A decision and the version of the conflict that it is about.
    struct Staged {
        ConflictDecision decision;
        ConflictRow seen;
    };
    /// One decision that came, went or changed in a step.
    struct Change {
        qint64 id = 0;
        std::optional<Staged> before;
        std::optional<Staged> after;
    };
    using Step = std::vector<Change>;
    [[nodiscard]] Change changeTo(qint64 id, std::optional<Staged> after) const;
    void put(qint64 id, const std::optional<Staged>& staged);
    void take(Step step);

    std::map<qint64, Staged> m_staged;
    std::vector<Step> m_past;
    std::vector<Step> m_future;
    bool m_hasMore = false;
    bool m_isFetching = false;
    QHash<qint64, QString> m_problems;
};

} // namespace causeway
