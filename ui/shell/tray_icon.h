// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/translated.h"

#include <QSystemTrayIcon>

#include <memory>
#include <vector>

class QMenu;

namespace causeway {

class ActionRegistry;
class MainWindow;
class Session;
struct ActiveAlert;
struct Schedule;
struct SyncReport;

/// The console in the tray of a desktop that has one: open conflicts, show the window, and a
/// message when a run ended that nobody was looking at, when scheduled runs keep failing, or when
/// an alert is raised. Does nothing elsewhere.
///
/// While the console runs the schedule, or a run is at work, closing the window hides it here
/// (unless the operator does not want that) and says so the first time.
class TrayIcon final : public Translated<QWidget> {
    Q_OBJECT
public:
    /// @param window  is shown on a click and is the parent.
    /// @param isThere  the desktop has a tray.
    TrayIcon(Session& session, ActionRegistry& actions, MainWindow* window, bool isThere);
    ~TrayIcon() override;

    [[nodiscard]] static bool isAvailable();

protected:
    void languageChanged() override;

private:
    void build();
    void addOption(ActionRegistry& actions, bool isThere);
    void showWindow();
    [[nodiscard]] bool mayHide() const;
    void tellHidden();
    void tell(const SyncReport& report);
    void warn(const Schedule& schedule);
    void alert(const std::vector<ActiveAlert>& alerts);

    Session& m_session;
    MainWindow* m_window;
    QAction* m_option = nullptr;
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon* m_icon = nullptr; ///< nullptr: no tray
};

} // namespace causeway
