// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/preview_choice.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QGridLayout>

#include <algorithm>

namespace causeway {
namespace {

qint64 rowsOf(const ChangeCounts& counts, RowAction kind)
{
    switch (kind) {
    case RowAction::Insert:
        return counts.inserted;
    case RowAction::Update:
        return counts.updated;
    case RowAction::Delete:
        return counts.deleted;
    }
    Q_UNREACHABLE();
}

/// "takeDeletesToLocal"
QString boxName(Side target, RowAction kind)
{
    const QString word = kind == RowAction::Insert   ? QStringLiteral("Inserts")
                         : kind == RowAction::Update ? QStringLiteral("Updates")
                                                     : QStringLiteral("Deletes");
    return QStringLiteral("take") + word +
           (target == Side::Local ? QStringLiteral("ToLocal") : QStringLiteral("ToRemote"));
}

} // namespace

PreviewChoice::PreviewChoice(QWidget* parent)
    : Translated<QWidget>(parent)
{
    setObjectName(QStringLiteral("previewChoice"));
    auto* grid = tight(new QGridLayout(this), 0);
    grid->setHorizontalSpacing(space::kTwo);
    grid->setVerticalSpacing(space::kHalf);
    int row = 0;
    for (const Side target : {Side::Local, Side::Remote}) {
        m_heads.push_back(plainLabel(this, "muted"));
        int column = 0;
        grid->addWidget(m_heads.back(), row, column);
        for (const RowAction kind : {RowAction::Insert, RowAction::Update, RowAction::Delete}) {
            auto* box = new QCheckBox(this);
            box->setObjectName(boxName(target, kind));
            connect(box, &QCheckBox::toggled, this, &PreviewChoice::changed);
            grid->addWidget(box, row, ++column);
            m_ticks.push_back({target, kind, box, 0});
        }
        ++row;
    }
    grid->setColumnStretch(4, 1);
}

void PreviewChoice::showReport(const SyncReport& preview, const SkippedKinds& skipped)
{
    m_before = skipped;
    for (Tick& tick : m_ticks) {
        const QSignalBlocker quiet(tick.box);
        tick.rows =
            rowsOf(tick.target == Side::Local ? preview.remoteToLocal() : preview.localToRemote(),
                   tick.kind);
        tick.box->setChecked(true);
        tick.box->setVisible(tick.rows > 0);
    }
    showTexts();
}

SkippedKinds PreviewChoice::skipped() const
{
    SkippedKinds skipped = m_before;
    for (const Tick& tick : m_ticks) {
        if (!tick.box->isChecked())
            skipped.set(tick.target, tick.kind, true);
    }
    return skipped;
}

void PreviewChoice::showTexts()
{
    bool hasAny = false;
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        const Side target = i == 0 ? Side::Local : Side::Remote;
        const bool isShown =
            std::any_of(m_ticks.begin(), m_ticks.end(), [target](const Tick& tick) {
                return tick.target == target && tick.rows > 0;
            });
        m_heads[i]->setText(words::of(otherSide(target)) % QStringLiteral(" → ") %
                            words::of(target));
        m_heads[i]->setVisible(isShown);
        hasAny = hasAny || isShown;
    }
    for (const Tick& tick : m_ticks) {
        const QString rows = words::number(tick.rows);
        tick.box->setText(tick.kind == RowAction::Insert   ? tr("Insert %1").arg(rows)
                          : tick.kind == RowAction::Update ? tr("Update %1").arg(rows)
                                                           : tr("Delete %1").arg(rows));
        tick.box->setToolTip(
            tr("Without the tick these changes are left out of the run. They stay pending."));
    }
    setVisible(hasAny);
}

void PreviewChoice::languageChanged()
{
    showTexts();
}

} // namespace causeway
