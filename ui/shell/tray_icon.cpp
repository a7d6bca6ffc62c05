// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tray_icon.h"

#include "models/words.h"
#include "sync/alert/alert_text.h"
#include "ui/pages/schedule/schedule_words.h"
#include "ui/pages/sync/report_words.h"
#include "ui/session/alert_service.h"
#include "ui/session/schedule_service.h"
#include "ui/session/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QMenu>
#include <QSettings>

namespace causeway {

namespace {

const QString kHides = QStringLiteral("tray/hides");
const QString kSaid = QStringLiteral("tray/said");

} // namespace

bool TrayIcon::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

TrayIcon::TrayIcon(Session& session, ActionRegistry& actions, MainWindow* window, bool isThere)
    : Translated<QWidget>(window)
    , m_session(session)
    , m_window(window)
{
    hide(); // a widget only for the change of language
    addOption(actions, isThere);
    if (!isThere)
        return;
    build();
    connect(&session, &Session::runFinished, this, &TrayIcon::tell);
    connect(&session.schedule(), &ScheduleService::alertRaised, this, &TrayIcon::warn);
    connect(&session.alerts(), &AlertService::raised, this, &TrayIcon::alert);
    connect(&session, &Session::currentChanged, this, &TrayIcon::languageChanged);
    connect(&session.monitor(), &PairMonitor::openConflictsChanged, this,
            &TrayIcon::languageChanged);
    connect(window, &MainWindow::hidden, this, &TrayIcon::tellHidden);
    window->setHider([this] { return mayHide(); });
    languageChanged();
    m_icon->show();
}

void TrayIcon::addOption(ActionRegistry& actions, bool isThere)
{
    m_option = actions.add({"view.tray", MenuId::View,
                            QT_TRANSLATE_NOOP("Actions", "&Hide to the tray when closed at work")},
                           [this] { QSettings().setValue(kHides, m_option->isChecked()); });
    m_option->setCheckable(true);
    m_option->setChecked(QSettings().value(kHides, true).toBool());
    actions.setReady("view.tray", isThere);
}

void TrayIcon::build()
{
    m_menu = std::make_unique<QMenu>();
    m_icon = new QSystemTrayIcon(applicationIcon(), this);
    QAction* open = m_menu->addAction(QString());
    QAction* quit = m_menu->addAction(QString());
    say([open, quit] {
        open->setText(tr("Show Causeway"));
        quit->setText(tr("Quit"));
    });
    m_icon->setContextMenu(m_menu.get());
    connect(open, &QAction::triggered, this, &TrayIcon::showWindow);
    connect(quit, &QAction::triggered, m_window, &MainWindow::quit);
    connect(m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    showWindow();
            });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::showWindow);
}

/// Only while there is something to go on with: else a closed window is the end, as everywhere.
bool TrayIcon::mayHide() const
{
    const ScheduleView& view = m_session.schedule().view();
    const bool runsSchedule = view.isOurs && view.schedule && view.schedule->enabled;
    return m_option->isChecked() && (runsSchedule || m_session.isRunning());
}

void TrayIcon::tellHidden()
{
    if (QSettings().value(kSaid).toBool())
        return;
    QSettings().setValue(kSaid, true);
    m_icon->showMessage(QStringLiteral("Causeway"),
                        tr("Causeway goes on in the tray, and its schedule with it. Quit ends it."),
                        QSystemTrayIcon::Information);
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::languageChanged()
{
    if (!m_icon)
        return;
    QStringList lines{QStringLiteral("Causeway")};
    if (m_session.current())
        lines << m_session.currentName() << words::conflicts(m_session.monitor().openConflicts());
    m_icon->setToolTip(lines.join(u'\n'));
}

void TrayIcon::showWindow()
{
    m_window->showNormal();
    m_window->raise();
    m_window->activateWindow();
}

void TrayIcon::tell(const SyncReport& report)
{
    if (m_window->isActiveWindow() || report.dryRun)
        return;
    const bool isGood = report.status == RunStatus::Success;
    m_icon->showMessage(
        m_session.currentName(),
        words::sentences({report_words::outcome(report), report_words::waiting(report)}),
        isGood ? QSystemTrayIcon::Information : QSystemTrayIcon::Warning);
}

/// Said also when the window is in front: it may show another page.
void TrayIcon::warn(const Schedule& schedule)
{
    m_icon->showMessage(m_session.currentName(), schedule_words::trouble(schedule),
                        QSystemTrayIcon::Critical);
}

void TrayIcon::alert(const std::vector<ActiveAlert>& alerts)
{
    QStringList sentences;
    for (const ActiveAlert& one : alerts)
        sentences << alertText(one);
    m_icon->showMessage(m_session.currentName(), sentences.join(u'\n'), QSystemTrayIcon::Critical);
}

} // namespace causeway
