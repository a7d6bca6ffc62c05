// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/tile.h"

#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/elided_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace causeway {

Tile::Tile(const char* objectName, QWidget* parent)
    : QFrame(parent)
    , m_caption(new ElidedLabel(this, "muted"))
    , m_value(wrappedLabel(this, "heading"))
    , m_note(wrappedLabel(this, "muted"))
    , m_action(button(this, "tileAction", {}, "link"))
{
    setObjectName(QLatin1String(objectName));
    m_action->setObjectName(QLatin1String(objectName) % QStringLiteral("Action"));
    setLook(this, "card");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kTwo, space::kOne + 4, space::kTwo, space::kOne + 4);
    column->setSpacing(space::kHalf);
    column->addWidget(m_caption);
    column->addWidget(m_value);
    column->addWidget(m_note);
    column->addStretch(1);
    column->addWidget(m_action, 0, Qt::AlignLeft);
    setAction({});
}

void Tile::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    setAccessibleName(caption);
}

void Tile::setValue(const QString& value, const char* look)
{
    m_value->setText(value);
    setStyleProperty(m_value, "tone", look ? QVariant(QLatin1String(look)) : QVariant());
}

void Tile::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QString Tile::value() const
{
    return m_value->text();
}

void Tile::setAction(const QString& text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

} // namespace causeway
