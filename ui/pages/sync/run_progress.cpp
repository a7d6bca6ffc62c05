// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/run_progress.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
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
    , m_note(wrappedLabel(this, "muted"))
    , m_pause(button(this, "pauseRunHere", QStringLiteral("pause")))
    , m_cancel(button(this, "cancelRun", QStringLiteral("stop")))
{
    setObjectName(QStringLiteral("runProgress"));
    build();
    m_timer.setInterval(100ms);
    connect(&m_timer, &QTimer::timeout, this, &RunProgress::showNow);
    m_title->setObjectName(QStringLiteral("runTitle"));
    connect(m_pause, &QPushButton::clicked, &m_session, &Session::togglePause);
    connect(&m_session, &Session::pauseToggled, this, &RunProgress::showPause);
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
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    column->addWidget(m_note);
    column->addLayout(buttons);
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
    showPause();
}

void RunProgress::stop()
{
    m_timer.stop();
}

void RunProgress::showNow()
{
    const auto now = m_session.runner().progress();
    showTitle(*now);
    showPhases(now->phase);
    showBars(*now);
    showFigures(*now);
}

void RunProgress::showTitle(const ProgressSnapshot& now)
{
    const PauseGate::State pause = m_session.pauseState();
    const bool isStopping = !m_cancel->isEnabled();
    if (isStopping)
        m_title->setText(tr("Stopping after this batch…"));
    else if (pause == PauseGate::State::Paused)
        m_title->setText(tr("Paused"));
    else if (pause == PauseGate::State::Pausing)
        m_title->setText(tr("Pausing after this batch…"));
    else if (now.phase == RunPhase::BackingUp)
        m_title->setText(tr("Backing up first…"));
    else
        m_title->setText(m_isPreview ? tr("Looking what there is to do…") : tr("Syncing…"));
    m_note->setText(pause == PauseGate::State::Paused && !isStopping
                        ? tr("Nothing is being written, no row is locked. Other runs are kept out, "
                             "and the structure of these tables cannot be changed. After 30 "
                             "minutes the run stops by itself; the next one goes on from there.")
                        : QString());
}

void RunProgress::showPause()
{
    const bool isOpen = m_session.pauseState() == PauseGate::State::Open;
    m_pause->setVisible(m_session.canPause());
    m_pause->setText(isOpen ? tr("Pause") : tr("Go on"));
    m_pause->setIcon(themedIcon(isOpen ? QStringLiteral("pause") : QStringLiteral("resume")));
    m_pause->setToolTip(isOpen ? tr("Stands still after this batch (F9)")
                               : tr("Goes on where it stands (F9)"));
    showNow();
}

void RunProgress::showPhases(RunPhase phase)
{
    const bool isPaused = m_session.pauseState() == PauseGate::State::Paused;
    for (std::size_t i = 0; i < kPhases.size(); ++i) {
        const bool isNow = kPhases[i] == phase;
        const bool isDone = kPhases[i] < phase;
        const QString sign = isDone  ? QStringLiteral("✓ ")
                             : isNow ? (isPaused ? QStringLiteral("‖ ") : QStringLiteral("▸ "))
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
    const bool isPaused = m_session.pauseState() == PauseGate::State::Paused;
    setBar(m_tableBar, now.tableRowsDone,
           isPaused ? std::max<qint64>(1, now.tableRowsTotal) : now.tableRowsTotal); // stands still
}

void RunProgress::showFigures(const ProgressSnapshot& now)
{
    const bool isPaused = m_session.pauseState() == PauseGate::State::Paused;
    const auto atWork =
        std::chrono::milliseconds(m_clock.elapsed()) - m_session.runner().stoodStill();
    m_speed.value->setText(isPaused ? QStringLiteral("—")
                                    : words::number(qRound64(now.rowsPerSecond)));
    m_left.value->setText(isPaused       ? QStringLiteral("—")
                          : now.timeLeft ? words::duration(*now.timeLeft)
                                         : tr("estimating…"));
    m_toLocal.value->setText(words::number(now.rowsToLocal));
    m_toRemote.value->setText(words::number(now.rowsToRemote));
    m_conflicts.value->setText(words::number(now.conflicts));
    m_elapsed.value->setText(words::duration(std::chrono::duration_cast<std::chrono::seconds>(
        std::max(atWork, std::chrono::milliseconds(0)))));
    for (const Figure& figure : {m_speed, m_left, m_toLocal, m_toRemote}) {
        figure.value->setVisible(!m_isPreview);
        figure.caption->setVisible(!m_isPreview);
    }
}

void RunProgress::languageChanged()
{
    showPause();
}

} // namespace causeway
