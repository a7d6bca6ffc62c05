// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/run/pair_actions.h"

#include <QCoreApplication>

namespace causeway::ctl {

/// Lists the runs that can be undone, and undoes one.
class UndoCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(UndoCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override;
    [[nodiscard]] int maxArguments() const override { return 1; }
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

private:
    [[nodiscard]] static int list(Context& context);
    [[nodiscard]] static int undo(const QString& runId, Context& context);
    static void show(const UndoReport& report, Context& context);
};

} // namespace causeway::ctl
