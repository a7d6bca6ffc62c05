// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/repair_dialog.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_card.h"
#include "ui/widgets/tag.h"

#include <QButtonGroup>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace causeway {
namespace {

enum Choice { Accept, RefillRemote, RefillLocal };

/// Accepts the pair only while it is in the condition that the operator saw: another console may
/// have repaired it meanwhile, and its sides may have gone on since.
Status acceptAsSeen(const Profile& profile, const PairCondition& seen)
{
    const auto now = examinePair(profile);
    CAUSEWAY_TRY(now);
    const bool isSame = now->problem && now->problem->code == seen.problem->code &&
                        now->wentBack == seen.wentBack && now->onlyMoved == seen.onlyMoved;
    if (!isSame)
        return makeError(ErrorCode::SyncFenced, now->remote,
                         QCoreApplication::translate(
                             "causeway::RepairDialog",
                             "The pair is not as it was shown any more. Nothing was changed; look "
                             "at it again."));
    const auto accepted = acceptPair(profile);
    CAUSEWAY_TRY(accepted);
    return okStatus();
}

} // namespace

RepairDialog::RepairDialog(const Profile& profile, QWidget* parent)
    : Translated<QDialog>(parent)
    , m_profile(profile)
    , m_error(new ErrorCard(this))
    , m_situation(wrappedLabel(this))
    , m_choices(new QButtonGroup(this))
    , m_consequence(wrappedLabel(this, "muted"))
    , m_demand(wrappedLabel(this))
    , m_typed(new QLineEdit(this))
    , m_act(button(this, "repairExecute", {}, "danger"))
{
    setObjectName(QStringLiteral("repairDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    resize(620, 460);
    build();
    connect(m_choices, &QButtonGroup::idToggled, this, &RepairDialog::showState);
    connect(m_typed, &QLineEdit::textChanged, this, &RepairDialog::showState);
    connect(m_act, &QPushButton::clicked, this, &RepairDialog::act);
    look();
}

void RepairDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kOne + 4);
    auto* heading = plainLabel(this, "heading");
    say(heading, QT_TR_NOOP("Repair this pair"));
    say([this] { setWindowTitle(tr("Repair this pair")); });
    auto* tag = new Tag(this);
    tag->setEnvironment(m_profile.environment);
    auto* head = tight(new QHBoxLayout, space::kOne);
    head->addWidget(heading);
    head->addWidget(tag);
    head->addStretch(1);
    m_error->clear();
    m_situation->setObjectName(QStringLiteral("repairSituation"));
    m_consequence->setObjectName(QStringLiteral("repairConsequence"));
    m_typed->setObjectName(QStringLiteral("typeToConfirm"));
    name(m_typed, QT_TR_NOOP("Name of the profile, to confirm"));
    column->addLayout(head);
    column->addWidget(m_error);
    column->addWidget(m_situation);
    addChoice(column, Accept, "repairAccept");
    addChoice(column, RefillRemote, "repairRefillRemote");
    addChoice(column, RefillLocal, "repairRefillLocal");
    column->addWidget(m_consequence);
    column->addStretch(1);
    column->addWidget(m_demand);
    column->addWidget(m_typed);
    auto* cancel = button(this, "dialogCancel");
    say(cancel, QT_TR_NOOP("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_act);
    column->addLayout(buttons);
}

QRadioButton* RepairDialog::addChoice(QVBoxLayout* column, int id, const char* objectName)
{
    auto* made = new QRadioButton(this);
    made->setObjectName(QLatin1String(objectName));
    m_choices->addButton(made, id);
    column->addWidget(made);
    return made;
}

void RepairDialog::look()
{
    m_condition.reset();
    m_background.run(
        QStringLiteral("repair"),
        [profile = m_profile](const std::stop_token&) { return examinePair(profile); },
        [this](const Result<PairCondition>& condition) { showCondition(condition); });
    showState();
}

void RepairDialog::showCondition(const Result<PairCondition>& condition)
{
    if (condition.ok()) {
        m_condition = condition.value();
        if (m_condition->problem)
            m_error->showError(*m_condition->problem);
    } else {
        m_error->showError(condition.error());
    }
    showState();
}

bool RepairDialog::isOffered(int choice) const
{
    if (!m_condition || !m_condition->problem)
        return false;
    if (choice == Accept)
        return true;
    if (m_condition->onlyMoved)
        return false;
    const Side side = choice == RefillRemote ? Side::Remote : Side::Local;
    return !m_condition->wentBack || *m_condition->wentBack == side;
}

std::optional<Side> RepairDialog::sideToRefill() const
{
    switch (m_choices->checkedId()) {
    case RefillRemote:
        return Side::Remote;
    case RefillLocal:
        return Side::Local;
    default:
        return std::nullopt;
    }
}

/// Where nothing is missing, accepting loses nothing.
bool RepairDialog::needsName() const
{
    return m_condition && !m_condition->onlyMoved && m_choices->checkedId() >= 0;
}

QString RepairDialog::nameOf(Side side) const
{
    return words::sideName(side, m_profile.side(side));
}

QString RepairDialog::situation() const
{
    if (m_background.isBusy())
        return tr("Looking at both databases…");
    if (!m_condition)
        return {};
    if (!m_condition->problem)
        return tr("%1 and %2 are the pair that was recorded, and nothing is missing. There is "
                  "nothing to repair: compare again.")
            .arg(nameOf(Side::Remote), nameOf(Side::Local));
    if (m_condition->onlyMoved)
        return tr("Nothing is missing on either side. Check that these are the right databases: %1 "
                  "and %2.")
            .arg(nameOf(Side::Remote), nameOf(Side::Local));
    return tr("Decide which side is right:");
}

QString RepairDialog::consequence() const
{
    if (const auto side = sideToRefill())
        return tr("Every enabled table of %1 becomes what %2 holds, row by row: rows that only %1 "
                  "has are deleted there, rows that differ are overwritten. Every row that it "
                  "loses "
                  "is kept among the conflicts. If the run is cut off, the rest waits as "
                  "conflicts.")
            .arg(nameOf(*side), nameOf(otherSide(*side)));
    if (m_choices->checkedId() < 0)
        return {};
    if (m_condition && m_condition->onlyMoved)
        return tr("Syncs go on from where they were. No row is changed now.");
    return tr("No row is changed now. What was agreed before counts no more: the next sync takes "
              "equal rows for agreed and queues every other row as a conflict, also rows that only "
              "one side has. Nothing is deleted or overwritten unasked.");
}

QString RepairDialog::verb() const
{
    const auto side = sideToRefill();
    if (!side)
        return tr("Accept both");
    return *side == Side::Remote ? tr("Refill remote") : tr("Refill local");
}

void RepairDialog::showState()
{
    const bool isIdle = !m_background.isBusy();
    const bool isTyped = !needsName() || m_typed->text().trimmed() == m_profile.name;
    m_situation->setText(situation());
    for (QAbstractButton* choice : m_choices->buttons()) {
        choice->setVisible(isOffered(m_choices->id(choice)));
        choice->setEnabled(isIdle);
    }
    m_choices->button(Accept)->setText(tr("Accept both databases as they are now"));
    m_choices->button(RefillRemote)
        ->setText(tr("Refill %1 from %2").arg(nameOf(Side::Remote), nameOf(Side::Local)));
    m_choices->button(RefillLocal)
        ->setText(tr("Refill %1 from %2").arg(nameOf(Side::Local), nameOf(Side::Remote)));
    m_consequence->setText(m_profile.readOnly && m_condition && m_condition->problem
                               ? tr("The profile is read-only: allow writing first.")
                               : consequence());
    m_demand->setVisible(needsName());
    m_demand->setText(tr("Type “%1” to go on:").arg(m_profile.name));
    m_typed->setVisible(needsName());
    m_act->setText(verb());
    m_act->setVisible(isOffered(Accept));
    m_act->setEnabled(isIdle && !m_profile.readOnly && m_choices->checkedId() >= 0 && isTyped);
    // Wrapped texts do not enlarge a dialog by themselves.
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void RepairDialog::act()
{
    if (!m_act->isEnabled() || !m_condition)
        return;
    m_background.run(
        QStringLiteral("repair"),
        [profile = m_profile, seen = *m_condition](const std::stop_token&) {
            return acceptAsSeen(profile, seen);
        },
        [this](const Status& status) { finish(status); });
    showState();
}

void RepairDialog::finish(const Status& status)
{
    if (!status.ok()) {
        m_error->showError(status.error());
        m_choices->setExclusive(false);
        for (QAbstractButton* choice : m_choices->buttons())
            choice->setChecked(false);
        m_choices->setExclusive(true);
        m_typed->clear();
        return showState();
    }
    if (const auto side = sideToRefill())
        emit refillWanted(*side);
    else
        emit repaired();
    accept();
}

void RepairDialog::languageChanged()
{
    showState();
}

} // namespace causeway
