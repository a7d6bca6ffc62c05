// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/prune_dialog.h"

#include "models/words.h"
#include "sync/control/control_store.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_card.h"
#include "ui/widgets/tag.h"

#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace causeway {
namespace {

using namespace std::chrono_literals;

constexpr int kUsualDays = 30;
constexpr int kMostDays = 3650;

Result<qint64> prune(const SideConfig& local, const QDateTime& before)
{
    auto store = ControlStore::open(local);
    if (!store.ok())
        return store.error();
    return store.value().pruneLog(before, false);
}

} // namespace

PruneDialog::PruneDialog(const Profile& profile, QWidget* parent)
    : Translated<QDialog>(parent)
    , m_profile(profile)
    , m_error(new ErrorCard(this))
    , m_days(new QSpinBox(this))
    , m_situation(wrappedLabel(this))
    , m_kept(wrappedLabel(this, "muted"))
    , m_cancel(button(this, "dialogCancel"))
    , m_act(button(this, "pruneExecute", {}, "danger"))
{
    setObjectName(QStringLiteral("pruneDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(520);
    build();
    m_choosing.setSingleShot(true);
    m_choosing.setInterval(200ms);
    connect(m_days, &QSpinBox::valueChanged, this, [this] {
        m_preview.reset();
        m_choosing.start();
        showState();
    });
    connect(&m_choosing, &QTimer::timeout, this, &PruneDialog::look);
    connect(m_act, &QPushButton::clicked, this, &PruneDialog::act);
    connect(m_cancel, &QPushButton::clicked, this, &PruneDialog::reject);
    look();
}

void PruneDialog::build()
{
    auto* heading = plainLabel(this, "heading");
    say([this, heading] {
        setWindowTitle(tr("Remove old runs"));
        heading->setText(tr("Remove old runs from the log"));
    });
    auto* tag = new Tag(this);
    tag->setEnvironment(m_profile.environment);
    auto* head = tight(new QHBoxLayout, space::kOne);
    head->addWidget(heading);
    head->addWidget(tag);
    head->addStretch(1);
    m_error->clear();
    m_days->setObjectName(QStringLiteral("pruneDays"));
    m_days->setRange(0, kMostDays);
    m_days->setValue(kUsualDays);
    m_situation->setObjectName(QStringLiteral("pruneSituation"));
    m_kept->setObjectName(QStringLiteral("pruneKept"));
    auto* label = plainLabel(this);
    label->setBuddy(m_days);
    say(label, QT_TR_NOOP("Keep the last"));
    say([this] { m_days->setSuffix(tr(" days")); });
    name(m_days, QT_TR_NOOP("Days to keep"));
    auto* days = tight(new QHBoxLayout, space::kOne);
    days->addWidget(label);
    days->addWidget(m_days);
    days->addStretch(1);
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_act);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kOne + 4);
    column->addLayout(head);
    column->addWidget(m_error);
    column->addLayout(days);
    column->addWidget(m_situation);
    column->addWidget(m_kept);
    column->addStretch(1);
    column->addLayout(buttons);
}

void PruneDialog::look()
{
    m_before = QDateTime::currentDateTimeUtc().addDays(-m_days->value());
    m_background.run(
        QStringLiteral("prune"),
        [local = m_profile.local, before = m_before](const std::stop_token&) {
            return previewPrune(local, before);
        },
        [this](const Result<PrunePreview>& preview) { showPreview(preview); });
    showState();
}

void PruneDialog::showPreview(const Result<PrunePreview>& preview)
{
    if (m_choosing.isActive())
        return; // of another number
    m_error->clear();
    if (preview.ok())
        m_preview = preview.value();
    else
        m_error->showError(preview.error());
    showState();
}

void PruneDialog::act()
{
    if (!m_act->isEnabled())
        return;
    m_background.run(
        QStringLiteral("prune"),
        [local = m_profile.local, before = m_before](const std::stop_token&) {
            return prune(local, before);
        },
        [this](const Result<qint64>& removed) { finish(removed); });
    showState();
}

void PruneDialog::finish(const Result<qint64>& removed)
{
    if (removed.ok())
        m_removed = removed.value();
    else
        m_error->showError(removed.error());
    emit pruned();
    showState();
}

QString PruneDialog::situation() const
{
    if (m_removed)
        return tr("%1 of the log were removed.").arg(words::rows(*m_removed));
    if (m_background.isBusy() || m_choosing.isActive())
        return tr("Looking…");
    if (!m_preview)
        return {};
    if (m_preview->rows == 0)
        return tr("Nothing is that old.");
    return tr("%1 would be removed, of %2 runs that began between %3 and %4.")
        .arg(words::rows(m_preview->rows), words::number(m_preview->runs),
             words::moment(*m_preview->first), words::moment(*m_preview->last));
}

void PruneDialog::showState()
{
    const bool isIdle = !m_background.isBusy() && !m_choosing.isActive();
    const bool hasRows = m_preview && m_preview->rows > 0;
    m_situation->setText(situation());
    m_kept->setVisible(m_profile.readOnly || (m_preview && m_preview->keptRows > 0 && !m_removed));
    m_kept->setText(m_profile.readOnly
                        ? tr("The profile is read-only: allow writing first.")
                        : tr("%1 as old would stay: the last run of each table, and runs whose "
                             "conflicts are open.")
                              .arg(words::rows(m_preview ? m_preview->keptRows : 0)));
    m_days->setEnabled(!m_removed);
    m_act->setVisible(!m_removed);
    m_act->setEnabled(isIdle && hasRows && !m_profile.readOnly);
    m_act->setText(hasRows ? tr("Remove %1").arg(words::rows(m_preview->rows)) : tr("Remove"));
    m_cancel->setText(m_removed ? tr("Close") : tr("Cancel"));
}

void PruneDialog::languageChanged()
{
    showState();
}

} // namespace causeway
