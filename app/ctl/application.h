// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

namespace causeway::ctl {

/// Finds the command that the words name and runs it; helps where there is none.
class Application final {
public:
    Application(Console& console, std::stop_token stop);

    /// @param words  the command line without the program's name. @return the exit code.
    [[nodiscard]] int run(const QStringList& words);

private:
    [[nodiscard]] Result<const Command*> takeCommand(QStringList& words) const;
    [[nodiscard]] int runCommand(const Command& command, const QStringList& words);
    [[nodiscard]] Status checkArguments(const Command& command, const QStringList& arguments) const;
    [[nodiscard]] QString unknownCommand(const QString& name) const;
    [[nodiscard]] bool isGroup(const QString& word) const;
    [[nodiscard]] const Command* find(const QString& name) const;
    [[nodiscard]] QString help() const;
    [[nodiscard]] QString helpOf(const Command& command) const;
    [[nodiscard]] int fail(const Error& error);

    Console& m_console;
    std::stop_token m_stop;
    Commands m_commands;
};

/// The options that every command takes.
[[nodiscard]] std::vector<OptionSpec> globalOptions();

} // namespace causeway::ctl
