// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/step_list.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace causeway {
namespace {

struct Mark {
    QString sign;
    const char* look;
};

Mark markOf(const TestStep& step)
{
    if (!step.passed)
        return {QStringLiteral("✗"), "bad"};
    return step.warning ? Mark{QStringLiteral("!"), "code"} : Mark{QStringLiteral("✓"), "good"};
}

} // namespace

StepList::StepList(QWidget* parent)
    : Translated<QFrame>(parent)
    , m_title(new ElidedLabel(this, "heading"))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kTwo, space::kTwo, space::kTwo, space::kTwo);
    column->setSpacing(space::kOne);
    column->addWidget(m_title);
    m_rows = new QWidget(this);
    m_grid = tight(new QGridLayout(m_rows), 6);
    m_grid->setHorizontalSpacing(space::kOne);
    m_grid->setColumnStretch(1, 1);
    column->addWidget(m_rows);
    column->addStretch(1);
    setLook(this, "card");
}

void StepList::setSide(const QString& name, const char* look)
{
    m_title->setText(name);
    setLook(m_title, look);
}

void StepList::clearRows()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void StepList::showWaiting()
{
    clearRows();
    m_allPassed = false;
    auto* waiting = plainLabel(m_rows, "muted");
    waiting->setText(tr("Testing…"));
    m_grid->addWidget(waiting, 0, 0, 1, 3);
}

void StepList::showSteps(const std::vector<TestStep>& steps)
{
    clearRows();
    m_allPassed = true;
    for (const TestStep& step : steps) {
        m_allPassed = m_allPassed && step.passed;
        addStep(step);
    }
}

void StepList::addStep(const TestStep& step)
{
    const int row = m_grid->rowCount();
    const Mark mark = markOf(step);
    auto* sign = plainLabel(m_rows, mark.look);
    sign->setText(mark.sign);
    auto* what = plainLabel(m_rows, nullptr, true);
    what->setText(step.name);
    auto* time = plainLabel(m_rows, "muted");
    time->setText(words::duration(step.duration));
    time->setAlignment(Qt::AlignRight);
    m_grid->addWidget(sign, row, 0, Qt::AlignTop);
    m_grid->addWidget(what, row, 1);
    m_grid->addWidget(time, row, 2, Qt::AlignTop);
    const QString more =
        step.passed ? step.detail
                    : QStringList{step.detail, step.hint}.join(QLatin1Char('\n')).trimmed();
    if (more.isEmpty())
        return;
    auto* detail = wrappedLabel(m_rows, step.passed ? "muted" : "bad");
    detail->setObjectName(QStringLiteral("stepDetail"));
    detail->setText(more);
    m_grid->addWidget(detail, row + 1, 1, 1, 2);
}

} // namespace causeway
