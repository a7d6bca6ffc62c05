// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/console.h"
#include "app/ctl/option_parser.h"
#include "sync/profile/profile.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace causeway::ctl {

/// What every command gets: the options that come before it, its own, and the world outside.
struct Context {
    Console& console;
    const ParsedOptions& options; ///< of the command and the global ones together
    std::stop_token stop;         ///< requested by SIGINT or SIGTERM
};

/// One command of causewayctl. An object without state; testable without a process.
class Command {
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    /// As typed: "sync", "config set".
    [[nodiscard]] virtual QString name() const = 0;
    /// One line for the list of commands; translated.
    [[nodiscard]] virtual QString summary() const = 0;
    /// Arguments as the help shows them: "TABLE column=value …".
    [[nodiscard]] virtual QString arguments() const { return {}; }
    /// How many arguments are taken; -1: any number.
    [[nodiscard]] virtual int minArguments() const { return 0; }
    [[nodiscard]] virtual int maxArguments() const { return 0; }
    [[nodiscard]] virtual std::vector<OptionSpec> options() const { return {}; }
    /// @return the exit code. Reports errors itself, through the console.
    [[nodiscard]] virtual int execute(Context& context) const = 0;
};

using Commands = std::vector<std::unique_ptr<Command>>;

// Each family of commands adds its own.
void addPairCommands(Commands& commands);      ///< init, sync, compare, repair, undo
void addConfigCommands(Commands& commands);    ///< config list|set
void addConflictCommands(Commands& commands);  ///< conflicts list|show|resolve
void addSchedulerCommands(Commands& commands); ///< scheduler enable|disable|status|restart|run
void addEnvCommands(Commands& commands);       ///< env show|switch|undo
void addAlertCommands(Commands& commands);     ///< alerts list|check|ack|mute|unmute|set|test
void addLogCommands(Commands& commands);       ///< log list|stats|prune
void addDoctorCommands(Commands& commands);    ///< doctor
void addMonitorCommands(Commands& commands);   ///< monitor
void addProfileCommands(
    Commands& commands); ///< profile list|add|remove|lock|unlock|test|import|export
void addBackupCommands(Commands& commands);   ///< backup, backup list|prune, restore
void addSelfTestCommands(Commands& commands); ///< selftest
void addDemoCommands(Commands& commands);     ///< demo
void addManualCommands(Commands& commands);   ///< completion, manual

} // namespace causeway::ctl
