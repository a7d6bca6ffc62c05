// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace causeway {

/// Roles that every model of a grid may answer beyond Qt's own.
enum GridRole {
    SortRole = Qt::UserRole + 1, ///< typed value to sort by
    StagedRole,                  ///< bool: edited, not applied yet
    OriginalRole,                ///< display text before the edit
    OptionsRole,                 ///< QVariantList of GridOption: what an editor offers
    ToneRole,                    ///< int of Tone: what the cell means, for its colour
    RecordIdRole,                ///< id of the row's record
    RawRole,                     ///< text as the database holds it, where it reads otherwise
    FieldNameRole,               ///< of a heading: name of the column in the database
};

/// What a cell means; the view chooses the colour. Never the only carrier of the meaning.
enum class Tone { Plain, Quiet, Good, Warning, Bad, Remote, Local, Conflict, Edited };

/// One choice of a cell with a fixed set of values.
struct GridOption {
    int value = 0;
    QString text;
    bool operator==(const GridOption&) const = default;
};

/// Template of a table model: a derived class is its header, its cells and its counts.
/// Thread: the thread that made it.
class RecordTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const final;
    /// Tells the views that every text may read differently now.
    void retranslate();

protected:
    [[nodiscard]] virtual int recordCount() const = 0;
    [[nodiscard]] virtual int fieldCount() const = 0;
    /// @p row and @p column are in range.
    [[nodiscard]] virtual QVariant cell(int row, int column, int role) const = 0;
    [[nodiscard]] virtual QString title(int column) const = 0;
    /// Name of the column in the database; empty: it has none.
    [[nodiscard]] virtual QString fieldName(int) const { return {}; }
    /// Of the header and the cells of @p column.
    [[nodiscard]] virtual Qt::Alignment alignment(int) const
    {
        return Qt::AlignLeft | Qt::AlignVCenter;
    }
};

} // namespace causeway

Q_DECLARE_METATYPE(causeway::GridOption)
