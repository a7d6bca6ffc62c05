// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_strip.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/session/session.h"
#include "ui/shell/page.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

#include <chrono>

namespace causeway {
namespace {

using namespace std::chrono_literals;

constexpr int kDot = 10;

/// Shape as well as colour: full for up, hollow for unknown, a cross for down.
QIcon dotOf(SideState::Kind kind, const Tokens& tokens)
{
    QPixmap picture(kDot, kDot);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (kind) {
    case SideState::Kind::Up:
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.good);
        painter.drawEllipse(1, 1, kDot - 2, kDot - 2);
        break;
    case SideState::Kind::Down:
        painter.setPen(QPen(tokens.bad, 2));
        painter.drawLine(2, 2, kDot - 2, kDot - 2);
        painter.drawLine(kDot - 2, 2, 2, kDot - 2);
        break;
    default:
        painter.setPen(QPen(tokens.muted, 1.5));
        painter.drawEllipse(2, 2, kDot - 4, kDot - 4);
    }
    return picture;
}

QToolButton* item(QWidget* parent, const char* objectName)
{
    auto* made = new QToolButton(parent);
    made->setObjectName(QLatin1String(objectName));
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setIconSize({kDot, kDot});
    setLook(made, "status");
    return made;
}

} // namespace

StatusStrip::StatusStrip(Session& session, Navigator& navigator, QWidget* parent)
    : Translated<QWidget>(parent)
    , m_session(session)
    , m_remote(item(this, "statusRemote"))
    , m_local(item(this, "statusLocal"))
    , m_run(item(this, "statusRun"))
    , m_progress(new QProgressBar(this))
    , m_conflicts(item(this, "statusConflicts"))
{
    auto* row = tight(new QHBoxLayout(this), space::kOne);
    row->setContentsMargins(space::kOne, 3, space::kOne, 3);
    row->addWidget(m_remote);
    row->addWidget(m_local);
    row->addStretch(1);
    row->addWidget(m_progress);
    row->addWidget(m_run);
    row->addWidget(m_conflicts);
    m_progress->setFixedWidth(120);
    m_progress->setTextVisible(false);
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &StatusStrip::showRun);
    connect(&session.monitor(), &PairMonitor::sideChanged, this, &StatusStrip::showSide);
    connect(&session.monitor(), &PairMonitor::openConflictsChanged, this,
            &StatusStrip::showConflicts);
    connect(&session, &Session::currentChanged, this, &StatusStrip::languageChanged);
    connect(&session, &Session::runStarted, this, &StatusStrip::showRun);
    connect(&session, &Session::runFinished, this, &StatusStrip::showRun);
    connect(m_run, &QToolButton::clicked, &navigator, [&navigator] { navigator.show("sync"); });
    connect(m_conflicts, &QToolButton::clicked, &navigator,
            [&navigator] { navigator.show("conflicts"); });
    for (QToolButton* side : {m_remote, m_local})
        connect(side, &QToolButton::clicked, &session.monitor(), &PairMonitor::check);
    languageChanged();
}

void StatusStrip::showSide(Side side)
{
    const SideState& state = m_session.monitor().state(side);
    QToolButton* shown = side == Side::Remote ? m_remote : m_local;
    shown->setVisible(m_session.current().has_value());
    shown->setIcon(dotOf(state.kind, tokensFor(palette())));
    QString word;
    switch (state.kind) {
    case SideState::Kind::Up:
        word = tr("connected, %1").arg(words::duration(state.latency));
        break;
    case SideState::Kind::Down:
        word = tr("not reachable");
        break;
    case SideState::Kind::Checking:
        word = tr("checking…");
        break;
    case SideState::Kind::Unknown:
        word = tr("not checked");
        break;
    }
    shown->setText(tr("%1: %2").arg(words::of(side), word));
    shown->setToolTip(state.trouble.isEmpty() ? tr("Click to check again") : state.trouble);
}

void StatusStrip::showRun()
{
    const bool isRunning = m_session.isRunning();
    m_progress->setVisible(isRunning);
    if (!isRunning) {
        m_timer.stop();
        m_run->setText(tr("No run at work"));
        return;
    }
    m_timer.start();
    const auto snapshot = m_session.runner().progress();
    m_progress->setRange(0, snapshot->tablesTotal);
    m_progress->setValue(snapshot->tablesDone);
    const QString phase = m_session.pauseState() == PauseGate::State::Paused
                              ? tr("Paused")
                              : words::of(snapshot->phase);
    m_run->setText(snapshot->table.isEmpty() ? phase : tr("%1: %2").arg(phase, snapshot->table));
}

void StatusStrip::showConflicts()
{
    const qint64 count = m_session.monitor().openConflicts();
    m_conflicts->setText(count == 0 ? tr("no open conflicts")
                                    : tr("open conflicts: %1").arg(words::number(count)));
    m_conflicts->setVisible(m_session.current().has_value());
}

void StatusStrip::languageChanged()
{
    showSide(Side::Remote);
    showSide(Side::Local);
    showRun();
    showConflicts();
}

} // namespace causeway
