// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "sync/run/sync_report.h"

#include <optional>
#include <vector>

namespace causeway {

/// The rows that a dry run would write, one line each.
class PlannedChangesModel final : public RecordTableModel {
    Q_OBJECT
public:
    enum Column { Table, DirectionColumn, Action, Key, Change, ColumnCount };

    using RecordTableModel::RecordTableModel;

    void setReport(const SyncReport& report);
    /// Shows only the rows of @p table; empty: of all tables.
    void showTable(const QString& table);
    /// nullptr when @p row is out of range.
    [[nodiscard]] const PlannedChange* changeAt(int row) const;

protected:
    [[nodiscard]] int recordCount() const override { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] int fieldCount() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;

private:
    struct Line {
        QString table;
        PlannedChange change;
    };
    [[nodiscard]] const Line& line(int row) const
    {
        return m_lines[m_shown[static_cast<std::size_t>(row)]];
    }
    void choose(const QString& table);

    std::vector<Line> m_lines;
    std::vector<std::size_t> m_shown; ///< indexes into m_lines
};

/// One planned change, column by column: the value before and after.
class ChangeFieldsModel final : public RecordTableModel {
    Q_OBJECT
public:
    enum Column { Name, Before, After, ColumnCount };

    using RecordTableModel::RecordTableModel;
    /// nullptr: shows nothing.
    void setChange(const PlannedChange* change);

protected:
    [[nodiscard]] int recordCount() const override { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] int fieldCount() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;

private:
    QStringList m_columns;
    std::optional<PlannedChange> m_change;
};

} // namespace causeway
