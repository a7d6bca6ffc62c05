// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backups/backup_options_form.h"

#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSpinBox>

namespace causeway {
namespace {

constexpr int kUsualDays = 7;
constexpr int kMostShown = 999;

} // namespace

BackupOptionsForm::BackupOptionsForm(QWidget* parent)
    : Translated<QFrame>(parent)
    , m_beforeFull(new QCheckBox(this))
    , m_scheduled(new QCheckBox(this))
    , m_days(addNumber("backupEveryDays"))
    , m_keep(addNumber("backupKeep"))
    , m_keepDays(addNumber("backupKeepDays"))
{
    setLook(this, "card");
    m_beforeFull->setObjectName(QStringLiteral("backupBeforeFull"));
    m_scheduled->setObjectName(QStringLiteral("backupScheduled"));
    m_days->setMinimum(1);
    build();
    setOptions({});
    connect(m_beforeFull, &QCheckBox::clicked, this, &BackupOptionsForm::edited);
    connect(m_scheduled, &QCheckBox::clicked, this, &BackupOptionsForm::edited);
    connect(m_scheduled, &QCheckBox::toggled, this, &BackupOptionsForm::showState);
    for (QSpinBox* box : {m_days, m_keep, m_keepDays})
        connect(box, &QSpinBox::editingFinished, this, &BackupOptionsForm::edited);
}

QSpinBox* BackupOptionsForm::addNumber(const char* objectName)
{
    auto* box = new QSpinBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setRange(0, kMostShown);
    return box;
}

void BackupOptionsForm::build()
{
    auto* heading = plainLabel(this, "heading");
    auto* keep = plainLabel(this);
    auto* keepDays = plainLabel(this);
    keep->setBuddy(m_keep);
    keepDays->setBuddy(m_keepDays);
    say(heading, QT_TR_NOOP("By themselves"));
    say(m_beforeFull, QT_TR_NOOP("Before every FULL run, of the sides that it writes to"));
    say(m_scheduled,
        QT_TR_NOOP("With a scheduled run, of both sides, when so many days have passed:"));
    say(keep, QT_TR_NOOP("Of each side keep the newest:"));
    say(keepDays, QT_TR_NOOP("and those of the last days:"));
    name(m_days, QT_TR_NOOP("Days between backups"));
    for (QSpinBox* box : {m_keep, m_keepDays})
        tip(box, QT_TR_NOOP("The newest good backup always stays. With none in both, all stay."));
    auto* numbers = tight(new QHBoxLayout, space::kOne);
    numbers->addWidget(keep);
    numbers->addWidget(m_keep);
    numbers->addSpacing(space::kOne);
    numbers->addWidget(keepDays);
    numbers->addWidget(m_keepDays);
    numbers->addStretch(1);
    auto* scheduled = tight(new QHBoxLayout, space::kOne);
    scheduled->addWidget(m_scheduled);
    scheduled->addWidget(m_days);
    scheduled->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kTwo, space::kTwo, space::kTwo, space::kTwo);
    column->setSpacing(space::kOne);
    column->addWidget(heading);
    column->addWidget(m_beforeFull);
    column->addLayout(scheduled);
    column->addLayout(numbers);
}

void BackupOptionsForm::setOptions(const BackupOptions& options)
{
    m_options = options;
    m_beforeFull->setChecked(options.beforeFull);
    m_scheduled->setChecked(options.everyDays > 0);
    m_days->setValue(options.everyDays > 0 ? options.everyDays : kUsualDays);
    m_keep->setValue(options.keep);
    m_keepDays->setValue(options.keepDays);
    showState();
}

BackupOptions BackupOptionsForm::options() const
{
    BackupOptions options = m_options;
    options.beforeFull = m_beforeFull->isChecked();
    // A number that is too large to be shown stays as it was.
    const auto edit = [](int& value, const QSpinBox* box) {
        if (box->value() != qMin(value, kMostShown))
            value = box->value();
    };
    if (!m_scheduled->isChecked())
        options.everyDays = 0;
    else if (options.everyDays == 0)
        options.everyDays = m_days->value();
    else
        edit(options.everyDays, m_days);
    edit(options.keep, m_keep);
    edit(options.keepDays, m_keepDays);
    return options;
}

void BackupOptionsForm::showState()
{
    m_days->setEnabled(m_scheduled->isChecked());
    for (QSpinBox* box : {m_keep, m_keepDays})
        box->setSpecialValueText(tr("none"));
}

void BackupOptionsForm::languageChanged()
{
    showState();
}

} // namespace causeway
