// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/control/control_store.h"

#include <QCoreApplication>

namespace causeway::ctl {

class LogListCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(LogListCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

private:
    [[nodiscard]] static Result<LogFilter> filter(const ParsedOptions& options);
};

class LogPruneCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(LogPruneCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

private:
    [[nodiscard]] static int preview(Context& context, const SideConfig& local,
                                     const QDateTime& before);
};

} // namespace causeway::ctl
