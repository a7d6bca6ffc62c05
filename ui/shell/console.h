// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/profile_store.h"
#include "ui/session/demo_controller.h"
#include "ui/session/sample_feed.h"
#include "ui/session/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/tray_icon.h"
#include "ui/theme/appearance.h"

#include <memory>

namespace causeway {

/// Builds the whole console: session, actions, window, pages. One per program (and per test).
///
/// Ownership: owns everything it built; destroyed before the application object.
class Console final {
public:
    /// @param hasTray  the desktop has a tray to hide in.
    explicit Console(const ProfileStore& store = ProfileStore(),
                     bool hasTray = TrayIcon::isAvailable());
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    /// Reads the profiles and chooses @p profile, the one of last time, or the first.
    /// @return sentences about profiles that could not be read.
    QStringList start(const QString& profile = {});
    /// Comes to the front for a second start: chooses @p profile when there is such a one, opens
    /// the demo when @p demo.
    void come(const QString& profile, bool demo);
    /// At the very first start, and when there is no profile yet: shows the first steps.
    void greet();
    [[nodiscard]] Session& session() { return *m_session; }
    [[nodiscard]] ActionRegistry& actions() { return *m_actions; }
    [[nodiscard]] Navigator& navigator() { return *m_navigator; }
    [[nodiscard]] Language& language() { return *m_language; }
    [[nodiscard]] Appearance& appearance() { return *m_appearance; }
    [[nodiscard]] SampleFeed& samples() { return *m_samples; }
    [[nodiscard]] DemoController& demo() { return *m_demo; }
    [[nodiscard]] MainWindow& window() { return *m_window; }
    /// No page and nothing behind the pages is loading or working.
    [[nodiscard]] bool isIdle() const;

private:
    void addPages(bool hasTray);
    void addDemo();
    void addBackups();
    void addFirstSteps();
    void showFirstSteps();

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SampleFeed> m_samples;
    std::unique_ptr<DemoController> m_demo;
    std::unique_ptr<ActionRegistry> m_actions;
    std::unique_ptr<Navigator> m_navigator;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace causeway
