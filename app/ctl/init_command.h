// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/run/pair_actions.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace causeway::ctl {

class InitCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(InitCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

private:
    [[nodiscard]] static bool approve(const std::vector<InitStatement>& statements,
                                      Context& context);
    static void show(const InitReport& report, Context& context);
    [[nodiscard]] static QJsonObject toJson(const InitReport& report, bool executed);
};

} // namespace causeway::ctl
