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

    /// Replaces the queue. A staged decision stays while its conflict has not been refreshed.
    void setConflicts(std::vector<ConflictRow> conflicts);
    /// Adds a further page behind the ones that are there.
    void append(std::vector<ConflictRow> conflicts);
    /// nullptr when @p row is out of range.
    [[nodiscard]] const ConflictRow* conflictAt(int row) const;
    [[nodiscard]] int rowOf(qint64 id) const;
    /// Greatest id that is there, 0 for none.
    [[nodiscard]] qint64 lastId() const;
    /// The names of all tables in the queue, sorted.
    [[nodiscard]] QStringList tables() const;

    void stage(const ConflictDecision& decision);
    void unstage(qint64 id);
    void unstageAll();
    [[nodiscard]] const ConflictDecision* stagedFor(qint64 id) const;
    /// In the order of the queue.
    [[nodiscard]] std::vector<ConflictDecision> staged() const;
    [[nodiscard]] int stagedCount() const { return static_cast<int>(m_staged.size()); }
    /// First row without a decision from @p row on, going round; -1 when all are decided.
    [[nodiscard]] int nextUndecided(int row) const;
    /// Why a decision could not be applied; its staged decision is dropped. Empty: no problem.
    void setProblem(qint64 id, const QString& sentence);
    [[nodiscard]] QString problemOf(qint64 id) const { return m_problems.value(id); }

signals:
    void stagedChanged(int count);

protected:
    [[nodiscard]] int recordCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int fieldCount() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;

private:
    [[nodiscard]] QString decisionText(qint64 id) const;
    [[nodiscard]] Tone decisionTone(qint64 id) const;
    void tellChanged(qint64 id);

    std::vector<ConflictRow> m_rows;
    std::map<qint64, ConflictDecision> m_staged;
    QHash<qint64, QString> m_problems;
};

} // namespace causeway
