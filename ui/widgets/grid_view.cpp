// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/record_table_model.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/grid_menu.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSet>
#include <QSettings>

#include <algorithm>
#include <vector>

namespace causeway {
namespace {

constexpr int kRowHeight = 32;

QModelIndex toSource(QModelIndex index)
{
    while (const auto* proxy = qobject_cast<const QAbstractProxyModel*>(index.model()))
        index = proxy->mapToSource(index);
    return index;
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
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) {
                if (model())
                    showColumnMenu(*this, horizontalHeader()->mapToGlobal(at));
            });
}

void GridView::setWidths(const QList<int>& widths, int stretched)
{
    for (int column = 0; column < static_cast<int>(widths.size()); ++column)
        setColumnWidth(column, widths[column]);
    horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

void GridView::fitChoices()
{
    constexpr int kAround = 24; // what the delegate and the style leave free beside the text
    QFont bold = font();        // an edited cell
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    for (int column = 0; model() && column < model()->columnCount(); ++column) {
        if (model()->index(0, column).data(OptionsRole).toList().isEmpty())
            continue;
        QSet<QString> chosen;
        for (int row = 0; row < model()->rowCount(); ++row)
            chosen.insert(model()->index(row, column).data().toString());
        int width = columnWidth(column);
        for (const QString& text : chosen)
            width = std::max(width, kAround + metrics.horizontalAdvance(text));
        if (width != columnWidth(column))
            setColumnWidth(column, width);
    }
}

int GridView::currentSourceRow() const
{
    const QModelIndex source = toSource(currentIndex());
    return source.isValid() ? source.row() : -1;
}

void GridView::selectSourceRow(int row)
{
    std::vector<const QAbstractProxyModel*> proxies;
    const QAbstractItemModel* source = model();
    while (const auto* proxy = qobject_cast<const QAbstractProxyModel*>(source)) {
        proxies.push_back(proxy);
        source = proxy->sourceModel();
    }
    QModelIndex index = source ? source->index(row, 0) : QModelIndex();
    for (auto proxy = proxies.rbegin(); proxy != proxies.rend(); ++proxy)
        index = (*proxy)->mapFromSource(index);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void GridView::contextMenuEvent(QContextMenuEvent* event)
{
    showCellMenu(*this, event->globalPos());
}

QString GridView::settingsKey() const
{
    return QStringLiteral("columns/%1/%2").arg(objectName()).arg(model()->columnCount());
}

void GridView::remember()
{
    QHeaderView* header = horizontalHeader();
    m_usual = header->saveState();
    const QByteArray kept = QSettings().value(settingsKey()).toByteArray();
    if (!kept.isEmpty())
        header->restoreState(kept);
    for (const auto signal : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        connect(header, signal, this, &GridView::store);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &GridView::store);
}

void GridView::store()
{
    if (!m_usual.isEmpty() && isVisible())
        QSettings().setValue(settingsKey(), horizontalHeader()->saveState());
}

void GridView::forget()
{
    horizontalHeader()->restoreState(m_usual);
    QSettings().remove(settingsKey());
}

void GridView::showColumnIf(int column, bool show)
{
    setColumnHidden(column, !show);
    store();
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
        QApplication::clipboard()->setText(selectionBehavior() == SelectItems
                                               ? currentIndex().data().toString()
                                               : selectionAs(*this, TextFormat::Tsv));
        return;
    }
    if (event->key() == Qt::Key_C &&
        event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return showCellMenu(*this, viewport()->mapToGlobal(visualRect(currentIndex()).center()));
    QTableView::keyPressEvent(event);
}

} // namespace causeway
