// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSortFilterProxyModel>

namespace causeway {

/// Leaves the rows whose cells hold what was typed for their columns, beside the usual filter of
/// the base class. A cell is found by what it shows and by what the database holds; a tick by "yes"
/// and "no" and by 1 and 0.
class ColumnFilterProxy final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// @param text  what the cells of @p column must hold, whatever its case; empty: anything.
    void setColumnFilter(int column, const QString& text);
    void clearColumnFilters();
    /// Rows that are equal where it is sorted stand in the order of @p column, whichever way.
    void setTieColumn(int column) { m_tieColumn = column; }
    /// Rows are left out.
    [[nodiscard]] bool leavesOut() const { return rowCount() != sourceModel()->rowCount(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QHash<int, QString> m_texts;
    int m_tieColumn = -1;
};

} // namespace causeway
