// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/control/control_rows.h"

#include <QCoreApplication>

namespace causeway::ctl {

class ConfigListCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ConfigListCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class ConfigSetCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ConfigSetCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override;
    [[nodiscard]] int minArguments() const override { return 2; }
    [[nodiscard]] int maxArguments() const override { return -1; }
    [[nodiscard]] int execute(Context& context) const override;
};

/// Changes one column of @p row from its text, as `config set` takes it: sync_enabled, sync_type,
/// sync_direction, priority or conflict_resolution. Errors: CFG_004 for sync_direction, CFG_002
/// else.
[[nodiscard]] Status setConfigColumn(TableConfig& row, const QString& column, const QString& value);

} // namespace causeway::ctl
