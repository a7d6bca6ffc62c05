// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "sync/run/sync_report.h"

#include <vector>

namespace causeway {

/// The tables of one run's report, of a preview or of a real run.
class OutcomeModel final : public RecordTableModel {
    Q_OBJECT
public:
    enum Column {
        Table,
        Status,
        ToLocal,
        ToRemote,
        Conflicts,
        Skipped,
        Rows,
        Verified,
        Duration,
        ColumnCount
    };
    using RecordTableModel::RecordTableModel;

    void setReport(const SyncReport& report);
    /// nullptr when @p row is out of range.
    [[nodiscard]] const TableOutcome* outcomeAt(int row) const;

protected:
    [[nodiscard]] int recordCount() const override { return static_cast<int>(m_tables.size()); }
    [[nodiscard]] int fieldCount() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] Qt::Alignment alignment(int column) const override;

private:
    [[nodiscard]] QString text(const TableOutcome& table, int column) const;
    [[nodiscard]] Tone tone(const TableOutcome& table, int column) const;

    std::vector<TableOutcome> m_tables; ///< without their listed changes
    bool m_dryRun = false;
};

} // namespace causeway
