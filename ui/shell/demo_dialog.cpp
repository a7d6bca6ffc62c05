// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/demo_dialog.h"

#include "ui/base/dialogs.h"
#include "ui/base/widget_tools.h"
#include "ui/session/demo_controller.h"
#include "ui/theme/tokens.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace causeway {

DemoDialog::DemoDialog(DemoController& demo, QWidget* parent)
    : Translated<QDialog>(parent)
    , m_demo(demo)
    , m_step(plainLabel(this, "muted"))
    , m_bar(new QProgressBar(this))
{
    setObjectName(QStringLiteral("demoDialog"));
    setMinimumWidth(440);
    m_bar->setTextVisible(false);
    auto* heading = plainLabel(this, "heading");
    auto* words = wrappedLabel(this);
    auto* cancel = button(this, "demoCancel");
    say([this] { setWindowTitle(tr("Demo")); });
    say(heading, QT_TR_NOOP("Preparing the demo"));
    say(words, QT_TR_NOOP("Two private database servers with a sample shop, in a folder of your "
                          "own. Nothing else on this machine is touched."));
    say(cancel, QT_TR_NOOP("Cancel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kOne + 4);
    column->addWidget(heading);
    column->addWidget(words);
    column->addWidget(m_bar);
    column->addWidget(m_step);
    column->addWidget(cancel, 0, Qt::AlignRight);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, &demo, &DemoController::cancel);
    connect(&demo, &DemoController::started, this, &DemoDialog::begin);
    connect(&demo, &DemoController::finished, this, &DemoDialog::end);
    connect(&demo, &DemoController::progressed, this,
            [this](const QString& step, int done, int total) {
                m_step->setText(step);
                m_bar->setRange(0, total);
                m_bar->setValue(done);
            });
}

void DemoDialog::begin()
{
    m_bar->setRange(0, 0);
    m_step->setText(QString());
    open();
}

void DemoDialog::end(const std::optional<Error>& error)
{
    hide();
    if (error)
        showErrorDialog(parentWidget(), *error);
}

} // namespace causeway
