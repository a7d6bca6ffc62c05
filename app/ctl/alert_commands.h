// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/alert/alert_store.h"

#include <QCoreApplication>

namespace causeway::ctl {

class AlertsListCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(AlertsListCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class AlertsCheckCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(AlertsCheckCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class AlertsAckCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(AlertsAckCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override { return QStringLiteral("[RULE…]"); }
    [[nodiscard]] int maxArguments() const override { return -1; }
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class AlertsMuteCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(AlertsMuteCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override { return QStringLiteral("[RULE…]"); }
    [[nodiscard]] int maxArguments() const override { return -1; }
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class AlertsUnmuteCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(AlertsUnmuteCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override { return QStringLiteral("[RULE…]"); }
    [[nodiscard]] int maxArguments() const override { return -1; }
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class AlertsSetCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(AlertsSetCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override;
    [[nodiscard]] int maxArguments() const override { return -1; }
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

private:
    [[nodiscard]] static Status setLimits(const QStringList& words, AlertLimits& limits);
    [[nodiscard]] static Status setHook(const ParsedOptions& options, AlertHook& hook);
};

class AlertsTestCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(AlertsTestCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

} // namespace causeway::ctl
