// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "sync/control/control_rows.h"
#include "sync/run/pair_actions.h"
#include "sync/schema/table_schema.h"

#include <optional>
#include <vector>

namespace causeway {

/// One conflict, column by column: base, remote, local, and the result that is being put together.
///
/// Where the base is known, columns that only one side changed are taken over in advance and marked
/// so; a column
/// that both changed waits for a choice. When one side has no row (deleted there), only a whole
/// side can be taken.
class ConflictFieldsModel final : public RecordTableModel {
    Q_OBJECT
public:
    enum Column { Name, State, Base, Remote, Local, ResultColumn, ColumnCount };
    /// Where a result cell comes from.
    enum class Origin { Equal, Remote, Local, Base, Edited, Undecided };

    using RecordTableModel::RecordTableModel;

    /// Shows @p conflict, with the result as @p decision has it.
    void setConflict(const ConflictRow& conflict, const ConflictDecision* decision);
    void clear();
    [[nodiscard]] const std::optional<ConflictRow>& conflict() const { return m_conflict; }
    [[nodiscard]] bool hasBase() const { return m_conflict && m_conflict->base.has_value(); }
    /// Both sides have the row, so that columns can be chosen one by one.
    [[nodiscard]] bool canMerge() const;

    /// Takes the whole row of @p side.
    void takeRow(Side side);
    /// Takes one column from @p side; nothing when columns cannot be chosen.
    void takeField(int row, Side side);
    /// Takes one column, or with -1 every column that is no key, as it was when both sides agreed.
    void takeBase(int row);
    /// Columns that only one side changed, taken over without a person.
    [[nodiscard]] int proposedFields() const;
    /// What the columns of both sides take; an edited value that does not fit stands in no
    /// decision. Without: every value fits.
    void setColumns(std::vector<ColumnSchema> columns);
    /// Why the result cannot be written, as a sentence; empty: nothing speaks against it.
    [[nodiscard]] QString valueProblem() const;
    /// The value itself; nullopt: no row or no such column there.
    [[nodiscard]] std::optional<Cell> valueAt(int row, Side side) const;
    /// Sets the result of one column to NULL.
    bool setNull(int row);
    /// Back to what is proposed without a decision.
    void reset();
    /// The decision the result stands for; nullopt while a column waits for a choice.
    [[nodiscard]] std::optional<ConflictDecision> decision() const;
    [[nodiscard]] int undecidedFields() const;
    /// The columns that have a result, as it would be written.
    [[nodiscard]] RowImage resultRow() const;
    [[nodiscard]] int equalFields() const;
    /// Both sides hold the same value there.
    [[nodiscard]] bool isEqualField(int row) const;

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    /// The result was changed by a person.
    void resultChanged();

protected:
    [[nodiscard]] int recordCount() const override { return static_cast<int>(m_fields.size()); }
    [[nodiscard]] int fieldCount() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;

private:
    struct Field {
        QString name;
        bool isKey = false;
        std::optional<Cell> base; ///< nullopt: no row or no such column there
        std::optional<Cell> remote;
        std::optional<Cell> local;
        Cell result;
        Origin origin = Origin::Undecided;
        bool isProposed = false;
    };
    [[nodiscard]] Field propose(const QString& name) const;
    void adopt(const ConflictDecision& decision);
    void takeInto(Field& field, Side side) const;
    static void takeBaseInto(Field& field);
    [[nodiscard]] QString tip(const Field& field, int column) const;
    [[nodiscard]] bool isResultOf(Side side) const;
    [[nodiscard]] bool isEditable(const Field& field) const;
    [[nodiscard]] QString cellText(const Field& field, int column) const;
    [[nodiscard]] Tone cellTone(const Field& field, int column) const;
    [[nodiscard]] Tone stateTone(const Field& field) const;
    void tellResultChanged();

    std::optional<ConflictRow> m_conflict;
    std::optional<Side> m_wholeRow; ///< a whole side was taken
    std::vector<Field> m_fields;
    std::vector<ColumnSchema> m_columns; ///< of both sides
};

} // namespace causeway
