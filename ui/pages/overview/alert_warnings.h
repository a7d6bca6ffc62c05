// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/overview/warning_list.h"

namespace causeway {

class AlertService;

/// Adds a warning for each alert that wants attention, to be acknowledged or muted.
/// @p parent  of the menu that asks for how long.
void addAlertWarnings(std::vector<Warning>& warnings, AlertService& service, QWidget* parent);

} // namespace causeway
