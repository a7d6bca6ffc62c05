// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_row.h"

#include "ui/widgets/grid.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace causeway {
namespace {

constexpr int kGap = 2;

} // namespace

FilterRow::FilterRow(GridView* grid, QWidget* parent)
    : Translated<QWidget>(parent)
    , m_grid(grid)
{
    setObjectName(QStringLiteral("filterRow"));
    for (int column = 0; column < grid->model()->columnCount(); ++column) {
        auto* field = new QLineEdit(this);
        field->setObjectName(QStringLiteral("columnFilter%1").arg(column));
        field->setClearButtonEnabled(true);
        m_fields.push_back(field);
        connect(field, &QLineEdit::textChanged, this,
                [this, column](const QString& text) { emit textChanged(column, text); });
    }
    setFixedHeight(m_fields.empty() ? 0 : m_fields.front()->sizeHint().height() + 2 * kGap);
    QHeaderView* header = grid->horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, &FilterRow::place);
    connect(header, &QHeaderView::geometriesChanged, this, &FilterRow::place);
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        place();
        orderTabs();
    });
    connect(grid->horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilterRow::place);
    languageChanged();
    hide();
}

void FilterRow::toggle()
{
    const bool wanted = isHidden();
    if (!wanted)
        clear();
    setVisible(wanted);
    if (!wanted)
        return m_grid->setFocus();
    orderTabs();
    const QHeaderView* header = m_grid->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        QLineEdit* field = m_fields[static_cast<std::size_t>(header->logicalIndex(place))];
        if (!field->isHidden())
            return field->setFocus();
    }
}

void FilterRow::clear()
{
    for (QLineEdit* field : m_fields)
        field->clear();
}

void FilterRow::place()
{
    const QHeaderView* header = m_grid->horizontalHeader();
    for (int column = 0; column < static_cast<int>(m_fields.size()); ++column) {
        QLineEdit* field = m_fields[static_cast<std::size_t>(column)];
        field->setVisible(!header->isSectionHidden(column));
        field->setGeometry(header->x() + header->sectionViewportPosition(column) + kGap, kGap,
                           header->sectionSize(column) - 2 * kGap, height() - 2 * kGap);
    }
}

void FilterRow::orderTabs()
{
    const QHeaderView* header = m_grid->horizontalHeader();
    for (int place = 1; place < header->count(); ++place)
        setTabOrder(m_fields[static_cast<std::size_t>(header->logicalIndex(place - 1))],
                    m_fields[static_cast<std::size_t>(header->logicalIndex(place))]);
}

void FilterRow::languageChanged()
{
    for (int column = 0; column < static_cast<int>(m_fields.size()); ++column) {
        const QString heading = m_grid->model()->headerData(column, Qt::Horizontal).toString();
        QLineEdit* field = m_fields[static_cast<std::size_t>(column)];
        field->setPlaceholderText(heading);
        field->setAccessibleName(tr("Filter by %1").arg(heading));
    }
}

void FilterRow::showEvent(QShowEvent* event)
{
    Translated<QWidget>::showEvent(event);
    place();
}

void FilterRow::resizeEvent(QResizeEvent* event)
{
    Translated<QWidget>::resizeEvent(event);
    place();
}

void FilterRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return toggle();
    Translated<QWidget>::keyPressEvent(event);
}

} // namespace causeway
