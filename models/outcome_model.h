// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "sync/run/skipped_kinds.h"
#include "sync/run/sync_report.h"

#include <vector>

namespace causeway {

/// What a run writes to @p target of the changes that @p table counts, @p skipped left out.
[[nodiscard]] ChangeCounts kept(const TableOutcome& table, Side target,
                                const SkippedKinds& skipped);

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

    /// Every table of it is ticked.
    void setReport(const SyncReport& report);
    /// The tables can be ticked, to be taken into a run or left out.
    void setCheckable(bool checkable) { m_checkable = checkable; }
    [[nodiscard]] QStringList uncheckedTables() const;
    /// Changes of these kinds read as left out.
    void setSkipped(const SkippedKinds& skipped);
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    /// nullptr when @p row is out of range.
    [[nodiscard]] const TableOutcome* outcomeAt(int row) const;

signals:
    void checksChanged();

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
    std::vector<bool> m_unchecked;      ///< by row
    SkippedKinds m_skipped;
    bool m_checkable = false;
    bool m_dryRun = false;
};

} // namespace causeway
