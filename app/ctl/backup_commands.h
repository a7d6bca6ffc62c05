// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/backup/backup_list.h"

#include <QCoreApplication>

namespace causeway::ctl {

class BackupCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(BackupCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

private:
    [[nodiscard]] static Result<StoredBackup> make(const Profile& profile, Side side,
                                                   const QString& folder, Context& context);
};

class BackupListCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(BackupListCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class BackupPruneCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(BackupPruneCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

private:
    [[nodiscard]] static Result<Retention> retention(const ParsedOptions& options,
                                                     const BackupOptions& usual);
};

class RestoreCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(RestoreCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override;
    [[nodiscard]] int minArguments() const override { return 1; }
    [[nodiscard]] int maxArguments() const override { return 1; }
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

} // namespace causeway::ctl
