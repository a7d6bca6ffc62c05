// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/run_progress.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/session/session.h"
#include "ui/theme/tokens.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace causeway {
namespace {

using namespace std::chrono_literals;

constexpr std::array<RunPhase, 5> kPhases{RunPhase::Preparing, RunPhase::Discovering,
                                          RunPhase::Transferring, RunPhase::Verifying,
                                          RunPhase::Cleaning};

QProgressBar* bar(QWidget* parent, const char* objectName)
{
    auto* made = new QProgressBar(parent);
    made->setObjectName(QLatin1String(objectName));
    made->setTextVisible(false);
    return made;
}

/// A bar of unknown length moves; a known one fills. Large counts are scaled into int.
void setBar(QProgressBar* bar, qint64 done, qint64 total)
{
    constexpr int kScale = 1000;
    if (total <= 0) {
        bar->setRange(0, 0);
        return;
    }
    bar->setRange(0, kScale);
    bar->setValue(static_cast<int>(std::min(done, total) * kScale / total));
}

} // namespace

RunProgress::RunProgress(Session& session, QWidget* parent)
    : Translated<QWidget>(parent)
    , m_session(session)
    , m_title(plainLabel(this, "heading"))
    , m_table(plainLabel(this))
    , m_tableBar(bar(this, "tableProgress"))
    , m_total(plainLabel(this))
    , m_totalBar(bar(this, "totalProgress"))
    , m_cancel(button(this, "cancelRun", QStringLiteral("stop")))
{
    setObjectName(QStringLiteral("runProgress"));
    build();
    m_timer.setInterval(100ms);
    connect(&m_timer, &QTimer::timeout, this, &RunProgress::showNow);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_session.cancelRun();
        showNow();
    });
}

void RunProgress::build()
{
    auto* phases = tight(new QHBoxLayout, space::kTwo);
    for (QLabel*& phase : m_phases) {
        phase = plainLabel(this, "muted");
        phases->addWidget(phase);
    }
    phases->addStretch(1);
    auto* figures = tight(new QHBoxLayout, space::kThree);
    m_speed = addFigure(figures, "rowsPerSecond", QT_TR_NOOP("rows/s"));
    m_left = addFigure(figures, "timeLeft", QT_TR_NOOP("time left"));
    m_toLocal = addFigure(figures, "rowsToLocal", QT_TR_NOOP("rows to local"));
    m_toRemote = addFigure(figures, "rowsToRemote", QT_TR_NOOP("rows to remote"));
    m_conflicts = addFigure(figures, "runConflicts", QT_TR_NOOP("conflicts"));
    m_elapsed = addFigure(figures, "elapsed", QT_TR_NOOP("elapsed"));
    figures->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kThree);
    column->setSpacing(space::kOne);
    column->addStretch(1);
    column->addWidget(m_title);
    column->addLayout(phases);
    column->addSpacing(space::kTwo);
    column->addWidget(m_total);
    column->addWidget(m_totalBar);
    column->addSpacing(space::kOne);
    column->addWidget(m_table);
    column->addWidget(m_tableBar);
    column->addSpacing(space::kTwo);
    column->addLayout(figures);
    column->addSpacing(space::kTwo);
    column->addWidget(m_cancel, 0, Qt::AlignLeft);
    column->addStretch(2);
    say(m_cancel, QT_TR_NOOP("Cancel"));
    tip(m_cancel, QT_TR_NOOP("Stops after this batch; what is done stays done (Shift+F9)"));
}

RunProgress::Figure RunProgress::addFigure(QHBoxLayout* row, const char* objectName,
                                           const char* caption)
{
    Figure figure{plainLabel(this, "number"), plainLabel(this, "muted")};
    figure.value->setObjectName(QLatin1String(objectName));
    say(figure.caption, caption);
    auto* column = tight(new QVBoxLayout, 0);
    column->addWidget(figure.value);
    column->addWidget(figure.caption);
    row->addLayout(column);
    return figure;
}

void RunProgress::follow(bool isPreview)
{
    m_isPreview = isPreview;
    m_cancel->setEnabled(true);
    m_clock.start();
    m_timer.start();
    showNow();
}

void RunProgress::stop()
{
    m_timer.stop();
}

void RunProgress::showNow()
{
    const auto now = m_session.runner().progress();
    m_title->setText(!m_cancel->isEnabled()              ? tr("Stopping after this batch…")
                     : now->phase == RunPhase::BackingUp ? tr("Backing up first…")
                     : m_isPreview                       ? tr("Looking what there is to do…")
                                                         : tr("Syncing…"));
    showPhases(now->phase);
    showBars(*now);
    showFigures(*now);
}

void RunProgress::showPhases(RunPhase phase)
{
    for (std::size_t i = 0; i < kPhases.size(); ++i) {
        const bool isNow = kPhases[i] == phase;
        const bool isDone = kPhases[i] < phase;
        const QString sign = isDone  ? QStringLiteral("✓ ")
                             : isNow ? QStringLiteral("▸ ")
                                     : QStringLiteral("· ");
        m_phases[i]->setText(sign % words::of(kPhases[i]));
        setLook(m_phases[i], isNow ? "heading" : isDone ? "good" : "muted");
    }
}

void RunProgress::showBars(const ProgressSnapshot& now)
{
    m_total->setText(now.tablesTotal > 0 ? tr("Table %1 of %2")
                                               .arg(std::min(now.tablesDone + 1, now.tablesTotal))
                                               .arg(now.tablesTotal)
                                         : tr("All tables"));
    setBar(m_totalBar, now.tablesDone, now.tablesTotal);
    if (now.table.isEmpty())
        m_table->setText(QStringLiteral(" "));
    else if (now.tableRowsTotal > 0)
        m_table->setText(tr("%1: %2 of %3 rows")
                             .arg(now.table, words::number(now.tableRowsDone),
                                  words::number(now.tableRowsTotal)));
    else
        m_table->setText(now.table);
    setBar(m_tableBar, now.tableRowsDone, now.tableRowsTotal);
}

void RunProgress::showFigures(const ProgressSnapshot& now)
{
    m_speed.value->setText(words::number(qRound64(now.rowsPerSecond)));
    m_left.value->setText(now.timeLeft ? words::duration(*now.timeLeft) : tr("estimating…"));
    m_toLocal.value->setText(words::number(now.rowsToLocal));
    m_toRemote.value->setText(words::number(now.rowsToRemote));
    m_conflicts.value->setText(words::number(now.conflicts));
    m_elapsed.value->setText(words::duration(std::chrono::seconds(m_clock.elapsed() / 1000)));
    for (const Figure& figure : {m_speed, m_left, m_toLocal, m_toRemote}) {
        figure.value->setVisible(!m_isPreview);
        figure.caption->setVisible(!m_isPreview);
    }
}

void RunProgress::languageChanged()
{
    showNow();
}

} // namespace causeway
