// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"

#include <QVBoxLayout>

namespace causeway {

Page::Page(QByteArray id, QString icon, QWidget* parent)
    : Translated<QWidget>(parent)
    , m_id(std::move(id))
    , m_icon(std::move(icon))
    , m_body(new QVBoxLayout(this))
    , m_titleRow(tight(new QHBoxLayout, space::kOne))
    , m_title(plainLabel(this, "title"))
    , m_subtitle(plainLabel(this, "muted"))
{
    setObjectName(QString::fromLatin1(m_id) % QStringLiteral("Page"));
    m_body->setContentsMargins(space::kThree, space::kTwo, space::kThree, space::kTwo);
    m_body->setSpacing(space::kTwo);
    auto* words = tight(new QVBoxLayout, 2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    m_titleRow->addLayout(words, 1);
    m_body->addLayout(m_titleRow);
}

void Page::setSubtitle(const QString& text)
{
    m_subtitle->setText(text);
}

void Page::showEvent(QShowEvent* event)
{
    m_title->setText(title());
    Translated<QWidget>::showEvent(event);
}

void Page::changeEvent(QEvent* event)
{
    Translated<QWidget>::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_title->setText(title());
}

} // namespace causeway
