// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

#include <QCoreApplication>

namespace causeway::ctl {

class ProfileImportCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ProfileImportCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override;
    [[nodiscard]] int minArguments() const override { return 1; }
    [[nodiscard]] int maxArguments() const override { return 1; }
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class ProfileExportCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ProfileExportCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override;
    [[nodiscard]] int minArguments() const override { return 2; }
    [[nodiscard]] int maxArguments() const override { return 2; }
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

/// The options of commands that store a profile: --environment, --writable, --replace.
[[nodiscard]] std::vector<OptionSpec> storeOptions();
/// Stores @p profile as those options say, its passwords in the keychain where there is one, and
/// tells what it did. @return the exit code.
[[nodiscard]] int storeProfile(Profile profile, Context& context);

} // namespace causeway::ctl
