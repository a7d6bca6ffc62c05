// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "sync/run/table_facts.h"

#include <vector>

namespace causeway {

/// What one side says of a column, key or foreign key.
struct StructurePart {
    enum class Kind { Column, Key, ForeignKey };
    Kind kind = Kind::Column;
    QString name;         ///< by which the two sides are matched
    QString remote;       ///< null QString: not there
    QString local;        ///< null QString: not there
    bool matters = false; ///< the difference keeps rows from being synced

    [[nodiscard]] bool differs() const { return remote != local; }
};

/// Columns, keys and foreign keys of both sides, matched; in the order of the remote side, what
/// only the local one has behind.
[[nodiscard]] std::vector<StructurePart> structureParts(const TableFacts& facts);

/// The structure of one table side by side, with a word where the sides differ.
class StructureModel final : public RecordTableModel {
    Q_OBJECT
public:
    enum Column { KindColumn, Name, RemoteText, LocalText, Difference, ColumnCount };

    using RecordTableModel::RecordTableModel;

    void setParts(std::vector<StructurePart> parts);
    [[nodiscard]] int differences() const;

protected:
    [[nodiscard]] int recordCount() const override { return static_cast<int>(m_parts.size()); }
    [[nodiscard]] int fieldCount() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;

private:
    std::vector<StructurePart> m_parts;
};

} // namespace causeway
