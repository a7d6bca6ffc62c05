// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/control/control_rows.h"
#include "sync/run/pair_actions.h"

#include <QCoreApplication>

namespace causeway {
class ControlStore;
}

namespace causeway::ctl {

class ConflictsResolveCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ConflictsResolveCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override;
    [[nodiscard]] int maxArguments() const override { return -1; }
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

private:
    [[nodiscard]] static Status checkOptions(const ParsedOptions& options);
    [[nodiscard]] static Result<std::vector<ConflictRow>> chosen(ControlStore& store,
                                                                 const ParsedOptions& options);
    [[nodiscard]] static Result<std::vector<ConflictDecision>>
    decisions(const std::vector<ConflictRow>& rows, const ParsedOptions& options);
    [[nodiscard]] static int report(const std::vector<DecisionOutcome>& outcomes, Console& console);
};

/// @p base with the columns that @p assignments ("column=value") and @p nulls name replaced.
/// Errors: CFG_006 for what is no assignment, CFG_002 for an unknown column.
[[nodiscard]] Result<RowImage> mergedRow(RowImage base, const QStringList& assignments,
                                         const QStringList& nulls);

} // namespace causeway::ctl
