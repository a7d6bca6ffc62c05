// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/console.h"

#include "ui/backups/backups_dialog.h"
#include "ui/pages/conflicts/conflicts_page.h"
#include "ui/pages/history/history_page.h"
#include "ui/pages/monitor/monitor_page.h"
#include "ui/pages/overview/overview_page.h"
#include "ui/pages/profiles/profiles_page.h"
#include "ui/pages/schedule/schedule_page.h"
#include "ui/pages/sync/sync_page.h"
#include "ui/pages/tables/tables_page.h"
#include "ui/session/alert_service.h"
#include "ui/shell/demo_dialog.h"
#include "ui/shell/first_run_dialog.h"
#include "ui/shell/shell_actions.h"

#include <QSettings>

#include <algorithm>

namespace causeway {
namespace {

const QString kLastProfile = QStringLiteral("lastProfile");

} // namespace

Console::Console(const ProfileStore& store, bool hasTray)
    : m_appearance(std::make_unique<Appearance>())
    , m_language(std::make_unique<Language>())
    , m_session(std::make_unique<Session>(store))
    , m_samples(std::make_unique<SampleFeed>(*m_session))
    , m_demo(std::make_unique<DemoController>(*m_session))
    , m_actions(std::make_unique<ActionRegistry>())
    , m_navigator(std::make_unique<Navigator>())
    , m_window(std::make_unique<MainWindow>(PageContext{*m_session, *m_actions, *m_navigator},
                                            *m_language))
{
    addDemo();
    addBackups();
    addPages(hasTray);
    // what was said about the servers comes anew in the new language
    QObject::connect(m_language.get(), &Language::changed, &m_session->monitor(),
                     &PairMonitor::check);
    QObject::connect(m_session.get(), &Session::currentChanged, m_window.get(), [this] {
        if (m_session->current())
            QSettings().setValue(kLastProfile, m_session->currentName());
    });
}

Console::~Console() = default;

void Console::addDemo()
{
    new DemoDialog(*m_demo, m_window.get());
    QObject::connect(m_navigator.get(), &Navigator::demoWanted, m_demo.get(),
                     &DemoController::start);
    m_actions->add({"tools.demo", MenuId::Tools, QT_TRANSLATE_NOOP("Actions", "Open the &demo"),
                    QStringLiteral("demo")},
                   [this] { m_demo->start(); });
    m_actions->add({"tools.resetDemo", MenuId::Tools,
                    QT_TRANSLATE_NOOP("Actions", "&Reset the demo"), QStringLiteral("undo")},
                   [this] { m_demo->reset(); });
}

void Console::addBackups()
{
    m_actions->add({"tools.backups",
                    MenuId::Tools,
                    QT_TRANSLATE_NOOP("Actions", "&Backups…"),
                    QStringLiteral("save"),
                    {QKeySequence(Qt::CTRL | Qt::Key_B)}},
                   [this] { (new BackupsDialog(*m_session, m_window.get()))->open(); });
    const auto tell = [this] {
        m_actions->setReady("tools.backups", m_session->current().has_value());
    };
    QObject::connect(m_session.get(), &Session::currentChanged, m_actions.get(), tell);
    tell();
}

void Console::addPages(bool hasTray)
{
    const PageContext context{*m_session, *m_actions, *m_navigator};
    m_window->addPage(new OverviewPage(context));
    m_window->addPage(new SyncPage(context));
    m_window->addPage(new TablesPage(context));
    m_window->addPage(new ConflictsPage(context));
    m_window->addPage(new HistoryPage(context));
    m_window->addPage(new MonitorPage(context, *m_samples));
    m_window->addPage(new ProfilesPage(context));
    m_window->addPage(new SchedulePage(context));
    addShellActions({*m_window, *m_actions, *m_session, *m_appearance});
    new TrayIcon(*m_session, *m_actions, m_window.get(), hasTray);
    addFirstSteps();
    m_window->finish();
}

void Console::addFirstSteps()
{
    m_actions->add({"help.firstSteps", MenuId::Help, QT_TRANSLATE_NOOP("Actions", "&First steps…"),
                    QStringLiteral("next")},
                   [this] { showFirstSteps(); });
}

void Console::showFirstSteps()
{
    FirstRunDialog::noteSeen();
    (new FirstRunDialog(*m_language, *m_appearance, *m_navigator, m_window.get()))->open();
}

void Console::greet()
{
    if (!FirstRunDialog::isDue())
        return;
    if (m_session->profiles().rowCount() == 0)
        showFirstSteps();
    else
        FirstRunDialog::noteSeen(); // an account that has worked with it already
}

QStringList Console::start(const QString& profile)
{
    const QStringList warnings = m_session->reloadProfiles();
    const ProfileListModel& profiles = m_session->profiles();
    for (const QString& wanted : {profile, QSettings().value(kLastProfile).toString()}) {
        if (profiles.rowOf(wanted) >= 0) {
            m_session->select(wanted);
            return warnings;
        }
    }
    if (const Profile* first = profiles.profileAt(0))
        m_session->select(first->name);
    return warnings;
}

void Console::come(const QString& profile, bool demo)
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    if (!m_session->isRunning() && m_session->profiles().rowOf(profile) >= 0)
        m_session->select(profile);
    if (demo)
        m_navigator->startDemo();
}

bool Console::isIdle() const
{
    const auto& pages = m_window->pages();
    const auto backups = m_window->findChildren<BackupsDialog*>();
    const auto isWorking = [](const auto* part) { return part->isBusy(); };
    return std::none_of(backups.begin(), backups.end(), isWorking) && !m_demo->isBusy() &&
           !m_session->isSelecting() && !m_session->isRunning() && !m_session->monitor().isBusy() &&
           !m_session->alerts().isBusy() && std::none_of(pages.begin(), pages.end(), isWorking);
}

} // namespace causeway
