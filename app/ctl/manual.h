// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

/// @file What is written from the commands themselves, so that it cannot drift from them.

namespace causeway::ctl {

/// Every command there is, in the order of the help.
[[nodiscard]] Commands allCommands();

/// The manual page causewayctl(1) as man(7) source, in the current language.
[[nodiscard]] QString manualPage(const Commands& commands);

/// The script that completes causewayctl in a shell: "bash", "zsh" or "fish"; null for others.
[[nodiscard]] QString completionScript(const Commands& commands, const QString& shell);

// Shared by help and manual, so that both say the same; in the current language.
[[nodiscard]] QString programSummary();
[[nodiscard]] QString passwordsText();
[[nodiscard]] QString exitCodesText();

} // namespace causeway::ctl
