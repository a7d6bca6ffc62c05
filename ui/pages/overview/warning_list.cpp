// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/warning_list.h"

#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/picture.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>

namespace causeway {

WarningList::WarningList(QWidget* parent)
    : QWidget(parent)
    , m_column(tight(new QVBoxLayout(this), space::kOne))
{
    setObjectName(QStringLiteral("warnings"));
    hide();
}

void WarningList::setWarnings(const std::vector<Warning>& warnings)
{
    for (QWidget* card : m_cards) {
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
    for (const Warning& warning : warnings) {
        auto* card = new QFrame(this);
        card->setObjectName(QStringLiteral("noteCard"));
        auto* row = new QHBoxLayout(card);
        row->setContentsMargins(space::kTwo, space::kOne, space::kOne, space::kOne);
        row->setSpacing(space::kOne);
        auto* picture = new Picture(QStringLiteral("warning"), 18, card);
        QLabel* text = wrappedLabel(card);
        text->setText(warning.text);
        row->addWidget(picture);
        row->addWidget(text, 1);
        addWay(card, warning.name, warning.verb, warning.act);
        addWay(card, QByteArray(warning.name) + "Other", warning.otherVerb, warning.otherAct);
        m_column->addWidget(card);
        m_cards.push_back(card);
    }
    setVisible(!m_cards.empty());
}

void WarningList::addWay(QWidget* card, const QByteArray& name, const QString& verb,
                         const std::function<void()>& act)
{
    if (verb.isEmpty())
        return;
    QPushButton* made = button(card, name.constData());
    made->setText(verb);
    connect(made, &QPushButton::clicked, this, [act] { act(); });
    card->layout()->addWidget(made);
}

} // namespace causeway
