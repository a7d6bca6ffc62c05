// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/grip_header.h"

#include <QPainter>
#include <QSignalBlocker>

namespace causeway {
namespace {

constexpr int kWidth = 22;
constexpr int kDot = 2;
constexpr int kPitch = 5;

} // namespace

GripHeader::GripHeader(QWidget* parent)
    : QHeaderView(Qt::Vertical, parent)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    viewport()->setCursor(Qt::SizeVerCursor);
    connect(this, &QHeaderView::sectionMoved, this, &GripHeader::putBack);
}

QSize GripHeader::sizeHint() const
{
    return {kWidth, 0};
}

void GripHeader::putBack(int, int from, int to)
{
    {
        const QSignalBlocker quiet(this);
        moveSection(to, from);
    }
    emit rowDropped(from, to);
}

void GripHeader::paintSection(QPainter* painter, const QRect& rect, int) const
{
    painter->save();
    painter->fillRect(rect, palette().base());
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette().color(QPalette::Disabled, QPalette::Text));
    for (int line = -1; line <= 1; ++line) {
        for (const int side : {-1, 1})
            painter->drawRect(rect.center().x() + side * kPitch / 2,
                              rect.center().y() + line * kPitch, kDot, kDot);
    }
    painter->restore();
}

} // namespace causeway
