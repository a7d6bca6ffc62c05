// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

#include <QCoreApplication>

namespace causeway::ctl {

/// monitor: live figures of a pair, this machine and the run at work.
class MonitorCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(MonitorCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

} // namespace causeway::ctl
