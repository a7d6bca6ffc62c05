// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/screenshots.h"

#include "ui/session/alert_service.h"
#include "ui/shell/console.h"
#include "ui/widgets/grid.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>

#include <array>
#include <chrono>
#include <cstdio>

namespace causeway {
namespace {

using namespace std::chrono_literals;

constexpr std::array<const char*, 8> kPages{"overview", "sync",    "tables",   "conflicts",
                                            "history",  "monitor", "profiles", "schedule"};
constexpr qint64 kPatience = 120'000; // ms

} // namespace

Screenshots::Screenshots(Console& console, QString folder, QObject* parent)
    : QObject(parent)
    , m_console(console)
    , m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
    m_console.window().resize(1280, 820);
    plan();
    m_timer.setInterval(40ms);
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::step);
    m_waiting.start();
    m_timer.start();
}

void Screenshots::plan()
{
    const QStringList languages = Language::codes();
    for (const QString& code : languages)
        planEmpty(code);
    m_steps.push_back([this] {
        m_isDemoWanted = true;
        m_console.navigator().startDemo();
    });
    m_steps.push_back([this] { static_cast<void>(m_console.session().setReadOnly(false)); });
    m_steps.push_back([this] { raiseAnAlert(); });
    m_steps.push_back([this] { m_console.navigator().startSync(); });
    for (const QString& code : languages) {
        m_steps.push_back([this, code] { m_console.language().use(code, false); });
        addShot(QStringLiteral("preview_") % code);
    }
    m_steps.push_back([this] { press("runPreviewed"); });
    m_steps.push_back([this] {
        if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget()))
            dialog->accept();
        m_console.session().togglePause();
    });
    planPaused();
    for (const QString& code : languages) {
        planTour(code);
        planDialogs(code);
        planParents(code);
    }
    m_steps.push_back([this] { m_console.appearance().useScheme(SchemeChoice::Dark, false); });
    planTour(QStringLiteral("en"), QStringLiteral("dark_"));
    m_steps.push_back([this] { m_console.appearance().useScheme(SchemeChoice::Light, false); });
    planGone();
}

/// The run has just been paused; it goes on afterwards.
void Screenshots::planPaused()
{
    for (const QString& code : Language::codes()) {
        m_steps.push_back([this, code] { m_console.language().use(code, false); });
        addShot(QStringLiteral("paused_") % code);
    }
    m_steps.push_back([this] { m_console.session().togglePause(); });
}

/// The demo leaves a few conflicts.
void Screenshots::raiseAnAlert()
{
    AlertSettings settings;
    settings.limits.set(AlertRule::OpenConflicts, 1);
    settings.limits.set(AlertRule::Duration, std::nullopt);
    settings.hook.command =
        QStringList{QStringLiteral("/usr/bin/logger"), QStringLiteral("--tag=causeway")};
    settings.hook.timeout = 5s;
    static_cast<void>(m_console.session().alerts().saveSettings(settings));
}

/// The same pages when one server cannot be reached.
void Screenshots::planGone()
{
    m_steps.push_back([this] {
        Profile gone = *m_console.session().current();
        gone.name = QStringLiteral("Server gone");
        gone.environment = Environment::Prod;
        gone.remote.socket.clear();
        gone.remote.host = QStringLiteral("127.0.0.1");
        gone.remote.port = 1;
        static_cast<void>(m_console.session().saveProfile(gone, gone.name, false));
    });
    m_steps.push_back([this] { m_console.navigator().startSync(); });
    for (const QString& code : Language::codes())
        planTour(code, QStringLiteral("gone_"));
}

void Screenshots::planEmpty(const QString& language)
{
    m_steps.push_back([this, language] { m_console.language().use(language, false); });
    addShot(QStringLiteral("welcome_") % language);
    planFirstSteps(language);
    for (const char* page : kPages) {
        m_steps.push_back([this, page] { m_console.window().showPage(page); });
        addShot(QStringLiteral("empty_") % QLatin1String(page) % QLatin1Char('_') % language);
    }
    m_steps.push_back([this] { m_console.start(); });
}

void Screenshots::planFirstSteps(const QString& language)
{
    m_steps.push_back([this] { m_console.actions().find("help.firstSteps")->trigger(); });
    addDialogShot(QStringLiteral("first_steps_1_") % language);
    m_steps.push_back([this] { press("firstRunNext"); });
    addDialogShot(QStringLiteral("first_steps_2_") % language);
    closeDialog();
}

