// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "sync/control/control_rows.h"

#include <vector>

namespace causeway {

/// What the models over db_sync_log share: rows, newest page last, by id.
class LogRowsModel : public RecordTableModel {
    Q_OBJECT
public:
    using RecordTableModel::RecordTableModel;

    void setRows(std::vector<LogRow> rows);
    void append(std::vector<LogRow> rows);
    /// nullptr when @p row is out of range.
    [[nodiscard]] const LogRow* rowAt(int row) const;
    /// nullopt when no row is of that run.
    [[nodiscard]] std::optional<int> rowOfRun(const QString& runId) const;
    /// Smallest id that is there, 0 for none: where the next older page begins.
    [[nodiscard]] qint64 oldestId() const;

protected:
    [[nodiscard]] int recordCount() const final { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const LogRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

private:
    std::vector<LogRow> m_rows;
};

/// Runs: the summary rows of db_sync_log, newest first.
class RunListModel final : public LogRowsModel {
    Q_OBJECT
public:
    enum Column {
        Started,
        Status,
        Trigger,
        Type,
        DirectionColumn,
        ToLocal,
        ToRemote,
        Conflicts,
        Duration,
        ColumnCount
    };
    using LogRowsModel::LogRowsModel;

protected:
    [[nodiscard]] int fieldCount() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] Qt::Alignment alignment(int column) const override;
};

/// The tables of one run, in the order they were worked on.
class RunTablesModel final : public LogRowsModel {
    Q_OBJECT
public:
    enum Column {
        Table,
        Status,
        ToLocal,
        ToRemote,
        Conflicts,
        Skipped,
        RowsRemote,
        RowsLocal,
        Duration,
        Message,
        ColumnCount
    };
    using LogRowsModel::LogRowsModel;

protected:
    [[nodiscard]] int fieldCount() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] Qt::Alignment alignment(int column) const override;
};

/// Colour of a run's status.
[[nodiscard]] Tone toneOf(RunStatus status);

} // namespace causeway
