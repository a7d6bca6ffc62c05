// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/profile_delegate.h"

#include "models/profile_list_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/tag.h"

#include <QPainter>

namespace causeway {
namespace {

constexpr int kHeight = 72;

QString elided(const QPainter& painter, const QString& text, int width)
{
    return painter.fontMetrics().elidedText(text, Qt::ElideRight, width);
}

} // namespace

QSize ProfileDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, kHeight};
}

void ProfileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const Tokens& tokens = tokensFor(option.palette);
    const QRect area = option.rect.adjusted(12, 8, -12, -8);
    const auto environment =
        static_cast<Environment>(index.data(ProfileListModel::EnvironmentRole).toInt());
    const int lineHeight = area.height() / 3;
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, tokens.accentSoft);
    painter->setFont(option.font);
    const int tagWidth = pillWidth(option.font, toText(environment));
    drawPill(*painter, QRect(area.right() - tagWidth + 1, area.top(), tagWidth, lineHeight),
             toText(environment), colourOf(environment, tokens), tokens.onAccent);
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(tokens.text);
    const QRect first(area.left(), area.top(), area.width() - tagWidth - 8, lineHeight);
    painter->drawText(first, Qt::AlignVCenter,
                      elided(*painter, index.data().toString(), first.width()));
    painter->setFont(option.font);
    painter->setPen(tokens.remote);
    const QRect second(area.left(), area.top() + lineHeight, area.width(), lineHeight);
    painter->drawText(
        second, Qt::AlignVCenter,
        elided(*painter, index.data(ProfileListModel::RemotePlaceRole).toString(), area.width()));
    painter->setPen(tokens.local);
    painter->drawText(
        second.translated(0, lineHeight), Qt::AlignVCenter,
        elided(*painter, index.data(ProfileListModel::LocalPlaceRole).toString(), area.width()));
    painter->setPen(tokens.border);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

} // namespace causeway
