// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/run/pair_actions.h"

#include <QCoreApplication>

namespace causeway::ctl {

/// After a restored backup, a failover or a move: shows what is wrong with a pair, and does what
/// the operator chose.
class RepairCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(RepairCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

private:
    [[nodiscard]] static int examine(const Profile& profile, Context& context);
    [[nodiscard]] static int accept(const Profile& profile, Context& context);
    [[nodiscard]] static int refill(const Profile& profile, Side side, Context& context);
    [[nodiscard]] static QString choices(const PairCondition& condition);
};

} // namespace causeway::ctl
