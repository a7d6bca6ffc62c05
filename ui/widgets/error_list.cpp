// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/error_list.h"

#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_card.h"

#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace causeway {
namespace {

constexpr int kMaximumHeight = 260;

} // namespace

ErrorList::ErrorList(QWidget* parent)
    : QScrollArea(parent)
{
    auto* inside = new QWidget(this);
    m_column = tight(new QVBoxLayout(inside), space::kOne);
    m_column->addStretch(1);
    setWidget(inside);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // it follows the focus of what is inside
    hide();
}

void ErrorList::showErrors(const std::vector<std::pair<QString, Error>>& errors)
{
    for (ErrorCard* card : m_cards)
        card->deleteLater();
    m_cards.clear();
    for (const auto& [subject, error] : errors) {
        auto* card = new ErrorCard(error, subject, widget());
        card->offerRemedies();
        connect(card, &ErrorCard::remedyWanted, this, &ErrorList::remedyWanted);
        m_column->insertWidget(m_column->count() - 1, card);
        m_cards.push_back(card);
    }
    setVisible(!m_cards.empty());
    updateGeometry();
}

void ErrorList::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry(); // wrapped sentences need another height
}

QSize ErrorList::sizeHint() const
{
    const QLayout* inside = widget()->layout();
    const int wanted = inside->hasHeightForWidth()
                           ? inside->heightForWidth(std::max(viewport()->width(), 200))
                           : widget()->sizeHint().height();
    return {400, std::min(kMaximumHeight, wanted + 2)};
}

} // namespace causeway
