// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace causeway {

class ActionRegistry;

/// The list of all shortcuts, from the action registry.
void showShortcuts(QWidget* parent, const ActionRegistry& actions);
/// Name, version, libraries, licence; with a button that copies it.
void showAbout(QWidget* parent);

} // namespace causeway
