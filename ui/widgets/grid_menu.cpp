// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/grid_menu.h"

#include "ui/theme/theme.h"
#include "ui/widgets/grid.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <array>

namespace causeway {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("GridMenu", text);
}

struct Format {
    TextFormat format;
    const char* text;
};
constexpr std::array<Format, 5> kFormats{
    Format{TextFormat::Tsv, QT_TRANSLATE_NOOP("GridMenu", "Copy as &TSV")},
    Format{TextFormat::Csv, QT_TRANSLATE_NOOP("GridMenu", "Copy as &CSV")},
    Format{TextFormat::Json, QT_TRANSLATE_NOOP("GridMenu", "Copy as &JSON")},
    Format{TextFormat::Sql, QT_TRANSLATE_NOOP("GridMenu", "Copy as &SQL")},
    Format{TextFormat::Markdown, QT_TRANSLATE_NOOP("GridMenu", "Copy as &Markdown")}};

QList<int> visibleColumns(const GridView& grid)
{
    QList<int> columns;
    const QHeaderView* header = grid.horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (!header->isSectionHidden(column))
            columns << column;
    }
    return columns;
}

QModelIndexList selectedRows(const GridView& grid)
{
    QModelIndexList rows;
    if (!grid.selectionModel())
        return rows;
    for (const QModelIndex& index : grid.selectionModel()->selectedIndexes()) {
        const QModelIndex first = index.siblingAtColumn(0);
        if (!rows.contains(first))
            rows << first;
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

} // namespace

QString selectionAs(const GridView& grid, TextFormat format)
{
    const bool raw = format != TextFormat::Tsv && format != TextFormat::Markdown;
    return toText(gridText(selectedRows(grid), visibleColumns(grid), raw), format,
                  grid.recordName());
}

void showCellMenu(GridView& grid, const QPoint& at)
{
    auto* menu = new QMenu(&grid);
    menu->setObjectName(QStringLiteral("cellMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool hasRows = !selectedRows(grid).isEmpty();
    for (const auto& [format, text] : kFormats) {
        if (format == TextFormat::Sql && grid.recordName().isEmpty())
            continue; // no table that these rows are of
        QAction* action = menu->addAction(say(text));
        action->setEnabled(hasRows);
        QObject::connect(action, &QAction::triggered, &grid, [&grid, format = format] {
            QApplication::clipboard()->setText(selectionAs(grid, format));
        });
    }
    menu->popup(at);
}

void showColumnMenu(GridView& grid, const QPoint& at)
{
    auto* menu = new QMenu(&grid);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const qsizetype visible = visibleColumns(grid).size();
    for (int column = 0; column < grid.model()->columnCount(); ++column) {
        const bool isShown = !grid.isColumnHidden(column);
        QAction* action =
            menu->addAction(grid.model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(isShown);
        action->setEnabled(!isShown || visible > 1); // the last one stays
        QObject::connect(action, &QAction::toggled, &grid,
                         [&grid, column](bool show) { grid.showColumnIf(column, show); });
    }
    menu->addSeparator();
    QAction* usual =
        menu->addAction(say(QT_TRANSLATE_NOOP("GridMenu", "&Usual columns and widths")));
    QObject::connect(usual, &QAction::triggered, &grid, &GridView::forget);
    menu->popup(at);
}

} // namespace causeway