void Screenshots::planTour(const QString& language, const QString& prefix)
{
    m_steps.push_back([this, language] { m_console.language().use(language, false); });
    for (const char* page : kPages) {
        m_steps.push_back([this, page] { m_console.window().showPage(page); });
        if (qstrcmp(page, "overview") == 0)
            m_steps.push_back([this] { press("tileProofAction"); });
        if (qstrcmp(page, "profiles") == 0)
            m_steps.push_back([this] { press("testProfile"); });
        if (qstrcmp(page, "schedule") == 0)
            m_steps.push_back([this] { press("scheduleOn"); });
        addShot(prefix % QLatin1String(page) % QLatin1Char('_') % language);
    }
    m_steps.push_back([this] { press("scheduleAlerts"); });
    addDialogShot(prefix % QStringLiteral("alerts_") % language);
    closeDialog();
    if (prefix != QLatin1String("gone_"))
        planBackups(language, prefix);
}

/// Of the dialog that is open; it has a moment to find out what it shows.
void Screenshots::addDialogShot(const QString& name)
{
    constexpr int kMoment = 25; // steps
    m_steps.insert(m_steps.end(), kMoment, [] {});
    m_steps.push_back([this, name] {
        if (QWidget* dialog = QApplication::activeModalWidget())
            save(*dialog, name);
    });
}

void Screenshots::closeDialog()
{
    m_steps.push_back([] {
        if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget()))
            dialog->reject();
    });
}

/// A conflict of products, with the column that refers to a category.
void Screenshots::planParents(const QString& language)
{
    const auto grid = [this](const char* name) {
        return m_console.window().findChild<GridView*>(QLatin1String(name));
    };
    const auto choose = [grid](const char* name, const QString& column) {
        const auto found = grid(name)->model()->match(grid(name)->model()->index(0, 0),
                                                      Qt::DisplayRole, column, 1);
        if (!found.isEmpty())
            grid(name)->setCurrentIndex(found.first());
    };
    m_steps.push_back([this] { m_console.window().showPage("conflicts"); });
    m_steps.push_back([choose] { choose("conflictQueue", QStringLiteral("products")); });
    m_steps.push_back([this] { press("showEqual"); });
    m_steps.push_back([choose] { choose("conflictFields", QStringLiteral("category_id")); });
    addShot(QStringLiteral("parents_") % language);
    m_steps.push_back([this] { press("showEqual"); });
}

/// Dialogs of what a run has left.
void Screenshots::planDialogs(const QString& language)
{
    m_steps.push_back([this] { m_console.window().showPage("history"); });
    m_steps.push_back([this] { press("undoRun"); });
    addDialogShot(QStringLiteral("undo_") % language);
    closeDialog();
    m_steps.push_back([this] { press("pruneLog"); });
    addDialogShot(QStringLiteral("prune_") % language);
    closeDialog();
    m_steps.push_back([this] { m_console.actions().find("tools.effective")->trigger(); });
    addDialogShot(QStringLiteral("settings_") % language);
    closeDialog();
}

/// The option beside a FULL run, the dialog with a backup of each side, and restoring one.
void Screenshots::planBackups(const QString& language, const QString& prefix)
{
    m_steps.push_back([this] { m_console.window().showPage("sync"); });
    m_steps.push_back([this] { choose("syncType", static_cast<int>(SyncType::Full)); });
    addShot(prefix % QStringLiteral("full_") % language);
    m_steps.push_back([this] { choose("syncType", -1); });
    m_steps.push_back([this] { m_console.actions().find("tools.backups")->trigger(); });
    m_steps.push_back([this] { press("backUpNow"); });
    addDialogShot(prefix % QStringLiteral("backups_") % language);
    m_steps.push_back([this] { press("restoreBackup"); });
    addDialogShot(prefix % QStringLiteral("restore_") % language);
    closeDialog();
    closeDialog();
}

void Screenshots::choose(const char* box, int value)
{
    if (auto* found = m_console.window().findChild<QComboBox*>(QLatin1String(box)))
        found->setCurrentIndex(std::max(0, found->findData(value)));
}

void Screenshots::addShot(const QString& name)
{
    m_steps.push_back([] {}); // lets the step before take effect
    m_steps.push_back([this, name] { save(m_console.window(), name); });
}

void Screenshots::save(QWidget& widget, const QString& name)
{
    const QString path = m_folder % QLatin1Char('/') % name % QStringLiteral(".png");
    widget.grab().save(path);
    std::puts(qPrintable(path));
}

void Screenshots::step()
{
    const bool isDemoComing = m_isDemoWanted && m_console.session().profiles().rowCount() == 0;
    const bool isIdle =
        m_console.isIdle() || m_console.session().pauseState() == PauseGate::State::Paused;
    if ((isDemoComing || !isIdle) && m_waiting.elapsed() < kPatience)
        return;
    m_waiting.restart();
    if (m_steps.empty()) {
        m_timer.stop();
        m_console.window().close();
        QApplication::quit();
        return;
    }
    const auto next = std::move(m_steps.front());
    m_steps.pop_front();
    next();
}

void Screenshots::press(const char* button)
{
    auto* found = m_console.window().findChild<QAbstractButton*>(QLatin1String(button));
    if (found && found->isEnabled())
        found->click();
}

} // namespace causeway
