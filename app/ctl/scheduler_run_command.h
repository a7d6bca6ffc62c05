// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

#include <QCoreApplication>

namespace causeway::ctl {

/// Runs the schedule without a screen until SIGINT or SIGTERM.
class SchedulerRunCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(SchedulerRunCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

} // namespace causeway::ctl
