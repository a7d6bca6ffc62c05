// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tables/tables_grid.h"

#include "models/column_filter_proxy.h"
#include "ui/base/widget_tools.h"
#include "ui/widgets/filter_row.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/grip_header.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace causeway {

TablesGrid::TablesGrid(TableConfigModel& model, QWidget* parent)
    : Translated(parent)
    , m_model(model)
    , m_proxy(new ColumnFilterProxy(this))
    , m_grid(new GridView("tablesGrid", this))
{
    m_proxy->setSourceModel(&model);
    m_proxy->setSortRole(SortRole);
    m_proxy->setTieColumn(TableConfigModel::Table);
    m_proxy->setFilterKeyColumn(TableConfigModel::Table);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    build();
    const auto changed = [this] {
        showGrips();
        emit viewChanged();
    };
    connect(m_grips, &GripHeader::rowDropped, this, &TablesGrid::moveRow);
    connect(m_filterRow, &FilterRow::textChanged, m_proxy, &ColumnFilterProxy::setColumnFilter);
    connect(m_filterRow, &FilterRow::textChanged, this, changed);
    connect(m_grid->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, changed);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, changed);
}

void TablesGrid::build()
{
    m_grid->setModel(m_proxy);
    m_grid->setSortingEnabled(true);
    m_grid->sortByColumn(TableConfigModel::Priority, Qt::DescendingOrder);
    m_grid->delegate().setRange(TableConfigModel::kMinPriority, TableConfigModel::kMaxPriority);
    m_grid->setWidths({84, 120, 148, 140, 150, 84, 172}, TableConfigModel::Table);
    m_grid->setRecordName(QStringLiteral("db_sync_config"));
    m_grid->remember();
    name(m_grid, QT_TR_NOOP("Tables that take part in the sync"));
    m_grips = new GripHeader(m_grid);
    m_grips->setDefaultSectionSize(m_grid->verticalHeader()->defaultSectionSize());
    m_grips->setSectionResizeMode(QHeaderView::Fixed);
    m_grid->setVerticalHeader(m_grips);
    tip(m_grips, QT_TR_NOOP("Drag a table up or down to change its priority"));
    m_filterRow = new FilterRow(m_grid, this);
    auto* column = tight(new QVBoxLayout(this), 0);
    column->addWidget(m_filterRow);
    column->addWidget(m_grid, 1);
}

QString TablesGrid::chosenTable() const
{
    const int row = m_grid->currentSourceRow();
    return row < 0 ? QString() : m_model.configs()[static_cast<std::size_t>(row)].table;
}

QList<int> TablesGrid::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_grid->selectionModel()->selectedRows())
        rows << m_proxy->mapToSource(index).row();
    return rows;
}

void TablesGrid::setNameFilter(const QString& text)
{
    m_proxy->setFilterFixedString(text);
    showGrips();
    emit viewChanged();
}

void TablesGrid::toggleFilterRow()
{
    m_filterRow->toggle();
}

void TablesGrid::clearFilterRow()
{
    m_filterRow->clear();
}

void TablesGrid::allowMoving(bool allowed)
{
    m_isMovingAllowed = allowed;
    showGrips();
}

void TablesGrid::showGrips()
{
    m_grips->setVisible(canMove());
}

bool TablesGrid::canMove() const
{
    const QHeaderView* header = m_grid->horizontalHeader();
    return m_isMovingAllowed && !m_proxy->leavesOut() &&
           header->sortIndicatorSection() == TableConfigModel::Priority &&
           header->sortIndicatorOrder() == Qt::DescendingOrder;
}

void TablesGrid::raiseTable()
{
    const int row = m_grid->currentIndex().row();
    moveRow(row, row - 1);
}

void TablesGrid::lowerTable()
{
    const int row = m_grid->currentIndex().row();
    moveRow(row, row + 1);
}

void TablesGrid::moveRow(int from, int to)
{
    const int count = m_proxy->rowCount();
    if (!canMove() || from == to || std::min(from, to) < 0 || std::max(from, to) >= count)
        return;
    QList<int> order;
    for (int row = 0; row < count; ++row)
        order << m_proxy->mapToSource(m_proxy->index(row, 0)).row();
    const int moved = order[from];
    order.move(from, to);
    m_model.place(order, to);
    m_grid->selectSourceRow(moved);
}

} // namespace causeway
