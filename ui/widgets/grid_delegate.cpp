// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/record_table_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/tag.h"

#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QSpinBox>

namespace causeway {
namespace {

constexpr int kPadding = 5; // with the style's own 3: the padding of the headers

Tone toneOf(const QModelIndex& index)
{
    return static_cast<Tone>(index.data(ToneRole).toInt());
}

bool isChoice(const QModelIndex& index)
{
    return !index.data(OptionsRole).toList().isEmpty();
}

bool isNumber(const QModelIndex& index)
{
    return index.data(Qt::EditRole).typeId() == QMetaType::Int;
}

/// Choosing from the list ends the edit, as everywhere.
void commitOnChoice(const GridDelegate* delegate, QComboBox* box)
{
    auto* owner = const_cast<GridDelegate*>(delegate); // NOLINT: signals of a const delegate
    QObject::connect(box, &QComboBox::activated, owner, [owner, box] {
        emit owner->commitData(box);
        emit owner->closeEditor(box);
    });
}

} // namespace

void GridDelegate::setRange(int minimum, int maximum)
{
    m_minimum = minimum;
    m_maximum = maximum;
}

QWidget* GridDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const
{
    if (isChoice(index)) {
        auto* box = new QComboBox(parent);
        for (const QVariant& choice : index.data(OptionsRole).toList()) {
            const auto shown = choice.value<GridOption>();
            box->addItem(shown.text, shown.value);
        }
        commitOnChoice(this, box);
        return box;
    }
    if (isNumber(index)) {
        auto* spin = new QSpinBox(parent);
        spin->setRange(m_minimum, m_maximum);
        return spin;
    }
    return QStyledItemDelegate::createEditor(parent, option, index);
}

void GridDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto* box = qobject_cast<QComboBox*>(editor))
        box->setCurrentIndex(box->findData(value));
    else if (auto* spin = qobject_cast<QSpinBox*>(editor))
        spin->setValue(value.toInt());
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void GridDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                const QModelIndex& index) const
{
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        model->setData(index, box->currentData());
    } else if (auto* spin = qobject_cast<QSpinBox*>(editor)) {
        spin->interpretText();
        model->setData(index, spin->value());
    } else {
        QStyledItemDelegate::setModelData(editor, model, index);
    }
}

void GridDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Tokens& tokens = tokensFor(option->palette);
    const Tone tone = toneOf(index);
    const QColor ink = inkOf(tone, tokens);
    option->palette.setColor(QPalette::Text, ink);
    option->palette.setColor(QPalette::HighlightedText, ink);
    if (index.data(StagedRole).toBool())
        option->font.setBold(true);
    option->state &= ~QStyle::State_HasFocus;
    option->textElideMode = Qt::ElideRight;
}

void GridDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Tokens& tokens = tokensFor(option.palette);
    const bool isStaged = index.data(StagedRole).toBool();
    QStyleOptionViewItem cell = option;
    if (isStaged)
        painter->fillRect(option.rect, tokens.editedSoft);
    else if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, tokens.accentSoft);
    cell.state &= ~QStyle::State_Selected;
    cell.rect = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    if (index.column() != m_pillColumn) {
        QStyledItemDelegate::paint(painter, cell, index);
    } else {
        const Tone tone = toneOf(index);
        drawPill(*painter, option.rect.adjusted(8, 0, -4, 0), index.data().toString(),
                 tintOf(tone, tokens), inkOf(tone, tokens));
    }
    if (isStaged)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          tokens.edited);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(tokens.accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

} // namespace causeway
