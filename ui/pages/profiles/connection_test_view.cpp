// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/connection_test_view.h"

#include "models/words.h"
#include "sync/run/pair_actions.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/step_list.h"

namespace causeway {

ConnectionTestView::ConnectionTestView(QWidget* parent)
    : QWidget(parent)
    , m_remote(new StepList(this))
    , m_local(new StepList(this))
{
    m_remote->setObjectName(QStringLiteral("remoteSteps"));
    m_local->setObjectName(QStringLiteral("localSteps"));
    auto* row = tight(new QHBoxLayout(this), space::kTwo);
    row->addWidget(m_remote, 1);
    row->addWidget(m_local, 1);
}

void ConnectionTestView::test(const Profile& profile)
{
    show();
    for (const Side side : {Side::Remote, Side::Local}) {
        StepList* steps = side == Side::Remote ? m_remote : m_local;
        steps->setSide(words::sideName(side, profile.side(side)),
                       side == Side::Remote ? "remote" : "local");
        steps->showWaiting();
        m_background.run(
            toText(side),
            [config = profile.side(side), side](const std::stop_token& stop) {
                return testConnection(config, side, stop);
            },
            [this, steps](const std::vector<TestStep>& done) {
                steps->showSteps(done);
                emit grown();
            });
    }
    emit grown();
}

void ConnectionTestView::dismiss()
{
    hide();
    m_background.drop(toText(Side::Remote));
    m_background.drop(toText(Side::Local));
}

} // namespace causeway
