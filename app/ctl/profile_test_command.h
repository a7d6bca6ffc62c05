// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/run/pair_actions.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace causeway::ctl {

class ProfileTestCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ProfileTestCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override;
    [[nodiscard]] int maxArguments() const override { return 1; }
    [[nodiscard]] int execute(Context& context) const override;

private:
    [[nodiscard]] static Result<Profile> wanted(Context& context);
    static void show(const std::vector<TestStep>& steps, const QString& title, Console& console);
    [[nodiscard]] static QJsonArray toJson(const std::vector<TestStep>& steps);
};

} // namespace causeway::ctl
