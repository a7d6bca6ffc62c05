// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace causeway {

class ActionRegistry;
class Appearance;
class MainWindow;
class Session;

/// What the actions of the window itself work on. All outlive the actions.
struct ShellParts {
    MainWindow& window;
    ActionRegistry& actions;
    Session& session;
    Appearance& appearance;
};

/// Adds the actions that belong to no page: pages, palette, refresh, look, full screen, help, quit.
/// After the last page was added to the window, before its menus are built.
void addShellActions(const ShellParts& parts);

} // namespace causeway
