// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/translated.h"

#include <QSystemTrayIcon>

#include <memory>
#include <vector>

class QMenu;

namespace causeway {

class Session;
struct ActiveAlert;
struct Schedule;
struct SyncReport;

/// The console in the tray of a desktop that has one: open conflicts, show the window, and a
/// message when a run ended that nobody was looking at, when scheduled runs keep failing, or when
/// an alert is raised. Does nothing elsewhere.
class TrayIcon final : public Translated<QWidget> {
    Q_OBJECT
public:
    /// @param window  is shown on a click and is the parent.
    TrayIcon(Session& session, QWidget* window);
    ~TrayIcon() override;

protected:
    void languageChanged() override;

private:
    void showWindow();
    void tell(const SyncReport& report);
    void warn(const Schedule& schedule);
    void alert(const std::vector<ActiveAlert>& alerts);

    Session& m_session;
    QWidget* m_window;
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon* m_icon = nullptr; ///< nullptr: no tray
};

} // namespace causeway
