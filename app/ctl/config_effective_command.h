// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/profile/effective_config.h"

#include <QCoreApplication>

namespace causeway::ctl {

/// What each setting is in the end, and which layer says so.
class ConfigEffectiveCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ConfigEffectiveCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

} // namespace causeway::ctl
