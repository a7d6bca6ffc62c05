// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picture.h"

#include "ui/theme/theme.h"

#include <QEvent>

namespace causeway {

Picture::Picture(QString icon, int size, QWidget* parent)
    : QLabel(parent)
    , m_icon(std::move(icon))
    , m_size(size)
{
    draw();
}

void Picture::draw()
{
    setPixmap(themedIcon(m_icon).pixmap(m_size, m_size));
}

void Picture::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        draw();
}

} // namespace causeway
