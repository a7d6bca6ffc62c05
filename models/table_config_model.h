// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "sync/control/control_rows.h"

#include <map>
#include <vector>

namespace causeway {

/// The rows of db_sync_config with edits that are staged until they are applied.
///
/// Enabled, type, direction, policy and priority can be edited: EditRole holds the enum's number
/// (or the priority), OptionsRole its choices, StagedRole whether the cell differs from the stored
/// row.
class TableConfigModel final : public RecordTableModel {
    Q_OBJECT
public:
    enum Column {
        Enabled,
        Table,
        Type,
        DirectionColumn,
        PolicyColumn,
        Priority,
        LastSync,
        ColumnCount
    };

    static constexpr int kMinPriority = 0;
    static constexpr int kMaxPriority = 1000;

    using RecordTableModel::RecordTableModel;

    /// Replaces everything; staged edits of tables that are still there stay.
    void setConfigs(std::vector<TableConfig> rows);
    [[nodiscard]] const std::vector<TableConfig>& configs() const { return m_rows; }

    /// -1 when there is no such table.
    [[nodiscard]] int rowOf(const QString& table) const;

    [[nodiscard]] int stagedCells() const;
    [[nodiscard]] bool hasStaged() const { return m_rows != m_stored; }
    /// The edited rows, whole.
    [[nodiscard]] std::vector<TableConfig> stagedRows() const;
    /// The staged edits have been stored.
    void accept();
    /// Drops the staged edits.
    void revert();
    /// Stages @p changes (columns with their EditRole values) in all @p rows as one edit.
    /// @return cells that read differently now.
    int setAll(const QList<int>& rows, const std::map<Column, QVariant>& changes);
    /// Stages priorities by which the tables run in @p order (rows, top first), one edit; @p place
    /// is where the row stands that was moved.
    /// @return whether anything reads differently now.
    bool place(const QList<int>& order, int place);
    /// Brings back the staged state of an earlier moment; only between two calls of setConfigs().
    void restore(const std::vector<TableConfig>& rows);

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    /// Nothing can be edited: the profile is read-only.
    void setLocked(bool locked);

signals:
    void stagedChanged(int cells);
    /// A person edited cells; @p before is what was staged before.
    void edited(const std::vector<causeway::TableConfig>& before);

protected:
    [[nodiscard]] int recordCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int fieldCount() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString fieldName(int column) const override;

private:
    [[nodiscard]] bool isStaged(int row, int column) const;
    void tellAllChanged();

    std::vector<TableConfig> m_rows;
    std::vector<TableConfig> m_stored;
    bool m_locked = false;
};

} // namespace causeway
