// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "sync/backup/backup_list.h"

#include <vector>

namespace causeway {

/// The backups of one profile, newest first.
class BackupListModel final : public RecordTableModel {
    Q_OBJECT
public:
    enum Column { Taken, SideName, Database, Tables, Rows, Size, State, ColumnCount };
    using RecordTableModel::RecordTableModel;

    void setBackups(std::vector<StoredBackup> backups);
    /// nullptr when @p row is out of range.
    [[nodiscard]] const StoredBackup* backupAt(int row) const;

protected:
    [[nodiscard]] int recordCount() const override { return static_cast<int>(m_backups.size()); }
    [[nodiscard]] int fieldCount() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] Qt::Alignment alignment(int column) const override;

private:
    [[nodiscard]] static QString text(const StoredBackup& backup, int column);
    [[nodiscard]] static QVariant sortKey(const StoredBackup& backup, int column);

    std::vector<StoredBackup> m_backups;
};

} // namespace causeway
