// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/profile/env_switch.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_report.h"
#include "sync/run/user_command.h"

#include <QCoreApplication>

namespace causeway::ctl {

/// Which side the application's `.env` points at, and the variables of both sides.
class EnvShowCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(EnvShowCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class EnvSwitchCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(EnvSwitchCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override;
    [[nodiscard]] int maxArguments() const override { return 1; }
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class EnvUndoCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(EnvUndoCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

/// The `.env` that --env-file or the profile names. Errors: CFG_001 when neither does, CFG_006.
[[nodiscard]] Result<QString> envFileOf(Context& context);
/// --run and --no-run.
[[nodiscard]] std::vector<OptionSpec> afterSwitchOptions();

/// What became of a switch or its undoing; filled in step by step.
struct EnvOutcome {
    QString file;
    EnvChange change; ///< `from` and `to` also where nothing was written
    bool switched = false;
    std::optional<SyncReport> sync;
    std::optional<CompareReport> comparison;
    std::optional<QString> commandLine; ///< nullopt: none was run
    std::optional<UserCommandEnd> command;
    std::optional<Error> error;
    int code = 0;
};
/// Runs the command that --run or the profile names, if any, and notes in @p outcome how it ended.
void runAfterSwitch(EnvOutcome& outcome, Context& context);
/// The outcome for people and as the documented JSON document. @return the exit code.
[[nodiscard]] int showOutcome(const EnvOutcome& outcome, Context& context);

} // namespace causeway::ctl
