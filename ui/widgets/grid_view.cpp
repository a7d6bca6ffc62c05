// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/grid.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace causeway {
namespace {

constexpr int kRowHeight = 32;

QModelIndex toSource(QModelIndex index)
{
    while (const auto* proxy = qobject_cast<const QAbstractProxyModel*>(index.model()))
        index = proxy->mapToSource(index);
    return index;
}

QString asTsv(QModelIndexList indexes)
{
    std::sort(indexes.begin(), indexes.end());
    QString text;
    for (qsizetype i = 0; i < indexes.size(); ++i) {
        if (i > 0)
            text +=
                indexes[i].row() == indexes[i - 1].row() ? QLatin1Char('\t') : QLatin1Char('\n');
        text += indexes[i].data().toString();
    }
    return text;
}

} // namespace

GridView::GridView(const char* objectName, QWidget* parent)
    : QTableView(parent)
    , m_delegate(new GridDelegate(this))
{
    setObjectName(QLatin1String(objectName));
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed | SelectedClicked);
    setHorizontalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(48);
}

void GridView::setWidths(const QList<int>& widths, int stretched)
{
    for (int column = 0; column < static_cast<int>(widths.size()); ++column)
        setColumnWidth(column, widths[column]);
    horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

int GridView::currentSourceRow() const
{
    const QModelIndex source = toSource(currentIndex());
    return source.isValid() ? source.row() : -1;
}

void GridView::selectSourceRow(int row)
{
    for (int shown = 0; model() && shown < model()->rowCount(); ++shown) {
        const QModelIndex index = model()->index(shown, 0);
        if (toSource(index).row() != row)
            continue;
        setCurrentIndex(index);
        scrollTo(index);
        return;
    }
}

void GridView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        emit currentRowChanged();
}

void GridView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && selectionModel()) {
        QApplication::clipboard()->setText(asTsv(selectionModel()->selectedIndexes()));
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace causeway
