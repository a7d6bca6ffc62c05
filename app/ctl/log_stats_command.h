// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

#include <QCoreApplication>
#include <QDateTime>

namespace causeway::ctl {

class LogStatsCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(LogStatsCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

private:
    /// The beginning of the period that ends at @p now. Errors: CFG_002, CFG_006.
    [[nodiscard]] static Result<QDateTime> since(const ParsedOptions& options,
                                                 const QDateTime& now);
};

} // namespace causeway::ctl
