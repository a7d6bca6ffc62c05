// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedule/schedule_form.h"

#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>

namespace causeway {
namespace {

constexpr int kLongest = 525'600; // a year of minutes

QTimeEdit* timeEdit(QWidget* parent, const char* objectName, const QTime& time)
{
    auto* made = new QTimeEdit(time, parent);
    made->setObjectName(QLatin1String(objectName));
    made->setDisplayFormat(QStringLiteral("HH:mm"));
    return made;
}

} // namespace

ScheduleForm::ScheduleForm(QWidget* parent)
    : Translated<QFrame>(parent)
    , m_interval(new QSpinBox(this))
    , m_hasQuiet(new QCheckBox(this))
    , m_from(timeEdit(this, "scheduleQuietFrom", QTime(22, 0)))
    , m_until(timeEdit(this, "scheduleQuietUntil", QTime(6, 0)))
    , m_apply(button(this, "scheduleApply", QStringLiteral("save"), "primary"))
    , m_revert(button(this, "scheduleRevert", QStringLiteral("undo")))
    , m_reason(wrappedLabel(this, "muted"))
{
    setLook(this, "card");
    m_interval->setObjectName(QStringLiteral("scheduleInterval"));
    m_interval->setRange(1, kLongest);
    m_hasQuiet->setObjectName(QStringLiteral("scheduleHasQuiet"));
    m_reason->setObjectName(QStringLiteral("scheduleReason"));
    build();
    connectAll();
    revert();
}

void ScheduleForm::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kTwo, space::kTwo, space::kTwo, space::kTwo);
    column->setSpacing(space::kOne);
    auto* heading = plainLabel(this, "heading");
    say(heading, QT_TR_NOOP("When"));
    auto* intervalLabel = plainLabel(this, "muted");
    say(intervalLabel, QT_TR_NOOP("Interval"));
    intervalLabel->setBuddy(m_interval);
    say([this] { m_interval->setSuffix(tr(" min")); });
    name(m_interval, QT_TR_NOOP("Minutes from one run to the next"));
    say(m_hasQuiet, QT_TR_NOOP("Quiet hours: no run begins"));
    auto* times = tight(new QHBoxLayout, space::kOne);
    auto* from = plainLabel(this, "muted");
    auto* until = plainLabel(this, "muted");
    say(from, QT_TR_NOOP("from"));
    say(until, QT_TR_NOOP("until"));
    name(m_from, QT_TR_NOOP("Quiet hours begin"));
    name(m_until, QT_TR_NOOP("Quiet hours end"));
    for (QWidget* widget : {static_cast<QWidget*>(from), static_cast<QWidget*>(m_from),
                            static_cast<QWidget*>(until), static_cast<QWidget*>(m_until)})
        times->addWidget(widget);
    times->addStretch(1);
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    say(m_apply, QT_TR_NOOP("Apply"));
    say(m_revert, QT_TR_NOOP("Revert"));
    buttons->addWidget(m_apply);
    buttons->addWidget(m_revert);
    buttons->addStretch(1);
    column->addWidget(heading);
    column->addWidget(intervalLabel);
    column->addWidget(m_interval);
    column->addSpacing(space::kOne);
    column->addWidget(m_hasQuiet);
    column->addLayout(times);
    column->addWidget(m_reason);
    column->addStretch(1);
    column->addLayout(buttons);
}

void ScheduleForm::connectAll()
{
    connect(m_interval, &QSpinBox::valueChanged, this, &ScheduleForm::showState);
    connect(m_hasQuiet, &QCheckBox::toggled, this, &ScheduleForm::showState);
    connect(m_from, &QTimeEdit::timeChanged, this, &ScheduleForm::showState);
    connect(m_until, &QTimeEdit::timeChanged, this, &ScheduleForm::showState);
    connect(m_apply, &QPushButton::clicked, this, &ScheduleForm::applied);
    connect(m_revert, &QPushButton::clicked, this, &ScheduleForm::revert);
}

int ScheduleForm::interval() const
{
    return m_interval->value();
}

std::optional<QuietHours> ScheduleForm::quietHours() const
{
    if (!m_hasQuiet->isChecked() || m_from->time() == m_until->time())
        return std::nullopt;
    return QuietHours{m_from->time(), m_until->time()};
}

bool ScheduleForm::isChanged() const
{
    return interval() != m_schedule.intervalMinutes || quietHours() != m_schedule.quiet;
}

void ScheduleForm::setSchedule(const Schedule& schedule)
{
    const bool keepsEdit = !m_isLocked && isChanged();
    m_schedule = schedule;
    if (!keepsEdit)
        revert();
    showState();
}

void ScheduleForm::revert()
{
    {
        const QSignalBlocker interval(m_interval);
        const QSignalBlocker hasQuiet(m_hasQuiet);
        const QSignalBlocker from(m_from);
        const QSignalBlocker until(m_until);
        m_interval->setValue(m_schedule.intervalMinutes);
        m_hasQuiet->setChecked(m_schedule.quiet.has_value());
        if (m_schedule.quiet) {
            m_from->setTime(m_schedule.quiet->from);
            m_until->setTime(m_schedule.quiet->until);
        }
    }
    showState();
}

void ScheduleForm::setLocked(const QString& reason)
{
    m_isLocked = !reason.isEmpty();
    m_reason->setText(reason);
    m_reason->setVisible(m_isLocked);
    showState();
}

void ScheduleForm::showState()
{
    m_interval->setEnabled(!m_isLocked);
    m_hasQuiet->setEnabled(!m_isLocked);
    m_from->setEnabled(!m_isLocked && m_hasQuiet->isChecked());
    m_until->setEnabled(!m_isLocked && m_hasQuiet->isChecked());
    m_apply->setEnabled(!m_isLocked && isChanged());
    m_revert->setEnabled(!m_isLocked && isChanged());
}

} // namespace causeway
