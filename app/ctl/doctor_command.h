// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

#include <QCoreApplication>

namespace causeway::ctl {

/// doctor: what is wrong with a pair, why, and what to do; --fix repairs what is safe to repair.
class DoctorCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(DoctorCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

} // namespace causeway::ctl
