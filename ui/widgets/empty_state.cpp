// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/picture.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace causeway {
namespace {

constexpr int kIconSize = 56;
constexpr int kTextWidth = 460;

} // namespace

EmptyState::EmptyState(const QString& icon, QWidget* parent)
    : QWidget(parent)
    , m_heading(plainLabel(this, "heading"))
    , m_sentence(wrappedLabel(this, "muted"))
    , m_buttons(tight(new QHBoxLayout, space::kOne))
{
    auto* picture = new Picture(icon, kIconSize, this);
    picture->setAlignment(Qt::AlignCenter);
    m_heading->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setFixedWidth(kTextWidth);
    m_buttons->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space::kOne);
    column->addStretch(2);
    column->addWidget(picture);
    column->addSpacing(space::kOne);
    column->addWidget(m_heading);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(space::kOne);
    column->addLayout(m_buttons);
    column->addStretch(3);
    m_heading->hide();
}

void EmptyState::setHeading(const QString& heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
}

void EmptyState::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    fit();
}

/// A wrapped label that is centred in a layout does not get the height its width needs by itself.
void EmptyState::fit()
{
    m_sentence->setMinimumHeight(std::max(0, m_sentence->heightForWidth(kTextWidth)));
}

void EmptyState::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void EmptyState::addButton(QPushButton* button)
{
    m_buttons->addWidget(button);
}

} // namespace causeway
