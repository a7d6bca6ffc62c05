// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_config_model.h"
#include "ui/base/translated.h"

namespace causeway {

class ColumnFilterProxy;
class FilterRow;
class GridView;
class GripHeader;

/// The rows of db_sync_config: sorted, filtered, and moved up and down where what is seen is the
/// order in which all tables run.
class TablesGrid final : public Translated<QWidget> {
    Q_OBJECT
public:
    /// @p model outlives it.
    explicit TablesGrid(TableConfigModel& model, QWidget* parent = nullptr);

    [[nodiscard]] GridView& view() { return *m_grid; }
    [[nodiscard]] QString chosenTable() const;     ///< empty: none
    [[nodiscard]] QList<int> selectedRows() const; ///< of the model
    /// Only tables whose names hold @p text are shown.
    void setNameFilter(const QString& text);
    void toggleFilterRow();
    void clearFilterRow();
    /// Moving is allowed, if what is seen is the order in which all tables run.
    void allowMoving(bool allowed);
    [[nodiscard]] bool canMove() const;
    /// The current table by one row.
    void raiseTable();
    void lowerTable();

signals:
    /// Another selection, order or filter.
    void viewChanged();

private:
    void build();
    void showGrips();
    void moveRow(int from, int to);

    TableConfigModel& m_model;
    ColumnFilterProxy* m_proxy = nullptr;
    GridView* m_grid = nullptr;
    GripHeader* m_grips = nullptr;
    FilterRow* m_filterRow = nullptr;
    bool m_isMovingAllowed = false;
};

} // namespace causeway
