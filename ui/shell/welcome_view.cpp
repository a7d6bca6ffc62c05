// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_view.h"

#include "ui/base/widget_tools.h"
#include "ui/shell/page.h"
#include "ui/widgets/empty_state.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace causeway {

WelcomeView::WelcomeView(Navigator& navigator, QWidget* parent)
    : Translated<QWidget>(parent)
    , m_state(new EmptyState(QStringLiteral("both-ways"), this))
{
    setObjectName(QStringLiteral("welcome"));
    auto* column = tight(new QVBoxLayout(this), 0);
    column->addWidget(m_state);
    say([this] {
        m_state->setHeading(tr("Two databases in step"));
        m_state->setSentence(
            tr("No profile yet. Try the demo: it starts two private servers with a sample shop. Or "
               "import your .env, or name a remote and a local database yourself."));
    });
    QPushButton* demo = button(this, "tryDemo", QStringLiteral("demo"), "primary");
    QPushButton* import = button(this, "importEnv", QStringLiteral("import"));
    QPushButton* blank = button(this, "newProfile", QStringLiteral("add"));
    say(demo, QT_TR_NOOP("Try the demo"));
    say(import, QT_TR_NOOP("Import .env…"));
    say(blank, QT_TR_NOOP("New profile"));
    for (QPushButton* choice : {demo, import, blank})
        m_state->addButton(choice);
    setFocusProxy(demo);
    connect(demo, &QPushButton::clicked, &navigator, &Navigator::startDemo);
    connect(import, &QPushButton::clicked, &navigator, &Navigator::importEnv);
    connect(blank, &QPushButton::clicked, &navigator, &Navigator::newProfile);
}

} // namespace causeway
