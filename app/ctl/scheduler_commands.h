// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/schedule/schedule_store.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace causeway::ctl {

class SchedulerEnableCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(SchedulerEnableCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

private:
    [[nodiscard]] static Status apply(const ParsedOptions& options, ScheduleStore& store);
};

class SchedulerDisableCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(SchedulerDisableCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class SchedulerRestartCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(SchedulerRestartCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class SchedulerSkipCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(SchedulerSkipCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class SchedulerStatusCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(SchedulerStatusCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int execute(Context& context) const override;

    /// The schedule for people, and as the documented JSON document. @return the exit code: 1 for
    /// an alert.
    static int show(const Schedule& schedule, Console& console);
};

/// The documented document of `scheduler status --json`.
[[nodiscard]] QJsonObject scheduleToJson(const Schedule& schedule);

} // namespace causeway::ctl
